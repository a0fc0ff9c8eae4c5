package compile

import (
	"concord/cypher"
	"concord/gql/plan"
	"concord/gql/schema"
)

// What a careful statement says otherwise ([Carefully]).

func isType(of cypher.Expression, types ...cypher.ValueType) cypher.Expression {
	return cypher.IsType{Of: of, Types: types}
}

// systems are the coordinate systems of points, by their SRID.
var systems = map[schema.Scalar]cypher.List{
	schema.Point:          {cypher.Integer(4326), cypher.Integer(4979)},
	schema.CartesianPoint: {cypher.Integer(7203), cypher.Integer(9157)},
}

// ifPoint is the components of a point, or what stands in its place.
func ifPoint(s plan.Stored, of cypher.Expression) cypher.Expression {
	srid := cypher.Property{Of: of, Key: string(schema.SRID)}
	in := cypher.Comparison{Left: srid, Operator: cypher.In, Right: systems[s.Property.Type.Scalar]}
	components := cypher.Case{Whens: []cypher.When{{If: in, Then: point(s.Parts, of)}}, Else: of}
	return cypher.Case{Whens: []cypher.When{{If: isType(of, cypher.AnyPoint), Then: components}}, Else: of}
}

// reckoned are the types that an aggregate of a property can work with; nil for any.
func reckoned(a schema.Aggregation, p *schema.Property) []cypher.ValueType {
	switch a {
	case schema.Average, schema.Sum:
		if p.Type.Scalar == schema.Duration {
			return []cypher.ValueType{cypher.AnyDuration}
		}
		return []cypher.ValueType{cypher.AnyInteger, cypher.AnyFloat}
	case schema.Shortest, schema.Longest, schema.AverageLength:
		return []cypher.ValueType{cypher.AnyString}
	}
	return nil
}

// only is a value if it is of one of the types, else null.
func (c *compiler) only(value cypher.Expression, types ...cypher.ValueType) cypher.Expression {
	if !c.careful || types == nil {
		return value
	}
	return cypher.Case{Whens: []cypher.When{{If: isType(value, types...), Then: value}}}
}

// orWrong is an aggregate over values, or the first of them that could not be aggregated.
func (c *compiler) orWrong(aggregate, value cypher.Expression, types []cypher.ValueType) cypher.Expression {
	if !c.careful || types == nil {
		return aggregate
	}
	wrong := cypher.Case{Whens: []cypher.When{{If: cypher.Not{Of: isType(value, types...)}, Then: value}}}
	return call("coalesce", call("head", call("collect", wrong)), aggregate)
}

// needed are the types that a comparison can work with; nil for any: the database takes what
// it cannot compare for unequal.
func needed(op schema.Operator, t schema.Type, caseInsensitive bool) []cypher.ValueType {
	switch {
	case op == schema.OpIncludes:
		return []cypher.ValueType{cypher.AnyList}
	case caseInsensitive:
		return []cypher.ValueType{cypher.AnyString}
	case t.Scalar == schema.Duration && !t.List && op != schema.OpEq && op != schema.OpIn:
		return []cypher.ValueType{cypher.AnyDuration}
	}
	return nil
}

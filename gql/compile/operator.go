package compile

import (
	"concord/cypher"
	"concord/gql/plan"
	"concord/gql/schema"
)

// operators says how each operator is written.
var operators = map[schema.Operator]cypher.Operator{
	schema.OpEq:         cypher.Equal,
	schema.OpIn:         cypher.In,
	schema.OpGt:         cypher.Greater,
	schema.OpGte:        cypher.GreaterEq,
	schema.OpLt:         cypher.Less,
	schema.OpLte:        cypher.LessEq,
	schema.OpContains:   cypher.Contains,
	schema.OpStartsWith: cypher.StartsWith,
	schema.OpEndsWith:   cypher.EndsWith,
	schema.OpMatches:    cypher.Matches,
}

// comparison compares a property, a score or a statement's result with a value.
func (c *compiler) comparison(f plan.Filter, b bound) cypher.Expression {
	switch f := f.(type) {
	case plan.Null:
		return cypher.IsNull{Of: c.property(f.Property, b.subject(f.Subject), b)}
	case plan.Compare:
		left := c.property(f.Property, b.subject(f.Subject), b)
		if f.Property.Coalesce != nil {
			left = call("coalesce", left, c.coalesce(f.Property))
		}
		left = c.only(left, needed(f.Operator, f.Property.Type, f.CaseInsensitive)...)
		return compare(left, f.Operator, c.constant(f.Property.Name, f.Value, f.Property.Type.Scalar), f.Property.Type, f.CaseInsensitive)
	case plan.Distance:
		left := call("point.distance", c.property(f.Property, b.subject(f.Subject), b), c.constant(f.Property.Name, f.From, f.Property.Type.Scalar))
		return cypher.Comparison{Left: left, Operator: operators[f.Operator], Right: c.constant("distance", f.Value, schema.Float)}
	case plan.Score:
		return cypher.Comparison{Left: b.score, Operator: operators[f.Operator], Right: c.constant("score", f.Value, schema.Float)}
	case plan.Result:
		left := c.result(f.Cypher, nil, b.subject(f.Subject))
		if f.Value == nil {
			return cypher.IsNull{Of: left}
		}
		t := *f.Cypher.Result.Scalar
		return compare(left, f.Operator, c.constant(f.Cypher.Name, f.Value, t.Scalar), t, f.CaseInsensitive)
	case plan.ResultNodes:
		return c.resultFilter(f, b)
	}
	return cypher.Null
}

// compare writes one operator. Texts compared without regard to case are lowered by the
// database on both sides. Durations have no order of their own: they are compared as days from one date on.
func compare(left cypher.Expression, op schema.Operator, value cypher.Expression, t schema.Type, caseInsensitive bool) cypher.Expression {
	if op == schema.OpIncludes {
		return cypher.Comparison{Left: value, Operator: cypher.In, Right: left}
	}
	if caseInsensitive {
		left = call("toLower", left)
		if op == schema.OpIn {
			item := &cypher.Variable{Hint: "item"}
			value = cypher.Comprehension{Variable: item, In: value, Map: call("toLower", item)}
		} else {
			value = call("toLower", value)
		}
	}
	if t.Scalar == schema.Duration && !t.List && op != schema.OpEq && op != schema.OpIn {
		epoch := call("datetime", cypher.Map{{Key: "epochSeconds", Value: cypher.Integer(0)}})
		left = cypher.Comparison{Left: epoch, Operator: cypher.Plus, Right: left}
		value = cypher.Comparison{Left: epoch, Operator: cypher.Plus, Right: value}
	}
	return cypher.Comparison{Left: left, Operator: operators[op], Right: value}
}

// constant is the parameter for a value of the operation: one, however often the value is used.
func (c *compiler) constant(hint string, v *plan.Constant, kind schema.Scalar) *cypher.Parameter {
	p := c.constants[v]
	if p == nil {
		p = &cypher.Parameter{Hint: hint, Value: stored(v.Value, kind)}
		c.constants[v] = p
	}
	return p
}

// coalesce is the parameter for what a property is taken for where it has no value; sorts and
// aggregates look at what is stored.
func (c *compiler) coalesce(p *schema.Property) *cypher.Parameter {
	return &cypher.Parameter{Hint: p.Name + "_default", Value: stored(p.Coalesce, p.Type.Scalar)}
}

// stored is a coerced value as the database keeps it.
func stored(v any, kind schema.Scalar) any {
	switch v := v.(type) {
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = stored(item, kind)
		}
		return out
	case map[string]any:
		return storedPoint(v, kind)
	case string:
		switch kind {
		case schema.Date:
			return cypher.Date(v)
		case schema.Time:
			return cypher.Time(v)
		case schema.LocalTime:
			return cypher.LocalTime(v)
		case schema.DateTime:
			return cypher.DateTime(v)
		case schema.LocalDateTime:
			return cypher.LocalDateTime(v)
		case schema.Duration:
			return cypher.Duration(v)
		}
	}
	return v
}

// storedPoint is a point given as {longitude, latitude, height} or {x, y, z}. Any other
// object is the value of a scalar that takes everything.
func storedPoint(v map[string]any, kind schema.Scalar) any {
	number := func(key schema.Part) float64 {
		f, _ := v[string(key)].(float64)
		return f
	}
	switch kind {
	case schema.Point:
		p := cypher.Point{SRID: 4326, X: number(schema.Longitude), Y: number(schema.Latitude), Z: number(schema.Height)}
		if v[string(schema.Height)] != nil {
			p.SRID = 4979
		}
		return p
	case schema.CartesianPoint:
		p := cypher.Point{SRID: 7203, X: number(schema.X), Y: number(schema.Y), Z: number(schema.Z)}
		if v[string(schema.Z)] != nil {
			p.SRID = 9157
		}
		return p
	}
	return v
}

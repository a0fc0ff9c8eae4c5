package compile

import (
	"concord/cypher"
	"concord/gql/plan"
	"concord/gql/schema"
)

// aggregatedFilter compares aggregates over related nodes. Conditions that must all hold
// share one match for each kind of rows they are about: nodes, each once, or relationships.
func (c *compiler) aggregatedFilter(where plan.Condition, hops []plan.Hop, b bound) cypher.Expression {
	switch w := where.(type) {
	case plan.AnyCondition:
		var any cypher.Or
		for _, of := range w {
			any = append(any, c.aggregatedFilter(of, hops, b))
		}
		return any
	case plan.NotCondition:
		return cypher.Not{Of: c.aggregatedFilter(w.Of, hops, b)}
	case plan.AllConditions:
		return c.allAggregated(w, hops, b)
	}
	return c.allAggregated(plan.AllConditions{where}, hops, b)
}

func (c *compiler) allAggregated(all plan.AllConditions, hops []plan.Hop, b bound) cypher.Expression {
	var nodes, edges []plan.Condition
	var result []cypher.Expression
	for _, of := range all {
		switch {
		case !isLeaf(of):
			result = append(result, c.aggregatedFilter(of, hops, b))
		case overEdges(of):
			edges = append(edges, of)
		default:
			nodes = append(nodes, of)
		}
	}
	if len(nodes) > 0 {
		f := c.hop(hops, b.node, false)
		f.clauses = append(f.clauses, cypher.With{Distinct: true, Items: cypher.Of(f.bound.node)})
		result = append(result, c.conditions(nodes, f))
	}
	if len(edges) > 0 {
		result = append(result, c.conditions(edges, c.hop(hops, b.node, true)))
	}
	return cypher.AllOf(result...)
}

func isLeaf(of plan.Condition) bool {
	switch of.(type) {
	case plan.Counted, plan.Over:
		return true
	}
	return false
}

func overEdges(of plan.Condition) bool {
	switch of := of.(type) {
	case plan.Counted:
		return of.Edges
	case plan.Over:
		return of.Subject == plan.Edge
	}
	return false
}

// conditions aggregates rows once and says whether all conditions hold.
func (c *compiler) conditions(all []plan.Condition, f found) cypher.Expression {
	var and []cypher.Expression
	for _, of := range all {
		switch of := of.(type) {
		case plan.Counted:
			v := f.bound.node
			if of.Edges {
				v = f.bound.edge
			}
			and = append(and, cypher.Comparison{Left: call("count", v), Operator: operators[of.Operator], Right: c.constant("count", of.Value, schema.Int)})
		case plan.Over:
			value := c.property(of.Property, f.bound.subject(of.Subject), f.bound)
			t := of.Property.Type
			if of.Aggregation == schema.Average || lengths(of.Aggregation) {
				t = schema.Type{Scalar: schema.Float}
			}
			and = append(and, compare(aggregation(of.Aggregation, c.only(value, reckoned(of.Aggregation, of.Property)...), true), of.Operator, c.constant(of.Property.Name, of.Value, t.Scalar), t, false))
		}
	}
	q := append(f.clauses, cypher.Return{Items: []cypher.Item{{Value: cypher.AllOf(and...)}}})
	return first(q)
}

func lengths(a schema.Aggregation) bool {
	return a == schema.Shortest || a == schema.Longest || a == schema.AverageLength
}

// first is the only row's only column.
func first(q cypher.Query) cypher.Expression {
	return call("head", cypher.Collect{Query: q})
}

// aggregation is an aggregated value. Of texts, filters compare lengths; what is selected
// is the text itself, and of several as long the first in order, so that it is always the same.
func aggregation(a schema.Aggregation, of cypher.Expression, filter bool) cypher.Expression {
	switch a {
	case schema.Min:
		return call("min", of)
	case schema.Max:
		return call("max", of)
	case schema.Average:
		return call("avg", of)
	case schema.Sum:
		return call("sum", of)
	case schema.AverageLength:
		return call("avg", call("size", of))
	}
	extreme := "min"
	size := call("size", of)
	if a == schema.Longest {
		extreme = "max"
	}
	if filter {
		return call(extreme, size)
	}
	pair := cypher.Case{Whens: []cypher.When{{If: cypher.IsNotNull{Of: of}, Then: cypher.List{size, of}}}}
	return cypher.Index{Of: call(extreme, pair), At: cypher.Integer(1)}
}

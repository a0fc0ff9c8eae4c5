package compile

import (
	"concord/cypher"
	"concord/gql/plan"
	"concord/gql/schema"
)

// filter is a condition on what is bound; nil for none.
func (c *compiler) filter(f plan.Filter, b bound) cypher.Expression {
	switch f := f.(type) {
	case nil:
		return nil
	case plan.And:
		var all cypher.And
		for _, of := range f {
			all = append(all, c.filter(of, b))
		}
		return all
	case plan.Or:
		var any cypher.Or
		for _, of := range f {
			any = append(any, c.filter(of, b))
		}
		return any
	case plan.Not:
		return cypher.Not{Of: c.filter(f.Of, b)}
	case plan.Instance:
		return is(b.node, f.Nodes)
	case plan.Related:
		return c.relatedFilter(f, b)
	case plan.Aggregated:
		return c.aggregatedFilter(f.Where, f.Hops, b)
	case plan.OfKind:
		return cypher.AllOf(ofKind(f.Kind, b), c.filter(f.Where, b))
	}
	return c.comparison(f, b)
}

// ofKind tests of which kind a relationship is.
func ofKind(k plan.Kind, b bound) cypher.Expression {
	if k.Types == nil {
		return is(b.owner, k.Owners)
	}
	var names cypher.List
	for _, t := range k.Types {
		names = append(names, cypher.Name(t))
	}
	return cypher.Comparison{Left: call("type", b.edge), Operator: cypher.In, Right: names}
}

// relatedFilter says how many related nodes match. All asks for one that does and none
// that does not; a node for which the condition is null does neither.
func (c *compiler) relatedFilter(f plan.Related, b bound) cypher.Expression {
	switch f.Quantifier {
	case schema.None:
		return cypher.Not{Of: cypher.Exists{Query: c.relatedRows(f, b, false)}}
	case schema.All:
		some := cypher.Exists{Query: c.relatedRows(f, b, false)}
		if f.Where == nil {
			return some
		}
		return cypher.And{some, cypher.Not{Of: cypher.Exists{Query: c.relatedRows(f, b, true)}}}
	case schema.Single:
		return cypher.Comparison{Left: cypher.Count{Query: c.relatedRows(f, b, false)}, Operator: cypher.Equal, Right: cypher.Integer(1)}
	}
	return cypher.Exists{Query: c.relatedRows(f, b, false)}
}

func (c *compiler) relatedRows(f plan.Related, b bound, negated bool) cypher.Query {
	to := c.hop(f.Hops, b.node, plan.MentionsEdge(f.Where))
	where := c.filter(f.Where, to.bound)
	if negated {
		where = cypher.Not{Of: where}
	}
	to.where(where)
	return closed(to)
}

// closed ends a subquery that is not a mere MATCH, which needs a RETURN.
func closed(f found) cypher.Query {
	if _, ok := f.clauses[len(f.clauses)-1].(cypher.Match); ok && len(f.clauses) == 1 {
		return f.clauses
	}
	return append(f.clauses, cypher.Return{Items: cypher.Of(f.bound.node)})
}

// needsEdge reports whether conditions or sorts mention the relationship.
func needsEdge(r *plan.Rows) bool {
	for _, s := range r.Sort {
		if s.Subject == plan.Edge {
			return true
		}
	}
	return plan.MentionsEdge(r.Where)
}

func call(function string, arguments ...cypher.Expression) cypher.Expression {
	return cypher.Call{Function: function, Arguments: arguments}
}

package compile

import (
	"concord/cypher"
	"concord/gql/plan"
)

// walk finds rows from their other end. Each step is a MATCH of its own: within one, no
// relationship is walked twice, but a `some` filter may well come back over the one it
// went out by. Between steps each node is kept once, so that the ways to it don't multiply;
// DISTINCT also holds the database to the order of the walk.
func (c *compiler) walk(r *plan.Rows) found {
	s := r.Start
	here := bound{node: variable(s.Steps[0].Relationship.Target), members: s.Members}
	clauses := cypher.Query{cypher.Match{Pattern: single(here), Where: c.filter(s.Where, here)}}
	var late cypher.Expression // a condition on what the last step came to
	for i, st := range s.Steps {
		if i > 0 || s.Several {
			clauses = append(clauses, once(here, late))
			late = nil
		}
		owner := bound{node: c.owner(r, s, i), members: st.Owners}
		to := bound{node: here.node}
		if st.EdgeWhere != nil {
			here.edge = edgeVariable(st.Relationship)
			to.edge = here.edge
		}
		which, where := labels(owner.members), c.filter(st.OwnerWhere, owner)
		if st.Late {
			late = cypher.AllOf(is(owner.node, owner.members), where)
			which, where = nil, nil
		}
		clauses = append(clauses, cypher.Match{
			Pattern: reverse(step(st.Relationship, owner.node, which, to)),
			Where:   cypher.AllOf(c.filter(st.EdgeWhere, here), where),
		})
		if st.Join != nil {
			clauses = append(clauses, c.relatedRows(*st.Join, owner, false)...)
		}
		here = owner
	}
	if late == nil {
		return found{clauses: clauses, bound: here, distinct: true}
	}
	return found{clauses: append(clauses, once(here, late)), bound: here}
}

// once takes each node once, and then those that the condition holds for.
func once(b bound, condition cypher.Expression) cypher.Clause {
	return cypher.With{Distinct: true, Items: cypher.Of(b.node), Where: condition}
}

// owner is the variable of the node that a step leads to: the target of the next step, or a row.
func (c *compiler) owner(r *plan.Rows, s *plan.Start, i int) *cypher.Variable {
	if i+1 < len(s.Steps) {
		return variable(s.Steps[i+1].Relationship.Target)
	}
	return variable(r.From.Target)
}

// reverse writes a pattern of one relationship from its other end.
func reverse(p cypher.Pattern) cypher.Pattern {
	r := p.Relationships[0]
	switch r.Direction {
	case cypher.Left:
		r.Direction = cypher.Right
	case cypher.Right:
		r.Direction = cypher.Left
	}
	return cypher.Pattern{Nodes: []cypher.Node{p.Nodes[1], p.Nodes[0]}, Relationships: []cypher.Relationship{r}}
}

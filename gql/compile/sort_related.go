package compile

import (
	"concord/cypher"
	"concord/gql/plan"
)

// relatedSort is the count of what a relationship leads to, or an aggregate over it. Counts
// and aggregates of nodes take each node once; those of relationships, each relationship.
func (c *compiler) relatedSort(r *plan.RelatedSort, b bound) cypher.Expression {
	edges := r.Edges || r.Property != nil && r.Subject == plan.Edge
	f := c.hop(r.Hops, b.node, edges && r.Property != nil)
	if !edges {
		f.clauses = append(f.clauses, cypher.With{Distinct: true, Items: cypher.Of(f.bound.node)})
	}
	if r.Property == nil {
		return cypher.Count{Query: closed(f)}
	}
	of := c.property(r.Property, f.bound.subject(r.Subject), f.bound)
	return first(append(f.clauses, cypher.Return{Items: []cypher.Item{{Value: aggregation(r.Aggregation, c.only(of, reckoned(r.Aggregation, r.Property)...), true)}}}))
}

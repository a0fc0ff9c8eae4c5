package plan

import "concord/gql/schema"

// Total says where the total of a connection comes from.
type Total int

// The total is not asked for, is the number of the edges read, is counted with the
// aggregates, or is counted apart.
const (
	NoTotal Total = iota
	TotalOfEdges
	TotalOfAggregate
	TotalApart
)

// total decides where the total comes from, so that nothing is matched only to be counted
// that is read anyway.
func (b *builder) total(c *Connection) {
	var asked, read, aggregated bool
	for _, key := range c.Keys {
		asked = asked || key.Total
		read = read || key.Edges != nil
		aggregated = aggregated || key.Aggregate != nil
		for _, p := range key.Page {
			read = read || p.Part == schema.StartCursor || p.Part == schema.EndCursor
		}
	}
	switch {
	case !asked:
	case read && c.Rows.Limit == nil && c.Rows.Skip == 0 && (c.Keyset == nil || c.Keyset.After == nil):
		c.Total = TotalOfEdges
		b.decide("count", true, "all edges are read, so the total is their number")
	case aggregated:
		c.Total = TotalOfAggregate
		b.decide("count", true, "the aggregates go over all rows, so they count them too")
	default:
		c.Total = TotalApart
		b.decide("count", false, "no other part reads all rows, so they are counted apart")
	}
}

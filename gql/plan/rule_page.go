package plan

import "concord/gql/schema"

// page decides whether one row more than `first` is read: only that row tells whether there
// is a next page, short of counting all of them.
func (b *builder) page(c *Connection) {
	asked := false
	for _, key := range c.Keys {
		for _, p := range key.Page {
			asked = asked || p.Part == schema.HasNextPage
		}
	}
	switch {
	case !asked:
	case c.Rows.Limit == nil:
		b.decide("page", false, "without first there is no next page")
	default:
		c.Paged = true
		b.decide("page", true, "one row more than first is read, to see whether there is a next page; nothing is counted for it")
	}
}

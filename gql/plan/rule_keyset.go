package plan

import (
	"strings"

	"concord/gql/schema"
)

// keyset decides whether the cursors of a connection hold what its rows are sorted by.
// Rows that are alike in that are told apart by a key of their node or, where there is
// none, by their element id.
func (b *builder) keyset(c *Connection, after string) {
	list, given := keysetOf(after)
	if !given && !b.keysets {
		return
	}
	keys, problem := b.keysetKeys(c)
	if problem != "" {
		b.decide("keyset", false, problem)
		if len(list) > 0 {
			b.fail("after is a cursor of a page that was sorted another way; begin again without it")
		}
		return
	}
	k := &Keyset{Keys: keys}
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = key.name()
	}
	k.Sorted = strings.Join(names, " ")
	c.Keyset, c.Rows.Sort = k, keys
	if len(list) == 0 {
		b.decide("keyset", true, "cursors hold what the rows are sorted by, so that pages survive inserts")
		return
	}
	if len(list) != len(keys)+1 || list[0] != any(k.Sorted) {
		b.fail("after is a cursor of a page that was sorted another way; begin again without it")
		return
	}
	k.After = make([]any, len(keys))
	for i, key := range keys {
		v, ok := keyValue(list[i+1], key)
		if !ok {
			b.fail("after is no cursor of this connection; begin again without it")
			return
		}
		k.After[i] = v
	}
	b.decide("keyset", true, "the page begins behind the values in the cursor, and nothing before it is read")
}

// keysetKeys are the sort's keys up to a unique one, which is added where there is none.
// The problem says why there can be no keyset.
func (b *builder) keysetKeys(c *Connection) (keys []Sort, problem string) {
	if c.Rows.From.FullText != nil {
		return nil, "scores change with what is inserted, so cursors are places"
	}
	for _, key := range c.Rows.Sort {
		kind, always := key.Scalar()
		if !compared[kind] || key.Property != nil && key.Property.Type.List {
			return nil, "values of " + key.name() + " have an order but cannot be compared, so cursors are places"
		}
		keys = append(keys, key)
		if !c.Nested && key.Property != nil && key.Property.Unique && always && isNode(c.Rows.From.Target) {
			return keys, ""
		}
	}
	return append(keys, tie(c)), ""
}

// tie is a key that no two rows have alike.
func tie(c *Connection) Sort {
	if c.Nested {
		return Sort{ElementID: true, Subject: Edge} // the rows are relationships
	}
	if n, ok := c.Rows.From.Target.(*schema.Node); ok {
		for _, p := range n.Properties {
			if p.Unique && p.Type.NonNull && compared[p.Type.Scalar] && !p.Type.List {
				return Sort{Property: p}
			}
		}
	}
	return Sort{ElementID: true}
}

func isNode(t schema.Target) bool {
	_, ok := t.(*schema.Node)
	return ok
}

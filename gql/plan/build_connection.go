package plan

import "concord/gql/schema"

// connection plans a connection field: its arguments where, sort, first and after, and
// what is asked of edges, counts and pages.
func (b *builder) connection(f *Field, source Source, max schema.Limit, nested bool) *Connection {
	r := &Rows{From: source}
	r.Where = b.whereArgument(f, source)
	r.Sort = b.sortArgument(f, source)
	r.Limit = b.limit(f, schema.ArgFirst, max)
	after, _ := f.Arguments[schema.ArgAfter].(string)
	r.Skip = placeAfter(after)
	b.start(r)
	c := &Connection{Rows: r, Nested: nested}
	b.keyset(c, after)
	for _, part := range f.Select.On[0].Fields {
		b.at(part, func() { b.connectionKey(c, part) })
	}
	b.page(c)
	b.total(c)
	return c
}

func (b *builder) connectionKey(c *Connection, f *Field) {
	key := ConnectionKey{Key: f.Key}
	switch b.s.Meaning(f.Definition) {
	case schema.Edges:
		key.Edges = b.edges(c, f)
	case schema.TotalCount:
		key.Total = true
	case schema.PageInfo:
		key.Page = []PageKey{}
		for _, p := range f.Select.On[0].Fields {
			if m, ok := b.s.Meaning(p.Definition).(schema.Part); ok {
				key.Page = append(key.Page, PageKey{p.Key, m})
			}
		}
	case schema.Aggregate:
		key.Aggregate = b.aggregate(f)
	default: // __typename
		return
	}
	c.Keys = append(c.Keys, key)
}

func (b *builder) edges(c *Connection, f *Field) []EdgeKey {
	keys := []EdgeKey{}
	for _, e := range f.Select.On[0].Fields {
		b.at(e, func() {
			key := EdgeKey{Key: e.Key}
			switch m := b.s.Meaning(e.Definition).(type) {
			case schema.Part:
				switch m {
				case schema.EdgeNode:
					key.Node = b.object(e.Select)
				case schema.EdgeProperties:
					key.Properties = b.properties(c.Rows.From.Hops, e.Select)
				case schema.Cursor:
					key.Cursor = true
				case schema.Score:
					key.Score = true
				default:
					b.fail("the field %s cannot be asked for here; leave it out", e.Name)
				}
			case *schema.Cypher:
				key.Computed = b.computed(e, m, Edge)
			default: // __typename
				return
			}
			keys = append(keys, key)
		})
	}
	return keys
}

// properties plans what is asked of the relationships: one object, or one for each kind
// of properties where the relationships of the connection differ.
func (b *builder) properties(hops []Hop, sel *Selection) []EdgeObject {
	objects := []EdgeObject{}
	for _, c := range sel.On {
		o := EdgeObject{Typename: sel.Abstract()}
		for _, h := range hops {
			if e := h.Relationship.Edge; e != nil && (e.Name == c.Type.Name || !sel.Abstract()) {
				o.Edge = e
			}
		}
		if sel.Abstract() {
			o.Kind, _ = edgeKind(hops, o.Edge)
		}
		if sel.Abstract() && o.Edge == nil {
			continue // no relationship of these rows has such properties
		}
		for _, f := range c.Fields {
			b.at(f, func() {
				var v Value
				switch m := b.s.Meaning(f.Definition).(type) {
				case *schema.Property:
					v = b.stored(f, m, Edge)
				case *schema.Cypher:
					v = b.computed(f, m, Edge)
				default: // __typename
					return
				}
				o.Entries = append(o.Entries, Entry{f.Key, []Choice{{Value: v}}})
			})
		}
		objects = append(objects, o)
	}
	return objects
}

func (b *builder) aggregate(f *Field) []AggregateKey {
	keys := []AggregateKey{}
	for _, part := range f.Select.On[0].Fields {
		key := AggregateKey{Key: part.Key}
		switch b.s.Meaning(part.Definition) {
		case schema.Count:
			key.Counts = []CountKey{}
			for _, n := range part.Select.On[0].Fields {
				if m, ok := b.s.Meaning(n.Definition).(schema.Part); ok {
					key.Counts = append(key.Counts, CountKey{n.Key, m == schema.CountEdges})
				}
			}
		case schema.EdgeNode:
			key.Values = b.aggregated(part, Node)
		case schema.EdgeProperties:
			key.Values = b.aggregated(part, Edge)
		default: // __typename
			continue
		}
		keys = append(keys, key)
	}
	return keys
}

func (b *builder) aggregated(f *Field, subject Subject) []ValuesKey {
	keys := []ValuesKey{}
	for _, part := range f.Select.On[0].Fields {
		switch m := b.s.Meaning(part.Definition).(type) {
		case *schema.Property:
			key := ValuesKey{Key: part.Key, Subject: subject, Property: m, Aggregations: []AggregationKey{}}
			for _, a := range part.Select.On[0].Fields {
				if of, ok := b.s.Meaning(a.Definition).(schema.Aggregation); ok {
					key.Aggregations = append(key.Aggregations, AggregationKey{a.Key, of})
				}
			}
			keys = append(keys, key)
		case *schema.Edge:
			keys = append(keys, b.aggregated(part, Edge)...)
		}
	}
	return keys
}

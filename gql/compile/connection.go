package compile

import (
	"concord/cypher"
	"concord/gql/plan"
	"concord/gql/schema"
)

// connection is the map of a connection. What several of its fields need (the edges, the
// aggregates) is bound first, the map made from it.
func (c *compiler) connection(k *plan.Connection, from bound) cypher.Expression {
	p := parts(k)
	b := &building{compiler: c, connection: k, from: from, parts: p}
	b.edges()
	b.counts()
	m := cypher.Map{}
	for _, key := range k.Keys {
		m = append(m, cypher.Entry{Key: key.Key, Value: b.key(key)})
	}
	if len(b.first) == 0 {
		return m
	}
	var here []*cypher.Variable
	if k.Nested {
		here = []*cypher.Variable{from.node}
	}
	q := cypher.Query{cypher.With{Items: append(cypher.Of(here...), b.first...)}}
	here = append(here, variables(b.first)...)
	if len(b.second) > 0 {
		q = append(q, cypher.With{Items: append(cypher.Of(here...), b.second...)})
		here = append(here, variables(b.second)...)
	}
	return first(project(q, here, m))
}

func variables(items []cypher.Item) []*cypher.Variable {
	vs := make([]*cypher.Variable, len(items))
	for i, it := range items {
		vs[i] = it.As
	}
	return vs
}

// asked is which parts of a connection are asked for that are made from bound edges.
type asked struct {
	page, cursor bool
	ends         bool // the cursors of the first and the last
}

func parts(k *plan.Connection) asked {
	var p asked
	for _, key := range k.Keys {
		switch {
		case key.Edges != nil:
			for _, e := range key.Edges {
				p.cursor = p.cursor || e.Cursor
			}
		case key.Page != nil:
			for _, pk := range key.Page {
				p.ends = p.ends || pk.Part == schema.StartCursor || pk.Part == schema.EndCursor
				p.page = p.page || pk.Part == schema.StartCursor || pk.Part == schema.EndCursor || pk.Part == schema.HasNextPage && k.Paged
			}
		}
	}
	return p
}

// building is a connection under construction. first and second are what it binds: the
// second from the first.
type building struct {
	*compiler
	connection    *plan.Connection
	from          bound
	parts         asked
	first, second []cypher.Item

	lists     map[string]cypher.Expression // the edges under each response key that asks for them
	rows      *cypher.Variable             // the edges of the first of them, cut to `first`
	mark      string                       // the key of the cursor in these; empty where they are cursors
	more      cypher.Expression            // whether there is a next page
	aggregate map[string]cypher.Expression // under each response key that asks for it
	total     cypher.Expression
}

// edges binds the edges where more than the list itself is made from them.
func (b *building) edges() {
	b.lists = map[string]cypher.Expression{}
	b.more = cypher.False
	keyset := b.connection.Keyset != nil
	shared := b.parts.page || b.parts.cursor && !keyset || b.connection.Total == plan.TotalOfEdges
	for _, key := range b.connection.Keys {
		if key.Edges == nil {
			continue
		}
		list := b.collect(key.Edges)
		if !shared {
			b.lists[key.Key] = list
			continue
		}
		v := b.bind(list)
		b.lists[key.Key] = v
		if !keyset {
			b.lists[key.Key] = b.numbered(key.Edges, v)
		}
	}
	if shared && b.rows == nil {
		b.bind(b.collect(nil))
	}
}

// bind gives a list of edges a name, and cuts off the row that only tells of a next page.
func (b *building) bind(list cypher.Expression) *cypher.Variable {
	v := &cypher.Variable{Hint: "edges"}
	if b.connection.Paged {
		all := &cypher.Variable{Hint: "found"}
		b.first = append(b.first, cypher.Item{Value: list, As: all})
		limit := b.limit(b.connection.Rows, "first")
		b.second = append(b.second, cypher.Item{Value: cypher.Slice{Of: all, To: limit}, As: v})
		if b.rows == nil {
			b.more = cypher.Comparison{Left: call("size", all), Operator: cypher.Greater, Right: limit}
		}
	} else {
		b.first = append(b.first, cypher.Item{Value: list, As: v})
	}
	if b.rows == nil {
		b.rows = v
	}
	return v
}

// collect is the list of edges as maps; nil keys ask for the rows only.
func (b *building) collect(keys []plan.EdgeKey) cypher.Expression {
	k := b.connection
	edge := false
	for _, key := range keys {
		edge = edge || key.Properties != nil || key.Computed != nil
	}
	f := b.findAll(k, b.from, edge)
	if k.Keyset != nil && k.Keyset.After != nil {
		f.where(b.after(k.Keyset, f.bound))
	}
	if !edge && !needsEdge(k.Rows) {
		f.bound.edge = nil
	}
	limit := b.limit(k.Rows, "first")
	if k.Paged {
		limit = &cypher.Parameter{Hint: "first_and_next", Value: min(*k.Rows.Limit, b.budget) + 1}
	}
	q := b.cut(f, k.Rows, limit)
	var row cypher.Expression = cypher.Integer(1)
	switch {
	case keys != nil:
		row = b.edge(keys, f.bound)
	case k.Keyset != nil:
		row = b.keyset(k.Keyset, f.bound)
	}
	return cypher.Collect{Query: project(q, f.variables(), row)}
}

func (b *building) edge(keys []plan.EdgeKey, at bound) cypher.Expression {
	m, marked := cypher.Map{}, ""
	for _, key := range keys {
		e := cypher.Entry{Key: key.Key}
		switch {
		case key.Node != nil:
			e.Value = b.object(key.Node, at)
		case key.Properties != nil:
			e.Value = b.properties(key.Properties, at)
		case key.Computed != nil:
			e.Value = b.computed(key.Computed, at)
		case key.Score:
			e.Value = at.score
		case b.connection.Keyset != nil:
			e.Value, marked = b.keyset(b.connection.Keyset, at), key.Key
		default: // the cursor is put in when the edges have places
			continue
		}
		m = append(m, e)
	}
	if b.connection.Keyset == nil || !b.parts.ends || b.rows != nil {
		return m
	}
	if marked == "" {
		marked = unusedKey(keys)
		m = append(m, cypher.Entry{Key: marked, Value: b.keyset(b.connection.Keyset, at)})
	}
	b.mark = marked
	return m
}

// properties is the map of a relationship's properties.
func (b *building) properties(objects []plan.EdgeObject, at bound) cypher.Expression {
	cases := cypher.Case{}
	for _, o := range objects {
		m := cypher.Map{}
		if o.Typename && o.Edge != nil {
			m = append(m, cypher.Entry{Key: "__typename", Value: cypher.Name(o.Edge.Name)})
		}
		for _, e := range o.Entries {
			m = append(m, cypher.Entry{Key: e.Key, Value: b.value(e.Choices[0].Value, at)})
		}
		if o.Kind.All() {
			return m
		}
		cases.Whens = append(cases.Whens, cypher.When{If: ofKind(o.Kind, at), Then: m})
	}
	if cases.Whens == nil {
		return cypher.Null
	}
	return cases
}

// numbered is the list with cursors in it, if they are asked for: each edge's place.
func (b *building) numbered(keys []plan.EdgeKey, list *cypher.Variable) cypher.Expression {
	i := &cypher.Variable{Hint: "i"}
	m := cypher.Map{}
	cursor := false
	for _, key := range keys {
		if key.Cursor {
			cursor = true
			m = append(m, cypher.Entry{Key: key.Key, Value: b.place(i)})
			continue
		}
		m = append(m, cypher.Entry{Key: key.Key, Value: cypher.Property{Of: cypher.Index{Of: list, At: i}, Key: key.Key}})
	}
	if !cursor {
		return list
	}
	last := cypher.Comparison{Left: call("size", list), Operator: cypher.Minus, Right: cypher.Integer(1)}
	return cypher.Comprehension{Variable: i, In: call("range", cypher.Integer(0), last), Map: m}
}

// place is the place in the whole list of the edge at a place of the page.
func (b *building) place(i cypher.Expression) cypher.Expression {
	if b.connection.Rows.Skip == 0 {
		return i
	}
	return cypher.Comparison{Left: b.offset(b.connection.Rows), Operator: cypher.Plus, Right: i}
}

// counts binds the aggregates and the total.
func (b *building) counts() {
	b.aggregate = map[string]cypher.Expression{}
	total := b.connection.Total == plan.TotalOfAggregate
	for _, key := range b.connection.Keys {
		if key.Aggregate == nil {
			continue
		}
		bindings, value, count := b.compiler.aggregate(key.Aggregate, b.connection, b.from, total)
		b.first = append(b.first, bindings...)
		b.aggregate[key.Key] = value
		if count != nil {
			b.total, total = count, false
		}
	}
	switch b.connection.Total {
	case plan.TotalOfEdges:
		b.total = call("size", b.rows)
	case plan.TotalApart:
		f := b.findAll(b.connection, b.from, false)
		if f.distinct {
			f.clauses = append(f.clauses, cypher.With{Distinct: true, Items: cypher.Of(f.bound.node)})
		}
		b.total = cypher.Count{Query: closed(f)}
	}
}

func (b *building) key(key plan.ConnectionKey) cypher.Expression {
	switch {
	case key.Edges != nil:
		return b.lists[key.Key]
	case key.Total:
		return b.total
	case key.Aggregate != nil:
		return b.aggregate[key.Key]
	}
	m := cypher.Map{}
	for _, p := range key.Page {
		m = append(m, cypher.Entry{Key: p.Key, Value: b.page(p.Part)})
	}
	return m
}

func (b *building) page(p schema.Part) cypher.Expression {
	switch p {
	case schema.HasNextPage:
		return b.more
	case schema.HasPreviousPage:
		if k := b.connection.Keyset; b.connection.Rows.Skip > 0 || k != nil && k.After != nil {
			return cypher.True
		}
		return cypher.False
	}
	if b.connection.Keyset != nil {
		end := call("head", b.rows)
		if p == schema.EndCursor {
			end = call("last", b.rows)
		}
		if b.mark == "" {
			return end
		}
		return cypher.Property{Of: end, Key: b.mark}
	}
	i := cypher.Expression(cypher.Integer(0))
	if p == schema.EndCursor {
		i = cypher.Comparison{Left: call("size", b.rows), Operator: cypher.Minus, Right: cypher.Integer(1)}
	}
	some := cypher.Comparison{Left: call("size", b.rows), Operator: cypher.Greater, Right: cypher.Integer(0)}
	return cypher.Case{Whens: []cypher.When{{If: some, Then: b.place(i)}}}
}

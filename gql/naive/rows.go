package naive

import (
	"encoding/base64"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"concord/gql/schema"
)

// reached is a node with the relationship that led to it, as declared and as stored; both
// are nil for a node that was found by its type.
type reached struct {
	row
	by *schema.Relationship
}

// edgeShape is the properties of a relationship.
type edgeShape struct {
	shape
	edge *schema.Edge
}

// is says whether a node has all labels of a type.
func is(n *Node, t *schema.Node) bool {
	for _, l := range t.Labels {
		if !slices.Contains(n.Labels, l) {
			return false
		}
	}
	return true
}

func isAny(n *Node, types []*schema.Node) bool {
	return slices.ContainsFunc(types, func(t *schema.Node) bool { return is(n, t) })
}

// root is a field of the type Query.
func (r *run) root(f field) any {
	switch m := r.Schema.Meaning(f.def).(type) {
	case schema.List:
		return r.list(f, r.all(m.Target), m.Target)
	case schema.RootConnection:
		return r.connection(f, r.all(m.Target), m.Target)
	}
	return nil
}

// all are the nodes of a type.
func (r *run) all(t schema.Target) []reached {
	var rows []reached
	for _, n := range r.Graph.Nodes {
		if isAny(n, t.Members()) {
			rows = append(rows, reached{row: row{node: n}})
		}
	}
	return rows
}

// nodeField is a field of a node's object type.
func (r *run) nodeField(def *ast.Definition, f field, n *Node) any {
	switch m := r.Schema.MeaningOf(def.Name, f.Name).(type) {
	case *schema.Property:
		return orElse(n.Properties[m.Column], m)
	case *schema.Relationship:
		rows := r.related(n, m)
		if m.Single {
			if len(rows) == 0 {
				return nil
			}
			return rows[0].row
		}
		return r.list(f, distinct(rows), m.Target)
	case schema.Connection:
		return r.connection(f, r.related(n, m.Relationship), m.Target)
	}
	return nil
}

// ways are the relationships that a node has for one that its interface declares.
func (r *run) ways(n *Node, declared *schema.Relationship) []*schema.Relationship {
	var ways []*schema.Relationship
	for _, t := range r.Schema.Nodes {
		if own := declared.Of(t); own != nil && is(n, t) && !slices.Contains(ways, own) {
			ways = append(ways, own)
		}
	}
	return ways
}

// kind is the properties of a node's relationships; nil for none.
func (r *run) kind(n *Node, declared *schema.Relationship) *schema.Edge {
	for _, way := range r.ways(n, declared) {
		return way.Edge
	}
	return nil
}

// related are the nodes that a relationship leads to, once for each relationship.
func (r *run) related(n *Node, declared *schema.Relationship) []reached {
	var rows []reached
	for _, way := range r.ways(n, declared) {
		for _, e := range r.Graph.Relationships {
			to := e.To
			switch {
			case e.Type != way.Type:
				continue
			case e.From == n && way.Direction != schema.In:
			case e.To == n && way.Direction != schema.Out:
				to = e.From
			default:
				continue
			}
			if isAny(to, way.Target.Members()) {
				rows = append(rows, reached{row{to, e}, way})
			}
		}
	}
	return rows
}

func distinct(rows []reached) []reached {
	var out []reached
	for _, a := range rows {
		if !slices.ContainsFunc(out, func(b reached) bool { return a.node == b.node }) {
			out = append(out, reached{row: row{node: a.node}})
		}
	}
	return out
}

// list is a list of nodes: where, sort, offset, limit.
func (r *run) list(f field, rows []reached, t schema.Target) any {
	rows = r.filtered(f, rows)
	ordered := r.sort(f, rows)
	skip, _ := r.argument(f, schema.ArgOffset).(int64)
	limit := r.limit(f, schema.ArgLimit, t)
	rows = cut(rows, skip, limit)
	out := make([]any, len(rows))
	for i, at := range rows {
		out[i] = at.row
	}
	return inOrder(out, ordered)
}

func inOrder(list []any, ordered bool) any {
	if ordered || len(list) < 2 {
		return list
	}
	return Unordered(list)
}

func (r *run) filtered(f field, rows []reached) []reached {
	where, ok := r.argument(f, schema.ArgWhere).(map[string]any)
	if !ok {
		return rows
	}
	input := r.Schema.API.Types[f.def.Arguments.ForName(schema.ArgWhere).Type.Name()]
	var out []reached
	for _, at := range rows {
		if t, said := r.nodeWhere(input, where, at); !said || t == yes {
			out = append(out, at)
		}
	}
	return out
}

// limit is how many rows are kept, -1 for all: what is asked for, or @limit's default, and
// never more than its max.
func (r *run) limit(f field, name string, t schema.Target) int64 {
	var of schema.Limit
	switch t := t.(type) {
	case *schema.Node:
		of = t.Limit
	case *schema.Interface:
		of = t.Limit
	}
	n, given := r.argument(f, name).(int64)
	if !given {
		n = -1
		if of.Default > 0 {
			n = int64(of.Default)
		}
	}
	if of.Max > 0 && (n < 0 || n > int64(of.Max)) {
		n = int64(of.Max)
	}
	return n
}

func cut(rows []reached, skip, limit int64) []reached {
	rows = rows[min(skip, int64(len(rows))):]
	if limit >= 0 {
		rows = rows[:min(limit, int64(len(rows)))]
	}
	return rows
}

// sort sorts rows in place by the argument sort; false where it says nothing.
func (r *run) sort(f field, rows []reached) bool {
	def := f.def.Arguments.ForName(schema.ArgSort)
	items, _ := r.argument(f, schema.ArgSort).([]any)
	var keys []sortKey
	for _, item := range items {
		if object, ok := item.(map[string]any); ok {
			keys = append(keys, r.sortKeys(r.Schema.API.Types[def.Type.Name()], object, false)...)
		}
	}
	slices.SortStableFunc(rows, func(a, b reached) int {
		for _, k := range keys {
			if k.kind != nil && k.kind != a.by.Edge {
				continue // the relationships of one node are of one kind
			}
			c := sorted(r.property(a, k.property, k.edge), r.property(b, k.property, k.edge))
			if k.descending {
				c = -c
			}
			if c != 0 {
				return c
			}
		}
		return 0
	})
	return len(keys) > 0
}

type sortKey struct {
	property         *schema.Property
	edge, descending bool
	kind             *schema.Edge // of the relationships that are sorted by it; nil for all
}

// sortKeys are the keys of one sort object, in the order of the schema.
func (r *run) sortKeys(input *ast.Definition, object map[string]any, edge bool) []sortKey {
	var keys []sortKey
	for _, f := range input.Fields {
		v := object[f.Name]
		if v == nil {
			continue
		}
		switch m := r.Schema.Meaning(f).(type) {
		case *schema.Property:
			keys = append(keys, sortKey{m, edge, v == "DESC", nil})
		case *schema.Edge:
			for _, key := range r.sortKeys(r.Schema.API.Types[f.Type.Name()], v.(map[string]any), true) {
				key.kind = m
				keys = append(keys, key)
			}
		case schema.Part:
			keys = append(keys, r.sortKeys(r.Schema.API.Types[f.Type.Name()], v.(map[string]any), m == schema.EdgeProperties)...)
		}
	}
	return keys
}

// property is the stored value of a property, of the relationship or of the node.
func (r *run) property(at reached, p *schema.Property, edge bool) any {
	if edge {
		return at.edge.Properties[p.Column]
	}
	var own *schema.Property
	most := 0
	for _, t := range r.Schema.Nodes {
		if of := p.Of(t); of != nil && is(at.node, t) && len(t.Labels) > most {
			own, most = of, len(t.Labels)
		}
	}
	if own == nil {
		return nil
	}
	return at.node.Properties[own.Column]
}

// orElse is a value, or what @coalesce says where there is none.
func orElse(v any, p *schema.Property) any {
	if v == nil {
		return p.Coalesce
	}
	return v
}

// connection is a page of rows with what holds for all of them.
func (r *run) connection(f field, rows []reached, t schema.Target) any {
	rows = r.filtered(f, rows)
	ordered := r.sort(f, rows)
	skip := after(r.argument(f, schema.ArgAfter))
	limit := r.limit(f, schema.ArgFirst, t)
	page := cut(rows, skip, limit)
	return shape{func(f field) any {
		switch schema.Part(f.Name) {
		case schema.Edges:
			edges := make([]any, len(page))
			for i, at := range page {
				edges[i] = r.edge(at, skip+int64(i))
			}
			return inOrder(edges, ordered)
		case schema.TotalCount:
			return int64(len(rows))
		case schema.PageInfo:
			more := limit >= 0 && skip+limit < int64(len(rows))
			return shape{func(f field) any { return pageInfo(f, page, skip, more) }}
		case schema.Aggregate:
			return r.aggregate(rows)
		}
		return nil
	}}
}

func (r *run) edge(at reached, place int64) any {
	return shape{func(f field) any {
		switch schema.Part(f.Name) {
		case schema.Cursor:
			return cursor(place)
		case schema.EdgeNode:
			return at.row
		case schema.EdgeProperties:
			if at.by.Edge == nil {
				return nil
			}
			return edgeShape{shape{func(f field) any {
				if p, ok := r.Schema.MeaningOf(at.by.Edge.Name, f.Name).(*schema.Property); ok {
					return orElse(at.edge.Properties[p.Column], p)
				}
				return nil
			}}, at.by.Edge}
		}
		return nil
	}}
}

func pageInfo(f field, page []reached, skip int64, more bool) any {
	switch schema.Part(f.Name) {
	case schema.HasNextPage:
		return more
	case schema.HasPreviousPage:
		return skip > 0
	case schema.StartCursor:
		if len(page) > 0 {
			return cursor(skip)
		}
	case schema.EndCursor:
		if len(page) > 0 {
			return cursor(skip + int64(len(page)) - 1)
		}
	}
	return nil
}

const arrayConnection = "arrayconnection:"

func cursor(place int64) string {
	return base64.StdEncoding.EncodeToString([]byte(arrayConnection + strconv.FormatInt(place, 10)))
}

// after is how many rows lie before what follows a cursor; none for what is no cursor.
func after(cursor any) int64 {
	text, _ := cursor.(string)
	decoded, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return 0
	}
	number, found := strings.CutPrefix(string(decoded), arrayConnection)
	place, err := strconv.ParseInt(number, 10, 32)
	if !found || err != nil || place < 0 {
		return 0
	}
	return place + 1
}

package plan

import (
	"errors"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"concord/gql/schema"
)

// Build decides how the graph answers an operation. The error is a [gqlerror.List] of all
// that is wrong with the operation's arguments, with locations and an `extensions.code`.
func Build(s *schema.Schema, op *Operation) (*Plan, error) {
	b := &builder{s: s, plan: &Plan{Budget: op.Budget}, keysets: op.Keysets}
	if b.plan.Budget <= 0 {
		b.plan.Budget = DefaultBudget
	}
	for _, f := range op.Select.On[0].Fields {
		if !strings.HasPrefix(f.Name, "__") {
			b.root(f)
		}
	}
	if len(b.errs) > 0 {
		return nil, coded(CodeInput, b.errs)
	}
	return b.plan, nil
}

type builder struct {
	s     *schema.Schema
	plan  *Plan
	path  []string
	field *Field // the one whose arguments are read, for the locations of errors
	errs  gqlerror.List

	keysets bool // Operation.Keysets

	kinds kinds // of the relationships that a filter is read for
}

func (b *builder) fail(format string, args ...any) {
	b.errs = append(b.errs, gqlerror.ErrorPosf(b.field.Position, format, args...))
}

func (b *builder) decide(rule string, taken bool, reason string) {
	b.plan.Decisions = append(b.plan.Decisions, Decision{strings.Join(b.path, "."), rule, taken, reason})
}

func (b *builder) at(f *Field, do func()) {
	outer := b.field
	b.path, b.field = append(b.path, f.Key), f
	do()
	b.path, b.field = b.path[:len(b.path)-1], outer
}

func (b *builder) root(f *Field) {
	b.at(f, func() {
		var v Value
		switch m := b.s.Meaning(f.Definition).(type) {
		case schema.List:
			v = &List{Rows: b.listRows(f, all(m.Target), limitOf(m.Target)), Object: b.object(f.Select)}
		case schema.RootConnection:
			v = b.connection(f, all(m.Target), limitOf(m.Target), false)
		case *schema.FullText:
			phrase, _ := f.Arguments[schema.ArgPhrase].(string)
			v = b.connection(f, Source{Target: m.Node, Members: m.Node.Members(), FullText: &FullTextSource{m.Index, phrase}}, m.Node.Limit, false)
		case *schema.Cypher:
			v = b.computed(f, m, Node)
		default:
			b.fail("the field %s cannot be asked for here; leave it out", f.Name)
			return
		}
		b.plan.Roots = append(b.plan.Roots, Root{Key: f.Key, Value: v})
	})
}

// all are all the nodes of a type.
func all(t schema.Target) Source { return Source{Target: t, Members: t.Members()} }

func limitOf(t schema.Target) schema.Limit {
	switch t := t.(type) {
	case *schema.Node:
		return t.Limit
	case *schema.Interface:
		return t.Limit
	}
	return schema.Limit{}
}

// object plans what is asked of a node. Fields that mean the same on several types become one choice.
func (b *builder) object(sel *Selection) *Object {
	o := &Object{Typename: sel.Abstract()}
	index := map[string]int{}
	for _, c := range sel.On {
		node := b.node(c.Type)
		if node == nil {
			continue
		}
		o.Members = append(o.Members, node)
		for _, f := range c.Fields {
			if _, known := index[f.Key]; !known && f.Name != "__typename" {
				index[f.Key] = len(o.Entries)
				o.Entries = append(o.Entries, Entry{Key: f.Key})
			}
		}
	}
	for i := range o.Entries {
		o.Entries[i].Choices = b.choices(sel, o.Members, o.Entries[i].Key)
	}
	return o
}

// node is the node type of an object type's name; nil if there is none.
func (b *builder) node(t *ast.Definition) *schema.Node {
	for _, n := range b.s.Nodes {
		if n.Name == t.Name {
			return n
		}
	}
	return nil
}

// fieldOn is a field together with the node types on which it is selected.
type fieldOn struct {
	nodes    []*schema.Node
	meanings []schema.Meaning // one for each node
	field    *Field
}

func (b *builder) choices(sel *Selection, members []*schema.Node, key string) []Choice {
	var groups []fieldOn
	for _, n := range members {
		for _, f := range sel.Fields(n.Name) {
			if f.Key != key || f.Name == "__typename" {
				continue
			}
			m := b.s.MeaningOf(n.Name, f.Name)
			i := slices.IndexFunc(groups, func(g fieldOn) bool { return alike(g, f, m) })
			if i < 0 {
				groups = append(groups, fieldOn{field: f})
				i = len(groups) - 1
			}
			groups[i].nodes = append(groups[i].nodes, n)
			groups[i].meanings = append(groups[i].meanings, m)
		}
	}
	var choices []Choice
	for _, g := range groups {
		c := Choice{Nodes: g.nodes}
		if len(g.nodes) == len(members) {
			c.Nodes = nil
		}
		b.at(g.field, func() { c.Value = b.value(g) })
		if c.Value != nil {
			choices = append(choices, c)
		}
	}
	return choices
}

// alike reports whether a field on another type can share a choice: it is the same
// selection, and what differs between the types is at most which relationship is walked.
func alike(g fieldOn, f *Field, m schema.Meaning) bool {
	if g.field.first != f.first || g.field.Select != f.Select {
		return false
	}
	switch m := m.(type) {
	case *schema.Property:
		p, ok := g.meanings[0].(*schema.Property)
		return ok && p.Column == m.Column && p.Type.Scalar == m.Type.Scalar
	case *schema.Relationship:
		_, ok := g.meanings[0].(*schema.Relationship)
		return ok
	case schema.Connection:
		_, ok := g.meanings[0].(schema.Connection)
		return ok
	case *schema.Cypher:
		c, ok := g.meanings[0].(*schema.Cypher)
		return ok && c.Statement == m.Statement && c.Column == m.Column
	}
	return false
}

func (b *builder) value(g fieldOn) Value {
	f := g.field
	switch m := g.meanings[0].(type) {
	case *schema.Property:
		return b.stored(f, m, Node)
	case *schema.Relationship:
		source, limit := b.related(g)
		return &List{Rows: b.listRows(f, source, limit), Object: b.object(f.Select), Single: m.Single}
	case schema.Connection:
		source, limit := b.related(g)
		return b.connection(f, source, limit, true)
	case *schema.Cypher:
		return b.computed(f, m, Node)
	}
	b.fail("the field %s cannot be asked for here; leave it out", f.Name)
	return nil
}

func (b *builder) stored(f *Field, p *schema.Property, subject Subject) Stored {
	s := Stored{Subject: subject, Property: p}
	if f.Select != nil {
		s.Parts = []PointPart{}
		for _, part := range f.Select.On[0].Fields {
			if m, ok := b.s.Meaning(part.Definition).(schema.Part); ok {
				s.Parts = append(s.Parts, PointPart{part.Key, m})
			}
		}
	}
	return s
}

// related is where the relationship of a field leads, for all the types it is asked of.
func (b *builder) related(g fieldOn) (Source, schema.Limit) {
	var hops []Hop
	var limit schema.Limit
	source := Source{}
	for i, n := range g.nodes {
		rel, ok := g.meanings[i].(*schema.Relationship)
		if c, isConnection := g.meanings[i].(schema.Connection); isConnection {
			rel, ok = c.Relationship, true
		}
		if ok {
			hops = addHop(hops, n, rel.Of(n))
			source.Target = rel.Of(n).Target
			limit = limitOf(source.Target)
			source.Members = addMembers(source.Members, rel.Of(n).Target.Members())
		}
	}
	source.Hops = settle(hops)
	return source, limit
}

// addHop adds a node to the hop that walks the same way, or a new hop.
func addHop(hops []Hop, n *schema.Node, r *schema.Relationship) []Hop {
	for i, h := range hops {
		o := h.Relationship
		if o.Type == r.Type && o.Direction == r.Direction && o.Target == r.Target && o.Edge == r.Edge {
			hops[i].Owners = append(hops[i].Owners, n)
			return hops
		}
	}
	return append(hops, Hop{Owners: []*schema.Node{n}, Relationship: r})
}

// settle drops the owners of a hop that is the only one: it needs no test of the type.
func settle(hops []Hop) []Hop {
	if len(hops) == 1 {
		hops[0].Owners = nil
	}
	return hops
}

func addMembers(to, nodes []*schema.Node) []*schema.Node {
	for _, n := range nodes {
		if !slices.Contains(to, n) {
			to = append(to, n)
		}
	}
	return to
}

// hopsOf are the ways that a relationship in a filter can go from any of the members.
func hopsOf(r *schema.Relationship, members []*schema.Node) []Hop {
	if !r.Declared {
		return []Hop{{Relationship: r}}
	}
	var hops []Hop
	for _, n := range members {
		if own := r.Of(n); own != nil {
			hops = addHop(hops, n, own)
		}
	}
	return settle(hops)
}

// Problems are the errors in an error of [Build].
func Problems(err error) gqlerror.List {
	var list gqlerror.List
	if errors.As(err, &list) {
		return list
	}
	return gqlerror.List{gqlerror.Wrap(err)}
}

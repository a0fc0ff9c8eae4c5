package plan

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"concord/gql/schema"
)

// scope is what a filter input is about: which types the node can have, and whether
// conditions are on the node or the relationship that led to it.
type scope struct {
	members []*schema.Node
	subject Subject
	path    string
}

func (sc scope) below(name string) scope {
	sc.path += "." + name
	return sc
}

// where turns a filter input into a filter: the conjunction of its fields, in the order
// of the schema. nil means that it says nothing.
func (b *builder) where(input *ast.Definition, value map[string]any, sc scope) Filter {
	var all []Filter
	for _, f := range input.Fields {
		v, given := value[f.Name]
		if !given {
			continue
		}
		all = append(all, b.condition(f, b.s.Meaning(f), v, sc.below(f.Name)))
	}
	return allOf(all...)
}

func (b *builder) condition(f *ast.FieldDefinition, m schema.Meaning, v any, sc scope) Filter {
	input := b.s.API.Types[f.Type.Name()]
	if suffix, ok := m.(schema.Suffix); ok {
		return b.suffixed(suffix, input, v, sc)
	}
	if part, ok := m.(schema.Part); ok {
		return b.part(part, input, v, sc)
	}
	if r := relationshipOf(m); r != nil && r.Single {
		return b.singleFilter(r, input, v, sc)
	}
	object, ok := v.(map[string]any)
	if !ok {
		b.fail("%s is null, which could mean two things; write {eq: null} for what has no value, or leave it out", sc.path)
		return nil
	}
	switch m := m.(type) {
	case *schema.Property:
		return b.operators(input, object, sc, operand{property: m, subject: sc.subject})
	case *schema.Relationship:
		return b.quantified(input, object, hopsOf(m, sc.members), sc)
	case schema.Connection:
		return b.quantified(input, object, hopsOf(m.Relationship, sc.members), sc)
	case *schema.Cypher:
		return b.resultFilter(m, input, object, sc)
	case *schema.Edge:
		if b.otherKind(m) {
			return nil
		}
		return b.where(input, object, sc)
	}
	b.fail("%s is no filter; leave it out", sc.path)
	return nil
}

// relationshipOf is the relationship that a field is about; nil if there is none.
func relationshipOf(m schema.Meaning) *schema.Relationship {
	switch m := m.(type) {
	case *schema.Relationship:
		return m
	case schema.Connection:
		return m.Relationship
	}
	return nil
}

// singleFilter is a filter on the node of a single relationship: it stands directly below
// the field, without a quantifier. Null asks for there being none.
func (b *builder) singleFilter(r *schema.Relationship, input *ast.Definition, v any, sc scope) Filter {
	hops := hopsOf(r, sc.members)
	object, ok := v.(map[string]any)
	if !ok {
		return Related{Quantifier: schema.None, Hops: hops}
	}
	return Related{schema.Some, hops, b.nodeWhere(input, object, scope{members: members(hops), path: sc.path})}
}

// part handles what is not about one field: logic, types, and the sides of a connection.
func (b *builder) part(m schema.Part, input *ast.Definition, v any, sc scope) Filter {
	if v == nil {
		return nil
	}
	object, _ := v.(map[string]any)
	switch m {
	case schema.And, schema.Or:
		var of []Filter
		list, _ := v.([]any)
		for _, item := range list {
			if o, ok := item.(map[string]any); ok {
				if f := b.where(input, o, sc); f != nil {
					of = append(of, f)
				}
			}
		}
		if m == schema.And || len(of) < 2 {
			return allOf(of...)
		}
		return Or(of)
	case schema.Not:
		if f := b.where(input, object, sc); f != nil {
			return Not{f}
		}
		return nil
	case schema.Typename:
		return b.instance(v, sc)
	case schema.EdgeNode:
		sc.subject = Node
		return b.nodeWhere(input, object, sc)
	case schema.EdgeProperties:
		sc.subject = Edge
		return b.where(input, object, sc)
	case schema.Score:
		return b.score(input, object)
	}
	b.fail("%s is no filter; leave it out", sc.path)
	return nil
}

// nodeWhere is a filter on nodes: that of a type, or of a union by member. A union's
// filter that names members leaves out the nodes of the others.
func (b *builder) nodeWhere(input *ast.Definition, object map[string]any, sc scope) Filter {
	if !b.union(input) {
		return b.where(input, object, sc)
	}
	var members Or
	for _, f := range input.Fields {
		v, given := object[f.Name]
		node, isNode := b.s.Meaning(f).(*schema.Node)
		if !given || !isNode {
			continue
		}
		o, _ := v.(map[string]any)
		own := sc.below(f.Name)
		own.members = node.Members()
		members = append(members, allOf(Instance{node.Members()}, b.where(b.s.API.Types[f.Type.Name()], o, own)))
	}
	switch len(members) {
	case 0:
		return nil
	case 1:
		return members[0]
	}
	return members
}

// union reports whether an input is the filter of a union.
func (b *builder) union(input *ast.Definition) bool {
	return len(input.Fields) > 0 && slices.ContainsFunc(input.Fields, func(f *ast.FieldDefinition) bool {
		_, ok := b.s.Meaning(f).(*schema.Node)
		return ok
	})
}

func (b *builder) instance(v any, sc scope) Filter {
	var of Instance
	names, _ := v.([]any)
	for _, n := range sc.members {
		if slices.Contains(names, any(n.Name)) {
			of.Nodes = append(of.Nodes, n)
		}
	}
	return of
}

// quantified is a filter on related nodes: some, all, none and single, and the aggregate.
func (b *builder) quantified(input *ast.Definition, object map[string]any, hops []Hop, sc scope) Filter {
	var all []Filter
	for _, f := range input.Fields {
		v, given := object[f.Name]
		if !given {
			continue
		}
		o, ok := v.(map[string]any)
		if !ok {
			b.fail("%s.%s is null; give a filter, {} for any", sc.path, f.Name)
			continue
		}
		all = append(all, b.quantifier(b.s.Meaning(f), b.s.API.Types[f.Type.Name()], o, hops, sc.below(f.Name)))
	}
	return allOf(all...)
}

func (b *builder) quantifier(m schema.Meaning, input *ast.Definition, object map[string]any, hops []Hop, sc scope) Filter {
	sc.members, sc.subject = members(hops), Node
	switch m := m.(type) {
	case schema.Quantifier:
		return b.byKind(hops, ofOwner, func(hops []Hop) Filter { return Related{m, hops, b.nodeWhere(input, object, sc)} })
	case schema.Part:
		if m == schema.Aggregate {
			return b.byKind(hops, ofOwner, func(hops []Hop) Filter {
				if c := b.aggregateWhere(input, object, Node, sc.path); c != nil {
					return Aggregated{hops, c}
				}
				return nil
			})
		}
	}
	b.fail("%s is no filter; leave it out", sc.path)
	return nil
}

func members(hops []Hop) []*schema.Node {
	var nodes []*schema.Node
	for _, h := range hops {
		nodes = addMembers(nodes, h.Relationship.Target.Members())
	}
	return nodes
}

// suffixed is a filter in the deprecated form, such as name_CONTAINS.
func (b *builder) suffixed(m schema.Suffix, input *ast.Definition, v any, sc scope) Filter {
	switch of := m.Of.(type) {
	case *schema.Property:
		op, _ := m.By.(schema.Operator)
		return b.compare(operand{property: of, subject: sc.subject}, op, v, sc)
	case *schema.Cypher:
		op, _ := m.By.(schema.Operator)
		return b.compare(operand{cypher: of, subject: sc.subject}, op, v, sc)
	case *schema.Relationship:
		o, _ := v.(map[string]any)
		return b.quantifier(m.By, input, o, hopsOf(of, sc.members), sc)
	case schema.Connection:
		o, _ := v.(map[string]any)
		return b.quantifier(m.By, input, o, hopsOf(of.Relationship, sc.members), sc)
	}
	b.fail("%s is no filter; leave it out", sc.path)
	return nil
}

// resultFilter is a filter on the result of a statement: operators on a scalar,
// quantifiers over nodes, or the filter of a single node.
func (b *builder) resultFilter(m *schema.Cypher, input *ast.Definition, object map[string]any, sc scope) Filter {
	if m.Result.Scalar != nil {
		return b.operators(input, object, sc, operand{cypher: m, subject: sc.subject})
	}
	if m.Result.Target == nil {
		b.fail("%s is no filter; leave it out", sc.path)
		return nil
	}
	inner := scope{members: m.Result.Target.Members(), path: sc.path}
	if !m.Result.List {
		return ResultNodes{sc.subject, m, schema.Some, b.nodeWhere(input, object, inner)}
	}
	var all []Filter
	for _, f := range input.Fields {
		if o, ok := object[f.Name].(map[string]any); ok {
			if q, isQuantifier := b.s.Meaning(f).(schema.Quantifier); isQuantifier {
				all = append(all, ResultNodes{sc.subject, m, q, b.nodeWhere(b.s.API.Types[f.Type.Name()], o, inner.below(f.Name))})
			}
		}
	}
	return allOf(all...)
}

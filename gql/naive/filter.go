package naive

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"concord/gql/schema"
)

// truth is a value of three-valued logic. They are ordered: and is the least, or the greatest.
type truth int

const (
	no truth = iota
	unknown
	yes
)

func truthOf(b bool) truth {
	if b {
		return yes
	}
	return no
}

func not(t truth) truth { return yes - t }

// conjunction collects what must hold together. What says nothing (an empty filter) is not
// among it: it is neither true nor false.
type conjunction struct {
	truth truth
	said  bool
}

func (c *conjunction) add(t truth, said bool) {
	switch {
	case !said:
	case !c.said:
		c.truth, c.said = t, true
	default:
		c.truth = min(c.truth, t)
	}
}

// disjunction collects what must hold one at least.
type disjunction conjunction

func (d *disjunction) add(t truth, said bool) {
	switch {
	case !said:
	case !d.said:
		d.truth, d.said = t, true
	default:
		d.truth = max(d.truth, t)
	}
}

// test is a filter input tested somewhere.
type test func(input *ast.Definition, v map[string]any) (truth, bool)

// logic is AND, OR or NOT of a filter.
func logic(m schema.Part, input *ast.Definition, v any, of test) (truth, bool) {
	if m == schema.Not {
		object, ok := v.(map[string]any)
		if !ok {
			return yes, false
		}
		t, said := of(input, object)
		return not(t), said
	}
	var and conjunction
	var or disjunction
	items, _ := v.([]any)
	for _, item := range items {
		if object, ok := item.(map[string]any); ok {
			t, said := of(input, object)
			and.add(t, said)
			or.add(t, said)
		}
	}
	if m == schema.And {
		return and.truth, and.said
	}
	return or.truth, or.said
}

// nodeWhere tests the filter of a type, or of a union: by member.
func (r *run) nodeWhere(input *ast.Definition, v map[string]any, at reached) (truth, bool) {
	ofUnion := len(input.Fields) > 0
	for _, f := range input.Fields {
		_, member := r.Schema.Meaning(f).(*schema.Node)
		ofUnion = ofUnion && member
	}
	if !ofUnion {
		return r.where(input, v, at, false)
	}
	var some disjunction
	for _, f := range input.Fields {
		own, given := v[f.Name].(map[string]any)
		if !given {
			continue
		}
		t, said := no, true
		if is(at.node, r.Schema.Meaning(f).(*schema.Node)) {
			t, said = r.where(r.Schema.API.Types[f.Type.Name()], own, at, false)
		}
		if !said {
			t = yes
		}
		some.add(t, true)
	}
	return some.truth, some.said
}

// where tests a filter input of the node, or of the relationship (edge).
func (r *run) where(input *ast.Definition, v map[string]any, at reached, edge bool) (truth, bool) {
	var all conjunction
	for _, f := range input.Fields {
		if given, ok := v[f.Name]; ok {
			all.add(r.condition(f, given, at, edge))
		}
	}
	return all.truth, all.said
}

func (r *run) condition(f *ast.FieldDefinition, v any, at reached, edge bool) (truth, bool) {
	input := r.Schema.API.Types[f.Type.Name()]
	object, _ := v.(map[string]any)
	switch m := r.Schema.Meaning(f).(type) {
	case schema.Part:
		return r.part(m, input, v, at, edge)
	case *schema.Property:
		return r.operators(input, object, m, r.property(at, m, edge), false)
	case *schema.Relationship:
		if m.Single {
			return r.single(m, input, v, at)
		}
		return r.quantified(input, object, at.node, m)
	case schema.Connection:
		if m.Single {
			return r.single(m.Relationship, input, v, at)
		}
		return r.quantified(input, object, at.node, m.Relationship)
	case *schema.Edge:
		if at.by.Edge != m {
			return yes, false
		}
		return r.where(input, object, at, true)
	case schema.Suffix:
		return r.suffix(m, input, v, at, edge)
	}
	return no, true
}

func (r *run) part(m schema.Part, input *ast.Definition, v any, at reached, edge bool) (truth, bool) {
	object, _ := v.(map[string]any)
	switch m {
	case schema.And, schema.Or, schema.Not:
		return logic(m, input, v, func(input *ast.Definition, v map[string]any) (truth, bool) { return r.where(input, v, at, edge) })
	case schema.Typename:
		names, ok := v.([]any)
		return truthOf(slices.ContainsFunc(r.Schema.Nodes, func(t *schema.Node) bool {
			return slices.Contains(names, any(t.Name)) && is(at.node, t)
		})), ok
	case schema.EdgeNode:
		if object == nil {
			return yes, false
		}
		return r.nodeWhere(input, object, at)
	case schema.EdgeProperties:
		return r.where(input, object, at, true)
	}
	return no, true
}

// single tests the filter of a relationship to one node: null asks for there being none.
func (r *run) single(m *schema.Relationship, input *ast.Definition, v any, at reached) (truth, bool) {
	rows := r.related(at.node, m)
	object, ok := v.(map[string]any)
	if !ok {
		return truthOf(len(rows) == 0), true
	}
	return r.quantifier(schema.Some, input, object, rows), true
}

// quantified tests how many of the related nodes match, and aggregates over them.
func (r *run) quantified(input *ast.Definition, v map[string]any, n *Node, by *schema.Relationship) (truth, bool) {
	var all conjunction
	rows := r.related(n, by)
	for _, f := range input.Fields {
		object, ok := v[f.Name].(map[string]any)
		if !ok {
			continue
		}
		own := r.Schema.API.Types[f.Type.Name()]
		if m, ok := r.Schema.Meaning(f).(schema.Quantifier); ok {
			all.add(r.quantifier(m, own, object, rows), true)
		} else {
			all.add(r.aggregateWhere(own, object, aggregated{rows: rows, kind: r.kind(n, by)}))
		}
	}
	return all.truth, all.said
}

func (r *run) quantifier(m schema.Quantifier, input *ast.Definition, v map[string]any, rows []reached) truth {
	matching, failing := 0, 0
	for _, at := range rows {
		switch t, said := r.nodeWhere(input, v, at); {
		case !said || t == yes:
			matching++
		case t == no:
			failing++
		}
	}
	switch m {
	case schema.All:
		return truthOf(matching > 0 && failing == 0)
	case schema.None:
		return truthOf(matching == 0)
	case schema.Single:
		return truthOf(matching == 1)
	}
	return truthOf(matching > 0)
}

// suffix tests a filter in the deprecated form, such as name_CONTAINS.
func (r *run) suffix(m schema.Suffix, input *ast.Definition, v any, at reached, edge bool) (truth, bool) {
	object, _ := v.(map[string]any)
	switch of := m.Of.(type) {
	case *schema.Property:
		return compare(m.By.(schema.Operator), r.property(at, of, edge), v, of, false), true
	case *schema.Relationship:
		return r.quantifier(m.By.(schema.Quantifier), input, object, r.related(at.node, of)), true
	case schema.Connection:
		return r.quantifier(m.By.(schema.Quantifier), input, object, r.related(at.node, of.Relationship)), true
	}
	return no, true
}

// operators tests the operators on a property.
func (r *run) operators(input *ast.Definition, v map[string]any, p *schema.Property, value any, lower bool) (truth, bool) {
	var all conjunction
	for _, f := range input.Fields {
		given, ok := v[f.Name]
		if !ok {
			continue
		}
		switch m := r.Schema.Meaning(f).(type) {
		case schema.Operator:
			all.add(compare(m, value, given, p, lower), true)
		case schema.Part:
			object, _ := given.(map[string]any)
			own := r.Schema.API.Types[f.Type.Name()]
			if m == schema.CaseInsensitive {
				all.add(r.operators(own, object, p, value, true))
			} else {
				all.add(r.distance(own, object, value))
			}
		}
	}
	return all.truth, all.said
}

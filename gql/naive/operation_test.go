package naive

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"concord/gql/schema"
)

// form is an operation whose values are left open: text, and slots between the pieces.
type form struct {
	pieces []string // one more than slots
	slots  []slot
}

// slot is a place for a value of the operation. One with a name is a variable.
type slot struct {
	kind     string // a scalar, an enum or a point input; or count, cursor, average, mean, expression
	typ      string // the variable's
	name     string
	nullable bool // the variable may be null
	optional bool // the variable may not be given
	state    state
}

// state is what a variable is given: it decides on the text of the statement.
type state int

const (
	given state = iota
	null
	absent
)

// writer draws a form.
type writer struct {
	*rapid.T
	s     *schema.Schema
	out   form
	text  strings.Builder
	keys  int
	names int
	left  int // how many more fields and inputs

	fragments []form
}

func drawForm(t *rapid.T, s *schema.Schema) form {
	w := &writer{T: t, s: s, left: 5 + pick(t, 15, "size")}
	w.text.WriteString("{")
	var roots ast.FieldList
	for _, f := range s.API.Query.Fields {
		if !strings.HasPrefix(f.Name, "__") {
			roots = append(roots, f)
		}
	}
	for range 1 + pick(t, 5, "roots")/4 {
		w.field(roots[pick(t, len(roots), "root")], 2, nil)
	}
	w.text.WriteString(" }")
	for _, f := range w.fragments {
		w.write("\n%s", f.pieces[0])
		for i, s := range f.slots {
			w.close(s)
			w.write("%s", f.pieces[i+1])
		}
	}
	w.out.pieces = append(w.out.pieces, w.text.String())
	return w.out
}

// apart draws the definition of a fragment, which stands at the end.
func (w *writer) apart(draw func()) {
	outer, text := w.out, w.text.String()
	w.out = form{}
	w.text.Reset()
	draw()
	w.fragments = append(w.fragments, form{append(w.out.pieces, w.text.String()), w.out.slots})
	w.out = outer
	w.text.Reset()
	w.text.WriteString(text)
}

func (w *writer) write(format string, args ...any) { fmt.Fprintf(&w.text, format, args...) }

// slot leaves a place for a value.
func (w *writer) slot(s slot) {
	if rarely(w.T, 3, "variable") {
		w.names++
		s.name = "v" + strconv.Itoa(w.names)
		switch pick(w.T, 8, "state") {
		case 6:
			if s.nullable {
				s.state = null
			}
		case 7:
			if s.optional {
				s.state = absent
			}
		}
	}
	w.close(s)
}

// close ends a piece with a slot.
func (w *writer) close(s slot) {
	w.out.pieces = append(w.out.pieces, w.text.String())
	w.out.slots = append(w.out.slots, s)
	w.text.Reset()
}

// field selects a field. Ordered says what the order of the list is that it stands in: nil
// outside of connections.
func (w *writer) field(f *ast.FieldDefinition, depth int, ordered *bool) {
	w.left--
	t := w.s.API.Types[f.Type.Name()]
	if len(f.Arguments) > 0 || t.IsCompositeType() || rarely(w.T, 3, "alias") {
		w.keys++
		w.write(" k%d:", w.keys)
	}
	w.write(" %s", f.Name)
	inOrder := w.arguments(f)
	if ordered == nil || len(f.Arguments) > 0 {
		ordered = &inOrder
	}
	if rarely(w.T, 12, "directive") {
		w.write(" %s", []string{"@include(if: true)", "@skip(if: true)", "@skip(if: false)"}[pick(w.T, 3, "which")])
	}
	if t.IsCompositeType() {
		w.write(" {")
		w.selection(t, depth, ordered)
		w.write(" }")
	}
}

func (w *writer) selection(t *ast.Definition, depth int, ordered *bool) {
	switch pick(w.T, 16, "fragment") {
	case 13:
		w.write(" ... {")
		w.fields(t, depth, ordered)
		w.write(" }")
		return
	case 14:
		w.write(" ... on %s {", t.Name)
		w.fields(t, depth, ordered)
		w.write(" }")
		return
	case 15:
		w.names++
		name := fmt.Sprintf("F%d", w.names)
		w.write(" ...%s", name)
		w.apart(func() {
			w.write("fragment %s on %s {", name, t.Name)
			w.fields(t, depth, ordered)
			w.write(" }")
		})
		return
	}
	w.fields(t, depth, ordered)
}

func (w *writer) fields(t *ast.Definition, depth int, ordered *bool) {
	selected := 0
	if rarely(w.T, 4, "typename") || t.Kind == ast.Union {
		w.write(" __typename")
		selected++
	}
	for _, f := range t.Fields {
		if strings.HasPrefix(f.Name, "__") || !w.wanted(t, f, depth, ordered) {
			continue
		}
		below := depth
		switch w.s.Meaning(f).(type) {
		case *schema.Relationship, schema.Connection:
			below--
		}
		w.field(f, below, ordered)
		selected++
	}
	if t.IsAbstractType() {
		for _, p := range w.s.API.GetPossibleTypes(t) {
			if w.left > 0 && rarely(w.T, 2, "on type") {
				w.write(" ... on %s {", p.Name)
				w.selection(p, depth, ordered)
				w.write(" }")
				selected++
			}
		}
	}
	if selected == 0 {
		w.write(" __typename")
	}
}

// wanted draws whether a field is selected. Cursors say something only of a list in order.
func (w *writer) wanted(t *ast.Definition, f *ast.FieldDefinition, depth int, ordered *bool) bool {
	m := w.s.Meaning(f)
	if part, ok := m.(schema.Part); ok && ordered != nil && !*ordered {
		switch part {
		case schema.Cursor, schema.StartCursor, schema.EndCursor:
			return false
		}
	}
	leaf := w.s.API.Types[f.Type.Name()].IsLeafType()
	switch m.(type) {
	case *schema.Relationship, schema.Connection:
		return depth > 0 && w.left > 0 && rarely(w.T, 3, "related")
	case schema.Part:
		return w.left > 0 && rarely(w.T, 2, "part")
	}
	return w.left > 0 && (leaf || w.left > 5) && rarely(w.T, 3, "leaf")
}

// arguments draws arguments; the result says whether the list has an order.
func (w *writer) arguments(f *ast.FieldDefinition) bool {
	if len(f.Arguments) == 0 {
		return true
	}
	sortable := f.Arguments.ForName(schema.ArgSort) != nil && w.uniqueSort(w.s.API.Types[f.Arguments.ForName(schema.ArgSort).Type.Name()]) != ""
	limited := w.limited(f)
	ordered := sortable && (limited || !rarely(w.T, 4, "unordered"))
	started := false
	argument := func(name string) {
		if !started {
			w.write("(")
		} else {
			w.write(", ")
		}
		started = true
		w.write("%s: ", name)
	}
	for _, a := range f.Arguments {
		input := w.s.API.Types[a.Type.Name()]
		switch a.Name {
		case schema.ArgWhere:
			if pick(w.T, 4, "where") > 0 {
				argument(a.Name)
				w.object(input, 3)
			}
		case schema.ArgSort:
			if ordered {
				argument(a.Name)
				w.sort(input)
			}
		case schema.ArgAfter:
			if ordered && rarely(w.T, 4, "after") {
				argument(a.Name)
				w.slot(slot{kind: []string{"cursor", "cursor", "cursor", "no cursor"}[pick(w.T, 4, "kind")], typ: "String", optional: true, nullable: true})
			}
		default: // limit, offset, first
			if ordered && rarely(w.T, 3, "count") {
				argument(a.Name)
				kind := "count"
				if a.Name == schema.ArgOffset {
					kind = []string{"some", "some", "some", "none"}[pick(w.T, 4, "kind")]
				}
				w.slot(slot{kind: kind, typ: "Int", optional: true, nullable: true})
			}
		}
	}
	if started {
		w.write(")")
	}
	return ordered
}

// limited says whether @limit cuts the list, whatever the operation says.
func (w *writer) limited(f *ast.FieldDefinition) bool {
	var t schema.Target
	switch m := w.s.Meaning(f).(type) {
	case schema.List:
		t = m.Target
	case schema.RootConnection:
		t = m.Target
	case *schema.Relationship:
		t = m.Target
	case schema.Connection:
		t = m.Target
	}
	switch t := t.(type) {
	case *schema.Node:
		return t.Limit != schema.Limit{}
	case *schema.Interface:
		return t.Limit != schema.Limit{}
	}
	return false
}

// uniqueSort is what ends a sort so that no two rows are alike in it; empty if nothing can.
func (w *writer) uniqueSort(input *ast.Definition) string {
	if input.Fields.ForName("key") != nil {
		return "{key: ASC}"
	}
	node, edge := input.Fields.ForName("node"), input.Fields.ForName("edge")
	var keys []string
	if node != nil {
		keys = append(keys, "{node: {key: DESC}}")
	}
	if edge != nil {
		ranks := w.s.API.Types[edge.Type.Name()]
		if ranks.Fields.ForName("rank") != nil {
			keys = append(keys, "{edge: {rank: DESC}}")
		} else { // of a declared relationship, one rank for all: they are stored alike
			keys = append(keys, fmt.Sprintf("{edge: {%s: {rank: ASC}}}", ranks.Fields[0].Name))
		}
	}
	return strings.Join(keys, ", ")
}

func (w *writer) sort(input *ast.Definition) {
	w.write("[")
	for range pick(w.T, 3, "sorts") {
		f := input.Fields[pick(w.T, len(input.Fields), "sort")]
		w.write("%s, ", w.sortObject(f))
	}
	w.write("%s]", w.uniqueSort(input))
}

func (w *writer) sortObject(f *ast.FieldDefinition) string {
	if _, related := w.s.Meaning(f).(schema.Connection); related {
		return "{}" // sorts by what is related have cases of their own; the evaluator has none of them
	}
	t := w.s.API.Types[f.Type.Name()]
	if t.Kind == ast.Enum {
		if p, ok := w.s.Meaning(f).(*schema.Property); ok && !sortable(p) {
			return "{}"
		}
		return fmt.Sprintf("{%s: %s}", f.Name, []string{"ASC", "DESC"}[pick(w.T, 2, "direction")])
	}
	inner := t.Fields[pick(w.T, len(t.Fields), "sort below")]
	return fmt.Sprintf("{%s: %s}", f.Name, w.sortObject(inner))
}

// sortable leaves out what has no order that the manual would promise.
func sortable(p *schema.Property) bool {
	return !p.Type.List && p.Type.Scalar != schema.Point && p.Type.Scalar != schema.CartesianPoint
}

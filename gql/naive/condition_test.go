package naive

import (
	"github.com/vektah/gqlparser/v2/ast"

	"concord/gql/schema"
)

// object draws a filter input: mostly one condition or two.
func (w *writer) object(input *ast.Definition, depth int) {
	wanted := map[string]bool{}
	for range []int{1, 1, 1, 2, 2, 3, 0}[pick(w.T, 7, "conditions")] {
		wanted[input.Fields[pick(w.T, len(input.Fields), "condition")].Name] = true
	}
	w.write("{")
	first := true
	for _, f := range input.Fields {
		inner := w.s.API.Types[f.Type.Name()]
		m := w.s.Meaning(f)
		composite := inner.Kind == ast.InputObject && inner.Name != "PointInput" && inner.Name != "CartesianPointInput"
		if !f.Type.NonNull && (!wanted[f.Name] || w.left <= 0 || composite && depth <= 0 || refused(m, inner)) {
			continue
		}
		w.left--
		if !first {
			w.write(", ")
		}
		first = false
		w.write("%s: ", f.Name)
		w.value(input, f, m, composite, depth)
	}
	w.write("}")
}

// refused says what the evaluator doesn't do.
func refused(m schema.Meaning, input *ast.Definition) bool {
	return m == schema.Average && input.Name == "DurationScalarFilters"
}

func (w *writer) value(input *ast.Definition, f *ast.FieldDefinition, m schema.Meaning, composite bool, depth int) {
	inner := w.s.API.Types[f.Type.Name()]
	if composite {
		one := func() {
			if r, ok := m.(*schema.Relationship); ok && r.Single && rarely(w.T, 4, "null") {
				w.write("null")
				return
			}
			below := depth - 1
			switch m.(type) {
			case *schema.Property, schema.Aggregation:
				below = depth // operators stand below
			}
			if m == schema.Average || m == schema.AverageLength {
				w.averages(inner)
				return
			}
			w.object(inner, below)
		}
		w.items(f.Type, 2, one)
		return
	}
	s := slot{kind: inner.Name, typ: inner.Name}
	if inner.Kind == ast.Enum && m == schema.Typename {
		w.items(f.Type, 2, func() { w.write("%s", inner.EnumValues[pick(w.T, len(inner.EnumValues), "type")].Name) })
		return
	}
	operator, isOperator := m.(schema.Operator)
	inDistance := isOperator && input.Fields.ForName("from") != nil
	if suffix, ok := m.(schema.Suffix); ok {
		operator, isOperator = suffix.By.(schema.Operator)
	}
	if operator == schema.OpMatches {
		s.kind = "expression"
	}
	if f.Type.Elem == nil && !f.Type.NonNull && isOperator {
		s.optional, s.nullable = true, operator == schema.OpEq && !inDistance
		if s.nullable && rarely(w.T, 6, "null") {
			w.write("null")
			return
		}
	}
	if f.Type.Elem != nil {
		s.typ += "!"
	}
	w.items(f.Type, 3, func() { w.slot(s) })
}

// averages draws conditions on an average: values that none can be equal to, since an
// average is only as exact as the order of adding lets it be.
func (w *writer) averages(input *ast.Definition) {
	f := input.Fields[pick(w.T, len(input.Fields), "operator")]
	kind, typ := "average", f.Type.Name()
	if typ == "BigInt" {
		kind = "mean"
	}
	w.write("{%s: ", f.Name)
	s := slot{kind: kind, typ: typ}
	if f.Type.Elem != nil {
		s.typ += "!"
	}
	w.items(f.Type, 2, func() { w.slot(s) })
	w.write("}")
}

// items draws a value, or a list of up to so many.
func (w *writer) items(t *ast.Type, most int, one func()) {
	if t.Elem == nil {
		one()
		return
	}
	w.write("[")
	for i := range pick(w.T, most+1, "items") {
		if i > 0 {
			w.write(", ")
		}
		one()
	}
	w.write("]")
}

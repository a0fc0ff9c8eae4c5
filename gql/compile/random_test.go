package compile_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// writer writes a random valid operation. Values that are free (texts, numbers, dates)
// come from value, so that the same choices can be written with other values.
type writer struct {
	api    *ast.Schema
	choose *rand.Rand
	value  func(kind string) string
	b      strings.Builder
	keys   int
	left   int // how many more inputs and fields it may write
}

// operation writes an operation of up to so many root fields and levels.
func operation(api *ast.Schema, seed uint64, value func(kind string) string) string {
	w := &writer{api: api, choose: rand.New(rand.NewPCG(seed, 1)), value: value, left: 150}
	w.b.WriteString("{")
	for range 1 + w.choose.IntN(3) {
		fields := w.api.Query.Fields
		f := fields[w.choose.IntN(len(fields))]
		if !strings.HasPrefix(f.Name, "__") {
			w.field(f, 4)
		}
	}
	w.b.WriteString(" __typename }")
	return w.b.String()
}

func (w *writer) field(f *ast.FieldDefinition, depth int) {
	w.keys++
	w.left--
	fmt.Fprintf(&w.b, " k%d: %s", w.keys, f.Name)
	w.arguments(f)
	t := w.api.Types[f.Type.Name()]
	if t.IsCompositeType() {
		w.b.WriteString(" {")
		w.selection(t, depth-1)
		w.b.WriteString(" __typename }")
	}
}

func (w *writer) selection(t *ast.Definition, depth int) {
	if t.IsAbstractType() {
		for _, p := range w.api.GetPossibleTypes(t) {
			if w.choose.IntN(3) == 0 {
				w.b.WriteString(" ... on " + p.Name + " {")
				w.selection(p, depth)
				w.b.WriteString(" __typename }")
			}
		}
	}
	for _, f := range t.Fields {
		leaf := w.api.Types[f.Type.Name()].IsLeafType()
		if strings.HasPrefix(f.Name, "__") || !leaf && (depth <= 0 || w.left < 0) || w.choose.IntN(4) > 0 && len(t.Fields) > 4 {
			continue
		}
		w.field(f, depth)
	}
}

func (w *writer) arguments(f *ast.FieldDefinition) {
	var args []string
	for _, a := range f.Arguments {
		if a.Type.NonNull || w.left > 0 && w.choose.IntN(2) == 0 {
			args = append(args, a.Name+": "+w.input(a.Type, a.Name, 3))
		}
	}
	if len(args) > 0 {
		w.b.WriteString("(" + strings.Join(args, ", ") + ")")
	}
}

func (w *writer) input(t *ast.Type, name string, depth int) string {
	if t.Elem != nil {
		items := make([]string, 1+w.choose.IntN(2))
		for i := range items {
			items[i] = w.input(t.Elem, name, depth)
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	def := w.api.Types[t.NamedType]
	switch def.Kind {
	case ast.Enum:
		return def.EnumValues[w.choose.IntN(len(def.EnumValues))].Name
	case ast.InputObject:
		return w.object(def, depth)
	}
	if def.Name == "Int" && (name == "limit" || name == "offset" || name == "first") {
		return w.value("count")
	}
	return w.value(def.Name)
}

func (w *writer) object(def *ast.Definition, depth int) string {
	var fields []string
	for _, f := range def.Fields {
		composite := w.api.Types[f.Type.Name()].Kind == ast.InputObject
		few := max(1, len(def.Fields)/3)
		if !f.Type.NonNull && (w.left < 0 || composite && depth <= 0 || w.choose.IntN(few) > 0) {
			continue
		}
		w.left--
		fields = append(fields, f.Name+": "+w.input(f.Type, f.Name, depth-1))
	}
	return "{" + strings.Join(fields, ", ") + "}"
}

// canaries gives values that occur nowhere else: their text must not be found in a
// statement. Salt makes other values of the same kinds.
func canaries(salt int) func(kind string) string {
	n := 0
	return func(kind string) string {
		n++
		number := 7_000_000 + salt*100_000 + n
		switch kind {
		case "Int", "count", "Float":
			return strconv.Itoa(number)
		case "BigInt":
			return strconv.Quote(strconv.Itoa(number))
		case "Boolean":
			return strconv.FormatBool((n+salt)%2 == 0)
		case "Date":
			return fmt.Sprintf("%q", fmt.Sprintf("%04d-01-01", 2100+salt*1000+n%800))
		case "Time":
			return fmt.Sprintf("%q", fmt.Sprintf("%02d:%02d:07Z", salt, n%60))
		case "LocalTime":
			return fmt.Sprintf("%q", fmt.Sprintf("%02d:%02d:07", salt, n%60))
		case "DateTime":
			return fmt.Sprintf("%q", fmt.Sprintf("%04d-01-01T00:00:00Z", 2100+salt*1000+n%800))
		case "LocalDateTime":
			return fmt.Sprintf("%q", fmt.Sprintf("%04d-01-01T00:00:00", 2100+salt*1000+n%800))
		case "Duration":
			return fmt.Sprintf("%q", fmt.Sprintf("P%dD", number))
		}
		return strconv.Quote(fmt.Sprintf("canary%d`\\u0060) //\"'", number))
	}
}

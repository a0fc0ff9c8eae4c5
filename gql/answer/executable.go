package answer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/graphql-go/graphql"
	graphqlast "github.com/graphql-go/graphql/language/ast"
	"github.com/vektah/gqlparser/v2/ast"
)

// executablePrefix stands before the names of introspection's types and fields in the
// executable schema: graphql-go has types of those names already, as the specification
// of 2015 knew them, and treats the fields itself.
const executablePrefix = "introspected"

func executableName(name string) string {
	if strings.HasPrefix(name, "__") && name != typename {
		return executablePrefix + name
	}
	return name
}

// build makes graphql-go's schema: the types of introspection, and a root that leads to
// them. Arguments that it doesn't know were taken before.
func (e *Executor) build() error {
	b := &builder{api: e.api, types: map[string]graphql.Output{}}
	for _, name := range sortedNames(e.api.Types) {
		if d := e.api.Types[name]; strings.HasPrefix(name, "__") || d.IsLeafType() && d.BuiltIn {
			b.declare(d)
		}
	}
	root := graphql.NewObject(graphql.ObjectConfig{Name: e.api.Query.Name, Fields: graphql.FieldsThunk(func() graphql.Fields { return b.fields(e.api.Query) })})
	var err error
	e.executable, err = graphql.NewSchema(graphql.SchemaConfig{Query: root})
	if err != nil {
		return err
	}
	return b.settle(&e.executable)
}

type builder struct {
	api   *ast.Schema
	types map[string]graphql.Output
}

// declare makes an object, a scalar or an enum. graphql-go's own enum would fill its tables
// on first use, in a race.
func (b *builder) declare(d *ast.Definition) {
	name := executableName(d.Name)
	if d.Kind != ast.Object {
		b.types[d.Name] = leafType(name, d.Description)
		return
	}
	b.types[d.Name] = graphql.NewObject(graphql.ObjectConfig{
		Name: name, Description: d.Description,
		Fields: graphql.FieldsThunk(func() graphql.Fields { return b.fields(d) }),
	})
}

func (b *builder) fields(d *ast.Definition) graphql.Fields {
	fields := graphql.Fields{}
	for _, f := range d.Fields {
		if strings.HasPrefix(d.Name, "__") || strings.HasPrefix(f.Name, "__") {
			fields[executableName(f.Name)] = &graphql.Field{
				Type: b.output(f.Type), Description: f.Description,
				Resolve: b.introspect(d.Name, f.Name), Args: introspectionArguments(f),
			}
		}
	}
	return fields
}

func (b *builder) output(t *ast.Type) graphql.Output {
	var out graphql.Output
	if t.Elem != nil {
		out = graphql.NewList(b.output(t.Elem))
	} else {
		out = b.types[t.NamedType]
	}
	if t.NonNull {
		out = graphql.NewNonNull(out)
	}
	return out
}

// settle fills every table that graphql-go would fill on first use, in a race.
func (b *builder) settle(s *graphql.Schema) error {
	for name, t := range s.TypeMap() {
		if o, ok := t.(*graphql.Object); ok {
			o.Fields()
			o.Interfaces()
		}
		if err := t.Error(); err != nil {
			return fmt.Errorf("type %s: %w", name, err)
		}
	}
	return nil
}

// leafType is a scalar or an enum whose values are complete already: they pass as they
// are. Nothing in it can panic.
func leafType(name, description string) *graphql.Scalar {
	return graphql.NewScalar(graphql.ScalarConfig{
		// graphql-go has scalars such as String of its own, with their own conversions.
		Name: "__leaf" + name, Description: description,
		Serialize:    func(value any) any { return value },
		ParseValue:   func(value any) any { return value },
		ParseLiteral: func(graphqlast.Value) any { return nil },
	})
}

func sortedNames[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

package answer

import (
	"fmt"
	"slices"
	"strconv"
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

// build makes graphql-go's schema. Arguments and input types are left out: they were
// taken before, and introspection reads the API itself.
func (e *Executor) build() error {
	b := &builder{api: e.api, objects: map[string]*graphql.Object{}, types: map[string]graphql.Output{}}
	for _, name := range sortedNames(e.api.Types) {
		b.declare(e.api.Types[name])
	}
	for _, name := range sortedNames(e.api.Types) {
		b.abstract(e.api.Types[name])
	}
	types := make([]graphql.Type, 0, len(b.types))
	for _, name := range sortedNames(b.types) {
		types = append(types, b.types[name])
	}
	var err error
	e.executable, err = graphql.NewSchema(graphql.SchemaConfig{Query: b.objects[e.api.Query.Name], Types: types})
	if err != nil {
		return err
	}
	return b.settle(&e.executable)
}

type builder struct {
	api     *ast.Schema
	objects map[string]*graphql.Object
	types   map[string]graphql.Output
}

// declare makes an object, a scalar or an enum.
func (b *builder) declare(d *ast.Definition) {
	name := executableName(d.Name)
	switch d.Kind {
	case ast.Object:
		o := graphql.NewObject(graphql.ObjectConfig{
			Name: name, Description: d.Description,
			Fields: graphql.FieldsThunk(func() graphql.Fields { return b.fields(d) }),
		})
		b.objects[d.Name], b.types[d.Name] = o, o
	case ast.Scalar:
		b.types[d.Name] = leafType(name, d.Description)
	case ast.Enum:
		// An enum's values were checked when they were completed. graphql-go's own
		// enum would fill its tables on first use, in a race.
		b.types[d.Name] = leafType(name, d.Description)
	}
}

// abstract makes an interface or a union. To an executor both are their possible types;
// graphql-go knows no interface that implements another, so that both are unions here.
func (b *builder) abstract(d *ast.Definition) {
	if d.Kind != ast.Interface && d.Kind != ast.Union {
		return
	}
	var members []*graphql.Object
	for _, possible := range b.api.PossibleTypes[d.Name] {
		if o := b.objects[possible.Name]; o != nil {
			members = append(members, o)
		}
	}
	if len(members) == 0 {
		b.types[d.Name] = leafType(d.Name, d.Description) // no value can be of it
		return
	}
	b.types[d.Name] = graphql.NewUnion(graphql.UnionConfig{
		Name: d.Name, Description: d.Description, Types: members,
		ResolveType: func(p graphql.ResolveTypeParams) *graphql.Object {
			if o, ok := p.Value.(*object); ok {
				return b.objects[o.typ]
			}
			return nil
		},
	})
}

func (b *builder) fields(d *ast.Definition) graphql.Fields {
	fields := graphql.Fields{}
	for _, f := range d.Fields {
		field := &graphql.Field{Type: b.output(f.Type), Description: f.Description, Resolve: readRow}
		if strings.HasPrefix(d.Name, "__") || strings.HasPrefix(f.Name, "__") {
			field.Resolve, field.Args = b.introspect(d.Name, f.Name), introspectionArguments(f)
		}
		fields[executableName(f.Name)] = field
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
		switch t := t.(type) {
		case *graphql.Object:
			t.Fields()
			t.Interfaces()
		case *graphql.Interface:
			t.Fields()
		case *graphql.Union:
			for _, member := range t.Types() {
				s.IsPossibleType(t, member)
			}
		}
		if err := t.Error(); err != nil {
			return fmt.Errorf("type %s: %w", name, err)
		}
	}
	return nil
}

// readRow is the resolver of every field of data: it reads the completed row, at the
// place that the alias names.
func readRow(p graphql.ResolveParams) (any, error) {
	o, _ := p.Source.(*object)
	key, _ := p.Info.Path.Key.(string)
	i, err := strconv.Atoi(key)
	if o == nil || err != nil || i >= len(o.values) {
		return nil, fmt.Errorf("%s.%s has no place in the answer", p.Info.ParentType.Name(), p.Info.FieldName)
	}
	return o.values[i], nil
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

package answer

import (
	"slices"
	"strings"

	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// introspect gives the resolver of a field of introspection (GraphQL spec 4.2). The
// sources are the API's own definitions, in the order of their declaration: *ast.Schema,
// *ast.Definition and *ast.Type for __Type, *fieldSource, *inputValue,
// *ast.EnumValueDefinition and *ast.DirectiveDefinition.
func (b *builder) introspect(parent, name string) graphql.FieldResolveFn {
	var resolve func(source any, p graphql.ResolveParams) any
	switch parent {
	case "__Schema":
		resolve = b.schemaField(name)
	case "__Type":
		resolve = b.typeField(name)
	case "__Field":
		resolve = fieldField(name)
	case "__InputValue":
		resolve = inputValueField(name)
	case "__EnumValue":
		resolve = enumValueField(name)
	case "__Directive":
		resolve = b.directiveField(name)
	default:
		resolve = b.rootField(name)
	}
	return func(p graphql.ResolveParams) (any, error) { return resolve(p.Source, p), nil }
}

// introspectionArguments are the only arguments of the executable schema.
func introspectionArguments(f *ast.FieldDefinition) graphql.FieldConfigArgument {
	arguments := graphql.FieldConfigArgument{}
	for _, a := range f.Arguments {
		switch a.Type.Name() {
		case "Boolean":
			arguments[a.Name] = &graphql.ArgumentConfig{Type: graphql.Boolean, DefaultValue: false}
		case "String":
			arguments[a.Name] = &graphql.ArgumentConfig{Type: graphql.String}
		}
	}
	return arguments
}

type resolver = func(source any, p graphql.ResolveParams) any

func nothing(any, graphql.ResolveParams) any { return nil }

func (b *builder) rootField(name string) resolver {
	switch name {
	case "__schema":
		return func(any, graphql.ResolveParams) any { return b.api }
	case "__type":
		return func(_ any, p graphql.ResolveParams) any {
			name, _ := p.Args["name"].(string)
			return orNil(b.api.Types[name])
		}
	}
	return nothing
}

func (b *builder) schemaField(name string) resolver {
	switch name {
	case "description":
		return func(any, graphql.ResolveParams) any { return orNull(b.api.Description) }
	case "types":
		types := b.typesInOrder()
		return func(any, graphql.ResolveParams) any { return types }
	case "queryType":
		return func(any, graphql.ResolveParams) any { return b.api.Query }
	case "directives":
		directives := b.directives()
		return func(any, graphql.ResolveParams) any { return directives }
	}
	return nothing // mutationType, subscriptionType: the API only reads
}

// typesInOrder lists the types by name: gqlparser keeps them in a map.
func (b *builder) typesInOrder() []*ast.Definition {
	types := make([]*ast.Definition, 0, len(b.api.Types))
	for _, name := range sortedNames(b.api.Types) {
		types = append(types, b.api.Types[name])
	}
	return types
}

// unsupported are directives that gqlparser declares and nothing here carries out.
var unsupported = []string{"defer"}

// directives lists those that an operation or the API's own definitions may use.
func (b *builder) directives() []*ast.DirectiveDefinition {
	var directives []*ast.DirectiveDefinition
	for _, name := range sortedNames(b.api.Directives) {
		if !slices.Contains(unsupported, name) {
			directives = append(directives, b.api.Directives[name])
		}
	}
	return directives
}

// typeField resolves a field of __Type, whose source is a named type or a wrapping one.
func (b *builder) typeField(name string) resolver {
	onNamed := b.namedTypeField(name)
	return func(source any, p graphql.ResolveParams) any {
		t, wrapped := source.(*ast.Type)
		if wrapped {
			switch {
			case name == "kind" && t.NonNull:
				return "NON_NULL"
			case name == "kind" && t.Elem != nil:
				return "LIST"
			case name == "ofType" && t.NonNull:
				inner := *t
				inner.NonNull = false
				return b.typeSource(&inner)
			case name == "ofType":
				return b.typeSource(t.Elem)
			}
			return nil
		}
		d, _ := source.(*ast.Definition)
		if d == nil {
			return nil
		}
		return onNamed(d, p)
	}
}

// typeSource is what stands for a type: its definition, or the type if it wraps another.
func (b *builder) typeSource(t *ast.Type) any {
	if t == nil {
		return nil
	}
	if t.NonNull || t.Elem != nil {
		return t
	}
	return orNil(b.api.Types[t.NamedType])
}

func (b *builder) namedTypeField(name string) func(*ast.Definition, graphql.ResolveParams) any {
	switch name {
	case "kind":
		return func(d *ast.Definition, _ graphql.ResolveParams) any { return string(d.Kind) }
	case "name":
		return func(d *ast.Definition, _ graphql.ResolveParams) any { return d.Name }
	case "description":
		return func(d *ast.Definition, _ graphql.ResolveParams) any { return orNull(d.Description) }
	case "specifiedByURL":
		return func(d *ast.Definition, _ graphql.ResolveParams) any {
			return directiveArgument(d.Directives, "specifiedBy", "url")
		}
	case "isOneOf":
		return func(d *ast.Definition, _ graphql.ResolveParams) any {
			if d.Kind != ast.InputObject {
				return nil
			}
			return d.Directives.ForName("oneOf") != nil
		}
	case "fields":
		return b.fieldsOf
	case "inputFields":
		return b.inputFieldsOf
	case "interfaces":
		return b.interfacesOf
	case "possibleTypes":
		return b.possibleTypesOf
	case "enumValues":
		return enumValuesOf
	}
	return func(*ast.Definition, graphql.ResolveParams) any { return nil }
}

func (b *builder) fieldsOf(d *ast.Definition, p graphql.ResolveParams) any {
	if d.Kind != ast.Object && d.Kind != ast.Interface {
		return nil
	}
	fields := []*fieldSource{}
	for _, f := range d.Fields {
		if strings.HasPrefix(f.Name, "__") || hidden(f.Directives, p) {
			continue
		}
		fields = append(fields, &fieldSource{f, b})
	}
	return fields
}

func (b *builder) inputFieldsOf(d *ast.Definition, p graphql.ResolveParams) any {
	if d.Kind != ast.InputObject {
		return nil
	}
	values := []*inputValue{}
	for _, f := range d.Fields {
		if !hidden(f.Directives, p) {
			values = append(values, &inputValue{f.Name, f.Description, f.Type, f.DefaultValue, f.Directives, b})
		}
	}
	return values
}

func (b *builder) interfacesOf(d *ast.Definition, _ graphql.ResolveParams) any {
	if d.Kind != ast.Object && d.Kind != ast.Interface {
		return nil
	}
	interfaces := []*ast.Definition{}
	for _, name := range d.Interfaces {
		interfaces = append(interfaces, b.api.Types[name])
	}
	return interfaces
}

func (b *builder) possibleTypesOf(d *ast.Definition, _ graphql.ResolveParams) any {
	if !d.IsAbstractType() {
		return nil
	}
	possible := []*ast.Definition{}
	for _, member := range b.api.PossibleTypes[d.Name] {
		if member.Kind == ast.Object {
			possible = append(possible, member)
		}
	}
	return possible
}

func enumValuesOf(d *ast.Definition, p graphql.ResolveParams) any {
	if d.Kind != ast.Enum {
		return nil
	}
	values := []*ast.EnumValueDefinition{}
	for _, v := range d.EnumValues {
		if !hidden(v.Directives, p) {
			values = append(values, v)
		}
	}
	return values
}

// hidden is true for what is deprecated, unless the argument asks for that too.
func hidden(directives ast.DirectiveList, p graphql.ResolveParams) bool {
	include, _ := p.Args["includeDeprecated"].(bool)
	return !include && directives.ForName("deprecated") != nil
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func orNil(d *ast.Definition) any {
	if d == nil {
		return nil
	}
	return d
}

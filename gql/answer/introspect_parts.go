package answer

import (
	"github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// fieldSource is a field, with the schema that its type is looked up in.
type fieldSource struct {
	*ast.FieldDefinition
	in *builder
}

// inputValue is an argument or a field of an input object.
type inputValue struct {
	name, description string
	typ               *ast.Type
	defaultValue      *ast.Value
	directives        ast.DirectiveList
	in                *builder
}

func fieldField(name string) resolver {
	return func(source any, p graphql.ResolveParams) any {
		f, _ := source.(*fieldSource)
		if f == nil {
			return nil
		}
		switch name {
		case "name":
			return f.Name
		case "description":
			return orNull(f.Description)
		case "args":
			return f.in.arguments(f.Arguments, p)
		case "type":
			return f.in.typeSource(f.Type)
		}
		return deprecation(name, f.Directives)
	}
}

func inputValueField(name string) resolver {
	return func(source any, _ graphql.ResolveParams) any {
		v, _ := source.(*inputValue)
		if v == nil {
			return nil
		}
		switch name {
		case "name":
			return v.name
		case "description":
			return orNull(v.description)
		case "type":
			return v.in.typeSource(v.typ)
		case "defaultValue":
			if v.defaultValue == nil {
				return nil
			}
			return v.defaultValue.String()
		}
		return deprecation(name, v.directives)
	}
}

func enumValueField(name string) resolver {
	return func(source any, _ graphql.ResolveParams) any {
		v, _ := source.(*ast.EnumValueDefinition)
		if v == nil {
			return nil
		}
		switch name {
		case "name":
			return v.Name
		case "description":
			return orNull(v.Description)
		}
		return deprecation(name, v.Directives)
	}
}

func (b *builder) directiveField(name string) resolver {
	return func(source any, p graphql.ResolveParams) any {
		d, _ := source.(*ast.DirectiveDefinition)
		if d == nil {
			return nil
		}
		switch name {
		case "name":
			return d.Name
		case "description":
			return orNull(d.Description)
		case "isRepeatable":
			return d.IsRepeatable
		case "locations":
			locations := make([]string, len(d.Locations))
			for i, l := range d.Locations {
				locations[i] = string(l)
			}
			return locations
		case "args":
			return b.arguments(d.Arguments, p)
		}
		return nil
	}
}

func (b *builder) arguments(definitions ast.ArgumentDefinitionList, p graphql.ResolveParams) []*inputValue {
	values := []*inputValue{}
	for _, a := range definitions {
		if !hidden(a.Directives, p) {
			values = append(values, &inputValue{a.Name, a.Description, a.Type, a.DefaultValue, a.Directives, b})
		}
	}
	return values
}

// deprecation answers isDeprecated and deprecationReason, which several types have.
func deprecation(name string, directives ast.DirectiveList) any {
	switch name {
	case "isDeprecated":
		return directives.ForName("deprecated") != nil
	case "deprecationReason":
		return directiveArgument(directives, "deprecated", "reason")
	}
	return nil
}

// directiveArgument gives an argument of a directive that is applied once, its default
// where it isn't given, and nil where the directive isn't applied.
func directiveArgument(directives ast.DirectiveList, directive, argument string) any {
	d := directives.ForName(directive)
	if d == nil {
		return nil
	}
	if a := d.Arguments.ForName(argument); a != nil && a.Value != nil && a.Value.Kind != ast.NullValue {
		return a.Value.Raw
	}
	if d.Definition != nil {
		if a := d.Definition.Arguments.ForName(argument); a != nil && a.DefaultValue != nil {
			return a.DefaultValue.Raw
		}
	}
	return nil
}

package plan

import (
	"fmt"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// coercer gives values the types that the API declares (GraphQL specification, "Input
// Coercion" of each type): JSON values by value, literals by literal. It reports every
// mistake, each with the path of the value, such as $where.year.gte.
type coercer struct {
	api       *ast.Schema
	variables map[string]any // coerced; for literals that mention them
	at        *ast.Position
	errs      gqlerror.List
}

func (c *coercer) fail(at *ast.Position, message string) {
	c.errs = append(c.errs, gqlerror.ErrorPosf(at, "%s", message))
}

// value coerces a value decoded from JSON.
func (c *coercer) value(t *ast.Type, v any, path string) any {
	switch {
	case v == nil && t.NonNull:
		c.fail(c.at, fmt.Sprintf("%s is null, but its type is %s; give a value", path, t))
		return nil
	case v == nil:
		return nil
	case t.Elem != nil:
		list, ok := v.([]any)
		if !ok {
			return []any{c.value(t.Elem, v, path)}
		}
		out := make([]any, len(list))
		for i, item := range list {
			out[i] = c.value(t.Elem, item, path+"["+strconv.Itoa(i)+"]")
		}
		return out
	}
	def := c.api.Types[t.NamedType]
	if def.Kind == ast.InputObject {
		object, ok := v.(map[string]any)
		if !ok {
			c.fail(c.at, fmt.Sprintf("%s is %s, but its type is %s; give an object", path, kindOf(v), t))
			return nil
		}
		return c.object(def, object, path)
	}
	out, problem := coerceLeaf(def, v)
	if problem != "" {
		c.fail(c.at, path+" "+problem)
	}
	return out
}

func (c *coercer) object(def *ast.Definition, object map[string]any, path string) map[string]any {
	out := map[string]any{}
	known := 0
	for _, f := range def.Fields {
		v, ok := object[f.Name]
		switch {
		case ok:
			known++
			out[f.Name] = c.value(f.Type, v, path+"."+f.Name)
		default:
			c.absent(f, out, c.at, path)
		}
	}
	if known < len(object) {
		for _, name := range sortedKeys(object) {
			if def.Fields.ForName(name) == nil {
				c.fail(c.at, fmt.Sprintf("%s has no field %q in %s; leave it out, or correct the name", path, name, def.Name))
			}
		}
	}
	return out
}

// absent fills in the default of an input field that is not given, or reports that it must be.
func (c *coercer) absent(f *ast.FieldDefinition, out map[string]any, at *ast.Position, path string) {
	switch {
	case f.DefaultValue != nil:
		out[f.Name], _ = c.literal(f.Type, f.DefaultValue, path+"."+f.Name)
	case f.Type.NonNull:
		c.fail(at, fmt.Sprintf("%s.%s of type %s is missing; give it", path, f.Name, f.Type))
	}
}

// literal coerces a literal. It reports false if the literal is a variable that is not given.
func (c *coercer) literal(t *ast.Type, v *ast.Value, path string) (any, bool) {
	if v.Kind == ast.Variable {
		value, ok := c.variables[v.Raw]
		if ok && value == nil && t.NonNull {
			c.fail(v.Position, fmt.Sprintf("$%s is null, but %s has type %s; give a value", v.Raw, path, t))
		}
		if _, isList := value.([]any); ok && t.Elem != nil && value != nil && !isList {
			value = []any{value}
		}
		return value, ok
	}
	switch {
	case v.Kind == ast.NullValue && t.NonNull:
		c.fail(v.Position, fmt.Sprintf("%s is null, but its type is %s; give a value", path, t))
		return nil, true
	case v.Kind == ast.NullValue:
		return nil, true
	case t.Elem != nil:
		return c.literalList(t, v, path), true
	}
	def := c.api.Types[t.NamedType]
	if def.Kind == ast.InputObject {
		return c.literalObject(def, v, path), true
	}
	raw, problem := literalLeaf(def, v, c.variables)
	if problem == "" {
		raw, problem = coerceLeaf(def, raw)
	}
	if problem != "" {
		c.fail(v.Position, path+" "+problem)
	}
	return raw, true
}

func (c *coercer) literalList(t *ast.Type, v *ast.Value, path string) []any {
	if v.Kind != ast.ListValue {
		item, _ := c.literal(t.Elem, v, path)
		return []any{item}
	}
	out := make([]any, len(v.Children))
	for i, item := range v.Children {
		at := path + "[" + strconv.Itoa(i) + "]"
		value, ok := c.literal(t.Elem, item.Value, at)
		if !ok && t.Elem.NonNull {
			c.fail(item.Position, fmt.Sprintf("%s has type %s, but $%s is not given; send it in variables", at, t.Elem, item.Value.Raw))
		}
		out[i] = value
	}
	return out
}

func (c *coercer) literalObject(def *ast.Definition, v *ast.Value, path string) map[string]any {
	out := map[string]any{}
	if v.Kind != ast.ObjectValue {
		c.fail(v.Position, fmt.Sprintf("%s is %s, but its type is %s; give an object", path, v.String(), def.Name))
		return out
	}
	for _, f := range def.Fields {
		given := v.Children.ForName(f.Name)
		ok := false
		if given != nil {
			var value any
			if value, ok = c.literal(f.Type, given, path+"."+f.Name); ok {
				out[f.Name] = value
			}
		}
		if !ok {
			c.absent(f, out, v.Position, path)
		}
	}
	return out
}

// arguments coerces the arguments of a field or directive (GraphQL specification, 6.4.1).
func (c *coercer) arguments(defs ast.ArgumentDefinitionList, given ast.ArgumentList, at *ast.Position) map[string]any {
	out := map[string]any{}
	for _, def := range defs {
		arg := given.ForName(def.Name)
		ok := false
		if arg != nil {
			var value any
			if value, ok = c.literal(def.Type, arg.Value, def.Name); ok {
				out[def.Name] = value
			}
		}
		switch {
		case ok:
		case def.DefaultValue != nil:
			out[def.Name], _ = c.literal(def.Type, def.DefaultValue, def.Name)
		case def.Type.NonNull:
			c.fail(at, fmt.Sprintf("%s of type %s is missing; give it", def.Name, def.Type))
		}
	}
	return out
}

package schema

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// literal is the value of a literal of a type: nil, bool, int64, float64, string (of
// enums too), []any or map[string]any; or what is wrong with it.
func literal(t *ast.Type, v *ast.Value, types map[string]*ast.Definition) (any, string) {
	switch {
	case v == nil || v.Kind == ast.NullValue:
		if t.NonNull {
			return nil, "is null"
		}
		return nil, ""
	case v.Kind == ast.Variable:
		return nil, "is a variable"
	case t.Elem != nil:
		return literalList(t, v, types)
	}
	switch t.NamedType {
	case "ScalarOrEnum":
		return anyLiteral(v, false)
	case "Anything":
		return anyLiteral(v, true)
	case "String", "ID":
		if v.Kind == ast.StringValue || v.Kind == ast.BlockValue {
			return v.Raw, ""
		}
		if t.NamedType == "ID" && v.Kind == ast.IntValue {
			return v.Raw, ""
		}
	case "Boolean":
		if v.Kind == ast.BooleanValue {
			return v.Raw == "true", ""
		}
	case "Int":
		if v.Kind == ast.IntValue {
			if n, err := strconv.ParseInt(v.Raw, 10, 32); err == nil {
				return n, ""
			}
			return nil, "is beyond 32 bits"
		}
	case "BigInt":
		if v.Kind == ast.IntValue || v.Kind == ast.StringValue {
			if n, err := strconv.ParseInt(v.Raw, 10, 64); err == nil {
				return n, ""
			}
		}
	case "Float":
		if v.Kind == ast.FloatValue || v.Kind == ast.IntValue {
			if f, err := strconv.ParseFloat(v.Raw, 64); err == nil && !math.IsInf(f, 0) {
				return f, ""
			}
		}
	case "Date", "Time", "LocalTime", "DateTime", "LocalDateTime", "Duration":
		if v.Kind == ast.StringValue {
			return v.Raw, ""
		}
	default:
		return literalOf(types[t.NamedType], t, v, types)
	}
	return nil, fmt.Sprintf("is %s, not of the type %s", v.String(), t.NamedType)
}

func literalOf(def *ast.Definition, t *ast.Type, v *ast.Value, types map[string]*ast.Definition) (any, string) {
	switch {
	case def == nil || def.Kind == ast.Scalar:
		return anyLiteral(v, true)
	case def.Kind == ast.Enum:
		if v.Kind == ast.EnumValue && def.EnumValues.ForName(v.Raw) != nil {
			return v.Raw, ""
		}
		names := make([]string, len(def.EnumValues))
		for i, value := range def.EnumValues {
			names[i] = value.Name
		}
		return nil, fmt.Sprintf("is %s, none of %v", v.String(), names)
	case def.Kind == ast.InputObject:
		return literalObject(def, v, types)
	}
	return nil, fmt.Sprintf("is %s, not of the type %s", v.String(), t.NamedType)
}

func literalList(t *ast.Type, v *ast.Value, types map[string]*ast.Definition) (any, string) {
	if v.Kind != ast.ListValue {
		item, problem := literal(t.Elem, v, types)
		return []any{item}, problem
	}
	list := make([]any, len(v.Children))
	for i, child := range v.Children {
		item, problem := literal(t.Elem, child.Value, types)
		if problem != "" {
			return nil, fmt.Sprintf("[%d] %s", i, problem)
		}
		list[i] = item
	}
	return list, ""
}

func literalObject(def *ast.Definition, v *ast.Value, types map[string]*ast.Definition) (any, string) {
	if v.Kind != ast.ObjectValue {
		return nil, fmt.Sprintf("is %s, not of the type %s", v.String(), def.Name)
	}
	object := map[string]any{}
	for _, child := range v.Children {
		field := def.Fields.ForName(child.Name)
		if field == nil {
			return nil, fmt.Sprintf("has an unknown field %s", child.Name)
		}
		if _, twice := object[child.Name]; twice {
			return nil, fmt.Sprintf("has the field %s twice", child.Name)
		}
		value, problem := literal(field.Type, child.Value, types)
		if problem != "" {
			return nil, fmt.Sprintf(".%s %s", child.Name, problem)
		}
		object[child.Name] = value
	}
	for _, field := range def.Fields {
		if _, given := object[field.Name]; !given && field.Type.NonNull && field.DefaultValue == nil {
			return nil, fmt.Sprintf("lacks the field %s", field.Name)
		}
	}
	return object, ""
}

// anyLiteral is the value of a literal as it stands.
func anyLiteral(v *ast.Value, objects bool) (any, string) {
	switch v.Kind {
	case ast.IntValue:
		n, err := strconv.ParseInt(v.Raw, 10, 64)
		if err != nil {
			return nil, "is beyond 64 bits"
		}
		return n, ""
	case ast.FloatValue:
		f, err := strconv.ParseFloat(v.Raw, 64)
		if err != nil {
			return nil, "is no number of 64 bits"
		}
		return f, ""
	case ast.BooleanValue:
		return v.Raw == "true", ""
	case ast.StringValue, ast.BlockValue, ast.EnumValue:
		return v.Raw, ""
	case ast.ListValue:
		list := make([]any, 0, len(v.Children))
		for _, child := range v.Children {
			item, problem := anyLiteral(child.Value, objects)
			if problem != "" {
				return nil, problem
			}
			list = append(list, item)
		}
		return list, ""
	case ast.ObjectValue:
		if objects {
			return map[string]any{}, ""
		}
		return nil, "is an object"
	case ast.NullValue:
		return nil, ""
	default:
		return nil, "is a variable"
	}
}

// fits says whether a value of [anyLiteral] is one of a property's type, for @default
// and @coalesce; the value as [Property.Coalesce] has it.
func fits(t Type, v *ast.Value) (any, bool) {
	if t.List != (v.Kind == ast.ListValue) {
		return nil, false
	}
	if t.List {
		list := make([]any, len(v.Children))
		for i, child := range v.Children {
			item, ok := fits(Type{Scalar: t.Scalar, Name: t.Name, Enum: t.Enum}, child.Value)
			if !ok {
				return nil, false
			}
			list[i] = item
		}
		return list, true
	}
	switch t.Scalar {
	case EnumScalar:
		return v.Raw, v.Kind == ast.EnumValue && slices.Contains(t.Enum.Values, v.Raw)
	case String, ID, Int, Float, Boolean, BigInt:
		value, problem := literal(ast.NonNullNamedType(string(t.Scalar), nil), v, nil)
		return value, problem == ""
	case Point, CartesianPoint:
		return nil, false
	case CustomScalar:
		value, problem := anyLiteral(v, false)
		return value, problem == "" && value != nil
	default:
		return v.Raw, v.Kind == ast.StringValue
	}
}

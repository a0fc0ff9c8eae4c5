package naive

import (
	"encoding/json"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"

	"concord/cypher"
	"concord/gql/schema"
)

// typed gives an input its type: int64, float64, string, bool, a type of package cypher, []any, or
// map[string]any (GraphQL specification, "Input Coercion"). It takes valid inputs only.
func (r *run) typed(t *ast.Type, v any) any {
	if v == nil {
		return nil
	}
	if t.Elem != nil {
		list, ok := v.([]any)
		if !ok {
			return []any{r.typed(t.Elem, v)}
		}
		out := make([]any, len(list))
		for i, item := range list {
			out[i] = r.typed(t.Elem, item)
		}
		return out
	}
	def := r.Schema.API.Types[t.NamedType]
	if object, ok := v.(map[string]any); ok && def.Kind == ast.InputObject {
		out := map[string]any{}
		for _, f := range def.Fields {
			if item, given := object[f.Name]; given {
				out[f.Name] = r.typed(f.Type, item)
			}
		}
		return r.pointInput(def, out)
	}
	return scalarInput(schema.Scalar(t.NamedType), v)
}

func scalarInput(s schema.Scalar, v any) any {
	if n, ok := v.(json.Number); ok {
		if i, err := n.Int64(); err == nil {
			v = i
		} else {
			v, _ = n.Float64()
		}
	}
	text, isText := v.(string)
	switch s {
	case schema.Float:
		if i, ok := v.(int64); ok {
			return float64(i)
		}
	case schema.BigInt:
		if isText {
			i, _ := strconv.ParseInt(text, 10, 64)
			return i
		}
	case schema.ID:
		if i, ok := v.(int64); ok {
			return strconv.FormatInt(i, 10)
		}
	case schema.Date:
		return cypher.Date(text)
	case schema.Time:
		return cypher.Time(text)
	case schema.LocalTime:
		return cypher.LocalTime(text)
	case schema.DateTime:
		return cypher.DateTime(text)
	case schema.LocalDateTime:
		return cypher.LocalDateTime(text)
	case schema.Duration:
		return cypher.Duration(text)
	}
	return v
}

// pointInput makes a point of the input that is one.
func (r *run) pointInput(def *ast.Definition, v map[string]any) any {
	number := func(key string) float64 {
		f, _ := v[key].(float64)
		return f
	}
	switch def.Name {
	case "PointInput":
		if v["height"] != nil {
			return cypher.Point{SRID: 4979, X: number("longitude"), Y: number("latitude"), Z: number("height")}
		}
		return cypher.Point{SRID: 4326, X: number("longitude"), Y: number("latitude")}
	case "CartesianPointInput":
		if v["z"] != nil {
			return cypher.Point{SRID: 9157, X: number("x"), Y: number("y"), Z: number("z")}
		}
		return cypher.Point{SRID: 7203, X: number("x"), Y: number("y")}
	}
	return v
}

package plan

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"concord/gql/schema"
)

// literalLeaf gives the literal of a scalar or enum as JSON would have it.
func literalLeaf(def *ast.Definition, v *ast.Value, variables map[string]any) (any, string) {
	switch v.Kind {
	case ast.IntValue, ast.FloatValue:
		return json.Number(v.Raw), ""
	case ast.StringValue, ast.BlockValue:
		if def.Kind == ast.Enum {
			return nil, fmt.Sprintf("is the text %q, but its type is %s; write the value without quotes", v.Raw, def.Name)
		}
		return v.Raw, ""
	case ast.BooleanValue:
		return v.Raw == "true", ""
	case ast.EnumValue:
		if def.Kind != ast.Enum {
			return nil, fmt.Sprintf("is %s, but its type is %s; put it in quotes if it is a text", v.Raw, def.Name)
		}
		return v.Raw, ""
	}
	value, err := v.Value(variables) // a list or object literal: only for scalars that take anything
	if err != nil {
		return nil, "is no valid " + def.Name + "; correct it"
	}
	return value, ""
}

// coerceLeaf gives a JSON value the type of a scalar or an enum: bool, int64, float64 or
// string. The second result says what is wrong with it, empty if nothing is.
func coerceLeaf(def *ast.Definition, v any) (any, string) {
	if def.Kind == ast.Enum {
		if s, ok := v.(string); ok && def.EnumValues.ForName(s) != nil {
			return s, ""
		}
		names := make([]string, len(def.EnumValues))
		for i, e := range def.EnumValues {
			names[i] = e.Name
		}
		return nil, fmt.Sprintf("is %s, but its type is %s; give one of %s", show(v), def.Name, strings.Join(names, ", "))
	}
	switch schema.Scalar(def.Name) {
	case schema.Int:
		return integer(v, def.Name, math.MinInt32, math.MaxInt32)
	case schema.BigInt:
		if s, ok := v.(string); ok {
			v = json.Number(s)
		}
		return integer(v, def.Name, math.MinInt64, math.MaxInt64)
	case schema.Float:
		if f, ok := float(v); ok {
			return f, ""
		}
		return nil, wrong(v, def.Name, "a finite number")
	case schema.Boolean:
		if b, ok := v.(bool); ok {
			return b, ""
		}
		return nil, wrong(v, def.Name, "true or false")
	case schema.String:
		if s, ok := v.(string); ok {
			return s, ""
		}
		return nil, wrong(v, def.Name, "a text")
	case schema.ID:
		if s, ok := v.(string); ok {
			return s, ""
		}
		if i, problem := integer(v, def.Name, math.MinInt64, math.MaxInt64); problem == "" {
			return strconv.FormatInt(i.(int64), 10), ""
		}
		return nil, wrong(v, def.Name, "a text or an integer")
	}
	if form, ok := temporal[schema.Scalar(def.Name)]; ok {
		if s, ok := v.(string); ok && form.valid(s) {
			return s, ""
		}
		return nil, wrong(v, def.Name, form.example)
	}
	return plain(v), ""
}

// temporal says how each temporal scalar is written (ISO 8601, as Cypher reads it).
var temporal = map[schema.Scalar]struct {
	example string
	valid   func(string) bool
}{
	schema.Date:          {"a date such as 2007-08-09", layouts("2006-01-02")},
	schema.LocalTime:     {"a time such as 12:50:35", layouts("15:04:05", "15:04")},
	schema.Time:          {"a time with its offset, such as 12:50:35+01:00", layouts("15:04:05Z07:00", "15:04Z07:00")},
	schema.LocalDateTime: {"a date and time such as 2015-06-24T12:50:35", layouts("2006-01-02T15:04:05", "2006-01-02T15:04")},
	schema.DateTime:      {"a date and time with an offset, such as 2015-06-24T12:50:35+01:00", layouts(time.RFC3339, "2006-01-02T15:04Z07:00")},
	schema.Duration:      {"a duration such as P1Y2M10DT2H30M", duration},
}

func layouts(forms ...string) func(string) bool {
	return func(s string) bool {
		return slices.ContainsFunc(forms, func(form string) bool {
			_, err := time.Parse(form, s)
			return err == nil && !strings.Contains(s, ",")
		})
	}
}

var durationForm = regexp.MustCompile(`^-?P(?:(?:-?\d+Y)?(?:-?\d+M)?(?:-?\d+W)?(?:-?\d+D)?)(?:T(?:-?\d+H)?(?:-?\d+M)?(?:-?\d+(?:\.\d{1,9})?S)?)?$`)

func duration(s string) bool {
	return durationForm.MatchString(s) && !strings.HasSuffix(s, "P") && !strings.HasSuffix(s, "T")
}

func integer(v any, name string, low, high int64) (any, string) {
	var i int64
	switch n := v.(type) {
	case json.Number:
		var err error
		if i, err = n.Int64(); err != nil {
			f, ok := float(v)
			if !ok || f != math.Trunc(f) || math.Abs(f) >= 1<<63 {
				return nil, wrong(v, name, fmt.Sprintf("an integer from %d to %d", low, high))
			}
			i = int64(f)
		}
	case float64:
		if n != math.Trunc(n) || math.Abs(n) >= 1<<63 {
			return nil, wrong(v, name, fmt.Sprintf("an integer from %d to %d", low, high))
		}
		i = int64(n)
	case int64:
		i = n
	case int:
		i = int64(n)
	default:
		return nil, wrong(v, name, fmt.Sprintf("an integer from %d to %d", low, high))
	}
	if i < low || i > high {
		return nil, wrong(v, name, fmt.Sprintf("an integer from %d to %d", low, high))
	}
	return i, ""
}

func float(v any) (float64, bool) {
	switch n := v.(type) {
	case json.Number:
		f, err := strconv.ParseFloat(string(n), 64)
		return f, err == nil && !math.IsInf(f, 0) && !math.IsNaN(f)
	case float64:
		return n, !math.IsInf(n, 0) && !math.IsNaN(n)
	case int64:
		return float64(n), true
	case int:
		return float64(n), true
	}
	return 0, false
}

// plain turns numbers into int64 and float64, for scalars that take any value.
func plain(v any) any {
	switch v := v.(type) {
	case json.Number:
		if i, err := v.Int64(); err == nil {
			return i
		}
		f, _ := v.Float64()
		return f
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = plain(item)
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		for k, item := range v {
			out[k] = plain(item)
		}
		return out
	}
	return v
}

func wrong(v any, name, want string) string {
	return fmt.Sprintf("is %s, but its type is %s; give %s", show(v), name, want)
}

// show gives a value as JSON, shortened.
func show(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return kindOf(v)
	}
	if len(b) > 60 {
		return strings.ToValidUTF8(string(b[:60]), "") + "…"
	}
	return string(b)
}

func kindOf(v any) string {
	switch v.(type) {
	case bool:
		return "a Boolean"
	case string:
		return "a text"
	case []any:
		return "a list"
	case map[string]any:
		return "an object"
	}
	return "a number"
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

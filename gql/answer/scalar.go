package answer

import (
	"math"
	"strconv"
	"strings"
	clock "time"

	"github.com/vektah/gqlparser/v2/ast"

	"concord/cypher"
	"concord/gql/schema"
)

// leaf brings a value of the database, never nil, into the form that its scalar or enum
// has in JSON (GraphQL spec 3.5, "result coercion"). Where the value isn't of the type,
// expected says what would be.
type leaf func(value any) (completed any, expected string)

// leavesOf gives the coercion of every scalar and enum of the API.
func leavesOf(api *ast.Schema) map[string]leaf {
	leaves := map[string]leaf{}
	for name, d := range api.Types {
		switch d.Kind {
		case ast.Scalar:
			leaves[name] = scalar(schema.Scalar(name))
		case ast.Enum:
			leaves[name] = enum(d)
		}
	}
	return leaves
}

func scalar(s schema.Scalar) leaf {
	switch s {
	case schema.ID:
		return id
	case schema.String:
		return text
	case schema.Int:
		return integer
	case schema.Float:
		return float
	case schema.Boolean:
		return boolean
	case schema.BigInt:
		return bigInt
	case schema.Date:
		return date
	case schema.Time:
		return time
	case schema.LocalTime:
		return localTime
	case schema.DateTime:
		return dateTime
	case schema.LocalDateTime:
		return localDateTime
	case schema.Duration:
		return duration
	}
	return custom
}

func id(value any) (any, string) {
	switch v := value.(type) {
	case string:
		return v, ""
	case int64:
		return strconv.FormatInt(v, 10), ""
	}
	return nil, "a string or an integer"
}

func text(value any) (any, string) {
	if v, ok := value.(string); ok {
		return v, ""
	}
	return nil, "a string"
}

// integer is 32 bits wide (GraphQL spec 3.5.1).
func integer(value any) (any, string) {
	switch v := value.(type) {
	case int64:
		if v >= math.MinInt32 && v <= math.MaxInt32 {
			return v, ""
		}
	case float64:
		if v == math.Trunc(v) && v >= math.MinInt32 && v <= math.MaxInt32 {
			return int64(v), ""
		}
	}
	return nil, "an integer of 32 bits (BigInt has 64)"
}

func float(value any) (any, string) {
	switch v := value.(type) {
	case int64:
		return float64(v), ""
	case float64:
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			return v, ""
		}
	}
	return nil, "a finite number"
}

func boolean(value any) (any, string) {
	if v, ok := value.(bool); ok {
		return v, ""
	}
	return nil, "a boolean"
}

// bigInt is 64 bits wide, and text in JSON, whose readers may know doubles only.
func bigInt(value any) (any, string) {
	if v, ok := value.(int64); ok {
		return strconv.FormatInt(v, 10), ""
	}
	return nil, "an integer"
}

func date(value any) (any, string) {
	if v, ok := value.(cypher.Date); ok {
		return string(v), ""
	}
	return nil, "a date"
}

func time(value any) (any, string) {
	if v, ok := value.(cypher.Time); ok {
		return nineDigits(string(v)), ""
	}
	return nil, "a time with an offset"
}

func localTime(value any) (any, string) {
	if v, ok := value.(cypher.LocalTime); ok {
		return nineDigits(string(v)), ""
	}
	return nil, "a local time"
}

// dateTime is the instant in UTC, with milliseconds, as JavaScript's Date writes it; what is
// finer is kept, with nine digits.
func dateTime(value any) (any, string) {
	if v, ok := value.(cypher.DateTime); ok {
		text, _, _ := strings.Cut(string(v), "[")
		at, err := clock.Parse(clock.RFC3339Nano, text)
		if err != nil { // offsets before there were zones have seconds
			at, err = clock.Parse("2006-01-02T15:04:05.999999999Z07:00:00", text)
		}
		switch {
		case err != nil: // beyond the years of four digits
			return text, ""
		case at.Nanosecond()%int(clock.Millisecond) == 0:
			return at.UTC().Format("2006-01-02T15:04:05.000Z"), ""
		default:
			return at.UTC().Format("2006-01-02T15:04:05.000000000Z"), ""
		}
	}
	return nil, "a date and time with an offset"
}

// nineDigits fills up a fraction of seconds, if there is one, as the drivers for JavaScript do.
func nineDigits(text string) string {
	before, after, fraction := strings.Cut(text, ".")
	if !fraction {
		return text
	}
	end := strings.IndexFunc(after, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		end = len(after)
	}
	return before + "." + after[:end] + strings.Repeat("0", max(0, 9-end)) + after[end:]
}

func localDateTime(value any) (any, string) {
	if v, ok := value.(cypher.LocalDateTime); ok {
		return nineDigits(string(v)), ""
	}
	return nil, "a local date and time"
}

func duration(value any) (any, string) {
	if v, ok := value.(cypher.Duration); ok {
		return nineDigits(string(v)), ""
	}
	return nil, "a duration"
}

func enum(d *ast.Definition) leaf {
	return func(value any) (any, string) {
		if v, ok := value.(string); ok && d.EnumValues.ForName(v) != nil {
			return v, ""
		}
		return nil, "a value of the enum " + d.Name
	}
}

// custom passes what JSON can hold; temporal values are text, points their coordinates.
func custom(value any) (any, string) {
	switch v := value.(type) {
	case float64:
		return float(v)
	case cypher.Point:
		return []any{v.X, v.Y}, ""
	case []any:
		list := make([]any, len(v))
		for i, item := range v {
			var expected string
			if list[i], expected = customOrNull(item); expected != "" {
				return nil, expected
			}
		}
		return list, ""
	case map[string]any:
		m := make(map[string]any, len(v))
		for key, item := range v {
			var expected string
			if m[key], expected = customOrNull(item); expected != "" {
				return nil, expected
			}
		}
		return m, ""
	case bool, int64, string:
		return v, ""
	}
	return temporalText(value)
}

func customOrNull(value any) (any, string) {
	if value == nil {
		return nil, ""
	}
	return custom(value)
}

func temporalText(value any) (any, string) {
	for _, temporal := range []leaf{date, dateTime, localDateTime, time, localTime, duration} {
		if v, expected := temporal(value); expected == "" {
			return v, ""
		}
	}
	return nil, "a value that JSON can hold"
}

// inSystem reports whether a point has the coordinates of a type: longitude and latitude, or x and y.
func inSystem(p cypher.Point, typ string) bool {
	if schema.Scalar(typ) == schema.Point {
		return p.SRID == 4326 || p.SRID == 4979
	}
	return schema.Scalar(typ) == schema.CartesianPoint && (p.SRID == 7203 || p.SRID == 9157)
}

// pointRow makes the row of a Point or CartesianPoint from the value itself, for the
// fields that are asked of it.
func pointRow(f *field, p cypher.Point) map[string]any {
	row := map[string]any{}
	threeD := p.SRID == 4979 || p.SRID == 9157
	for _, inner := range f.inner.only {
		switch schema.Part(inner.name) {
		case schema.Longitude, schema.X:
			row[inner.key] = p.X
		case schema.Latitude, schema.Y:
			row[inner.key] = p.Y
		case schema.Height, schema.Z:
			row[inner.key] = nil
			if threeD {
				row[inner.key] = p.Z
			}
		case schema.SRID:
			row[inner.key] = int64(p.SRID)
		case schema.CRS:
			row[inner.key] = crs(p.SRID)
		}
	}
	return row
}

// crs names a coordinate reference system (Cypher manual, "Spatial values").
func crs(srid int) string {
	switch srid {
	case 4326:
		return "wgs-84"
	case 4979:
		return "wgs-84-3d"
	case 7203:
		return "cartesian"
	case 9157:
		return "cartesian-3d"
	}
	return "srid-" + strconv.Itoa(srid)
}

// describe names the kind of a value of the database for people.
func describe(value any) string {
	switch v := value.(type) {
	case nil:
		return "nothing"
	case bool:
		return "a boolean"
	case int64:
		return "the integer " + strconv.FormatInt(v, 10)
	case float64:
		return "the number " + strconv.FormatFloat(v, 'g', -1, 64)
	case string:
		return "a string"
	case []any:
		return "a list"
	case map[string]any:
		return "a map"
	case cypher.Point:
		return "a point"
	case cypher.Date:
		return "a date"
	case cypher.DateTime, cypher.LocalDateTime:
		return "a date and time"
	case cypher.Time, cypher.LocalTime:
		return "a time"
	case cypher.Duration:
		return "a duration"
	}
	return "an unknown value"
}

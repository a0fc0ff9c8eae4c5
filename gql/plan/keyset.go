package plan

import (
	"encoding/base64"
	"encoding/json"
	"math"
	"strings"

	"concord/gql/schema"
)

// KeysetStart is what `after` holds to begin at the start with keyset cursors, without one
// of them yet.
const KeysetStart = "keyset"

const keysetPrefix = "keyset:"

// Keyset says that the cursors of a connection hold the values that its rows are sorted by.
// A page then begins behind values, not at a place, so that what is inserted or removed
// before it neither repeats a row nor leaves one out.
type Keyset struct {
	// Keys are those of Rows.Sort up to the first that no two rows have alike.
	Keys []Sort

	// Sorted names the keys: a cursor fits connections that are sorted the same.
	Sorted string

	// After are the values of the row before the page, one for each key: nil, bool, int64,
	// float64 (also not a number and infinite) or string. It is nil at the start.
	After []any
}

// Scalar is the kind of a key's values, and whether there is always one.
func (s Sort) Scalar() (kind schema.Scalar, always bool) {
	switch {
	case s.ElementID:
		return schema.String, true
	case s.Score:
		return schema.Float, true
	case s.Cypher != nil:
		return s.Cypher.Result.Scalar.Scalar, false
	case s.Related == nil:
		return s.Property.Type.Scalar, s.Property.Type.NonNull && s.Kind.All()
	case s.Related.Property == nil:
		return schema.Int, true
	}
	switch s.Related.Aggregation {
	case schema.Average, schema.AverageLength:
		return schema.Float, false
	case schema.Shortest, schema.Longest:
		return schema.Int, false
	}
	return s.Related.Property.Type.Scalar, false
}

// name tells keys apart in a cursor.
func (s Sort) name() string {
	name := ""
	switch {
	case s.ElementID:
		name = "elementId"
	case s.Cypher != nil:
		name = s.Cypher.Name
	case s.Related != nil:
		name = s.Related.Hops[0].Relationship.Name
		if s.Related.Property != nil {
			name += "." + s.Related.Property.Name + "." + string(s.Related.Aggregation)
		}
		if s.Related.Edges || s.Related.Subject == Edge {
			name += "/"
		}
	case s.Property != nil:
		name = s.Property.Name
	}
	if s.Subject == Edge {
		name = "edge." + name
	}
	if s.Descending {
		name = "-" + name
	}
	return name
}

// compared are the kinds that Cypher compares in the order in which it sorts.
var compared = map[schema.Scalar]bool{
	schema.String: true, schema.ID: true, schema.EnumScalar: true, schema.Int: true, schema.Float: true, schema.BigInt: true,
	schema.Boolean: true, schema.Date: true, schema.Time: true, schema.LocalTime: true, schema.DateTime: true, schema.LocalDateTime: true,
}

// KeysetCursor is a cursor made of what the row holds for one: the names of the keys, then
// their values. Each is nil, a bool, an integer, a float or a text.
func KeysetCursor(values []any) string {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
		if f, ok := v.(float64); ok && (math.IsNaN(f) || math.IsInf(f, 0)) {
			out[i] = irregular(f)
		}
	}
	text, err := json.Marshal(out)
	if err != nil {
		return "" // unreachable: no such value is one that JSON can't hold
	}
	return base64.StdEncoding.EncodeToString(append([]byte(keysetPrefix), text...))
}

func irregular(f float64) string {
	switch {
	case math.IsNaN(f):
		return "NaN"
	case f > 0:
		return "Infinity"
	}
	return "-Infinity"
}

// keysetOf is the list in a keyset cursor; false for any other text.
func keysetOf(cursor string) (list []any, ok bool) {
	if cursor == KeysetStart {
		return nil, true
	}
	text, err := base64.StdEncoding.DecodeString(cursor)
	if err != nil {
		return nil, false
	}
	values, found := strings.CutPrefix(string(text), keysetPrefix)
	if !found {
		return nil, false
	}
	d := json.NewDecoder(strings.NewReader(values))
	d.UseNumber()
	if d.Decode(&list) != nil || len(list) == 0 {
		list = []any{""} // of no sort
	}
	return list, true
}

// keyValue gives a value of a cursor the kind of its key; false if it is of another.
func keyValue(v any, s Sort) (any, bool) {
	kind, always := s.Scalar()
	text, isText := v.(string)
	switch kind {
	case schema.Int, schema.BigInt:
		if n, ok := v.(json.Number); ok {
			i, err := n.Int64()
			return i, err == nil
		}
	case schema.Float:
		switch text {
		case "NaN":
			return math.NaN(), true
		case "Infinity":
			return math.Inf(1), true
		case "-Infinity":
			return math.Inf(-1), true
		}
		if f, ok := float(v); ok {
			return f, true
		}
	case schema.Boolean:
		if b, ok := v.(bool); ok {
			return b, true
		}
	case schema.String, schema.ID, schema.EnumScalar:
		if isText {
			return v, true
		}
	default: // temporal; a zone's name may stand behind the offset
		instant, _, _ := strings.Cut(text, "[")
		if isText && temporal[kind].valid(instant) {
			return v, true
		}
	}
	return nil, v == nil && !always
}

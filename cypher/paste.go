package cypher

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Paste returns the statement as Neo4j Browser and cypher-shell take it: the parameters
// as :param commands, if there are any, then the text. Browser reads the value after =>
// as Cypher; of a :params map it makes floats of the integers, and LIMIT takes none.
func (s Statement) Paste() string {
	if len(s.Params) == 0 {
		return s.Text
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(s.Params)) {
		b.WriteString(":param " + mapKey(name) + " => " + literal(s.Params[name]) + ";\n")
	}
	return b.String() + "\n" + s.Text
}

// literal writes a parameter as a Cypher expression (Cypher manual, "Values and types").
func literal(value any) string {
	switch v := value.(type) {
	case nil:
		return "null"
	case string:
		return stringLiteral(v)
	case float64:
		s := strconv.FormatFloat(v, 'g', -1, 64)
		if !strings.ContainsAny(s, ".eIN") {
			s += ".0" // without it, it would be an integer
		}
		return s
	case Date:
		return "date(" + stringLiteral(string(v)) + ")"
	case Time:
		return "time(" + stringLiteral(string(v)) + ")"
	case LocalTime:
		return "localtime(" + stringLiteral(string(v)) + ")"
	case DateTime:
		return "datetime(" + stringLiteral(string(v)) + ")"
	case LocalDateTime:
		return "localdatetime(" + stringLiteral(string(v)) + ")"
	case Duration:
		return "duration(" + stringLiteral(string(v)) + ")"
	case Point:
		z := ""
		if v.SRID == 4979 || v.SRID == 9157 {
			z = ", z: " + literal(v.Z)
		}
		return fmt.Sprintf("point({srid: %d, x: %s, y: %s%s})", v.SRID, literal(v.X), literal(v.Y), z)
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = literal(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		entries := make([]string, 0, len(v))
		for _, key := range slices.Sorted(maps.Keys(v)) {
			entries = append(entries, mapKey(key)+": "+literal(v[key]))
		}
		return "{" + strings.Join(entries, ", ") + "}"
	}
	return fmt.Sprint(value) // bool and int64
}

var escapes = strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`, "\r", `\r`, "\t", `\t`)

func stringLiteral(s string) string { return "'" + escapes.Replace(s) + "'" }

// mapKey writes a key of a map. A backslash is written as its escape, for in a quoted
// name Cypher reads \u0060 as a backtick, which would end it.
func mapKey(key string) string {
	if q, err := quote(key); err == nil {
		return q
	}
	return "`" + strings.NewReplacer("`", "``", `\`, `\u005C`).Replace(key) + "`"
}

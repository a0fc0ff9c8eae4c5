package plan

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// The input coercion of each scalar (GraphQL specification, 3.5; ISO 8601 for temporal values).
func TestScalars(t *testing.T) {
	number := func(s string) any { return json.Number(s) }
	for _, c := range []struct {
		scalar string
		given  any
		want   any // nil: refused
	}{
		{"Int", number("5"), int64(5)},
		{"Int", number("-2147483648"), int64(-2147483648)},
		{"Int", number("2147483648"), nil},
		{"Int", number("5.0"), int64(5)},
		{"Int", number("5.5"), nil},
		{"Int", number("1e3"), int64(1000)},
		{"Int", number("1e400"), nil},
		{"Int", "5", nil},
		{"Int", true, nil},
		{"Int", float64(7), int64(7)},
		{"BigInt", number("9007199254740993"), int64(9007199254740993)},
		{"BigInt", "9007199254740993", int64(9007199254740993)},
		{"BigInt", number("9223372036854775808"), nil},
		{"BigInt", "x", nil},
		{"Float", number("1"), 1.0},
		{"Float", number("1e400"), nil},
		{"Float", "1", nil},
		{"Boolean", true, true},
		{"Boolean", "true", nil},
		{"Boolean", number("1"), nil},
		{"String", "x", "x"},
		{"String", number("1"), nil},
		{"ID", "x", "x"},
		{"ID", number("12"), "12"},
		{"ID", number("1.5"), nil},
		{"Date", "2007-08-09", "2007-08-09"},
		{"Date", "2007-02-29", nil},
		{"Date", "2007-8-9", nil},
		{"Date", "2007", nil},
		{"Date", "2007-08-09T00:00:00Z", nil},
		{"LocalTime", "12:50:35.556", "12:50:35.556"},
		{"LocalTime", "24:00:01", nil},
		{"Time", "12:50:35.556+01:00", "12:50:35.556+01:00"},
		{"Time", "12:50:35", nil},
		{"LocalDateTime", "2015-06-24T12:50:35.556", "2015-06-24T12:50:35.556"},
		{"LocalDateTime", "2015-06-24", nil},
		{"DateTime", "2015-06-24T12:50:35.556Z", "2015-06-24T12:50:35.556Z"},
		{"DateTime", "2015-06-24T12:50:35,5Z", nil},
		{"DateTime", "2015-06-24T12:50:35", nil},
		{"Duration", "P1Y2M10DT2H30M", "P1Y2M10DT2H30M"},
		{"Duration", "PT0.5S", "PT0.5S"},
		{"Duration", "P2W", "P2W"},
		{"Duration", "P", nil},
		{"Duration", "P1DT", nil},
		{"Duration", "1D", nil},
		{"Anything", []any{number("1"), map[string]any{"a": number("1.5")}}, []any{int64(1), map[string]any{"a": 1.5}}},
	} {
		got, problem := coerceLeaf(&ast.Definition{Kind: ast.Scalar, Name: c.scalar}, c.given)
		switch {
		case c.want == nil && problem == "":
			t.Errorf("%s takes %v as %v", c.scalar, c.given, got)
		case c.want == nil && !strings.Contains(problem, "; give "):
			t.Errorf("%s refuses %v without a remedy: %s", c.scalar, c.given, problem)
		case c.want != nil && (problem != "" || !reflect.DeepEqual(got, c.want)):
			t.Errorf("%s takes %v as %v (%s), want %v", c.scalar, c.given, got, problem, c.want)
		}
	}
}

func TestCursors(t *testing.T) {
	for _, place := range []int64{0, 1, 41, 1 << 20} {
		if got := placeAfter(Cursor(place)); got != place+1 {
			t.Errorf("after the cursor of %d comes %d", place, got)
		}
	}
	if Cursor(0) != "YXJyYXljb25uZWN0aW9uOjA=" {
		t.Errorf("the first cursor is %s", Cursor(0))
	}
	for _, text := range []string{"", "x", "YXJyYXljb25uZWN0aW9uOng=", "YXJyYXljb25uZWN0aW9uOi0x", Cursor(1 << 40)} {
		if got := placeAfter(text); got != 0 {
			t.Errorf("%q, no cursor, leads to %d", text, got)
		}
	}
}

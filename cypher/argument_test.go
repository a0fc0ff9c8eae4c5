package cypher

import (
	"reflect"
	"testing"
)

const argumentQuery = `// Which?
//
// level: hard
// parameters
//   name: String!   the name          "China"
//   day: Date       the day           "2007-08-16"
//   limit: Int!     how many          10
//   least: Float    the least
//   all: Boolean    whether all
//   kinds: [Int!]   the kinds
// columns
//   c: Int  a column
// notice
//   What is
//   to be seen.
RETURN 1 AS c
`

func TestArguments(t *testing.T) {
	q, err := ParseQuery("q", argumentQuery)
	if err != nil || q.Level != "hard" || q.Notice != "What is to be seen." {
		t.Fatalf("%+v %v", q, err)
	}
	got, err := q.Arguments(map[string]string{"name": "a 'b'", "day": "2008-02-29", "limit": "3", "least": "0.5", "all": "true", "kinds": "[1, 2]"})
	want := map[string]any{"name": "a 'b'", "day": Date("2008-02-29"), "limit": int64(3), "least": 0.5, "all": true, "kinds": []any{int64(1), int64(2)}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v %v", got, err)
	}
	got, err = q.Arguments(q.Examples())
	want = map[string]any{"name": "China", "day": Date("2007-08-16"), "limit": int64(10), "least": nil, "all": nil, "kinds": nil}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("examples: %v %v", got, err)
	}
	for name, c := range map[string]struct {
		given map[string]string
		want  string
	}{
		"missing": {map[string]string{"limit": "1"}, `q: parameter name is missing: the name; give it as name="China"`},
		"unknown": {map[string]string{"name": "x", "limit": "1", "nam": "y"}, `q has no parameter nam; it has name, day, limit, least, all, kinds`},
		"day":     {map[string]string{"name": "x", "limit": "1", "day": "2007-02-30"}, `q: parameter day: "2007-02-30" is no day; write YYYY-MM-DD, for example 2007-08-16`},
		"int":     {map[string]string{"name": "x", "limit": "99999999999"}, `q: parameter limit: "99999999999" is no whole number of 32 bits; write it like 10`},
		"list":    {map[string]string{"name": "x", "limit": "1", "kinds": `["a"]`}, `q: parameter kinds: item 1: "a" is no whole number of 32 bits; write it like 10`},
	} {
		if _, err := q.Arguments(c.given); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

func TestScript(t *testing.T) {
	q, err := ParseQuery("q", argumentQuery)
	if err != nil {
		t.Fatal(err)
	}
	want := ":param name => \"China\";\n:param day => \"2007-08-16\";\n:param limit => 10;\n:param least => null;\n:param all => null;\n:param kinds => null;\nRETURN 1 AS c;\n"
	if got := q.Script(); got != want {
		t.Errorf("%s", got)
	}
	if _, err := ParseQuery("q", "// Which?\n// level: easy\n// columns\n//   c: Int  x\nRETURN 1 AS c"); err == nil {
		t.Error("a level that is none is taken")
	}
}

package cypher

import (
	"io/fs"
	"strings"
	"testing"
)

func TestQueryFiles(t *testing.T) {
	names, err := fs.Glob(Queries(), "*.cypher")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		q, err := ReadQuery(Queries(), strings.TrimSuffix(name, ".cypher"))
		if err != nil {
			t.Error(err)
			continue
		}
		f, err := ParseFragment(q.Text)
		if err != nil {
			t.Errorf("%s:%v", name, err)
			continue
		}
		for _, p := range f.Parameters() {
			if _, ok := q.Parameter(p); !ok {
				t.Errorf("%s: $%s is used, but its header has no such parameter", name, p)
			}
		}
		for _, p := range q.Parameters {
			if p.Name == "this" && !f.Uses("this") || p.Name != "this" && !strings.Contains(q.Statement, "$"+p.Name) {
				t.Errorf("%s: the header's parameter %s is never used", name, p.Name)
			}
		}
	}
}

func TestParseQuery(t *testing.T) {
	q, err := ParseQuery("x", "// Which?\n//\n// parameters\n//   a: String!   what a is   \"C \\\"x\"\n//   n: Int  how many\n// columns\n//   c: [Exercise!]! the list\nRETURN 1 AS c\n")
	if err != nil {
		t.Fatal(err)
	}
	a, _ := q.Parameter("a")
	n, _ := q.Parameter("n")
	c, _ := q.Column("c")
	if q.Question != "Which?" || a != (QueryField{"a", "String!", "what a is", `"C \"x"`}) || n != (QueryField{"n", "Int", "how many", ""}) ||
		c != (QueryField{"c", "[Exercise!]!", "the list", ""}) || q.Statement != "RETURN 1 AS c" {
		t.Errorf("%+v", q)
	}
	_, err = ParseQuery("y", "// parameters\n//   nonsense\nRETURN 1")
	want := "y.cypher:2:3: \"nonsense\" is no parameter or column; write `name: Type  what it is`\n" +
		"y.cypher:1:1: the header has no question; begin the file with `// ` and the question it answers\n" +
		"y.cypher:1:1: the header names no columns; list them under `// columns`"
	if err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
}

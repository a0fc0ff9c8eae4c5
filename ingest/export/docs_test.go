package export

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// TestColumnsAreDocumented compares docs/exports.md with the rows.
func TestColumnsAreDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/exports.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, row := range map[string]reflect.Type{
		"nodes": reflect.TypeFor[NodeRow](), "edges": reflect.TypeFor[EdgeRow](), "dyads": reflect.TypeFor[DyadRow](), "claims": reflect.TypeFor[ClaimRow](),
	} {
		var want []string
		for _, c := range columnsOf(row) {
			want = append(want, c.name)
		}
		m := regexp.MustCompile(`(?s)\*\*` + name + `\*\*: (.*?)\n\n`).FindSubmatch(text)
		if m == nil {
			t.Errorf("docs/exports.md does not list the columns of %s", name)
			continue
		}
		if got := strings.Join(strings.Fields(string(m[1])), " "); got != strings.Join(want, ", ") {
			t.Errorf("docs/exports.md lists for %s\n%s\nwant\n%s", name, got, strings.Join(want, ", "))
		}
	}
	for _, f := range Formats {
		if table, kind, ok := strings.Cut(f.Name, "-"); !strings.Contains(string(text), "`"+f.Name+"`") && !(ok && strings.Contains(string(text), "-"+kind+"`") && strings.Contains(string(text), "`"+table+"-")) {
			t.Errorf("docs/exports.md does not name the format %s", f.Name)
		}
	}
}

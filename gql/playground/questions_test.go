package playground_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"concord"
	"concord/cypher"
	"concord/gql/schema"
)

// The questions the page opens with are valid in the API it opens on, say in their
// comment what they show, and have a tab each.
func TestQuestions(t *testing.T) {
	s, err := schema.Load([]schema.Source{{Name: "schema.graphql", Text: concord.SchemaSDL}}, schema.Options{Queries: cypher.Queries()})
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(os.DirFS("src/questions"), "*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	list, err := os.ReadFile("src/questions.ts")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile("src/questions/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, errs := gqlparser.LoadQueryWithRules(s.API, string(text), rules.NewDefaultRules()); len(errs) > 0 {
			t.Errorf("%s: %v", name, errs)
		}
		if lines := strings.SplitN(string(text), "\n", 3); !strings.HasPrefix(lines[0], "# ") || !strings.HasPrefix(lines[1], "# ") {
			t.Errorf("%s: its first lines are no comment with a title and what the answer shows", name)
		}
		if !strings.Contains(string(list), "'./questions/"+name+"'") {
			t.Errorf("src/questions.ts leaves out %s", name)
		}
	}
}

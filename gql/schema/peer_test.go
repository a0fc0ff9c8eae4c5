package schema_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"concord/gql/peertest"
	"concord/gql/schema"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// TestPeer compares the API with what @neo4j/graphql 7 makes of the same definitions,
// type by type. CONCORD_PEER names a folder where npm installed it (make peer does).
// The differences are all in testdata/peer/*.differences: `-` is theirs, `+` ours. Sorts by
// what is related are ours everywhere, and left out.
func TestPeer(t *testing.T) {
	folder := peertest.Folder(t)
	film, err := os.ReadFile("../server/testdata/peer/film.graphql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"access", "everything", "exercises", "film", "options"} {
		t.Run(name, func(t *testing.T) {
			var c testCase
			if name == "film" {
				c.sources = []schema.Source{{Name: "film.graphql", Text: string(film)}}
			} else {
				c = readCase(t, filepath.Join("testdata", "api", name+".txtar"))
			}
			ours, err := schema.Load(c.sources, c.options)
			if err != nil {
				t.Fatal(err)
			}
			got := differences(peer(t, folder, c), ours.API)
			path := filepath.Join("testdata", "peer", name+".differences")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("the differences are\n%s\nand %s has\n%s", got, path, want)
			}
		})
	}
}

func peer(t *testing.T, folder string, c testCase) *ast.Schema {
	t.Helper()
	var text strings.Builder
	for _, source := range c.sources {
		text.WriteString(source.Text + "\n")
	}
	file := filepath.Join(t.TempDir(), "types.graphql")
	if err := os.WriteFile(file, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	arguments := []string{filepath.Join("testdata", "peer", "print.cjs"), file}
	if c.options.SuffixOperators {
		arguments = append(arguments, "suffixes")
	}
	if c.options.Matches {
		arguments = append(arguments, "optional")
	}
	cmd := exec.Command("node", arguments...)
	cmd.Env = append(os.Environ(), "NODE_PATH="+filepath.Join(folder, "node_modules"))
	var errors bytes.Buffer
	cmd.Stderr = &errors
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v\n%s", err, errors.String())
	}
	theirs, err := gqlparser.LoadSchema(&ast.Source{Name: "peer.graphql", Input: string(out)})
	if err != nil {
		t.Fatal(err)
	}
	return theirs
}

// relatedSort matches the lines of inputs that sort by aggregates over related nodes.
var relatedSort = regexp.MustCompile(`(?:Aggregate|AggregateValue|Count)Sort(?:\.| @deprecated$|$)`)

func differences(theirs, ours *ast.Schema) string {
	their, our := lines(theirs), lines(ours)
	var all []string
	for line := range their {
		if !our[line] {
			all = append(all, "- "+line)
		}
	}
	for line := range our {
		if !their[line] && !relatedSort.MatchString(line) {
			all = append(all, "+ "+line)
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		if c := strings.Compare(a[2:], b[2:]); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	return strings.Join(append(all, ""), "\n")
}

// lines is a schema as a set of lines: one for each type, field, argument and value.
func lines(s *ast.Schema) map[string]bool {
	all := map[string]bool{}
	say := func(format string, arguments ...any) { all[fmt.Sprintf(format, arguments...)] = true }
	for name, def := range s.Types {
		if def.BuiltIn || strings.HasPrefix(name, "__") {
			continue
		}
		say("%s %s", strings.ToLower(string(def.Kind)), name)
		for _, i := range def.Interfaces {
			say("%s implements %s", name, i)
		}
		for _, member := range def.Types {
			say("%s = %s", name, member)
		}
		for _, v := range def.EnumValues {
			say("%s.%s%s", name, v.Name, deprecated(v.Directives))
		}
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			say("%s.%s: %s%s", name, f.Name, f.Type, deprecated(f.Directives))
			for _, a := range f.Arguments {
				say("%s.%s(%s: %s)%s", name, f.Name, a.Name, a.Type, deprecated(a.Directives))
			}
		}
	}
	return all
}

func deprecated(list ast.DirectiveList) string {
	if list.ForName("deprecated") != nil {
		return " @deprecated"
	}
	return ""
}

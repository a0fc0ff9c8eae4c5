package schema_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"concord"
	"concord/cypher"
	"concord/gql/schema"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

func bundled() schema.Source { return schema.Source{Name: "schema.graphql", Text: concord.SchemaSDL} }

func bundledOptions() schema.Options { return schema.Options{Queries: cypher.Queries()} }

// testCase is a file of testdata: type definitions in *.graphql, queries in *.cypher, the
// names of options in the file `options`, and what is expected in `want`.
type testCase struct {
	path    string
	archive *txtar.Archive
	sources []schema.Source
	options schema.Options
	want    string
}

func cases(tb testing.TB, folder string) []testCase {
	tb.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no cases in testdata/%s: %v", folder, err)
	}
	all := make([]testCase, len(paths))
	for i, path := range paths {
		all[i] = readCase(tb, path)
	}
	return all
}

func readCase(tb testing.TB, path string) testCase {
	tb.Helper()
	archive, err := txtar.ParseFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	c := testCase{path: path, archive: archive}
	queries := fstest.MapFS{}
	for _, file := range archive.Files {
		text := string(file.Data)
		switch {
		case file.Name == "want":
			c.want = text
		case file.Name == "options":
			for _, name := range strings.Fields(text) {
				switch name {
				case "suffixes":
					c.options.SuffixOperators = true
				case "matches":
					c.options.Matches = true
				case "caseInsensitive":
					c.options.CaseInsensitive = true
				case "stringOrder":
					c.options.StringOrder = true
				default:
					tb.Fatalf("%s: unknown option %s", path, name)
				}
			}
		case strings.HasSuffix(file.Name, ".graphql"):
			c.sources = append(c.sources, schema.Source{Name: file.Name, Text: text})
		case strings.HasSuffix(file.Name, ".cypher"):
			queries[file.Name] = &fstest.MapFile{Data: file.Data}
			c.options.Queries = queries
		default:
			tb.Fatalf("%s: what is %s?", path, file.Name)
		}
	}
	return c
}

// check compares with what is expected, or rewrites it.
func (c testCase) check(t *testing.T, got string) {
	t.Helper()
	if got == c.want {
		return
	}
	if !*update {
		t.Errorf("%s: got\n%s\nwant\n%s\nrun the tests with -update if that is right", c.path, got, c.want)
		return
	}
	kept := c.archive.Files[:0:0]
	for _, file := range c.archive.Files {
		if file.Name != "want" {
			kept = append(kept, file)
		}
	}
	c.archive.Files = append(kept, txtar.File{Name: "want", Data: []byte(got)})
	if err := os.WriteFile(c.path, txtar.Format(c.archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestAPI compares the generated API, without descriptions, with what is expected.
func TestAPI(t *testing.T) {
	for _, c := range cases(t, "api") {
		t.Run(filepath.Base(c.path), func(t *testing.T) {
			s, err := schema.Load(c.sources, c.options)
			if err != nil {
				t.Fatal(err)
			}
			var text strings.Builder
			formatter.NewFormatter(&text, formatter.WithIndent("  "), formatter.WithoutDescription()).FormatSchema(s.API)
			c.check(t, text.String())
			sound(t, s)
		})
	}
}

// TestMistakes compares what is reported of wrong definitions, all of it.
func TestMistakes(t *testing.T) {
	for _, c := range cases(t, "mistakes") {
		t.Run(filepath.Base(c.path), func(t *testing.T) {
			s, err := schema.Load(c.sources, c.options)
			if err == nil {
				t.Fatalf("%s: nothing is reported; the API is\n%s", c.path, s.SDL())
			}
			c.check(t, err.Error()+"\n")
			for line := range strings.Lines(err.Error()) {
				if !strings.Contains(line, "; ") {
					t.Errorf("no remedy in %q", line)
				}
			}
		})
	}
}

// sound checks what must hold of any schema: the API is valid GraphQL, printed and read
// again it is the same, and each field has a meaning.
func sound(tb testing.TB, s *schema.Schema) {
	tb.Helper()
	text := s.SDL()
	again, err := gqlparser.LoadSchema(&ast.Source{Name: "api.graphql", Input: text})
	if err != nil {
		tb.Fatalf("the API is no valid GraphQL: %v", err)
	}
	if whole(again) != whole(s.API) {
		tb.Error("the API, printed and read again, is another")
	}
	for name, def := range s.API.Types {
		if def.BuiltIn || strings.HasPrefix(name, "__") {
			continue
		}
		other := again.Types[name]
		if def.IsCompositeType() && (len(other.Interfaces) != len(def.Interfaces) || len(again.PossibleTypes[name]) != len(s.API.PossibleTypes[name]) || len(again.Implements[name]) != len(s.API.Implements[name])) {
			tb.Errorf("%s: the API, printed and read again, has other relations between types", name)
		}
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			if s.Meaning(f) == nil && !s.Given(name) {
				tb.Errorf("%s.%s has no meaning", name, f.Name)
			}
		}
	}
}

// whole is a schema as text.
func whole(api *ast.Schema) string {
	var text strings.Builder
	formatter.NewFormatter(&text).FormatSchema(api)
	return text.String()
}

func TestBundled(t *testing.T) {
	s, err := schema.Load([]schema.Source{bundled()}, bundledOptions())
	if err != nil {
		t.Fatal(err)
	}
	sound(t, s)
	described(t, s)
}

// described checks that the API explains itself: each type, field, argument and value.
func described(t *testing.T, s *schema.Schema) {
	for name, def := range s.API.Types {
		if def.BuiltIn || strings.HasPrefix(name, "__") {
			continue
		}
		lacks := func(description, what string) {
			if strings.TrimSpace(description) == "" {
				t.Errorf("%s has no description", what)
			}
		}
		switch def.Name {
		case "ID", "String", "Int", "Float", "Boolean":
			continue
		}
		lacks(def.Description, name)
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			lacks(f.Description, name+"."+f.Name)
			for _, a := range f.Arguments {
				lacks(a.Description, name+"."+f.Name+"("+a.Name+":)")
			}
		}
		for _, v := range def.EnumValues {
			lacks(v.Description, name+"."+v.Name)
		}
	}
}

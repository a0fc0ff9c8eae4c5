package compile_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"concord"
	"concord/cypher"
	"concord/gql/compile"
	"concord/gql/plan"
	"concord/gql/schema"
)

var update = flag.Bool("update", false, "rewrite the expectations of testdata/queries from what comes out")

const folder = "../../testdata/queries"

// schemaNames are the schemas of the cases; the bundled one has no name.
var schemaNames = []string{"", "second.graphql", "third.graphql"}

// file is a case: testdata/queries/<feature>_<case>.txtar with the sections query,
// variables, schema (a file of the same folder; schema.graphql if there is none), want.cypher,
// want.params, want.plan, want.error and want.json: the row, or what is left of it where the
// answer has errors of single fields (want.errors).
type file struct {
	path    string
	archive *txtar.Archive
}

func files(t testing.TB) []file {
	t.Helper()
	paths, err := filepath.Glob(folder + "/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases in ", folder, err)
	}
	all := make([]file, len(paths))
	for i, p := range paths {
		a, err := txtar.ParseFile(p)
		if err != nil {
			t.Fatal(err)
		}
		all[i] = file{p, a}
	}
	return all
}

func (f file) name() string { return strings.TrimSuffix(filepath.Base(f.path), ".txtar") }

func (f file) section(name string) (string, bool) {
	for _, s := range f.archive.Files {
		if s.Name == name {
			return string(s.Data), true
		}
	}
	return "", false
}

// set replaces a section, adds it, or (empty) removes it.
func (f file) set(name, text string) {
	for i, s := range f.archive.Files {
		if s.Name == name {
			if text == "" {
				f.archive.Files = append(f.archive.Files[:i], f.archive.Files[i+1:]...)
			} else {
				f.archive.Files[i].Data = []byte(text)
			}
			return
		}
	}
	if text != "" {
		f.archive.Files = append(f.archive.Files, txtar.File{Name: name, Data: []byte(text)})
	}
}

func (f file) save(t testing.TB) {
	t.Helper()
	if err := os.WriteFile(f.path, txtar.Format(f.archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (f file) variables(t testing.TB) map[string]any {
	t.Helper()
	text, ok := f.section("variables")
	if !ok {
		return nil
	}
	var v map[string]any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%s: variables: %v", f.path, err)
	}
	return v
}

func (f file) schemaName() string {
	name, _ := f.section("schema")
	return strings.TrimSpace(name)
}

// schemas loads each schema once.
type schemas map[string]*schema.Schema

func (all schemas) of(t testing.TB, name string) *schema.Schema {
	t.Helper()
	if s := all[name]; s != nil {
		return s
	}
	text, opts := concord.SchemaSDL, schema.Options{Queries: cypher.Queries()}
	if name != "" {
		b, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		text, opts.StringOrder, opts.CaseInsensitive, opts.SuffixOperators = string(b), true, true, true
	}
	s, err := schema.Load([]schema.Source{{Name: name, Text: text}}, opts)
	if err != nil {
		t.Fatal(err)
	}
	all[name] = s
	return s
}

// outcome is what the offline stages make of a case.
type outcome struct {
	statement cypher.Statement
	plan      *plan.Plan
	op        *plan.Operation
	err       string
}

func run(s *schema.Schema, query string, variables map[string]any) outcome {
	op, problems := plan.Prepare(s, query, "", variables)
	if len(problems) > 0 {
		var lines []string
		for _, p := range problems {
			lines = append(lines, fmt.Sprintf("%s [%v]", strings.TrimPrefix(p.Error(), "input:"), p.Extensions["code"]))
		}
		return outcome{err: strings.Join(lines, "\n") + "\n"}
	}
	p, err := plan.Build(s, op)
	if err != nil {
		var lines []string
		for _, p := range plan.Problems(err) {
			lines = append(lines, fmt.Sprintf("%s [%v]", strings.TrimPrefix(p.Error(), "input:"), p.Extensions["code"]))
		}
		return outcome{err: strings.Join(lines, "\n") + "\n"}
	}
	st, err := compile.Compile(s, p)
	if err != nil {
		return outcome{err: err.Error() + "\n"}
	}
	return outcome{statement: st, plan: p, op: op}
}

func (o outcome) decisions() string {
	var b strings.Builder
	for _, d := range o.plan.Decisions {
		verb := "not taken"
		if d.Taken {
			verb = "taken"
		}
		fmt.Fprintf(&b, "%s: %s %s: %s\n", d.Path, d.Rule, verb, d.Reason)
	}
	return b.String()
}

func indented(t testing.TB, v any) string {
	t.Helper()
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b) + "\n"
}

// Every case compiles to the Cypher it expects, with the parameters it expects, or is
// refused in the words it expects.
func TestCases(t *testing.T) {
	all := schemas{}
	for _, f := range files(t) {
		t.Run(f.name(), func(t *testing.T) {
			query, ok := f.section("query")
			if !ok {
				t.Fatalf("%s has no query", f.path)
			}
			got := run(all.of(t, f.schemaName()), query, f.variables(t))
			want := map[string]string{"want.error": got.err}
			if got.err == "" {
				want["want.cypher"] = got.statement.Text + "\n"
				want["want.params"] = indented(t, got.statement.Params)
				want["want.plan"] = got.decisions()
			}
			for _, name := range []string{"want.plan", "want.cypher", "want.params", "want.error"} {
				expected, _ := f.section(name)
				if *update {
					f.set(name, want[name])
				} else if expected != want[name] {
					t.Errorf("%s: %s is\n%s\nwant\n%s", f.path, name, want[name], expected)
				}
			}
			if *update {
				if got.err != "" {
					f.set("want.json", "")
					f.set("want.errors", "")
				}
				f.save(t)
			}
		})
	}
}

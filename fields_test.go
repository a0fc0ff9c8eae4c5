package concord_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"concord"
	"concord/cypher"
	"concord/gql/schema"
)

// question is a field of Query and the research query that answers it.
type question struct {
	field *schema.Cypher
	query cypher.QueryFile
}

func questions(t *testing.T) []question {
	t.Helper()
	s, err := schema.Load([]schema.Source{{Name: "schema.graphql", Text: concord.SchemaSDL}}, schema.Options{Queries: cypher.Queries()})
	if err != nil {
		t.Fatal(err)
	}
	var all []question
	for _, f := range s.Queries {
		q, err := cypher.ReadQuery(cypher.Queries(), f.Query)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, question{f, q})
	}
	return all
}

// The field of a research query is called as its file is, and says of itself, of its
// arguments and of its columns what the file's header says.
func TestFieldsAgreeWithQueries(t *testing.T) {
	for _, a := range questions(t) {
		name := regexp.MustCompile(`_\w`).ReplaceAllStringFunc(a.query.Name, func(s string) string { return strings.ToUpper(s[1:]) })
		if a.field.Name != name {
			t.Errorf("schema.graphql:%d: the field of %s.cypher is called %s, want %s", a.field.Position.Line, a.query.Name, a.field.Name, name)
		}
		agree(t, a, "the field", a.field.Description, a.query.Question)
		for _, argument := range a.field.Arguments {
			p, _ := a.query.Parameter(argument.Name)
			agree(t, a, "the argument "+argument.Name, argument.Definition.Description, p.Description)
			if d := argument.Definition.DefaultValue; d != nil && d.String() != p.Example {
				t.Errorf("%s: the default of %s is %s, and the header's example %s", a.field.Name, argument.Name, d, p.Example)
			}
		}
		if a.field.Result.Row == nil {
			continue
		}
		for _, f := range a.field.Result.Row.Fields {
			c, _ := a.query.Column(f.Column)
			agree(t, a, "the column "+f.Column, f.Description, c.Description)
		}
		if got, want := len(a.field.Result.Row.Fields), len(a.query.Columns); got != want {
			t.Errorf("%s has %d fields, and %s.cypher %d columns", a.field.Result.Row.Name, got, a.query.Name, want)
		}
	}
}

// agree compares a description of schema.graphql, a sentence, with words of a header.
func agree(t *testing.T, a question, of, description, words string) {
	t.Helper()
	first, size := utf8.DecodeRuneInString(words)
	sentence := string(unicode.ToUpper(first)) + words[size:]
	if !strings.HasSuffix(sentence, "?") && !strings.HasSuffix(sentence, ".") {
		sentence += "."
	}
	if !strings.EqualFold(description, sentence) {
		t.Errorf("%s: %s is described as %q, and in %s.cypher as %q", a.field.Name, of, description, a.query.Name, sentence)
	}
}

// Every question of GraphQL, asked with the examples of its query's header, has as many
// rows as the query has.
func TestFieldsOnNeo4j(t *testing.T) {
	p := newProduct(t)
	p.must(t, "ingest run testdata/documents")
	url := p.serve(t)
	for _, a := range questions(t) {
		var arguments, columns []string
		for _, q := range a.query.Parameters {
			if q.Example != "" {
				arguments = append(arguments, q.Name+": "+q.Example)
			}
		}
		for _, f := range a.field.Result.Row.Fields {
			selection := f.Column
			if f.Result.Target != nil {
				selection += " { id }"
			}
			columns = append(columns, selection)
		}
		operation := fmt.Sprintf("{ %s(%s) { %s } }", a.field.Name, strings.Join(arguments, ", "), strings.Join(columns, " "))
		rows, _ := data(t, url, operation, nil)[a.field.Name].([]any)
		text, err := os.ReadFile(filepath.Join(answers, a.query.Name+".txtar"))
		if err != nil {
			t.Error(err)
			continue
		}
		if want := strings.Count(string(txtar.Parse(text).Files[0].Data), "\n"); len(rows) != want {
			t.Errorf("%s has %d rows, want %d", operation, len(rows), want)
		}
	}
	// Neo4j refuses a statement that mixes its older shortestPath with path selectors.
	both := `{ shortestChains(one: "Thailand", other: "Uzbekistan", limit: 1) { steps } reach(country: "China", from: "2007-01-01", to: "2007-12-31") { steps } }`
	if got := data(t, url, both, nil); len(got) != 2 {
		t.Errorf("%s gave %v", both, got)
	}
}

package server_test

import (
	"cmp"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"golang.org/x/tools/txtar"

	"concord/gql/schema"
	"concord/gql/server"
	"concord/graph/local/localtest"
	"concord/graph/store"
)

// TestQuestions asks the bundled API real questions of a real graph.
func TestQuestions(t *testing.T) {
	s := openStore(t, "")
	load(t, s, "data.cypher")
	h := newServer(t, server.FromStore(s), nil)
	for _, c := range []struct{ name, query, want string }{
		{"a lookup", `{ countries(where: {iso3: {eq: "CHN"}}) { iso3 name } }`, `{"data":{"countries":[{"iso3":"CHN","name":"China"}]}}`},
		{"an interface", `{ exercises(where: {id: {eq: "exercise:peace-mission-2007"}}) { name participants(sort: [{name: ASC}], limit: 2) { __typename name } } }`, `"participants":[{"__typename":`},
		{"a connection", `{ countriesConnection(first: 1, sort: [{name: ASC}]) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { name } } } }`, `"endCursor":"YXJyYXljb25uZWN0aW9uOjA="},"edges":[{"cursor":"YXJyYXljb25uZWN0aW9uOjA=","node":`},
		{"a question with a file of its own", `{ exercisePartners(country: "China", under: "SCO") { country { name } exercises { name } } }`, `{"data":{"exercisePartners":[`},
		{"the schema and data at once", `{ __type(name: "Country") { name } countries(where: {iso3: {eq: "CHN"}}) { name } }`, `{"data":{"__type":{"name":"Country"},"countries":[{"name":"China"}]}}`},
	} {
		w := post(h, c.query)
		if w.Code != 200 || strings.Contains(w.Body.String(), `"errors"`) || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s: got %d %s\nwant %s", c.name, w.Code, w.Body, c.want)
		}
	}
}

const cases = "../../testdata/queries/"

// TestCases sends every case of testdata/queries through the whole server: what compiles
// is answered without an error, so that the row has the form that answering expects.
func TestCases(t *testing.T) {
	s := openStore(t, "")
	paths, err := filepath.Glob(cases + "*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases", err)
	}
	for api, data := range map[string]string{"": "data.cypher", "second.graphql": "second.cypher", "third.graphql": "third.cypher"} {
		load(t, s, data)
		h := newServer(t, server.FromStore(s), func(c *server.Config) {
			c.Limits.Timeout = time.Minute
			if api != "" {
				c.Schema = peer(t, api)
			}
		})
		for _, path := range paths {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			section := func(name string) string {
				for _, f := range archive.Files {
					if f.Name == name {
						return string(f.Data)
					}
				}
				return ""
			}
			if strings.TrimSpace(section("schema")) != api {
				continue
			}
			variables := cmp.Or(section("variables"), "null")
			query, _ := json.Marshal(section("query"))
			w := do(h, "POST", "/graphql", `{"query":`+string(query)+`,"variables":`+variables+`}`)
			failed := w.Code != 200 || strings.Contains(w.Body.String(), `"errors":[`)
			wanted := section("want.errors") != ""
			// What asks nothing of the database doesn't compile, and needs no database.
			wanted = wanted || section("want.error") != "" && !strings.Contains(section("want.error"), "answer it from the schema")
			if failed != wanted {
				t.Errorf("%s: got %d %s", path, w.Code, w.Body)
			}
		}
	}
}

func peer(t *testing.T, file string) *schema.Schema {
	t.Helper()
	text, err := os.ReadFile(cases + file)
	if err != nil {
		t.Fatal(err)
	}
	s, err := schema.Load([]schema.Source{{Name: file, Text: string(text)}}, schema.Options{StringOrder: true, CaseInsensitive: true, SuffixOperators: true})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// load empties the graph and runs a file of statements.
func load(t *testing.T, s *store.Store, file string) {
	t.Helper()
	text, err := os.ReadFile(cases + file)
	if err != nil {
		t.Fatal(err)
	}
	write := writer(t)
	write("MATCH (n) DETACH DELETE n", nil)
	if err := s.EnsureSchema(t.Context()); err != nil {
		t.Fatal(err)
	}
	for statement := range strings.SplitSeq(string(text), ";\n") {
		if strings.TrimSpace(statement) != "" {
			write(statement, nil)
		}
	}
	write("CALL db.awaitIndexes(60)", nil)
}

// writer gives a function that runs statements that write.
func writer(t *testing.T) func(statement string, params map[string]any) {
	t.Helper()
	uri, username, password := localtest.Neo4j(t)
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(username, password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = driver.Close(context.Background()) })
	return func(statement string, params map[string]any) {
		t.Helper()
		if _, err := neo4j.ExecuteQuery(t.Context(), driver, statement, params, neo4j.EagerResultTransformer); err != nil {
			t.Fatalf("%.100s: %v", statement, err)
		}
	}
}

package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/txtar"

	"concord/gql/peertest"
	"concord/gql/schema"
	"concord/gql/server"
	"concord/graph/local/localtest"
	"concord/graph/store"
)

// TestPeerServesTheSame serves a graph of another field, declared as users of
// @neo4j/graphql declare theirs, and compares each answer with that library's, whole: data
// equal, or both refuse. The queries are sections of testdata/peer/*.txtar, with their
// variables in NAME.json. The differences are those of testdata/deviations.yaml.
// CONCORD_PEER names a folder where npm installed it (make peer does).
func TestPeerServesTheSame(t *testing.T) {
	folder := peertest.Folder(t)
	const films = "testdata/peer/film"
	cases := peerCases(t)
	engine, sdl := filmEngine(t, films)
	theirs := peertest.Ask(t, folder, sdl, cases)
	listed := deviating(t)
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			ours := engine.Execute(t.Context(), server.Request{Query: c.Query, Variables: c.Variables})
			neither := len(ours.Errors) > 0 && len(theirs[c.Name].Errors) > 0
			if neither != strings.HasPrefix(c.Name, "refused/") && !listed[c.Name] {
				t.Errorf("%s\nboth refuse: %t, for %v and %v", c.Query, neither, ours.Errors, theirs[c.Name].Errors)
			}
			difference := differs(t, c.Query, ours, theirs[c.Name])
			switch {
			case difference != "" && !listed[c.Name]:
				t.Errorf("%s\n%s", c.Query, difference)
			case difference == "" && listed[c.Name]:
				t.Error("it is listed as a deviation, and there is none")
			}
			delete(listed, c.Name)
		})
	}
	for name := range listed {
		if strings.Contains(name, "/") && !slices.ContainsFunc(cases, func(c peerCase) bool { return c.Name == name }) {
			t.Errorf("testdata/deviations.yaml names %s, and there is no such query", name)
		}
	}
}

// peerCase is a query of testdata/peer: FILE/SECTION.
type peerCase struct {
	Name      string         `json:"name"`
	Query     string         `json:"query"`
	Variables map[string]any `json:"variables"`
}

func peerCases(t *testing.T) []peerCase {
	t.Helper()
	paths, err := filepath.Glob("testdata/peer/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no queries", err)
	}
	var cases []peerCase
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file := strings.TrimSuffix(filepath.Base(path), ".txtar")
		for _, section := range archive.Files {
			name, isVariables := strings.CutSuffix(section.Name, ".json")
			if !isVariables {
				cases = append(cases, peerCase{Name: file + "/" + name, Query: string(section.Data)})
				continue
			}
			last := &cases[len(cases)-1]
			if last.Name != file+"/"+name {
				t.Fatalf("%s: %s does not follow its query", path, section.Name)
			}
			d := json.NewDecoder(bytes.NewReader(section.Data))
			d.UseNumber()
			if err := d.Decode(&last.Variables); err != nil {
				t.Fatalf("%s: %s: %v", path, section.Name, err)
			}
		}
	}
	return cases
}

var commentLines = regexp.MustCompile(`(?m)^//.*\n`)

// filmEngine serves the graph, which it puts in place of what the database holds.
func filmEngine(t *testing.T, films string) (*server.Engine, string) {
	t.Helper()
	sdl, err := os.ReadFile(films + ".graphql")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(films + ".cypher")
	if err != nil {
		t.Fatal(err)
	}
	uri, username, password := localtest.Neo4j(t)
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(username, password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = driver.Close(context.Background()) })
	text := "MATCH (n) DETACH DELETE n;\n" + commentLines.ReplaceAllString(string(data), "") + "CALL db.awaitIndexes(60);\n"
	for statement := range strings.SplitSeq(text, ";\n") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		if _, err := neo4j.ExecuteQuery(t.Context(), driver, statement, nil, neo4j.EagerResultTransformer); err != nil {
			t.Fatalf("%.100s…: %v", statement, err)
		}
	}
	s, err := schema.Load([]schema.Source{{Name: films + ".graphql", Text: string(sdl)}}, schema.Options{Matches: true, CaseInsensitive: true, StringOrder: true})
	if err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(t.Context(), store.Config{URI: uri, Username: username, Password: password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) })
	engine, err := server.NewEngine(s, server.FromStore(db), server.EngineLimits{Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	return engine, string(sdl)
}

func decoded[T any](t *testing.T, text []byte) T {
	t.Helper()
	var v T
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return v
}

// differs says how our response differs from the peer's; empty if it does not. Without
// sort, lists have no order.
func differs(t *testing.T, query string, ours server.Response, theirs peertest.Answer) string {
	t.Helper()
	ourErrors, theirErrors := "", ""
	for _, e := range ours.Errors {
		ourErrors += e.Message + "\n"
	}
	for _, e := range theirs.Errors {
		theirErrors += e.Message + "\n"
	}
	switch {
	case ourErrors != "" && theirErrors != "":
		return ""
	case ourErrors != "":
		return "we refuse: " + ourErrors + "theirs is\n" + written(t, theirs.Data)
	case theirErrors != "":
		return "they refuse: " + theirErrors + "ours is\n" + string(ours.Data)
	}
	anyOrder := !strings.Contains(query, "sort")
	a, b := alike(t, decoded[any](t, ours.Data), anyOrder), alike(t, theirs.Data, anyOrder)
	if x, y := written(t, a), written(t, b); x != y {
		return "ours is\n" + x + "\ntheirs\n" + y
	}
	return ""
}

// alike rounds numbers to 12 digits: what is beyond depends on the order in which the
// database adds.
func alike(t *testing.T, v any, anyOrder bool) any {
	t.Helper()
	switch v := v.(type) {
	case json.Number:
		f, err := v.Float64()
		if err != nil {
			t.Fatal(err)
		}
		return strconv.FormatFloat(f, 'g', 12, 64) + " as a number"
	case map[string]any:
		for k, item := range v {
			v[k] = alike(t, item, anyOrder)
		}
	case []any:
		for i, item := range v {
			v[i] = alike(t, item, anyOrder)
		}
		if anyOrder {
			slices.SortFunc(v, func(a, b any) int { return strings.Compare(written(t, a), written(t, b)) })
		}
	}
	return v
}

func written(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// deviating are the queries whose answers differ on purpose.
func deviating(t *testing.T) map[string]bool {
	t.Helper()
	text, err := os.ReadFile("../../testdata/deviations.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var list []struct{ Films []string }
	if err := yaml.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, d := range list {
		for _, name := range d.Films {
			if names[name] {
				t.Errorf("testdata/deviations.yaml names %s twice", name)
			}
			names[name] = true
		}
	}
	return names
}

package compile_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"concord"
	"concord/cypher"
	"concord/gql/peertest"
	"concord/gql/plan"
)

// What @neo4j/graphql 7 answers, Concord answers, save for what testdata/deviations.yaml
// lists: the cases run in both, on the same graph. CONCORD_PEER names a folder where npm
// installed @neo4j/graphql, graphql and neo4j-driver (make peer does).
func TestPeerAnswersTheSame(t *testing.T) {
	folder := peertest.Folder(t)
	listed := map[string]bool{}
	for _, d := range deviations(t) {
		for _, c := range d.Cases {
			listed[c] = true
		}
	}
	all := schemas{}
	for _, schemaName := range []string{"", "second.graphql"} {
		t.Run(schemaName, func(t *testing.T) {
			db := open(t, schemaName)
			var cases []map[string]any
			outcomes := map[string]outcome{}
			for _, f := range files(t) {
				query, _ := f.section("query")
				if o := run(all.of(t, f.schemaName()), query, f.variables(t)); f.schemaName() == schemaName && o.err == "" {
					cases = append(cases, map[string]any{"name": f.name(), "query": query, "variables": f.variables(t)})
					outcomes[f.name()] = o
				}
			}
			answers := peertest.Ask(t, folder, peerSDL(t, schemaName), cases)
			for _, c := range cases {
				name, query := c["name"].(string), c["query"].(string)
				difference := compare(t, db.data(t, all.of(t, schemaName), outcomes[name]), answers[name], !strings.Contains(query, "sort"))
				if difference != "" && !listed[name] {
					t.Errorf("%s: %s", name, difference)
				}
			}
		})
	}
}

var (
	uniques  = regexp.MustCompile(` @unique`)
	rowTypes = regexp.MustCompile(`(?s)(?:"[^"\n]*"\n)?type (?:ExercisePartner|Busy) \{.*?\n\}\n`)
	onEdges  = regexp.MustCompile(`(?m)^  (?:"[^"\n]*"\n  evidence: \[Claim!\]! @cypher\(query: "edge_evidence"\)|share: Int @cypher\(.*\))\n`)
	named    = regexp.MustCompile(`@cypher\(query: "(\w+)"\)`)
)

// peerSDL is a schema without what the peer has not: keys, statements in files, statements
// on relationships, row types with nodes in them.
func peerSDL(t *testing.T, schemaName string) string {
	t.Helper()
	text := concord.SchemaSDL
	if schemaName != "" {
		b, err := os.ReadFile(folder + "/" + schemaName)
		if err != nil {
			t.Fatal(err)
		}
		text = string(b)
	}
	text = uniques.ReplaceAllString(onEdges.ReplaceAllString(text, ""), "")
	text = rowTypes.ReplaceAllString(text, "")
	if before, query, ok := strings.Cut(text, "\ntype Query {"); ok {
		var kept []string
		for _, line := range strings.Split(query, "\n") {
			if strings.Contains(line, "@cypher(statement: \"MATCH") || strings.Contains(line, "@cypher(statement: \"OPTIONAL") {
				kept = append(kept, line)
			}
		}
		text = before
		if len(kept) > 0 {
			text += "\ntype Query {\n" + strings.Join(kept, "\n") + "\n}\n"
		}
	}
	return named.ReplaceAllStringFunc(text, func(m string) string {
		q, err := cypher.ReadQuery(cypher.Queries(), named.FindStringSubmatch(m)[1])
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("@cypher(statement: %q, columnName: %q)", q.Statement, q.Columns[0].Name)
	})
}

// compare says how our row differs from the peer's answer; empty if it does not.
func compare(t *testing.T, row string, peer peertest.Answer, anyOrder bool) string {
	t.Helper()
	if len(peer.Errors) > 0 {
		if strings.Contains(peer.Errors[0].Message, "apoc.") {
			return "" // the peer needs a plugin of the database for it
		}
		return "the peer fails: " + peer.Errors[0].Message
	}
	var ours any
	d := json.NewDecoder(strings.NewReader(row))
	d.UseNumber()
	if err := d.Decode(&ours); err != nil {
		t.Fatal(err)
	}
	a, b := alike(ours, peer.Data)
	if anyOrder {
		a, b = sorted(t, a), sorted(t, b)
	}
	if x, y := indented(t, a), indented(t, b); x != y {
		return "ours is\n" + x + "the peer's\n" + y
	}
	return ""
}

// alike brings a row and an answer to one form: without names of types and what only other
// types have, cursors as text, numbers as the text of one.
func alike(ours, theirs any) (any, any) {
	switch theirs := theirs.(type) {
	case map[string]any:
		o, ok := ours.(map[string]any)
		if !ok {
			return ours, theirs
		}
		x, y := map[string]any{}, map[string]any{}
		for k, v := range theirs {
			if mine, has := o[k]; has {
				x[k], y[k] = alike(mine, v)
			} else if name, isName := v.(string); !isName || name == "" || name[0] < 'A' || name[0] > 'Z' {
				if k != "__schema" {
					y[k] = v
				}
			}
		}
		delete(x, "__typename")
		delete(y, "__typename")
		return x, y
	case []any:
		o, ok := ours.([]any)
		if !ok || len(o) != len(theirs) {
			return ours, theirs
		}
		x, y := slices.Clone(o), slices.Clone(theirs)
		for i := range o {
			x[i], y[i] = alike(o[i], theirs[i])
		}
		return x, y
	case string:
		n, ok := ours.(json.Number)
		place, err := n.Int64()
		if ok && err == nil && theirs == plan.Cursor(place) || ok && theirs == n.String() {
			return theirs, theirs
		}
	case json.Number:
		x, _ := theirs.Float64()
		if n, ok := ours.(json.Number); ok {
			y, _ := n.Float64()
			return rounded(y), rounded(x)
		}
	}
	return ours, theirs
}

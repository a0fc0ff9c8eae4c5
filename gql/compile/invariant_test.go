package compile_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"concord/gql/schema"
)

// marks are the texts that only the values of canaries have.
var marks = regexp.MustCompile(`canary|\b7[0-9]{6}\b|2[1-9][0-9]{2}-01-01|3[0-9]{3}-01-01|:07\b`)

// words that must not occur in a statement outside of names.
var writing = regexp.MustCompile(`(?i)(?:^|\s)(CREATE|MERGE|DELETE|SET|REMOVE|LOAD CSV|FOREACH|DROP|USE)\s`)

func checkInvariants(t testing.TB, s *schema.Schema, seed uint64) outcome {
	t.Helper()
	query := operation(s.API, seed, canaries(0))
	o := run(s, query, nil)
	if o.err != "" {
		t.Fatalf("seed %d: %s\n%s", seed, o.err, query)
	}
	text := o.statement.Text
	if m := marks.FindString(text); m != "" {
		t.Errorf("seed %d: the value %s is in the text\n%s\n%s", seed, m, query, text)
	}
	if m := writing.FindString(text); m != "" {
		t.Errorf("seed %d: %s is in the text\n%s", seed, m, text)
	}
	if again := run(s, query, nil); again.statement.Text != text {
		t.Errorf("seed %d: compiled twice, two texts\n%s\n%s", seed, text, again.statement.Text)
	}
	other := run(s, operation(s.API, seed, canaries(1)), nil)
	if other.statement.Text != text {
		t.Errorf("seed %d: other values, another text\n%s\n%s\n%s", seed, query, text, other.statement.Text)
	}
	for name, v := range o.statement.Params {
		if !strings.Contains(text, "$"+name) {
			t.Errorf("seed %d: the parameter %s = %v is not used", seed, name, v)
		}
	}
	return o
}

// Any valid operation compiles to one statement that holds none of its values, the same
// for all values, and only reads.
func FuzzOperations(f *testing.F) {
	all := schemas{}
	for seed := range uint64(150) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		for _, name := range schemaNames {
			s := all.of(t, name)
			if o := run(s, operation(s.API, seed, canaries(0)), nil); o.err != "" && strings.Contains(o.err, "asks nothing") {
				continue
			}
			checkInvariants(t, s, seed)
		}
	})
}

// Random operations are Cypher that Neo4j takes.
func TestRandomOperationsOnNeo4j(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: random operations on Neo4j, because of -short")
	}
	all := schemas{}
	for _, name := range schemaNames {
		t.Run(name, func(t *testing.T) {
			db := open(t, name)
			s := all.of(t, name)
			for seed := range uint64(10) {
				query := operation(s.API, seed, canaries(0))
				o := run(s, query, nil)
				if o.err != "" {
					continue
				}
				if _, err := neo4j.ExecuteQuery(t.Context(), db.driver, "EXPLAIN "+o.statement.Text, nil, neo4j.EagerResultTransformer); err != nil {
					t.Errorf("seed %d: %v\n%s\n%s", seed, err, query, o.statement.Text)
				}
			}
		})
	}
}

// No text makes the offline stages panic, whatever its variables.
func FuzzText(f *testing.F) {
	for _, c := range files(f) {
		query, _ := c.section("query")
		variables, _ := c.section("variables")
		f.Add(query, variables)
	}
	all := schemas{}
	f.Fuzz(func(t *testing.T, query, variables string) {
		if len(query) > 4_000 || strings.Count(query, "...") > 20 {
			return // larger ones are refused before they get here
		}
		var values map[string]any
		_ = json.Unmarshal([]byte(variables), &values)
		for _, name := range schemaNames {
			if o := run(all.of(t, name), query, values); o.err == "" && o.statement.Text == "" {
				t.Errorf("%s gives neither a statement nor an error", query)
			}
		}
	})
}

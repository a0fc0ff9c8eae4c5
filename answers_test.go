package concord_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"golang.org/x/tools/txtar"

	"concord/cypher"
	"concord/graph/local/localtest"
)

var update = flag.Bool("update", false, "rewrite the expected rows of testdata/answers from what comes out")

const answers = "testdata/answers"

// researchQueries are the queries that can be run by themselves.
func researchQueries(t *testing.T) []cypher.QueryFile {
	t.Helper()
	names, err := cypher.QueryNames(cypher.Queries())
	if err != nil {
		t.Fatal(err)
	}
	var all []cypher.QueryFile
	for _, name := range names {
		q, err := cypher.ReadQuery(cypher.Queries(), name)
		if err != nil {
			t.Fatal(err)
		}
		if !q.Bound() {
			all = append(all, q)
		}
	}
	return all
}

// Every query has its expected rows, with a note on what they were checked against, and
// every file of expected rows has its query.
func TestAnswersAreListed(t *testing.T) {
	files, err := filepath.Glob(answers + "/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range researchQueries(t) {
		path := filepath.Join(answers, q.Name+".txtar")
		i := slices.Index(files, path)
		if i < 0 {
			t.Errorf("%s has no expectation: %s is missing (go test -run TestAnswersOnNeo4j -update writes it; then check its rows by the documents)", q.Name, path)
			continue
		}
		files = slices.Delete(files, i, i+1)
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if len(strings.Fields(string(a.Comment))) < 5 {
			t.Errorf("%s does not say what its rows were checked against", path)
		}
		if q.Level == "" || q.Topic == "" || q.Notice == "" && !strings.HasPrefix(q.Name, "document") {
			t.Errorf("%s: the header lacks its level, its topic or its notice", q.Name)
		}
	}
	for _, path := range files {
		t.Errorf("%s belongs to no query of cypher/queries", path)
	}
}

// Every query, run with the examples of its header on the bundled documents, gives the
// rows expected, in the columns of its header.
func TestAnswersOnNeo4j(t *testing.T) {
	p := newProduct(t)
	p.must(t, "ingest run testdata/documents")
	for _, q := range researchQueries(t) {
		t.Run(q.Name, func(t *testing.T) {
			got := rowLines(t, p.must(t, "gql query --example --format json "+q.Name))
			if got == "" {
				t.Errorf("no row: choose examples that find something")
			}
			path := filepath.Join(answers, q.Name+".txtar")
			a, err := txtar.ParseFile(path)
			if err != nil {
				a = &txtar.Archive{}
			}
			want := ""
			if len(a.Files) > 0 {
				want = string(a.Files[0].Data)
			}
			if *update {
				a.Files = []txtar.File{{Name: "rows.jsonl", Data: []byte(got)}}
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != want {
				t.Errorf("%s: the rows are\n%s\nwant\n%s", path, got, want)
			}
			hasColumns(t, q, got)
		})
	}
}

// rowLines is a row a line, with the columns by name and nodes by their ids.
func rowLines(t *testing.T, text string) string {
	t.Helper()
	var rows []map[string]any
	if err := json.Unmarshal([]byte(text), &rows); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	var b strings.Builder
	for _, row := range rows {
		line, err := json.Marshal(byID(row))
		if err != nil {
			t.Fatal(err)
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.String()
}

func byID(v any) any {
	switch v := v.(type) {
	case map[string]any:
		if _, ok := v["elementId"]; ok {
			return v["id"]
		}
		for k, item := range v {
			v[k] = byID(item)
		}
	case []any:
		for i, item := range v {
			v[i] = byID(item)
		}
	}
	return v
}

// hasColumns compares the columns with the header's, and nulls with its types.
func hasColumns(t *testing.T, q cypher.QueryFile, lines string) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSuffix(lines, "\n"), "\n") {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			return
		}
		for name, value := range row {
			if c, ok := q.Column(name); !ok {
				t.Errorf("%s: the header does not name the column %s", q.Name, name)
			} else if value == nil && strings.HasSuffix(c.Type, "!") {
				t.Errorf("%s: %s is %s and was null", q.Name, name, c.Type)
			}
		}
		for _, c := range q.Columns {
			if _, ok := row[c.Name]; !ok {
				t.Errorf("%s: the header's column %s is not returned", q.Name, c.Name)
			}
		}
	}
}

// All queries run through cypher-shell in one go, with :param commands before each, and
// give as many rows as expected; a file by itself runs as it is.
func TestAnswersInCypherShell(t *testing.T) {
	newProduct(t).must(t, "ingest run testdata/documents")
	var script strings.Builder
	var want []string
	for _, q := range researchQueries(t) {
		script.WriteString(q.Script())
		a, err := txtar.ParseFile(filepath.Join(answers, q.Name+".txtar"))
		if err != nil || len(a.Files) == 0 {
			t.Fatalf("%s has no expected rows", q.Name)
		}
		want = append(want, fmt.Sprintf("%s %d", q.Name, strings.Count(string(a.Files[0].Data), "\n")))
	}
	file := filepath.Join(t.TempDir(), "all.cypher")
	if err := os.WriteFile(file, []byte(script.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := localtest.CypherShell(t, ".", "--format", "verbose", "--fail-fast", "-f", file)
	if err != nil {
		t.Fatalf("cypher-shell: %v\n%s", err, out)
	}
	counts := regexp.MustCompile(`(?m)^(\d+) rows?$`).FindAllStringSubmatch(out, -1)
	if len(counts) != len(want) {
		t.Fatalf("%d queries ran, want %d", len(counts), len(want))
	}
	for i, c := range counts {
		if name, _, _ := strings.Cut(want[i], " "); name+" "+c[1] != want[i] {
			t.Errorf("cypher-shell printed %s rows, want %s", c[1], want[i])
		}
	}
	out, err = localtest.CypherShell(t, ".", "--format", "plain", "-P", `{country: "China", under: "SCO"}`, "-f", "cypher/queries/exercise_partners.cypher")
	if err != nil || strings.Count(out, "exercise:sco-counter-terrorism-2007-08") != 5 {
		t.Errorf("exercise_partners.cypher by itself: %v\n%s", err, out)
	}
}

// scans names the queries that start from no key, with the label they go through.
var scans = map[string]string{
	"announced_and_not_seen": "Exercise", "corroborated": "Claim", "documents": "Document", "hosts_ranked": "Country",
	"largest_contingents": "Country", "mechanisms": "Mechanism", "values_in_dispute": "Claim",
}

// A query that is given a key finds its start by an index.
func TestAnswersUseIndexes(t *testing.T) {
	newProduct(t).must(t, "ingest verify")
	uri, username, password := localtest.Neo4j(t)
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(username, password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(t.Context())
	for _, q := range researchQueries(t) {
		r, err := neo4j.ExecuteQuery(t.Context(), driver, "EXPLAIN "+q.Statement, nil, neo4j.EagerResultTransformer)
		if err != nil {
			t.Errorf("%s: %v", q.Name, err)
			continue
		}
		operators, _ := r.Summary.Plan().Arguments()["string-representation"].(string)
		seeks := strings.Contains(operators, "IndexSeek") || strings.Contains(operators, "fulltext")
		if _, listed := scans[q.Name]; listed == seeks {
			t.Errorf("%s: seeks an index: %t, listed as a scan: %t\n%s", q.Name, seeks, listed, operators)
		}
	}
}

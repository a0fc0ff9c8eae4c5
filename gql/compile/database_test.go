package compile_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"go.uber.org/goleak"

	"concord/cypher"
	"concord/gql/answer"
	"concord/gql/compile"
	"concord/gql/plan"
	"concord/gql/schema"
	"concord/graph/local/localtest"
	"concord/graph/store"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(localtest.Tests{M: m}) }

// database is a real Neo4j that holds the graph of a schema's cases and nothing else.
type database struct {
	store  *store.Store
	driver neo4j.DriverWithContext
}

func open(t *testing.T, schemaName string) database {
	t.Helper()
	uri, username, password := localtest.Neo4j(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	s, err := store.Open(ctx, store.Config{URI: uri, Username: username, Password: password})
	if err != nil {
		t.Fatalf("%v (%v)", err, errors.Unwrap(err))
	}
	t.Cleanup(func() { _ = s.Close(context.Background()) })
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(username, password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = driver.Close(context.Background()) })
	d := database{s, driver}
	d.write(t, "MATCH (n) DETACH DELETE n")
	data := "data.cypher"
	if schemaName == "" {
		if err := s.EnsureSchema(ctx); err != nil {
			t.Fatal(err)
		}
	} else {
		data = strings.TrimSuffix(schemaName, ".graphql") + ".cypher"
	}
	for _, statement := range statements(t, data) {
		d.write(t, statement)
	}
	d.write(t, "CALL db.awaitIndexes(60)")
	return d
}

func (d database) write(t *testing.T, statement string) {
	t.Helper()
	if _, err := neo4j.ExecuteQuery(t.Context(), d.driver, statement, nil, neo4j.EagerResultTransformer); err != nil {
		t.Fatalf("%.100s…: %v", statement, err)
	}
}

var commentLines = regexp.MustCompile(`(?m)^//.*\n`)

func statements(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, s := range strings.SplitAfter(commentLines.ReplaceAllString(string(text), ""), ";\n") {
		if s = strings.TrimSuffix(strings.TrimSpace(s), ";"); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// row runs a case's statement and gives its row.
func (d database) row(t *testing.T, o outcome) map[string]any {
	t.Helper()
	r, err := d.store.Read(t.Context(), o.statement, store.ReadOptions{})
	if err != nil {
		t.Fatalf("%v\n%s", err, o.statement.Text)
	}
	if len(r.Rows) != 1 {
		t.Fatalf("%d rows, want 1", len(r.Rows))
	}
	row := map[string]any{}
	for i, c := range r.Columns {
		row[c] = r.Rows[0][i]
	}
	return row
}

// data gives the data of a case's response.
func (d database) data(t *testing.T, s *schema.Schema, o outcome) string {
	t.Helper()
	e, err := answer.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(e.Execute(t.Context(), e.Prepare(o.op), d.row(t, o), answer.Limits{}).Data)
}

// response gives a case's row as JSON and no errors, or the data and the errors of the
// response, a line each, where single fields have errors.
func (d database) response(t *testing.T, s *schema.Schema, o outcome) (data, errors string) {
	t.Helper()
	e, err := answer.New(s)
	if err != nil {
		t.Fatal(err)
	}
	row := d.row(t, o)
	a := e.Execute(t.Context(), e.Prepare(o.op), row, answer.Limits{})
	if len(a.Errors) == 0 {
		return indented(t, rounded(row)), ""
	}
	var b strings.Builder
	for _, e := range a.Errors {
		for i, p := range e.Path {
			fmt.Fprintf(&b, "%s%v", strings.Repeat(".", min(i, 1)), p)
		}
		fmt.Fprintf(&b, ": %s [%s]\n", e.Message, e.Code)
	}
	var v any
	if err := json.Unmarshal(a.Data, &v); err != nil {
		t.Fatal(err)
	}
	return indented(t, rounded(v)), b.String()
}

// rounded cuts floats to 12 digits: what is beyond depends on the order in which the
// database adds.
func rounded(v any) any {
	switch v := v.(type) {
	case float64:
		f, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
		return f
	case []any:
		for i, item := range v {
			v[i] = rounded(item)
		}
	case map[string]any:
		for k, item := range v {
			v[k] = rounded(item)
		}
	}
	return v
}

// Every case that compiles runs on a real Neo4j and answers what it expects.
func TestCasesOnNeo4j(t *testing.T) {
	all := schemas{}
	for _, schemaName := range schemaNames {
		t.Run(schemaName, func(t *testing.T) {
			db := open(t, schemaName)
			for _, f := range files(t) {
				if f.schemaName() != schemaName {
					continue
				}
				t.Run(f.name(), func(t *testing.T) {
					query, _ := f.section("query")
					o := run(all.of(t, schemaName), query, f.variables(t))
					if o.err != "" {
						t.Skip("compiles to nothing")
					}
					db.check(t, all.of(t, schemaName), f, query, o)
				})
			}
		})
	}
}

func (d database) check(t *testing.T, s *schema.Schema, f file, query string, o outcome) {
	t.Helper()
	got, errors := d.response(t, s, o)
	if expected, _ := f.section("want.errors"); errors != expected {
		if *update {
			f.set("want.errors", errors)
			f.save(t)
		} else {
			t.Errorf("%s: want.errors is\n%s\nwant\n%s", f.path, errors, expected)
		}
	}
	expected, _ := f.section("want.json")
	same := got == expected
	if !same && !strings.Contains(query, "sort") { // without sort, lists have no order
		same = unordered(t, got) == unordered(t, expected)
	}
	if *update && !same {
		f.set("want.json", got)
		f.save(t)
	} else if !same {
		t.Errorf("%s: want.json is\n%s\nwant\n%s", f.path, got, expected)
	}
}

// unordered is JSON with every list sorted.
func unordered(t *testing.T, text string) string {
	t.Helper()
	if text == "" {
		return ""
	}
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return indented(t, sorted(t, v))
}

func sorted(t *testing.T, v any) any {
	t.Helper()
	switch v := v.(type) {
	case map[string]any:
		for k, item := range v {
			v[k] = sorted(t, item)
		}
	case []any:
		for i, item := range v {
			v[i] = sorted(t, item)
		}
		slices.SortFunc(v, func(a, b any) int { return strings.Compare(indented(t, a), indented(t, b)) })
	}
	return v
}

// No statement multiplies unrelated rows, and rows that a key names are found by its index,
// those of connections too.
func TestPlansOnNeo4j(t *testing.T) {
	all := schemas{}
	for _, schemaName := range schemaNames {
		t.Run(schemaName, func(t *testing.T) {
			db, s := open(t, schemaName), all.of(t, schemaName)
			for _, f := range files(t) {
				if f.schemaName() != schemaName {
					continue
				}
				query, _ := f.section("query")
				o := run(s, query, f.variables(t))
				if o.err != "" {
					continue
				}
				checkOperators(t, db, f.name(), o.statement, byKey(lists(o.plan)))
				for _, r := range connections(o.plan) {
					p := &plan.Plan{Roots: []plan.Root{r}, Budget: o.plan.Budget}
					statement, err := compile.Compile(s, p)
					if err != nil {
						t.Errorf("%s: %v", f.name(), err)
						continue
					}
					checkOperators(t, db, f.name(), statement, byKey(lists(p)))
				}
			}
		})
	}
}

func checkOperators(t *testing.T, db database, name string, s cypher.Statement, byKey bool) {
	t.Helper()
	r, err := neo4j.ExecuteQuery(t.Context(), db.driver, "EXPLAIN "+s.Text, nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	// The driver's own tree of operators repeats the last child of each.
	operators, _ := r.Summary.Plan().Arguments()["string-representation"].(string)
	if operators == "" || strings.Contains(operators, "CartesianProduct") {
		t.Errorf("%s: the plan has a cartesian product:\n%s", name, operators)
	}
	if byKey && !strings.Contains(operators, "IndexSeek") {
		t.Errorf("%s: the plan seeks no index:\n%s", name, operators)
	}
}

// lists are the rows of root lists.
func lists(p *plan.Plan) []*plan.Rows {
	var all []*plan.Rows
	for _, r := range p.Roots {
		if l, ok := r.Value.(*plan.List); ok {
			all = append(all, l.Rows)
		}
	}
	return all
}

// connections are root lists of the rows of root connections: in a connection they stand
// inside an expression, of which EXPLAIN shows no operators.
func connections(p *plan.Plan) []plan.Root {
	var all []plan.Root
	for _, r := range p.Roots {
		if c, ok := r.Value.(*plan.Connection); ok {
			all = append(all, plan.Root{Key: r.Key, Value: &plan.List{Rows: c.Rows, Object: &plan.Object{Members: c.Rows.From.Members}}})
		}
	}
	return all
}

// byKey reports whether one of the rows are to be found by a key.
func byKey(all []*plan.Rows) bool {
	for _, rows := range all {
		if rows.From.FullText != nil {
			continue
		}
		where := rows.Where
		if rows.Start != nil {
			where = rows.Start.Where
		}
		conditions, ok := where.(plan.And)
		if !ok {
			conditions = plan.And{where}
		}
		for _, f := range conditions {
			if c, ok := f.(plan.Compare); ok && c.Property.Unique && (c.Operator == schema.OpEq || c.Operator == schema.OpIn) {
				return true
			}
		}
	}
	return false
}

package naive

import (
	"context"
	"fmt"
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

// database is a real Neo4j that holds one graph at a time.
type database struct {
	store  *store.Store
	driver neo4j.DriverWithContext
}

func open(t *testing.T) database {
	t.Helper()
	uri, username, password := localtest.Neo4j(t)
	s, err := store.Open(t.Context(), store.Config{URI: uri, Username: username, Password: password, ReadTimeout: 5 * time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(username, password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(context.Background()); _ = driver.Close(context.Background()) })
	d := database{s, driver}
	for i := range mostTypes {
		d.must(t, fmt.Sprintf("CREATE CONSTRAINT key%d IF NOT EXISTS FOR (n:T%d) REQUIRE n.key IS UNIQUE", i, i), nil)
	}
	d.must(t, "CALL db.awaitIndexes(60)", nil)
	return d
}

func (d database) must(t testing.TB, statement string, params map[string]any) {
	t.Helper()
	if _, err := neo4j.ExecuteQuery(context.Background(), d.driver, statement, params, neo4j.EagerResultTransformer); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

// load puts a graph in place of what is there.
func (d database) load(g *Graph) error {
	place := map[*Node]int{}
	nodes := make([]any, len(g.Nodes))
	for i, n := range g.Nodes {
		place[n] = i
		nodes[i] = map[string]any{"labels": n.Labels, "properties": parameters(n.Properties)}
	}
	relationships := make([]any, len(g.Relationships))
	for i, e := range g.Relationships {
		relationships[i] = map[string]any{"from": place[e.From], "to": place[e.To], "type": e.Type, "properties": parameters(e.Properties)}
	}
	const statement = `
		UNWIND range(0, size($nodes) - 1) AS i
		CREATE (n:$($nodes[i].labels)) SET n = $nodes[i].properties
		WITH collect(n) AS all
		UNWIND $relationships AS e
		WITH all[e.from] AS a, all[e.to] AS b, e
		CREATE (a)-[r:$(e.type)]->(b) SET r = e.properties`
	session := d.driver.NewSession(context.Background(), neo4j.SessionConfig{})
	defer session.Close(context.Background())
	_, err := session.ExecuteWrite(context.Background(), func(tx neo4j.ManagedTransaction) (any, error) {
		for _, s := range []string{"MATCH (n) DETACH DELETE n", statement} {
			r, err := tx.Run(context.Background(), s, map[string]any{"nodes": nodes, "relationships": relationships})
			if err != nil {
				return nil, err
			}
			if _, err := r.Consume(context.Background()); err != nil {
				return nil, err
			}
		}
		return nil, nil
	})
	return err
}

func parameters(properties map[string]any) map[string]any {
	m := map[string]any{}
	for k, v := range properties {
		m[k] = parameter(v)
	}
	return m
}

// parameter is a value as the driver takes it.
func parameter(v any) any {
	switch v := v.(type) {
	case []any:
		list := make([]any, len(v))
		for i, item := range v {
			list[i] = parameter(item)
		}
		return list
	case cypher.Point:
		if v.SRID == 4979 || v.SRID == 9157 {
			return neo4j.Point3D{X: v.X, Y: v.Y, Z: v.Z, SpatialRefId: uint32(v.SRID)}
		}
		return neo4j.Point2D{X: v.X, Y: v.Y, SpatialRefId: uint32(v.SRID)}
	case cypher.Duration:
		p := parts(v)
		return neo4j.DurationOf(p.months, p.days, p.seconds, 0)
	}
	kind, text := temporalText(v)
	if kind == "" {
		return v
	}
	t := moment(kind, text)
	switch kind {
	case schema.Date:
		return neo4j.DateOf(t)
	case schema.LocalTime:
		return neo4j.LocalTimeOf(t)
	case schema.Time:
		return neo4j.OffsetTimeOf(t)
	case schema.LocalDateTime:
		return neo4j.LocalDateTimeOf(t)
	}
	_, offset := t.Zone()
	return t.In(time.FixedZone("Offset", offset))
}

// asked is an operation on its way over Cypher.
type asked struct {
	statement cypher.Statement
	data      []byte
	errors    []string // their paths
	err       error
}

// ask answers an operation from the database: plan, compile, read, answer.
func (d database) ask(s *schema.Schema, e *answer.Executor, o operation) (a asked) {
	op, problems := plan.Prepare(s, o.query, "", o.variables)
	if len(problems) > 0 {
		return asked{err: problems}
	}
	prepared := e.Prepare(op)
	var row map[string]any
	var err error
	if !prepared.Introspects {
		if row, a.statement, err = d.read(s, op); err != nil {
			return asked{statement: a.statement, err: err}
		}
	}
	answered := e.Execute(context.Background(), prepared, row, answer.Limits{})
	a.data = answered.Data
	for _, err := range answered.Errors {
		var b strings.Builder
		for _, p := range err.Path {
			fmt.Fprintf(&b, "/%v", p)
		}
		a.errors = append(a.errors, b.String())
	}
	return a
}

// read gives the row of an operation.
func (d database) read(s *schema.Schema, op *plan.Operation) (map[string]any, cypher.Statement, error) {
	p, err := plan.Build(s, op)
	if err != nil {
		return nil, cypher.Statement{}, err
	}
	statement, err := compile.Compile(s, p)
	if err != nil {
		return nil, statement, err
	}
	r, err := d.store.Read(context.Background(), statement, store.ReadOptions{})
	if err != nil {
		return nil, statement, err
	}
	if len(r.Rows) != 1 {
		return nil, statement, fmt.Errorf("%d rows, want 1", len(r.Rows))
	}
	row := map[string]any{}
	for i, c := range r.Columns {
		row[c] = r.Rows[0][i]
	}
	return row, statement, nil
}

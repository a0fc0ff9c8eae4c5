package server_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"concord/cypher"
	"concord/gql/schema"
	"concord/gql/server"
	"concord/graph/local/localtest"
	"concord/graph/store"
)

// slowAPI has a field whose statement takes as long as n lets it.
const slowAPI = `
type Thing @node { id: ID! @unique }
type Query {
  slow(n: Int!): Int @cypher(statement: "UNWIND range(1, $n) AS a UNWIND range(1, $n) AS b UNWIND range(1, $n) AS c WITH count(sin(a * b * c)) AS n RETURN n", columnName: "n")
}`

const slowest = `{"query":"{ slow(n: 5000) }"}`

// openStore opens a store on the tests' Neo4j; the address may be another that leads there.
func openStore(t *testing.T, uri string) *store.Store {
	t.Helper()
	if testing.Short() {
		t.Skip("SKIPPED: -short starts no Neo4j")
	}
	own, username, password := localtest.Neo4j(t)
	if uri == "" {
		uri = own
	}
	s, err := store.Open(t.Context(), store.Config{URI: uri, Username: username, Password: password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(context.Background()) })
	return s
}

func slowServer(t *testing.T, s *store.Store, timeout time.Duration) *server.Server {
	t.Helper()
	api, err := schema.Load([]schema.Source{{Name: "slow.graphql", Text: slowAPI}}, schema.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return newServer(t, server.FromStore(s), func(c *server.Config) {
		c.Schema, c.Ready = api, s.Ping
		c.Limits.Timeout = timeout
	})
}

// running counts the slow statements that the database carries out.
func running(t *testing.T, s *store.Store) int64 {
	t.Helper()
	r, err := s.Read(t.Context(), cypher.Statement{Text: "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'sin(a * b * c)' AND NOT currentQuery CONTAINS 'SHOW' RETURN count(*) AS n"}, store.ReadOptions{Timeout: 2 * time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	return r.Rows[0][0].(int64)
}

// until waits for a condition, as long as a test may take.
func until(t *testing.T, what string, met func() bool) time.Duration {
	t.Helper()
	start := time.Now()
	for !met() {
		if time.Since(start) > 90*time.Second {
			t.Fatalf("after %s, still not: %s", time.Since(start), what)
		}
		time.Sleep(20 * time.Millisecond)
	}
	return time.Since(start)
}

// TestCanceledStatementEnds shows that the database stops working for a client that left.
func TestCanceledStatementEnds(t *testing.T) {
	s := openStore(t, "")
	address, _ := serve(t, slowServer(t, s, time.Minute), time.Second)
	ctx, leave := context.WithCancel(t.Context())
	left := make(chan struct{})
	client := newClient(t)
	go func() {
		defer close(left)
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, address+"/graphql", strings.NewReader(slowest))
		if err != nil {
			return
		}
		r.Header.Set("Content-Type", "application/json")
		if answer, err := client.Do(r); err == nil {
			answer.Body.Close()
		}
	}()
	until(t, "the statement runs", func() bool { return running(t, s) == 1 })
	leave()
	<-left
	t.Logf("gone after %s", until(t, "the statement is gone", func() bool { return running(t, s) == 0 }))
}

func TestSlowStatementEnds(t *testing.T) {
	s := openStore(t, "")
	w := do(slowServer(t, s, 500*time.Millisecond), "POST", "/graphql", slowest)
	if w.Code != 504 || !strings.Contains(w.Body.String(), "QUERY_TIMEOUT") {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
	t.Logf("gone after %s", until(t, "the statement is gone", func() bool { return running(t, s) == 0 }))
}

package server_test

import (
	"context"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"concord/cypher"
	"concord/gql/schema"
	"concord/gql/server"
	"concord/graph/local/localtest"
	"concord/graph/store"
)

// withNeo4j runs the package's tests and then stops the database they started.
type withNeo4j struct{ *testing.M }

func (m withNeo4j) Run() int { return localtest.Main(m.M) }

// slowAPI has a field whose statement takes as long as n lets it.
const slowAPI = `
type Thing @node { id: ID! @unique }
type Query {
  slow(n: Int!): Int @cypher(statement: "UNWIND range(1, $n) AS a UNWIND range(1, $n) AS b UNWIND range(1, $n) AS c WITH count(sin(a * b * c)) AS n RETURN n", columnName: "n")
}`

const slowest = `{"query":"{ slow(n: 5000) }"}`

// link is a line to the database that can be cut, and that can go dead.
type link struct {
	listener net.Listener
	to       string

	mu    sync.Mutex
	cut   bool
	dead  bool
	conns []net.Conn
}

func newLink(t *testing.T, uri string) *link {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, host, _ := strings.Cut(uri, "://")
	k := &link{listener: l, to: host}
	go k.accept()
	t.Cleanup(func() { l.Close(); k.set(true, false) })
	return k
}

func (k *link) uri() string { return "bolt://" + k.listener.Addr().String() }

// set cuts the line, or lets it go dead: bytes are taken and lost.
func (k *link) set(cut, dead bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.cut, k.dead = cut, dead
	if cut {
		for _, c := range k.conns {
			c.Close()
		}
		k.conns = nil
	}
}

func (k *link) accept() {
	for {
		c, err := k.listener.Accept()
		if err != nil {
			return
		}
		k.mu.Lock()
		cut := k.cut
		k.mu.Unlock()
		if cut {
			c.Close()
			continue
		}
		far, err := net.Dial("tcp", k.to)
		if err != nil {
			c.Close()
			continue
		}
		k.mu.Lock()
		k.conns = append(k.conns, c, far)
		k.mu.Unlock()
		go k.copy(far, c)
		go k.copy(c, far)
	}
}

func (k *link) copy(to, from net.Conn) {
	defer to.Close()
	buffer := make([]byte, 32<<10)
	for {
		n, err := from.Read(buffer)
		k.mu.Lock()
		dead := k.dead
		k.mu.Unlock()
		if !dead {
			if _, werr := to.Write(buffer[:n]); werr != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}

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
	r, err := s.Read(t.Context(), cypher.Statement{Text: "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'sin(a * b * c)' AND NOT currentQuery CONTAINS 'SHOW' RETURN count(*) AS n"}, store.ReadOptions{})
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
		if time.Since(start) > 30*time.Second {
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

// TestDatabaseAway shows what clients are told while the database can't be reached, and
// that nobody has to restart the server after.
func TestDatabaseAway(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: -short starts no Neo4j")
	}
	uri, _, _ := localtest.Neo4j(t)
	line := newLink(t, uri)
	s := slowServer(t, openStore(t, line.uri()), 10*time.Second)
	const quick = `{"query":"{ slow(n: 2) }"}`
	answered := func() bool {
		w := do(s, "POST", "/graphql", quick)
		return w.Code == 200 && strings.Contains(w.Body.String(), `{"slow":8}`)
	}
	if !answered() {
		t.Fatal("the database is there and the question isn't answered")
	}
	line.set(true, false)
	w := do(s, "POST", "/graphql", quick)
	if w.Code != 503 || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "DATABASE_UNAVAILABLE") {
		t.Errorf("cut off: got %d %s", w.Code, w.Body)
	}
	if w := do(s, "GET", "/readyz", ""); w.Code != 503 {
		t.Errorf("cut off: /readyz is %d %s", w.Code, w.Body)
	}
	line.set(false, false)
	t.Logf("back after %s", until(t, "the question is answered again", answered))
	if w := do(s, "GET", "/readyz", ""); w.Code != 200 {
		t.Errorf("back: /readyz is %d %s", w.Code, w.Body)
	}
}

// TestDeadLine shows that a connection on which nothing comes any more holds a request no
// longer than its time.
func TestDeadLine(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: -short starts no Neo4j")
	}
	uri, _, _ := localtest.Neo4j(t)
	line := newLink(t, uri)
	s := slowServer(t, openStore(t, line.uri()), time.Second)
	line.set(false, true)
	start := time.Now()
	w := do(s, "POST", "/graphql", `{"query":"{ slow(n: 2) }"}`)
	if w.Code != 504 && w.Code != 503 {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
	t.Logf("told after %s", time.Since(start))
}

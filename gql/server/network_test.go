package server_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/Shopify/toxiproxy/v2"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/rs/zerolog"

	"concord/graph/local"
	"concord/graph/local/localtest"
	"concord/graph/store"
)

// line is a network between the server and the database, with faults (toxiproxy).
type line struct {
	t *testing.T
	*toxiproxy.Proxy
}

func newLine(t *testing.T) line {
	t.Helper()
	if testing.Short() {
		t.Skip("SKIPPED: -short starts no Neo4j")
	}
	uri, _, _ := localtest.Neo4j(t)
	_, host, _ := strings.Cut(uri, "://")
	at, _, err := local.FreePorts()
	if err != nil {
		t.Fatal(err)
	}
	api := toxiproxy.NewServer(toxiproxy.NewMetricsContainer(prometheus.NewRegistry()), zerolog.Nop())
	l := line{t, toxiproxy.NewProxy(api, "bolt", fmt.Sprintf("127.0.0.1:%d", at), host)}
	if err := l.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(l.Stop)
	return l
}

func (l line) uri() string { return "bolt://" + l.Listen }

// fault begins a fault: a toxic of toxiproxy and its attributes, in JSON. Downstream is
// from the database to the server.
func (l line) fault(kind, stream, attributes string) {
	l.t.Helper()
	_, err := l.Toxics.AddToxicJson(strings.NewReader(fmt.Sprintf(`{"type":"%s","stream":"%s","attributes":%s}`, kind, stream, attributes)))
	if err != nil {
		l.t.Fatal(err)
	}
}

func (l line) mend() { l.Toxics.ResetToxics(context.Background()) }

const quick = `{"query":"{ slow(n: 2) }"}`

func answered(h http.Handler) bool {
	w := do(h, "POST", "/graphql", quick)
	return w.Code == 200 && strings.Contains(w.Body.String(), `{"slow":8}`)
}

// TestDatabaseAway shows what clients are told while the database can't be reached, and
// that nobody has to restart the server after.
func TestDatabaseAway(t *testing.T) {
	l := newLine(t)
	s := slowServer(t, openStore(t, l.uri()), 10*time.Second)
	until(t, "the question is answered", func() bool { return answered(s) })
	l.Stop()
	w := do(s, "POST", "/graphql", quick)
	if w.Code != 503 || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "DATABASE_UNAVAILABLE") {
		t.Errorf("cut off: got %d %s", w.Code, w.Body)
	}
	if w := do(s, "GET", "/readyz", ""); w.Code != 503 {
		t.Errorf("cut off: /readyz is %d %s", w.Code, w.Body)
	}
	if err := l.Start(); err != nil {
		t.Fatal(err)
	}
	t.Logf("back after %s", until(t, "the question is answered again", func() bool { return answered(s) }))
	until(t, "/readyz is 200", func() bool { return do(s, "GET", "/readyz", "").Code == 200 })
}

// TestNetworkFaults shows that each fault of the network is told as what it is within the
// request's time, and that the server goes on once it is over.
func TestNetworkFaults(t *testing.T) {
	const timeout = 3 * time.Second
	for _, c := range []struct {
		name, kind, stream, attributes string
		statuses                       []int
	}{
		{"latency", "latency", "downstream", `{"latency":50,"jitter":20}`, []int{200}},
		{"more latency than time", "latency", "downstream", `{"latency":10000}`, []int{503, 504}},
		{"reset by the peer", "reset_peer", "downstream", `{"timeout":0}`, []int{503}},
		{"a black hole from the database", "timeout", "downstream", `{"timeout":0}`, []int{503, 504}},
		{"a black hole to the database", "timeout", "upstream", `{"timeout":0}`, []int{503, 504}},
		{"cut in the middle of a result", "limit_data", "downstream", `{"bytes":40}`, []int{503}},
		{"a slow line, in small pieces", "slicer", "downstream", `{"average_size":8,"size_variation":4,"delay":100}`, []int{200}},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := newLine(t)
			s := slowServer(t, openStore(t, l.uri()), timeout)
			until(t, "the question is answered", func() bool { return answered(s) })
			l.fault(c.kind, c.stream, c.attributes)
			start := time.Now()
			w := do(s, "POST", "/graphql", quick)
			took := time.Since(start)
			t.Logf("%d after %s", w.Code, took)
			ok := false
			for _, status := range c.statuses {
				ok = ok || w.Code == status
			}
			if !ok || w.Code == 200 && !strings.Contains(w.Body.String(), `{"slow":8}`) {
				t.Errorf("got %d %s", w.Code, w.Body)
			}
			if took > timeout+10*time.Second {
				t.Errorf("told after %s", took)
			}
			l.mend()
			until(t, "the question is answered again", func() bool { return answered(s) })
		})
	}
}

// TestHalfOpen shows that a statement ends on the database although nobody can tell it to:
// the line is dead while it runs, and the transaction has a timeout of its own.
func TestHalfOpen(t *testing.T) {
	const timeout = 10 * time.Second // time to see the statement run, on a busy machine too
	l := newLine(t)
	direct := openStore(t, "")
	s := slowServer(t, openStore(t, l.uri()), timeout)
	until(t, "the question is answered", func() bool { return answered(s) })
	done := make(chan int, 1)
	start := time.Now()
	go func() { done <- do(s, "POST", "/graphql", slowest).Code }()
	until(t, "the statement runs", func() bool { return running(t, direct) == 1 })
	l.fault("timeout", "upstream", `{"timeout":0}`)
	l.fault("timeout", "downstream", `{"timeout":0}`)
	if code := <-done; code != 504 && code != 503 {
		t.Errorf("got %d", code)
	}
	t.Logf("told after %s", time.Since(start))
	until(t, "the statement is gone", func() bool { return running(t, direct) == 0 })
	t.Logf("gone %s after it began, with a timeout of %s", time.Since(start), timeout)
}

// TestRestartUnderLoad stops the database while requests come in, and starts it again:
// each request gets an answer or is told to come back, and then all are answered.
func TestRestartUnderLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: -short starts no Neo4j")
	}
	bolt, http, err := local.FreePorts()
	if err != nil {
		t.Fatal(err)
	}
	c := local.Config{Dir: t.TempDir(), BoltPort: bolt, HTTPPort: http, Heap: "512m", PageCache: "64m", Say: func(string) {}}
	neo4j, err := local.Start(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	stop := func() {
		if err := neo4j.Stop(context.Background()); err != nil {
			t.Error(err)
		}
	}
	defer func() { stop() }()
	opened, err := store.Open(t.Context(), store.Config{URI: neo4j.URI(), Username: neo4j.Username(), Password: neo4j.Password()})
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close(context.Background())
	h := slowServer(t, opened, 10*time.Second)
	until(t, "the question is answered", func() bool { return answered(h) })
	var good, later atomic.Int64
	ctx, end := context.WithCancel(t.Context())
	workers := make(chan string, 4)
	for range cap(workers) {
		go func() {
			for ctx.Err() == nil {
				w := do(h, "POST", "/graphql", quick)
				switch {
				case w.Code == 200 && strings.Contains(w.Body.String(), `{"slow":8}`):
					good.Add(1)
				case w.Code == 503 && w.Header().Get("Retry-After") != "", w.Code == 504:
					later.Add(1)
				default:
					workers <- fmt.Sprintf("%d %s", w.Code, w.Body)
					return
				}
				time.Sleep(5 * time.Millisecond)
			}
			workers <- ""
		}()
	}
	time.Sleep(300 * time.Millisecond)
	stop()
	until(t, "requests are told to come back", func() bool { return later.Load() > 0 })
	if neo4j, err = local.Start(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	before := good.Load()
	t.Logf("answered %s after the database came back", until(t, "requests are answered again", func() bool { return good.Load() > before+20 }))
	end()
	for range cap(workers) {
		if wrong := <-workers; wrong != "" {
			t.Error(wrong)
		}
	}
	t.Logf("%d answered, %d told to come back", good.Load(), later.Load())
}

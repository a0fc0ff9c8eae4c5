package server_test

import (
	"context"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"concord/cypher"
	"concord/gql/server"
)

// serve runs a server on a free port until the test ends or stop is called.
func serve(t *testing.T, s *server.Server, grace time.Duration) (address string, stop func() error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, l, grace) }()
	stopped := false
	stop = func() error {
		if stopped {
			return nil
		}
		stopped = true
		cancel()
		return <-served
	}
	t.Cleanup(func() { _ = stop() })
	return "http://" + l.Addr().String(), stop
}

// waiting is a database whose statements run until they are told to end or given up.
type waiting struct {
	begun, canceled, end chan struct{}
}

func newWaiting() waiting {
	return waiting{make(chan struct{}, 100), make(chan struct{}, 100), make(chan struct{})}
}

func (w waiting) database(ctx context.Context, _ cypher.Statement) (map[string]any, error) {
	w.begun <- struct{}{}
	select {
	case <-w.end:
		return china, nil
	case <-ctx.Done():
		w.canceled <- struct{}{}
		return nil, ctx.Err()
	}
}

func send(ctx context.Context, client *http.Client, address string) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address+"/graphql", strings.NewReader(`{"query":"{ countries { name } }"}`))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	return client.Do(r)
}

func newClient(t *testing.T) *http.Client {
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport}
}

// TestClientLeaves shows that a statement ends when nobody waits for its answer.
func TestClientLeaves(t *testing.T) {
	w := newWaiting()
	address, _ := serve(t, newServer(t, w.database, nil), time.Second)
	ctx, leave := context.WithCancel(t.Context())
	go func() { <-w.begun; leave() }()
	if _, err := send(ctx, newClient(t), address); err == nil {
		t.Fatal("the request was answered")
	}
	select {
	case <-w.canceled:
	case <-time.After(10 * time.Second):
		t.Fatal("the statement still runs")
	}
}

func TestTimeout(t *testing.T) {
	w := newWaiting()
	s := newServer(t, w.database, func(c *server.Config) { c.Limits.Timeout = 20 * time.Millisecond })
	got := post(s, "{ countries { name } }")
	if got.Code != 504 || !strings.Contains(got.Body.String(), "QUERY_TIMEOUT") {
		t.Errorf("got %d %s", got.Code, got.Body)
	}
}

// TestOverload shows that what doesn't get its turn is told to come back, and that the
// others are answered.
func TestOverload(t *testing.T) {
	w := newWaiting()
	address, _ := serve(t, newServer(t, w.database, func(c *server.Config) {
		c.Concurrent, c.Wait = 2, 20*time.Millisecond
	}), time.Second)
	client := newClient(t)
	statuses := make(chan int, 2)
	for range 2 {
		go func() {
			r, err := send(t.Context(), client, address)
			if err != nil {
				statuses <- 0
				return
			}
			r.Body.Close()
			statuses <- r.StatusCode
		}()
	}
	<-w.begun
	<-w.begun
	r, err := send(t.Context(), client, address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if body := read(t, r.Body); r.StatusCode != 503 || r.Header.Get("Retry-After") == "" || !strings.Contains(body, "OVERLOADED") {
		t.Errorf("got %d %s", r.StatusCode, body)
	}
	close(w.end)
	for range 2 {
		if status := <-statuses; status != 200 {
			t.Errorf("got %d", status)
		}
	}
}

// TestDrain shows that a request under way is answered although the server ends.
func TestDrain(t *testing.T) {
	w := newWaiting()
	address, stop := serve(t, newServer(t, w.database, nil), 10*time.Second)
	status := make(chan int, 1)
	client := newClient(t)
	go func() {
		r, err := send(t.Context(), client, address)
		if err != nil {
			status <- 0
			return
		}
		r.Body.Close()
		status <- r.StatusCode
	}()
	<-w.begun
	go func() { time.Sleep(50 * time.Millisecond); close(w.end) }()
	if err := stop(); err != nil {
		t.Error(err)
	}
	if got := <-status; got != 200 {
		t.Errorf("got %d", got)
	}
	if _, err := send(t.Context(), client, address); err == nil {
		t.Error("the server still takes requests")
	}
}

func TestDrainEnds(t *testing.T) {
	w := newWaiting()
	address, stop := serve(t, newServer(t, w.database, nil), 20*time.Millisecond)
	client := newClient(t)
	done := make(chan struct{})
	go func() {
		defer close(done)
		if r, err := send(t.Context(), client, address); err == nil {
			r.Body.Close()
		}
	}()
	<-w.begun
	if err := stop(); err == nil || !strings.Contains(err.Error(), "were cut off") {
		t.Errorf("got %v", err)
	}
	<-done
	<-w.canceled
}

// TestSlowSenders shows that clients who don't finish their requests take no more than
// their share of memory, and that the others hear of it.
func TestSlowSenders(t *testing.T) {
	address, _ := serve(t, newServer(t, answering(china), func(c *server.Config) {
		c.Concurrent, c.Wait = 1, 10*time.Millisecond
	}), 10*time.Millisecond)
	for range 4 {
		conn, err := net.Dial("tcp", strings.TrimPrefix(address, "http://"))
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		if _, err := conn.Write([]byte("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")); err != nil {
			t.Fatal(err)
		}
	}
	client := newClient(t)
	until(t, "no room is left", func() bool {
		r, err := send(t.Context(), client, address)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		return r.StatusCode == http.StatusServiceUnavailable
	})
}

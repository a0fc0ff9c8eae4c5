package tracing_test

import (
	"bytes"
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"go.uber.org/goleak"

	"concord/gql/server"
	"concord/gql/tracing"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// TestTraces sends a request's trace to a collector, below the caller's span.
func TestTraces(t *testing.T) {
	received := make(chan []byte, 1)
	collector := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if r.URL.Path == "/v1/traces" {
			received <- body
		}
	}))
	defer collector.Close()
	tracer, err := tracing.Start(t.Context(), collector.URL+"/")
	if err != nil {
		t.Fatal(err)
	}
	const parent = "4bf92f3577b34da6a3ce929d0e0e4736"
	began := time.Now().Add(-time.Second)
	tracer.Observe(server.Observation{
		Header: http.Header{"Traceparent": {"00-" + parent + "-00f067aa0ba902b7-01"}},
		Began:  began, Took: time.Second, Status: 504, Code: "QUERY_TIMEOUT",
		Trace: server.Trace{Operation: "Partners", Hash: "0011aabb", Phases: []server.Phase{{Name: "database", Began: began, Took: time.Second}}},
	})
	if err := tracer.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	body := <-received
	id, _ := hex.DecodeString(parent)
	for _, want := range [][]byte{id, []byte("graphql Partners"), []byte("database"), []byte("QUERY_TIMEOUT"), []byte("0011aabb"), []byte("concord-gql")} {
		if !bytes.Contains(body, want) {
			t.Errorf("the collector got no %q", want)
		}
	}
}

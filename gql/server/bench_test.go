package server_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"concord/gql/server"
)

// BenchmarkEngine shows what the server itself costs a request, with a database that
// answers at once: for values never seen (everything is done) and seen before (kept).
func BenchmarkEngine(b *testing.B) {
	e := newServer(b, answering(china), nil).Engine()
	const query = `query ($iso3: String!) { countries(where: {iso3: {eq: $iso3}}) { name iso3 } }`
	b.Run("new", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			e.Execute(b.Context(), server.Request{Query: query, Variables: row{"iso3": fmt.Sprint(i)}})
		}
	})
	b.Run("kept", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			e.Execute(b.Context(), server.Request{Query: query, Variables: row{"iso3": "CHN"}})
		}
	})
}

// BenchmarkRequest shows the whole of what the server costs a request over HTTP, save the
// connection: a point lookup whose operation is kept, with a database that answers at once.
func BenchmarkRequest(b *testing.B) {
	s := newServer(b, answering(china), nil)
	const body = `{"query":"query ($iso3: String!) { countries(where: {iso3: {eq: $iso3}}) { name iso3 } }","variables":{"iso3":"CHN"}}`
	b.ReportAllocs()
	for b.Loop() {
		if w := do(s, http.MethodPost, "/graphql", body); w.Code != http.StatusOK {
			b.Fatal(w.Body)
		}
	}
}

// BenchmarkLarge shows what an answer of 10 MB costs over HTTP: B/op is what it takes of
// memory beside its row.
func BenchmarkLarge(b *testing.B) {
	var all []any
	for i := range 9_000 {
		all = append(all, row{"name": strings.Repeat("x", 1_100), "iso3": fmt.Sprint(i)})
	}
	s := newServer(b, answering(row{"countries": all}), nil)
	b.ReportAllocs()
	for b.Loop() {
		w := discarding{header: http.Header{}}
		r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(`{"query":"{ countries { name iso3 } }"}`))
		r.Header.Set("Content-Type", "application/json")
		s.ServeHTTP(&w, r)
		b.SetBytes(int64(w.bytes))
		if w.bytes < 10_000_000 {
			b.Fatal(w.bytes, " bytes")
		}
	}
}

// discarding counts the bytes of a response.
type discarding struct {
	header http.Header
	bytes  int
}

func (d *discarding) Header() http.Header         { return d.header }
func (d *discarding) WriteHeader(int)             {}
func (d *discarding) Write(p []byte) (int, error) { d.bytes += len(p); return len(p), nil }

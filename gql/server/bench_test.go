package server_test

import (
	"fmt"
	"net/http"
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

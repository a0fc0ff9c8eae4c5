package server_test

import (
	"fmt"
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

package schema_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"concord/gql/schema"
)

// thousand is a graph of a thousand types, each with ten properties and three
// relationships, all with properties.
func thousand() string {
	var text strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&text, "\"A type.\"\ntype Type%d implements Thing @node {\n  id: ID! @unique\n  name: String!\n", i)
		for p := range 4 {
			fmt.Fprintf(&text, "  \"A number.\"\n  number%d: Int\n  \"A text.\"\n  text%d: String\n", p, p)
		}
		for r := range 3 {
			fmt.Fprintf(&text, "  \"Others.\"\n  others%d: [Type%d!]! @relationship(type: \"OTHER_%d\", direction: OUT, properties: \"Other%d\")\n", r, (i*7+r+1)%1000, r, i%50)
		}
		text.WriteString("}\n")
	}
	for i := range 50 {
		fmt.Fprintf(&text, "type Other%d @relationshipProperties {\n  since: Int\n  role: String\n}\n", i)
	}
	text.WriteString("interface Thing {\n  name: String!\n}\n")
	return text.String()
}

func BenchmarkLoadThousandTypes(b *testing.B) {
	source := []schema.Source{{Name: "thousand.graphql", Text: thousand()}}
	var before, after runtime.MemStats
	var kept *schema.Schema
	for b.Loop() {
		kept = nil
		runtime.GC()
		runtime.ReadMemStats(&before)
		s, err := schema.Load(source, schema.Options{})
		if err != nil {
			b.Fatal(err)
		}
		kept = s
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MB-kept")
	b.ReportMetric(float64(len(kept.API.Types)), "types")
	b.ReportAllocs()
}

func BenchmarkLoadBundled(b *testing.B) {
	source := []schema.Source{bundled()}
	for b.Loop() {
		if _, err := schema.Load(source, bundledOptions()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
}

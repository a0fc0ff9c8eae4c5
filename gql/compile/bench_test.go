package compile_test

import (
	"testing"

	"concord/gql/compile"
	"concord/gql/plan"
)

func BenchmarkCompile(b *testing.B) {
	s := schemas{}.of(b, "")
	for _, f := range files(b) {
		if f.name() != "filter_eq" && f.name() != "nested_four" && f.name() != "start_question" {
			continue
		}
		query, _ := f.section("query")
		variables := f.variables(b)
		b.Run(f.name(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				op, errs := plan.Prepare(s, query, "", variables)
				if len(errs) > 0 {
					b.Fatal(errs)
				}
				p, err := plan.Build(s, op)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := compile.Compile(s, p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package schema_test

import (
	"testing"

	"concord/cypher"
	"concord/gql/schema"
)

// FuzzLoad checks that no text makes Load panic, that every mistake has a place and a
// remedy, and that what loads is sound and the same each time.
func FuzzLoad(f *testing.F) {
	for _, folder := range []string{"api", "mistakes"} {
		for _, c := range cases(f, folder) {
			for _, source := range c.sources {
				f.Add(source.Text, c.options.SuffixOperators)
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string, suffixes bool) {
		options := schema.Options{Queries: cypher.Queries(), SuffixOperators: suffixes}
		sources := []schema.Source{{Name: "fuzz.graphql", Text: text}}
		s, err := schema.Load(sources, options)
		if err != nil {
			mistakes, ok := err.(schema.Mistakes)
			if !ok || len(mistakes) == 0 {
				t.Fatalf("the error is %T: %v", err, err)
			}
			for _, m := range mistakes {
				if m.File == "" || m.Line < 1 || m.Column < 1 || m.Message == "" || m.Remedy == "" {
					t.Errorf("incomplete: %+v", m)
				}
			}
			return
		}
		sound(t, s)
		again, err := schema.Load(sources, options)
		if err != nil {
			t.Fatalf("the second time: %v", err)
		}
		if again.SDL() != s.SDL() {
			t.Error("the second time the API is another")
		}
	})
}

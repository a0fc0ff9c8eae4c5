package schema_test

import (
	"strings"
	"testing"

	"concord/gql/schema"
)

// TestDeep checks that nesting without end is a mistake, not the end of the process.
func TestDeep(t *testing.T) {
	const depth = 500_000
	for name, text := range map[string]string{
		"type":     "type A @node { a: " + strings.Repeat("[", depth) + "Int" + strings.Repeat("]", depth) + " }",
		"unclosed": "type A @node { a: " + strings.Repeat("[", depth),
		"value":    "type A @node @fulltext(indexes: " + strings.Repeat("[", depth) + strings.Repeat("]", depth) + ") { a: Int }",
		"object":   "type A @node @fulltext(indexes: " + strings.Repeat("{a:", depth) + "1" + strings.Repeat("}", depth) + ") { a: Int }",
		"default":  "input I { a: Int = " + strings.Repeat("[", depth) + strings.Repeat("]", depth) + " }",
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := schema.Load([]schema.Source{{Name: "deep.graphql", Text: text}}, schema.Options{}); err == nil {
				t.Error("nothing is reported")
			} else if len(err.Error()) > 10_000 {
				t.Errorf("the mistakes take %d bytes", len(err.Error()))
			}
		})
	}
}

package store

import (
	"strings"
	"testing"

	"concord/cypher"
	"concord/graph"
)

// Every label of the model has its constraint, every entity its index of names, and no
// two statements one name.
func TestConstraintsCoverTheModel(t *testing.T) {
	var all strings.Builder
	names := map[string]bool{}
	for _, c := range cypher.Constraints() {
		all.WriteString(c.Text + "\n")
		name := constraintName(c.Text)
		if name == "" || names[name] || strings.Contains(name, " ") {
			t.Errorf("%q is no name of its own: %s", name, c.Text)
		}
		names[name] = true
	}
	for _, label := range labels() {
		if want := "FOR (n:" + string(label) + ") REQUIRE n.id IS UNIQUE"; !strings.Contains(all.String(), want) {
			t.Errorf("constraints/ has no %s", want)
		}
	}
	for _, label := range graph.EntityLabels {
		if want := "FOR (n:" + string(label) + ") ON (n.name)"; !strings.Contains(all.String(), want) {
			t.Errorf("constraints/ has no %s", want)
		}
	}
}

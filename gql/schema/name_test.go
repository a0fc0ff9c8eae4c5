package schema

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/names.tsv
var namesTable string

// TestNames compares with what npm's camelcase 6.3.0 and pluralize 8.0.0 make of the
// names in testdata/names.tsv: type, singular, plural.
func TestNames(t *testing.T) {
	n := newNamer()
	for line := range strings.Lines(namesTable) {
		row := strings.Split(strings.TrimSpace(line), "\t")
		if got := n.singular(row[0]); got != row[1] {
			t.Errorf("singular(%s) = %s, want %s", row[0], got, row[1])
		}
		if got := n.plural(row[0]); got != row[2] {
			t.Errorf("plural(%s) = %s, want %s", row[0], got, row[2])
		}
	}
}

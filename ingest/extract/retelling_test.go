package extract

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"concord/graph"
	"concord/ingest/document"
	"concord/ingest/gazetteer"
)

// TestRetellings holds three documents that tell the same exercises in their own words, a
// report, a news item and a list, to the same entities.
func TestRetellings(t *testing.T) {
	g, err := gazetteer.New()
	if err != nil {
		t.Fatal(err)
	}
	x, err := New(g)
	if err != nil {
		t.Fatal(err)
	}
	var first []string
	for _, name := range []string{"cooperation-report.txt", "cooperation-news.txt", "cooperation-list.md"} {
		d, err := document.Open(filepath.Join("..", "..", "testdata", "documents", name), document.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		exercises := map[string]int{} // dated ones, with the number of their participants
		for _, c := range x.Extract(d).Claims {
			if c.Relation == graph.ParticipatedIn && strings.Contains(c.Object, "-200") {
				exercises[c.Object]++
			}
		}
		var told []string
		for id, participants := range exercises {
			if participants < 2 {
				t.Errorf("%s: %s has %d participant", name, id, participants)
			}
			told = append(told, id)
		}
		slices.Sort(told)
		if first == nil {
			first = told
		}
		if len(told) < 8 || !slices.Equal(told, first) {
			t.Errorf("%s tells of\n%s\nwant those of the report\n%s", name, strings.Join(told, "\n"), strings.Join(first, "\n"))
		}
	}
}

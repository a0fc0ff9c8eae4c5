package extract

import (
	"slices"
	"testing"

	"concord/graph"
	"concord/ingest/document"
)

// TestEditionsAreFound: after every sentence each exercise is found by the root of its name, or by its line.
func TestEditionsAreFound(t *testing.T) {
	x := newExtractor(t)
	found := 0
	for _, file := range documents(t) {
		d, err := document.Open(file, document.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		x.read(d, func(s *sentence, _ []clause) {
			for n, e := range s.st.events {
				if e.n != n {
					t.Errorf("%s: event %d says it is number %d", file, n, e.n)
				}
				if e.label != graph.Exercise {
					continue
				}
				if root := e.root(); root != "" && !slices.Contains(s.st.editions.byRoot[graph.Slug(root)], e) {
					t.Errorf("%s: %q is not found by its root %q; call renamed where it gets that name", file, e.name, root)
				}
				if e.lineage != nil && !slices.Contains(s.st.editions.byLineage[e.lineage], e) {
					t.Errorf("%s: an edition of %q is not found by its line", file, e.lineage.name)
				}
				found++
			}
		})
	}
	if found == 0 {
		t.Error("the documents tell of no exercise")
	}
}

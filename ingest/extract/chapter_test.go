package extract

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"concord/graph"
	"concord/ingest/document"
	"concord/ingest/gazetteer"
)

// newExtractor is an extractor with the data of this repository.
func newExtractor(t testing.TB) *Extractor {
	t.Helper()
	g, err := gazetteer.New()
	if err != nil {
		t.Fatal(err)
	}
	x, err := New(g)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// chapter is the bundle of the chapter that the acceptance test reads; its text is not in the repository.
func chapter(t testing.TB) graph.Bundle {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "corpus", "000_*.txt"))
	if len(found) == 0 {
		t.Skip("the chapter is not there: put its text into ../shared/corpus beside the repository to run this test")
	}
	d, err := document.Open(found[0], document.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	return newExtractor(t).Extract(d)
}

func TestChapter(t *testing.T) {
	b := chapter(t)
	checkBundle(t, b)
	data, err := os.ReadFile("testdata/chapter.facts")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(data), "\n") {
		if len(line) < 3 || line[0] != '+' && line[0] != '-' {
			continue
		}
		if holds(b, line[2:]) != (line[0] == '+') {
			t.Errorf("%s", line)
		}
	}
}

// TestChapterExercise holds the exercise of six countries against all that the chapter says of it.
func TestChapterExercise(t *testing.T) {
	b := chapter(t)
	const id = "exercise:sco-counter-terrorism-2007-08"
	related := func(rel graph.RelationType, from bool) []string {
		var out []string
		for _, c := range b.Claims {
			switch {
			case c.Relation == rel && from && c.Subject == id:
				out = append(out, c.Object)
			case c.Relation == rel && !from && c.Object == id:
				out = append(out, c.Subject)
			}
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	for _, c := range []struct {
		rel  graph.RelationType
		from bool
		want []string
	}{
		{graph.ParticipatedIn, false, []string{"country:CHN", "country:KAZ", "country:KGZ", "country:RUS", "country:TJK", "country:UZB"}},
		{graph.HasTopic, true, []string{"topic:counter-extremism", "topic:counter-separatism", "topic:counter-terrorism"}},
		{graph.HeldIn, true, []string{"place:chelyabinsk", "place:xinjiang"}},
		{graph.Under, true, []string{"organization:sco"}},
		{graph.Hosted, false, nil},
	} {
		if got := related(c.rel, c.from); !slices.Equal(got, c.want) {
			t.Errorf("%s of %s: got %v, want %v", c.rel, id, got, c.want)
		}
	}
}

// TestChapterSum adds up the parts that the chapter gives of its number of peacekeepers.
func TestChapterSum(t *testing.T) {
	b := chapter(t)
	values := map[string]float64{}
	for _, e := range b.Entities {
		if e.Label == graph.Figure {
			v, _ := e.Properties["value"].(float64)
			values[e.ID] = v
		}
	}
	var total, observers, contributed float64
	for _, v := range values {
		switch v {
		case 1949:
			total = v
		case 88:
			observers = v
		}
	}
	byRole := map[string]float64{}
	for _, c := range b.Claims {
		if n, ok := c.Properties["personnel"].(int64); ok && c.Relation == graph.ContributedTo {
			contributed += float64(n)
			byRole[c.Properties["role"].(string)] += float64(n)
		}
	}
	if total == 0 || observers+contributed != total {
		t.Errorf("%v observers and staff officers and %v others are not %v", observers, contributed, total)
	}
	if byRole["engineering"] != 1315 || byRole["transport"] != 340 || byRole["medical"] != 206 {
		t.Errorf("by role: %v", byRole)
	}
}

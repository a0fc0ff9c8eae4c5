package export

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"concord/graph"
)

func TestFilter(t *testing.T) {
	for _, c := range []struct {
		name                            string
		labels, relations, organization []string
		since, until                    string
		nodes, edges                    []string
	}{
		{
			name: "labels join edges between them", labels: []string{"country", "Mission"},
			nodes: []string{"country:DEU", "country:FRA", "country:YEM", "mission:unmil"},
			edges: []string{"country:FRA|CONTRIBUTED_TO|mission:unmil|medical|", "country:FRA|CONTRIBUTED_TO|mission:unmil||2005-06"},
		},
		{
			name: "a label and a time without an edge between", labels: []string{"Exercise"}, since: "1990",
			nodes: []string{"exercise:two"},
		},
		{
			name: "a relation brings its nodes", relations: []string{"HELD_IN"},
			nodes: []string{"exercise:one", "place:kiel"}, edges: []string{"exercise:one|HELD_IN|place:kiel"},
		},
		{
			name: "an organization and what was under it", organization: []string{"nato"}, relations: []string{"PARTICIPATED_IN"},
			nodes: []string{"country:DEU", "country:FRA", "exercise:one"},
			edges: []string{"country:DEU|PARTICIPATED_IN|exercise:one", "country:FRA|PARTICIPATED_IN|exercise:one"},
		},
		{
			name: "an edge's own date", since: "2005", until: "2005-06",
			nodes: []string{"country:FRA", "mission:unmil"}, edges: []string{"country:FRA|CONTRIBUTED_TO|mission:unmil||2005-06"},
		},
		{
			name: "members of an organization by label", organization: []string{"NATO"}, labels: []string{"Country"},
			nodes: []string{"country:DEU", "country:FRA"},
		},
		{
			name: "hosting, which claims of taking part make", relations: []string{"HOSTED"},
			nodes: []string{"country:DEU", "exercise:one"}, edges: []string{"country:DEU|HOSTED|exercise:one"},
		},
		{name: "a time in which nothing was", since: "2030"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := NewFilter(c.labels, c.relations, c.since, c.until)
			if err != nil {
				t.Fatal(err)
			}
			if f.Organizations, err = FindOrganizations(sample(t), c.organization); err != nil {
				t.Fatal(err)
			}
			g := Select(sample(t), f)
			var nodes, edges []string
			for _, n := range collect(t, g.Nodes()) {
				nodes = append(nodes, n.ID)
			}
			for _, e := range collect(t, g.Edges()) {
				edges = append(edges, e.ID)
			}
			if !slices.Equal(nodes, c.nodes) || !slices.Equal(edges, c.edges) {
				t.Errorf("nodes %q, edges %q\nwant %q, %q", nodes, edges, c.nodes, c.edges)
			}
			selectedClaims(t, g, f)
		})
	}
}

// selectedClaims checks that the claims of a selection are sound and make its edges. One that
// somebody hosted an exercise makes two, whichever was asked for.
func selectedClaims(t *testing.T, g Graph, f Filter) {
	t.Helper()
	bundles, err := graph.ReadJSONL(bytes.NewReader(written(t, "jsonl", g)), "selected", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bundles {
		if err := b.Check(); err != nil {
			t.Error(err)
		}
	}
	ids := func(g Graph) (ids []string) {
		for _, e := range collect(t, g.Edges()) {
			ids = append(ids, e.ID)
		}
		return ids
	}
	want := ids(g)
	if got := ids(Select(OfClaims(bundles), Filter{Relations: f.Relations})); !slices.Equal(got, want) {
		t.Errorf("its claims make the edges %q, want %q", got, want)
	}
}

func TestFilterMistakesAreToldTogether(t *testing.T) {
	_, err := NewFilter([]string{"Contry"}, []string{"SIGNS"}, "20-7", "2008-13")
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"Contry", "Country", "SIGNS", "SIGNED", "--since 20-7", "--until 2008-13"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not say %q: %v", want, err)
		}
	}
	if _, err := NewFilter(nil, nil, "2008", "2007"); err == nil || !strings.Contains(err.Error(), "swap") {
		t.Errorf("since after until: %v", err)
	}
	if _, err := FindOrganizations(sample(t), []string{"SEATO"}); err == nil || !strings.Contains(err.Error(), "SEATO") {
		t.Errorf("an unknown organization: %v", err)
	}
}

func TestDyads(t *testing.T) {
	rows := rowsOf(t, "dyads-csv", sample(t))
	var got []string
	for _, r := range rows {
		got = append(got, strings.Join([]string{r["iso3A"], r["iso3B"], r["cowA"], r["cowB"], r["cowDyad"], r["year"], r["relation"], r["label"], r["count"], r["events"]}, " "))
		if r["claims"] == "" || r["documents"] == "" || r["quote"] == "" {
			t.Errorf("no sources: %v", r)
		}
	}
	// Germany was another state for COW before 1990, and so was Yemen.
	want := []string{
		"DEU FRA 260 220 220260 1988 PARTICIPATED_IN Exercise 1 exercise:one",
		"DEU YEM 260 678 260678 1989 PARTICIPATED_IN Exercise 1 exercise:two",
		"DEU YEM 255 679 255679 1990 PARTICIPATED_IN Exercise 1 exercise:two",
		"DEU YEM 255 679 255679 1991 PARTICIPATED_IN Exercise 1 exercise:two",
	}
	if !slices.Equal(got, want) {
		t.Errorf("dyads\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestRelationsHaveTheirColumns names the property of the model that would end among the
// others.
func TestRelationsHaveTheirColumns(t *testing.T) {
	header, _, _ := strings.Cut(string(written(t, "edges-csv", OfClaims(nil))), "\n")
	for _, r := range graph.Relations {
		for _, p := range r.Properties {
			if !slices.Contains(strings.Split(header, ","), p) {
				t.Errorf("%s of %s has no column", p, r.Type)
			}
		}
	}
}

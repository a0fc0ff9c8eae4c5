package store

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"concord/graph"
)

// corrections are an analyst's of first: that China took part is rejected, the host and the date
// are replaced, that China is a member is accepted.
func corrections(t testing.TB) []graph.Bundle {
	t.Helper()
	var file bytes.Buffer
	if err := graph.WriteJSONL(&file, first()); err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(file.String(), "\n")
	for i, l := range lines {
		if !strings.Contains(l, `"type":"claim"`) {
			continue
		}
		switch {
		case strings.Contains(l, "China took part"):
			lines[i] = strings.Replace(l, `"type":"claim"`, `"type":"claim","verdict":"reject"`, 1)
		case strings.Contains(l, "Pakistan hosted it."):
			lines[i] = strings.Replace(l, `"country:PAK"`, `"country:THA"`, 1)
		case strings.Contains(l, `"2007-03"`):
			lines[i] = strings.Replace(l, `"2007-03"`, `"2008-03"`, 1)
		case strings.Contains(l, "member of the SCO"):
			lines[i] = strings.Replace(l, `"type":"claim"`, `"type":"claim","verdict":"accept"`, 1)
		}
	}
	bundles, err := graph.ReadJSONL(strings.NewReader(strings.Join(lines, "")), "first.jsonl", "R. Chen")
	if err != nil {
		t.Fatal(err)
	}
	return bundles
}

func TestCorrectionsAreTheAnalystsOwn(t *testing.T) {
	got := corrections(t)
	own, source := got[0], got[1]
	if len(got) != 2 || own.Document.Publisher != "R. Chen" || own.Document.Title != "Corrections of First" || len(own.Claims) != 4 {
		t.Fatalf("read %+v", got)
	}
	if len(source.Claims) != len(first().Claims)-2 {
		t.Errorf("the document keeps %d claims", len(source.Claims))
	}
	var out bytes.Buffer
	if err := graph.WriteJSONL(&out, got...); err != nil {
		t.Fatal(err)
	}
	again, err := graph.ReadJSONL(&out, "again.jsonl", "somebody else")
	if err != nil || !reflect.DeepEqual(again, got) {
		t.Errorf("written and read again: %v\n%+v\nwant\n%+v", err, again, got)
	}
}

func TestCorrectionsWin(t *testing.T) {
	s := open(t)
	a, b, own := first(), second(), corrections(t)[0]
	save(t, s, a)
	save(t, s, b)
	uncorrected := contents(t, s)

	save(t, s, own)
	verified(t, s)
	corrected := contents(t, s)
	edges := strings.Join(corrected, "\n")
	for _, gone := range []string{"country:PAK|HOSTED", "country:PAK|PARTICIPATED_IN"} {
		if strings.Contains(edges, gone) {
			t.Errorf("%s is there still", gone)
		}
	}
	if !strings.Contains(edges, "country:THA|HOSTED|exercise:peace-2007") || !strings.Contains(edges, "2008-03-31") {
		t.Errorf("what replaces is not there:\n%s", edges)
	}
	if again := save(t, s, own); !again.None() {
		t.Errorf("corrected again: %+v", again)
	}

	for _, order := range [][]graph.Bundle{{own, a, b}, {own, b, a}, {b, a, own}} {
		s := open(t)
		for _, bundle := range order {
			save(t, s, bundle)
			verified(t, s)
		}
		same(t, "another order", contents(t, s), corrected)
	}
	s = open(t)
	for _, bundle := range []graph.Bundle{a, b, own} {
		save(t, s, bundle)
	}
	if _, err := s.Retract(t.Context(), "first"); err != nil {
		t.Fatal(err)
	}
	verified(t, s)
	save(t, s, a)
	same(t, "read again", contents(t, s), corrected)
	if _, err := s.Retract(t.Context(), "corrections of first"); err != nil {
		t.Fatal(err)
	}
	verified(t, s)
	same(t, "corrections taken back", contents(t, s), uncorrected)
}

func TestOverruled(t *testing.T) {
	s := open(t)
	save(t, s, corrections(t)[0])
	var ids []string
	for _, c := range first().Claims {
		ids = append(ids, c.ID)
	}
	found, err := s.Overruled(t.Context(), ids)
	if err != nil || len(found) != 3 {
		t.Errorf("overruled %v, %v", found, err)
	}
}

func TestCorrectionsInTheView(t *testing.T) {
	a, b, own := first(), second(), corrections(t)[0]
	v := graph.NewView(a, b, own)
	for _, n := range v.Nodes {
		if n.ID == "exercise:peace-2007" && (n.Properties["date"] != "2008-03" || n.Properties["disputed"] != nil) {
			t.Errorf("the exercise is %+v", n)
		}
	}
	if !slices.ContainsFunc(v.Edges, func(e graph.Edge) bool { return e.ID == "country:THA|HOSTED|exercise:peace-2007" }) {
		t.Errorf("the edges are %+v", v.Edges)
	}
	own.Claims = slices.DeleteFunc(own.Claims, func(c graph.Claim) bool { return c.Property != "date" })
	own.Claims[0].Verdict = graph.Reject
	for _, n := range graph.NewView(a, own).Nodes {
		if n.ID == "exercise:peace-2007" && n.Properties["date"] != nil {
			t.Errorf("a rejected date is there: %+v", n)
		}
	}
}

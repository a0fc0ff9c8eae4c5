package render

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"concord/graph"
)

func bundle() graph.Bundle {
	text := "Kenya and Côte d’Ivoire\nmet \"twice\"."
	doc := graph.DocumentID(text)
	claim := graph.Claim{
		Subject: "country:KEN", Relation: graph.Attended, Object: "meeting:m", Properties: map[string]any{"role": "participant"},
		Document: doc, Passage: graph.PassageID(doc, 1), Quote: `met "twice"`, Start: 24, End: 35,
		Basis: graph.Stated, Polarity: graph.Affirmed, Modality: graph.Planned, Confidence: 0.9, Rule: "attend.meet",
	}
	claim.ID = claim.ComputeID()
	return graph.Bundle{
		Document: graph.Document{ID: doc, Title: "A note", Text: text},
		Passages: []graph.Passage{{
			ID: graph.PassageID(doc, 1), Ordinal: 1, Text: text, Start: 0, End: 36,
			Mentions: []graph.Mention{
				{Entity: "country:KEN", Surface: "Kenya", Start: 0, End: 5},
				{Entity: "country:CIV", Surface: "Côte d’Ivoire", Start: 10, End: 23},
			},
		}},
		Entities: []graph.Entity{
			{ID: "country:CIV", Label: graph.Country, Name: "Côte d’Ivoire"},
			{ID: "country:KEN", Label: graph.Country, Name: "Kenya"},
			{ID: "meeting:m", Label: graph.Meeting, Name: "A meeting"},
		},
		Claims: []graph.Claim{claim},
	}
}

func printed(t *testing.T, format string, times int) string {
	t.Helper()
	var out bytes.Buffer
	write, err := New(format, &out, func(string) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	for range times {
		if err := write(bundle()); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

func TestCSV(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(printed(t, "csv", 2))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3 {
		t.Fatalf("%d rows for two claims, want them and one row of names", len(rows))
	}
	got := map[string]string{}
	for i, name := range rows[0] {
		got[name] = rows[1][i]
	}
	for name, want := range map[string]string{
		"subjectName": "Kenya", "objectName": "A meeting", "relation": "ATTENDED", "properties": `{"role":"participant"}`,
		"modality": "planned", "quote": `met "twice"`, "title": "A note", "start": "24", "end": "35",
	} {
		if got[name] != want {
			t.Errorf("%s is %q, want %q", name, got[name], want)
		}
	}
}

// TestTextMarksStayUnderTheirWords counts in code points, whatever their bytes.
func TestTextMarksStayUnderTheirWords(t *testing.T) {
	lines := strings.Split(printed(t, "text", 1), "\n")
	for i, line := range lines {
		if !strings.Contains(line, "Kenya and") {
			continue
		}
		words, marks := []rune(line), []rune(lines[i+1])
		var marked []rune
		for j, r := range marks {
			if r == '‾' {
				marked = append(marked, words[j])
			}
		}
		if string(marked) != "KenyaCôte d’Ivoire" {
			t.Errorf("the marks stand under %q", string(marked))
		}
		if claim := lines[i+2]; !strings.Contains(claim, "Kenya ATTENDED A meeting") || !strings.Contains(claim, "planned") {
			t.Errorf("the claim is printed as %q", claim)
		}
		return
	}
	t.Error("the sentence is not printed")
}

func TestJSONLines(t *testing.T) {
	read, err := graph.ReadJSONL(strings.NewReader(printed(t, "jsonl", 1)), "printed", "")
	if err != nil {
		t.Fatal(err)
	}
	if len(read) == 0 || len(read[0].Claims) != 1 {
		t.Errorf("what is printed reads as %+v", read)
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := New("xml", nil, nil); err == nil || !strings.Contains(err.Error(), "jsonl") {
		t.Errorf("format xml: %v, want an error that names the formats", err)
	}
}

func TestTextMarksMissed(t *testing.T) {
	b := bundle()
	b.Claims = nil
	for _, c := range []struct {
		missed bool
		want   bool
	}{{true, true}, {false, false}} {
		var out bytes.Buffer
		write, err := New("text", &out, func(string) bool { return c.missed })
		if err != nil {
			t.Fatal(err)
		}
		if err := write(b); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(out.String(), "! an event, and no claim"); got != c.want {
			t.Errorf("missed %v: marked %v\n%s", c.missed, got, &out)
		}
	}
}

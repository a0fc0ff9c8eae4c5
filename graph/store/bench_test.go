package store

import (
	"fmt"
	"strings"
	"testing"

	"concord/graph"
)

// table is a table of exercises, n rows of four participants: a passage for each row, a
// claim for each cell.
func table(n int) graph.Bundle {
	var b graph.Bundle
	var text strings.Builder
	countries := []string{"CHN", "PAK", "THA", "IND", "RUS", "USA"}
	for _, c := range countries {
		b.Entities = append(b.Entities, graph.Entity{ID: "country:" + c, Label: graph.Country, Name: c})
	}
	for i := range n {
		id := graph.NewID(graph.Exercise, "table", fmt.Sprint(i))
		year := fmt.Sprint(1950 + i%70)
		b.Entities = append(b.Entities, graph.Entity{ID: id, Label: graph.Exercise, Name: fmt.Sprintf("Exercise %d", i), Properties: props{"date": year, "kind": "exercise"}})
		start := text.Len()
		text.WriteString(fmt.Sprintf("Exercise %d,%s", i, year))
		for k := range 4 {
			code := countries[(i+k)%6]
			text.WriteString("," + code)
			b.Claims = append(b.Claims, graph.Claim{
				Subject: "country:" + code, Relation: graph.ParticipatedIn, Object: id, Properties: props{"role": "participant"},
				Passage: fmt.Sprint(i + 1), Quote: code, Start: text.Len() - 3, End: text.Len(),
				Basis: graph.Stated, Polarity: graph.Affirmed, Modality: graph.Actual, Confidence: 1, Rule: "table.participant",
			})
		}
		b.Passages = append(b.Passages, graph.Passage{Ordinal: i + 1, Text: text.String()[start:], Start: start, End: text.Len()})
		text.WriteString("\n")
	}
	b.Document = graph.Document{ID: graph.DocumentID(text.String()), Title: "Table", Text: text.String()}
	for i := range b.Passages {
		b.Passages[i].ID = graph.PassageID(b.Document.ID, i+1)
	}
	for i := range b.Claims {
		b.Claims[i].Document, b.Claims[i].Passage = b.Document.ID, b.Document.ID+"#s"+b.Claims[i].Passage
	}
	return b.Normalized()
}

// BenchmarkSave saves a table of 40,000 claims.
func BenchmarkSave(b *testing.B) {
	s := open(b)
	t := table(10000)
	for b.Loop() {
		if _, err := s.Save(b.Context(), t); err != nil {
			b.Fatalf("%v: %v", err, cause(err))
		}
		b.StopTimer()
		b.Log("saved in", b.Elapsed())
		if _, err := s.Retract(b.Context(), "Table"); err != nil {
			b.Fatalf("%v: %v", err, cause(err))
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(len(t.Claims)), "claims")
}

package export

import (
	"encoding/json"
	"iter"

	"concord/graph"
)

// ClaimRow is a row of the table of claims: every claim, negated and planned ones too.
type ClaimRow struct {
	Claim       string  `parquet:"claim"`
	Subject     string  `parquet:"subject"`
	SubjectName string  `parquet:"subjectName"`
	Relation    string  `parquet:"relation,optional"`
	Object      string  `parquet:"object,optional"`
	ObjectName  string  `parquet:"objectName,optional"`
	Property    string  `parquet:"property,optional"`
	Value       string  `parquet:"value,optional"`
	Properties  string  `parquet:"properties,optional"`
	Polarity    string  `parquet:"polarity"`
	Modality    string  `parquet:"modality"`
	Basis       string  `parquet:"basis"`
	Confidence  float64 `parquet:"confidence"`
	Rule        string  `parquet:"rule,optional"`
	Quote       string  `parquet:"quote"`
	Document    string  `parquet:"document"`
	Title       string  `parquet:"title,optional"`
	Publisher   string  `parquet:"publisher,optional"`
	Published   string  `parquet:"published,optional"`
	Passage     string  `parquet:"passage"`
	Start       int64   `parquet:"start"`
	End         int64   `parquet:"end"`
}

func claimRows(g Graph) iter.Seq2[ClaimRow, error] {
	return func(yield func(ClaimRow, error) bool) {
		for b, err := range g.Bundles() {
			if err != nil {
				yield(ClaimRow{}, err)
				return
			}
			for row, err := range claimRowsOf(b) {
				if !yield(row, err) || err != nil {
					return
				}
			}
		}
	}
}

// claimRowsOf yields the claims of a bundle, in its order.
func claimRowsOf(b graph.Bundle) iter.Seq2[ClaimRow, error] {
	return func(yield func(ClaimRow, error) bool) {
		names := make(map[string]string, len(b.Entities))
		for _, e := range b.Entities {
			names[e.ID] = e.Name
		}
		for _, c := range b.Claims {
			row, err := claimRow(c, b.Document, names)
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

func claimRow(c graph.Claim, d graph.Document, names map[string]string) (ClaimRow, error) {
	row := ClaimRow{
		Claim: c.ID, Subject: c.Subject, SubjectName: names[c.Subject], Relation: string(c.Relation),
		Object: c.Object, ObjectName: names[c.Object], Property: c.Property,
		Polarity: string(c.Polarity), Modality: string(c.Modality), Basis: string(c.Basis), Confidence: c.Confidence,
		Rule: c.Rule, Quote: c.Quote, Document: c.Document, Title: d.Title, Publisher: d.Publisher, Published: d.Published,
		Passage: c.Passage, Start: int64(c.Start), End: int64(c.End),
	}
	var err error
	switch v := c.Value.(type) {
	case nil:
	case string:
		row.Value = v
	default:
		var value []byte
		value, err = json.Marshal(v)
		row.Value = string(value)
	}
	if err == nil && len(c.Properties) > 0 {
		row.Properties, err = graph.EncodeProperties(c.Properties)
	}
	return row, err
}

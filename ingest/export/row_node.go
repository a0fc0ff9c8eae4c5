package export

import (
	"iter"
	"maps"

	"concord/graph"
)

// NodeRow is a row of the table of nodes. Empty texts and lists, and nil, are no value.
type NodeRow struct {
	ID               string   `parquet:"id"`
	Label            string   `parquet:"label"`
	Name             string   `parquet:"name"`
	Aliases          []string `parquet:"aliases,list"`
	ISO3             string   `parquet:"iso3,optional"`
	ISO2             string   `parquet:"iso2,optional"`
	M49              string   `parquet:"m49,optional"`
	COW              *int64   `parquet:"cow,optional"`
	COWAbbreviation  string   `parquet:"cowAbbreviation,optional"`
	OfficialName     string   `parquet:"officialName,optional"`
	Region           string   `parquet:"region,optional"`
	Subregion        string   `parquet:"subregion,optional"`
	Acronym          string   `parquet:"acronym,optional"`
	Kind             string   `parquet:"kind,optional"`
	OfOrganization   string   `parquet:"ofOrganization,optional"`
	Title            string   `parquet:"title,optional"`
	Status           string   `parquet:"status,optional"`
	Domains          []string `parquet:"domains,list"`
	Laterality       string   `parquet:"laterality,optional"`
	Series           string   `parquet:"series,optional"`
	Ordinal          *int64   `parquet:"ordinal,optional"`
	ParticipantTotal *int64   `parquet:"participantTotal,optional"`
	Date             string   `parquet:"date,optional"`
	Earliest         *int32   `parquet:"earliest,optional,date"`
	Latest           *int32   `parquet:"latest,optional,date"`
	DatePrecision    string   `parquet:"datePrecision,optional"`
	DateText         string   `parquet:"dateText,optional"`
	Latitude         *float64 `parquet:"latitude,optional"`
	Longitude        *float64 `parquet:"longitude,optional"`
	Measure          string   `parquet:"measure,optional"`
	Value            *float64 `parquet:"value,optional"`
	ValueMax         *float64 `parquet:"valueMax,optional"`
	Comparator       string   `parquet:"comparator,optional"`
	Unit             string   `parquet:"unit,optional"`
	AsOf             string   `parquet:"asOf,optional"`
	Verbatim         string   `parquet:"verbatim,optional"`
	Disputed         bool     `parquet:"disputed"`
	Properties       string   `parquet:"properties,optional"`
	Documents        []string `parquet:"documents,list"`
	Titles           []string `parquet:"titles,list"`
	Claims           []string `parquet:"claims,list"`
	Quote            string   `parquet:"quote,optional"`
}

func nodeRows(g Graph) iter.Seq2[NodeRow, error] { return mapped(g.Nodes(), nodeRow) }

// mapped returns the rows that f makes, up to the first error.
func mapped[From, To any](from iter.Seq2[From, error], f func(From) (To, error)) iter.Seq2[To, error] {
	return func(yield func(To, error) bool) {
		for v, err := range from {
			var row To
			if err == nil {
				row, err = f(v)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

func nodeRow(n graph.SourcedNode) (NodeRow, error) {
	p := properties(maps.Clone(n.Properties))
	delete(p, "claims") // those that contradict each other are among the sources
	row := NodeRow{
		ID: n.ID, Label: string(n.Label), Name: n.Name, Aliases: n.Aliases,
		ISO3: take[string](p, "iso3"), ISO2: take[string](p, "iso2"), M49: take[string](p, "m49"),
		OfficialName: take[string](p, "officialName"), Region: take[string](p, "region"), Subregion: take[string](p, "subregion"),
		Acronym: take[string](p, "acronym"), Kind: take[string](p, "kind"), OfOrganization: take[string](p, "ofOrganization"),
		Title: take[string](p, "title"), Status: take[string](p, "status"), Domains: take[[]string](p, "domains"),
		Laterality: take[string](p, "laterality"), Series: take[string](p, "series"),
		Ordinal: takePointer[int64](p, "ordinal"), ParticipantTotal: takePointer[int64](p, "participantTotal"),
		Date: take[string](p, "date"), Earliest: p.day("earliest"), Latest: p.day("latest"),
		DatePrecision: take[string](p, "datePrecision"), DateText: take[string](p, "dateText"),
		Measure: take[string](p, "measure"), Value: takePointer[float64](p, "value"), ValueMax: takePointer[float64](p, "valueMax"),
		Comparator: take[string](p, "comparator"), Unit: take[string](p, "unit"), AsOf: take[string](p, "asOf"),
		Verbatim: take[string](p, "verbatim"), Disputed: take[bool](p, "disputed"),
	}
	if n.Label == graph.Country && row.ISO3 == "" {
		row.ISO3 = iso3Of(n.ID)
	}
	if c, ok := cowLast(row.ISO3); ok && n.Label == graph.Country {
		row.COW, row.COWAbbreviation = &c.code, c.abbreviation
	}
	if at := takePointer[graph.Point](p, "location"); at != nil {
		row.Latitude, row.Longitude = &at.Latitude, &at.Longitude
	}
	for _, d := range n.Documents {
		row.Documents = append(row.Documents, d.ID)
		row.Titles = append(row.Titles, d.Title)
	}
	row.Claims, row.Quote = claimsOf(n.Sources), quoteOf(n.Sources)
	var err error
	row.Properties, err = p.rest()
	return row, err
}

func claimsOf(sources []graph.Source) []string {
	ids := make([]string, len(sources))
	for i, s := range sources {
		ids[i] = s.Claim
	}
	return ids
}

// quoteOf returns the words of the best source.
func quoteOf(sources []graph.Source) string {
	if len(sources) == 0 {
		return ""
	}
	return sources[0].Quote
}

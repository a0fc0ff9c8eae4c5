package export

import (
	"iter"
	"maps"
	"slices"

	"concord/graph"
)

// EdgeRow is a row of the table of edges. Empty texts and lists, and nil, are no value.
type EdgeRow struct {
	ID            string   `parquet:"id"`
	Relation      string   `parquet:"relation"`
	Source        string   `parquet:"source"`
	SourceLabel   string   `parquet:"sourceLabel"`
	SourceName    string   `parquet:"sourceName"`
	SourceISO3    string   `parquet:"sourceIso3,optional"`
	Target        string   `parquet:"target"`
	TargetLabel   string   `parquet:"targetLabel"`
	TargetName    string   `parquet:"targetName"`
	TargetISO3    string   `parquet:"targetIso3,optional"`
	Role          string   `parquet:"role,optional"`
	Action        string   `parquet:"action,optional"`
	Status        string   `parquet:"status,optional"`
	Forces        []string `parquet:"forces,list"`
	Personnel     *int64   `parquet:"personnel,optional"`
	RepresentedBy string   `parquet:"representedBy,optional"`
	Endpoint      string   `parquet:"endpoint,optional"`
	Domain        string   `parquet:"domain,optional"`
	AsOf          string   `parquet:"asOf,optional"`
	Since         string   `parquet:"since,optional"`
	Until         string   `parquet:"until,optional"`
	ValidFrom     *int32   `parquet:"validFrom,optional,date"`
	ValidTo       *int32   `parquet:"validTo,optional,date"`
	Date          string   `parquet:"date,optional"`
	Earliest      *int32   `parquet:"earliest,optional,date"`
	Latest        *int32   `parquet:"latest,optional,date"`
	DatePrecision string   `parquet:"datePrecision,optional"`
	DateText      string   `parquet:"dateText,optional"`
	TargetDate    string   `parquet:"targetDate,optional"`
	Basis         string   `parquet:"basis"`
	Confidence    float64  `parquet:"confidence"`
	Disputed      bool     `parquet:"disputed"`
	Properties    string   `parquet:"properties,optional"`
	Documents     []string `parquet:"documents,list"`
	Titles        []string `parquet:"titles,list"`
	Claims        []string `parquet:"claims,list"`
	Quote         string   `parquet:"quote"`
}

func edgeRows(g Graph) iter.Seq2[EdgeRow, error] { return mapped(g.Edges(), edgeRow) }

func edgeRow(e graph.SourcedEdge) (EdgeRow, error) {
	p := properties(maps.Clone(e.Properties))
	delete(p, "claims") // they are the sources
	row := EdgeRow{
		ID: e.ID, Relation: string(e.Type),
		Source: e.From, SourceLabel: string(e.Subject.Label), SourceName: e.Subject.Name, SourceISO3: iso3Of(e.From),
		Target: e.To, TargetLabel: string(e.Object.Label), TargetName: e.Object.Name, TargetISO3: iso3Of(e.To),
		Role: take[string](p, "role"), Action: take[string](p, "action"), Status: take[string](p, "status"),
		Forces: take[[]string](p, "forces"), Personnel: takePointer[int64](p, "personnel"),
		RepresentedBy: take[string](p, "representedBy"), Endpoint: take[string](p, "endpoint"), Domain: take[string](p, "domain"),
		AsOf: take[string](p, "asOf"), Since: take[string](p, "since"), Until: take[string](p, "until"),
		ValidFrom: p.day("validFrom"), ValidTo: p.day("validTo"),
		Date: take[string](p, "date"), Earliest: p.day("earliest"), Latest: p.day("latest"),
		DatePrecision: take[string](p, "datePrecision"), DateText: take[string](p, "dateText"),
		Basis: take[string](p, "basis"), Confidence: take[float64](p, "confidence"), Disputed: take[bool](p, "disputed"),
		Quote: take[string](p, "quote"), Claims: claimsOf(e.Sources),
	}
	row.TargetDate, _ = e.Object.Properties["date"].(string)
	row.Documents, row.Titles = documentsOf(e.Sources)
	var err error
	row.Properties, err = p.rest()
	return row, err
}

// documentsOf returns the documents of sources, each once, by ID, and their titles.
func documentsOf(sources []graph.Source) (ids, titles []string) {
	title := map[string]string{}
	for _, s := range sources {
		title[s.Document] = s.Title
	}
	ids = slices.Sorted(maps.Keys(title))
	for _, id := range ids {
		titles = append(titles, title[id])
	}
	return ids, titles
}

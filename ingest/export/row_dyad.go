package export

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"concord/graph"
)

// DyadRow is a row of the table of dyad-years: two countries, a year, and what joined them
// in it. The first country is the one whose ISO code comes first.
type DyadRow struct {
	ISO3A       string   `parquet:"iso3A"`
	ISO3B       string   `parquet:"iso3B"`
	COWA        *int64   `parquet:"cowA,optional"`
	COWB        *int64   `parquet:"cowB,optional"`
	COWDyad     *int64   `parquet:"cowDyad,optional"`
	NameA       string   `parquet:"nameA"`
	NameB       string   `parquet:"nameB"`
	Year        int64    `parquet:"year"`
	Relation    string   `parquet:"relation"`
	Label       string   `parquet:"label"`
	Count       int64    `parquet:"count"`
	CountStated int64    `parquet:"countStated"`
	Events      []string `parquet:"events,list"`
	Documents   []string `parquet:"documents,list"`
	Titles      []string `parquet:"titles,list"`
	Claims      []string `parquet:"claims,list"`
	Quote       string   `parquet:"quote"`
}

// shared are the relations by which two countries meet in the node that both have them to,
// and direct those that lead from one country to another.
var (
	shared = []graph.RelationType{graph.ParticipatedIn, graph.Attended, graph.Signed, graph.PartyTo, graph.ContributedTo}
	direct = []graph.RelationType{graph.CooperatesWith, graph.DeployedPoliceTo}
)

// dyadKey tells the rows of one country apart.
type dyadKey struct {
	other    string
	year     int
	relation graph.RelationType
	label    graph.Label
}

// dyad is what joins two countries in a year: events by their ID, and all claims about it.
type dyad struct {
	nameA, nameB string
	events       map[string]*stated
	sources      map[string]graph.Source
}

// stated says for each side whether some text says of it what joins the two, rather than
// it being inferred.
type stated struct{ a, b bool }

// pageOfCountries is of how many countries the dyads are made together: an event is read again for
// each page that has a country of it.
const pageOfCountries = 50

// dyadRows yields the dyad-years country by country: those of a page of countries are in memory,
// and the edges that lead from one country to another.
func dyadRows(g Graph) iter.Seq2[DyadRow, error] {
	return func(yield func(DyadRow, error) bool) {
		countries, between, err := countriesOf(g)
		if err != nil {
			yield(DyadRow{}, err)
			return
		}
		for page := range slices.Chunk(countries, pageOfCountries) {
			dyads, err := dyadsOf(g, page, between)
			if err != nil {
				yield(DyadRow{}, err)
				return
			}
			for _, id := range page {
				for _, k := range sortedDyads(dyads[id]) {
					if !yield(dyads[id][k].row(id, k), nil) {
						return
					}
				}
			}
		}
	}
}

// countriesOf returns the IDs of the countries, sorted, and the edges from one country to another
// by the country whose ID comes first.
func countriesOf(g Graph) (ids []string, between map[string][]graph.SourcedEdge, err error) {
	for n, err := range g.Nodes() {
		if err != nil {
			return nil, nil, err
		}
		if n.Label == graph.Country {
			ids = append(ids, n.ID)
		}
	}
	slices.Sort(ids)
	between = map[string][]graph.SourcedEdge{}
	for e, err := range g.EdgesFrom(ids) {
		if err != nil {
			return nil, nil, err
		}
		if slices.Contains(direct, e.Type) && e.Object.Label == graph.Country && e.From != e.To {
			first := min(e.From, e.To)
			between[first] = append(between[first], e)
		}
	}
	return ids, between, nil
}

func sortedDyads(dyads map[dyadKey]*dyad) []dyadKey {
	return slices.SortedFunc(maps.Keys(dyads), func(x, y dyadKey) int {
		return cmp.Or(cmp.Compare(x.other, y.other), cmp.Compare(x.year, y.year), cmp.Compare(x.relation, y.relation), cmp.Compare(x.label, y.label))
	})
}

// dyadsOf returns the dyad-years of each of these countries with those that come after it: by what
// they share with them, and by the edges between them.
func dyadsOf(g Graph, countries []string, between map[string][]graph.SourcedEdge) (map[string]map[dyadKey]*dyad, error) {
	dyads := map[string]map[dyadKey]*dyad{}
	for _, id := range countries {
		dyads[id] = map[dyadKey]*dyad{}
		for _, e := range between[id] {
			if e.To == id {
				e.From, e.To = e.To, e.From
				e.Subject, e.Object = e.Object, e.Subject
			}
			join(dyads[id], e, e, e.To, e.ID, e.Object.Name)
		}
	}
	ours := map[string][]graph.SourcedEdge{} // by the node that they lead to
	for e, err := range g.EdgesFrom(countries) {
		if err != nil {
			return nil, err
		}
		if slices.Contains(shared, e.Type) {
			ours[e.To] = append(ours[e.To], e)
		}
	}
	for page := range slices.Chunk(slices.Sorted(maps.Keys(ours)), pageOfNodes) {
		for theirs, err := range g.EdgesInto(page) {
			if err != nil {
				return nil, err
			}
			if theirs.Subject.Label != graph.Country {
				continue
			}
			for _, e := range ours[theirs.To] {
				if e.From < theirs.From && e.Type == theirs.Type && meet(e, theirs) {
					join(dyads[e.From], e, theirs, theirs.From, theirs.To, theirs.Subject.Name)
				}
			}
		}
	}
	return dyads, nil
}

// meet reports whether two edges into one node are about the same time: contributions to
// a mission are of the day that their number holds of, withdrawing is no signing.
func meet(a, b graph.SourcedEdge) bool {
	if a.Properties["action"] == "withdrew" || b.Properties["action"] == "withdrew" {
		return false
	}
	ya, _ := yearsOf(a)
	yb, _ := yearsOf(b)
	return slices.ContainsFunc(ya, func(y int) bool { return slices.Contains(yb, y) })
}

// maxYears bounds the years that an event counts for: a date less exact than this names none.
const maxYears = 20

// yearsOf returns the years in which an edge holds: those of its own date, else of the
// event's. What has no date, or one with an open end, is of no year.
func yearsOf(e graph.SourcedEdge) (years []int, ok bool) {
	from, to, ok := period(e.Properties)
	if !ok {
		if from, to, ok = period(e.Object.Properties); !ok {
			from, to, ok = period(e.Subject.Properties)
		}
	}
	if !ok || from == graph.FirstDay || to == graph.LastDay || to.Year-from.Year >= maxYears {
		return nil, false
	}
	for y := from.Year; y <= to.Year; y++ {
		years = append(years, y)
	}
	return years, true
}

// join adds what a country and another, by edges of their own, did together.
func join(dyads map[dyadKey]*dyad, mine, theirs graph.SourcedEdge, other, event, otherName string) {
	ours, _ := yearsOf(mine)
	others, _ := yearsOf(theirs)
	for _, year := range ours {
		if !slices.Contains(others, year) {
			continue
		}
		label := mine.Object.Label
		if slices.Contains(direct, mine.Type) {
			label = graph.Country
		}
		k := dyadKey{other, year, mine.Type, label}
		d := dyads[k]
		if d == nil {
			d = &dyad{nameA: mine.Subject.Name, nameB: otherName, events: map[string]*stated{}, sources: map[string]graph.Source{}}
			dyads[k] = d
		}
		s := d.events[event]
		if s == nil {
			s = &stated{}
			d.events[event] = s
		}
		s.a = s.a || mine.Properties["basis"] != string(graph.Inferred)
		s.b = s.b || theirs.Properties["basis"] != string(graph.Inferred)
		for _, source := range slices.Concat(mine.Sources, theirs.Sources) {
			d.sources[source.Claim] = source
		}
	}
}

func (d *dyad) row(id string, k dyadKey) DyadRow {
	row := DyadRow{
		ISO3A: iso3Of(id), ISO3B: iso3Of(k.other), NameA: d.nameA, NameB: d.nameB, Year: int64(k.year),
		Relation: string(k.relation), Label: string(k.label), Count: int64(len(d.events)),
		Events: slices.Sorted(maps.Keys(d.events)),
	}
	for _, s := range d.events {
		if s.a && s.b {
			row.CountStated++
		}
	}
	a, hasA := cowOf(row.ISO3A, k.year)
	b, hasB := cowOf(row.ISO3B, k.year)
	if hasA {
		row.COWA = &a.code
	}
	if hasB {
		row.COWB = &b.code
	}
	if hasA && hasB {
		both := 1000*min(a.code, b.code) + max(a.code, b.code)
		row.COWDyad = &both
	}
	sources := slices.Collect(maps.Values(d.sources))
	graph.SortSources(sources)
	row.Documents, row.Titles = documentsOf(sources)
	row.Claims, row.Quote = claimsOf(sources), quoteOf(sources)
	return row
}

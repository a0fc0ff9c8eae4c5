package evaluate

import (
	"slices"
	"strconv"

	"concord/graph"
)

// Counts are what a score is made of: predictions that are right, those that are wrong,
// and what the gold has and no prediction.
type Counts struct{ True, False, Missed int }

// Precision is the share of predictions that are right, 1 where there are none.
func (c Counts) Precision() float64 { return share(c.True, c.False) }

// Recall is the share of the gold that was found, 1 where it is empty.
func (c Counts) Recall() float64 { return share(c.True, c.Missed) }

// F1 is the harmonic mean of precision and recall.
func (c Counts) F1() float64 { return share(2*c.True, c.False+c.Missed) }

func share(of, rest int) float64 {
	if of+rest == 0 {
		return 1
	}
	return float64(of) / float64(of+rest)
}

func (c *Counts) add(d Counts) {
	c.True += d.True
	c.False += d.False
	c.Missed += d.Missed
}

// Finding is one mistake. Kind is a relation, or "." and a property; What is the claim
// in words; Gold is the line of the gold file for a miss; Sentence is the quote of a false claim, or where a
// missed one most likely stands.
type Finding struct {
	Kind, What, Gold, Sentence, Rule string
}

// Report is the score of one document.
//
// Claims counts by relation and by "." and property; Values counts the properties of
// relation claims that are right. Quotes is how many claims have one, and BadQuotes names those whose
// quote is not the document's text at its offsets.
type Report struct {
	Document  string
	Claims    map[string]*Counts
	Values    map[string]*Counts
	Misses    []Finding
	Wrong     []Finding
	Misvalued []Finding
	Quotes    int
	BadQuotes []string

	gold string
}

func newReport(b graph.Bundle, g *Gold) Report {
	name := b.Document.Path
	if name == "" {
		name = g.Path
	}
	return Report{Document: name, gold: g.Path, Claims: map[string]*Counts{}, Values: map[string]*Counts{}}
}

// Total is the micro average over all claims.
func (r Report) Total() Counts { return total(r.Claims) }

func total(m map[string]*Counts) Counts {
	var sum Counts
	for _, c := range m {
		sum.add(*c)
	}
	return sum
}

func (r *Report) count(kind string) *Counts { return entry(r.Claims, kind) }
func (r *Report) value(name string) *Counts { return entry(r.Values, name) }

func entry(m map[string]*Counts, key string) *Counts {
	if m[key] == nil {
		m[key] = &Counts{}
	}
	return m[key]
}

func (r *Report) miss(kind, what string, line int, sentence string) {
	r.Misses = append(r.Misses, Finding{Kind: kind, What: what, Gold: r.gold + ":" + strconv.Itoa(line), Sentence: sentence})
}

func (r *Report) wrong(kind, what string, c graph.Claim) {
	r.Wrong = append(r.Wrong, Finding{Kind: kind, What: what, Sentence: c.Quote, Rule: c.Rule})
}

func (r *Report) misvalue(name, what string, c graph.Claim) {
	r.Misvalued = append(r.Misvalued, Finding{Kind: name, What: what, Sentence: c.Quote, Rule: c.Rule})
}

// quotes checks that each claim's quote is the document's text at its offsets.
func (s *scorer) quotes() {
	runes := []rune(s.bundle.Document.Text)
	for _, c := range s.claims {
		s.report.Quotes++
		if c.Start < 0 || c.End > len(runes) || c.Start >= c.End || string(runes[c.Start:c.End]) != c.Quote {
			s.report.BadQuotes = append(s.report.BadQuotes, "claim "+c.ID+" at "+strconv.Itoa(c.Start)+".."+strconv.Itoa(c.End)+" quotes “"+c.Quote+"”")
		}
	}
	slices.Sort(s.report.BadQuotes)
}

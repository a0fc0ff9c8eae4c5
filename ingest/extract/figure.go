package extract

import (
	"strconv"
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// figures reads the numbers of the sentence: what they count, of whom, when.
func (s *sentence) figures(list []clause) {
	if s.heading {
		return
	}
	s.strengths(list)
	for i := range s.ph {
		p := &s.ph[i]
		switch {
		case p.k == pCount && !p.count.used:
			s.figure(list, i, p.count.num.value, p.count.comparator, p.count.unit, p.count.noun, p.a, p.b, nil)
		case p.k == pParty && p.list.total > 0 && !p.list.others:
			s.peopleFrom(list, i)
			s.countryFigure(list, i)
		case p.k == pParty && len(p.list.parties) > 1 || p.k == pParty && len(p.list.parties) == 1 && s.plainDeployment(list, i):
			s.peopleFrom(list, i)
		case p.k == pEvent && p.np.count > 1 && p.np.plural && s.ownEvents(list, i):
			cmp := p.np.countCmp
			if cmp == "" {
				cmp = "eq"
			}
			s.figure(list, i, float64(p.np.count), cmp, unitOf(p.np.label), tidy(s.text(s.items[p.np.head].a, s.items[p.np.head].b)), p.a, s.items[p.np.head].b, nil)
		}
	}
}

// ownEvents reports whether the events at phrase i are told of as so many that the clause's one country held or joined.
func (s *sentence) ownEvents(list []clause, i int) bool {
	c := s.clauseAt(list, i)
	return c != nil && c.subj >= 0 && c.v < i && len(c.subject.parties) == 1 && c.subject.parties[0].label == graph.Country && s.musters(c) && !s.definite0(&s.ph[i])
}

func unitOf(label graph.Label) string {
	switch label {
	case graph.Exercise:
		return "exercises"
	case graph.Meeting:
		return "meetings"
	case graph.Treaty:
		return "agreements"
	}
	return strings.ToLower(string(label)) + "s"
}

// plainDeployment reports whether the clause says no more of the people at phrase i than that they are somewhere, or
// have been: "2,800 soldiers of the Bundeswehr are deployed".
func (s *sentence) plainDeployment(list []clause, i int) bool {
	for k := range list {
		c := &list[k]
		if c.v == i+1 && s.current() == nil {
			return c.verb.class == "send" || contains(serveVerbs, c.verb.low)
		}
	}
	return false
}

// peopleFrom writes the number that starts a phrase such as "3,000 troops from A, B and C" or "… from 39 countries".
func (s *sentence) peopleFrom(list []clause, i int) {
	p := &s.ph[i]
	x, comparator := p.x, "eq"
	for ; x < p.y && (s.items[x].is(cComparator) || s.items[x].is(cDet)); x++ {
		if v := s.items[x].value(cComparator); v != "" {
			comparator = v
		}
	}
	if x >= p.y || s.items[x].k != iNum || x+1 < p.y && s.items[x+1].joined || s.items[x].joined {
		return
	}
	if s.items[x].num.vague && comparator == "eq" {
		comparator = "approx"
	}
	for y := x + 1; y < p.y && y < x+5; y++ {
		it := &s.items[y]
		unit := it.value(cUnit)
		if hasUnit(it, "persons") || it.is(cForce) && it.value(cForce) == "armed forces" {
			unit = "persons"
		}
		if contains(" persons ships submarines aircraft vehicles ", unit) {
			s.figure(list, i, s.items[x].num.value, comparator, unit, tidy(s.text(it.a, it.b)), s.items[x].a, it.b, nil)
			return
		}
		if it.is(cPrep) || it.k == iPunct || it.k == iNum {
			return
		}
	}
}

// countryFigure writes a count of countries, with those it is said to include.
func (s *sentence) countryFigure(list []clause, i int) {
	p := &s.ph[i]
	if p.list.pronoun || len(p.list.parties) > 0 && !p.list.open {
		return
	}
	comparator, unit := "eq", "countries"
	for x := p.x; x < p.y; x++ {
		if it := &s.items[x]; it.k == iNum && int(it.num.value) == p.list.total {
			if it.num.vague {
				comparator = "approx"
			}
			if v := s.items[max(x-1, 0)].value(cComparator); v != "" {
				comparator = v
			}
			break
		}
	}
	s.figure(list, i, float64(p.list.total), comparator, unit, "countries", p.a, p.b, p.list.parties)
}

// figure writes a Figure and whose it is.
func (s *sentence) figure(list []clause, i int, value float64, comparator, unit, noun string, a, b int, includes []party) {
	holder, ev := s.holder(list, i, unit, value)
	if holder == "" && ev == nil {
		return
	}
	for k := range list {
		if list[k].v >= 0 && !list[k].isFact() {
			return
		}
	}
	if ev != nil {
		ev.figured = true
	}
	props := map[string]any{"value": value, "comparator": comparator, "unit": unit, "measure": strings.ReplaceAll(graph.Slug(noun), "-", "_"), "verbatim": s.text(a, b)}
	when := ""
	if d := s.sinceOf(); d != "" {
		props["date"], when = d, d
	} else if as := s.asOfAt(a); as != "" {
		props["asOf"], when = as, as
	}
	f := figureClaim{s: s, a: a, b: b, holder: holder, ev: ev, props: props, when: when, noun: noun, value: value, includes: includes}
	s.st.figures = append(s.st.figures, f)
}

// rowFigure writes the number of ships, aircraft or people that a cell gives of the event of its row.
func (s *sentence) rowFigure(e *event, cell *sentence, c *column) {
	x, comparator := 0, "eq"
	for x < len(cell.items) && (cell.items[x].is(cComparator) || cell.items[x].is(cDet)) {
		if v := cell.items[x].value(cComparator); v != "" {
			comparator = v
		}
		x++
	}
	if x+1 != len(cell.items) || cell.items[x].k != iNum {
		return
	}
	n := &cell.items[x]
	e.figured = true
	props := map[string]any{"value": n.num.value, "comparator": comparator, "unit": c.unit, "measure": strings.ReplaceAll(graph.Slug(c.noun), "-", "_"), "verbatim": s.text(n.a, n.b)}
	s.st.figures = append(s.st.figures, figureClaim{s: s, a: n.a, b: n.b, ev: e, props: props, noun: c.noun, value: n.num.value})
}

// figureClaim is a figure that waits for its holder's id.
type figureClaim struct {
	s        *sentence
	a, b     int
	holder   string
	ev       *event
	props    map[string]any
	when     string
	noun     string
	value    float64
	includes []party
}

func (f *figureClaim) write(c *collector) {
	holder := f.holder
	if f.ev != nil {
		if f.ev.dropped || f.ev.id == "" {
			return
		}
		holder = f.ev.id
	}
	id := graph.NewID(graph.Figure, slugOf(holder), f.noun, strconv.FormatFloat(f.value, 'f', -1, 64), f.when)
	name := capitalize(tidy(f.props["verbatim"].(string)))
	c.entity(graph.Entity{ID: id, Label: graph.Figure, Name: name, Properties: f.props})
	c.claim(graph.Claim{Subject: holder, Relation: graph.HasFigure, Object: id, Confidence: 0.85, Rule: "figure"}, f.s, f.a, f.b)
	for _, p := range f.includes {
		if p.label == graph.Country {
			c.claim(graph.Claim{Subject: id, Relation: graph.Includes, Object: p.id, Confidence: 0.9, Rule: "figure.including"}, f.s, f.a, f.b)
		}
	}
}

// missionFigure writes a figure of a mission.
func (s *sentence) missionFigure(m *gazetteer.Entry, value float64, comparator, unit, noun string, a, b int) {
	for k := range s.st.figures {
		if f := &s.st.figures[k]; f.holder == m.Entity.ID && f.value == value && f.props["unit"] == unit {
			return // told before
		}
	}
	props := map[string]any{"value": value, "comparator": comparator, "unit": unit, "measure": strings.ReplaceAll(graph.Slug(noun), "-", "_"), "verbatim": s.text(a, b)}
	when := s.asOfAt(a)
	if when != "" {
		props["asOf"] = when
	}
	s.st.figures = append(s.st.figures, figureClaim{s: s, a: a, b: b, holder: m.Entity.ID, props: props, when: when, noun: noun, value: value})
}

// sinceOf is the open interval that "Since 1990" starts.
func (s *sentence) sinceOf() string {
	for i := range s.ph {
		if p := &s.ph[i]; p.k == pDate && p.prep == "since" && len(p.dates) == 1 && p.dates[0].edtf != "" && p.dates[0].hi.y == 0 {
			return p.dates[0].edtf + "/.."
		}
	}
	return ""
}

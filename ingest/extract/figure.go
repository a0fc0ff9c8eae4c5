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
		case p.k == pEvent && p.np.count > 1 && p.np.plural:
			cmp := p.np.countCmp
			if cmp == "" {
				cmp = "eq"
			}
			s.figure(list, i, float64(p.np.count), cmp, unitOf(p.np.label), tidy(s.text(s.items[p.np.head].a, s.items[p.np.head].b)), p.a, s.items[p.np.head].b, nil)
		}
	}
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

// strengths reads "the force numbered 37,000", "Its strength on 31 January was 16,541", "the strength stood at 802".
func (s *sentence) strengths(list []clause) {
	for k := range list {
		c := &list[k]
		if c.v < 1 || c.verb.neg || c.verb.modality != "" {
			continue
		}
		numbering := contains(" numbered numbers totalled totaled totals ", c.verb.low)
		if !numbering && !(c.verb.class == "be" || contains(" stood stands reached reaches ", c.verb.low)) {
			continue
		}
		var m *gazetteer.Entry
		for i := c.v - 1; i >= 0 && m == nil; i-- {
			p := &s.ph[i]
			switch {
			case p.k == pVerb || p.k == pRel:
				i = 0
			case numbering && (p.prep == "" || p.k == pMission):
				m = s.missionAt(i)
			case !numbering && contains(" strength size ", s.lastWord(p.y-1)) && p.prep == "":
				if m = s.missionSpokenOf(); m == nil || s.current() != nil {
					return
				}
			}
		}
		x := s.ph[c.v].y
		comparator := "eq"
		for x < len(s.items) && (s.items[x].is(cComparator) || s.items[x].is(cDet) || s.items[x].low == "at") {
			if v := s.items[x].value(cComparator); v != "" {
				comparator = v
			}
			x++
		}
		if m == nil || x >= len(s.items) || s.items[x].k != iNum || s.items[x].num.value < 5 || x+1 < len(s.items) && s.items[x+1].k != iPunct && !s.items[x+1].is(cConj) && !s.items[x+1].is(cPrep) {
			continue
		}
		if s.items[x].num.vague && comparator == "eq" {
			comparator = "approx"
		}
		s.missionFigure(m, s.items[x].num.value, comparator, "persons", "personnel", s.items[x].a, s.items[x].b)
	}
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
	if x >= p.y || s.items[x].k != iNum {
		return
	}
	if s.items[x].num.vague && comparator == "eq" {
		comparator = "approx"
	}
	for y := x + 1; y < p.y && y < x+5; y++ {
		if it := &s.items[y]; hasUnit(it, "persons") || it.is(cForce) && it.value(cForce) == "armed forces" {
			s.figure(list, i, s.items[x].num.value, comparator, "persons", tidy(s.text(it.a, it.b)), s.items[x].a, it.b, nil)
			return
		} else if it.is(cPrep) || it.k == iPunct || it.k == iNum {
			return
		}
	}
}

// relativeMission is the mission that a relative clause with the number at phrase i is about: "the force, which has
// 10,000 soldiers", "48 countries that contribute to the force".
func (s *sentence) relativeMission(list []clause, i int) *gazetteer.Entry {
	for k := range list {
		c := &list[k]
		if c.v < 1 || s.ph[c.v-1].k != pRel {
			continue
		}
		if c.v < i && c.verb.class == "have" && (k+1 == len(list) || list[k+1].v > i) {
			j := c.v - 2
			for j >= 0 && s.comma(j) {
				j--
			}
			if j >= 0 {
				return s.missionAt(j)
			}
		}
		if i == c.v-2 && s.ph[i].k == pParty && (c.verb.class == "send" || c.verb.class == "join") {
			if goals := s.goals(c); len(goals) == 1 {
				return goals[0].ent
			}
		}
	}
	return nil
}

// mainMission is the mission that the sentence is about, where the clause c with phrase i is not about another: it
// has no subject of its own, or that of a relative clause that is over.
func (s *sentence) mainMission(list []clause, i int, c *clause) *gazetteer.Entry {
	if len(s.ph) == 0 || i == 0 {
		return nil
	}
	first := list[0].subj
	if first < 0 && (s.ph[0].k == pOther || s.ph[0].k == pMission) {
		first = 0
	}
	if first < 0 || first >= i {
		return nil
	}
	e := s.missionAt(first)
	if e == nil {
		return nil
	}
	for k := 1; k < len(list); k++ {
		b := &list[k]
		if b.subj <= 0 || b.v < 0 || b.v > i || s.ph[b.subj].k != pParty || s.ph[b.subj].list.pronoun {
			continue
		}
		if s.ph[b.subj].prep == "" && s.ph[b.subj-1].k != pRel && !(s.ph[b.subj-1].k == pOther && b.subj > 1 && s.ph[b.subj-2].k != pMark) {
			return nil // another subject, of a clause of its own
		}
	}
	return e
}

// missionSubject is the mission that stands before the verb of the clause with phrase i, as "the mission" or "it".
func (s *sentence) missionSubject(list []clause, i int) *gazetteer.Entry {
	for k := len(list) - 1; k >= 0; k-- {
		if c := &list[k]; c.v > 0 && c.v < i && c.subj < 0 {
			return s.missionAt(c.v - 1)
		}
	}
	return nil
}

// countryFigure writes a count of countries, with those it is said to include.
func (s *sentence) countryFigure(list []clause, i int) {
	p := &s.ph[i]
	if p.list.pronoun || len(p.list.parties) > 0 && !p.list.open {
		return
	}
	comparator, unit := "eq", "countries"
	for x := p.x; x < p.y; x++ {
		if v := s.items[x].value(cComparator); v != "" {
			comparator = v
			break
		}
		if s.items[x].k == iNum {
			if s.items[x].num.vague {
				comparator = "approx"
			}
			break
		}
	}
	s.figure(list, i, float64(p.list.total), comparator, unit, "countries", p.a, p.b, p.list.parties)
}

// figure writes a Figure and whose it is.
func (s *sentence) figure(list []clause, i int, value float64, comparator, unit, noun string, a, b int, includes []party) {
	holder, ev := s.holder(list, i)
	if holder == "" && ev == nil {
		return
	}
	for k := range list {
		if list[k].v >= 0 && !list[k].isFact() {
			return
		}
	}
	props := map[string]any{"value": value, "comparator": comparator, "unit": unit, "measure": strings.ReplaceAll(graph.Slug(noun), "-", "_"), "verbatim": s.text(a, b)}
	when := ""
	if d := s.sinceOf(); d != "" {
		props["date"], when = d, d
	} else if as := s.asOf(); as != "" {
		props["asOf"], when = as, as
	}
	f := figureClaim{s: s, a: a, b: b, holder: holder, ev: ev, props: props, when: when, noun: noun, value: value, includes: includes}
	s.st.figures = append(s.st.figures, f)
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
	props := map[string]any{"value": value, "comparator": comparator, "unit": unit, "measure": strings.ReplaceAll(graph.Slug(noun), "-", "_"), "verbatim": s.text(a, b)}
	when := s.asOf()
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

// holder is whose the number at phrase i is: the country its phrase names, the clause's
// subject, the event told of, or the country that the text is about.
func (s *sentence) holder(list []clause, i int) (string, *event) {
	p := &s.ph[i]
	if p.k == pCount {
		if who := s.countryIn(p); who != nil {
			return who.id, nil
		}
		if i+1 < len(s.ph) {
			if q := &s.ph[i+1]; q.k == pParty && q.prep == "of" && len(q.list.parties) == 1 && q.list.parties[0].label == graph.Country {
				return q.list.parties[0].id, nil
			}
		}
	}
	if e := s.relativeMission(list, i); e != nil {
		return e.Entity.ID, nil
	}
	if p.k == pParty && len(p.list.parties) == 1 && p.list.total == 0 && p.list.parties[0].label == graph.Country {
		return p.list.parties[0].id, nil
	}
	var c *clause
	for k := range list {
		if list[k].subj >= 0 && (list[k].v >= 0 && i > list[k].v || list[k].subj == i) {
			c = &list[k]
		}
	}
	if e := s.mainMission(list, i, c); e != nil && !(c != nil && contains(" lost loses ", c.verb.low)) {
		return e.Entity.ID, nil
	}
	if c == nil && i > 1 {
		if e := s.missionSubject(list, i); e != nil {
			return e.Entity.ID, nil
		}
	}
	if c != nil && c.subj != i {
		q := &s.ph[c.subj]
		if e := s.missionAt(c.subj); e != nil && !(q.k == pParty && contains(" lost loses ", c.verb.low)) {
			return e.Entity.ID, nil
		}
		switch {
		case q.k == pEvent && len(q.ev) == 1 && (q.ev[0].label == graph.Exercise || q.ev[0].label == graph.Meeting):
			return "", q.ev[0]
		case q.k == pParty && len(q.list.parties) == 1 && q.list.parties[0].id != "":
			return q.list.parties[0].id, nil
		case q.k == pParty && len(q.list.parties) > 0:
			return "", nil
		}
	}
	for j := range s.ph {
		if q := &s.ph[j]; q.k == pEvent && len(q.ev) == 1 && !q.ev[0].plural && (q.ev[0].label == graph.Exercise || q.ev[0].label == graph.Meeting) {
			return "", q.ev[0]
		}
	}
	if e := s.st.last[graph.Exercise]; e != nil && s.ordinal-e.seen <= 1 && e.section == s.section && !e.plural {
		return "", e
	}
	if s.st.actor != nil && s.st.topicCountry != nil && s.st.actor.id == s.st.topicCountry.id {
		return s.st.actor.id, nil
	}
	return "", nil
}

package extract

import (
	"concord/graph"
)

// Calendars of exercises: lists whose items start with an exercise's name and go on with when, where and who, in words
// without verbs.

// calendarName is the end of the name that starts a list's item below a heading of exercises, or 0: "Loyal Dolos 24,
// planned for November".
func (s *sentence) calendarName() int {
	h := s.st.headEvent
	if !s.listItem || h == nil || h.label != graph.Exercise || h.s.section != s.section || len(s.items) < 3 || s.ordinal != s.st.blockAt {
		return 0
	}
	y := 0
	for y < len(s.items) && y < 5 && (s.items[y].cap || y > 0 && y+1 < len(s.items) && s.items[y+1].cap && contains(nameParticles+"of the ", s.items[y].low)) && s.items[y].k != iDate && s.items[y].k != iNum && !s.items[y].country() && s.items[y].eventNoun() == nil {
		y++
	}
	if y == 0 || s.items[y-1].k == iPunct {
		return 0
	}
	end, _ := s.edition(y, s.items[y-1].b)
	if end >= len(s.items) || s.items[end].k != iPunct || !contains(" , - : ( ", s.items[end].low) || end == y && !s.datedItem() {
		return 0
	}
	return end
}

// datedItem reports whether the sentence has a date.
func (s *sentence) datedItem() bool {
	for x := range s.items {
		if s.items[x].k == iDate {
			return true
		}
	}
	return false
}

// calendarPhrase is the phrase of a name that ends before item y.
func (s *sentence) calendarPhrase(y int) nounPhrase {
	np := nounPhrase{head: -1, y: y, label: graph.Exercise, kind: "exercise", nameA: s.items[0].a, nameB: s.items[y-1].b}
	np.name = s.text(np.nameA, np.nameB)
	return np
}

// toldAbove is the named exercise of the same paragraph or item that a sentence without a verb goes on about.
func (s *sentence) toldAbove() *event {
	e := s.st.lastAny
	if e == nil || e.label != graph.Exercise || e.name == "" || e.seen != s.ordinal-1 || e.seen < s.st.blockAt || s.heading || s.hasVerb() {
		return nil
	}
	return e
}

// fragment reads a sentence that has no verb and no event of its own, "20 nations, 9,000 personnel", for the exercise
// told of before it.
func (s *sentence) fragment() {
	e := s.toldAbove()
	if e == nil {
		return
	}
	for i := range s.ph {
		if s.ph[i].k == pEvent {
			return
		}
	}
	c := noVerb()
	for i := range s.ph {
		p := &s.ph[i]
		alone := (i == 0 || s.ph[i-1].k == pMark) && (i+1 == len(s.ph) || s.ph[i+1].k == pMark)
		if p.k == pDate && e.date == "" || p.k == pPlace {
			s.attach([]*event{e}, i, c, 0)
			continue
		}
		if p.k != pParty || !alone {
			continue
		}
		switch {
		case p.list.total > 0 && (p.prep == "" || p.prep == "with"):
			s.total(e, p.list, c)
		case p.prep == "with":
			s.addParties(e, p.list, "participant", c, "participants.with")
			s.total(e, p.list, c)
		}
	}
	e.seen = s.ordinal
}

// bracketPlaces takes the countries in brackets behind an exercise's name, with a date, as where it was held: "Cold
// Response (Norway, March)". It returns the phrase at which the bracket ends, or 0.
func (s *sentence) bracketPlaces(e *event) int {
	if len(s.ph) < 4 || s.ph[1].k != pMark || s.ph[1].word != "(" {
		return 0
	}
	dated, end := false, 0
	for i := 2; i < len(s.ph) && end == 0; i++ {
		dated = dated || s.ph[i].k == pDate
		if s.ph[i].k == pMark && s.ph[i].word == ")" {
			end = i
		}
	}
	if !dated {
		return 0
	}
	for i := 2; i < end; i++ {
		p := &s.ph[i]
		if p.k != pParty || p.prep != "" || len(p.list.parties) > 4 || p.list.total > 0 {
			continue
		}
		for _, q := range p.list.parties {
			if q.label == graph.Country && q.forces == nil {
				s.addPlace(e, placeRef{id: q.id, a: q.a, b: q.b}, noVerb())
			}
		}
	}
	return end
}

// bareTotals takes countries, or a count of them, that stand alone in an exercise's own line as its participants:
// "BALTOPS 24, 7–20 June: 20 nations".
func (s *sentence) bareTotals() {
	if !s.listItem || len(s.ph) == 0 || s.ph[0].k != pEvent || len(s.ph[0].ev) != 1 || s.ph[0].ev[0].label != graph.Exercise || s.ph[0].ev[0].name == "" {
		return
	}
	e := s.ph[0].ev[0]
	bracket := s.bracketPlaces(e)
	if s.hasVerb() {
		return
	}
	for i := 1; i < len(s.ph); i++ {
		p := &s.ph[i]
		if i < bracket || s.ph[i-1].k != pMark || i+1 < len(s.ph) && s.ph[i+1].k != pMark || p.prep != "" || p.k != pParty {
			continue
		}
		if len(p.list.parties) > 1 && p.list.parties[0].label == graph.Country {
			s.addParties(e, p.list, "participant", noVerb(), "participants.line")
		}
		if p.list.total > 0 {
			s.total(e, p.list, noVerb())
		} else if i > 1 && s.ph[i-2].k == pDate && len(p.list.parties) == 1 && p.list.parties[0].label == graph.Country && p.list.parties[0].forces == nil {
			s.addPlace(e, placeRef{id: p.list.parties[0].id, a: p.a, b: p.b}, noVerb())
		}
	}
}

package extract

import (
	"concord/graph"
	"concord/ingest/gazetteer"
)

// How strong missions are.

// strengths reads "the force numbered 37,000", "Its strength on 31 January was 16,541", "the strength of UNMIL police
// stood at 802 officers", "its strength had been cut to some 12,000".
func (s *sentence) strengths(list []clause) {
	for k := range list {
		c := &list[k]
		if c.v < 1 || c.verb.neg || c.verb.modality != "" {
			continue
		}
		numbering := s.st.lex.lists["numbers so many"][c.verb.low]
		m := s.strengthOf(c, numbering)
		if m == nil {
			continue
		}
		x, comparator := s.numberAfter(c, numbering)
		if x < 0 {
			continue
		}
		n := &s.items[x]
		if n.num.vague && comparator == "eq" {
			comparator = "approx"
		}
		s.missionFigure(m, n.num.value, comparator, "persons", "personnel", n.a, n.b)
		for i := range s.ph {
			if p := &s.ph[i]; p.k == pCount && p.x <= x && x < p.y {
				p.count.used = true
			}
		}
	}
}

// strengthOf is the mission whose strength, or that itself, stands before the clause's verb.
func (s *sentence) strengthOf(c *clause, numbering bool) *gazetteer.Entry {
	for i := c.v - 1; i >= 0; i-- {
		p := &s.ph[i]
		switch {
		case p.k == pVerb || p.k == pRel:
			return nil
		case numbering && (p.prep == "" || p.k == pMission):
			if m := s.missionAt(i); m != nil {
				return m
			}
		case !numbering && s.strengthNoun(p) && (p.prep == "" || p.prep == "of"):
			m := s.missionSpokenOf()
			if s.current() != nil {
				return nil
			}
			return m
		}
	}
	return nil
}

// strengthNoun reports whether the phrase is about the strength that there is, not one that is allowed.
func (s *sentence) strengthNoun(p *phrase) bool {
	strength := false
	for x := p.x; x < p.y; x++ {
		for t := s.items[x].i; t < s.items[x].j; t++ {
			strength = strength || contains(" strength size staff ", s.toks[t].low)
			if s.st.lex.lists["allowed"][s.toks[t].low] {
				return false
			}
		}
	}
	return strength
}

// numberAfter is the item of the number that the clause's verb leads to, with its comparator; -1 where there is none.
func (s *sentence) numberAfter(c *clause, numbering bool) (int, string) {
	x := s.ph[c.v].y
	comparator := "eq"
	if !numbering && c.verb.class != "be" && !s.st.lex.lists["comes to"][c.verb.low] {
		return -1, ""
	}
	for ; x < len(s.items) && x < s.ph[c.v].y+6; x++ {
		it := &s.items[x]
		if v := it.value(cComparator); v != "" {
			comparator = v
			continue
		}
		if it.k == iNum || !it.is(cDet) && !it.is(cPrep) && !it.is(cAdv) && !s.st.lex.lists["comes to"][it.low] {
			break
		}
	}
	if x >= len(s.items) || s.items[x].k != iNum || s.items[x].num.value < 5 {
		return -1, ""
	}
	if x+1 < len(s.items) {
		if it := &s.items[x+1]; it.k != iPunct && !it.is(cConj) && !it.is(cPrep) && !hasUnit(it, "persons") && !it.is(cRole) && !hasUnitSoon(s, x+1) {
			return -1, ""
		}
	}
	return x, comparator
}

// hasUnitSoon reports whether the noun that starts at item x, with a word or two before it, is one of people.
func hasUnitSoon(s *sentence, x int) bool {
	for y := x; y < len(s.items) && y < x+3; y++ {
		if hasUnit(&s.items[y], "persons") || s.items[y].is(cRole) {
			return true
		}
		if s.items[y].k != iWord && s.items[y].k != iLex {
			return false
		}
	}
	return false
}

// totalRow takes the last row of a table of one mission's contributors for its strength.
func (s *sentence) totalRow(r *cells) {
	m := s.st.topicMission
	if m == nil || r.by["mission"] != nil || s.st.own != nil {
		return
	}
	var number *item
	several := 0
	for i, cell := range r.order {
		k := r.cols[i].kind
		if k != "role" && k != "personnel" && k != "" || len(cell.items) != 1 || cell.items[0].k != iNum || cell.items[0].num.value < 2 {
			continue
		}
		if number = &cell.items[0]; r.cols[i].role == "mission_total" || k == "personnel" {
			several = 0
			break
		}
		several++
	}
	if number == nil || several > 1 {
		return
	}
	s.missionFigure(m, number.num.value, "eq", "persons", "personnel", number.a, number.b)
}

// lineStrength reads "Maximum strength: 6,000 soldiers from A and B" in a line under the mission's name.
func (s *sentence) lineStrength(m *gazetteer.Entry) {
	if len(s.items) < 3 || s.st.own != nil || !s.strengthNoun(&phrase{x: 0, y: min(2, len(s.items))}) && !contains(" strength ", s.lastWord(1)) {
		return
	}
	for i := range s.ph {
		p := &s.ph[i]
		if p.x > 4 {
			return
		}
		for x := p.x; x < p.y; x++ {
			if n := &s.items[x]; n.k == iNum && n.num.value >= 5 {
				s.missionFigure(m, n.num.value, "eq", "persons", "personnel", n.a, n.b)
				if p.k == pCount {
					p.count.used = true
				}
				return
			}
		}
	}
}

// placedNumbers reads the lines of a list of a country's deployments: "Ghana: 140 Mali (MINUSMA); 875 Lebanon (UNIFIL)".
func (s *sentence) placedNumbers() {
	if s.hasVerb() {
		return
	}
	who := s.ownerOfCounts()
	for x := 0; who == nil && x < len(s.items) && s.items[x].k != iNum; x++ {
		if s.items[x].country() {
			return
		}
	}
	if who == nil {
		who = s.st.topicCountry
	}
	for x := 0; who != nil && x+4 < len(s.items); x++ {
		if s.items[x].k != iNum || s.items[x].num.value >= 1e5 {
			continue
		}
		y := s.pastPlaces(x + 1)
		if y == x+1 || y+2 >= len(s.items) || !s.items[y].punct("(") || s.items[y+1].label() != graph.Mission || !s.items[y+2].punct(")") && !s.items[y+2].punct(",") {
			continue
		}
		p := &phrase{a: s.items[x].a, b: s.items[y+1].b}
		if m := s.items[y+1].ent; !s.st.out.tells(s, who.id, graph.ContributedTo, m.Entity.ID) {
			s.composes(party{id: who.id, label: graph.Country, personnel: int(s.items[x].num.value)}, "", m, p)
		}
	}
}

// numberedMissions reads a line that gives each mission its number of a country's people: "MONUSCO 3,449; UNAMID 2,134".
func (s *sentence) numberedMissions() {
	var at []int
	for x := 0; x+1 < len(s.items); x++ {
		if s.items[x].label() == graph.Mission && s.items[x+1].k == iNum && (x == 0 || s.items[x-1].k == iPunct || s.items[x-1].value(cConj) == "and") && (x+2 == len(s.items) || s.items[x+2].k == iPunct || s.items[x+2].value(cConj) == "and") {
			at = append(at, x)
		}
	}
	who := s.ownerOfCounts()
	if who == nil {
		who = s.st.topicCountry
	}
	if len(at) < 2 || who == nil || s.hasVerb() {
		return
	}
	for _, x := range at {
		s.composes(party{id: who.id, label: graph.Country, personnel: int(s.items[x+1].num.value)}, "", s.items[x].ent, &phrase{a: s.items[x].a, b: s.items[x+1].b})
	}
}

// pastPlaces is the item after the names of countries and places from item y on, or y.
func (s *sentence) pastPlaces(y int) int {
	for y < len(s.items) && (s.items[y].country() && s.items[y].byName() || s.items[y].label() == graph.Place || y > 0 && s.items[y].is(cDet)) {
		y++
	}
	return y
}

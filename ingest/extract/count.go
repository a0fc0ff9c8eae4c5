package extract

import (
	"strings"

	"concord/graph"
)

// countPhrase reads a number with what it counts: "over 900 military students",
// "275 engineering troops", "11,063 military personnel/time".
func (s *sentence) countPhrase(x int) (*countPhrase, int) {
	if it := &s.items[x]; it.k != iNum && !it.is(cComparator) && !it.is(cDet) {
		return nil, x
	}
	c := &countPhrase{comparator: "eq", a: s.items[x].a}
	y := x
	for y < len(s.items) && (s.items[y].is(cComparator) || s.items[y].is(cDet) && y+1 < len(s.items) && (s.items[y+1].is(cComparator) || s.items[y+1].k == iNum)) {
		if v := s.items[y].value(cComparator); v != "" && (c.comparator == "eq" || v != "eq") {
			c.comparator = v
		}
		y++
	}
	if y >= len(s.items) || s.items[y].k != iNum {
		return nil, x
	}
	c.num = s.items[y].num
	if c.num.vague && c.comparator == "eq" {
		c.comparator = "approx"
	}
	if y+1 < len(s.items) && s.items[y+1].joined || s.items[y].joined {
		return nil, x
	}
	y++
	words := 0
	c.nounA = -1
	for y < len(s.items) && words < 7 {
		it := &s.items[y]
		switch {
		case it.k == iPunct || it.k == iDate || it.is(cPrep) && !it.is(cRole) || it.is(cDet) || it.is(cQuant) || it.verb() != nil && !it.is(cUnit) && !it.is(cRole):
			return s.endCount(c, x, y)
		case it.is(cConj):
			if c.role == "" && c.unit == "" || !(y+1 < len(s.items) && hasUnit(&s.items[y+1], "persons") && c.unit == "persons") || s.items[y+1].k == iNum {
				return s.endCount(c, x, y)
			}
		case it.is(cUnit) || it.is(cRole):
			if c.nounA < 0 {
				c.nounA = it.a
			}
			if v := it.value(cUnit); v != "" {
				c.unit = v
			}
			if v := it.value(cRole); v != "" && (c.role == "" || c.role == "troops") {
				c.role = v
			}
			c.b = it.b
		case it.eventNoun() != nil:
			return nil, x
		default:
			if c.nounA < 0 {
				c.nounA = it.a
			}
			if c.b > 0 && !it.is(cUnit) && !it.is(cRole) {
				return s.endCount(c, x, y)
			}
		}
		y++
		words++
	}
	return s.endCount(c, x, y)
}

func (s *sentence) endCount(c *countPhrase, x, y int) (*countPhrase, int) {
	if c.b == 0 {
		return s.bareCount(c, x, y)
	}
	for y > x && s.items[y-1].b > c.b {
		y--
	}
	c.noun = tidy(s.text(c.nounA, c.b))
	if c.role == "troops" && c.unit == "" {
		c.unit = "persons"
	}
	if c.unit == "" {
		c.unit = "persons"
	}
	return c, y
}

// countryIn is the country whose adjective stands in the phrase: "208 Chinese policemen".
func (s *sentence) countryIn(p *phrase) *party {
	for x := p.x; x < p.y; x++ {
		if it := &s.items[x]; it.country() {
			return &party{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b}
		}
	}
	return nil
}

// noteAsOf remembers a line or a clause such as "As of the end of November 2008" for what follows.
func (s *sentence) noteAsOf() {
	for i := range s.ph {
		p := &s.ph[i]
		if p.k != pDate || len(p.dates) != 1 || p.dates[0].edtf == "" || p.dates[0].hi.y > 0 || p.dates[0].rel == pastYears {
			continue
		}
		before := ""
		if i > 0 {
			before = s.ph[i-1].word
		}
		lead := strings.ToLower(s.text(max(s.a, p.a-16), p.a))
		if p.prep == "of" && before == "as" || strings.HasSuffix(strings.TrimSpace(lead), "as of") || strings.HasSuffix(strings.TrimSpace(lead), "as at") || p.prep == "by" && p.dates[0].lo.m > 0 || strings.HasSuffix(strings.TrimSpace(lead), "as on") {
			s.st.asOf, s.st.asOfIn, s.st.asOfAt = p.dates[0].edtf, s.section, s.ordinal
			if s.heading || !s.hasVerb() || s.items[len(s.items)-1].punct(":") {
				s.st.asOfAt = 0
			}
		}
	}
}

// bareCount is a number with its noun left out before a mission: "1,500 troops in UNMISS and 850 in UNIFIL".
func (s *sentence) bareCount(c *countPhrase, x, y int) (*countPhrase, int) {
	if y+1 >= len(s.items) || s.items[y-1].k != iNum || !contains(" in to for with ", s.items[y].value(cPrep)) {
		return nil, x
	}
	z := y + 1
	if s.items[z].is(cDet) && z+1 < len(s.items) {
		z++
	}
	if s.items[z].k != iEnt || s.items[z].label() != graph.Mission {
		return nil, x
	}
	c.unit, c.b, c.noun, c.nounA = "persons", s.items[y-1].b, "personnel", s.items[x].a
	for i := range s.ph {
		if p := &s.ph[i]; p.k == pCount {
			c.role = p.count.role
		}
	}
	return c, y
}

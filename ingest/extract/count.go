package extract

import (
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
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
	if z := s.strong(y); z > y+1 {
		c.unit, c.b, c.nounA, c.role = "persons", s.items[z-1].b, s.items[z-1].a, s.unitRole(y+2, z, x)
		c.noun = "personnel"
		return c, z
	}
	if y+1 < len(s.items) && s.items[y+1].joined || s.items[y].joined {
		return nil, x
	}
	y++
	if z := s.ofTheirs(y); z > y {
		y = z
	}
	words := 0
	c.nounA = -1
	for y < len(s.items) && words < 7 {
		it := &s.items[y]
		switch {
		case words == 0 && it.country() && it.form == gazetteer.Demonym:
			c.unit, c.b, c.nounA = "persons", it.b, it.a
			return s.endCount(c, x, y+1)
		case it.punct(",") && c.b == 0 && words > 0 && s.peopleSoon(y+1):
		case it.punct(",") && c.unit == "persons" && s.peopleListed(y):
		case it.k == iPunct || it.k == iDate || it.is(cAux) || it.is(cModal) || it.is(cPrep) && !it.is(cRole) || it.is(cDet) || it.is(cQuant) || it.verb() != nil && !it.is(cUnit) && !it.is(cRole):
			return s.endCount(c, x, y)
		case it.is(cConj):
			if c.b == 0 && words > 0 && s.peopleSoon(y+1) {
				break
			}
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
			if s.membersOfForces(y) {
				c.unit = "persons"
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
	if c.role == "" && c.unit == "persons" && s.unitSize(x) {
		c.role = s.unitRole(0, 0, x-1)
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
		if p.prep == "of" && before == "as" || strings.HasSuffix(strings.TrimRight(lead, " :"), "as of") || strings.HasSuffix(strings.TrimSpace(lead), "as at") || p.prep == "by" && p.dates[0].lo.m > 0 || strings.HasSuffix(strings.TrimSpace(lead), "as on") {
			s.st.asOf, s.st.asOfIn, s.st.asOfAt = p.dates[0].edtf, s.section, s.ordinal
			if s.heading || !s.hasVerb() || s.announcesNumbers() {
				s.st.asOfAt = 0
			}
			if s.ordinal <= 5 && s.st.asOfTop == "" && (s.heading || !s.hasVerb()) {
				s.st.asOfTop = p.dates[0].edtf
			}
		} else if s.dayOfNumbers(i) {
			s.st.asOf, s.st.asOfIn, s.st.asOfAt = p.dates[0].edtf, s.section, 0
		} else if s.strengthAt(i) {
			s.st.asOf, s.st.asOfIn, s.st.asOfAt = p.dates[0].edtf, s.section, s.ordinal
		}
	}
	if n := len(s.items); n > 0 && s.items[n-1].punct(":") && s.st.asOfIn == s.section && s.st.asOfAt >= s.st.blockAt {
		s.st.asOfAt = 0 // and so it is for the list below
	}
}

// announcesNumbers reports whether the sentence speaks of a table or of figures that it is about.
func (s *sentence) announcesNumbers() bool {
	for i := range s.ph {
		if p := &s.ph[i]; p.k == pOther && p.prep == "" && (p.word == "table" || p.word == "figures") {
			return true
		}
	}
	return false
}

// dayOfNumbers reports whether date phrase i says when the numbers below were so: "according to figures for May 2009",
// "the table shows who was deployed at the end of April 2017".
func (s *sentence) dayOfNumbers(i int) bool {
	p := &s.ph[i]
	if p.prep == "for" && i > 0 && s.ph[i-1].k == pOther && contains(" figures data statistics ", s.ph[i-1].word) {
		return true
	}
	if !contains(" in at on ", p.prep) || !s.announcesNumbers() {
		return false
	}
	for j := range s.ph {
		if j != i && s.ph[j].k == pDate {
			return false
		}
	}
	return true
}

// strengthAt reports whether the sentence starts with date phrase i and tells how many people were serving then: "In
// December 2010, 1,955 soldiers were with the UN".
func (s *sentence) strengthAt(i int) bool {
	p := &s.ph[i]
	if i > 0 || !contains(" in at on ", p.prep) || p.dates[0].lo.m == 0 {
		return false
	}
	people := false
	for j := 1; j < len(s.ph); j++ {
		switch q := &s.ph[j]; {
		case q.k == pCount && q.count.unit == "persons":
			people = true
		case q.k == pVerb:
			return people && (q.verb.class == "be" || contains(" serving served deployed stationed ", q.verb.low))
		}
	}
	return false
}

// peopleSoon reports whether the next words end in a noun for people: "395 security, engineering and medical troops".
func (s *sentence) peopleSoon(y int) bool {
	for z := y; z < len(s.items) && z < y+5; z++ {
		it := &s.items[z]
		switch {
		case it.is(cRole) && hasUnit(it, "persons") || it.low == "troops" || it.low == "personnel":
			return true
		case it.k == iNum || it.k == iEnt || it.is(cPrep) || it.verb() != nil && !it.is(cRole) || it.is(cDet):
			return false
		}
	}
	return false
}

// peopleListed reports whether the comma at item y goes on to more nouns for people: "soldiers, sailors and police officers".
func (s *sentence) peopleListed(y int) bool {
	z := y + 1
	for z+1 < len(s.items) && hasUnit(&s.items[z], "persons") && s.items[z+1].punct(",") {
		z += 2
	}
	return z+2 < len(s.items) && hasUnit(&s.items[z], "persons") && s.items[z+1].value(cConj) == "and" && hasUnit(&s.items[z+2], "persons")
}

// strong is the item after "-strong battalion" where that follows the number at item y, or after "strong".
func (s *sentence) strong(y int) int {
	if y+1 >= len(s.items) || s.items[y+1].low != "strong" {
		return y
	}
	if z := y + 2; s.items[y+1].joined && z < len(s.items) {
		for ; z < len(s.items) && z < y+6; z++ {
			if it := &s.items[z]; contains(militaryUnits, s.lastWord(z)) {
				return z + 1
			} else if it.k == iPunct || it.is(cPrep) || it.verb() != nil {
				break
			}
		}
		return y
	}
	return y + 2
}

// militaryUnits are what soldiers are counted in.
const militaryUnits = " battalion contingent company unit force detachment team platoon group regiment brigade squadron element infantry troop presence "

// unitSize reports whether the number that starts at item x is that of a unit before it: "a battalion group of 830".
func (s *sentence) unitSize(x int) bool {
	if x < 2 || s.items[x-1].low != "of" {
		return false
	}
	return contains(militaryUnits, s.lastWord(x-2)) || s.lastWord(x-2) == "force"
}

// lastWord is the last word of item x.
func (s *sentence) lastWord(x int) string { return s.toks[s.items[x].j-1].low }

// unitRole is the role of the unit that the items from a to b name, else of that before item x.
func (s *sentence) unitRole(a, b, x int) string {
	role := ""
	for y := a; y < b; y++ {
		if r := s.items[y].value(cRole); r != "" {
			role = r
		}
	}
	for y := x - 1; role == "" && y >= max(0, x-4) && !s.items[y].is(cDet); y-- {
		role = s.items[y].value(cRole)
	}
	return role
}

// ofTheirs is the item after "of its" between a number and its noun, as in "200 of our soldiers", else y.
func (s *sentence) ofTheirs(y int) int {
	if y+2 < len(s.items) && s.items[y].low == "of" && contains(" our its their ", s.items[y+1].low) && (s.items[y+2].is(cRole) || hasUnit(&s.items[y+2], "persons")) {
		return y + 2
	}
	return y
}

// membersOfForces reports whether the word at item y is "members" of forces, and no states.
func (s *sentence) membersOfForces(y int) bool {
	if s.items[y].low != "members" || y+2 >= len(s.items) || s.items[y+1].low != "of" {
		return false
	}
	z := y + 2
	for z+1 < len(s.items) && (s.items[z].is(cDet) || s.items[z].k == iEnt && !s.items[z].byName()) {
		z++
	}
	it := &s.items[z]
	return it.is(cForce) || it.form == gazetteer.Force || it.ent != nil && bodyKind(it.ent.Kind) || it.cap && it.k == iWord
}

// bareCount is a number with its noun left out before a mission: "1,500 troops in UNMISS and 850 in UNIFIL",
// "a further 133 served with UNDOF", "5 to the EU-led operation in Bosnia, EUFOR Althea".
func (s *sentence) bareCount(c *countPhrase, x, y int) (*countPhrase, int) {
	if y >= len(s.items) || s.items[y-1].k != iNum {
		return nil, x
	}
	if s.unitSize(x) {
		c.unit, c.b, c.noun, c.nounA, c.role = "persons", s.items[y-1].b, "personnel", s.items[x].a, s.unitRole(0, 0, x-1)
		return c, y
	}
	w := y
	for w < len(s.items) && w < y+4 && (s.items[w].is(cAux) || s.items[w].is(cAdv) || s.items[w].value(cVerb) == "send") {
		w++
	}
	if w+1 >= len(s.items) || !contains(" in to for with ", s.items[w].value(cPrep)) {
		return nil, x
	}
	z := w + 1
	if z+2 < len(s.items) && (s.items[z].country() || s.items[z].label() == graph.Place) && contains(" with for in ", s.items[z+1].value(cPrep)) {
		z += 2
		w = z - 1
	}
	described := false // as a mission before its name
	for z+1 < len(s.items) && z < w+10 && (s.items[z].k != iEnt || s.items[z].label() != graph.Mission) {
		it := &s.items[z]
		if it.k == iNum || it.k == iDate || it.is(cRel) || it.punct(";") || it.value(cConj) != "" && !described {
			return nil, x
		}
		described = described || missionNoun(it)
		z++
	}
	if s.items[z].k != iEnt || s.items[z].label() != graph.Mission || z > w+2 && !described {
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

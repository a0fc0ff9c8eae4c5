package extract

import (
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// Units that a text about a mission names by their country, whatever its sentence tells of them.

// missionUnits takes "a Bangladeshi battalion", "one battalion from Nigeria and one from Pakistan" and "formed police
// units from A, B and C" for contributions to the mission that the sentence is about.
func (s *sentence) missionUnits(list []clause) {
	if !s.unitsHold(list) {
		return
	}
	m := s.unitsMission()
	if m == nil {
		return
	}
	told := false
	for x := 0; x < len(s.items); x++ {
		if y := s.unitNamed(x); y > x {
			told = true
			s.nationalUnit(x, y, m)
		} else if told && s.adjective(x) && x+1 < len(s.items) && s.items[x+1].low == "one" {
			s.unit(x, x+2, "", 0, m) // "and a Jordanian one"
		}
		if s.unitWord(x) {
			told = s.unitsFrom(x, m) || told
		}
	}
}

// unitsHold reports whether the sentence only tells what is or was, and of nobody's leaving.
func (s *sentence) unitsHold(list []clause) bool {
	for k := range list {
		c := &list[k]
		if c.v >= 0 && (!c.isFact() || c.verb.class == "withdraw" || contains(pledging, c.verb.low)) {
			return false
		}
	}
	for i := range s.ph {
		if p := &s.ph[i]; p.k == pEvent && p.np.label == graph.Exercise {
			return false
		}
	}
	return true
}

// unitsMission is the one mission that the sentence names, or else the one that the lines above it tell of.
func (s *sentence) unitsMission() *gazetteer.Entry {
	m, named := s.onlyMission()
	if named && m != nil {
		return m
	}
	for x := range s.items {
		if s.items[x].label() == graph.Mission || s.items[x].k == iEnt && isForce(s.items[x].ent) {
			return nil // one of several
		}
	}
	if s.current() != nil {
		return nil
	}
	if t := s.st.mission; t != nil && t.section == s.section && s.ordinal-t.at <= 3 {
		m = t.ent
	} else if len(s.st.missions) > 2 {
		return nil
	}
	if m == nil || s.elsewhere(m) {
		return nil
	}
	return m
}

// elsewhere reports whether the sentence is placed in a country in which the mission is not.
func (s *sentence) elsewhere(m *gazetteer.Entry) bool {
	for x := range s.items {
		if it := &s.items[x]; it.country() && it.byName() && contains(" in into to ", s.prepBefore(it.a)) && len(m.In) > 0 && !s.st.out.hosts(m.Entity.ID, it.ent.Entity.ID) {
			return true
		}
	}
	return false
}

// adjective reports whether item x describes something by its country: "Indian", "India's", "the Uruguay" of "Uruguay engineers".
func (s *sentence) adjective(x int) bool {
	it := &s.items[x]
	return it.country() && (!it.byName() || it.poss)
}

// unitNamed is the item after the unit that the country's adjective at item x describes, or x: "Indian battalion",
// "Kenya's second infantry company", "Jordanian peacekeepers".
func (s *sentence) unitNamed(x int) int {
	if !s.adjective(x) {
		return x
	}
	for y := x + 1; y < len(s.items) && y <= x+4; y++ {
		it := &s.items[y]
		if it.k == iPunct || it.k == iEnt || it.k == iDate || it.is(cPrep) || it.is(cConj) || it.is(cAux) || it.verb() != nil {
			return x
		}
		if s.unitWord(y) && !(y+1 < len(s.items) && s.unitWord(y+1)) {
			return y + 1
		}
	}
	return x
}

// unitWord reports whether the words at item x end in a noun for a unit, or for people whom only missions have.
func (s *sentence) unitWord(x int) bool { return s.st.lex.lists["mission unit"][s.lastWord(x)] }

// nationalUnit writes the contribution that items x to y name, and those of the adjectives that share its noun.
func (s *sentence) nationalUnit(x, y int, m *gazetteer.Entry) {
	role := ""
	for z := x + 1; z < y; z++ {
		if r := s.items[z].value(cRole); r != "" && r != "mission_total" && r != "troops" {
			role = r
		}
	}
	n := s.unitStrength(y)
	if s.contingentOf(x, y, m) {
		return
	}
	if x > 0 && s.items[x-1].k == iNum && hasUnit(&s.items[y-1], "persons") && !(x > 1 && s.items[x-2].is(cComparator) && s.items[x-2].value(cComparator) != "approx") {
		n = int(s.items[x-1].num.value)
	}
	s.unit(x, y, role, n, m)
	for w := x - 2; w >= 0 && s.adjective(w) && (s.items[w+1].punct(",") || s.items[w+1].value(cConj) == "and"); w -= 2 {
		s.unit(w, y, role, 0, m)
	}
}

// contingentOf writes whom a country's unit consists of: "The Jamaican contingent consists of 20 soldiers and four police
// officers".
func (s *sentence) contingentOf(x, y int, m *gazetteer.Entry) bool {
	if y+2 >= len(s.items) || !s.st.lex.lists["consists of"][firstWord(s.items[y].low)] {
		return false
	}
	told := false
	for i := range s.ph {
		p := &s.ph[i]
		if p.k != pCount || p.x < y || p.count.unit != "persons" || p.count.comparator != "eq" || s.countryIn(p) != nil {
			continue
		}
		p.count.used = true
		role := p.count.role
		if s.st.out.hosts(m.Entity.ID, s.items[x].ent.Entity.ID) {
			return true
		}
		s.contribution(s.items[x].ent.Entity.ID, m, role, int(p.count.num.value), s.items[x].a, p.b, graph.Actual, graph.Affirmed, &clause{v: -1, verb: &verbGroup{class: "have"}})
		told = true
	}
	return told
}

// unitStrength is the number behind a unit: "battalion of 850 soldiers", "brigade of 1,200", "company (120)", "platoon numbers 38".
func (s *sentence) unitStrength(y int) int {
	if y+1 < len(s.items) && (contains(" of numbers numbered ", s.items[y].low) || s.items[y].punct("(")) && s.items[y+1].k == iNum && s.items[y+1].num.value >= 2 {
		return int(s.items[y+1].num.value)
	}
	return 0
}

// unitsFrom writes the contributions of a unit's noun with "from" behind it, and reports whether there are any.
func (s *sentence) unitsFrom(x int, m *gazetteer.Entry) bool {
	role := ""
	for w := x; w >= max(0, x-3); w-- {
		if r := s.items[w].value(cRole); r != "" && r != "mission_total" && r != "troops" && role == "" {
			role = r
		}
		if it := &s.items[w]; it.k == iPunct || it.is(cPrep) && w < x || it.verb() != nil {
			break
		}
	}
	told := false
	y := x + 1
	for y+1 < len(s.items) && s.items[y].low == "from" {
		z := y + 1
		for z < len(s.items) {
			it := &s.items[z]
			switch {
			case it.is(cDet), it.punct(","), it.value(cConj) == "and", it.low == "both":
			case it.country() && it.byName() && !it.poss:
				s.unit(z, z+1, role, s.unitStrength(z+1), m)
				told = true
			default:
				goto next
			}
			z++
		}
	next:
		if y = z; y < len(s.items) && (s.items[y].k == iNum || s.items[y].low == "one" || s.items[y].low == "another") {
			y++ // "and one from Pakistan"
		}
	}
	return told
}

// unit writes that the country named at item x has a unit in the mission, where the sentence has not told so otherwise.
func (s *sentence) unit(x, y int, role string, n int, m *gazetteer.Entry) {
	id := s.items[x].ent.Entity.ID
	if s.st.out.hosts(m.Entity.ID, id) || s.st.out.tells(s, id, graph.ContributedTo, m.Entity.ID) {
		return
	}
	a, b := s.items[x].a, s.items[y-1].b
	s.composes(party{id: id, label: graph.Country, personnel: n}, strings.TrimSpace(role), m, &phrase{a: a, b: b})
}

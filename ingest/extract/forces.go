package extract

import (
	"concord/graph"
	"concord/ingest/gazetteer"
)

// forceOf reads "the navies of A and B", "1,800 troops from C", "the defence ministers of D and E".
func (s *sentence) forceOf(x int) (partyList, int) {
	y, personnel, exact := x, 0, true
	if s.items[y].is(cComparator) {
		y++
		exact = false
	}
	if y < len(s.items) && s.items[y].k == iNum && s.items[y].num.value < 1e7 {
		personnel = int(s.items[y].num.value)
		y++
		exact = exact && !s.items[y-1].num.vague
	}
	var forces []string
	rep := ""
	persons, observers := false, false
	words := 0
	for y < len(s.items) {
		it := &s.items[y]
		switch {
		case it.verb() != nil || it.is(cPrep) || it.k == iPunct || it.k == iEnt || it.eventNoun() != nil && !it.is(cForce):
			goto done
		case it.is(cForce):
			forces = appendNew(forces, it.value(cForce))
			persons = persons || it.value(cForce) == "armed forces"
			words++
		case it.low == "observers" || it.low == "military observers":
			observers = true
			words++
		case it.is(cBody):
			if rep = it.low; it.value(cBody) == "government" || rep == "" {
				rep = ""
			} else {
				rep = singular(s.text(it.a, it.b))
			}
			words++
		case it.is(cRole) || hasUnit(it, "persons"):
			persons = true
			words++
		case it.is(cConj) && words > 0 && y+1 < len(s.items) && (s.items[y+1].is(cForce) || s.items[y+1].is(cRole) || s.items[y+1].is(cBody)):
		case (it.k == iWord || it.is(cMod) || it.is(cDomain) || it.is(cNoun)) && !it.is(cConj) && words == 0 && y-x < 5:
		case it.k == iWord && it.cap && rep != "":
		default:
			goto done
		}
		y++
	}
done:
	if words == 0 || y >= len(s.items) {
		return partyList{}, x
	}
	switch p := s.items[y].value(cPrep); {
	case p == "of" || p == "from":
		y++
	case p == "between" && rep != "":
		y++
	default:
		return partyList{}, x
	}
	list, z := s.parties(y, false)
	if z == y {
		return partyList{}, x
	}
	for k := range list.parties {
		p := &list.parties[k]
		if len(p.forces) == 0 {
			for _, f := range forces {
				p.forces = appendNew(p.forces, f)
			}
		}
		if p.rep == "" {
			p.rep = rep
		}
		if observers {
			p.role = "observer"
		}
	}
	if personnel > 0 && exact && persons && len(list.parties) == 1 && list.total == 0 {
		list.parties[0].personnel = personnel
	}
	if len(list.parties) == 1 {
		list.parties[0].a = s.items[x].a
	}
	return list, z
}

func hasUnit(it *item, unit string) bool {
	for _, l := range it.lex {
		if l.class == cUnit && l.value == unit {
			return true
		}
	}
	return false
}

func appendNew(list []string, v string) []string {
	if v == "" || hasAny(list, v) {
		return list
	}
	return append(list[:len(list):len(list)], v)
}

// adjectives reads several countries that share a noun: "Chinese, Australian and New Zealand ships".
func (s *sentence) adjectives(x int) (partyList, int) {
	y := x
	var list partyList
	if x+2 >= len(s.items) || !s.items[x].country() || !s.items[x+1].punct(",") && s.items[x+1].value(cConj) != "and" {
		return list, x // one at most
	}
	for y < len(s.items) && s.items[y].country() && !s.items[y].poss && (y == x || !s.items[y].joined) {
		it := &s.items[y]
		list.parties = append(list.parties, party{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b})
		y++
		z := y
		if z < len(s.items) && s.items[z].punct(",") {
			z++
		}
		if z < len(s.items) && s.items[z].value(cConj) == "and" {
			z++
		}
		if z == y || z >= len(s.items) || !s.items[z].country() {
			break
		}
		y = z
	}
	if len(list.parties) < 2 || s.items[x].byName() && s.items[y-1].byName() {
		return partyList{}, x
	}
	q, z := s.countryBody(list.parties[len(list.parties)-1], y-1)
	if z == y-1 {
		return partyList{}, x
	}
	for k := range list.parties {
		list.parties[k].forces, list.parties[k].rep = q.forces, q.rep
	}
	list.b = s.items[z-1].b
	return list, z
}

// numberFrom reads "12,200 from the United States".
func (s *sentence) numberFrom(x int) (partyList, int) {
	if x+2 >= len(s.items) || s.items[x].k != iNum || s.items[x+1].value(cPrep) != "from" {
		return partyList{}, x
	}
	y := x + 2
	for y < len(s.items) && s.items[y].is(cDet) {
		y++
	}
	if y >= len(s.items) {
		return partyList{}, x
	}
	list, z := s.namedParty(y)
	if z == y || len(list.parties) != 1 {
		return partyList{}, x
	}
	list.parties[0].personnel = int(s.items[x].num.value)
	list.parties[0].a, list.a = s.items[x].a, s.items[x].a
	return list, z
}

// numberedForces reads "3,200 Chinese soldiers and a contingent from Mongolia".
func (s *sentence) numberedForces(x int) (partyList, int) {
	y, exact := x, true
	if s.items[y].is(cComparator) {
		y++
		exact = false
	}
	if y+1 >= len(s.items) || s.items[y].k != iNum || !s.items[y+1].country() {
		return partyList{}, x
	}
	p, z := s.countryBody(party{id: s.items[y+1].ent.Entity.ID, label: graph.Country, a: s.items[x].a, b: s.items[y+1].b}, y+1)
	if z == y+1 {
		return s.sharedNoun(p, x, y, exact)
	}
	if noun := &s.items[z-1]; hasUnit(noun, "ships") || hasUnit(noun, "aircraft") || hasUnit(noun, "vehicles") {
		return partyList{}, x
	}
	if exact {
		p.personnel = int(s.items[y].num.value)
	}
	list := partyList{parties: []party{p}, a: p.a, b: p.b}
	if w := s.unitBehind(z); w > z && w+1 < len(s.items) && s.items[w].value(cConj) == "and" {
		if _, end := s.numberedForces(w + 1); end > w+1 {
			z = w
		}
	}
	for z+1 < len(s.items) && (s.items[z].value(cConj) == "and" || s.items[z].punct(",")) {
		more, w := s.numberedForces(z + 1)
		if w == z+1 {
			if more, w = s.partyAtom(z + 1); w == z+1 || more.pronoun {
				break
			}
		}
		list, z = joinLists(list, more), w
	}
	return list, z
}

// unitBehind passes the name of a unit that "from" or "of" brings at item z: "200 Chinese soldiers from the Southern
// Command and 700 Lao troops".
func (s *sentence) unitBehind(z int) int {
	if z+2 >= len(s.items) || s.items[z].low != "from" && s.items[z].low != "of" {
		return z
	}
	y := z + 1
	for y < len(s.items) && (s.items[y].is(cDet) || s.items[y].k == iOrd) {
		y++
	}
	start := y
	for y < len(s.items) && y < start+5 && s.items[y].cap && !s.items[y].country() && s.items[y].k != iPunct && s.items[y].k != iDate {
		y++
	}
	if y == start {
		return z
	}
	return y
}

// joinsAt reports whether item x is a verb of taking part: "40 Peruvian soldiers took part".
func (s *sentence) joinsAt(x int) bool {
	return x < len(s.items) && s.items[x].verb() != nil && s.items[x].verb().value == "join"
}

// sharedNoun reads the first of "1,315 Cambodian and 760 Chinese soldiers", whose noun stands with the second only.
func (s *sentence) sharedNoun(p party, x, y int, exact bool) (partyList, int) {
	z := y + 2
	if s.items[y+1].byName() && s.items[y+1].form != gazetteer.Acronym || z+2 >= len(s.items) || s.items[z].value(cConj) != "and" && !s.items[z].punct(",") {
		return partyList{}, x
	}
	more, w := s.numberedForces(z + 1)
	if w == z+1 || len(more.parties) == 0 {
		return partyList{}, x
	}
	if exact {
		p.personnel = int(s.items[y].num.value)
	}
	p.forces = more.parties[0].forces
	return joinLists(partyList{parties: []party{p}, a: p.a, b: p.b}, more), w
}

package extract

import (
	"concord/graph"
	"concord/ingest/gazetteer"
)

// namedParty reads a country, an organization or a group, and what of it: "the Chinese
// Navy", "China's Ministry of National Defense", "the SCO member states", "Brazil (10)".
func (s *sentence) namedParty(x int) (partyList, int) {
	it := &s.items[x]
	if it.k != iEnt {
		return partyList{}, x
	}
	p := party{id: it.ent.Entity.ID, label: it.label(), a: it.a, b: it.b}
	switch p.label {
	case graph.Country:
	case graph.Organization:
		if s.leadersOf(x + 1) { // "the Quad foreign ministers of A and B"
			return s.forceOf(x + 1)
		}
	case graph.Place:
		if it.ent.Metonym == "" || s.prepBefore(it.a) == "in" || s.prepBefore(it.a) == "at" || s.prepBefore(it.a) == "off" {
			return partyList{}, x
		}
		p.id, p.label = it.ent.Metonym, graph.Country
	default:
		return partyList{}, x
	}
	var y int
	if p.label == graph.Organization {
		p, y = s.organization(p, x)
		if y == x {
			return partyList{}, x
		}
	} else if q, z := s.countryBody(p, x); z > x {
		p, y = q, z
	} else if it.form == gazetteer.Capital || it.byName() && !it.poss && !s.modifies(x) {
		y = x + 1
	} else {
		return partyList{}, x
	}
	p, y = s.bracketCount(p, y)
	p, y = s.bracketRole(p, y)
	if y+2 < len(s.items) && s.items[y].punct("(") && s.items[y+1].k == iEnt && s.items[y+1].ent == it.ent && s.items[y+2].punct(")") {
		y += 3
	}
	return partyList{parties: []party{p}, b: p.b}, y
}

// modifies reports whether the country named at item x only describes the noun after it.
func (s *sentence) modifies(x int) bool {
	if x+1 >= len(s.items) {
		return false
	}
	next := &s.items[x+1]
	if next.joined {
		return true
	}
	if next.verb() != nil || next.is(cAux) || next.is(cModal) {
		return false
	}
	if next.eventNoun() != nil || next.is(cForce) || next.is(cBody) || next.is(cNoun) && next.value(cNoun) != "member" || next.is(cMod) {
		return true
	}
	if next.is(cDomain) || next.is(cTopic) {
		return true
	}
	if next.k == iWord && !next.cap {
		switch n := len(next.low); {
		case n > 4 && next.low[n-2:] == "ed", next.low == "ed":
			return false
		case next.low == "relations" || next.low == "ties" || next.low == "cooperation" || next.low == "border":
			return true
		case next.low[n-1] == 's' && s.items[x].form != gazetteer.Acronym:
			return false
		}
		return s.items[x].form == gazetteer.Acronym || len(s.text(s.items[x].a, s.items[x].b)) <= 4
	}
	return false
}

// countryBody reads the force, ministry, minister or government of the country at item x.
func (s *sentence) countryBody(p party, x int) (party, int) {
	words := 0
	if x+1 < len(s.items) && s.items[x+1].joined {
		return p, x
	}
	for y := x + 1; y < len(s.items) && y < x+6; y++ {
		it := &s.items[y]
		switch {
		case it.verb() != nil || it.is(cPrep) || it.k == iPunct || it.is(cAux) || it.is(cModal) || it.is(cAdv):
			return p, x
		case it.eventNoun() != nil && !it.is(cForce):
			return p, x
		case it.is(cForce) && !(it.is(cDomain) && y+1 < len(s.items) && s.items[y+1].eventNoun() != nil):
			p.forces = appendNew(p.forces, it.value(cForce))
			if s.forceGoesOn(y) {
				continue
			}
			p.b = it.b
			if z := s.shipName(y + 1); z > y+1 {
				return p, z // "the Danish frigate HDMS Triton"
			}
			return p, s.skipPersonName(y + 1)
		case it.is(cBody):
			if it.value(cBody) != "government" {
				p.rep = singular(s.text(it.a, it.b))
			}
			p.b = it.b
			return p, s.skipPersonName(y + 1)
		case it.is(cRole) && it.value(cRole) != "mission_total" || hasUnit(it, "persons"):
			p.b = it.b
			if contains(" observers observer ", it.low) {
				p.role = "observer"
			}
			return p, y + 1
		case it.is(cConj), it.k == iDate, it.k == iEnt, it.k == iNum:
			return p, x
		}
		if words++; words > 3 {
			return p, x
		}
	}
	return p, x
}

// forceGoesOn reports whether another noun of forces follows the one at item y ("army special operations").
func (s *sentence) forceGoesOn(y int) bool {
	return y+1 < len(s.items) && (s.items[y+1].is(cForce) || s.items[y+1].is(cBody) || s.items[y+1].is(cConj) && y+2 < len(s.items) && s.items[y+2].is(cForce))
}

// skipPersonName passes the name after a title: "Defence Minister Liang Guanglie".
func (s *sentence) skipPersonName(y int) int {
	for y < len(s.items) && s.items[y].cap && (s.items[y].k == iWord && (s.items[y-1].is(cBody) || s.items[y-1].k == iWord) || s.monthAsName(y)) && s.items[y-1].k != iPunct {
		y++
	}
	return y
}

// monthAsName reports whether the month at item y ends a person's name: "Minister Dong Jun and his counterpart".
func (s *sentence) monthAsName(y int) bool {
	it, prev := &s.items[y], &s.items[y-1]
	return it.k == iDate && it.j == it.i+1 && it.date.lo.y == 0 && it.date.rel == absolute && prev.k == iWord && prev.cap && y+1 < len(s.items) && (s.items[y+1].is(cConj) || s.items[y+1].verb() != nil || s.items[y+1].is(cAux))
}

// organization reads the organization at item x, its members where they are spoken of
// as one, or the country whose body it is.
func (s *sentence) organization(p party, x int) (party, int) {
	it := &s.items[x]
	y := x + 1
	if it.ent.Country != "" && (it.form == gazetteer.Force || bodyKind(it.ent.Kind)) {
		p.id, p.label = it.ent.Country, graph.Country
		p.rep = ""
		if it.ent.Kind == "ministry" {
			p.rep = s.bodyIn(it)
		} else {
			p.forces = appendNew(nil, serviceOf(it.ent.Entity.Name))
		}
		return p, s.skipForces(y)
	}
	if y >= len(s.items) {
		return p, y
	}
	next := &s.items[y]
	if next.value(cPron) == "members" || s.groupNoun(y) {
		g := memberGroup(it.ent)
		p.id, p.label, p.entity, p.b = g.ID, graph.CountryGroup, &g, next.b
		if s.items[y].value(cBody) != "" && s.items[y].value(cBody) != "government" {
			p.rep = singular(s.text(next.a, next.b))
		}
		s.st.lastGroup = it.ent
		return p, y + 1
	}
	if next.joined || next.eventNoun() != nil || s.modifies(x) {
		return p, x
	}
	return p, y
}

// leadersOf reports whether item y is a title, of countries that "of" brings.
func (s *sentence) leadersOf(y int) bool {
	if y+2 >= len(s.items) || !s.items[y].is(cBody) || s.items[y].joined || s.items[y].value(cBody) == "government" || s.items[y+1].low != "of" {
		return false
	}
	y += 2
	for y+1 < len(s.items) && s.items[y].is(cDet) {
		y++
	}
	return s.items[y].country()
}

func bodyKind(kind string) bool {
	return kind == "armed_forces" || kind == "armed_service" || kind == "ministry"
}

func (s *sentence) skipForces(y int) int {
	for y < len(s.items) && s.items[y].is(cForce) && s.items[y].verb() == nil {
		y++
	}
	return y
}

func (s *sentence) groupNoun(y int) bool {
	for _, l := range s.items[y].lex {
		if l.class == cNoun && l.value == "group" && l.plural {
			return true
		}
	}
	return false
}

// bracketCount reads "(10)" or "(10 troops)" after a party.
func (s *sentence) bracketCount(p party, y int) (party, int) {
	if y+2 < len(s.items) && s.items[y].punct("(") && s.items[y+1].k == iNum {
		for z := y + 2; z < len(s.items) && z < y+5; z++ {
			if s.items[z].punct(")") {
				if s.items[y+1].num.value < 1e6 {
					p.personnel = int(s.items[y+1].num.value)
				}
				p.b = s.items[z].b
				return p, z + 1
			}
		}
	}
	return p, y
}

// bodyIn is the body in a name that starts with its country: "Department of Defense" in "US Department of Defense".
func (s *sentence) bodyIn(it *item) string {
	for i := it.i; i < it.j; i++ {
		if found, end := s.st.lex.match(s.toks, i); end > i && end <= it.j {
			for _, l := range found {
				if l.class == cBody {
					return tidy(s.text(s.toks[i].start, it.b))
				}
			}
		}
	}
	return tidy(s.text(it.a, it.b))
}

// bracketRole reads "(host)" or "(observer)" after a party.
func (s *sentence) bracketRole(p party, y int) (party, int) {
	if y+2 >= len(s.items) || !s.items[y].punct("(") {
		return p, y
	}
	x := y + 1
	if s.items[x].low == "as" && x+2 < len(s.items) {
		x++
	}
	role := ""
	switch it := &s.items[x]; {
	case contains(" observer observers ", it.low):
		role = "observer"
	case contains(" host hosts organizer organiser ", it.low):
		role = "host"
	case it.value(cVerb) == "cohost":
		role = "co_host"
	default:
		return p, y
	}
	if x++; s.items[x].k == iWord && contains(" nation country only ", s.items[x].low) && x+1 < len(s.items) {
		x++
	}
	if !s.items[x].punct(")") {
		return p, y
	}
	p.role, p.b = role, s.items[x].b
	return p, x + 1
}

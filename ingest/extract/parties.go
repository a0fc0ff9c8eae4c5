package extract

import (
	"strings"

	"concord/graph"
)

// party is a country, organization or group as a sentence names it in some role.
type party struct {
	id        string
	label     graph.Label
	entity    *graph.Entity // where the gazetteer doesn't know it
	forces    []string
	rep       string // who stands for it: "defense minister", "Ministry of National Defense"
	personnel int
	role      string // "observer" and the like, where the list itself says so
	a, b      int
}

// partyList is a list of parties, with a count that the list gives or leaves open
// ("14 countries, including A and B", "seven other countries").
type partyList struct {
	parties []party
	total   int  // "14 countries"
	about   bool // the total is only near, or a bound: "nearly 30 nations"
	others  bool // the total leaves out the sentence's subject
	before  int  // how many parties are named before the count: "Pakistan and six others"
	open    bool // "including", "such as": not all are named
	pronoun bool // found by anaphora
	a, b    int
}

// parties reads a list of parties that starts at item x, and says where it ends (x when
// there is none). With single, it stops at the first comma.
func (s *sentence) parties(x int, single bool) (partyList, int) {
	list, y := s.partyAtom(x)
	if y == x {
		return list, x
	}
	for y < len(s.items) {
		next := y
		comma, conj := false, false
		if s.items[next].punct(",") || s.items[next].punct("/") || s.cellular && s.items[next].punct(";") {
			comma = true
			next++
		} else if s.cellular && s.items[next].country() && s.items[next].byName() {
			comma = true // one below the other
		}
		if next < len(s.items) && (s.items[next].value(cConj) == "and" || s.items[next].value(cConj) == "or" || s.items[next].low == "nor") {
			conj = true
			next++
		}
		if !comma && !conj || next >= len(s.items) || single && comma || list.pronoun && comma {
			break
		}
		if s.items[next].value(cPrep) == "from" || s.items[next].value(cPrep) == "of" || s.items[next].value(cPrep) == "with" || s.items[next].value(cPrep) == "between" {
			if !conj && !(s.items[next].low == "of" && s.prepBefore(list.a) == "of") {
				break
			}
			next++
		}
		more, z := s.partyAtom(next)
		if z == next || more.pronoun || !conj && s.endsList(list, more) {
			break
		}
		list = joinLists(list, more)
		y = z
		if conj && !comma && (s.listIsDone(y) && (s.prepBefore(list.a) != "" || !s.andAgain(y)) || s.subjectFollows(list, y)) {
			break
		}
	}
	return s.including(list, y)
}

// listIsDone reports whether what follows "and X" cannot go on the list.
func (s *sentence) listIsDone(y int) bool {
	return y >= len(s.items) || !s.items[y].punct(",")
}

// andAgain reports whether one more country and then the verb follow item y: "A and B and C held".
func (s *sentence) andAgain(y int) bool {
	if y+2 >= len(s.items) || s.items[y].value(cConj) != "and" || !s.items[y+1].country() || !s.items[y+1].byName() {
		return false
	}
	v, z := s.verbGroup(y + 2)
	return z > y+2 && !v.ing && !v.infinitive
}

// subjectFollows reports whether the comma at item y ends what a preposition brings, before the clause's subject:
// "With A and B, C signed…".
func (s *sentence) subjectFollows(list partyList, y int) bool {
	if s.prepBefore(list.a) != "with" || y+1 >= len(s.items) || !s.items[y].punct(",") {
		return false
	}
	more, z := s.partyAtom(y + 1)
	if z == y+1 || len(more.parties) != 1 {
		return false
	}
	_, v := s.verbGroup(z)
	return v > z
}

// endsList reports whether a comma between list and more separates, as that after
// "within the framework of the SCO, China, Russia…".
func (s *sentence) endsList(list, more partyList) bool {
	if len(list.parties) != 1 || len(more.parties) == 0 {
		return false
	}
	return list.parties[0].label == graph.Organization && more.parties[0].label == graph.Country && list.parties[0].forces == nil && s.prepBefore(list.a) != "between" && s.prepBefore(list.a) != "with"
}

// prepBefore is the preposition right before the item at byte a, passing determiners.
func (s *sentence) prepBefore(a int) string {
	for x := range s.items {
		if s.items[x].a >= a {
			for x--; x >= 0 && s.items[x].is(cDet) && !s.items[x].is(cPrep); x-- {
			}
			if x >= 0 {
				return s.items[x].value(cPrep)
			}
			return ""
		}
	}
	return ""
}

func joinLists(list, more partyList) partyList {
	for _, p := range more.parties {
		known := false
		for _, q := range list.parties {
			known = known || q.id == p.id
		}
		if !known {
			list.parties = append(list.parties, p)
		}
	}
	if more.total > 0 {
		list.total, list.others, list.about = more.total, list.others || more.others || len(list.parties) > 0, more.about
		list.before = len(list.parties)
		list.open = list.open || more.open
	}
	list.b = more.b
	return list
}

// including reads ", including A and B" or "(A, B and C)" after a list that counts.
func (s *sentence) including(list partyList, y int) (partyList, int) {
	next := y
	if next < len(s.items) && (s.items[next].punct(",") || s.items[next].punct("(") || s.items[next].punct(":") || s.items[next].punct("-")) {
		next++
	}
	if next >= len(s.items) {
		return list, y
	}
	bracket := next > y && s.items[y].punct("(")
	if list.total > 0 && next > y && s.items[y].punct(",") {
		if more, z := s.parties(next, false); z > next && z < len(s.items) && s.items[z].low == "among them" {
			list = joinLists(list, partyList{parties: more.parties, b: s.items[z].b})
			list.open = true
			if z++; z < len(s.items) && s.items[z].punct(",") {
				z++
			}
			return list, z
		}
	}
	inc := s.items[next].value(cPrep) == "including"
	if inc {
		next++
	} else if list.total == 0 || next == y || s.items[y].punct(",") {
		return list, y
	}
	more, z := s.parties(next, false)
	if z == next || len(more.parties) == 0 {
		return list, y
	}
	forces := []string(nil)
	if len(list.parties) == 0 {
		forces = list.forces()
	}
	for _, p := range more.parties {
		if p.forces == nil {
			p.forces = forces
		}
		list = joinLists(list, partyList{parties: []party{p}, b: p.b})
	}
	list.open = inc
	if bracket && z < len(s.items) && s.items[z].punct(")") {
		z++
	}
	list.b = s.items[z-1].b
	return list, z
}

func (l partyList) forces() []string {
	if len(l.parties) > 0 {
		return l.parties[0].forces
	}
	return nil
}

// partyAtom reads one member of a list, which may itself be several countries ("the
// navies of A and B").
func (s *sentence) partyAtom(x int) (partyList, int) {
	start := x
	if x < len(s.items) && s.items[x].is(cPron) {
		if x+1 < len(s.items) && s.items[x+1].low == "of" && s.items[x].value(cPron) == "they" {
			if list, y := s.parties(x+2, false); y > x+2 {
				for k := range list.parties {
					list.parties[k].forces = appendNew(list.parties[k].forces, forceInPronoun(&s.items[x], s))
				}
				list.a = s.items[x].a
				return list, y
			}
		}
		return s.pronoun(x)
	}
	if list, y := s.numberFrom(x); y > x {
		return list, y
	}
	for x < len(s.items) && (contains(" same respective ", s.items[x].low) || s.items[x].is(cDet) || s.items[x].low == "both" || s.items[x].is(cQuant) && s.items[x].low != "most" && !(s.items[x].is(cComparator) && x+1 < len(s.items) && s.items[x+1].k == iNum)) && !s.items[x].cap0(x) {
		x++
	}
	if x >= len(s.items) {
		return partyList{}, start
	}
	if x > 0 && x+1 < len(s.items) && s.items[x].k == iEnt && s.items[x-1].is(cQuant) && !contains(" all each every ", s.items[x-1].low) && s.items[x].label() == graph.Organization && s.groupNoun(x+1) {
		return partyList{}, start
	}
	if x > start && s.items[x].is(cPron) {
		return s.pronoun(x)
	}
	if x > start && x+1 < len(s.items) && (s.items[x-1].low == "those" || s.items[x-1].low == "that") && (s.items[x].value(cPrep) == "of" || s.items[x].value(cPrep) == "from") {
		x++
		for s.items[x].is(cDet) && x+1 < len(s.items) {
			x++
		}
	}
	for _, read := range [...]func(*sentence, int) (partyList, int){
		(*sentence).ship, (*sentence).countedParty, (*sentence).forceOf, (*sentence).adjectives, (*sentence).namedParty, (*sentence).ownForce, (*sentence).person, (*sentence).officialsAgain, (*sentence).ownOfficial,
	} {
		if list, y := read(s, x); y > x {
			list.a = s.items[x].a
			return list, y
		}
	}
	return partyList{}, start
}

// cap0 reports whether the item is a capitalised word that isn't the sentence's first.
func (it *item) cap0(x int) bool { return it.cap && x > 0 && it.k == iEnt }

// countedParty reads "seven other countries", "14 nations", "the navies of 14 countries".
func (s *sentence) countedParty(x int) (partyList, int) {
	y := x
	about := false
	if s.items[y].is(cComparator) {
		about = s.items[y].value(cComparator) != "eq"
		y++
	}
	if y >= len(s.items) || s.items[y].k != iNum {
		return partyList{}, x
	}
	n := s.items[y].num
	y++
	others := false
	for y < len(s.items) && (s.items[y].low == "other" || s.items[y].low == "further" || s.items[y].low == "more" || s.items[y].low == "foreign" || s.items[y].low == "partner" || s.items[y].low == "additional" || s.items[y].low == "participating" || s.items[y].low == "contributing" || s.items[y].low == "allied" || s.items[y].low == "friendly") {
		others = others || contains(" other further more additional ", s.items[y].low)
		y++
	}
	if y < len(s.items) && s.items[y].low == "others" {
		return partyList{total: int(n.value), others: true, b: s.items[y].b}, y + 1
	}
	y = s.describedNations(y)
	if y < len(s.items) && s.items[y].is(cBody) && s.items[y].value(cBody) != "government" && strings.HasSuffix(s.items[y].low, "s") && !others {
		if list := s.sameAsBefore(x, int(n.value)); list != nil {
			return partyList{parties: list, pronoun: true, b: s.items[y].b}, y + 1
		}
	}
	if y >= len(s.items) || s.items[y].value(cNoun) != "count" && !(s.items[y].is(cNoun) && s.countNoun(y)) && !takersOf(&s.items[y]) {
		return partyList{}, x
	}
	if s.membersOfForces(y) || (s.items[y].low == "participants" || s.items[y].low == "members") && n.value > 250 || s.items[y].low == "participants" && (n.value > 100 || y+1 < len(s.items) && s.items[y+1].low == "from") {
		return partyList{}, x // people
	}
	b := s.items[y].b
	if list := s.sameAsBefore(x, int(n.value)); list != nil && !others {
		return partyList{parties: list, pronoun: true, b: b}, y + 1
	}
	y = s.skipRegion(y + 1)
	return partyList{total: int(n.value), others: others, about: about, b: max(b, s.items[y-1].b)}, y
}

// sameAsBefore are the parties that "the same five countries" or "these four nations" stand for.
func (s *sentence) sameAsBefore(x, n int) []party {
	if x == 0 || !contains(" same these those ", s.items[x-1].low) && (s.items[x-1].low != "the" || n < 2) {
		return nil
	}
	for _, list := range [][]party{s.st.several, s.st.triple, s.st.pair} {
		if len(list) != n {
			continue
		}
		out := append([]party(nil), list...)
		for k := range out {
			out[k].a, out[k].b, out[k].forces, out[k].rep, out[k].personnel, out[k].role = s.items[x].a, s.items[x].b, nil, "", 0, ""
		}
		return out
	}
	return nil
}

// ownForce reads "the Navy" and "the Armed Forces" of a text that is about one country, as its own.
func (s *sentence) ownForce(x int) (partyList, int) {
	it := &s.items[x]
	own := s.st.topicCountry
	if own == nil || x == 0 || s.items[x-1].low != "the" || !it.cap || it.k != iLex || !it.is(cForce) || s.heading {
		return partyList{}, x
	}
	if x+1 < len(s.items) && (s.items[x+1].cap || s.items[x+1].low == "of" || s.items[x+1].k == iEnt) {
		return partyList{}, x
	}
	if a := s.st.actor; a != nil && a.id != own.id {
		return partyList{}, x
	}
	p := party{id: own.id, label: graph.Country, forces: []string{it.value(cForce)}, a: it.a, b: it.b}
	return partyList{parties: []party{p}, a: it.a, b: it.b}, x + 1
}

package extract

import "concord/graph"

// People whom a text names with their title and country, and then by their surname.

// notePersons remembers for whom those speak whose names stand beside their titles: "Indian Defence Minister Rajnath
// Singh".
func (s *sentence) notePersons() {
	for i := range s.ph {
		if !s.official(i) {
			continue
		}
		p := &s.ph[i]
		title := -1
		for x := p.x; x < p.y; x++ {
			if s.items[x].is(cBody) {
				title = x
			}
		}
		if title >= 0 && p.y-title > 1 && s.personal(title+1, p.y) {
			s.st.remembers(s, p.y-1, p.list.parties[0])
		}
		for _, j := range []int{i + 2, i - 2} {
			if j >= 0 && j < len(s.ph) && s.comma((i+j)/2) && s.personName(j) && (j > i && (j+1 == len(s.ph) || s.ph[j+1].k == pMark) || j < i && (j == 0 || s.ph[j-1].k == pMark || s.ph[j-1].k == pDate)) {
				s.st.remembers(s, s.ph[j].y-1, p.list.parties[0])
			}
		}
	}
}

// personal reports whether items [x,y) are two or more capitalised words that name nothing known.
func (s *sentence) personal(x, y int) bool {
	for z := x; z < y; z++ {
		if it := &s.items[z]; it.k != iWord || !it.cap {
			return false
		}
	}
	return y-x >= 1
}

// remembers notes the surname at item x for a party.
func (st *state) remembers(s *sentence, x int, p party) {
	it := &s.items[x]
	if it.k != iWord || it.b-it.a < 4 || p.label != graph.Country {
		return
	}
	if st.persons == nil {
		st.persons = map[string]party{}
	}
	st.persons[s.text(it.a, it.b)] = p
}

// ownOfficial reads a minister, a head or a chief whom a body of state names in what it publishes without saying of which
// country: "Defence Minister Ana Diaz met…", "the Minister of Defence, Ana Diaz, received…".
func (s *sentence) ownOfficial(x int) (partyList, int) {
	it := &s.items[x]
	own := s.st.own
	if own == nil || it.k != iLex || !it.cap || !contains(" minister head chief ", it.value(cBody)) || isPlural(s.lastWord(x)) || s.heading {
		return partyList{}, x
	}
	if x > 0 && (s.items[x-1].k == iEnt || s.items[x-1].poss || s.items[x-1].cap && x > 1 && s.items[x-1].k != iPunct) {
		return partyList{}, x
	}
	y := x + 1
	if y+1 < len(s.items) && s.items[y].punct(",") && x > 0 && s.items[x-1].is(cDet) {
		y++
	}
	start := y
	for y < len(s.items) && y < start+6 && s.items[y].cap && (s.items[y].k == iWord || y > start && s.monthAsName(y)) {
		y++
	}
	if y == start || y < len(s.items) && (contains(" of from ", s.items[y].low) || s.items[y].k == iEnt || s.items[y].poss) {
		return partyList{}, x
	}
	p := party{id: own.id, label: graph.Country, rep: s.text(it.a, it.b), a: it.a, b: s.items[y-1].b}
	if known, ok := s.st.persons[s.text(s.items[y-1].a, s.items[y-1].b)]; ok {
		p.id = known.id
	}
	if start > x+1 && y < len(s.items) && s.items[y].punct(",") {
		y++
	}
	return partyList{parties: []party{p}, a: p.a, b: p.b}, y
}

// person reads the surname at item x of somebody who was named with a title before.
func (s *sentence) person(x int) (partyList, int) {
	it := &s.items[x]
	if len(s.st.persons) == 0 || it.k != iWord || !it.cap {
		return partyList{}, x
	}
	p, ok := s.st.persons[s.text(it.a, it.b)]
	if !ok || x > 0 && s.items[x-1].k == iWord && s.items[x-1].cap || x+1 < len(s.items) && s.items[x+1].k == iWord && s.items[x+1].cap {
		return partyList{}, x
	}
	p.a, p.b, p.role, p.forces, p.personnel = it.a, it.b, "", nil, 0
	return partyList{parties: []party{p}, a: it.a, b: it.b}, x + 1
}

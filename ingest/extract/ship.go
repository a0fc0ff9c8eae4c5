package extract

import (
	"concord/graph"
	"concord/ingest/gazetteer"
)

// Ships, whose prefix says whose navy they belong to: "INS Delhi", "HMCS Goose Bay".

// ship reads the name of a ship at item x as the country that sails it.
func (s *sentence) ship(x int) (partyList, int) {
	if x >= len(s.items) {
		return partyList{}, x
	}
	it := &s.items[x]
	y, state := s.shipName(x), it.value(cShip)
	if it.k == iDecoy { // a ship that has the name of a place
		found, _ := s.st.lex.match(s.toks, it.i)
		for _, l := range found {
			if l.class == cShip {
				y, state = x+1, l.value
			}
		}
	}
	if y == x || state == "" {
		return partyList{}, x
	}
	p := party{id: graph.NewID(graph.Country, state), label: graph.Country, forces: []string{"navy"}, a: it.a, b: s.items[y-1].b}
	return partyList{parties: []party{p}, a: p.a, b: p.b}, y
}

// shipName is the item after the name of the ship whose prefix may stand at item x, or x.
func (s *sentence) shipName(x int) int {
	if x >= len(s.items) || !s.items[x].is(cShip) {
		return x
	}
	y := x + 1
	for y < len(s.items) && y < x+4 {
		it := &s.items[y]
		if !it.cap || it.is(cShip) || it.k == iPunct || it.k == iDate || it.eventNoun() != nil || it.k == iEnt && (it.form == gazetteer.Force || it.label() == graph.Organization) {
			break
		}
		y++
	}
	if y == x+1 {
		return x
	}
	return y
}

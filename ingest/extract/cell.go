package extract

import (
	"slices"

	"concord/graph"
)

// What single cells of a table say: places, parties, dates.

// cellPlace takes the capitalised words at item x of a cell as a place that no list knows: "Five Hills, Mongolia".
func (s *sentence) cellPlace(x int) ([]placeRef, int) {
	y := x
	for y < len(s.items) && (s.items[y].cap && s.items[y].k != iEnt && s.items[y].k != iDate || y > x && y+1 < len(s.items) && s.items[y+1].cap && (s.items[y].low == "of" || s.items[y].joined || contains(placeParticles, s.items[y].low))) {
		y++
	}
	if y == x || y-x > 5 || s.items[x].k == iNum && y == x+1 || s.toks[s.items[x].i].acronym() && y == x+1 {
		return nil, x
	}
	name := tidy(s.text(s.items[x].a, s.items[y-1].b))
	en := graph.Entity{ID: graph.NewID(graph.Place, name), Label: graph.Place, Name: name}
	ref := s.containing(placeRef{id: en.ID, entity: &en, a: s.items[x].a, b: s.items[y-1].b}, y)
	return []placeRef{ref}, max(y, s.endOf([]placeRef{ref}, x))
}

// cellParties are the parties of a cell, which may stand after or between other words; the item is 0 where there are none.
func (s *sentence) cellParties() (list partyList, y int) {
	for x := 0; x < len(s.items); x++ {
		if s.items[x].punct("(") { // a remark
			for x+1 < len(s.items) && !s.items[x].punct(")") {
				x++
			}
			continue
		}
		if s.items[x].is(cNeg) || s.items[x].value(cPrep) == "except" {
			break
		}
		if more, z := s.parties(x, false); z > x {
			if y == 0 {
				list = more
			} else {
				list = joinLists(list, more)
			}
			y, x = z, z-1
		}
	}
	return list, y
}

// hostedBy reports whether the party is known to host the event.
func (e *event) hostedBy(id string) bool {
	return slices.ContainsFunc(e.args, func(a arg) bool { return a.rel == graph.Hosted && a.party == id && a.polarity != graph.Negated })
}

// cellDate is the date of a cell, resolved.
func (s *sentence) cellDate(cell *sentence) *dateSpan {
	for x := range cell.items {
		if it := &cell.items[x]; it.k == iDate {
			d := it.date
			s.st.cal.resolve(&d, s.ordinal, false)
			if d.edtf != "" {
				return &d
			}
		}
	}
	return nil
}

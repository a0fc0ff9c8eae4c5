package extract

import (
	"strings"

	"concord/graph"
)

// locations writes what places lie in that the text names with their country or province, in whatever
// role they stand: "with its seat in Arusha, Tanzania", "Signed: Pretoria, South Africa, 30 July 2002".
func (s *sentence) locations() {
	for x := 0; x+2 < len(s.items); x++ {
		it, next := &s.items[x], &s.items[x+2]
		if it.label() != graph.Place || !s.items[x+1].punct(",") || next.poss || next.joined {
			continue
		}
		within := next.country() && next.byName() && s.st.inCountry(it.ent.Entity.ID, next.ent.Entity.ID) ||
			next.label() == graph.Place && it.ent.Parent == next.ent.Entity.ID
		if within {
			s.st.out.place(s, placeRef{id: it.ent.Entity.ID, within: next.ent.Entity.ID, withinA: it.a, withinB: next.b})
		}
	}
	s.datedFrom()
}

// datedFrom reads the place and country a text is dated from, where the gazetteer doesn't know the place:
// "ALULA, Saudi Arabia, 6 January 2021".
func (s *sentence) datedFrom() {
	x := 0
	for x < len(s.items) && x < 3 && s.items[x].k == iWord && s.items[x].cap {
		x++
	}
	if x == 0 || x+3 >= len(s.items) || !s.items[x].punct(",") || !s.items[x+1].country() || !s.items[x+1].byName() || s.items[x+1].poss || !s.items[x+2].punct(",") || s.items[x+3].k != iDate {
		return
	}
	name := tidy(s.text(s.items[0].a, s.items[x-1].b))
	if name == strings.ToUpper(name) {
		name = titled(name)
	}
	e := graph.Entity{ID: graph.NewID(graph.Place, name), Label: graph.Place, Name: name}
	c := &s.items[x+1]
	s.st.out.place(s, placeRef{id: e.ID, entity: &e, within: c.ent.Entity.ID, withinA: s.items[0].a, withinB: c.b})
}

// titled is a name in capitals as it is written elsewhere: "PORT MORESBY" is "Port Moresby".
func titled(name string) string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		words[i] = capitalize(w)
	}
	return strings.Join(words, " ")
}

package extract

import (
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// placeRef is a place as a sentence names it; entity is set where the gazetteer doesn't
// know it, and within is what the sentence says it lies in.
type placeRef struct {
	id      string
	entity  *graph.Entity
	within  string
	withinA int
	withinB int
	a, b    int
}

// places reads a list of places at item x: "Guangzhou, China, and Chiang Mai, Thailand".
func (s *sentence) places(x int, prep string) ([]placeRef, int) {
	var list []placeRef
	y := x
	for {
		p, z := s.place(y, prep)
		if z == y {
			break
		}
		list = append(list, p)
		y = z
		next := z
		comma := false
		if next < len(s.items) && s.items[next].punct(",") {
			next++
			comma = true
		}
		conj := next < len(s.items) && s.items[next].value(cConj) == "and"
		if conj {
			next++
			if next < len(s.items) && (s.items[next].value(cPrep) == "in" || s.items[next].value(cPrep) == "at" || s.items[next].value(cPrep) == "off") {
				next++
			}
		}
		if !comma && !conj || next >= len(s.items) || s.leading(x) && !conj {
			break
		}
		if s.items[next].country() && (s.subjectStarts(next) || !s.items[next].byName()) {
			break
		}
		if q, end := s.place(next, prep); end == next || q.entity != nil && !conj && !s.placesGoOn(end) {
			break
		}
		y = next
	}
	if len(list) == 0 {
		return nil, x
	}
	end := y
	if n := len(s.items); end > n {
		end = n
	}
	return list, s.endOf(list, x)
}

// endOf is the item after the last place of a list.
func (s *sentence) endOf(list []placeRef, x int) int {
	last := list[len(list)-1]
	end := max(last.b, last.withinB)
	y := x
	for y < len(s.items) && s.items[y].b <= end {
		y++
	}
	return y
}

// subjectStarts reports whether a verb follows the list of parties at item x, so that they are a subject.
func (s *sentence) subjectStarts(x int) bool {
	_, y := s.parties(x, false)
	for y < len(s.items) && s.items[y].is(cAdv) {
		y++
	}
	return y < len(s.items) && (s.items[y].verb() != nil && s.items[y].verb().form&fIng == 0 || s.items[y].is(cAux) || s.items[y].is(cModal))
}

// place reads one place, with what it lies in.
func (s *sentence) place(x int, prep string) (placeRef, int) {
	y := x
	for y < len(s.items) && (s.items[y].is(cDet) || s.items[y].k != iEnt && isDirection(s.items[y].low) && y+1 < len(s.items) && s.items[y+1].k == iEnt) {
		y++
	}
	for y < len(s.items) && y < x+5 && (s.items[y].low == "city" || s.items[y].low == "town" || s.items[y].low == "port" || s.items[y].low == "capital" || s.items[y].low == "port city" || s.items[y].low == "waters" || s.items[y].low == "coast" || s.items[y].low == "province" || s.items[y].low == "island") && y+1 < len(s.items) && (s.items[y+1].value(cPrep) == "of" || s.items[y+1].value(cPrep) == "off" || s.items[y+1].k == iEnt) {
		y++
		if s.items[y].is(cPrep) {
			y++
		}
		for y < len(s.items) && s.items[y].is(cDet) {
			y++
		}
	}
	if y >= len(s.items) {
		return placeRef{}, x
	}
	it := &s.items[y]
	ref := placeRef{a: it.a, b: it.b}
	switch {
	case it.k == iEnt && it.label() == graph.Place && s.longerPlace(y):
		name := s.text(it.a, s.items[y+1].b)
		e := graph.Entity{ID: graph.NewID(graph.Place, name), Label: graph.Place, Name: name}
		ref.id, ref.entity, ref.b = e.ID, &e, s.items[y+1].b
		y += 2
	case it.k == iEnt && it.label() == graph.Place:
		ref.id = it.ent.Entity.ID
		y = s.skipGeographic(y + 1)
	case it.country():
		return s.countryPlace(y, x, prep)
	case (it.k == iWord || it.k == iNum && !it.num.digits && y+1 < len(s.items) && s.items[y+1].k == iWord && s.items[y+1].cap) && it.cap && (prep == "in" || prep == "at" || prep == "off"):
		return s.unknownPlace(y, x, prep)
	default:
		return placeRef{}, x
	}
	return s.containing(ref, y), max(y, s.endOf([]placeRef{s.containing(ref, y)}, x))
}

// longerPlace reports whether a capitalised noun after the place at item y makes it the name of another:
// "Victoria Falls".
func (s *sentence) longerPlace(y int) bool {
	return y+1 < len(s.items) && s.items[y+1].cap && !s.items[y+1].joined && contains(" falls bay beach island islands springs town point lake river hills heights park roads creek valley ", s.items[y+1].low)
}

func isDirection(w string) bool {
	switch w {
	case "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "northeastern", "northwestern", "southeastern", "southwestern", "nearby", "peninsular", "mainland", "metropolitan", "coastal", "upper", "lower":
		return true
	}
	return false
}

// skipGeographic passes "province", "city" and the like after a place's name.
func (s *sentence) skipGeographic(y int) int {
	for y < len(s.items) && s.items[y].value(cNoun) == "place" && s.items[y].verb() == nil && !s.items[y].is(cPrep) {
		y++
	}
	return y
}

// countryPlace reads a country as a place, or its waters.
func (s *sentence) countryPlace(y, x int, prep string) (placeRef, int) {
	it := &s.items[y]
	ref := placeRef{id: it.ent.Entity.ID, a: it.a, b: it.b}
	z := y + 1
	if z < len(s.items) && (s.items[z].low == "territorial" || s.items[z].low == "coastal") {
		z++
	}
	if z < len(s.items) && s.items[z].low == "waters" {
		name := s.text(it.a, s.items[z].b)
		if it.byName() {
			name = it.ent.Entity.Name + " waters"
		}
		e := graph.Entity{ID: graph.NewID(graph.Place, tidy(name)), Label: graph.Place, Name: tidy(name), Properties: map[string]any{"kind": "waters"}}
		return placeRef{id: e.ID, entity: &e, within: it.ent.Entity.ID, withinA: it.a, withinB: s.items[z].b, a: it.a, b: s.items[z].b}, z + 1
	}
	if it.byName() && !it.poss && !s.modifies(y) && prep != "to" && prep != "from" && prep != "on" && prep != "during" {
		return ref, y + 1
	}
	if !it.poss && it.byName() || z >= len(s.items) || prep == "to" || prep == "from" || prep == "on" || prep == "during" {
		return placeRef{}, x
	}
	// "the Indian state of Rajasthan", "China's Yunnan Province", "Russia's Chelyabinsk region".
	for k := z; k < len(s.items) && k < z+5; k++ {
		n := &s.items[k]
		switch {
		case n.k == iEnt && n.label() == graph.Place:
			end := s.skipGeographic(k + 1)
			return placeRef{id: n.ent.Entity.ID, within: it.ent.Entity.ID, withinA: it.a, withinB: n.b, a: it.a, b: n.b}, end
		case n.is(cPrep) && n.low != "of" || n.k == iPunct || n.verb() != nil || n.is(cForce) || n.k == iEnt || n.is(cEvent):
			return placeRef{}, x
		}
	}
	return placeRef{}, x
}

// unknownPlace takes capitalised words that no list knows as a place, where a country follows ("Belgaum, India").
func (s *sentence) unknownPlace(y, x int, prep string) (placeRef, int) {
	z := y
	if s.items[z].k == iNum {
		z++ // "Five Hills"
	}
	if s.baseName(z) {
		z += 2
	}
	for z < len(s.items) && z < y+4 && s.items[z].cap && (s.items[z].k == iWord || s.items[z].k == iLex && s.items[z].verb() == nil && s.items[z].eventNoun() == nil) {
		z++
	}
	if z > y && z+1 < len(s.items) && contains(placeParticles, s.items[z].low) && s.items[z+1].cap && s.items[z+1].k != iDate {
		z += 2 // "San Carlos de Bariloche"
	}
	z = s.skipGeographicCap(z)
	if s.toks[s.items[y].i].acronym() {
		return placeRef{}, x
	}
	name := tidy(s.text(s.items[y].a, s.items[z-1].b))
	e := graph.Entity{ID: graph.NewID(graph.Place, name), Label: graph.Place, Name: name}
	ref := s.containing(placeRef{id: e.ID, entity: &e, a: s.items[y].a, b: s.items[z-1].b}, z)
	if ref.within == "" && !s.items[z-1].is(cNoun) && !s.baseName(y) && !(z > y && s.afterHeld(x) && s.placeEnds(z)) {
		return placeRef{}, x
	}
	return ref, max(z, s.endOf([]placeRef{ref}, x))
}

// placeParticles stand in lower case within the names of places.
const placeParticles = " de del da do dos das du la el al "

func (s *sentence) skipGeographicCap(z int) int {
	for z < len(s.items) && s.items[z].value(cNoun) == "place" && s.items[z].cap {
		z++
	}
	return z
}

// afterHeld reports whether the phrase before the preposition at item x-1 is a verb of holding, a date or an event.
func (s *sentence) afterHeld(x int) bool {
	for k := len(s.ph) - 1; k >= 0; k-- {
		switch p := &s.ph[k]; p.k {
		case pVerb:
			return p.verb.class == "hold" || p.verb.class == "occur" || p.verb.class == "host" || p.verb.class == "train"
		case pDate, pEvent:
			continue
		default:
			return false
		}
	}
	return false
}

// containing reads ", China" or "(China)" or "province, China" after a place.
func (s *sentence) containing(ref placeRef, y int) placeRef {
	if y+1 >= len(s.items) || !s.items[y].punct(",") && !s.items[y].punct("(") && s.items[y].value(cPrep) != "in" && s.items[y].value(cPrep) != "of" {
		return ref
	}
	z := y + 1
	for z < len(s.items) && (s.items[z].is(cDet) || s.items[z].k != iEnt && isDirection(s.items[z].low)) {
		z++
	}
	if z >= len(s.items) {
		return ref
	}
	next := &s.items[z]
	known := false
	switch {
	case next.country() && ref.entity == nil && s.st.placeKnown(ref.id) && !s.st.inCountry(ref.id, next.ent.Entity.ID):
		return ref
	case next.country() && next.byName() && !next.poss && !next.joined:
		known = s.st.inCountry(ref.id, next.ent.Entity.ID)
		if !known && s.items[y].punct(",") && s.subjectStarts(z) {
			return ref
		}
	case next.k == iEnt && next.label() == graph.Place && next.form != "capital" && s.items[y].punct(","):
		entry, ok := s.st.gaz.Entry(ref.id)
		if ok && entry.Parent != next.ent.Entity.ID && (z > y+1 || !s.areaOf(entry, next.ent) || z+1 < len(s.items) && (s.items[z+1].is(cNoun) || s.items[z+1].is(cConj))) {
			return ref
		}
		if !ok && next.ent.Kind == "city" {
			return ref
		}
	default:
		return ref
	}
	if s.items[y].is(cPrep) && !known {
		return ref
	}
	ref.within, ref.withinA, ref.withinB = next.ent.Entity.ID, ref.a, next.b
	if s.items[y].punct("(") && z+1 < len(s.items) && s.items[z+1].punct(")") {
		ref.withinB = s.items[z+1].b
	}
	return ref
}

// placeKnown reports whether the gazetteer knows the place.
func (st *state) placeKnown(id string) bool {
	_, ok := st.gaz.Entry(id)
	return ok
}

// inCountry reports whether what the gazetteer knows of a place puts it in the country.
func (st *state) inCountry(id, country string) bool {
	for range 5 {
		e, ok := st.gaz.Entry(id)
		if !ok {
			return false
		}
		if e.Country == country || e.Parent == country || e.Metonym == country {
			return true
		}
		id = e.Parent
	}
	return false
}

// placeEnds reports whether a place's name can end before item z.
func (s *sentence) placeEnds(z int) bool {
	return z >= len(s.items) || s.items[z].k == iPunct || s.items[z].is(cPrep) || s.items[z].is(cConj) || s.items[z].k == iDate || s.items[z].is(cRel) || s.items[z].value(cNoun) == "place"
}

// heldCloser reports whether the event is known to have been held at a place within the country.
func (e *event) heldCloser(id string) bool {
	if label, _ := graph.LabelOf(id); label != graph.Country {
		return false
	}
	for _, a := range e.args {
		if a.rel == graph.HeldIn && a.object != id && a.polarity == graph.Affirmed && e.s.st.inCountry(a.object, id) {
			return true
		}
	}
	return false
}

// placesGoOn reports whether a list of unknown places that stands before item z ends in "and Name".
func (s *sentence) placesGoOn(z int) bool {
	for ; z+1 < len(s.items); z++ {
		switch it := &s.items[z]; {
		case it.value(cConj) == "and":
			return s.items[z+1].cap
		case !it.cap && !it.punct(","):
			return false
		}
	}
	return false
}

// outOfAll reports whether the place at phrase i is that of a comparison: "the largest in Europe".
func (s *sentence) outOfAll(i int) bool {
	if i == 0 || s.ph[i].prep != "in" || s.ph[i-1].k != pOther {
		return false
	}
	for x := s.ph[i-1].x; x < s.ph[i-1].y; x++ {
		if w := s.items[x].low; len(w) > 5 && strings.HasSuffix(w, "est") || w == "most" || w == "only" {
			return true
		}
	}
	return false
}

// placedWithin reports whether the event is known to have been held at a place that may lie in the country.
func (s *sentence) placedWithin(e *event, country string) bool {
	for _, a := range e.args {
		if a.rel != graph.HeldIn {
			continue
		}
		if label, _ := graph.LabelOf(a.object); label == graph.Country {
			continue
		}
		entry, ok := s.st.gaz.Entry(a.object)
		if !ok || entry.Country == "" && entry.Parent == "" && entry.Metonym == "" || s.st.inCountry(a.object, country) {
			return true
		}
	}
	return false
}

// areaOf reports whether a city may lie in an area that is named behind it: both are of one country.
func (s *sentence) areaOf(city, area *gazetteer.Entry) bool {
	if city.Kind != "city" || area.Kind != "province" && area.Kind != "region" && area.Kind != "state" {
		return false
	}
	for _, country := range []string{city.Country, city.Parent, city.Metonym} {
		if country != "" && s.st.inCountry(area.Entity.ID, country) {
			return true
		}
	}
	return false
}

// baseName reports whether item z is the first word of a base's name, and a place's name the second: "Fort Wainwright".
func (s *sentence) baseName(z int) bool {
	return z+1 < len(s.items) && contains(" fort camp raf cfb base barracks ", s.items[z].low) && s.items[z].cap && s.items[z+1].k == iEnt && s.items[z+1].label() == graph.Place
}

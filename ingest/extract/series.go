package extract

import (
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// seriesHere reports whether a series' name at item h stands for an exercise: not inside a longer name.
func (s *sentence) seriesHere(h int) bool {
	it := &s.items[h]
	if it.label() == graph.Mission { // of the same name
		if end, _ := s.edition(h+1, it.b); end == h+1 {
			return false
		}
	}
	return !(h > 0 && (s.items[h-1].joined && s.items[h-1].cap || s.items[h-1].is(cShip))) && s.items[h].cap
}

// seriesPhrase is a phrase around the name of a known series: "Cobra Gold 2018", "the exercise RIMPAC".
func (s *sentence) seriesPhrase(h, floor int) nounPhrase {
	it := &s.items[h]
	np := nounPhrase{x: h, head: -1, y: h + 1, label: graph.Exercise, kind: "exercise", nameA: it.a, nameB: it.b}
	np.series = strings.Join(strings.Fields(s.text(it.a, it.b)), " ")
	if d := it.value(cSeries); d != "-" {
		np.domains = strings.Split(d, ",")
	}
	np.y, np.nameB = s.edition(h+1, it.b)
	np.name = s.text(np.nameA, np.nameB)
	if np.y < len(s.items) && s.items[np.y].k == iPunct && s.items[np.y].low == "\"" {
		np.y++
	}
	// An event noun after the name heads the phrase, with what stands between.
	for z := np.y; z < len(s.items) && z < np.y+6; z++ {
		n := &s.items[z]
		if e := n.eventNoun(); e != nil && e.label == "Exercise" {
			if s.headGoesOn(z) {
				continue
			}
			np.head, np.kind, np.plural = z, e.value, e.plural
			s.modifiers(&np, np.y, z)
			np.y = z + 1
			break
		}
		if !(n.is(cDomain) || n.is(cMod) || n.is(cTopic) || n.is(cForce) || n.k == iWord && !n.is(cVerb) && !n.is(cPrep) && !n.is(cConj)) || n.verb() != nil {
			break
		}
	}
	s.leftOf(&np, floor)
	return np
}

// edition reads the year or number after a series' name: "2010", "-18", "’07", "18/1", "II".
func (s *sentence) edition(y, b int) (end, nameEnd int) {
	if y >= len(s.items) {
		return y, b
	}
	it := &s.items[y]
	switch {
	case it.k == iDate && it.date.lo.m == 0 && it.date.lo.y > 0 && it.date.hi.y == 0 && it.j == it.i+1:
		return y + 1, it.b
	case it.k == iNum && it.num.digits && it.num.value < 2100 && (it.joined || it.b-it.a == 2 || it.b-it.a == 1 && !s.countsNext(y) || it.b-it.a == 4 && it.num.value > 1900):
		if y+2 < len(s.items) && s.items[y+1].punct("/") && s.items[y+2].k == iNum && !s.toks[s.items[y+2].i].spaced {
			return y + 3, s.items[y+2].b
		}
		if y+1 < len(s.items) && s.items[y+1].joined && s.items[y+1].k == iNum {
			return y + 2, s.items[y+1].b
		}
		if y+1 < len(s.items) && hasUnit(&s.items[y+1], "countries") {
			return y, b
		}
		return y + 1, it.b
	case it.punct("-") && y+1 < len(s.items) && isRoman(s.text(s.items[y+1].a, s.items[y+1].b)):
		return y + 2, s.items[y+1].b
	case it.k == iPunct && it.low == "'" && y+1 < len(s.items) && s.items[y+1].k == iNum:
		return y + 2, s.items[y+1].b
	case it.k == iWord && isRoman(s.text(it.a, it.b)):
		return y + 1, it.b
	}
	return y, b
}

// isRoman reports whether a word is a Roman numeral of an edition, up to CXX.
func isRoman(w string) bool { return romanValue(w) > 1 }

// romanValue is the number that a Roman numeral in capitals stands for, or 0.
func romanValue(w string) int {
	if w == "" || len(w) > 8 || strings.Trim(w, "IVXLC") != "" || w == "C" || w == "L" {
		return 0
	}
	digit := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}
	n := 0
	for k := range len(w) {
		d := digit[w[k]]
		if k+1 < len(w) && d < digit[w[k+1]] {
			d = -d
		}
		n += d
	}
	if n < 1 || n > 120 || roman(n) != w {
		return 0
	}
	return n
}

// roman is a number below 400 as a Roman numeral.
func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

// notNames are words that numbers follow, but not as those of an exercise's edition.
const notNames = " article resolution chapter protocol annex section phase part no group level force task question option type mark area day council brigade division stage figure table document declaration treaty agreement report plan strategy paper law code forum conference summit "

// editionAt finds a name that no list knows but that is one by its form, "Vostok-2018"
// or "Sea Breeze 2021", where the sentence speaks of an exercise. It returns its end, or h.
func (s *sentence) editionAt(h int) int {
	if !s.items[h].cap || s.items[h].joined && h > 0 {
		return h
	}
	y := h
	for y < len(s.items) && y < h+4 && s.items[y].cap && (s.items[y].k == iWord || y > h && s.items[y].k == iLex && s.items[y].eventNoun() == nil) {
		y++
	}
	end, b := s.edition(y, 0)
	if y == h+1 && y < len(s.items) && s.items[y].joined && s.items[h].b-s.items[h].a <= 3 {
		return h // an aircraft or a weapon: "F-16", "Tu-160"
	}
	if end == y || b == 0 || !s.items[y].joined && (s.items[y].k == iNum && s.countsNext(y) || contains(notNames, s.items[y-1].low)) || s.items[y].k == iWord {
		return h
	}
	if s.items[y].k == iDate && !s.items[y].joined && y == h+1 && h == 0 && !(end < len(s.items) && s.heldNext(end)) {
		return h
	}
	if s.cellular {
		return end
	}
	if h == 0 && end < len(s.items) && s.items[end].verb() != nil && contains(" involve bring hold occur ", s.items[end].value(cVerb)) && s.tellsForces() {
		return end
	}
	if h == 0 && end < len(s.items) && s.heldNext(end) && s.st.last[graph.Exercise] != nil && s.ordinal-s.st.last[graph.Exercise].seen <= 2 {
		return end
	}
	if h > 0 && s.items[y].k == iDate && contains(" in at for to ", s.items[h-1].low) && s.takesPartBefore(h) && s.st.speaksOfExercises() {
		return end
	}
	if h > 0 && y > h+1 && s.items[h-1].verb() != nil && contains(" host hold join cohost organize ", s.items[h-1].value(cVerb)) && s.st.speaksOfExercises() {
		return end
	}
	for x := range s.items {
		if e := s.items[x].eventNoun(); e != nil && e.label == "Exercise" && (e.strong || s.items[x].is(cEvent)) {
			return end
		}
	}
	return h
}

func (s *sentence) editionPhrase(h int) nounPhrase {
	np := nounPhrase{x: h, head: -1, y: s.editionAt(h), label: graph.Exercise, kind: "exercise", nameA: s.items[h].a}
	np.nameB = s.items[np.y-1].b
	np.name = s.text(np.nameA, np.nameB)
	for z := np.y; z < len(s.items) && z < np.y+5; z++ {
		if e := s.items[z].eventNoun(); e != nil && e.label == "Exercise" && !s.headGoesOn(z) {
			np.head, np.kind, np.plural = z, e.value, e.plural
			s.modifiers(&np, np.y, z)
			np.y = z + 1
			break
		} else if e == nil && !s.modifier(z) {
			break
		}
	}
	s.pairBefore(&np, 0)
	s.leftOf(&np, 0)
	return np
}

// takesPartBefore reports whether a verb of taking part stands before item h, after a country.
func (s *sentence) takesPartBefore(h int) bool {
	verb := false
	for x := h - 1; x >= 0; x-- {
		if v := s.items[x].verb(); v != nil && contains(" join train observe ", v.value) {
			verb = true
		}
		if verb && s.items[x].country() {
			return true
		}
	}
	return false
}

// tellsForces reports whether the sentence names forces and the countries they are of.
func (s *sentence) tellsForces() bool {
	force, country := false, false
	for x := range s.items {
		force = force || s.items[x].is(cForce) || s.items[x].form == gazetteer.Force
		country = country || s.items[x].country()
	}
	return force && country
}

// nameOfExercise reports whether a quoted name stands without a head of its own, but
// after a word that says what it is ("codenamed").
func (s *sentence) nameOfExercise(h int) bool {
	it := &s.items[h]
	if h+1 < len(s.items) && s.items[h+1].eventNoun() != nil || h > 0 && s.items[h-1].eventNoun() != nil {
		return false
	}
	if len(s.st.byName[nameKey(graph.Exercise, it.low)]) > 0 {
		return true
	}
	found, end := s.st.lex.match(s.toks, it.i+1)
	if end > it.i+1 && found[0].class == cSeries {
		return true
	}
	last := s.toks[it.j-2]
	return s.st.speaksOfExercises() && it.j-it.i > 3 && (isRoman(last.text) || last.kind == tNumber)
}

// speaksOfExercises reports whether the document has told of an exercise before.
func (st *state) speaksOfExercises() bool {
	return st.exercises
}

func (s *sentence) namedAlone(h int) nounPhrase {
	it := &s.items[h]
	np := nounPhrase{x: h, head: -1, y: h + 1, label: graph.Exercise, kind: "exercise", nameA: it.a, nameB: it.b, name: it.low}
	for y := h + 1; y < len(s.items) && y < h+6; y++ {
		if e := s.items[y].eventNoun(); e != nil && e.label == "Exercise" && !s.headGoesOn(y) {
			np.head, np.kind = y, e.value
			s.modifiers(&np, h+1, y)
			np.y = y + 1
			break
		} else if e == nil && !s.modifier(y) {
			break
		}
	}
	name := np.name
	s.leftOf(&np, 0)
	np.name = name
	return np
}

// countsNext reports whether the number at item y counts what follows it.
func (s *sentence) countsNext(y int) bool {
	return y+1 < len(s.items) && (s.items[y+1].k == iWord && !s.items[y+1].cap || s.items[y+1].is(cUnit) || s.items[y+1].is(cNoun) || s.items[y+1].is(cForce) || s.items[y+1].k == iDate)
}

// heldNext reports whether "is being held", "took place" or the like follows at item x.
func (s *sentence) heldNext(x int) bool {
	v, y := s.verbGroup(x)
	return y > x && (v.class == "occur" || v.class == "hold" && (v.passive || v.low != "held"))
}

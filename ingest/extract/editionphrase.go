package extract

import (
	"strings"

	"concord/graph"
)

// Noun phrases that count the editions of an exercise: "the 12th edition of", "the second".

// toldName is the end of the name at item h by which the text has called an exercise before, where no noun says again
// that it is one: "The Longreach drill was held in Peru. Longreach involves…". Without one it is h.
func (s *sentence) toldName(h int) int {
	it := &s.items[h]
	if !it.cap || it.k != iWord && it.k != iLex && it.k != iDecoy || it.eventNoun() != nil || !s.st.editions.starts[firstWord(it.low)] || s.withinName(h) {
		return h
	}
	for y := min(h+4, len(s.items)); y > h; y-- {
		last := &s.items[y-1]
		if !last.cap || last.k == iPunct || last.k == iDate || last.k == iEnt || y < len(s.items) && s.nameGoesOn(y) {
			continue
		}
		if told := s.st.editions.byRoot[graph.Slug(s.text(it.a, last.b))]; len(told) == 0 || told[0].s == s {
			continue
		}
		if end, _ := s.edition(y, 0); y > h+1 || h > 0 || end > y || s.verbOrMark(y) {
			return y
		}
	}
	return h
}

// verbOrMark reports whether a verb or a punctuation mark stands at item y.
func (s *sentence) verbOrMark(y int) bool {
	if y >= len(s.items) {
		return false
	}
	it := &s.items[y]
	return it.verb() != nil || it.is(cAux) || it.is(cModal) || it.k == iPunct
}

// withinName reports whether capitals before item h make it part of a longer name: "INS Shakti", "the Order of Friendship".
func (s *sentence) withinName(h int) bool {
	if h == 0 || s.items[h].joined {
		return h > 0
	}
	prev := &s.items[h-1]
	if prev.low == "of" && h > 1 {
		prev = &s.items[h-2]
		return prev.cap && prev.k != iEnt && h > 2
	}
	return prev.cap && h > 1 && prev.k != iEnt && !prev.is(cPrep) || prev.is(cShip)
}

// nameGoesOn reports whether the capitals of a name go on at item y.
func (s *sentence) nameGoesOn(y int) bool {
	it := &s.items[y]
	if it.eventNoun() != nil && it.eventNoun().label == string(graph.Exercise) {
		return true // the phrase that it heads has the name
	}
	end, _ := s.edition(y, 0)
	return end == y && it.cap && it.k != iDate && it.k != iNum && !it.is(cPrep)
}

func (s *sentence) againPhrase(h, floor int) nounPhrase {
	np := nounPhrase{x: h, head: -1, y: s.toldName(h), label: graph.Exercise, kind: "exercise", nameA: s.items[h].a}
	np.y, np.nameB = s.edition(np.y, s.items[np.y-1].b)
	np.name = s.text(np.nameA, np.nameB)
	s.leftOf(&np, floor)
	return np
}

// oneOf reports whether the phrase is what an event is said to be one of: "one of the largest drills in Asia".
func (s *sentence) oneOf(np *nounPhrase, floor int) bool {
	if !np.plural || np.name != "" {
		return false
	}
	for x := np.x; x > floor && x > np.x-8; x-- {
		if it := &s.items[x]; it.low == "of" {
			return s.items[x-1].low == "one"
		} else if it.k == iPunct || it.verb() != nil {
			return false
		}
	}
	return false
}

// editionNouns name one holding of an exercise.
const editionNouns = " edition iteration running instalment installment "

// editionOf makes "the 12th edition of" a part of the exercise's phrase that follows it.
func (s *sentence) editionOf(np *nounPhrase, floor int) {
	x := np.x - 2
	if np.label != graph.Exercise || x < floor || s.items[x+1].low != "of" || !contains(editionNouns, s.items[x].low) || np.plural && (np.det != "the" || np.count > 0) {
		return
	}
	np.edition, np.plural = true, false
	y := x
	for x > floor && s.modifier(x-1) && s.items[x-1].k != iEnt {
		x--
	}
	s.modifiers(np, x, y)
	np.x, np.det = x, ""
	s.leftOf(np, np.x-min(1, np.x-floor))
}

// eventSoon reports whether an exercise is named or described in the words from item y.
func (s *sentence) eventSoon(y int) bool {
	for ; y < len(s.items); y++ {
		it := &s.items[y]
		if it.is(cSeries) && it.cap || it.k == iName || s.editionAt(y) > y {
			return true
		}
		if e := it.eventNoun(); e != nil {
			return e.label == string(graph.Exercise) && !contains(editionNouns, it.low)
		}
		if it.verb() != nil && !it.cap && it.verb().form&fParticiple == 0 || it.k == iPunct || it.is(cRel) || it.low == "kind" {
			return false
		}
	}
	return false
}

// ordinalAlone reports whether "The second" starts the sentence and stands for an edition of the series
// told of: a verb or an aside follows.
func (s *sentence) ordinalAlone(h int) bool {
	if h > 1 || h == 1 && s.items[0].value(cDet) != "the" || h == 0 && s.items[0].cap || h+1 >= len(s.items) || s.heading {
		return false
	}
	e := s.st.last[graph.Exercise]
	if e == nil || e.root() == "" || e.section != s.section || s.ordinal-e.seen > 6 || s.st.lastAny != e && s.st.lastAny != nil && s.st.lastAny.label != graph.Exercise {
		return false
	}
	next := &s.items[h+1]
	return next.punct(",") || next.is(cAux) || next.verb() != nil && next.verb().form&fPast != 0
}

// anotherOne is the exercise or meeting of which "the previous one" at item h is another holding, or nil.
func (s *sentence) anotherOne(h int) *event {
	e := s.st.lastAny
	if h < 2 || h+1 >= len(s.items) || e == nil || e.section != s.section || s.ordinal-e.seen > 2 || participation(e.label) == "" || e.label == graph.Exchange {
		return nil
	}
	word, next := &s.items[h-1], &s.items[h+1]
	if h > 2 && s.items[h-3].k != iPunct && !s.items[h-3].is(cConj) {
		return nil // "larger than the previous one", "was the first one"
	}
	if s.items[h-2].value(cDet) != "the" || word.k != iOrd && !contains(otherEditions+"last latest ", word.low) {
		return nil
	}
	if next.verb() == nil && !next.is(cAux) && !next.is(cModal) && next.k != iPunct && !contains(" in at on ", next.low) {
		return nil
	}
	return e
}

func (s *sentence) onePhrase(h int) nounPhrase {
	e := s.anotherOne(h)
	np := nounPhrase{x: h - 2, head: -1, y: h + 1, label: e.label, kind: e.kind, nameA: s.items[h].a, nameB: s.items[h].b, ordinal: s.items[h-1].ord, det: "a"}
	if e.label == graph.Exercise {
		np.name, np.series = e.root(), e.series
	} else {
		np.like = e
	}
	return np
}

func (s *sentence) nthEdition(h int) nounPhrase {
	e := s.st.last[graph.Exercise]
	return nounPhrase{x: 0, head: -1, y: h + 1, label: graph.Exercise, kind: e.kind, name: e.root(), series: e.series, nameA: s.items[h].a, nameB: s.items[h].b, ordinal: s.items[h].ord, det: "the"}
}

// ordinalGap reports whether "the second" at item h is an edition of the exercise counted before it, whose verb it
// shares: "the first was held in 2004, the second in 2007".
func (s *sentence) ordinalGap(h int, found []nounPhrase) bool {
	if len(found) == 0 || h < 2 || h+2 >= len(s.items) || s.items[h-1].value(cDet) != "the" || !s.items[h-2].punct(",") && !s.items[h-2].punct(";") && s.items[h-2].value(cConj) != "and" {
		return false
	}
	p := &found[len(found)-1]
	return p.label == graph.Exercise && p.ordinal > 0 && p.ordinal < s.items[h].ord && !p.plural && contains(" in at off on from ", s.items[h+1].value(cPrep))
}

func (s *sentence) gapEdition(h int, before *nounPhrase) nounPhrase {
	np := nounPhrase{
		x: h - 1, head: -1, y: h + 1, label: graph.Exercise, kind: before.kind, nameA: s.items[h].a, nameB: s.items[h].b,
		ordinal: s.items[h].ord, det: "the", series: before.series, name: before.series, gapped: true,
	}
	if e := s.st.last[graph.Exercise]; np.name == "" && before.name == "" && e != nil {
		np.name, np.series = e.root(), e.series
	} else if np.name == "" {
		np.name = (&event{name: before.name}).root()
	}
	return np
}

// numberedEdition is the edition told of before by a Roman numeral that is the phrase's ordinal: "UNITAS LXIV" is
// the sixty-fourth UNITAS.
func (s *sentence) numberedEdition(np *nounPhrase) *event {
	if np.label != graph.Exercise || np.ordinal == 0 {
		return nil
	}
	root := graph.Slug((&event{name: np.name, series: np.series}).root())
	for _, e := range s.st.events {
		words := strings.Fields(e.name)
		if n := len(words); e.label == np.label && n > 1 && romanValue(words[n-1]) == np.ordinal && graph.Slug(e.root()) == root {
			return e
		}
	}
	return nil
}

// namedBehind reports whether the phrase's name stands behind it, after whom it is between: "the seventh edition of the
// exercise between A and B, Exercise X-VII, was held".
func (s *sentence) namedBehind(np *nounPhrase) bool {
	for i := range s.ph {
		if s.ph[i].np != np {
			continue
		}
		comma := false
		for _, p := range s.ph[i+1:] {
			switch {
			case p.k == pParty && !comma:
			case p.k == pMark && p.word == "," && !comma:
				comma = true
			case p.k == pEvent && comma && p.prep == "":
				return p.np.label == np.label && p.np.name != ""
			default:
				return false
			}
		}
	}
	return false
}

// otherEditions tell a holding from the one that is told of.
const otherEditions = " previous earlier preceding former prior next upcoming "

// otherEdition reports whether the phrase means another edition than the one told of: "the previous edition".
func (s *sentence) otherEdition(np *nounPhrase) bool {
	for x := np.x; x < np.y; x++ {
		if contains(otherEditions, s.items[x].low) {
			return true
		}
	}
	return false
}

// headDescribes reports whether the event noun at item h only says what another noun is of: "the exercise area".
func (s *sentence) headDescribes(h int) bool {
	if h+1 < len(s.items) && contains(" node nodes centre centres center centers camp camps facility facilities base bases school schools complex institute academy mission wing squadron command team teams ", s.items[h+1].low) && s.items[h].cap == s.items[h+1].cap && strings.HasPrefix(s.items[h].low, "training") {
		return true // "the Foreign Training Node"
	}
	for x := h - 1; s.items[h].cap && x > 0 && x > h-9 && (s.items[x].cap || s.items[x].is(cConj) || contains(" for of in ", s.items[x].value(cPrep))); x-- {
		if contains(" institute academy centre center school college ", s.items[x].low) {
			return true // "the Institute for Peace Support and Leadership Training"
		}
	}
	return h+1 < len(s.items) && !s.items[h].cap && contains(" area areas ground grounds range ranges scenario scenarios director directors programme program calendar season planners control ", s.items[h+1].low)
}

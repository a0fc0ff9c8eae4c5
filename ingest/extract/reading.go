package extract

import (
	"strings"

	"concord/graph"
)

// Which reading a word has where it stands, noun or verb.

// disambiguate decides for words that are nouns and verbs which they are here.
func (s *sentence) disambiguate() {
	for x := range s.items {
		it := &s.items[x]
		if l := it.lexeme(cEvent); l != nil && l.short && !s.shortBeforeName(x) {
			it.k = iWord
			it.read(nil)
		}
		v := it.lexeme(cVerb)
		if v == nil {
			continue
		}
		it.noun = s.isNoun(x, v)
	}
}

// shortBeforeName reports whether the abbreviation at item x stands before a name, both in capitals: "Ex Desert Cyclone",
// but not "Ex-President" or "ex-Soviet".
func (s *sentence) shortBeforeName(x int) bool {
	y := x + 1
	if y < len(s.items) && s.items[y].punct(".") {
		y++
	}
	if !s.items[x].cap || y >= len(s.items) {
		return false
	}
	next := &s.items[y]
	if next.k == iName || next.is(cSeries) {
		return true
	}
	return next.cap && !next.is(cBody) && !next.country() && next.label() != graph.Organization
}

func (s *sentence) isNoun(x int, v *lexeme) bool {
	it := &s.items[x]
	var prev *item
	if x > 0 {
		prev = &s.items[x-1]
	}
	if it.joined && v.form&(fPast|fParticiple) == 0 || it.low == "acting" && x+1 < len(s.items) && s.items[x+1].is(cBody) {
		return true
	}
	if v.value == "occur" && it.j > it.i+1 {
		return false // "will next take place"
	}
	if prev != nil && (prev.is(cModal) || prev.low == "to" && !prev.is(cVerb)) && v.form&fBase != 0 {
		if x+1 == len(s.items) || !it.is(cEvent) {
			return false
		}
		next := &s.items[x+1]
		return next.is(cEvent) || prev.low == "to" && (next.k == iName || next.cap && !next.country()) // "to exercise Falcon"
	}
	if prev != nil && prev.value(cAux) == "be" && v.form&fIng != 0 {
		return false
	}
	if prev != nil && prev.punct(",") && it.low == "meeting" && it.j == it.i+1 && x+1 < len(s.items) && contains(" in at today here on within under ", s.items[x+1].low) {
		return false // "the ministers of A and B, meeting in C"
	}
	if it.is(cEvent) || it.is(cForce) || it.is(cRole) {
		return !(v.form&(fPast|fParticiple) != 0 && v.form&fBase == 0 && !it.is(cForce))
	}
	if prev == nil && v.form == fThird && x+1 < len(s.items) && s.items[x+1].is(cDet) && !it.is(cEvent) {
		return false // "Welcomes the signing of…", in a resolution
	}
	if prev == nil {
		return v.form&(fIng|fPast|fParticiple) == 0
	}
	if prev.k == iNum && v.form == fThird && x+1 < len(s.items) && s.items[x+1].is(cPrep) {
		return false // "a battalion of 870 serves with"
	}
	if contains(" support supply guard patrol escort ", it.low) && x+1 < len(s.items) && s.unitWord(x+1) && !prev.is(cAdv) && !prev.is(cConj) && !(prev.k == iEnt && prev.byName()) {
		return true // "a headquarters support company"
	}
	if prev.k == iNum && v.form&fBase != 0 && it.j == it.i+1 && x+1 < len(s.items) && contains(" in with as at under ", s.items[x+1].value(cPrep)) {
		return false // "843 serve in formed units"
	}
	if it.joined && prev.country() && v.form&fParticiple != 0 {
		return true // "the Ukrainian-led drill"
	}
	if it.joined && contains(" led commanded run backed ", it.low) && prev != nil && prev.k == iEnt && x+1 < len(s.items) && !s.items[x+1].is(cPrep) {
		return true // "the NATO-led force"
	}
	if prev != nil && prev.low == "that" && v.form&fBase != 0 && x > 1 && !it.is(cEvent) && (s.items[x-2].is(cNoun) || s.items[x-2].is(cUnit)) && isPlural(s.lastWord(x-2)) {
		return false // "countries that contribute to"
	}
	if v.form&fBase != 0 && v.form&fPast == 0 && x > 1 && (s.items[x-2].is(cPrep) || s.items[x-2].is(cDet)) && (prev.k == iWord || prev.k == iLex && !prev.is(cForce) && !prev.is(cUnit) && !prev.is(cMod) && !prev.is(cPrep) && !prev.is(cAdv)) && !isPlural(s.lastWord(x-1)) {
		return true // "in the defence field"
	}
	if it.low == "group" && prev != nil && !isPlural(s.lastWord(x-1)) {
		return true // "a battalion group"
	}
	if v.form == fThird && x+1 < len(s.items) && s.items[x+1].low == "of" && it.low == "numbers" {
		return true
	}
	if v.form&fBase != 0 && s.describesEvent(x) {
		return true
	}
	if it.cap && prev.country() && prev.byName() && v.form&fBase != 0 && !it.is(cMod) && s.titleCase() {
		return false // "Peru and Chile Conclude Bilateral Army Exercise"
	}
	nominalLeft := prev.is(cDet) && !s.relativeThat(x-1) || prev.is(cQuant) || prev.poss || prev.k == iNum || prev.k == iOrd || prev.is(cMod) || prev.k == iEnt && !prev.byName()
	switch {
	case v.form&(fPast|fParticiple) != 0:
		if it.is(cMod) {
			return x+1 < len(s.items) && (s.items[x+1].is(cEvent) || s.items[x+1].is(cDomain) || s.items[x+1].is(cMod) || s.items[x+1].is(cTopic) || s.items[x+1].is(cForce))
		}
		return v.form&fBase != 0 && nominalLeft
	case v.form&fIng != 0:
		return prev.is(cDet) || prev.k == iOrd || prev.is(cMod) || prev.poss
	}
	return nominalLeft || prev.is(cPrep) || it.cap && !prev.punct("\"")
}

// titleCase reports whether all longer words of the sentence begin with capitals, as in headlines.
func (s *sentence) titleCase() bool {
	n := 0
	for x := range s.items {
		if it := &s.items[x]; it.b-it.a > 4 && it.k != iNum && it.k != iDate && it.k != iPunct {
			if !it.cap {
				return false
			}
			n++
		}
	}
	return n > 3
}

// describesEvent reports whether the word at item x stands between an article and an event's noun with nothing between
// that could be a subject: "a joint medical rescue exercise".
func (s *sentence) describesEvent(x int) bool {
	if x+1 >= len(s.items) || !s.items[x+1].is(cEvent) || s.items[x+1].cap {
		return false
	}
	for y := x - 1; y >= 0 && y > x-5; y-- {
		it := &s.items[y]
		if it.is(cDet) {
			return it.value(cDet) == "a"
		}
		if it.low == "of" || s.aSeriesOf(y) {
			return y < x-1 // "a series of regional field training exercises"
		}
		if it.is(cNoun) || it.is(cBody) || strings.HasSuffix(it.low, "s") {
			return false
		}
		if it.k != iWord && it.k != iLex || it.is(cPrep) || it.is(cAux) || it.is(cModal) || it.is(cPron) || it.is(cConj) || it.verb() != nil || it.is(cRel) {
			return false
		}
	}
	return false
}

// aSeriesOf reports whether item x is "a series of".
func (s *sentence) aSeriesOf(x int) bool {
	it := &s.items[x]
	return it.is(cQuant) && it.j == it.i+3 && s.toks[it.i+1].is("series")
}

// relativeThat reports whether item x is the "that" of a relative clause: "an exercise that involves…".
func (s *sentence) relativeThat(x int) bool {
	if s.items[x].low != "that" || x == 0 {
		return false
	}
	prev := &s.items[x-1]
	return prev.eventNoun() != nil || prev.k == iEnt || prev.k == iWord && !prev.is(cPrep) || prev.k == iDate || prev.k == iName
}

package extract

import (
	"slices"
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// itemKind says what an item of a sentence is.
type itemKind uint8

const (
	iWord itemKind = iota
	iLex           // in the lexicon
	iEnt           // in the gazetteer, or defined by the document
	iName          // quoted
	iDate
	iNum
	iOrd
	iPunct
	iDecoy // a name that must not be taken apart
)

// item is the smallest unit the grammar sees: a word or a phrase with one meaning.
type item struct {
	k       itemKind
	classes uint32 // those of lex, a bit each
	i, j    int    // tokens
	a, b    int    // bytes
	low     string
	lex     []lexeme
	ent     *gazetteer.Entry
	form    gazetteer.Form
	date    dateSpan
	num     number
	ord     int
	cap     bool
	poss    bool // "'s" follows
	joined  bool // a hyphen without spaces stands before it
	noun    bool // a word that is a noun and a verb is a noun here
}

func (it *item) is(c class) bool { return it.classes&(1<<c) != 0 }

// read gives the item its readings in the lexicon.
func (it *item) read(lex []lexeme) {
	it.lex, it.classes = lex, 0
	for k := range lex {
		it.classes |= 1 << lex[k].class
	}
}

func (it *item) lexeme(c class) *lexeme {
	if !it.is(c) {
		return nil
	}
	for k := range it.lex {
		if it.lex[k].class == c {
			return &it.lex[k]
		}
	}
	return nil
}

func (it *item) value(c class) string {
	if l := it.lexeme(c); l != nil {
		return l.value
	}
	return ""
}

func (it *item) punct(s string) bool { return it.k == iPunct && it.low == s }

func (it *item) label() graph.Label {
	if it.ent == nil {
		return ""
	}
	return it.ent.Entity.Label
}

func (it *item) country() bool { return it.k == iEnt && it.label() == graph.Country }

// byName reports whether the item names its entity rather than describing something by it.
func (it *item) byName() bool {
	return it.form != gazetteer.Adjective && it.form != gazetteer.Prefix
}

// sentence is a sentence, heading, list item or table row while it is read.
type sentence struct {
	st         *state
	ordinal    int
	section    int // counts headings
	heading    bool
	cellular   bool // a cell of a table
	phased     bool // tells of phases of an event
	labelled   bool // followed a label, as in "Remarks: "
	numbered   partyList
	other      *party // the country that its item or section is headed by
	listItem   bool
	titleEvent *event // the exercise that a title before it names: "AUSINDEX. The frigate…"
	headYear   string // a year that stands before it as a title: "2013. The first edition was…"
	a, b       int
	toks       []tok // these three only until the sentence has been read
	items      []item
	ph         []phrase
	room       *room
	matches    []gazetteer.Match // in it
}

func (s *sentence) text(a, b int) string { return s.st.text[a:b] }

// makeItems joins the sentence's tokens into items: dates first, then the longest of
// gazetteer name and lexicon phrase.
func (s *sentence) makeItems() {
	s.items = s.room.items[:0]
	reader := dateReader{s.toks}
	m := 0
	joined := false
	for i := 0; i < len(s.toks); {
		t := s.toks[i]
		for m < len(s.matches) && s.matches[m].Start < t.start {
			m++
		}
		if t.hyphen() && !t.spaced && i > 0 && i+1 < len(s.toks) && !s.toks[i+1].spaced {
			joined = true
			i++
			continue
		}
		if n := len(s.items); n > 0 && (t.is("'s") || t.is("'") && !t.spaced && s.toks[i-1].text[len(s.toks[i-1].text)-1] == 's' && s.items[n-1].k == iEnt) {
			s.items[n-1].poss = true
			i++
			continue
		}
		it := s.itemAt(i, m, reader)
		it.joined = joined
		joined = false
		it.a, it.b = s.toks[it.i].start, s.toks[it.j-1].end
		it.cap = s.toks[it.i].cap()
		i = it.j
		s.items = append(s.items, it)
	}
	s.toEachOther()
	s.room.items = s.items
	s.disambiguate()
	s.romanOrdinals()
}

// toEachOther makes one item of "Navy to Navy" and "army-to-army", which describe talks.
func (s *sentence) toEachOther() {
	for x := 0; x+2 < len(s.items); x++ {
		l, m, r := &s.items[x], &s.items[x+1], &s.items[x+2]
		if m.low == "to" && l.low == r.low && l.is(cForce) && r.is(cForce) {
			l.j, l.b = r.j, r.b
			s.items = append(s.items[:x+1], s.items[x+3:]...)
		}
	}
}

// romanOrdinals makes the numeral before a meeting its number: "the XXIX meeting".
func (s *sentence) romanOrdinals() {
	for x := 0; x+1 < len(s.items); x++ {
		it := &s.items[x]
		next := &s.items[x+1]
		n := next.eventNoun()
		if it.k != iWord || !it.cap || (n == nil || n.label != string(graph.Meeting)) && (next.label() != graph.Organization || forumKind(next.ent.Entity.Name) == "") {
			continue
		}
		if v := romanValue(s.text(it.a, it.b)); v > 0 && (it.b-it.a > 1 || x > 0 && s.items[x-1].is(cDet)) {
			it.k, it.ord = iOrd, v
		}
	}
}

func (s *sentence) itemAt(i, m int, reader dateReader) item {
	t := s.toks[i]
	it := item{i: i, j: i + 1, low: t.low, k: iWord}
	lex, lexEnd := s.st.lex.match(s.toks, i)
	if lexEnd > i+1 && s.uncounted(lex) {
		lex, lexEnd = s.st.lex.match(s.toks[:i+1], i)
	}
	starts := s.st.lex.startsWith(&s.toks[i])
	if starts&startsDate != 0 {
		if d, end := reader.date(i); end > i && end >= lexEnd {
			it.k, it.j, it.date = iDate, end, d
			return it
		}
	}
	gazEnd := 0
	if m < len(s.matches) && s.matches[m].Start == t.start {
		for gazEnd = i; gazEnd < len(s.toks) && s.toks[gazEnd].end <= s.matches[m].End; {
			gazEnd++
		}
	}
	if gazEnd > i && gazEnd >= lexEnd {
		match := s.matches[m]
		it.k, it.j, it.ent, it.form = iEnt, gazEnd, match.Entry, match.Form
		if match.Form == gazetteer.Decoy || match.Entry == nil || match.Entry.Entity.ID == "" {
			it.k, it.ent = iDecoy, nil
		}
		if lexEnd == gazEnd {
			it.read(lex)
		}
		return it
	}
	if e := s.st.definedAt(s.toks, i); e.end > i {
		it.k, it.j, it.ent, it.form = iEnt, e.end, e.entry, gazetteer.Acronym
		return it
	}
	if starts&startsOrdinal != 0 {
		if ord, end := readOrdinal(s.toks, i); end > i && end >= lexEnd {
			it.k, it.j, it.ord = iOrd, end, ord
			return it
		}
	}
	if starts&startsNumber != 0 {
		if n, end := readNumber(s.toks, i); end > i && end >= lexEnd {
			it.k, it.j, it.num = iNum, end, n
			return it
		}
	}
	if t.low == "\"" || t.text == "‘" || t.text == "'" && t.spaced && i+1 < len(s.toks) && !s.toks[i+1].spaced {
		if end := s.quoted(i); end > i {
			it.k, it.j, it.low = iName, end, s.text(s.toks[i+1].start, s.toks[end-2].end)
			return it
		}
	}
	if lexEnd > i {
		it.k, it.j = iLex, lexEnd
		it.read(lex)
		return it
	}
	if t.kind == tPunct {
		it.k = iPunct
	}
	return it
}

// uncounted reports whether a phrase that is nothing but a unit of events, such as "joint exercises", follows no number:
// it is an event's noun with its modifiers then.
func (s *sentence) uncounted(lex []lexeme) bool {
	for _, l := range lex {
		if l.class != cUnit || l.value != "exercises" {
			return false
		}
	}
	n := len(s.items)
	return n == 0 || s.items[n-1].k != iNum
}

// quoted returns the end of a short quoted name that starts at token i, or i.
func (s *sentence) quoted(i int) int {
	if i+2 >= len(s.toks) || !s.toks[i+1].cap() && s.toks[i+1].kind != tNumber {
		return i
	}
	closing := "\""
	if s.toks[i].low == "'" {
		closing = "'"
	}
	for j := i + 1; j < len(s.toks) && j < i+12; j++ {
		t := s.toks[j]
		if t.low == closing && j > i+1 {
			if s.toks[j-1].is(",") || s.toks[j-1].is(".") {
				return i
			}
			return j + 1
		}
		if t.kind == tPunct && !t.hyphen() && !t.is("/") && !t.is("'s") && !t.is("&") && !t.is(".") {
			return i
		}
	}
	return i
}

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

// verb returns the item's verb reading, unless it is a noun here.
func (it *item) verb() *lexeme {
	if it.noun {
		return nil
	}
	return it.lexeme(cVerb)
}

// eventNoun returns the item's reading as the head of an event, unless it is a verb here.
func (it *item) eventNoun() *lexeme {
	l := it.lexeme(cEvent)
	if l == nil || it.lexeme(cVerb) != nil && !it.noun {
		return nil
	}
	return l
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

func hasAny(list []string, s string) bool { return slices.Contains(list, s) }

// date0 reports whether the item is a number that stands for a year.
func (it *item) date0() bool { return it.k == iDate }

// relativeThat reports whether item x is the "that" of a relative clause: "an exercise that involves…".
func (s *sentence) relativeThat(x int) bool {
	if s.items[x].low != "that" || x == 0 {
		return false
	}
	prev := &s.items[x-1]
	return prev.eventNoun() != nil || prev.k == iEnt || prev.k == iWord && !prev.is(cPrep) || prev.k == iDate || prev.k == iName
}

// joinSpacedDash joins two countries that a dash between spaces parts before an event's noun: "India – Oman exercise".
func (s *sentence) joinSpacedDash() {
	for x := 0; x+3 < len(s.items); x++ {
		if !s.items[x].country() || !s.items[x+1].punct("-") && !s.items[x+1].punct("–") || !s.items[x+2].country() {
			continue
		}
		for y := x + 3; y < len(s.items) && y < x+7 && (s.items[y].k == iWord || s.items[y].k == iLex); y++ {
			if s.items[y].eventNoun() != nil {
				s.items = append(s.items[:x+1], s.items[x+2:]...)
				s.items[x+1].joined = true
				break
			}
		}
	}
}

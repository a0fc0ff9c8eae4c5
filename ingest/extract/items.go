package extract

import (
	"slices"

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

func hasAny(list []string, s string) bool { return slices.Contains(list, s) }

// date0 reports whether the item is a number that stands for a year.
func (it *item) date0() bool { return it.k == iDate }

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

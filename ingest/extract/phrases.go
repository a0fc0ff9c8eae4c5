package extract

import (
	"concord/graph"
)

// phraseKind says what a phrase is.
type phraseKind uint8

const (
	pOther phraseKind = iota
	pParty
	pEvent
	pMission
	pPlace
	pDate
	pTopic
	pDomain
	pVerb
	pCount // a number of things
	pMark  // punctuation and conjunctions
	pRel
	pRespectively
)

// phrase is a part of a sentence with one role in it; prep is the preposition that governs it.
type phrase struct {
	k      phraseKind
	prep   string
	x, y   int // items
	a, b   int // bytes, without the preposition
	word   string
	list   partyList
	np     *nounPhrase
	ev     []*event // what the noun phrase stands for
	same   int      // the number, from 1, of the phrase before that a pronoun repeats
	places []placeRef
	dates  []*dateSpan
	topics []string
	verb   *verbGroup
	count  *countPhrase
	ent    *item
}

// countPhrase is a number with what it counts.
type countPhrase struct {
	num        number
	comparator string
	unit       string
	noun       string // the counted noun with its modifiers, as written
	role       string
	a, b       int
	nounA      int
	used       bool // taken by a mission, so that it is no figure of its own
}

// makePhrases joins items into phrases.
func (s *sentence) makePhrases() {
	nps := s.nounPhrases()
	s.ph = s.room.ph[:0]
	defer func() { s.room.ph = s.ph }()
	prep := ""
	n := 0
	add := func(p phrase) {
		p.prep = prep
		p.a, p.b = s.items[p.x].a, s.items[p.y-1].b
		s.ph = append(s.ph, p)
		prep = ""
	}
	for x := 0; x < len(s.items); {
		for n < len(nps) && nps[n].y <= x {
			n++
		}
		if n < len(nps) && nps[n].x <= x {
			np := nps[n]
			add(phrase{k: pEvent, x: x, y: np.y, np: &nps[n]})
			x = np.y
			continue
		}
		limit := len(s.items)
		if n < len(nps) {
			limit = nps[n].x
		}
		it := &s.items[x]
		if it.is(cPrep) && !(it.low == "to" && s.verbFollows(x)) && !(it.is(cComparator) && x+1 < len(s.items) && s.items[x+1].k == iNum && !s.items[x+1].date0()) && !(it.verb() != nil && it.value(cVerb) == "occur" && !(x == 0 && it.low == "following")) && it.k == iLex {
			prep = it.value(cPrep)
			x++
			continue
		}
		if s.beforeNoun(x) {
			prep = "following"
			x++
			continue
		}
		p, y := s.phraseAt(x, prep, limit)
		if y <= x {
			y = x + 1
			p = phrase{k: pOther, word: it.low}
		}
		p.x, p.y = x, y
		if p.k == pOther && (it.is(cDet) || it.is(cQuant)) && it.low != "both" {
			x = y
			continue
		}
		if n := len(s.ph); p.k == pOther && prep == "" && !it.is(cPron) && it.low != "we" && n > 0 && s.ph[n-1].k == pOther && s.ph[n-1].y == x {
			q := &s.ph[n-1]
			q.y, q.b, q.word = y, s.items[y-1].b, p.word
			x = y
			continue
		}
		if p.k == pMark || p.k == pRel || p.k == pVerb {
			if p.k == pVerb && (p.verb.ing || p.verb.infinitive) && prep != "" {
				p.word = prep
			}
			prep = ""
		}
		if p.k == pRespectively {
			keep := prep
			add(p)
			prep = keep
		} else {
			add(p)
		}
		x = y
	}
}

// beforeNoun reports whether "before" or "after" at item x has only a noun behind it, and no clause: "X, the last one
// before the reform, involved A".
func (s *sentence) beforeNoun(x int) bool {
	if it := &s.items[x]; x == 0 || it.value(cConj) != "sub" || it.low != "after" && it.low != "before" {
		return false
	}
	for y := x + 1; y < len(s.items) && y < x+6; y++ {
		it := &s.items[y]
		switch {
		case it.k == iPunct:
			return true
		case it.verb() != nil || it.is(cAux) || it.is(cModal) || it.is(cConj) || it.k == iDate || it.k == iEnt:
			return false
		}
	}
	return false
}

// phraseAt reads the phrase that starts at item x; limit is where the next event phrase starts.
func (s *sentence) phraseAt(x int, prep string, limit int) (phrase, int) {
	it := &s.items[x]
	switch {
	case it.low == "respectively":
		return phrase{k: pRespectively}, x + 1
	case it.k == iDate:
		return s.dateList(x)
	case it.is(cRel) && !(it.low == "that" && x+1 < len(s.items) && missionNoun(&s.items[x+1])):
		return phrase{k: pRel, word: it.low}, x + 1
	}
	if v, y := s.verbGroup(x); y > x {
		return phrase{k: pVerb, verb: v}, y
	}
	if prep == "in" || prep == "at" || prep == "off" || prep == "into" || prep == "to" || prep == "on" || prep == "from" || prep == "during" {
		if places, y := s.places(x, prep); y > x && y <= limit {
			return phrase{k: pPlace, places: places}, y
		}
	}
	if prep == "with" || prep == "including" || prep == "by" || prep == "" && s.afterInvolving() || prep == "" && s.startsClause() {
		if list, y := s.numberedForces(x); y > x && y <= limit && (prep != "" || s.afterInvolving() || len(list.parties) > 1 || s.joinsAt(y)) {
			s.st.remember(list.parties)
			return phrase{k: pParty, list: list}, y
		}
	}
	if c, y := s.countPhrase(x); y > x && y <= limit && !s.countsParties(x) {
		return phrase{k: pCount, count: c}, y
	}
	if list, y := s.parties(x, s.leading(x) && !s.mayList(prep) && !(prep == "from" && x > 1 && s.people(x-2))); y > x && y <= limit {
		s.st.remember(list.parties)
		return phrase{k: pParty, list: list}, y
	}
	if it.k == iEnt {
		switch it.label() {
		case graph.Mission:
			return phrase{k: pMission, ent: it}, x + 1
		case graph.Place:
			if places, y := s.places(x, prep); y > x && y <= limit {
				return phrase{k: pPlace, places: places}, y
			}
		}
	}
	if it.is(cTopic) && !it.is(cConj) {
		return s.topicList(x, limit)
	}
	if it.k == iPunct || it.is(cConj) {
		w := it.low
		if it.is(cConj) {
			w = it.value(cConj)
		}
		return phrase{k: pMark, word: w}, x + 1
	}
	return phrase{k: pOther, word: it.low}, x + 1
}

// leading reports whether no verb stands before item x in the sentence.
func (s *sentence) leading(x int) bool {
	for k := len(s.ph) - 1; k >= 0; k-- {
		if s.ph[k].k == pVerb {
			return false
		}
		if s.ph[k].k == pMark && s.ph[k].word == ";" {
			return true
		}
	}
	return true
}

// countsParties reports whether the number at item x counts countries, as in "14 countries".
func (s *sentence) countsParties(x int) bool {
	if s.items[x].is(cDet) {
		x++
	}
	list, y := s.countedParty(x)
	if y > x && (list.total > 0 || len(list.parties) > 0 && (s.items[y-1].is(cBody) || y < len(s.items) && s.items[y].verb() != nil)) {
		return true
	}
	f, y := s.forceOf(x)
	return y > x && (len(f.parties) > 0 || f.total > 0)
}

// dateList reads one date or several: "in July 2007 and July 2008", "January and November 2007".
func (s *sentence) dateList(x int) (phrase, int) {
	var p phrase
	p.k = pDate
	d := s.items[x].date
	p.dates = append(p.dates, &d)
	y := x + 1
	for y < len(s.items) {
		z := y
		if s.items[z].punct(",") {
			z++
		}
		if z < len(s.items) && s.items[z].value(cConj) == "and" {
			z++
		}
		if z < len(s.items) && z > y && s.items[z].value(cPrep) == "in" {
			z++
		}
		if z-y == 3 || p.dates[len(p.dates)-1].rel != absolute {
			break
		}
		if z == y || z >= len(s.items) || s.items[z].k != iDate || s.items[z].date.rel != absolute {
			break
		}
		if z == y+1 && s.items[y].punct(",") && !(z+1 < len(s.items) && (s.items[z+1].punct(",") || s.items[z+1].value(cConj) == "and")) {
			break
		}
		e := s.items[z].date
		p.dates = append(p.dates, &e)
		y = z + 1
	}
	for k := len(p.dates) - 2; k >= 0; k-- {
		if d := p.dates[k]; d.lo.y == 0 && d.rel == absolute {
			d.lo.y = p.dates[k+1].lo.y
			if d.hi.m > 0 && d.hi.y == 0 {
				d.hi.y = d.lo.y
			}
		}
	}
	return p, y
}

// topicList reads topics joined by commas and "and".
func (s *sentence) topicList(x, limit int) (phrase, int) {
	p := phrase{k: pTopic}
	y := x
	for y < limit {
		it := &s.items[y]
		if !it.is(cTopic) {
			break
		}
		p.topics = appendNew(p.topics, it.value(cTopic))
		y++
		z := y
		for z < limit && (s.items[z].punct(",") || s.items[z].value(cConj) == "and" || s.items[z].is(cDet)) && z < y+3 {
			z++
		}
		if z > y && z < limit && s.items[z].is(cTopic) {
			y = z
			continue
		}
		break
	}
	return p, y
}

// mayList reports whether commas may join parties after this preposition before any verb:
// "the meeting of A, B and C was held", but not "within the framework of A, B and C held".
func (s *sentence) mayList(prep string) bool {
	switch prep {
	case "", "between", "with", "participation", "including":
		return true
	}
	n := len(s.ph)
	return prep == "of" && n > 0 && s.ph[n-1].k == pEvent
}

// afterInvolving reports whether the last phrase is a verb that has those who take part as its object.
func (s *sentence) afterInvolving() bool {
	n := len(s.ph)
	return n > 0 && s.ph[n-1].k == pVerb && (s.ph[n-1].verb.class == "involve" || s.ph[n-1].verb.class == "involve2") && !s.ph[n-1].verb.passive
}

// startsClause reports whether the next phrase may be a subject: nothing, a mark or a date stands before it.
func (s *sentence) startsClause() bool {
	n := len(s.ph)
	return n == 0 || s.ph[n-1].k == pMark || s.ph[n-1].k == pDate
}

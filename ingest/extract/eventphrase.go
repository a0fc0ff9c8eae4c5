package extract

import (
	"strconv"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// nounPhrase is a noun phrase that is headed by an event noun, or is an event's name.
type nounPhrase struct {
	x, head, y int // items [x,y), and the head's; -1 where a name alone is there
	label      graph.Label
	kind       string
	name       string
	nameA      int
	nameB      int
	series     string
	ordinal    int
	det        string // the, a, this, its, or "" for none
	generic    bool   // "various", "some", "all"
	plural     bool
	count      int
	countCmp   string
	mods       []int // items that modify the head
	planned    bool
	cancelled  bool
	laterality string
	domains    []string
	topics     []string
	forces     []string
	orgs       []*gazetteer.Entry
	countries  []party
	sides      []party // that the title of an instrument names: "Agreement between A and B on…"
	places     []placeRef
	date       *dateSpan
	owner      *party // "China's", "NATO's"
	joint      bool
	habitual   bool   // annual, biennial
	led        bool   // "Ukrainian-led": its country describes it, and makes it no other
	edition    bool   // "the 12th edition of"
	gapped     bool   // "the second", whose verb is that of the one before
	like       *event // the one of which "the previous one" is another
}

// nounPhrases finds the event noun phrases of the sentence, from left to right.
func (s *sentence) nounPhrases() []nounPhrase {
	var found []nounPhrase
	floor := 0
	for h := 0; h < len(s.items); h++ {
		it := &s.items[h]
		var np nounPhrase
		switch {
		case it.is(cSeries) && s.seriesHere(h):
			np = s.seriesPhrase(h, floor)
		case h == 0 && s.titleName() > 0:
			np = s.calendarPhrase(s.titleName())
		case h == 0 && s.calendarName() > 0:
			np = s.calendarPhrase(s.calendarName())
		case it.eventNoun() != nil:
			if s.headGoesOn(h) || s.headDescribes(h) {
				continue
			}
			np = s.headedPhrase(h, floor)
		case it.k == iWord && len(s.st.acronyms) > 0 && s.st.acronyms[s.toks[it.i].text] != nil:
			np = s.acronymPhrase(h)
		case it.k == iDecoy:
			np = s.knownInstrument(h)
		case h == 0 && s.treatyAsTitle():
			np = nounPhrase{x: 0, head: -1, y: 1, label: graph.Treaty, kind: "treaty", name: s.text(it.a, it.b), nameA: it.a, nameB: it.b}
		case it.k == iEnt && it.label() == graph.Organization && s.meets(h):
			np = s.meetingOf(h, floor)
		case it.k == iName && s.nameOfExercise(h):
			np = s.namedAlone(h)
		case (it.k == iOrd || it.low == "round") && s.nthMeeting(h, found).label != "":
			np = s.nthMeeting(h, found)
		case it.low == "one" && s.anotherOne(h) != nil:
			np = s.onePhrase(h)
		case it.k == iOrd && s.ordinalAlone(h):
			np = s.nthEdition(h)
		case it.k == iOrd && s.ordinalGap(h, found):
			np = s.gapEdition(h, &found[len(found)-1])
		case s.toldName(h) > h:
			np = s.againPhrase(h, floor)
		case it.k == iWord && s.editionAt(h) > h:
			np = s.editionPhrase(h)
		}
		if np.label == "" || s.oneOf(&np, floor) {
			continue
		}
		if x := np.x; np.ordinal == 0 && x >= 3 && s.items[x-1].low == "of" && contains(" edition iteration round meeting session ", s.items[x-2].low) && s.items[x-3].k == iOrd {
			np.ordinal = s.items[x-3].ord
		}
		s.editionOf(&np, floor)
		if n := len(found); n > 0 && found[n-1].y > np.x {
			np.x = found[n-1].y
		}
		found = append(found, np)
		floor = np.y
		h = max(h, np.y-1)
	}
	return found
}

// headGoesOn reports whether the head's noun phrase goes on to another event noun
// ("training exercise", "ministerial meeting", "dialogue mechanism").
func (s *sentence) headGoesOn(h int) bool {
	for n := h + 1; n < len(s.items) && n <= h+3; n++ {
		next := &s.items[n]
		if next.eventNoun() != nil {
			return next.eventNoun().strong || n == h+1
		}
		if next.k == iOrd || !(next.k == iWord && !next.is(cVerb) && next.cap == s.items[h].cap && !next.is(cPrep)) {
			if n == h+1 && next.joined {
				continue
			}
			return false
		}
	}
	return false
}

// headedPhrase is the phrase around the event noun at item h.
func (s *sentence) headedPhrase(h, floor int) nounPhrase {
	e := s.items[h].eventNoun()
	np := nounPhrase{head: h, y: h + 1, label: graph.Label(e.label), kind: e.value, plural: e.plural}
	x := h
	for x > floor && s.modifier(x-1) {
		x--
	}
	np.x = x
	s.modifiers(&np, x, h)
	s.leftOf(&np, floor)
	s.findName(&np)
	s.title(&np)
	s.bodyOfTwo(&np)
	s.levelOfBody(&np)
	if !e.strong && !s.earned(&np) {
		return nounPhrase{}
	}
	return np
}

// bodyOfTwo takes in the joint body of two countries that meets: "the third meeting of the Chile-Argentina
// Permanent Security Committee".
func (s *sentence) bodyOfTwo(np *nounPhrase) {
	x := np.head + 1
	if np.label != graph.Meeting || np.plural || np.name != "" || np.y != x || x >= len(s.items) || s.items[x].low != "of" {
		return
	}
	for x++; x < len(s.items) && s.items[x].is(cDet); x++ {
	}
	if x+2 >= len(s.items) || !s.items[x].country() || !s.items[x+1].country() || !s.items[x+1].joined {
		return
	}
	y := x + 2
	for y < len(s.items) && s.items[y].cap && s.items[y].k != iPunct && s.items[y].k != iDate {
		y++
	}
	if y == x+2 {
		return
	}
	for _, it := range s.items[x : x+2] {
		np.countries = append(np.countries, party{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b})
	}
	np.y = y
}

// earned reports whether a weak event noun has what makes it an event: "joint", a
// domain, a name, countries joined.
func (s *sentence) earned(np *nounPhrase) bool {
	if s.cellular || s.heading {
		return true
	}
	if np.head >= 0 && contains(editionNouns, s.items[np.head].low) {
		if y := np.head + 1; y < len(s.items) && s.items[y].low == "of" && s.eventSoon(y+1) {
			return false // a part of the phrase of that event
		}
		return s.st.last[graph.Exercise] != nil && !np.plural && (np.ordinal > 0 || np.date != nil || np.det == "the" || np.det == "this")
	}
	if np.label == graph.Treaty && np.name == "" && (np.det == "the" || np.det == "this") && !np.plural {
		return s.antecedent(graph.Treaty, np.kind) != nil || contains(looseTreatyNouns, s.items[np.head].low) && s.antecedent(graph.Treaty, anyTreaty) != nil
	}
	if y := np.head + 1; (np.label == graph.Exercise || np.kind == "talks" && np.ordinal > 0) && np.head >= 0 && y+1 < len(s.items) && s.items[y].value(cPrep) == "with" && (s.items[y+1].k == iEnt || s.items[y+1].is(cDet) && y+2 < len(s.items) && s.items[y+2].k == iEnt) {
		return true // "a goodwill training with the Chilean Navy"
	}
	if np.joint || np.laterality != "" || len(np.countries) > 1 || np.name != "" {
		return true
	}
	return np.label == graph.Exchange && np.ordinal > 0
}

// modifier reports whether item x can stand before an event noun in its phrase.
func (s *sentence) modifier(x int) bool {
	it := &s.items[x]
	if it.verb() != nil && !s.startsTitle(x) || it.is(cPrep) && !it.is(cTopic) && !it.is(cMod) || it.is(cAux) || it.is(cModal) || it.is(cNeg) || it.is(cRel) || it.is(cAdv) || it.is(cPron) {
		return false
	}
	switch it.k {
	case iEnt, iOrd, iName:
		return true
	case iDate:
		return it.date.rel == absolute && x > 0 && !s.items[x-1].is(cPrep) && it.date.lo.d == 0 && it.date.hi.m == 0 && !s.items[x-1].is(cConj) && x+1 < len(s.items) && !s.items[x+1].country()
	case iNum:
		return true
	case iPunct:
		return s.formula(x)
	}
	if it.is(cDet) || it.is(cQuant) || it.is(cNo) {
		return false
	}
	if it.is(cConj) {
		return x > 0 && it.value(cConj) == "and" && x+1 < len(s.items) && s.joinsModifiers(x)
	}
	if e := it.eventNoun(); e != nil {
		return it.cap || e.value == "training" || e.label != "Exercise"
	}
	return it.k == iWord || it.k == iLex && !it.is(cComparator)
}

// startsTitle reports whether the participle at item x is the first word of a title: "an Enhanced Defence Cooperation
// Agreement".
func (s *sentence) startsTitle(x int) bool {
	it := &s.items[x]
	return it.cap && it.verb().form&fParticiple != 0 && x > 0 && s.items[x-1].is(cDet) && x+1 < len(s.items) && s.items[x+1].cap && s.items[x+1].k != iEnt
}

// joinsModifiers reports whether the "and" at item x joins two modifiers of one noun.
func (s *sentence) joinsModifiers(x int) bool {
	l, r := &s.items[x-1], &s.items[x+1]
	switch {
	case l.poss || r.is(cDet):
		return false
	case l.country() && r.country():
		return !l.byName() && !r.byName()
	case l.k == iEnt || r.k == iEnt:
		return false
	case l.is(cDomain) && r.is(cDomain), l.is(cTopic) && r.is(cTopic), l.is(cMod) && r.is(cMod), l.is(cForce) && r.is(cForce), l.is(cDomain) && r.is(cTopic):
		return l.eventNoun() == nil
	}
	return l.cap && r.cap && l.k != iDate && r.k != iOrd && l.eventNoun() == nil && r.k != iNum
}

// leftOf reads the determiner, count and owner before the phrase.
func (s *sentence) leftOf(np *nounPhrase, floor int) {
	if np.x > floor && np.head < 0 || np.x > floor && np.series != "" {
		x := np.x
		for x > floor && s.modifier(x-1) && !s.items[x-1].cap && s.items[x-1].k != iEnt {
			x--
		}
		if x > floor && s.items[x-1].eventNoun() != nil && s.items[x-1].eventNoun().label == "Exercise" {
			x--
			for x > floor && s.modifier(x-1) && s.items[x-1].k != iEnt {
				x--
			}
		}
		s.modifiers(np, x, np.x)
		np.x = x
		s.pairBefore(np, floor)
	}
	for np.x > floor {
		it := &s.items[np.x-1]
		switch {
		case it.is(cQuant):
			np.generic = np.generic || it.low != "other"
		case it.is(cDet):
			np.det = it.value(cDet)
		case it.k == iDate && it.poss && np.name == "" && np.label == graph.Exercise && np.date == nil && it.date.rel != absolute:
			d := it.date
			np.date, np.det, np.plural = &d, "the", false // "last year's drills"
		case it.is(cPron) && s.items[np.x].joined && it.low == "the":
			np.det = "the" // "the two-week drill"
		case it.punct("\"") || it.punct("'"):
		default:
			return
		}
		np.x--
	}
}

// pairBefore takes in the countries that hyphens join before a name: "the Russian-Mongolian Selenga-2021".
func (s *sentence) pairBefore(np *nounPhrase, floor int) {
	x := np.x
	for x > floor+1 && s.items[x-1].country() && s.items[x-2].country() && s.items[x-1].joined {
		x--
	}
	if x < np.x {
		s.modifiers(np, x-1, np.x)
		np.x = x - 1
	}
}

// modifiers takes in what items [x,y) say of the phrase's head.
func (s *sentence) modifiers(np *nounPhrase, x, y int) {
	for k := x; k < y; k++ {
		it := &s.items[k]
		np.mods = append(np.mods, k)
		switch it.k {
		case iOrd:
			np.ordinal = it.ord
		case iNum:
			s.countMod(np, k)
		case iDate:
			d := it.date
			np.date = &d
		case iName:
			np.name, np.nameA, np.nameB = it.low, it.a, it.b
		case iEnt:
			s.entityMod(np, k)
			continue
		}
		for _, l := range it.lex {
			switch l.class {
			case cMod:
				s.wordMod(np, l.value)
			case cDomain:
				if l.value != "special" && l.value != "amphibious" {
					np.domains = appendNew(np.domains, l.value)
				}
			case cTopic:
				np.topics = appendNew(np.topics, l.value)
			case cForce:
				np.forces = appendNew(np.forces, l.value)
			case cComparator:
				np.countCmp = l.value
			}
		}
	}
}

func (s *sentence) countMod(np *nounPhrase, k int) {
	it := &s.items[k]
	if k+1 < len(s.items) && (s.items[k+1].joined || s.formula(k+1)) || k > 0 && s.formula(k-1) || it.num.value >= 1900 {
		return
	}
	np.count = int(it.num.value)
	if k > 0 && s.items[k-1].is(cComparator) {
		np.countCmp = s.items[k-1].value(cComparator)
	}
}

func (s *sentence) wordMod(np *nounPhrase, value string) {
	switch value {
	case "bilateral", "multilateral":
		np.laterality = value
	case "joint":
		np.joint = true
	case "planned":
		np.planned = true
	case "cancelled":
		np.cancelled = true
	case "annual":
		np.habitual = true
	case "first":
		np.ordinal = 1
	}
}

func (s *sentence) entityMod(np *nounPhrase, k int) {
	it := &s.items[k]
	p := party{id: it.ent.Entity.ID, label: it.label(), a: it.a, b: it.b}
	switch p.label {
	case graph.Country:
		if k+1 < len(s.items) && (s.items[k+1].low == "led" || s.items[k+1].low == "sponsored") {
			p.role, np.led = "participant", true
		} else if k+1 < len(s.items) && s.items[k+1].low == "hosted" {
			p.role = "host"
		}
		if it.poss {
			np.owner = &p
			return
		}
		np.countries = append(np.countries, p)
	case graph.Organization:
		if it.ent.Country != "" && (it.form == gazetteer.Force || bodyKind(it.ent.Kind)) {
			p.id, p.label, p.forces = it.ent.Country, graph.Country, appendNew(nil, serviceOf(it.ent.Entity.Name))
			if it.poss {
				np.owner = &p
				return
			}
			np.countries = append(np.countries, p)
			return
		}
		if it.poss {
			np.owner = &p
		}
		np.orgs = append(np.orgs, it.ent)
	case graph.Place:
		np.places = append(np.places, placeRef{id: p.id, a: it.a, b: it.b})
	}
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// knownInstrument is the phrase of an instrument whose name the gazetteer knows as no place: "the Ottawa Convention".
func (s *sentence) knownInstrument(h int) nounPhrase {
	it := &s.items[h]
	found, end := s.st.lex.match(s.toks, it.j-1)
	if end != it.j {
		return nounPhrase{}
	}
	for _, l := range found {
		if l.class == cEvent && l.label == string(graph.Treaty) && !l.plural {
			np := nounPhrase{x: h, head: h, y: h + 1, label: graph.Treaty, kind: l.value, name: s.text(it.a, it.b), nameA: it.a, nameB: it.b}
			s.leftOf(&np, 0)
			return np
		}
	}
	return nounPhrase{}
}

// formula reports whether item x is the plus of "2+2" or "3+1", which name who meets.
func (s *sentence) formula(x int) bool {
	return x > 0 && x+1 < len(s.items) && s.items[x].punct("+") && s.items[x-1].k == iNum && s.items[x+1].k == iNum && !s.toks[s.items[x].i].spaced
}

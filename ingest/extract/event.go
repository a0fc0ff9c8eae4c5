package extract

import (
	"cmp"
	"slices"
	"strings"

	"concord/graph"
)

// event is an exercise, meeting, exchange, treaty or mechanism while the document is
// read: what is known of it so far.
type event struct {
	label   graph.Label
	kind    string
	name    string // as written, tidied; empty for the unnamed
	series  string
	ordinal int
	date    string
	aliases []string
	domains []string
	lateral string
	forces  []string
	status  string
	plural  bool
	generic bool
	count   int

	s       *sentence // where it was met first
	np      *nounPhrase
	section int
	seen    int // the passage it was last spoken of in
	a, b    int // of the noun phrase in s

	args    []arg
	id      string
	dropped bool
	figured bool // has a number of what takes part in it

	annual     bool   // called annual or the like
	habitual   bool   // held again and again: a date beside it is that of an edition
	aside      bool   // told of as another than the one that the text is about: "the previous edition"
	partnered  bool   // told by the partners of the country whose text it is
	rowed      bool   // told by a row of a table
	namesake   bool   // another treaty has the same name
	like       *event // a meeting of the same series, told before
	lineage    *event // the first known of the editions that it is one of
	n          int    // its place among the document's events
	rooted     string // the root that it is found by
	concluded  bool   // another event is related to it: a treaty was concluded at it
	dateSilent bool   // the date is only the year of an edition, and no claim of its own
	began      string // the first day, where the text tells the ends apart
	ended      string // and the last
	cancelled  bool   // called off: what is said of it was only planned
}

// arg is something that a sentence says of an event: a relation to another entity or event, or a property.
type arg struct {
	rel      graph.RelationType
	party    string // the subject of relations that lead to the event
	object   string // the object of relations that start at the event
	other    *event // the object, where it is an event
	prop     string
	value    any
	props    map[string]any
	s        *sentence
	a, b     int
	modality graph.Modality
	polarity graph.Polarity
	basis    graph.Basis
	conf     float64
	rule     string
}

// resolve returns the event that a noun phrase stands for: one met before, or a new one.
func (s *sentence) resolve(np *nounPhrase) *event {
	name := tidy(np.name)
	a, b := s.items[np.x].a, s.items[np.y-1].b
	if e := s.known(np, name); e != nil {
		e.seen = s.ordinal
		e.learn(np, name)
		s.st.note(e)
		return e
	}
	if s.singleDrills(np) {
		np.plural = false
	}
	e := &event{
		label: np.label, kind: np.kind, name: name, s: s, np: np, section: s.section, seen: s.ordinal,
		a: a, b: b, plural: np.plural && name == "", generic: np.generic, count: np.count,
	}
	e.learn(np, name)
	s.st.add(e)
	if name != "" {
		key := nameKey(np.label, name)
		s.st.byName[key] = append(s.st.byName[key], e)
		s.noteSeries(e)
	}
	if len(s.st.events) > 0 && s.titleName() == np.y && np.x == 0 {
		s.st.titledEvent = e
	}
	if !s.heading || name != "" {
		s.st.note(e)
	}
	return e
}

// learn takes over what the noun phrase adds.
func (e *event) learn(np *nounPhrase, name string) {
	e.ordinal = cmp.Or(e.ordinal, np.ordinal)
	e.series = cmp.Or(e.series, np.series)
	e.lateral = cmp.Or(e.lateral, np.laterality)
	e.annual = e.annual || np.habitual
	if e.name == "" && name != "" {
		e.name, e.plural = name, false
	} else if name != "" && name != e.name {
		e.aliases = appendNew(e.aliases, name)
	}
	e.s.st.renamed(e)
	if e.kind == "exercise" && np.kind == "training" && np.name == "" && e.np == np {
		e.kind = "training"
	}
	for _, d := range np.domains {
		e.domains = appendNew(e.domains, d)
	}
	for _, f := range np.forces {
		e.forces = appendNew(e.forces, f)
	}
}

func (st *state) note(e *event) {
	if e.generic || e.plural {
		return
	}
	st.last[e.label] = e
	st.lastAny = e
}

// nameKey is what two mentions of one named event share.
func nameKey(label graph.Label, name string) string {
	return graph.NewID(label, withoutOrdinal(name))
}

// withoutOrdinal drops "14th", "First" and "the" from the front of a name.
func withoutOrdinal(name string) string {
	for {
		w, rest, ok := strings.Cut(name, " ")
		if !ok {
			return name
		}
		low := strings.ToLower(w)
		if low != "the" {
			toks := tokenize(w, 0, len(w))
			if n, end := readOrdinal(toks, 0); n == 0 || end != len(toks) {
				return name
			}
		}
		name = rest
	}
}

// known finds the event that a phrase speaks of again, by name or by a definite description.
func (s *sentence) known(np *nounPhrase, name string) *event {
	if name != "" {
		for _, e := range s.st.byName[nameKey(np.label, name)] {
			if e.ordinal != 0 && np.ordinal != 0 && e.ordinal != np.ordinal {
				continue
			}
			if s.otherYear(np, e) {
				continue
			}
			if np.ordinal != 0 && e.ordinal == 0 || s.ordinal-e.seen > 40 && yearIn(name) == "" {
				continue
			}
			if e.habitual && yearIn(name) == "" {
				return s.inYear(e, s.year())
			}
			return e
		}
		if e := s.editionNamed(np.label, name); e != nil {
			return e
		}
		if e := s.numberedEdition(np); e != nil {
			return e
		}
		if e := s.st.last[np.label]; e != nil && e.name == "" && (np.det == "the" || np.det == "this") && s.ordinal-e.seen <= 2 && e.section == s.section && np.head >= 0 && !s.items[np.head].cap && !e.plural && s.mayBeNamed(e, np, name) && !s.partyAhead(np) && !s.otherMonth(e) {
			s.st.byName[nameKey(np.label, name)] = append(s.st.byName[nameKey(np.label, name)], e)
			return e
		}
		if e := s.shortened(np, name); e != nil {
			return e
		}
		if e := s.initialled(np, name); e != nil {
			return e
		}
		if e := s.leadNamed(np, name); e != nil {
			s.st.byName[nameKey(np.label, name)] = append(s.st.byName[nameKey(np.label, name)], e)
			return e
		}
		return nil
	}
	if s.listedBelow(np) {
		return nil
	}
	if e := s.titled(np); e != nil {
		return e
	}
	if e := s.titleEvent; e != nil && np.label == e.label && !np.plural && (np.det == "the" || np.det == "this") && !s.otherEdition(np) {
		return e
	}
	if e := s.edited(np); e != nil {
		return e
	}
	if np.det == "" && s.bareTitle(np) {
		return s.antecedent(np.label, np.kind)
	}
	if e := s.toldAbove(); e != nil && np.label == e.label && np.x == 0 && np.det == "" && !np.plural && np.ordinal == 0 {
		return e
	}
	if np.det != "the" && np.det != "this" && np.det != "its" || np.plural && np.det != "this" && !s.onlyExercise(np) || np.owner != nil || len(np.countries) > 0 && !np.led || np.ordinal > 0 || np.date != nil || len(np.orgs) > 0 || np.planned {
		return nil
	}
	if np.det == "its" || np.y < len(s.items) && np.det == "the" && (s.items[np.y].value(cPrep) == "with" && s.items[np.y].low == "with" || s.items[np.y].value(cPrep) == "between") {
		return nil
	}
	if e := s.calledSo(np); e != nil {
		return e
	}
	kind := np.kind
	if np.label == graph.Treaty && np.head >= 0 && contains(looseTreatyNouns, s.items[np.head].low) {
		kind = anyTreaty
	}
	e, year := s.antecedent(np.label, kind), s.yearAt(np)
	if e != nil && e.label == graph.Meeting && s.otherMonth(e) {
		return nil
	}
	if e != nil && e.label == graph.Exercise && s.otherEdition(np) && (year == "" || year == e.year() || year == e.editionYear()) {
		return nil
	}
	return s.inYear(e, year)
}

// mayBeNamed reports whether nothing told of the unnamed event e, its number or its year,
// keeps it from being the one that a name is now given to.
func (s *sentence) mayBeNamed(e *event, np *nounPhrase, name string) bool {
	if e.ordinal != np.ordinal {
		return false
	}
	year := s.year()
	if y := editionYear(name); y > 0 {
		year = itoa(y)
	}
	return year == "" || e.year() == "" || e.year() == year
}

// partyAhead reports whether somebody is named before the phrase, who does something with an event that the text has not
// told of: "A and B sent contingents to the X drills".
func (s *sentence) partyAhead(np *nounPhrase) bool {
	if x := np.head + 1; np.nameA > s.items[np.head].b && x+1 < len(s.items) && (s.items[x].punct(",") || s.items[x].value(cVerb) == "name") {
		return false // "the drills, called X"
	}
	for i := range s.ph {
		p := &s.ph[i]
		if p.np == np || p.k == pEvent {
			return false
		}
		if p.k == pParty && p.prep == "" && !p.list.pronoun {
			return true
		}
	}
	return false
}

// otherMonth reports whether the sentence dates what it tells to another month than that of the event.
func (s *sentence) otherMonth(e *event) bool {
	for i := range s.ph {
		for _, d := range s.ph[i].dates {
			if len(d.edtf) >= 7 && len(e.date) >= 7 && s.ph[i].prep != "until" && d.edtf[:7] != e.date[:7] {
				return true
			}
		}
	}
	return false
}

// yearIn is a year of four digits in a name.
func yearIn(name string) string {
	var space [16]tok
	for _, t := range appendTokens(space[:0], name, 0, len(name)) {
		if t.kind == tNumber && len(t.text) == 4 && (t.text[0] == '1' || t.text[0] == '2') {
			return t.text
		}
	}
	return ""
}

// clone makes another event of what is known, for one of several that a phrase stands for.
func (e *event) clone() *event {
	c := *e
	c.args = slices.Clone(e.args)
	c.domains, c.forces, c.aliases = slices.Clone(e.domains), slices.Clone(e.forces), slices.Clone(e.aliases)
	c.plural = false
	c.rooted = ""
	e.s.st.add(&c)
	return &c
}

// related returns the ids at the other end of the event's affirmed relations of one type, sorted.
func (e *event) related(rel graph.RelationType) []string {
	var ids []string
	for _, a := range e.args {
		if a.rel == rel && a.polarity != graph.Negated {
			ids = appendNew(ids, cmp.Or(a.party, a.object))
		}
	}
	slices.Sort(ids)
	return ids
}

var monthWords = []string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// year is the year of the event's date, or "".
func (e *event) year() string {
	if len(e.date) >= 4 {
		return e.date[:4]
	}
	return ""
}

// forget drops what is known of a property, for what overrides it.
func (e *event) forget(prop string) {
	e.args = slices.DeleteFunc(e.args, func(a arg) bool { return a.prop == prop })
}

// otherYear reports whether the sentence dates a series' name to another year than that of
// the edition known, so that it speaks of another edition.
func (s *sentence) otherYear(np *nounPhrase, e *event) bool {
	if np.label != graph.Exercise && np.label != graph.Meeting || e.date == "" || yearIn(np.name) != "" || np.ordinal > 0 {
		return false
	}
	for i := range s.ph {
		for _, d := range s.ph[i].dates {
			if d.edtf != "" && d.rel != pastYears && d.edtf[:4] != e.date[:4] && s.ph[i].prep != "since" {
				return true
			}
		}
	}
	return false
}

// editionYear is the year that an exercise's name carries: 2018 in "Vostok 2018", "KOMODO-18" and "Joint Warrior 18-1".
func editionYear(name string) int {
	if y := atoi(yearIn(name)); y > 0 {
		return y
	}
	var space [16]tok
	toks := appendTokens(space[:0], name, 0, len(name))
	for k := 1; k < len(toks); k++ {
		if toks[k].kind == tNumber && len(toks[k].text) == 2 && toks[k-1].kind != tNumber {
			if y := atoi(toks[k].text); y > 70 {
				return 1900 + y
			} else if y < 40 && y > 4 {
				return 2000 + y
			}
		}
	}
	return 0
}

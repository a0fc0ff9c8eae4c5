package extract

import (
	"strings"

	"concord/graph"
)

// Editions: an exercise that is held again and again is one event for each year. A
// definite description or a pronoun beside another year means another edition.

// inYear is the edition of e that was held in a year: e itself, one told before, or a new one.
func (s *sentence) inYear(e *event, year string) *event {
	if e == nil || e.label != graph.Exercise || year == "" || e.year() == year || e.year() == "" && !e.habitual && !e.annual && e.editionYear() == "" || e.editionYear() == year {
		return e
	}
	root := e.root()
	line := s.st.editions.byLineage[e.lineage]
	if root != "" {
		line = s.st.editions.byRoot[graph.Slug(root)]
	}
	if o := firstTold(line, func(o *event) bool {
		return o != e && o.root() == root && (o.year() == year || o.editionYear() == year)
	}); o != nil {
		o.seen = s.ordinal
		return o
	}
	n := &event{
		label: e.label, kind: e.kind, name: root, series: e.series, s: s, section: s.section, seen: s.ordinal,
		a: s.a, b: s.a, lineage: e,
	}
	if e.lineage != nil {
		n.lineage = e.lineage
	}
	if root != "" {
		n.date = year
		n.dateSilent = true
	}
	s.st.add(n)
	s.st.note(n)
	return n
}

// heldIn is the edition that a clause tells the holding of, where the sentence speaks of the series: "RIMPAC was
// first held in 1971", "X, which was first held in 1999, took place in May 2007".
func (s *sentence) heldIn(c *clause, evs []*event) []*event {
	if len(evs) != 1 || c.v < 0 || !c.isFact() || c.verb.class != "occur" && (c.verb.class != "hold" || !c.verb.passive && !c.passive) || evs[0].editionYear() != "" || evs[0].ordinal > 0 {
		return evs
	}
	e, first := evs[0], false
	for x := max(0, s.ph[c.v].x-1); x < s.ph[c.v].y; x++ {
		first = first || contains(" first initially originally ", s.items[x].low)
	}
	e.habitual = e.habitual || first
	if !e.habitual || !first && e.s == s && e.name == "" {
		return evs
	}
	for _, i := range c.post {
		if p := &s.ph[i]; p.k == pDate && len(p.dates) == 1 && p.dates[0].rel == absolute && len(p.dates[0].edtf) >= 4 && p.prep != "since" && p.prep != "until" {
			return []*event{s.inYear(e, p.dates[0].edtf[:4])}
		}
	}
	return evs
}

// editionYear is the year in the event's name, as digits, or "".
func (e *event) editionYear() string {
	if e.name == "" {
		return ""
	}
	if y := editionYear(e.name); y > 0 {
		return itoa(y)
	}
	return ""
}

func itoa(n int) string {
	digits := ""
	for ; n > 0; n /= 10 {
		digits = string(rune('0'+n%10)) + digits
	}
	return digits
}

// root is the event's name without the year or number of the edition.
func (e *event) root() string {
	if e.series != "" {
		return e.series
	}
	var space [16]tok
	toks := appendTokens(space[:0], e.name, 0, len(e.name))
	end := len(e.name)
	for k := len(toks) - 1; k > 0 && (toks[k].kind != tWord || isRoman(toks[k].text)); k-- {
		end = toks[k].start
	}
	return strings.TrimRight(e.name[:end], " -–'’")
}

// noteSeries takes a series of exercises that the document's title or first lines name as what it is about.
func (s *sentence) noteSeries(e *event) {
	if e.label == graph.Exercise && s.st.topicSeries == nil && s.ordinal <= 4 && e.editionYear() == "" && e.ordinal == 0 {
		s.st.topicSeries = e
	}
}

// seriesTold is the exercise told of last in this section, within so many passages, else the series that the document is
// about.
func (s *sentence) seriesTold(within int) *event {
	if e := s.st.last[graph.Exercise]; e != nil && e.section == s.section && s.ordinal-e.seen <= within {
		return e
	}
	return s.st.topicSeries
}

// year is the one year that the sentence's dates name, or "".
func (s *sentence) year() string {
	year := s.headYear
	for i := range s.ph {
		p := &s.ph[i]
		if p.prep == "since" || p.prep == "until" || p.prep == "following" {
			continue
		}
		for _, d := range p.dates {
			if d.edtf == "" || d.rel == pastYears || d.partial && d.rel == absolute {
				continue
			}
			if year != "" && year != d.edtf[:4] {
				return ""
			}
			year = d.edtf[:4]
		}
	}
	return year
}

// yearAt is the year that is said right behind a phrase, else the one year of the sentence.
func (s *sentence) yearAt(np *nounPhrase) string {
	for i := range s.ph {
		if s.ph[i].np != np {
			continue
		}
		for _, p := range s.ph[i+1:] {
			if p.k == pVerb || p.k == pMark || p.k == pEvent {
				break
			}
			if p.k == pDate && p.prep != "since" && p.prep != "until" && p.prep != "following" && p.dates[0].edtf != "" && p.dates[0].rel != pastYears && !p.dates[0].partial {
				return p.dates[0].edtf[:4]
			}
		}
	}
	return s.year()
}

// edited finds the edition that a phrase counts or dates: "the second edition", "the 2016 exercise", "its first edition".
func (s *sentence) edited(np *nounPhrase) *event {
	if np.label != graph.Exercise || np.det != "the" && np.det != "its" || len(np.countries) > 0 || np.plural {
		return nil
	}
	noun := ""
	if np.head >= 0 {
		noun = s.items[np.head].low
	}
	if np.date == nil && !np.edition && !contains(editionNouns, noun) {
		return nil
	}
	e := s.seriesTold(8)
	if e == nil || s.namedBehind(np) {
		return nil
	}
	year := s.year()
	if np.date != nil && np.date.edtf != "" {
		year = np.date.edtf[:4]
	}
	if s.otherEdition(np) && (year == "" || year == e.year() || year == e.editionYear()) {
		return nil // of the same year, or of one that is not told
	}
	if year == "" {
		if np.edition && !e.habitual && !e.plural && s.ordinal-e.seen <= 3 && (e.ordinal == 0 || e.ordinal == np.ordinal) {
			return e
		}
		return nil
	}
	if e.year() == "" && e.editionYear() == "" {
		e.habitual = true
	}
	return s.inYear(e, year)
}

// singleDrills reports whether plural drills are one event, as news puts it: "China and Russia
// launched naval drills in the Gulf of Oman on Friday".
func (s *sentence) singleDrills(np *nounPhrase) bool {
	talks := np.label == graph.Meeting && (np.kind == "consultation" || np.kind == "talks")
	if np.label != graph.Exercise && !talks || !np.plural || np.det != "" || np.generic || np.count > 0 || np.name != "" {
		return false
	}
	dated := 0
	for i := range s.ph {
		p := &s.ph[i]
		for _, d := range p.dates {
			if p.prep == "since" && d.lo.m == 0 && dated == 1 {
				continue // "on Tuesday, in the fourth such drill since 2019"
			}
			if p.prep == "since" || d.rel == pastYears || d.edtf == "" || d.lo.m == 0 || len(p.dates) > 1 {
				return false
			}
			dated++
		}
	}
	return dated == 1
}

// onlyExercise reports whether "the drills" can only mean the one exercise that has been told of of late.
func (s *sentence) onlyExercise(np *nounPhrase) bool {
	e := s.st.last[graph.Exercise]
	if n := len(s.items); s.items[n-1].punct(":") || s.items[n-1].punct("-") {
		return false // a list of others follows
	}
	if np.label != graph.Exercise || np.det != "the" || np.count > 0 || np.generic || np.lateral() || e == nil || e.section != s.section || s.ordinal-e.seen > 3 {
		return false
	}
	for _, o := range s.st.events {
		if o != e && o.label == graph.Exercise && !o.dropped && s.ordinal-o.seen <= 4 {
			return false
		}
	}
	return true
}

// lateral reports whether the phrase says how many sides its exercises have.
func (np *nounPhrase) lateral() bool { return np.laterality != "" }

// editionNamed is the edition told of before by its series' name and date, where a name gives both:
// "Cobra Gold 2019" after "the Cobra Gold exercise opened on 12 February 2019".
func (s *sentence) editionNamed(label graph.Label, name string) *event {
	year := editionYear(name)
	if label != graph.Exercise || year == 0 {
		return nil
	}
	in, root := itoa(year), graph.Slug((&event{name: name}).root())
	e := firstTold(s.st.editions.byRoot[root], func(e *event) bool {
		return e.name != "" && e.year() == in && e.editionYear() == "" && !e.habitual && graph.Slug(e.root()) == root
	})
	if e != nil {
		s.st.byName[nameKey(label, name)] = append(s.st.byName[nameKey(label, name)], e)
	}
	return e
}

// yearOfEdition gives a day or month without a year that of the one edition that the sentence names: "In February the
// navy joined AMAN-23".
func (s *sentence) yearOfEdition(d *dateSpan, future bool) {
	if d.rel != absolute || d.lo.y != 0 || d.hi.y != 0 {
		return
	}
	year := 0
	for i := range s.ph {
		if p := &s.ph[i]; p.k == pEvent && p.np.label == graph.Exercise && p.np.name != "" {
			if y := editionYear(p.np.name); y > 0 && year > 0 && y != year {
				return
			} else if y > 0 {
				year = y
			}
		}
	}
	cal, other := s.st.cal, *d
	cal.resolve(&other, s.ordinal, future)
	if year > 0 && (other.lo.y == 0 || other.lo.y-year <= 1 && year-other.lo.y <= 1) {
		d.lo.y = year
	}
}

// leadNamed is the unnamed exercise that the first lines of a news story tell of, where the next sentence starts with
// its name: "A and B launched their largest drill. Golden River 2024 involves…".
func (s *sentence) leadNamed(np *nounPhrase, name string) *event {
	e := s.st.last[graph.Exercise]
	if e == nil || np.label != graph.Exercise || np.x > 1 || e.name != "" || e.plural || e.s.ordinal > 4 || e.s.heading || s.ordinal-e.seen > 1 || s.ordinal == e.s.ordinal || e.section != s.section || !s.mayBeNamed(e, np, name) {
		return nil
	}
	if s.otherMonth(e) {
		return nil
	}
	for _, o := range s.st.events {
		if o != e && o.label == graph.Exercise && !o.s.heading && o.name != "" {
			return nil
		}
	}
	return e
}

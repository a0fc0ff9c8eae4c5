package extract

import (
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// runIn takes a title off the front of a sentence ("Peacekeeping. British engineers…"), and
// remembers the countries it names.
func (s *sentence) runIn() {
	s.dayOfIssue()
	if s.dateline() {
		return
	}
	s.paragraphNumber()
	s.label()
	for x := 1; x < len(s.items) && x < 8; x++ {
		it := &s.items[x]
		if it.verb() != nil && !it.cap || it.is(cAux) {
			return
		}
		if it.punct(":") && s.listItem {
			return // "Chad: Lt. Gen. X"
		}
		if !it.punct(".") || x+3 >= len(s.items) {
			continue
		}
		if !s.items[x+1].cap && s.items[x+1].k != iEnt {
			return
		}
		if d := s.items[0].date; x == 1 && s.items[0].k == iDate && d.lo.m == 0 && d.lo.y > 0 && d.hi.y == 0 {
			s.headYear = d.lo.String()
			s.st.cal.last, s.st.cal.lastAt, s.st.cal.lastIn = d.lo, s.ordinal, s.section
		}
		if list, y := s.parties(0, false); y > 0 {
			s.st.remember(list.parties)
			if len(list.parties) == 1 {
				s.st.actor = &list.parties[0]
			}
		}
		s.headedMission(x)
		s.headedExercise(x)
		s.items = s.items[x+1:]
		return
	}
}

// headedExercise remembers the exercise that a title before item x names, for the sentence behind it: "AUSINDEX. The
// frigate took part in the exercise with…".
func (s *sentence) headedExercise(x int) {
	first := &s.items[0]
	start := 0
	if n := first.eventNoun(); n != nil && n.label == string(graph.Exercise) && x > 1 {
		start = 1
	}
	series := s.items[start].is(cSeries) && s.items[start].cap
	for y := start; y < x; y++ {
		it := &s.items[y]
		if y == start && series || y > start && (it.k == iNum || it.k == iDate || it.punct("-")) {
			continue
		}
		if it.k != iWord && it.k != iLex || !it.cap || start == 0 && !series && !s.toks[it.i].acronym() || it.eventNoun() != nil || it.is(cTopic) || it.is(cDomain) || it.is(cNoun) || it.is(cForce) {
			return
		}
	}
	if start == 0 && !series && !s.exerciseBehind(x) {
		return
	}
	np := nounPhrase{x: start, head: -1, y: x, label: graph.Exercise, kind: "exercise", nameA: s.items[start].a, nameB: s.items[x-1].b}
	np.name = s.text(np.nameA, np.nameB)
	if series {
		np.series = strings.Join(strings.Fields(s.text(s.items[start].a, s.items[start].b)), " ")
		if d := s.items[start].value(cSeries); d != "-" {
			np.domains = strings.Split(d, ",")
		}
	}
	s.titleEvent = s.resolve(&np)
	s.titleEvent.np = nil
}

// exerciseBehind reports whether "the exercise" or an edition of it is spoken of behind item x.
func (s *sentence) exerciseBehind(x int) bool {
	for y := x + 1; y < len(s.items) && y < x+14; y++ {
		if n := s.items[y].eventNoun(); n != nil && !n.plural {
			return n.label == string(graph.Exercise) && !s.items[y].cap && (y+1 == len(s.items) || s.items[y+1].k != iName && !s.items[y+1].cap)
		}
	}
	return false
}

// headedMission remembers the mission that a title before item x names, for its paragraph.
func (s *sentence) headedMission(x int) {
	for y := range x {
		if it := &s.items[y]; it.k == iEnt && it.label() == graph.Mission {
			s.st.mission = &told{it.ent, s.ordinal, s.section, true}
			s.st.listMission, s.st.listBlock = it.ent, s.st.blockAt
		}
	}
}

// listHeading gives the events of a list what its heading says of all of them: "Meetings
// hosted by China in 2008", "Instruments of the SCO".
func (s *sentence) listHeading() {
	st := s.st
	s.noteCaption()
	if s.heading {
		st.headEvent, st.headRole, st.memberHead = nil, s.roleHeading(), s.memberHeading()
		for i := range s.ph {
			if p := &s.ph[i]; p.k == pEvent && len(p.ev) == 1 && p.ev[0].name == "" && p.np.plural {
				st.headEvent = p.ev[0]
				return
			}
		}
		return
	}
	if s.listItem && st.memberHead != "" {
		s.listedMember(st.memberHead)
		return
	}
	if s.listItem && st.headRole != "" {
		s.listedTaker(st.headRole)
		return
	}
	s.introducesList()
	h := st.headEvent
	if h == nil || !s.listItem || h.s.section != s.section {
		return
	}
	for i := range s.ph {
		p := &s.ph[i]
		if p.k != pEvent || p.prep != "" || p.np.det == "the" || p.ev[0].label != h.label {
			continue
		}
		for _, e := range p.ev {
			m := e.modality()
			for _, a := range h.args {
				if m == graph.Planned && a.modality == graph.Actual {
					a.modality = m
				}
				if a.rel == graph.Under || a.rel == graph.Attended || a.rel == graph.ParticipatedIn || a.rel == graph.Hosted || a.rel == graph.HeldIn {
					e.args = append(e.args, a)
				}
			}
		}
	}
}

// dateline takes a news agency's line off the front of a sentence: "BANGKOK, Feb. 12 (Asia Press) —".
func (s *sentence) dateline() bool {
	if s.heading {
		return false
	}
	dated := false
	for x := 0; x < len(s.items) && x < 16; x++ {
		it := &s.items[x]
		switch {
		case it.k == iDate || it.punct("(") || x == 0 && s.inCapitals(it):
			dated = true
		case it.verb() != nil && !it.cap, it.eventNoun() != nil, it.is(cSeries), it.label() == graph.Mission:
			return false
		case it.k == iPunct && it.low == "-" && dated && x+2 < len(s.items):
			for y := 0; y < x; y++ {
				if s.items[y].k == iDate {
					d := s.items[y].date
					s.st.cal.resolve(&d, s.ordinal, false)
					s.st.cal.issued(d)
				}
			}
			if x+1 < len(s.items) && s.items[x+1].punct("-") {
				x++
			}
			s.items = s.items[x+1:]
			return true
		}
	}
	return false
}

// inCapitals reports whether an item at the start of a text is written in capitals, as the place of a report is: "NAIROBI - ".
func (s *sentence) inCapitals(it *item) bool {
	word := s.text(it.a, it.b)
	return s.ordinal <= 4 && len(word) > 3 && strings.ToUpper(word) == word && strings.ToLower(word) != word && it.form != gazetteer.Acronym
}

// dayOfIssue takes a line at the top that is nothing but a place and a day as the day the text was published:
// "Cartagena, Colombia, 12 July 2023".
func (s *sentence) dayOfIssue() {
	if s.ordinal > 6 || len(s.items) > 14 || s.listItem || s.cellular || s.st.speaksOfExercises() && s.items[0].k != iDate && s.items[0].k != iEnt {
		return
	}
	var day *item
	for x := range s.items {
		it := &s.items[x]
		switch {
		case it.k == iDate && day == nil:
			day = it
		case it.k == iDate, it.eventNoun() != nil, it.verb() != nil && !it.cap, it.is(cAux):
			return
		}
	}
	if day != nil {
		s.st.cal.issued(day.date)
	}
}

// paragraphNumber takes the number of its paragraph off the front of a sentence: "5.4 With the Philippines…".
func (s *sentence) paragraphNumber() { s.items = s.items[s.paragraphNumbered():] }

// paragraphNumbered is 1 where the sentence begins with the number of its paragraph, "13.2", and 0 elsewhere.
func (s *sentence) paragraphNumbered() int {
	if len(s.items) < 3 || s.items[0].k == iDate || !s.items[1].cap {
		return 0
	}
	word := s.text(s.items[0].a, s.items[0].b)
	if strings.Trim(word, "0123456789") == "." && word[0] != '.' && word[len(word)-1] != '.' {
		return 1
	}
	return 0
}

// introducesList takes the exercises of a line that ends in a colon as what the items below it are: "The following
// exercises were conducted by the Army in 2019:".
func (s *sentence) introducesList() {
	n := len(s.items)
	if n < 3 || s.listItem || !s.items[n-1].punct(":") && !(s.items[n-2].punct(":") && s.items[n-1].punct("-")) {
		return
	}
	for i := range s.ph {
		if p := &s.ph[i]; p.k == pEvent && len(p.ev) == 1 && p.ev[0].label == graph.Exercise && p.ev[0].name == "" && p.np.plural {
			s.st.headEvent = p.ev[0]
			return
		}
	}
}

// listedBelow reports whether a phrase announces what is yet to come: "the following exercises".
func (s *sentence) listedBelow(np *nounPhrase) bool {
	for x := np.x; x < np.y; x++ {
		if it := &s.items[x]; it.is(cDet) && strings.HasSuffix(s.text(it.a, it.b), "following") {
			return true
		}
	}
	return false
}

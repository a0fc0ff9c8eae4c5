package extract

import "concord/graph"

// leadingMeetings makes the subject attend a meeting that the sentence starts with:
// "At the X Summit, China stressed…".
func (s *sentence) leadingMeetings(c *clause) {
	var meeting []*event
	own := false // a participle has taken what follows it
	if c.inherit || c.subj < 0 {
		return
	}
	for i := s.sentenceStart(c); i < c.subj; i++ {
		p := &s.ph[i]
		switch {
		case p.k == pEvent && p.ev[0].label == graph.Meeting && (p.prep == "at" || p.prep == "during" || p.prep == "in"):
			meeting = append(meeting, p.ev...)
		case p.k == pEvent && p.prep == "" && len(meeting) > 0 && p.ev[0].label == graph.Meeting:
			meeting = append(meeting, p.ev...)
		case p.k == pMark || p.k == pEvent:
		case p.k == pVerb:
			own = true
		case own:
		case p.k == pDate || p.k == pPlace:
			s.attach(meeting, i, noVerb(), 0)
		}
	}
	if len(meeting) == 0 || len(c.subject.parties) == 0 {
		return
	}
	h := noVerb()
	for _, e := range meeting {
		for _, p := range c.subject.parties {
			if !mayTakePart(p) || p.id == "" {
				continue
			}
			props := map[string]any{"role": "participant"}
			if p.entity != nil {
				s.st.out.entity(*p.entity)
				s.framework(e, partyList{parties: []party{p}}, h)
			}
			if p.rep != "" {
				props["representedBy"] = p.rep
			}
			e.relate(arg{rel: graph.Attended, party: p.id, props: props, a: p.a, b: p.b, rule: "attendance.at", conf: 0.85, basis: graph.Implied}, s, h)
		}
	}
}

// sentenceStart is where the phrases start that lead up to the clause's subject, past participles.
func (s *sentence) sentenceStart(c *clause) int {
	i := c.subj
	for i > 0 {
		p := &s.ph[i-1]
		if p.k == pVerb && !(p.verb.bare && !p.verb.ing) || p.k == pMark && (p.word == ";" || p.word == ":") || p.k == pRel {
			break
		}
		i--
	}
	return i
}

// pendAttendees makes the items of the list that comes those who attended, after a line such as "The summit was
// attended by the following Heads of State:".
func (s *sentence) pendAttendees(list []clause) {
	n := len(s.items)
	if n < 3 || !s.items[n-1].punct(":") && !s.items[n-1].punct("-") {
		return
	}
	attended, role := false, "participant"
	for k := range list {
		if c := &list[k]; c.verb.class == "join" || c.verb.class == "observe" || c.verb.class == "observing" {
			attended = c.isFact()
			if c.verb.class != "join" || s.asObservers(c) {
				role = "observer"
			}
		}
	}
	e := s.oneEvent()
	if !attended || e == nil {
		return
	}
	s.st.pending = func(item *sentence) { item.attendee(e, role) }
	s.st.present, s.st.presentRole, s.st.presentAt = e, role, s.ordinal
}

// attendeeLine reads a line of such a list that is no list to look at: "Chad: President X; Mali: Minister Y".
func (s *sentence) attendeeLine() bool {
	st := s.st
	if st.present == nil || s.listItem || s.ordinal-st.presentAt > 1 || len(s.items) == 0 {
		return false
	}
	if n := len(s.items); n < 5 && !s.hasVerb() && (s.items[0].value(cPrep) == "for" || s.items[n-1].punct(":")) {
		st.presentAt = s.ordinal // "For ECOWAS", whose list comes
		return false
	}
	if len(s.items) < 3 {
		return false
	}
	if list, y := s.parties(0, false); len(list.parties) > 2 && y >= len(s.items)-1 && list.parties[0].label == graph.Country {
		s.addParties(st.present, list, st.presentRole, noVerb(), "attendance.list")
		st.presentAt, st.present.seen = s.ordinal, s.ordinal
		return true
	}
	read := false
	for x := 0; x+1 < len(s.items); x++ {
		it := &s.items[x]
		if !it.country() || !s.items[x+1].punct(":") || x > 0 && !s.items[x-1].punct(";") && !s.items[x-1].punct(".") && !s.items[x-1].is(cDet) {
			continue
		}
		one := party{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b}
		s.addParties(st.present, partyList{parties: []party{one}, a: it.a, b: it.b}, st.presentRole, noVerb(), "attendance.list")
		read = true
	}
	if read {
		st.presentAt, st.present.seen = s.ordinal, s.ordinal
	}
	return read
}

// attendee makes the country that an item of a list of attendees names take part: "A: President X", "X, Minister
// of Defence of A". The list ends with the first item that is a sentence.
func (s *sentence) attendee(e *event, role string) {
	if s.hasVerb() {
		s.st.pending = nil
		return
	}
	for i := range s.ph {
		p := &s.ph[i]
		if p.k != pParty || len(p.list.parties) == 0 || p.list.pronoun {
			continue
		}
		if one := p.list.parties[0]; len(p.list.parties) == 1 && one.label != graph.CountryGroup {
			s.addParties(e, p.list, role, noVerb(), "attendance.list")
			e.seen = s.ordinal
		}
		return
	}
}

// alsoPresent reads "Also in attendance were the representatives of A and B" for the meeting or exercise told of.
func (s *sentence) alsoPresent(list []clause) {
	for k := range list {
		c := &list[k]
		if c.verb.class != "be" || c.subj >= 0 || !c.isFact() {
			continue
		}
		present, role := false, "participant"
		for x := 0; x < s.ph[c.v].x; x++ {
			if it := &s.items[x]; it.country() || it.k == iPunct {
				present = false
				break
			} else if contains(" attendance present attending participating ", it.low) {
				present = true
			}
		}
		if !present {
			continue
		}
		e := s.oneEvent()
		if e == nil {
			continue
		}
		if s.asObservers(c) {
			role = "observer"
		}
		for _, i := range c.post {
			if p := &s.ph[i]; p.k == pParty && p.prep == "" {
				s.addParties(e, p.list, role, c, "attendance.also")
				e.seen = s.ordinal
			}
		}
	}
}

// heldBy is the framework of a meeting that a body of an organization held: "the Council of Ministers of A held its
// 11th session".
func (s *sentence) heldBy(list []clause) {
	for k := range list {
		c := &list[k]
		if c.verb.class != "hold" || c.passive || len(c.events) != 1 || c.events[0].label != graph.Meeting || len(c.events[0].related(graph.Under)) > 0 {
			continue
		}
		for j := c.v - 1; j >= 0; j-- {
			if p := &s.ph[j]; p.k == pMark && p.word != "(" && p.word != ")" || p.k == pVerb {
				break
			} else if p.k == pParty && len(p.list.parties) == 1 {
				s.framework(c.events[0], p.list, c)
				break
			}
		}
	}
}

// involvedIn makes "A and B are involved in EVENT" say that they take part in it.
func (s *sentence) involvedIn(list []clause) {
	for k := range list {
		c := &list[k]
		next := c.v + 1
		if c.verb.class == "be" && c.subj >= 0 && s.ph[c.subj].k == pParty && next < len(s.ph) && s.ph[next].y-s.ph[next].x == 1 && s.items[s.ph[next].x].low == "present" {
			v := *c.verb
			v.class = "join" // "were also present"
			c.verb, s.ph[c.v].verb = &v, &v
			continue
		}
		if c.verb.class != "involve" || !c.passive || c.subj < 0 || s.ph[c.subj].k != pParty || next >= len(s.ph) || s.ph[next].k != pEvent || s.ph[next].prep != "in" {
			continue
		}
		v := *c.verb
		v.class, v.passive = "join", false
		c.verb, s.ph[c.v].verb, c.passive = &v, &v, false
	}
}

// observersCame reads "Observers from A and B arrived on Friday", "watched".
func (s *sentence) observersCame(c *clause) {
	if c.subj < 0 || c.passive || !contains(" arrived watched monitored followed ", c.verb.low) {
		return
	}
	p := &s.ph[c.subj]
	if p.k != pParty || s.items[p.x].low != "observers" || !c.isFact() {
		return
	}
	if e := s.current(); e != nil && e.label == graph.Exercise && s.near(e) {
		s.addParties(e, p.list, "observer", c, "participants.came")
	}
}

// represents makes the country take part that somebody stands for: "the frigate represented the Indian Navy in
// Exercise X".
func (s *sentence) represents(c *clause) bool {
	if c.passive || !contains(" represented represents ", c.verb.low) || c.verb.class != "other" {
		return false
	}
	var party *phrase
	var e *event
	for _, i := range c.post {
		switch p := &s.ph[i]; {
		case p.k == pParty && p.prep == "" && party == nil && len(p.list.parties) == 1:
			party = p
		case p.k == pEvent && e == nil && contains(" in at during ", p.prep) && len(p.ev) == 1:
			e = p.ev[0]
		}
	}
	if party == nil {
		return false
	}
	if e == nil {
		if e = s.currentFor(c); e == nil {
			return false
		}
	}
	e.seen = s.ordinal
	s.addParties(e, party.list, "participant", c, "participants.represent")
	for n, i := range c.post {
		if p := &s.ph[i]; p.k == pEvent && p.ev[0] == e {
			for _, j := range c.post[n+1:] {
				if q := &s.ph[j]; q.k != pDate && q.k != pPlace {
					break
				}
				s.attach([]*event{e}, j, noVerb(), 0)
			}
		}
	}
	return true
}

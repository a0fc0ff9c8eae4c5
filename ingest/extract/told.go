package extract

import "concord/graph"

// tidyPhrases puts right what stands between phrases that belong together, before clauses are made.
func (s *sentence) tidyPhrases() {
	s.dropAttributions()
	s.notePersons()
	s.joinOfficials()
	s.meetingOfMeeting()
	s.phases()
	s.daysLong()
	for i := range s.ph {
		p := &s.ph[i]
		switch {
		case p.k == pParty && i > 0 && s.ph[i-1].k == pParty && p.list.pronoun && contains(" itself themselves ", s.items[p.x].low):
			p.k, p.list = pOther, partyList{}
		case p.k == pEvent && p.prep == "under" && s.namedSo(p):
			p.prep = "in"
		}
	}
}

// daysLong gives a phrase the preposition that its length stands between: "on the sidelines of the 3-day Dialogue".
func (s *sentence) daysLong() {
	for i := 0; i+1 < len(s.ph); i++ {
		p, q := &s.ph[i], &s.ph[i+1]
		if p.k == pOther && p.prep != "" && q.prep == "" && q.x == p.y && p.y-p.x == 2 && s.items[p.x].k == iNum && s.items[p.x+1].joined && contains(" day week month nation hour ", s.items[p.x+1].low) {
			q.prep = p.prep
			s.ph = append(s.ph[:i], s.ph[i+1:]...)
		}
	}
}

// namedSo reports whether the event phrase is "the name EVENT".
func (s *sentence) namedSo(p *phrase) bool {
	for x := p.x; x < min(p.y, p.x+3); x++ {
		if contains(" name codename title ", s.items[x].low) {
			return true
		}
	}
	return false
}

// dropAttributions takes out who said it: ", the ministry said," and ", she added."
func (s *sentence) dropAttributions() {
	for i := 2; i < len(s.ph); i++ {
		v := &s.ph[i]
		if v.k != pVerb || v.verb.class != "other" || !contains(" said says announced added reported stated ", v.verb.low) {
			continue
		}
		a := i - 1
		for a > 0 && (s.ph[a].k == pOther || s.ph[a].k == pParty) && s.ph[a].prep != "" {
			a--
		}
		if a < 1 || s.ph[a].k != pOther && s.ph[a].k != pParty || !s.comma(a-1) {
			continue
		}
		switch last := i+1 == len(s.ph) || s.ph[i+1].k == pMark && s.ph[i+1].word == "."; {
		case last:
			s.ph = append(s.ph[:a-1], s.ph[i+1:]...)
			return
		case s.comma(i + 1):
			s.ph = append(s.ph[:a], s.ph[i+2:]...)
			i = a
		}
	}
}

func (s *sentence) comma(i int) bool {
	return i >= 0 && i < len(s.ph) && s.ph[i].k == pMark && s.ph[i].word == ","
}

// ordinalsOfKind reads "the exercise, the sixth of its kind, was…" and "it was the third of its kind".
func (s *sentence) ordinalsOfKind() {
	for x := 0; x+3 < len(s.items); x++ {
		if s.items[x].k != iOrd || s.items[x+1].low != "of" && s.items[x+1].low != "in" || !s.items[x+2].is(cDet) || !s.kindNoun(x+3) {
			continue
		}
		var e *event
		for i := range s.ph {
			if p := &s.ph[i]; p.k == pEvent && p.y <= x && len(p.ev) == 1 && participation(p.ev[0].label) != "" {
				e = p.ev[0]
			}
		}
		if e == nil && x <= 4 {
			if e = s.st.lastAny; e != nil && (s.ordinal-e.seen > 1 || e.section != s.section) {
				e = nil
			}
		}
		if e != nil && e.ordinal == 0 && !e.plural && participation(e.label) != "" {
			e.ordinal = s.items[x].ord
			e.property("ordinal", int64(e.ordinal), s, s.items[x].a, s.items[x+3].b, nil, "ordinal.kind")
		}
	}
}

// ownedBy puts "NATO's Trident Juncture 18" under the organization that it is said to be of.
func (s *sentence) ownedBy(i int, e *event) {
	if i == 0 || s.ph[i-1].k != pParty || s.ph[i-1].y != s.ph[i].x || len(s.ph[i-1].list.parties) != 1 || !s.items[s.ph[i].x-1].poss {
		return
	}
	p := s.ph[i-1].list.parties[0]
	org, ok := s.st.gaz.Entry(p.id)
	if !ok || p.label != graph.Organization || !isOrganization(org) || e.label != graph.Exercise && e.label != graph.Meeting {
		return
	}
	e.relate(arg{rel: graph.Under, object: p.id, a: p.a, b: s.ph[i].b, rule: "framework.owner"}, s, noVerb())
}

// dateOfPhrase takes the date that an event's phrase has behind it: "the Treaties of 2 November 2010".
func (s *sentence) dateOfPhrase(i int, e *event) {
	if i+1 >= len(s.ph) || e.date != "" || s.ph[i].np.plural && e.name == "" {
		return
	}
	q := &s.ph[i+1]
	if q.k != pDate || q.prep != "of" || len(q.dates) != 1 || q.dates[0].edtf == "" || q.dates[0].rel == pastYears {
		return
	}
	if e.label == graph.Exercise && e.habitual {
		return
	}
	d := q.dates[0]
	e.date = d.edtf
	e.property("date", d.edtf, s, d.a, d.b, nil, "date.of")
}

// kindNoun reports whether the words at item x are "kind" or "series", with the name of the series before it or not.
func (s *sentence) kindNoun(x int) bool {
	for y := x; y < len(s.items) && y < x+4; y++ {
		if contains(" kind series sort type ", s.items[y].low) {
			return true
		}
		if !s.items[y].cap && s.items[y].k != iLex {
			return false
		}
	}
	return false
}

// keepsTo lets the text go on about the exercise that its sentence is about, where another is only compared with it:
// "It alternates with X", "The drill is the successor to X".
func (s *sentence) keepsTo(before *event, list []clause) {
	about := before
	if c := &list[0]; c.subj >= 0 && s.ph[c.subj].k == pEvent && len(s.ph[c.subj].ev) == 1 {
		about = s.ph[c.subj].ev[0]
	} else if c.v < 1 || s.ph[0].y-s.ph[0].x != 1 || s.items[s.ph[0].x].value(cPron) != "it" || before == nil || s.tooFar(before) {
		return
	}
	if about == nil || about.label != graph.Exercise || about.plural || about.generic {
		return
	}
	for i := list[0].v + 1; i < len(s.ph); i++ {
		if p := &s.ph[i]; p.k == pEvent && p.np.label == graph.Exercise && !contains(" with to from than like of ", p.prep) && p.ev[0] != about {
			return
		}
	}
	s.st.last[graph.Exercise] = about
	if s.st.lastAny != nil && s.st.lastAny.label == graph.Exercise {
		s.st.lastAny = about
	}
}

package extract

import "concord/graph"

// gap reports whether a party and a date at phrases i and i+1 stand for a whole clause whose verb is
// that of the one before: "Malawi ratified in 1996, Togo in 1998 and Benin on 3 May 2001".
func (s *sentence) gap(i int) bool {
	if i == 0 || i+1 >= len(s.ph) || s.ph[i].k != pParty || s.ph[i].prep != "" || s.ph[i].list.pronoun || len(s.ph[i].list.parties) == 0 {
		return false
	}
	if m := &s.ph[i-1]; m.k != pDate && (m.k != pMark || !contains(" , and ; but sub ", m.word)) {
		return false
	}
	q := &s.ph[i+1]
	if s.nth(q) && i+2 < len(s.ph) { // "and Vietnam the seventh in July 1995"
		i++
		q = &s.ph[i+1]
	}
	if q.k != pDate || len(q.dates) != 1 || q.dates[0].edtf == "" || q.prep != "in" && q.prep != "on" && q.prep != "since" {
		return false
	}
	if i+2 < len(s.ph) && s.ph[i+2].k == pVerb {
		return false
	}
	for j := i - 1; j >= 0; j-- { // the verb before has a date of its own
		switch s.ph[j].k {
		case pDate:
			return true
		case pVerb:
			return false
		}
	}
	return false
}

// gapDate is the date that belongs to the party at phrase i, which gap has found.
func (s *sentence) gapDate(i int) *phrase {
	if s.nth(&s.ph[i+1]) {
		return &s.ph[i+2]
	}
	return &s.ph[i+1]
}

// nth reports whether the phrase is a number in a row alone: "the seventh".
func (s *sentence) nth(p *phrase) bool {
	return p.k == pOther && p.prep == "" && p.y-p.x <= 2 && s.items[p.y-1].k == iOrd
}

// near reports whether the event was told of so near above that a verb without an object can be about
// it. In a digest lines with its dates may stand between, which look like headings.
func (s *sentence) near(e *event) bool {
	if s.labelled && s.ordinal-e.seen <= 4 {
		return true
	}
	return e.section == s.section && s.ordinal-e.seen <= 2
}

// leaves reports whether the verb is "to leave", which is of organizations, not of treaties.
func leaves(v *verbGroup) bool { return contains(" left leave leaves leaving ", v.low) }

// titleLine takes a line that is nothing but an agreement's title as its name, and notes between whom it is:
// "Peace agreement between A and B".
func (s *sentence) titleLine(list []clause, i int) {
	p := &s.ph[i]
	if p.np.label != graph.Treaty || p.np.plural || i+1 >= len(s.ph) {
		return
	}
	n := i + 1
	for n+1 < len(s.ph) && s.ph[n].prep != "" && (s.ph[n].k == pOther || s.ph[n].k == pTopic || s.ph[n].k == pDomain) {
		n++ // "on cooperation in the field of defence"
	}
	q := &s.ph[n]
	if q.k == pParty && q.prep == "with" && len(q.list.parties) == 1 {
		p.np.sides = q.list.parties // the other side
		return
	}
	if q.k != pParty || q.prep != "between" || len(q.list.parties) < 2 {
		return
	}
	p.np.sides = q.list.parties
	if n > i+1 {
		return
	}
	if len(list) != 1 || list[0].v >= 0 || i > 0 && s.ph[i-1].k != pMark {
		return
	}
	if p.np.det == "" && (p.np.name == "" || p.np.head+1 == p.np.y) && (i+2 == len(s.ph) || s.ph[i+2].k == pMark) && s.items[p.x].cap {
		p.np.nameA, p.np.nameB = s.items[p.np.x].a, q.b
		p.np.name = s.text(p.np.nameA, p.np.nameB)
	}
}

// shortTitle is the agreement that phrase i names once more, in brackets after its sides: "Peace Agreement between A
// and B (X Agreement)".
func (s *sentence) shortTitle(i int) *event {
	if i < 3 || s.ph[i-1].k != pMark || s.ph[i-1].word != "(" || s.ph[i-2].k != pParty || s.ph[i-2].prep != "between" || s.ph[i-3].k != pEvent || len(s.ph[i-3].ev) != 1 {
		return nil
	}
	np, e := s.ph[i].np, s.ph[i-3].ev[0]
	if np.label != graph.Treaty || e.label != graph.Treaty || np.name == "" || np.plural {
		return nil
	}
	e.aliases = appendNew(e.aliases, tidy(np.name))
	key := nameKey(np.label, tidy(np.name))
	s.st.byName[key] = append(s.st.byName[key], e)
	return e
}

// treatyAsTitle reports whether a line is nothing but the name of a treaty that the gazetteer knows as the
// organization of its parties: "Inter-American Treaty of Reciprocal Assistance (Rio Treaty)".
func (s *sentence) treatyAsTitle() bool {
	if n := len(s.items); s.items[0].label() != graph.Organization || n != 1 && !(n == 4 && s.items[1].punct("(") && s.items[3].punct(")")) {
		return false
	}
	for i := s.items[0].i; i < s.items[0].j; i++ {
		if contains(" treaty pact convention ", s.toks[i].low) {
			return true
		}
	}
	return false
}

// label takes off what a sentence is called by, before its colon: "Remarks: Mexico withdrew in 2004."
func (s *sentence) label() {
	if len(s.items) < 5 || !s.items[1].punct(":") || s.items[0].k != iWord || !s.items[0].cap || !s.items[2].cap && s.items[2].k != iEnt && !s.items[2].is(cDet) {
		return
	}
	if _, end := s.st.lex.columns.match(s.toks, s.items[0].i); end > s.items[0].i {
		return
	}
	for x := 3; x < len(s.items); x++ {
		if it := &s.items[x]; it.verb() != nil && !it.cap || it.is(cAux) {
			s.items, s.labelled = s.items[2:], true
			return
		}
	}
}

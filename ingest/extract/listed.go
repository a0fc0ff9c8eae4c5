package extract

import "concord/graph"

// Countries listed one by one under a heading that says what they were.

// roleHeading is the role that a heading such as "Participants" or "Observers" gives the countries
// listed below it, or "".
func (s *sentence) roleHeading() string {
	if len(s.items) == 0 || len(s.items) > 4 {
		return ""
	}
	found, end := s.st.lex.columns.match(s.toks, s.items[0].i)
	if len(found) == 0 || end < s.items[len(s.items)-1].j {
		return ""
	}
	switch found[0].value {
	case "participants":
		return "participant"
	case "observers":
		return "observer"
	case "host":
		return "host"
	}
	return ""
}

// listedTaker makes the country that starts a list's item take part in the exercise or meeting told of
// before the heading: "Egypt (host)", "United States (600 personnel)", "Cyprus".
func (s *sentence) listedTaker(role string) {
	e := s.st.lastAny
	if e == nil || participation(e.label) == "" || e.plural || s.ordinal-e.seen > 30 || s.hasVerb() || len(s.ph) == 0 {
		return
	}
	if s.ph[0].k != pParty || len(s.ph[0].list.parties) == 0 {
		s.labelledTakers(e, role)
		return
	}
	list := s.ph[0].list
	if list.total == len(list.parties) && list.total > 1 { // "Seven full participants: A, B…"
		s.addParties(e, list, role, noVerb(), "participants.listed")
		e.seen = s.ordinal
		return
	}
	if len(list.parties) != 1 || list.parties[0].label == graph.CountryGroup {
		return
	}
	for x := s.ph[0].y; x < len(s.items); x++ {
		switch it := &s.items[x]; {
		case it.low == "host":
			role = "host"
		case it.value(cVerb) == "cohost":
			role = "co_host"
		case it.low == "observer" || it.low == "observers":
			role = "observer"
		case it.k == iNum && x+1 < len(s.items) && hasUnit(&s.items[x+1], "persons"):
			list.parties[0].personnel = int(it.num.value)
		}
	}
	s.addParties(e, list, role, noVerb(), "participants.listed")
	e.seen = s.ordinal
}

// labelledTakers makes those take part whom an item lists behind a label: "Civic assistance: A and B", "Seven full
// participants: A, B…".
func (s *sentence) labelledTakers(e *event, role string) {
	for i := 1; i+1 < len(s.ph) && i < 6; i++ {
		if s.ph[i].k != pMark || s.ph[i].word != ":" {
			continue
		}
		p := &s.ph[i+1]
		if p.k != pParty || p.prep != "" || len(p.list.parties) == 0 || i+2 < len(s.ph) && s.ph[i+2].k != pMark {
			return
		}
		if s.items[0].low == "observers" || s.items[0].low == "observer" {
			role = "observer"
		}
		s.addParties(e, p.list, role, noVerb(), "participants.listed")
		e.seen = s.ordinal
		return
	}
}

// memberHeading is the status of the members that a heading such as "Dialogue partners" announces, in a text
// about an organization; "" for any other heading.
func (s *sentence) memberHeading() string {
	st := s.st
	n := len(s.items)
	if n == 0 || n > 4 || st.topicOrg == nil || !st.topicHeaded || !s.manyMembers(n-1) {
		return ""
	}
	for x := range n - 1 {
		if it := &s.items[x]; it.k != iWord && it.k != iNum && !it.is(cDet) && it.label() != graph.Organization {
			return ""
		}
	}
	status := s.statusOf(n - 1)
	if e := st.lastAny; status == "observer" && e != nil && participation(e.label) != "" && (st.memberOrg == nil || e.seen > st.memberAt) {
		return ""
	}
	return status
}

// listedMember makes the country that is all a list's item holds, but for a year, a member: "Chad", "Chad (1999)".
func (s *sentence) listedMember(status string) {
	if s.hasVerb() || len(s.items) == 0 || !s.items[0].country() {
		return
	}
	r, end := s.roll(0)
	if len(r) != 1 || end < len(s.items) && !s.items[end].punct(".") {
		return
	}
	s.rollMembers(0, s.st.topicOrg, status, nil, 0)
}

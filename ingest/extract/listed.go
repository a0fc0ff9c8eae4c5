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
	if e == nil || participation(e.label) == "" || e.plural || s.ordinal-e.seen > 30 || s.hasVerb() || len(s.ph) == 0 || s.ph[0].k != pParty {
		return
	}
	list := s.ph[0].list
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

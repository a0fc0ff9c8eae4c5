package extract

import "concord/graph"

// police reads where a country's police are: "208 Chinese peacekeeping policemen are in A, B and C".
func (s *sentence) police(list []clause) {
	for i := range s.ph {
		p := &s.ph[i]
		if p.k == pParty && len(p.list.parties) == 1 && p.prep == "" && s.roleIn(p) == "police" {
			s.policeOf(i)
			continue
		}
		if p.k != pCount || p.count.role != "police" {
			continue
		}
		who := s.countryIn(p)
		if who == nil {
			who = s.contributor(list)
		}
		if who == nil {
			return
		}
		var to []placeRef
		for j := i + 1; j < len(s.ph) && len(to) == 0; j++ {
			q := &s.ph[j]
			if q.prep == "including" && s.areasBefore(j) {
				if q.k == pPlace {
					to = q.places
				}
				for _, c := range q.list.parties {
					to = append(to, placeRef{id: c.id, a: c.a, b: c.b})
				}
				break
			}
			if q.k == pPlace && (q.prep == "in" || q.prep == "to") {
				to = q.places
			} else if q.k == pParty && (q.prep == "in" || q.prep == "to") {
				for _, c := range q.list.parties {
					to = append(to, placeRef{id: c.id, a: c.a, b: c.b})
				}
			} else if q.k == pMission || q.k == pEvent || q.k == pMark && q.word == ";" || s.unrelated(q) {
				break
			}
		}
		if len(to) == 0 {
			s.policeInList(*who)
		}
		for _, pl := range to {
			props := map[string]any{}
			if len(to) == 1 && p.count.comparator == "eq" {
				props["personnel"] = int64(p.count.num.value)
			}
			if as := s.asOf(); as != "" {
				props["asOf"] = as
			}
			if len(props) == 0 {
				props = nil
			}
			s.st.out.place(s, pl)
			s.st.out.claim(graph.Claim{Subject: who.id, Relation: graph.DeployedPoliceTo, Object: pl.id, Properties: props, Confidence: 0.9, Rule: "police"}, s, p.a, pl.b)
		}
	}
}

// areasBefore reports whether the phrases before j count areas or countries, which phrase j gives examples of.
func (s *sentence) areasBefore(j int) bool {
	for i := j - 1; i >= max(0, j-3); i-- {
		for x := s.ph[i].x; x < s.ph[i].y; x++ {
			if v := s.items[x].value(cUnit); v == "areas" || v == "countries" {
				return true
			}
		}
	}
	return false
}

// unrelated reports whether a phrase starts to tell of somebody else: ", the government in Kingston said".
func (s *sentence) unrelated(p *phrase) bool {
	return p.k == pParty && p.prep == "" || p.k == pOther && s.items[p.x].is(cBody)
}

// policeOf reads "Chinese police are deployed in A, B and C": no number.
func (s *sentence) policeOf(i int) {
	p := &s.ph[i]
	who := p.list.parties[0]
	for j := i + 1; j < len(s.ph); j++ {
		q := &s.ph[j]
		switch {
		case q.k == pMission || q.k == pEvent:
			return
		case q.k == pVerb && (q.verb.neg || q.verb.modality != ""):
			return
		case q.k == pPlace && (q.prep == "in" || q.prep == "to"):
			for _, pl := range q.places {
				s.policeIn(who, pl, p.a)
			}
			return
		}
	}
	s.policeInList(who)
}

func (s *sentence) policeIn(who party, pl placeRef, a int) {
	var props map[string]any
	if as := s.asOf(); as != "" {
		props = map[string]any{"asOf": as}
	}
	s.st.out.place(s, pl)
	s.st.out.claim(graph.Claim{Subject: who.id, Relation: graph.DeployedPoliceTo, Object: pl.id, Properties: props, Confidence: 0.9, Rule: "police"}, s, a, pl.b)
}

// policeInList takes the places of the list items that follow "Chinese police served in:".
func (s *sentence) policeInList(who party) {
	if n := len(s.items); n == 0 || !s.items[n-1].punct(":") {
		return
	}
	s.st.pending = func(item *sentence) {
		if places, y := item.places(0, "in"); y >= len(item.items)-1 {
			for _, pl := range places {
				item.policeIn(who, pl, item.a)
			}
		}
	}
}

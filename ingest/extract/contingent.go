package extract

import "concord/graph"

// yearOf is the date that starts the clause: "In 2020 the Bundeswehr takes part…".
func (s *sentence) yearOf(c *clause) string {
	if d := s.leadingYear(c); d != nil {
		return d.edtf
	}
	return ""
}

// leadingYear is the one date before the clause's subject that says when.
func (s *sentence) leadingYear(c *clause) *dateSpan {
	for _, i := range c.leading {
		if p := &s.ph[i]; p.k == pDate && p.prep == "in" && p.dates[0].edtf != "" && p.dates[0].hi.y == 0 {
			return p.dates[0]
		}
	}
	return nil
}

// roleIn is the role of the people that a phrase names.
func (s *sentence) roleIn(p *phrase) string {
	role := ""
	for x := p.x; x < p.y; x++ {
		if r := s.items[x].value(cRole); r != "" && r != "mission_total" && (role == "" || role == "troops") {
			role = r
		}
	}
	return role
}

// cameFrom reads "Police officers came from A, B and C" of the mission spoken of.
func (s *sentence) cameFrom(c *clause) {
	t := s.missionSpokenOf()
	if c.v == 0 || t == nil || c.verb.neg || c.verb.modality != "" || s.current() != nil {
		return
	}
	role := ""
	for i := c.v - 1; i >= 0 && s.ph[i].k != pVerb; i-- {
		if p := &s.ph[i]; p.prep == "" && (p.k == pOther || p.k == pCount) {
			if role = s.roleIn(p); role != "" || s.unitNoun(p) {
				break
			}
		}
		if i == 0 {
			return
		}
	}
	for _, i := range c.post {
		p := &s.ph[i]
		further := p.prep == "" && s.items[p.x].k == iNum // "two from D"
		if p.k != pParty || p.prep != "from" && !further {
			continue
		}
		for _, q := range p.list.parties {
			if q.label != graph.Country {
				continue
			}
			props := map[string]any{}
			if role != "" {
				props["role"] = role
			}
			if q.personnel > 0 && !further {
				props["personnel"] = int64(q.personnel)
			}
			if as := s.asOf(); as != "" {
				props["asOf"] = as
			}
			s.st.out.claim(graph.Claim{Subject: q.id, Relation: graph.ContributedTo, Object: t.Entity.ID, Properties: props, Confidence: 0.8, Rule: "mission.from"}, s, s.ph[c.v-1].a, p.b)
		}
	}
}

// unitNoun reports whether a phrase names units of soldiers.
func (s *sentence) unitNoun(p *phrase) bool {
	return contains(" battalions battalion contingents contingent units companies company troops ships aircraft personnel soldiers brigades ", s.items[p.y-1].low)
}

// bracketed reads "Pakistan (8,967), Bangladesh (8,828) and India (7,839) contribute…".
func (s *sentence) bracketed(list []clause) {
	var target string
	role := ""
	for x := range s.items {
		it := &s.items[x]
		switch {
		case it.k == iEnt && it.label() == graph.Mission:
			target = it.ent.Entity.ID
		case it.k == iEnt && it.ent.Kind == "igo" && target == "" && contains(" UN ", shortName(it.ent)):
			target = it.ent.Entity.ID
		}
		if r := it.value(cRole); r != "" && r != "mission_total" && (role == "" || role == "troops") {
			role = r
		}
	}
	if target == "" && s.st.topicMission != nil && s.current() == nil {
		target = s.st.topicMission.Entity.ID
	}
	if target == "" {
		return
	}
	for i := range s.ph {
		p := &s.ph[i]
		if p.k == pEvent {
			return
		}
		if p.k != pParty || len(p.list.parties) < 2 || p.list.parties[0].personnel == 0 || p.list.parties[1].personnel == 0 {
			continue
		}
		for _, q := range p.list.parties {
			if q.label != graph.Country || q.personnel == 0 {
				continue
			}
			props := map[string]any{"personnel": int64(q.personnel)}
			if role != "" {
				props["role"] = role
			}
			if as := s.asOf(); as != "" {
				props["asOf"] = as
			}
			s.st.out.claim(graph.Claim{Subject: q.id, Relation: graph.ContributedTo, Object: target, Properties: props, Confidence: 0.85, Rule: "mission.brackets"}, s, p.a, p.b)
		}
	}
}

// eachSends is the number that "A and B each sent 850 troops" gives for each of them.
func (s *sentence) eachSends(c *clause) int {
	each := false
	for x := s.ph[max(c.v-2, 0)].x; x <= min(s.ph[c.v].y, len(s.items)-1); x++ {
		each = each || s.items[x].low == "each"
	}
	if !each {
		return 0
	}
	for _, i := range c.post {
		if p := &s.ph[i]; p.k == pCount && p.count.comparator == "eq" {
			return int(p.count.num.value)
		}
	}
	return 0
}

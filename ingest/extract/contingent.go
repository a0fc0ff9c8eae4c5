package extract

import "concord/graph"

// contingents reads contributions without a number: "Ghana sent an infantry battalion to MONUC",
// "British engineers served with UNMISS", "The Bundeswehr takes part in A, B and C".
func (s *sentence) contingents(c *clause) {
	if c.verb.class == "come" {
		s.cameFrom(c)
		return
	}
	if c.verb.class != "send" && c.verb.class != "join" && c.verb.class != "observing" || c.passive || len(c.subject.parties) == 0 {
		return
	}
	var missions []*item
	role := ""
	if c.subj >= 0 {
		role = s.roleIn(&s.ph[c.subj])
	}
	for _, i := range c.post {
		p := &s.ph[i]
		switch p.k {
		case pMission:
			if contains(" to in with for under ", p.prep) || p.prep == "" && (c.verb.class == "join" || len(missions) > 0 || s.ph[i-1].word == "missions" || s.ph[i-1].word == "mission") || p.prep == "" && s.ph[i-1].k == pMark && len(missions) == 0 {
				if len(missions) == 0 || missions[len(missions)-1].ent != p.ent.ent {
					missions = append(missions, p.ent)
				}
			}
		case pCount:
			if p.count.used {
				return
			}
		case pOther, pParty:
			if r := s.roleIn(p); r != "" && role == "" {
				role = r
			}
		}
	}
	each := s.eachSends(c)
	m, pol := c.modality()
	for _, mission := range missions {
		for _, p := range c.subject.parties {
			if p.label != graph.Country || p.personnel > 0 && len(c.subject.parties) > 1 {
				continue
			}
			props := map[string]any{}
			if role != "" {
				props["role"] = role
			}
			if each > 0 && p.personnel == 0 {
				p.personnel = each
			}
			if p.personnel > 0 {
				props["personnel"] = int64(p.personnel)
			}
			if as := s.yearOf(c); as != "" {
				props["asOf"] = as
			}
			s.st.out.claim(graph.Claim{Subject: p.id, Relation: graph.ContributedTo, Object: mission.ent.Entity.ID, Properties: props, Modality: m, Polarity: pol, Confidence: 0.85, Rule: "mission." + c.verb.class}, s, min(p.a, mission.a), max(p.b, mission.b))
		}
	}
}

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

// cameFrom reads "Police officers came from A, B and C" of the mission the document is about.
func (s *sentence) cameFrom(c *clause) {
	if c.v == 0 || s.st.topicMission == nil || c.verb.neg || c.verb.modality != "" {
		return
	}
	role := s.roleIn(&s.ph[c.v-1])
	if role == "" {
		return
	}
	for _, i := range c.post {
		p := &s.ph[i]
		if p.k != pParty || p.prep != "from" {
			continue
		}
		for _, q := range p.list.parties {
			if q.label == graph.Country {
				s.st.out.claim(graph.Claim{Subject: q.id, Relation: graph.ContributedTo, Object: s.st.topicMission.Entity.ID, Properties: map[string]any{"role": role}, Confidence: 0.8, Rule: "mission.from"}, s, s.ph[c.v-1].a, p.b)
			}
		}
	}
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

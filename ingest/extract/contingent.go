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
			if role = s.roleIn(p); role != "" || s.unitNoun(p) || contains(" rest others remainder most half majority contributions monitors ", s.items[p.y-1].low) {
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
		if p.list.total > 0 && len(p.list.parties) == 0 && p.prep == "from" {
			s.missionFigure(t, float64(p.list.total), "eq", "countries", "countries", p.a, p.b)
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
			s.st.mission, s.st.sentAt = &told{t, s.ordinal, s.section, false}, s.ordinal
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

// bracketedMissions reads "Dutch personnel are assigned to UNTSO (13), UNDOF (2) and EUTM Somalia (8)".
func (s *sentence) bracketedMissions(list []clause) {
	var at []int
	for x := 0; x+3 < len(s.items); x++ {
		if y := s.pastPlace(x + 1); s.items[x].label() == graph.Mission && y+2 < len(s.items) && s.items[y].punct("(") && s.items[y+1].k == iNum {
			at = append(at, x)
		}
	}
	if len(at) < 2 {
		return
	}
	who := s.contributor(list)
	for k := range list {
		if c := &list[k]; who == nil && c.v >= 0 {
			if p := s.servers(c); len(p) == 1 && p[0].label == graph.Country {
				who = &p[0]
			}
		}
	}
	if who == nil {
		return
	}
	role := s.commonRole()
	for _, x := range at {
		n := s.pastPlace(x+1) + 1
		y := n + 1
		for y < len(s.items) && (s.items[y].is(cUnit) || s.items[y].is(cRole)) {
			y++
		}
		if y >= len(s.items) || !s.items[y].punct(")") && !s.items[y].punct(",") || s.items[n].num.value > 1e5 {
			continue
		}
		one := role
		if y > n+1 {
			one = s.items[y-1].value(cRole)
		}
		s.composes(party{id: who.id, label: graph.Country, personnel: int(s.items[n].num.value)}, one, s.items[x].ent, &phrase{a: s.items[x].a, b: s.items[y].b})
	}
}

// pastPlace is the item after "in Bosnia and Herzegovina" at item y, or y.
func (s *sentence) pastPlace(y int) int {
	z := y
	if z+1 < len(s.items) && contains(" in for off ", s.items[z].value(cPrep)) {
		z++
		for z+1 < len(s.items) && s.items[z].is(cDet) {
			z++
		}
		if it := &s.items[z]; it.country() || it.label() == graph.Place {
			return z + 1
		}
	}
	return y
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

package extract

import (
	"concord/graph"
	"concord/ingest/gazetteer"
)

// composed reads a clause whose subject is a mission and that tells whose people it has: "The force comprised ships
// from Spain and Italy and a German aircraft", "UNAMIR was made up of battalions from A and B".
func (s *sentence) composed(c *clause) {
	if c.v < 1 || c.verb.neg || c.verb.modality != "" || !s.composing(c) {
		return
	}
	first := c.subj
	if first < 0 {
		first = c.v - 1
	}
	e := s.missionAt(first)
	if e == nil {
		return
	}
	for _, i := range c.post {
		p := &s.ph[i]
		if p.k == pRel || p.k == pMark && p.word == ";" || p.k == pVerb {
			return
		}
		switch {
		case p.k == pParty && (p.prep == "" || p.prep == "from" || p.prep == "of" || p.prep == "including"):
			role := s.roleIn(p)
			if role == "" && i > 0 {
				role = s.roleIn(&s.ph[i-1])
			}
			for _, q := range p.list.parties {
				s.composes(q, role, e, p)
			}
		case p.k == pCount || p.k == pOther:
			if who := s.countryIn(p); who != nil && p.prep == "" {
				if p.k == pCount && p.count.comparator == "eq" && p.count.unit == "persons" {
					who.personnel = int(p.count.num.value)
					p.count.used = true
				}
				s.composes(*who, s.roleIn(p), e, p)
			}
		}
	}
}

// composes writes that a country's people are among those of a mission.
func (s *sentence) composes(q party, role string, e *gazetteer.Entry, p *phrase) {
	if q.label != graph.Country || s.st.out.tells(s, q.id, graph.ContributedTo, e.Entity.ID) {
		return
	}
	s.st.mission, s.st.sentAt = &told{e, s.ordinal, s.section, false}, s.ordinal
	props := map[string]any{}
	if role != "" {
		props["role"] = role
	}
	if q.personnel > 0 {
		props["personnel"] = int64(q.personnel)
	}
	if as := s.asOf(); as != "" {
		props["asOf"] = as
	}
	s.st.out.claim(graph.Claim{Subject: q.id, Relation: graph.ContributedTo, Object: e.Entity.ID, Properties: props, Confidence: 0.8, Rule: "mission.composed"}, s, p.a, p.b)
}

// peopleOfMissions reads "Nepalese soldiers of MINUSTAH", "the British battalion in UNPROFOR".
func (s *sentence) peopleOfMissions(list []clause) {
	for i := 0; i+1 < len(s.ph); i++ {
		p, q := &s.ph[i], &s.ph[i+1]
		if q.k != pMission || !contains(" of in with ", q.prep) || q.x > p.y+2 || !s.unitOrPeople(p.y-1) {
			continue
		}
		var who *party
		switch {
		case p.k == pParty && len(p.list.parties) == 1 && !p.list.pronoun && !s.items[p.x].is(cPrep):
			if who = &p.list.parties[0]; s.items[p.y-1].country() {
				who = nil
			}
		case p.k == pOther && s.items[p.x].country() && !s.items[p.x].byName():
			who = s.countryIn(p)
		}
		if who == nil || who.label != graph.Country || !s.factAt(list, i) {
			continue
		}
		s.composes(*who, s.roleIn(p), q.ent.ent, p)
	}
}

// factAt reports whether the clause with phrase i tells what is, not what is planned, refused or asked for.
func (s *sentence) factAt(list []clause, i int) bool {
	for k := range list {
		c := &list[k]
		if c.v >= 0 && (!c.isFact() || contains(pledging, c.verb.low)) {
			return false
		}
	}
	return i == 0 || !contains(" no without offer ", s.items[max(0, s.ph[i].x-1)].low) && s.items[s.ph[i].x].value(cDet) != "no"
}

// composing reports whether the clause's verb says what its subject is made of.
func (s *sentence) composing(c *clause) bool {
	if c.verb.class == "involve" {
		return !c.passive
	}
	return contains(" consisted consists composed made drew draws drawn has had ", c.verb.low) || c.verb.class == "have"
}

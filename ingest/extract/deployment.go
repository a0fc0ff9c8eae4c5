package extract

import (
	"slices"
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// Where missions are, and whose.

// missionNames says where missions are whose name tells it: "…Mission in Liberia".
func (s *sentence) missionNames() {
	for x := range s.items {
		it := &s.items[x]
		if it.k != iEnt || it.label() != graph.Mission || it.form != gazetteer.Name {
			continue
		}
		surface := tidy(s.text(it.a, it.b))
		if len(strings.Fields(surface)) > 3 { // "International Force East Timor"
			for _, m := range s.st.gaz.Find(surface) {
				if m.Entry != nil && m.End == len(surface) && hasAny(it.ent.In, m.Entry.Entity.ID) {
					s.deployed(it.ent, placeRef{id: m.Entry.Entity.ID, a: it.a, b: it.b}, it.a, it.b)
				}
			}
		}
		at := max(strings.LastIndex(surface, " in "), strings.LastIndex(surface, " for "), strings.LastIndex(surface, " to "))
		if at < 0 {
			continue
		}
		for _, m := range s.st.gaz.Find(surface[at:]) {
			for _, id := range it.ent.In {
				if m.Entry != nil && (m.Entry.Entity.ID == id) {
					s.st.out.claim(graph.Claim{Subject: it.ent.Entity.ID, Relation: graph.DeployedIn, Object: id, Confidence: 0.97, Rule: "mission.name"}, s, it.a, it.b)
				}
			}
		}
	}
}

// missionPlaces says where missions are, and whose, where the sentence tells: "MINUSMA in Mali", "KFOR, the NATO
// force in Kosovo", "In South Sudan a battalion serves with UNMISS", "ECOMOG was sent to Liberia".
func (s *sentence) missionPlaces(list []clause) {
	for x := range s.items {
		m := &s.items[x]
		if m.k != iEnt || m.label() != graph.Mission {
			continue
		}
		for y := range s.items {
			it := &s.items[y]
			if it.k != iEnt || y == x {
				continue
			}
			id := it.ent.Entity.ID
			near := y >= x-6 && y < x+6
			switch {
			case y == x+2 && len(m.ent.In) == 0 && it.label() != graph.Organization && it.byName() && !it.poss && s.items[x+1].value(cPrep) == "in" && (it.country() || it.label() == graph.Place):
				s.deployed(m.ent, placeRef{id: id, a: it.a, b: it.b}, m.a, it.b)
			case hasAny(m.ent.In, id) && it.byName() && (near || it.label() == graph.Place || contains(" in to into for off ", s.prepBefore(it.a))):
				s.deployed(m.ent, placeRef{id: id, a: it.a, b: it.b}, min(m.a, it.a), max(m.b, it.b))
			case near && hasAny(m.ent.Under, id):
				s.st.out.claim(graph.Claim{Subject: m.ent.Entity.ID, Relation: graph.Under, Object: id, Confidence: 0.85, Rule: "mission.organization"}, s, min(m.a, it.a), max(m.b, it.b))
			}
		}
		if m.form == gazetteer.Name {
			s.missionOwner(m)
		}
	}
	s.otherReadings()
	s.unnamedMissionPlaces()
	for k := range list {
		s.deployments(&list[k])
		s.ledThere(&list[k])
	}
}

// unnamedMissionPlaces says where the mission is that the lines above tell of, where the sentence has its people or
// units there: "Troops are deployed in Liberia".
func (s *sentence) unnamedMissionPlaces() {
	if slices.ContainsFunc(s.items, func(it item) bool { return it.label() == graph.Mission }) {
		return
	}
	m := s.unitsMission()
	if m == nil || !slices.ContainsFunc(s.ph, func(p phrase) bool {
		return p.k == pCount && p.count.unit == "persons" || p.k == pOther && s.unitOrPeople(p.y-1)
	}) {
		return
	}
	for x := range s.items {
		it := &s.items[x]
		if it.k == iEnt && it.byName() && !it.poss && hasAny(m.In, it.ent.Entity.ID) && contains(" in to into ", s.prepBefore(it.a)) {
			s.deployed(m, placeRef{id: it.ent.Entity.ID, a: it.a, b: it.b}, it.a, it.b)
		}
	}
}

// otherReadings takes a name of several readings as the one where a mission named close by is: "the Congo (ONUC)".
func (s *sentence) otherReadings() {
	for x := range s.items {
		m := &s.items[x]
		if m.k != iEnt || m.label() != graph.Mission {
			continue
		}
		for _, match := range s.matches {
			if match.End > m.a || m.a-match.End > 40 || match.Entry != nil && hasAny(m.ent.In, match.Entry.Entity.ID) {
				continue
			}
			for _, o := range match.Others {
				if hasAny(m.ent.In, o.Entity.ID) {
					s.deployed(m.ent, placeRef{id: o.Entity.ID, a: match.Start, b: match.End}, match.Start, m.b)
				}
			}
		}
	}
}

// missionOwner says whose a mission is whose name tells it: "United Nations Mission in…".
func (s *sentence) missionOwner(m *item) {
	surface := s.text(m.a, m.b)
	for _, o := range s.st.gaz.Find(surface) {
		if o.Entry != nil && hasAny(m.ent.Under, o.Entry.Entity.ID) {
			s.st.out.claim(graph.Claim{Subject: m.ent.Entity.ID, Relation: graph.Under, Object: o.Entry.Entity.ID, Confidence: 0.9, Rule: "mission.name"}, s, m.a, m.b)
		}
	}
	for _, org := range m.ent.Under {
		e, ok := s.st.gaz.Entity(org)
		acronym, _ := e.Properties["acronym"].(string)
		if ok && (strings.HasPrefix(surface, e.Name) || acronym != "" && (strings.HasPrefix(surface, acronym+" ") || strings.HasPrefix(surface, acronym+"/"))) {
			s.st.out.claim(graph.Claim{Subject: m.ent.Entity.ID, Relation: graph.Under, Object: org, Confidence: 0.9, Rule: "mission.name"}, s, m.a, m.b)
		}
	}
}

func (s *sentence) deployed(m *gazetteer.Entry, pl placeRef, a, b int) {
	s.st.out.place(s, pl)
	s.st.out.claim(graph.Claim{Subject: m.Entity.ID, Relation: graph.DeployedIn, Object: pl.id, Confidence: 0.9, Rule: "mission.place"}, s, a, b)
}

// deploying are verbs that say of a mission where it works.
const deploying = " patrol patrols patrolled patrolling operate operates operated operating entered enters work works worked working "

// deployments reads a clause that says where its mission is: "ECOMOG had been sent to Liberia and to Sierra Leone",
// "the operation is deployed off the coast of Somalia and in the Gulf of Aden".
func (s *sentence) deployments(c *clause) {
	if c.subj < 0 || c.verb.neg || c.verb.modality != "" {
		return
	}
	sent := c.passive && (c.verb.class == "send" || c.verb.class == "establish" || c.verb.class == "hold")
	if !sent && !contains(deploying, c.verb.low) {
		return
	}
	m := s.missionAt(c.subj)
	if m == nil && c.v > 0 && s.ph[c.v-1].k == pRel && s.ph[0].k == pMission {
		m = s.ph[0].ent.ent // "UNITAF was a force led by A which operated in B"
	}
	if m == nil || m.Entity.Label != graph.Mission {
		return
	}
	for _, i := range c.post {
		p := &s.ph[i]
		switch {
		case p.k == pPlace && contains(" in to into off ", p.prep) || p.k == pPlace && p.prep == "" && !sent:
			for _, pl := range p.places {
				s.deployed(m, pl, s.ph[c.subj].a, p.b)
			}
		case p.k == pParty && (p.prep == "to" || p.prep == "into" || p.prep == "" && !sent && i == c.v+1):
			for _, q := range p.list.parties {
				if q.label == graph.Country && q.forces == nil && q.rep == "" {
					s.deployed(m, placeRef{id: q.id, a: q.a, b: q.b}, s.ph[c.subj].a, q.b)
				}
			}
		case p.k == pRel || p.k == pMark && p.word == ";":
			return
		}
	}
}

// ledThere reads where a relative clause says that a mission was led or sent: "Artemis, which France led in Bunia".
func (s *sentence) ledThere(c *clause) {
	if c.v < 0 || c.passive || c.verb.neg || c.verb.modality != "" || c.verb.class != "lead" && c.verb.class != "send" {
		return
	}
	m := s.toWhich(c)
	if m == nil || m.Entity.Label != graph.Mission {
		return
	}
	for _, i := range c.post {
		if p := &s.ph[i]; p.k == pPlace && contains(" in into to ", p.prep) {
			for _, pl := range p.places {
				s.deployed(m, pl, s.ph[c.v].a, p.b)
			}
			return
		}
	}
}

package extract

import (
	"concord/graph"
	"concord/ingest/gazetteer"
)

// What a document, its sections and lines are about.

// noteTopics takes the first organization of a heading, or of the document, as what it is about.
func (s *sentence) noteTopics() {
	st := s.st
	first := s.heading || s.ordinal <= 2 || s.onlyOrganization()
	for x := 0; x+2 < len(s.items); x++ {
		st.declared = st.declared || s.items[x].low == "we" && s.items[x+1].punct(",") && s.items[x+2].low == "the"
	}
	org, country, mission := false, false, false
	if s.unknownOrganization() {
		st.topicOrg, st.lastOrg, st.memberOrg = nil, nil, nil
	}
	for x := range s.items {
		it := &s.items[x]
		if it.k != iEnt {
			continue
		}
		switch it.label() {
		case graph.Organization:
			if isOrganization(it.ent) && !org && (first || st.topicOrg == nil) {
				st.topicOrg, org = it.ent, true
				st.topicHeaded = st.topicHeaded || s.heading || s.onlyOrganization()
			} else if it.ent.Country != "" && !country && (first || st.topicCountry == nil) {
				st.topicCountry, country = &party{id: it.ent.Country, label: graph.Country}, true
			}
		case graph.Country:
			if x > 1 && s.items[x-1].punct("(") && s.items[x-2].label() == graph.Mission {
				continue // where the mission is: "UNIFIL (Lebanon): 194 personnel"
			}
			prep := s.prepBefore(it.a)
			placed := it.byName() && (contains(" in to into off from at near with against ", prep) || prep == "of" && !s.heading || s.headsMission(x+1))
			if !country && (st.topicCountry == nil || st.topicPlaced && !placed) {
				st.topicCountry, country, st.topicPlaced = &party{id: it.ent.Entity.ID, label: graph.Country}, !placed, placed
			}
		case graph.Mission:
			if !mission && (first || st.topicMission == nil) {
				st.topicMission, mission = it.ent, true
			}
			if st.topicMission == it.ent {
				st.topicAt = s.ordinal
			}
			if st.missions == nil {
				st.missions = map[*gazetteer.Entry]bool{}
			}
			st.missions[it.ent] = true
		}
	}
}

// onlyOrganization reports whether a line is nothing but the name of an organization, as what comes below is about:
// "African Union (AU)".
func (s *sentence) onlyOrganization() bool {
	n := len(s.items)
	return (n == 1 || n == 4 && s.items[1].punct("(") && s.items[3].punct(")")) && s.items[0].k == iEnt && s.items[0].label() == graph.Organization && isOrganization(s.items[0].ent)
}

// unknownOrganization reports whether a line is nothing but what must be the name of an organization that no list
// knows, so that what comes below is not about the one before.
func (s *sentence) unknownOrganization() bool {
	body := false
	for x := range s.items {
		it := &s.items[x]
		if it.k == iEnt || it.k == iPunct || it.k == iDate || !it.cap && !it.is(cPrep) && !it.is(cConj) && !it.is(cDet) {
			return false
		}
		body = body || contains(groupings, it.low)
	}
	return body && len(s.items) > 1
}

// partner takes the country that an item or a section is headed by, "Peru: …", for the other side of what the
// document's own country tells of below.
func (s *sentence) partner() {
	st := s.st
	if s.heading {
		st.headPartner = nil
		if len(s.items) == 1 && s.items[0].country() && s.items[0].byName() {
			st.headPartner = &party{id: s.items[0].ent.Entity.ID, label: graph.Country}
		}
		return
	}
	if st.itemAt == st.blockAt {
		s.other = st.itemPartner
		return
	}
	x := s.paragraphNumbered()
	if (s.listItem || x > 0) && st.own != nil && st.pending == nil && len(s.items) > x+4 && s.items[x].country() && s.items[x].byName() && s.items[x+1].punct(":") && !s.hostsMission(s.items[x].ent.Entity.ID) {
		s.other = &party{id: s.items[x].ent.Entity.ID, label: graph.Country, a: s.items[x].a, b: s.items[x].b}
		s.items = s.items[x+2:]
		st.itemPartner, st.itemAt = s.other, st.blockAt
		return
	}
	s.other = st.headPartner
}

// withPartner makes the document's own country and the one that the item or section is headed by attend the
// meetings told of in it that name nobody else.
func (s *sentence) withPartner() {
	if s.st.own == nil || s.other == nil || s.other.id == s.st.own.id {
		return
	}
	for x := range s.items {
		if it := &s.items[x]; it.country() && it.ent.Entity.ID != s.other.id && it.ent.Entity.ID != s.st.own.id {
			return // somebody else may have met
		}
	}
	for i := range s.ph {
		p := &s.ph[i]
		if p.k != pEvent || len(p.ev) != 1 {
			continue
		}
		rel := participation(p.np.label)
		if rel == "" || p.ev[0].plural || p.ev[0].s != s || len(p.ev[0].related(rel)) > 0 || len(p.ev[0].related(graph.Under)) > 0 {
			continue
		}
		e := p.ev[0]
		for _, q := range []party{*s.st.own, *s.other} {
			m := e.modality()
			e.relate(arg{rel: rel, party: q.id, props: map[string]any{"role": "participant"}, a: p.a, b: p.b, modality: m, polarity: graph.Affirmed, basis: graph.Implied, conf: 0.8, rule: "participants.partner"}, s, noVerb())
		}
	}
}

// partnersOnly notes the exercises that a sentence tells only the partners of: "an exercise with A was held".
func (s *sentence) partnersOnly() {
	if s.st.own == nil {
		return
	}
	for i := range s.ph {
		if p := &s.ph[i]; p.k == pParty && p.prep != "with" && len(p.list.parties) > 0 {
			return
		}
	}
	for i := range s.ph {
		if p := &s.ph[i]; p.k == pEvent && p.np.label == graph.Exercise && len(p.ev) == 1 && p.ev[0].s == s {
			p.ev[0].partnered = true
		}
	}
}

// ownSide makes the document's own country take part in an exercise that its text tells only the partners of, as
// reports of ministries do.
func (st *state) ownSide(e *event) {
	if !e.partnered || e.plural || e.cancelled {
		return
	}
	var with *arg
	for k := range e.args {
		if a := &e.args[k]; a.rel == graph.ParticipatedIn && a.rule != "participants.with" || a.rel == graph.Hosted || a.party == st.own.id {
			return
		} else if a.rel == graph.ParticipatedIn && a.polarity == graph.Affirmed {
			with = a
		}
	}
	if with == nil {
		return
	}
	own := *with
	own.party, own.props, own.basis, own.conf, own.rule = st.own.id, map[string]any{"role": "participant"}, graph.Implied, 0.8, "participants.own"
	e.args = append(e.args, own)
}

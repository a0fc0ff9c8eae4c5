package extract

import (
	"strings"

	"concord/graph"
)

// cooperation reads who is said to cooperate with whom in clause k: "cooperation between
// A and B", "A cooperates with B".
func (s *sentence) cooperation(list []clause, k int) {
	c := &list[k]
	if c.verb.class == "cooperate" && !c.passive && len(c.subject.parties) > 0 {
		for _, i := range c.post {
			p := &s.ph[i]
			if p.k == pParty && p.prep == "with" {
				s.cooperates(c.subject, p.list, "", c, c.subject.a, p.b)
				return
			}
		}
		if len(c.subject.parties) == 2 {
			s.cooperates(partyList{parties: c.subject.parties[:1]}, partyList{parties: c.subject.parties[1:]}, "", c, c.subject.a, s.ph[c.v].b)
		}
	}
	if k > 0 {
		return
	}
	for i := 0; i+1 < len(s.ph); i++ {
		p, q := &s.ph[i], &s.ph[i+1]
		if p.k != pOther || p.word != "cooperation" && p.word != "co" || q.k != pParty || p.prep != "" && p.prep != "of" {
			continue
		}
		domain := ""
		if p.y-p.x > 1 {
			if it := &s.items[p.y-2]; it.is(cDomain) || it.is(cForce) || it.is(cTopic) || contains(" defence defense security political economic technical military-technical ", it.low) {
				domain = it.low
			}
		}
		h := &clause{verb: &verbGroup{class: "noun"}}
		for j := range list {
			if list[j].v >= 0 && (list[j].verb.modality != "" || list[j].verb.neg || list[j].verb.class == "call" || list[j].verb.class == "plan") {
				return
			}
		}
		switch {
		case q.prep == "between" && len(q.list.parties) == 2:
			s.cooperates(partyList{parties: q.list.parties[:1]}, partyList{parties: q.list.parties[1:]}, domain, h, p.a, q.b)
		case q.prep == "with" && s.ownerOf(p) != nil:
			s.cooperates(partyList{parties: []party{*s.ownerOf(p)}}, q.list, domain, h, p.a, q.b)
		}
	}
}

// ownerOf is the country in "China's military cooperation".
func (s *sentence) ownerOf(p *phrase) *party {
	if p.x == 0 {
		return nil
	}
	for x := p.x - 1; x >= max(0, p.x-2); x-- {
		if it := &s.items[x]; it.country() && it.poss {
			return &party{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b}
		}
	}
	for x := p.x; x < p.y; x++ {
		if it := &s.items[x]; it.country() && it.poss {
			return &party{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b}
		}
	}
	return nil
}

func (s *sentence) cooperates(who, with partyList, domain string, c *clause, a, b int) {
	m, pol := c.modality()
	for _, p := range who.parties {
		for _, q := range with.parties {
			if p.id == q.id || !mayTakePart(p) || !mayTakePart(q) || p.label == graph.CountryGroup {
				continue
			}
			var props map[string]any
			if domain != "" && !strings.Contains(domain, "'") {
				props = map[string]any{"domain": domain}
			}
			if q.entity != nil {
				s.st.out.entity(*q.entity)
			}
			s.st.out.claim(graph.Claim{Subject: p.id, Relation: graph.CooperatesWith, Object: q.id, Properties: props, Modality: m, Polarity: pol, Confidence: 0.85, Rule: "cooperation." + c.verb.class}, s, a, b)
		}
	}
}

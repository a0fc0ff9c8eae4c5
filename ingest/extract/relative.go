package extract

import (
	"slices"

	"concord/graph"
)

// relativeObject is the event that a relative clause is about: "X, which A hosted in B",
// "guidelines, which C had drafted".
func (s *sentence) relativeObject(c *clause) []*event {
	i := c.subj
	if c.inherit || c.passive || i < 1 || s.ph[i].k != pParty || s.ph[i-1].k != pRel || s.ph[i-1].prep != "" || s.ph[i-1].word == "who" {
		return nil
	}
	if agentVerb := c.verb.class; agentRole(graph.Exercise, agentVerb) == "" && signing[agentVerb].action == "" {
		return nil
	}
	if j := s.relativeHead(i - 1); j >= 0 && s.ph[j].k == pEvent {
		return s.ph[j].ev
	}
	return nil
}

// relativeHead is the noun phrase that the relative pronoun at phrase i stands for.
func (s *sentence) relativeHead(i int) int {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch p := &s.ph[j]; p.k {
		case pEvent, pMission, pParty:
			return j
		case pMark, pPlace, pDate, pOther:
		default:
			return -1
		}
	}
	return -1
}

// leadingEvents are the exercises and meetings that start a sentence whose verb takes part:
// "In African Lion 2021 soldiers of A and B took part".
func (s *sentence) leadingEvents(c *clause) []*event {
	if !slices.Contains([]string{"join", "observe", "observing"}, c.verb.class) || len(c.subject.parties) == 0 && c.subject.total == 0 || !s.bareObject(c) {
		return nil
	}
	for _, i := range c.leading {
		p := &s.ph[i]
		if p.k == pEvent && len(p.ev) == 1 && (p.prep == "in" || p.prep == "at" || p.prep == "during") && (p.ev[0].label == graph.Exercise || p.ev[0].label == graph.Meeting) {
			return p.ev
		}
	}
	return nil
}

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
	if j := s.relativeHead(i-1, c.verb); j >= 0 && s.ph[j].k == pEvent {
		return s.ph[j].ev
	}
	return nil
}

// relativeHead is the noun phrase that the relative pronoun at phrase i stands for, before verb v. What is held or
// takes place is no country: "the exercise with A, which took place in B".
func (s *sentence) relativeHead(i int, v *verbGroup) int {
	held := v.class == "occur" || v.class == "hold" && v.passive
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch p := &s.ph[j]; p.k {
		case pParty:
			if held && p.prep != "" {
				continue
			}
			return j
		case pEvent, pMission:
			return j
		case pMark, pPlace, pDate, pOther:
		default:
			return -1
		}
	}
	return -1
}

// aroundRelative reports whether the relative clause before clause k tells of the subject of clause k, which starts the
// sentence: "The exercise with A, which began in 1999, was held in B".
func (s *sentence) aroundRelative(list []clause, k int) bool {
	before := &list[k-1]
	if k != 1 || before.subj != 0 || s.ph[0].k != pEvent {
		return false
	}
	for i := 1; i < before.v; i++ {
		if s.ph[i].k == pRel && s.ph[i].prep == "" {
			return s.comma(i - 1)
		}
	}
	return false
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

package extract

import "concord/graph"

// walk gives each event of the clause the phrases that follow it, up to the next event.
func (s *sentence) walk(c *clause, n int) {
	var current []*event
	var pending []int
	contiguous := false
	for _, i := range c.post {
		p := &s.ph[i]
		switch p.k {
		case pEvent:
			if p.prep == "under" || p.prep == "of" && current != nil {
				s.attach(current, i, c, n)
				continue
			}
			if contiguous && p.prep == "" {
				current = append(append([]*event(nil), current...), s.standsFor(c, p)...)
			} else {
				current = s.standsFor(c, p)
			}
			for _, j := range pending {
				s.attach(current, j, c, n)
			}
			contiguous = true
		case pMark:
			if p.word != "and" && p.word != "," {
				contiguous = false
			}
			if p.word == ";" {
				return
			}
		case pRespectively:
		default:
			if current == nil {
				if p.k != pParty || p.prep == "with" || p.prep == "between" {
					pending = append(pending, i)
				}
				continue
			}
			contiguous = false
			s.attach(current, i, c, n)
		}
	}
}

// standsFor is what an event phrase stands for in the clause, after a split.
func (s *sentence) standsFor(c *clause, p *phrase) []*event {
	if len(c.events) > len(p.ev) && len(p.ev) == 1 {
		for _, e := range c.events {
			if e == p.ev[0] {
				if s.onlyEvent(c) {
					return c.events
				}
			}
		}
	}
	return p.ev
}

func (s *sentence) onlyEvent(c *clause) bool {
	n := 0
	for _, i := range c.post {
		if s.ph[i].k == pEvent && s.governs(c, &s.ph[i]) {
			n++
		}
	}
	return n == 1
}

// companions makes those take part whom the subject joins or trains alongside: "joined troops from A for the drill".
func (s *sentence) companions(c *clause, e *event) {
	if c.passive || c.verb.class != "join" && c.verb.class != "train" || c.v < 0 || c.v+1 >= len(s.ph) {
		return
	}
	if p := &s.ph[c.v+1]; p.k == pParty && p.prep == "" && !p.list.pronoun && (p.list.total == 0 || len(p.list.parties) > 0) {
		s.addParties(e, p.list, "participant", c, "participants."+c.verb.class)
	}
}

// agents makes the clause's subject take part in event e, the i-th of the clause's.
func (s *sentence) agents(c *clause, e *event, i, n int) {
	if i == 0 {
		s.companions(c, e)
	}
	role := agentRole(e.label, c.verb.class)
	if c.subject.total > 0 && len(c.subject.parties) == 0 && contains(" join train meet ", c.verb.class) {
		s.total(e, c.subject, c)
	}
	if role == "" || len(c.subject.parties) == 0 || c.passive && c.verb.class != "join" {
		if c.passive && (c.verb.class == "invite" || c.verb.class == "admit") && len(c.subject.parties) > 0 {
			s.addParties(e, c.subject, "participant", c, "participants.invited")
		}
		return
	}
	if role == "host" {
		role = hostRole(c.subject)
	}
	if c.verb.class == "invite" {
		return
	}
	list := c.subject
	if s.asObservers(c) {
		role = "observer"
	}
	if e.label == graph.Meeting && c.verb.class == "organize" {
		role = "host"
	}
	s.addParties(e, list, role, c, "participants."+c.verb.class)
	if c.verb.class == "hold" || c.verb.class == "join" || c.verb.class == "send" && e.label == graph.Exercise {
		s.total(e, list, c)
	}
}

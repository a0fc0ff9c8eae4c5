package extract

import (
	"slices"

	"concord/graph"
)

// Who takes part in the event told of: by the clause's subject, by whom it was joined, and by a predicate.

// sendsForces reports whether what is sent is forces or observers, and to nowhere else.
func (s *sentence) sendsForces(c *clause) bool {
	forces := false
	for _, i := range c.post {
		p := &s.ph[i]
		switch p.k {
		case pMission, pEvent:
			return false
		case pParty, pPlace:
			if p.prep == "to" || p.prep == "into" {
				return false
			}
		case pOther, pCount:
			if p.prep == "to" && p.word != "it" {
				return false
			}
			for x := p.x; x < p.y; x++ {
				if it := &s.items[x]; it.is(cForce) || it.is(cRole) || it.low == "observers" || s.people(x) {
					forces = true
				}
			}
		}
	}
	return forces
}

// sendsObservers reports whether what is sent is observers.
func (s *sentence) sendsObservers(c *clause) bool {
	for _, i := range c.post {
		p := &s.ph[i]
		for x := p.x; x < p.y; x++ {
			if s.items[x].low == "observers" || s.items[x].low == "an observer" {
				return true
			}
		}
		if p.k == pMark && p.word != "," {
			break
		}
	}
	return false
}

// joins makes the clause's subject take part in event e, told of before.
func (s *sentence) joins(c *clause, e *event) {
	role := "participant"
	if s.asObservers(c) || c.verb.class == "observe" || c.verb.class == "observing" || c.verb.class == "send" && s.sendsObservers(c) {
		role = "observer"
	}
	e.seen = s.ordinal
	if c.verb.class == "host" {
		for _, i := range c.post {
			if p := &s.ph[i]; p.k == pParty && p.prep == "" {
				s.addParties(e, p.list, "participant", c, "participants.guests")
			}
		}
		role = "host"
		if e.s == s {
			for _, i := range c.post {
				if p := &s.ph[i]; p.k == pDate || p.k == pPlace {
					s.attach([]*event{e}, i, c, 0)
				}
			}
		}
	}
	if len(c.subject.parties) == 1 {
		for _, i := range c.post {
			if p := &s.ph[i]; p.k == pCount && p.count.unit == "persons" && p.count.comparator == "eq" && (s.ph[c.v].y == p.x || c.verb.class == "send" && p.prep == "") {
				c.subject.parties[0].personnel = int(p.count.num.value)
			}
		}
	}
	s.addParties(e, c.subject, role, c, "participants.again")
	if role != "observer" {
		s.total(e, c.subject, c)
	}
	for _, i := range slices.Concat(c.pre, c.post) {
		p := &s.ph[i]
		if p.k == pParty && (p.prep == "including" || p.prep == "with" || p.prep == "by" && c.passive) {
			s.addParties(e, p.list, role, c, "participants.again")
		}
	}
}

// joinedBy adds those by whom the clause's subject was joined in event e: "A was joined by B in the exercise".
func (s *sentence) joinedBy(c *clause, e *event) {
	if !c.passive || c.verb.low != "joined" || len(c.subject.parties) == 0 {
		return
	}
	for _, i := range c.post {
		if p := &s.ph[i]; p.k == pParty && p.prep == "by" {
			s.addParties(e, p.list, "participant", c, "participants.joined")
		}
	}
}

// takersAre reads "Nine countries, including A and B, are observers" and "A, B and C are the other
// participants" of the exercise told before, and "A and B are among those taking part in the exercise".
func (s *sentence) takersAre(c *clause) bool {
	if c.verb.class != "be" || len(c.subject.parties) == 0 {
		return false
	}
	role := ""
	var e *event
	var others *phrase
	for n, i := range c.post {
		p := &s.ph[i]
		switch {
		case p.k == pOther && role == "" && (p.prep == "" || p.prep == "between"):
			role = s.takerRole(p)
			if n+1 < len(c.post) && s.ph[c.post[n+1]].k == pParty && s.ph[c.post[n+1]].prep == "of" {
				return false
			}
		case p.k == pParty && role == "" && p.prep == "between" && p.list.total > 0 && s.thatTookPart(i):
			role, others = "participant", p
		case others != nil && (p.k == pRel || p.k == pVerb):
		case p.k == pEvent && role != "" && (p.prep == "in" || p.prep == "of" || p.prep == "at"):
			e = p.ev[0]
		case p.k == pMark && role != "" || p.k == pDate:
		case role == "" && p.k != pOther:
			return false
		}
		if p.k == pMark && p.word != "(" {
			break
		}
	}
	if role == "" {
		return false
	}
	if e == nil {
		e = s.current()
	}
	if e == nil || e.label != graph.Exercise && role == "observer" || participation(e.label) == "" {
		return false
	}
	s.addParties(e, c.subject, role, c, "participants."+role+"s")
	if others != nil {
		s.total(e, partyList{total: others.list.total, about: others.list.about, a: others.a, b: others.b}, noVerb())
	}
	return true
}

// thatTookPart reports whether a verb of taking part follows phrase i: "the 45 countries that took part", "the 20 nations
// taking part".
func (s *sentence) thatTookPart(i int) bool {
	if i+1 < len(s.ph) && s.ph[i+1].k == pRel {
		i++
	}
	return i+1 < len(s.ph) && s.ph[i+1].k == pVerb && s.ph[i+1].verb.class == "join"
}

// takerRole is the role in an event that a predicate means: "observers", "the other participants",
// "among those taking part"; "" for anything else.
func (s *sentence) takerRole(p *phrase) string {
	if p.prep == "between" {
		for x := p.x; x < p.y; x++ {
			if l := s.items[x].lexeme(cVerb); l != nil && l.value == "join" || hasNoun(&s.items[x], "taker") {
				return "participant"
			}
		}
		return ""
	}
	switch {
	case contains(" state member ", s.items[p.x].low):
	case p.word == "observers" || p.word == "observer":
		return "observer"
	case contains(" participants participant newcomers newcomer guests guest debutants ", p.word):
		return "participant"
	}
	return ""
}

// asObservers reports whether the clause says "as observers".
func (s *sentence) asObservers(c *clause) bool {
	for _, i := range c.post {
		if p := &s.ph[i]; (p.prep == "as" || p.prep == "by" && c.verb.class == "join") && (p.word == "observers" || p.word == "observer") {
			return true
		}
	}
	return false
}

// bareHost reports whether the verb of hosting has nothing behind it: "Kenya hosted; twelve nations took part".
func (s *sentence) bareHost(c *clause) bool {
	return len(c.subject.parties) > 0 && !c.passive && (c.v+1 == len(s.ph) || s.ph[c.v+1].k == pMark && s.ph[c.v+1].word != ",")
}

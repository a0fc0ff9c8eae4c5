package extract

import (
	"strings"

	"concord/graph"
)

// eventSubject handles a clause whose subject is an event: "the drill was held in A",
// "the exercise, hosted by B", "the drill involves C and D".
func (s *sentence) eventSubject(c *clause, evs []*event) {
	evs = s.heldIn(c, s.coordinated(c, evs))
	if c.verb.neg && (c.verb.class == "occur" || c.verb.class == "hold") {
		for _, e := range evs {
			e.cancelled = e.cancelled || len(e.args) == 0 // "the exercise was not held in 2020"
		}
	}
	if c.isFact() && (c.verb.class == "occur" || c.verb.class == "hold" && c.verb.passive) {
		for _, e := range evs {
			e.cancelled = false // "was postponed and took place in August"
		}
	}
	c.events = evs
	n := s.distribution(c, evs)
	if len(evs) == 1 && n > 1 {
		evs = s.split(c, evs[0], n)
		c.events = evs
	}
	for _, i := range c.leading {
		if s.ph[i].k != pEvent && s.ph[i].k != pParty || s.ph[i].prep == "under" || s.sidesOf(i, evs) {
			s.attach(evs, i, c, n)
		}
	}
	for _, i := range c.pre {
		if s.ph[i].k != pMark {
			s.attach(evs, i, &clause{v: -1, verb: &verbGroup{class: "none", neg: c.verb.neg, modality: c.verb.modality}}, n)
		}
	}
	switch c.verb.class {
	case "bring":
		if !s.together(c) {
			for _, i := range c.post {
				switch p := &s.ph[i]; {
				case p.k == pDate, p.k == pPlace && p.prep != "from":
					s.attach(evs, i, c, n) // "brought tanks to a range in A in 2019"
				case p.k == pParty && s.unitOf(i), p.k == pParty && p.prep == "" && (len(p.list.forces()) > 0 || s.people(p.x)):
					for _, e := range evs {
						s.addParties(e, p.list, "participant", c, "participants.bring")
					}
				}
			}
			return
		}
		s.involved(c, evs, n)
		return
	case "cancel":
		for _, e := range evs {
			e.cancelled = true
		}
	case "involve", "involve2":
		s.involved(c, evs, n)
		return
	case "focus":
		s.focused(c, evs)
		return
	case "be":
		s.predicate(c, evs)
		return
	case "meet":
		if s.gathers(c) {
			s.involved(c, evs, n)
			return
		}
	case "other", "have", "maintain":
		if s.saw(c, evs) {
			return
		}
		if !c.passive && c.verb.class != "maintain" {
			return
		}
	case "name":
		return
	}
	target := evs
	for _, i := range c.post {
		p := &s.ph[i]
		if p.k == pMark && p.word == ";" {
			return
		}
		if p.k == pEvent && (p.prep == "at" || p.prep == "during") && evs[0].label == graph.Treaty {
			target = p.ev
			continue
		}
		if p.k == pParty && p.prep == "" && (c.verb.class == "observe" || c.verb.class == "join") {
			continue
		}
		if p.k == pEvent && p.prep == "" && p.np.gapped {
			evs, target = p.ev, p.ev
			continue
		}
		if p.k == pEvent && p.prep == "" || p.k == pRel {
			return
		}
		if &target[0] != &evs[0] {
			s.attach(target, i, noVerb(), 0)
			continue
		}
		s.attach(evs, i, c, n)
	}
}

// involved gives the events the parties, topics and counts that "involving…" names.
func (s *sentence) involved(c *clause, evs []*event, n int) {
	for _, i := range c.post {
		p := &s.ph[i]
		switch {
		case p.k == pParty && (p.prep == "" || p.prep == "from" || p.prep == "of" || p.prep == "including" || p.prep == "with"):
			for _, e := range evs {
				s.addParties(e, p.list, "participant", c, "participants.involve")
				s.total(e, p.list, c)
			}
		case p.k == pDate || p.k == pPlace && p.prep != "from":
			s.attach(evs, i, c, n)
		case p.k == pEvent:
			return
		case p.k == pOther && p.word == "both" || p.k == pOther && p.word == "countries":
			for _, e := range evs {
				for j := p.x; j < min(p.x+6, len(s.items)); j++ {
					if f := s.items[j].value(cForce); f != "" {
						e.shareForces(f)
					}
				}
			}
		case p.k == pOther:
			for _, e := range evs {
				if f := s.items[p.x].value(cForce); f != "" {
					e.shareForces(f)
				}
			}
		}
	}
}

// gathers reports whether the clause's verb of meeting has an object: "the drill gathered troops from A".
func (s *sentence) gathers(c *clause) bool {
	i := c.v + 1
	return strings.HasPrefix(c.verb.low, "gather") && !c.passive && i < len(s.ph) && s.ph[i].prep == "" && (s.ph[i].k == pParty || s.ph[i].k == pCount)
}

// saw reads "the drill saw A and B take part", and reports whether the clause is of that form.
func (s *sentence) saw(c *clause, evs []*event) bool {
	if !contains(" saw sees seen seeing ", c.verb.low) || c.passive || c.v+2 >= len(s.ph) {
		return false
	}
	p, v := &s.ph[c.v+1], &s.ph[c.v+2]
	if p.k != pParty || p.prep != "" || v.k != pVerb || v.verb.class != "join" && v.verb.class != "train" {
		return false
	}
	for _, e := range evs {
		s.addParties(e, p.list, "participant", c, "participants.saw")
		s.total(e, p.list, c)
	}
	return true
}

// shareForces gives every participant of the event a force that the text names for all of them.
func (e *event) shareForces(f string) {
	e.forces = appendNew(e.forces, f)
	for k := range e.args {
		a := &e.args[k]
		if a.rel != graph.ParticipatedIn || a.props == nil {
			continue
		}
		had, _ := a.props["forces"].([]string)
		a.props["forces"] = appendNew(had, f)
	}
}

// focused gives the events the topics of "focusing on…".
func (s *sentence) focused(c *clause, evs []*event) {
	for _, i := range c.post {
		switch p := &s.ph[i]; p.k {
		case pTopic:
			for _, e := range evs {
				s.addTopics(e, p.topics, p.a, p.b, c)
			}
		case pDate, pPlace:
			s.attach(evs, i, c, 0)
		}
	}
}

// predicate handles "the exercise was the first…", "This is a bilateral drill between A and B".
func (s *sentence) predicate(c *clause, evs []*event) {
	for _, e := range evs {
		if e.name != "" && e.editionYear() == "" && s.items[c.verb.x].low != "was" && s.present(c) {
			e.habitual = true
		}
	}
	if c.subj < 0 || s.ph[c.subj].k != pEvent {
		return
	}
	if len(evs) == 1 && evs[0].name == "" {
		for _, i := range c.post {
			if p := &s.ph[i]; p.k == pEvent && p.prep == "" && p.ev[0].name != "" && p.ev[0].label == evs[0].label {
				p.ev[0].absorb(evs[0])
				evs = p.ev
				s.st.note(evs[0])
				break
			}
		}
	}
	for _, i := range c.post {
		p := &s.ph[i]
		if p.k == pEvent && len(evs) > 0 && p.ev[0] != evs[0] {
			for _, e := range evs {
				if p.ev[0] != e && p.ev[0].name == "" && p.ev[0].label == e.label {
					e.absorb(p.ev[0])
					p.ev[0] = e
				}
			}
			continue
		}
		if p.k == pRel {
			return
		}
		s.counted(evs, p, c)
		s.attach(evs, i, c, 0)
	}
}

// counted takes the number of an event that "is the sixth between the allies" or "was the third of its kind".
func (s *sentence) counted(evs []*event, p *phrase, c *clause) {
	if p.k != pOther || p.prep != "" || p.y-p.x != 1 || s.items[p.x].k != iOrd || len(evs) != 1 || evs[0].ordinal > 0 || evs[0].plural {
		return
	}
	if p.y >= len(s.items) || !contains(" between of ", s.items[p.y].value(cPrep)) || p.x == 0 || !s.items[p.x-1].is(cDet) {
		return
	}
	evs[0].ordinal = s.items[p.x].ord
	evs[0].property("ordinal", int64(evs[0].ordinal), s, p.a, p.b, c, "ordinal.predicate")
}

// coordinated takes in the events joined to a subject: "the A and the B, held…".
func (s *sentence) coordinated(c *clause, evs []*event) []*event {
	respectively := false
	for _, i := range c.post {
		respectively = respectively || s.ph[i].k == pRespectively
	}
	if c.verb.bare && !respectively {
		return evs
	}
	all := evs
	for i := c.subj - 1; i > 0; i -= 2 {
		if s.ph[i].k == pMark && s.ph[i].word == "," && i > 0 && s.ph[i-1].k == pMark {
			i--
		}
		if s.ph[i].k != pMark || s.ph[i].word != "and" && s.ph[i].word != "," || s.ph[i-1].k != pEvent || s.ph[i-1].ev[0].label != evs[0].label {
			break
		}
		all = append(append([]*event(nil), s.ph[i-1].ev...), all...)
	}
	return all
}

// together reports whether "brought … together" is what the verb says.
func (s *sentence) together(c *clause) bool {
	for _, i := range c.post {
		for x := s.ph[i].x; x < s.ph[i].y; x++ {
			if s.items[x].low == "together" {
				return true
			}
		}
	}
	return false
}

// present reports whether the clause's copula is in the present tense.
func (s *sentence) present(c *clause) bool {
	for x := s.ph[c.v].x; x < s.ph[c.v].y; x++ {
		if w := s.items[x].low; w == "is" || w == "are" {
			return true
		}
	}
	return false
}

// sidesOf reports whether phrase i says between whom the event before it is, which is the clause's: "the drill between A
// and B, Exercise X, was held".
func (s *sentence) sidesOf(i int, evs []*event) bool {
	p := &s.ph[i]
	return p.k == pParty && (p.prep == "between" || p.prep == "with") && i > 0 && s.ph[i-1].k == pEvent && len(evs) == 1 && len(s.ph[i-1].ev) == 1 && s.ph[i-1].ev[0] == evs[0]
}

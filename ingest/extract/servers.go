package extract

import (
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// Whose people a clause says to serve in a mission.

// placed are participles that say where people are.
const placed = " found based seconded embedded attached engaged seen located "

// servers are the countries whose people the clause speaks of: its subject, the one that speaks ("our
// engineers"), or that of "with Nigeria providing most of the troops".
func (s *sentence) servers(c *clause) []party {
	if c.v < 0 {
		return nil
	}
	if c.v > 0 && c.verb.ing {
		if p := &s.ph[c.v-1]; p.k == pParty && p.prep == "with" && len(p.list.parties) > 0 {
			return p.list.parties
		}
	}
	if c.passive {
		if contains(placed, c.verb.low) {
			return s.peopleBefore(c)
		}
		if c.verb.class != "send" && c.verb.class != "lead" || s.participle(c) && c.verb.class == "send" {
			return nil
		}
		for _, i := range c.post {
			if p := &s.ph[i]; p.k == pParty && p.prep == "by" {
				return p.list.parties
			}
		}
		return s.peopleBefore(c)
	}
	if len(c.subject.parties) > 0 && !(c.subj >= 0 && s.headsMission(s.ph[c.subj].y)) {
		return c.subject.parties
	}
	if c.verb.class == "be" && c.v > 0 && s.ph[c.v-1].word == "there" && c.v+1 < len(s.ph) && s.ph[c.v+1].k == pParty {
		return s.ph[c.v+1].list.parties
	}
	if who := s.peopleBefore(c); who != nil {
		return who
	}
	if i := s.ownSubjectOf(c); i >= 0 {
		if own := s.speaker(); own != nil {
			p := *own
			p.a, p.b = s.ph[i].a, s.ph[i].b
			return []party{p}
		}
	}
	return nil
}

// sameServers are the countries of "with A providing most of the troops and B contributing others", and those of
// "A and B are among the states that have taken part".
func (s *sentence) sameServers(list []clause, k int) []party {
	c := &list[k]
	if k == 0 || c.v < 2 {
		return nil
	}
	b := &list[k-1]
	before := &s.ph[c.v-1]
	switch {
	case c.verb.ing && before.k == pParty && before.prep == "" && s.ph[c.v-2].k == pMark && b.v > 0 && b.verb.ing && s.ph[b.v-1].prep == "with":
		return before.list.parties
	case before.k == pRel && b.verb.class == "be" && !b.verb.neg && b.v+1 < len(s.ph) && (s.ph[b.v+1].prep == "between" || s.items[s.ph[b.v+1].x].low == "one"):
		return b.subject.parties
	}
	return nil
}

// peopleBefore is the country whose people stand right before the clause's verb: "numbers of Dutch personnel are
// assigned", "some 270 Dutch soldiers take part".
func (s *sentence) peopleBefore(c *clause) []party {
	for i := c.v - 1; i >= 0; i-- {
		p := &s.ph[i]
		switch p.k {
		case pParty:
			if len(p.list.parties) == 0 || !s.people(p.y-1) || p.list.pronoun {
				return nil
			}
			return p.list.parties
		case pCount, pOther:
			if p.prep == "" && s.ofOwner(p) {
				return []party{*s.st.topicCountry}
			}
			who := s.countryIn(p)
			if who == nil && !c.verb.neg && p.prep == "" && (p.k == pCount || s.unitOrPeople(p.y-1)) {
				who = s.lastSender()
			}
			if who != nil && (p.k == pCount || s.unitOrPeople(p.y-1)) {
				return []party{*who}
			}
		case pMark:
			if p.word != "and" {
				return nil
			}
		case pPlace:
			if p.prep != "" {
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}

// lastSender is the country whose people are meant where nothing says whose: that which publishes the text, or whose
// contributions were told of just before.
func (s *sentence) lastSender() *party {
	switch {
	case s.namesOther():
		return nil
	case s.st.own != nil && (s.st.actor == nil || s.st.actor.id == s.st.topicCountry.id):
		return s.st.topicCountry
	case s.st.sender != nil && s.st.sentAt >= s.ordinal-2 && s.st.sentAt > 0 && s.st.topicCountry != nil && s.st.sender.id == s.st.topicCountry.id:
		return s.st.sender
	}
	return nil
}

// ofOwner reports whether a phrase names a unit or the people of the country that the document is about: "its
// contingents", "the Hanbit Unit".
func (s *sentence) ofOwner(p *phrase) bool {
	own := s.st.topicCountry
	if own == nil || s.st.actor != nil && s.st.actor.id != own.id || !s.unitOrPeople(p.y-1) && !s.items[p.x].is(cForce) {
		return false
	}
	for x := p.x; x < p.y; x++ {
		if s.items[x].k == iEnt {
			return false
		}
	}
	if s.st.own != nil && s.items[p.x].value(cForce) == "navy" && s.definite0(p) {
		return true // "the frigate Hamburg"
	}
	return p.x > 0 && s.items[p.x-1].value(cDet) == "its" || s.items[p.x].value(cDet) == "its" || s.st.own != nil && s.items[p.x].cap && s.items[p.y-1].cap && p.y-p.x > 1
}

// definite0 reports whether "the" stands before the phrase.
func (s *sentence) definite0(p *phrase) bool {
	return s.items[p.x].low == "the" || p.x > 0 && s.items[p.x-1].low == "the"
}

// ownSubjectOf is the phrase before the clause's verb by which who speaks tells of his own: "we", "our engineers"; or -1.
func (s *sentence) ownSubjectOf(c *clause) int {
	for i := c.v - 1; i >= 0; i-- {
		p := &s.ph[i]
		switch {
		case p.k == pVerb || p.k == pRel || p.k == pParty && p.prep == "" || p.k == pMark && p.word == ";":
			return -1
		case p.k != pOther || p.prep != "":
			continue
		}
		if s.lastWord(p.y-1) == "country" && p.y-p.x <= 2 && s.definite0(p) && s.st.topicCountry != nil && (s.st.actor == nil || s.st.actor.id == s.st.topicCountry.id) {
			return i
		}
		if s.items[p.x].low == "we" || p.x > 0 && s.items[p.x-1].low == "our" {
			return i
		}
	}
	return -1
}

// unitOrPeople reports whether item x names people, ships or a unit of soldiers.
func (s *sentence) unitOrPeople(x int) bool {
	return s.people(x) || contains(militaryUnits, strings.TrimSuffix(s.lastWord(x), "s"))
}

// speaker is the country that "we" and "our" stand for, where the text is no declaration of several or of an organization.
func (s *sentence) speaker() *party {
	if s.st.own == nil && (s.st.topicPlaced || s.st.topicHeaded || s.st.declared) {
		return nil
	}
	return s.st.topicCountry
}

// ownCountry is the country whose ministry, forces or government publish the document, or nil.
func (st *state) ownCountry(publisher string) *party {
	toks := tokenize(publisher, 0, len(publisher))
	body := false
	for i := range toks {
		found, _ := st.lex.match(toks, i)
		for _, l := range found {
			body = body || l.class == cForce || l.class == cBody
		}
	}
	for _, m := range st.gaz.Find(publisher) {
		switch {
		case m.Entry == nil:
		case m.Entry.Metonym != "" && body:
			return &party{id: m.Entry.Metonym, label: graph.Country}
		case m.Entry.Country != "" && (body || m.Form == gazetteer.Force || bodyKind(m.Entry.Kind)):
			return &party{id: m.Entry.Country, label: graph.Country}
		}
	}
	return nil
}

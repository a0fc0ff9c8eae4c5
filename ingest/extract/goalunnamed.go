package extract

import "concord/ingest/gazetteer"

// unnamedGoal is the mission that people are sent to without a word of where, as it was spoken of just before:
// "Senegal and Ghana supplied its soldiers", "Argentina contributed troops".
func (s *sentence) unnamedGoal(c *clause) *gazetteer.Entry {
	had := (c.verb.class == "have" || c.verb.class == "maintain") && s.st.sentAt >= s.ordinal-1 && s.st.sentAt > 0
	if c.verb.class != "send" && !had && !contains(pledging, c.verb.low) && !(c.verb.class == "join" && s.joinsBare(c)) {
		return nil
	}
	if e := s.current(); e != nil && (s.st.mission == nil || e.seen >= s.st.mission.at) {
		return nil
	}
	people, its := s.alone(c) || s.nounLeftOut(c), false
	if c.passive && s.participle(c) {
		return nil
	}
	if c.passive && c.v > 0 {
		people = s.people(s.ph[c.v-1].y - 1)
	}
	for _, i := range c.post {
		p := &s.ph[i]
		if p.k == pMark && c.verb.class == "join" {
			break
		}
		switch p.k {
		case pEvent, pMission:
			return nil
		case pParty:
			if len(p.list.parties) > 0 && p.prep != "from" && p.prep != "" && !(p.prep == "by" && c.passive) {
				return nil
			}
			people = people || p.prep == ""
		case pPlace:
			if p.prep == "to" || p.prep == "into" {
				return nil
			}
		case pOther, pCount:
			if (p.prep == "to" || p.prep == "with" && p.k == pOther || p.prep == "for") && !contains(" headquarters command ", s.items[p.y-1].low) {
				return nil
			}
			for x := p.x; x < p.y; x++ {
				people = people || p.k == pCount && p.count.unit == "persons" || s.unitOrPeople(x) || contains(" anyone anybody ", s.items[x].low)
			}
			its = its || p.x > 0 && s.items[p.x-1].value(cDet) == "its" || s.items[p.x].value(cDet) == "its"
		}
		if p.k == pMark && p.word != "and" {
			break
		}
	}
	if !people && c.verb.class != "join" {
		return nil
	}
	t := s.missionBefore(s.ph[c.v].a)
	if t == nil || t.section != s.section || s.ordinal-t.at > 1 && !(its && s.ordinal-t.at <= 2) {
		spoken := s.st.mission != nil && s.st.mission.ent == s.st.topicMission && s.ordinal-s.st.mission.at <= 10
		if s.st.topicMission == nil || len(s.st.missions) > 1 && s.ordinal-s.st.topicAt > 3 && !spoken {
			return nil
		}
		return s.hereOnly(s.st.topicMission)
	}
	return s.hereOnly(t.ent)
}

// hereOnly is the mission, unless the sentence is placed in a country where that is not.
func (s *sentence) hereOnly(m *gazetteer.Entry) *gazetteer.Entry {
	if s.elsewhere(m) {
		return nil
	}
	return m
}

// nounLeftOut reports whether the verb's object is a unit whose noun stood before: "Kenya provided a third".
func (s *sentence) nounLeftOut(c *clause) bool {
	if c.v+1 >= len(s.ph) || c.verb.class != "send" {
		return false
	}
	p := &s.ph[c.v+1]
	return p.k == pOther && p.prep == "" && p.y-p.x == 1 && (s.items[p.x].k == iOrd || contains(" one another others most more ", s.items[p.x].low)) || p.k == pOther && p.y-p.x <= 2 && contains(" third fourth fifth second rest remainder majority bulk ", s.lastWord(p.y-1))
}

// joinsBare reports whether the verb of taking part has nothing behind it, up to the next mark, in which that is.
func (s *sentence) joinsBare(c *clause) bool {
	for _, i := range c.post {
		p := &s.ph[i]
		if p.k == pMark {
			return true
		}
		if p.k == pEvent || p.k == pMission || p.k == pTopic || p.k == pParty && p.prep == "" || (p.k == pOther || p.k == pParty || p.k == pPlace) && contains(" in at to ", p.prep) || p.k == pOther && p.prep == "" && !s.adverbial(p) {
			return false
		}
	}
	return true
}

// alone reports whether nothing follows the verb "contribute": "Ukraine has contributed as well".
func (s *sentence) alone(c *clause) bool {
	if !contains(" contributed contributes contribute contributing ", c.verb.low) {
		return false
	}
	for _, i := range c.post {
		if p := &s.ph[i]; p.k != pMark && p.k != pDate && !(p.k == pOther && s.adverbial(p)) {
			return false
		}
	}
	return true
}

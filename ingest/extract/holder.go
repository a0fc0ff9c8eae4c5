package extract

import (
	"slices"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// Whose the numbers of a sentence are.

// holder is whose the number at phrase i is, so many of a unit: the country its phrase names, the clause's
// subject, the event told of, or the country that the text is about.
func (s *sentence) holder(list []clause, i int, unit string, value float64) (string, *event) {
	if who := s.countryOfNumber(i); who != "" {
		if unit == "persons" && s.namesEvent() {
			return "", nil // which is told of its part in that
		}
		if e := s.exerciseHere(); e != nil && unit != "countries" {
			return s.eventHolder(e, s.clauseAt(list, i), unit)
		}
		return who, nil
	}
	if e := s.missionHolder(list, i); e != nil {
		return e.Entity.ID, nil
	}
	if p := &s.ph[i]; p.k == pParty && len(p.list.parties) == 1 && p.list.total == 0 && p.list.parties[0].label == graph.Country {
		return p.list.parties[0].id, nil
	}
	at := s.clauseAt(list, i)
	if c := s.subjectBefore(list, i); c != nil && c.subj != i {
		q := &s.ph[c.subj]
		switch {
		case q.k == pEvent && len(q.ev) == 1 && participation(q.ev[0].label) != "":
			return s.eventHolder(q.ev[0], at, unit)
		case q.k == pParty && len(q.list.parties) == 1 && q.list.parties[0].id != "":
			if e := s.exerciseHere(); e != nil && contains(" ships submarines aircraft vehicles ", unit) {
				return s.eventHolder(e, at, unit)
			}
			if unit == "persons" && value < 10 && c.verb.class == "send" {
				return "", nil // what it contributes, not how much it has
			}
			if at != nil && at != c && at.subj < 0 && !at.verb.ing && !s.musters(at) {
				return "", nil
			}
			return q.list.parties[0].id, nil
		case q.k == pParty && len(q.list.parties) > 0:
			return "", nil
		}
	}
	for j := range s.ph {
		if q := &s.ph[j]; q.k == pEvent && len(q.ev) == 1 && !q.ev[0].plural && participation(q.ev[0].label) != "" {
			return s.eventHolder(q.ev[0], at, unit)
		}
	}
	if e := s.eventSpokenOf(at); e != nil {
		return s.eventHolder(e, at, unit)
	}
	if who := s.sentBy(at); who != nil {
		return who.id, nil
	}
	if a := s.st.actor; a != nil && s.st.topicCountry != nil && a.id == s.st.topicCountry.id && s.ownFigure(a.id, at, unit, value) {
		return a.id, nil
	}
	return "", nil
}

// exerciseHere is the one exercise that the sentence names, or the one that the lines just above tell of.
func (s *sentence) exerciseHere() *event {
	for j := range s.ph {
		if q := &s.ph[j]; q.k == pEvent && len(q.ev) == 1 && !q.ev[0].plural && q.ev[0].label == graph.Exercise {
			return q.ev[0]
		}
	}
	if e := s.eventSpokenOf(nil); e != nil && e.label == graph.Exercise {
		return e
	}
	return nil
}

// sentBy is the one country by whom a passive clause says that people are sent: "7,123 personnel were deployed by Pakistan".
func (s *sentence) sentBy(c *clause) *party {
	if c == nil || !c.passive || c.verb.class != "send" {
		return nil
	}
	for _, i := range c.post {
		if p := &s.ph[i]; p.k == pParty && p.prep == "by" && len(p.list.parties) == 1 && p.list.parties[0].label == graph.Country {
			return &p.list.parties[0]
		}
	}
	return nil
}

// ownFigure reports whether a number in the clause, which is nobody else's, may be one of the country that the text is about.
func (s *sentence) ownFigure(id string, c *clause, unit string, value float64) bool {
	if unit == "countries" { // they may be those of anything
		return !s.namesEvent() && slices.ContainsFunc(s.items, func(it item) bool { return it.country() && it.ent.Entity.ID == id })
	}
	return s.musters(c) && !(unit == "persons" && value < 5) || c.verb.class == "visit" || s.st.lex.lists["own tally"][c.verb.low]
}

// namesEvent reports whether the sentence speaks of an exercise or a meeting.
func (s *sentence) namesEvent() bool {
	return slices.ContainsFunc(s.ph, func(p phrase) bool { return p.k == pEvent && participation(p.np.label) != "" })
}

// countryOfNumber is the country that the phrase with the number names, or that its "of" does.
func (s *sentence) countryOfNumber(i int) string {
	if s.ph[i].k != pCount {
		return ""
	}
	if who := s.countryIn(&s.ph[i]); who != nil {
		return who.id
	}
	if i+1 < len(s.ph) {
		if q := &s.ph[i+1]; q.k == pParty && q.prep == "of" && len(q.list.parties) == 1 && q.list.parties[0].label == graph.Country {
			return q.list.parties[0].id
		}
	}
	return ""
}

// missionHolder is the mission whose the number at phrase i is.
func (s *sentence) missionHolder(list []clause, i int) *gazetteer.Entry {
	if e := s.relativeMission(list, i); e != nil {
		return e
	}
	if e := s.countedIn(list, i); e != nil {
		return e
	}
	c := s.subjectBefore(list, i)
	if c == nil {
		if e := s.mainMission(list, i, c); e != nil || i < 2 {
			return e
		}
		return s.missionSubject(list, i)
	}
	loses := contains(" lost loses ", c.verb.low)
	if e := s.mainMission(list, i, c); e != nil && !loses {
		return e
	}
	if e := s.missionAt(c.subj); c.subj != i && e != nil && !(s.ph[c.subj].k == pParty && loses) {
		return e
	}
	return nil
}

// countedIn is the mission in which the people at phrase i are said to be, by nobody in particular: "there were 1,676
// soldiers in the mission", "its 1,134 monitors".
func (s *sentence) countedIn(list []clause, i int) *gazetteer.Entry {
	p := &s.ph[i]
	if p.k == pCount && s.items[p.x].low == "its" {
		if t := s.missionBefore(p.a); t != nil && t.section == s.section && s.ordinal-t.at <= 2 && !s.actorSince(t, "") {
			return t.ent
		}
	}
	if i+1 >= len(s.ph) || !contains(" in of with within ", s.ph[i+1].prep) {
		return nil
	}
	c := s.clauseAt(list, i)
	if c == nil || c.v < 1 || c.verb.class != "be" || s.lastWord(s.ph[c.v].x-1) != "there" {
		return nil
	}
	return s.missionAt(i + 1)
}

// subjectBefore is the last clause with a subject whose verb stands before phrase i, or whose subject that is; nil
// where the phrase is the subject itself.
func (s *sentence) subjectBefore(list []clause, i int) *clause {
	var c *clause
	for k := range list {
		if list[k].subj >= 0 && (list[k].v >= 0 && i > list[k].v || list[k].subj == i) {
			c = &list[k]
		}
	}
	return c
}

// eventHolder is the event where what is counted can take part in it and the clause says that it does.
func (s *sentence) eventHolder(e *event, c *clause, unit string) (string, *event) {
	if !s.st.lex.lists["event figure"][unit] || !s.musters(c) {
		return "", nil
	}
	return "", e
}

// eventSpokenOf is the exercise or meeting that the lines just above tell of.
func (s *sentence) eventSpokenOf(c *clause) *event {
	for _, label := range []graph.Label{graph.Exercise, graph.Meeting} {
		e := s.st.last[label]
		if e == nil || s.ordinal-e.seen > 1 || e.section != s.section || e.plural {
			continue
		}
		if label == graph.Meeting && (c == nil || c.verb.class != "join" || s.st.lastAny != e) {
			continue
		}
		return e
	}
	return nil
}

// clauseAt is the clause that phrase i stands in, or nil.
func (s *sentence) clauseAt(list []clause, i int) *clause {
	for k := range list {
		c := &list[k]
		if c.v == i || c.subj == i || slices.Contains(c.post, i) || slices.Contains(c.pre, i) || slices.Contains(c.leading, i) {
			return c
		}
	}
	for k := range list {
		if c := &list[k]; c.v > i {
			return c // whose subject counts something
		}
	}
	return nil
}

// musters reports whether the clause says who or what takes part in something, or is there.
func (s *sentence) musters(c *clause) bool {
	return c == nil || c.v < 0 || contains(mustering, c.verb.class) || s.st.lex.lists["musters"][c.verb.low]
}

// mustering are the classes of verbs that say so.
const mustering = " join involve involve2 train hold organize host cohost be have bring send meet come occur establish maintain observe observing lead conclude none row "

// relativeMission is the mission that a relative clause with the number at phrase i is about: "the force, which has
// 10,000 soldiers", "48 countries that contribute to the force".
func (s *sentence) relativeMission(list []clause, i int) *gazetteer.Entry {
	for k := range list {
		c := &list[k]
		if c.v < 1 || s.ph[c.v-1].k != pRel {
			continue
		}
		if c.v < i && c.verb.class == "have" && (k+1 == len(list) || list[k+1].v > i) {
			j := c.v - 2
			for j >= 0 && s.comma(j) {
				j--
			}
			if j >= 0 {
				return s.missionAt(j)
			}
		}
		if i == c.v-2 && s.ph[i].k == pParty && (c.verb.class == "send" || c.verb.class == "join") {
			if goals := s.goals(c); len(goals) == 1 {
				return goals[0].ent
			}
		}
	}
	return nil
}

// mainMission is the mission that the sentence is about, where the clause c with phrase i is not about another: it
// has no subject of its own, or that of a relative clause that is over.
func (s *sentence) mainMission(list []clause, i int, c *clause) *gazetteer.Entry {
	if len(s.ph) == 0 || i == 0 {
		return nil
	}
	first := list[0].subj
	if first < 0 && (s.ph[0].k == pOther || s.ph[0].k == pMission) {
		first = 0
	}
	if first < 0 || first >= i {
		return nil
	}
	e := s.missionAt(first)
	if e == nil {
		return nil
	}
	for k := 1; k < len(list); k++ {
		b := &list[k]
		if b.subj <= 0 || b.v < 0 || b.v > i || s.ph[b.subj].k != pParty || s.ph[b.subj].list.pronoun {
			continue
		}
		if s.ph[b.subj].prep == "" && s.ph[b.subj-1].k != pRel && !(s.ph[b.subj-1].k == pOther && b.subj > 1 && s.ph[b.subj-2].k != pMark) {
			return nil // another subject, of a clause of its own
		}
	}
	return e
}

// missionSubject is the mission that stands before the verb of the clause with phrase i, as "the mission" or "it".
func (s *sentence) missionSubject(list []clause, i int) *gazetteer.Entry {
	for k := len(list) - 1; k >= 0; k-- {
		if c := &list[k]; c.v > 0 && c.v < i && c.subj < 0 {
			return s.missionAt(c.v - 1)
		}
	}
	return nil
}

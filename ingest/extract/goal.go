package extract

import (
	"slices"
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// What countries send their people to: missions, and the standing forces of several nations; by name,
// or as "the mission", "the force", "it".

// told is a mission that the document speaks of, and where it did last.
type told struct {
	ent     *gazetteer.Entry
	at      int // the passage
	section int
	subject bool // what the passage was about
}

// isForce reports whether an entity is a mission or a standing force of several nations, such as a
// combined task force.
func isForce(e *gazetteer.Entry) bool {
	if e == nil {
		return false
	}
	switch label, _ := graph.LabelOf(e.Entity.ID); label {
	case graph.Mission:
		return true
	case graph.Organization:
		name := e.Entity.Name + " "
		return e.Country == "" && !bodyKind(e.Kind) && (strings.Contains(name, " Force ") || strings.Contains(name, "Maritime Forces") || strings.Contains(name, "corps "))
	}
	return false
}

// forceOfPhrase is the mission or force that phrase i names.
func (s *sentence) forceOfPhrase(i int) *gazetteer.Entry {
	switch p := &s.ph[i]; p.k {
	case pMission:
		return p.ent.ent
	case pParty:
		if len(p.list.parties) == 1 && p.list.parties[0].label == graph.Organization && !p.list.pronoun {
			if e, ok := s.st.gaz.Entry(p.list.parties[0].id); ok && isForce(e) {
				return e
			}
		}
	}
	return nil
}

// missionAt is the mission that phrase i names or stands for: "UNIFIL", "the force", "it".
func (s *sentence) missionAt(i int) *gazetteer.Entry {
	if e := s.forceOfPhrase(i); e != nil {
		return e
	}
	p := &s.ph[i]
	first := &s.items[p.x]
	switch {
	case first.low == "it" && p.y == p.x+1 && p.prep != "of":
		if t := s.missionBefore(p.a); t != nil && s.ordinal-t.at <= 1 && !s.actorSince(t, p.prep) {
			return t.ent
		}
	case p.k == pOther && s.definite(p) && missionNoun(&s.items[s.withoutAdverbs(p)-1]):
		t := s.missionBefore(p.a)
		if s.toldWhich(i) {
			if t != nil && t.at == s.ordinal && s.mayBeAt(i+1, t.ent) {
				return t.ent
			}
			return nil
		}
		if t != nil && t.section == s.section && s.ordinal-t.at <= 8 {
			return t.ent
		}
		return s.st.topicMission
	}
	return nil
}

// withoutAdverbs is where the phrase ends before its adverbs: "the mission now".
func (s *sentence) withoutAdverbs(p *phrase) int {
	y := p.y
	for y > p.x+1 && s.items[y-1].is(cAdv) {
		y--
	}
	return y
}

// mayBeAt reports whether the place that phrase i names is where the mission is known to be, or that is not known.
func (s *sentence) mayBeAt(i int, m *gazetteer.Entry) bool {
	p := &s.ph[i]
	return p.k == pPlace && len(p.places) > 0 && (len(m.In) == 0 || hasAny(m.In, p.places[0].id))
}

// toldWhich reports whether words follow that say which mission is meant: "the mission in Mali", "the mission MINUSMA".
func (s *sentence) toldWhich(i int) bool {
	return i+1 < len(s.ph) && (s.ph[i+1].k == pMission && s.ph[i+1].prep == "" || (s.ph[i+1].k == pPlace || s.ph[i+1].k == pParty) && contains(" in for to of from ", s.ph[i+1].prep))
}

func missionNoun(it *item) bool { return contains(" mission force operation ", it.low) }

// definite reports whether the phrase has "the", "this" or "that" before its noun, and at most one word between.
func (s *sentence) definite(p *phrase) bool {
	at, y := p.x, s.withoutAdverbs(p)
	if y-p.x > 1 && y-p.x <= 3 && s.items[p.x].is(cDet) {
		return true
	}
	return y-p.x <= 2 && at > 0 && contains(" the this that ", s.items[at-1].low)
}

// missionBefore is the mission or force named last before the byte at, in the sentence or above it.
func (s *sentence) missionBefore(at int) *told {
	var last *told
	for x := range s.items {
		it := &s.items[x]
		if it.a >= at {
			break
		}
		if it.k == iEnt && isForce(it.ent) {
			last = &told{it.ent, s.ordinal, s.section, false}
		}
	}
	if last != nil {
		return last
	}
	return s.st.mission
}

// actorSince reports whether "it" is rather the country that was the subject after the mission was named.
func (s *sentence) actorSince(t *told, prep string) bool {
	if prep == "" && t.at < s.ordinal && !t.subject && s.st.actorAt == t.at {
		return true
	}
	return prep == "" && t.at < s.ordinal && s.st.actor != nil && s.st.actorAt > t.at && s.st.actorAt < s.ordinal
}

// missionSpokenOf is the one mission that the sentence names, the one spoken of just before, or the one the document
// is about.
func (s *sentence) missionSpokenOf() *gazetteer.Entry {
	if m, named := s.onlyMission(); named {
		return m
	}
	if t := s.st.mission; t != nil && t.section == s.section && s.ordinal-t.at <= 2 {
		return t.ent
	}
	return s.st.topicMission
}

// noteMission remembers the mission that the sentence is about, or names last.
func (s *sentence) noteMission(list []clause) {
	s.noteListMission()
	first := -1
	if len(s.ph) > 0 && (s.ph[0].k == pOther || s.ph[0].k == pMission || s.ph[0].k == pParty) {
		first = 0
	}
	if len(list) > 0 && list[0].subj >= 0 {
		first = list[0].subj
	}
	if first >= 0 {
		if e := s.missionAt(first); e != nil {
			s.st.mission = &told{e, s.ordinal, s.section, true}
			return
		}
	}
	named := false
	for x := range s.items {
		if it := &s.items[x]; it.k == iEnt && isForce(it.ent) && (!named || it.label() == graph.Mission) {
			s.st.mission = &told{it.ent, s.ordinal, s.section, false}
			named = named || it.label() == graph.Mission
		}
	}
}

// noteListMission remembers a mission that a heading or a short line names, for the lines of a list below it.
func (s *sentence) noteListMission() {
	var m *gazetteer.Entry
	for x := range s.items {
		if it := &s.items[x]; it.k == iEnt && it.label() == graph.Mission {
			m = it.ent
		}
	}
	if s.heading || m != nil && s.listBlockStarts() && !s.hasVerb() && len(s.items) < 9 {
		s.st.listMission, s.st.listBlock = m, s.st.blockAt
	}
}

// listBlockStarts reports whether the sentence starts its paragraph or list.
func (s *sentence) listBlockStarts() bool { return s.ordinal == s.st.blockAt }

// goal is a mission that a clause sends people to, and where that is said.
type goal struct {
	ent  *gazetteer.Entry
	a, b int
}

// tellsOfEvent reports whether an event stands behind the clause's verb: "under the Standby Force, A took part in Exercise X".
func (s *sentence) tellsOfEvent(c *clause) bool {
	return slices.ContainsFunc(c.post, func(i int) bool { return s.ph[i].k == pEvent })
}

// goals are the missions that the clause's people go to, serve in or lead.
func (s *sentence) goals(c *clause) []goal {
	var list []goal
	bare := contains(" join lead observing ", c.verb.class) || contains(reinforcing, c.verb.low)
	for _, i := range append(append([]int(nil), c.leading...), c.post...) {
		p := &s.ph[i]
		if i > c.v && (p.k == pRel || p.k == pMark && p.word == ";") {
			break
		}
		if i > c.v+1 && s.gapped(i) {
			break
		}
		e := s.missionAt(i)
		if e == nil && i == c.v+1 {
			if e = s.partOwned(i); e != nil {
				list = append(list, goal{e, p.a, p.b})
				continue
			}
		}
		if e == nil {
			continue
		}
		named := p.k == pMission || p.k == pParty && s.forceOfPhrase(i) != nil
		ok := false
		switch {
		case i < c.v:
			ok = contains(" in for with under ", p.prep) && !(p.prep == "under" && s.tellsOfEvent(c))
		case c.passive && c.verb.class == "lead":
		case contains(" to in with for under into behalf ", p.prep):
			ok = !alongside(s, p)
		case p.prep == "of":
			ok = s.partOfMission(i) && len(list) == 0
		case p.prep == "":
			ok = bare && (i == c.v+1 || len(list) > 0) || named && (len(list) > 0 || s.explains(i) || s.placedInBrackets(i))
		}
		if ok && (len(list) == 0 || list[len(list)-1].ent != e) {
			list = append(list, goal{e, p.a, p.b})
		}
	}
	if e := s.toWhich(c); e != nil && len(list) == 0 {
		v := &s.ph[c.v]
		list = append(list, goal{e, v.a, v.b})
	}
	if c.passive && c.verb.class == "lead" && c.v > 0 && len(list) == 0 {
		i := c.subj
		if i < 0 {
			i = c.v - 1
		}
		if e := s.missionAt(i); e != nil {
			list = append(list, goal{e, s.ph[i].a, s.ph[i].b})
		}
	}
	return list
}

// toWhich is the mission that a relative clause is about: "SAMIM, to which eight states have contributed".
func (s *sentence) toWhich(c *clause) *gazetteer.Entry {
	for i := c.v - 1; i > 0; i-- {
		p := &s.ph[i]
		if p.k == pVerb || p.k == pMark && p.word == ";" {
			return nil
		}
		if p.k != pRel {
			continue
		}
		prep := ""
		if p.x > 0 {
			prep = s.items[p.x-1].value(cPrep)
		}
		object := prep == "" && contains(" which that ", p.word) && i+1 < c.v && s.ph[i+1].k == pParty && contains(" lead join maintain ", c.verb.class)
		for j := i - 1; (object || contains(" to in with for ", prep)) && j >= max(0, i-4); j-- {
			if e := s.missionAt(j); e != nil {
				return e
			}
		}
		return nil
	}
	return nil
}

// gapped reports whether a clause whose verb is left out starts with phrase i: "…, and India 300 soldiers in MONUC".
func (s *sentence) gapped(i int) bool {
	p := &s.ph[i]
	if p.k != pParty || p.prep != "" || p.list.pronoun || i == 0 || s.ph[i-1].k != pMark || i+1 >= len(s.ph) || s.ph[i+1].prep != "" {
		return false
	}
	if s.ph[i+1].k == pMark && s.ph[i+1].word != "(" && s.unitOrPeople(p.y-1) && !s.items[p.x].is(cPrep) && s.items[p.x].country() {
		return true // "Zimbabwe and Turkey further contingents"
	}
	q := &s.ph[i+1]
	return q.k == pCount || q.k == pOther && (s.unitOrPeople(q.y-1) || s.items[q.x].value(cForce) == "navy") && !(i+2 < len(s.ph) && s.ph[i+2].k == pVerb)
}

// reinforcing are verbs that have a mission as their object, beside those of joining and leading.
const reinforcing = " reinforce reinforces reinforced support staff staffs staffed man manned "

// alongside reports whether the preposition of the phrase says that somebody works beside the mission, not in it.
func alongside(s *sentence, p *phrase) bool {
	x := p.x - 1
	for x > 0 && s.items[x].is(cDet) {
		x--
	}
	return x >= 0 && contains(" alongside together ", firstWord(s.items[x].low))
}

// partOfMission reports whether the mission at phrase i stands after a part of it: "the Maritime Task Force of
// UNIFIL", "part of UNIFIL".
func (s *sentence) partOfMission(i int) bool {
	if i == 0 {
		return false
	}
	q := &s.ph[i-1]
	if q.k == pVerb || q.k == pMark {
		return false
	}
	return s.st.lex.lists["mission part"][s.lastWord(q.y-1)]
}

// partOwned is the mission spoken of where phrase i is a part of it: "the mission's air unit".
func (s *sentence) partOwned(i int) *gazetteer.Entry {
	p := &s.ph[i]
	if p.k != pOther || p.prep != "" || !s.unitOrPeople(p.y-1) && !s.st.lex.lists["mission part"][s.lastWord(p.y-1)] {
		return nil
	}
	for x := p.x; x < p.y-1; x++ {
		if missionNoun(&s.items[x]) && s.items[x].poss {
			return s.missionSpokenOf()
		}
	}
	return nil
}

// placedInBrackets reports whether the name at phrase i stands in brackets after the place where people go: "in Mali (MINUSMA)".
func (s *sentence) placedInBrackets(i int) bool {
	if i < 2 || s.ph[i-1].k != pMark || s.ph[i-1].word != "(" {
		return false
	}
	for j := i - 2; j >= 0; j-- {
		switch p := &s.ph[j]; {
		case p.k == pVerb:
			return false
		case contains(" in to with for at ", p.prep):
			return true
		}
	}
	return false
}

// explains reports whether the name at phrase i explains the words before it: "to the mission in Congo, MONUSCO",
// "for the missions MINUSMA and UNIFIL".
func (s *sentence) explains(i int) bool {
	if i == 0 {
		return false
	}
	if q := &s.ph[i-1]; q.k != pMark {
		return contains(" mission missions operation operations force ", q.word)
	}
	return s.missionPrep(i) != "" && contains(" to in with for under ", s.missionPrep(i))
}

// shortenOperations notes that "Aspides" is "Operation Aspides" from now on.
func (s *sentence) shortenOperations() {
	for x := range s.items {
		it := &s.items[x]
		if it.k != iEnt || it.label() != graph.Mission || it.form != gazetteer.Name || it.j != it.i+2 || !contains(" operation eunavfor eufor ", s.toks[it.i].low) {
			continue
		}
		if last := s.toks[it.j-1]; last.cap() && len(last.text) > 4 {
			s.st.defined[last.text] = it.ent
		}
	}
}

package extract

import (
	"strings"

	"concord/graph"
)

// What tells a clause's own subject from other noun phrases before its verb, and a finite verb from a participle.

// ownSubject reports whether a new clause's subject stands between from and the comma at phrase i: "…, and
// members of the Command, including Australia, will take part".
func (s *sentence) ownSubject(from, i int) bool {
	for j := i - 1; j-1 >= from; j-- { // "…; the Congo, across the river, has"
		if p := &s.ph[j]; p.k == pParty && p.prep == "" && s.ph[j-1].k == pMark && s.ph[j-1].word == ";" && s.comma(j+1) {
			return s.ph[i].word == ","
		}
	}
	for j := i - 1; j-2 >= from; j-- {
		p, q, r := &s.ph[j], &s.ph[j-1], &s.ph[j-2]
		if p.k != pParty || p.prep != "" || q.k != pMark || s.ph[i].word != "," {
			continue
		}
		if (q.word == "and" || q.word == "but") && r.k == pMark && r.word == "," || q.word == "sub" {
			return true
		}
	}
	return false
}

// unitOf reports whether phrase i says whose the people or ships before it are: "a company-sized unit of the
// Danish Army".
func (s *sentence) unitOf(i int) bool {
	if i == 0 || s.ph[i].k != pParty || s.ph[i].prep != "of" && s.ph[i].prep != "from" {
		return false
	}
	p := &s.ph[i-1]
	if p.prep != "" || p.k != pOther && p.k != pCount && (p.k != pParty || len(p.list.parties) > 0) {
		return false
	}
	return s.people(p.y - 1)
}

// people reports whether item x names people, units or ships that belong to somebody.
func (s *sentence) people(x int) bool {
	it := &s.items[x]
	return it.is(cForce) || it.is(cRole) || hasUnit(it, "ships") || hasUnit(it, "aircraft") || hasUnit(it, "persons") || contains(" unit units contingent contingents team teams detachment squadron battalion company platoon delegation delegations ", it.low) || hasNoun(it, "taker")
}

// objectOf reports whether phrase i is the object of a participle between the clause's start
// and its verb: "the drill, involving China, ran until May".
func (s *sentence) objectOf(list []clause, i, from, k int) bool {
	for j := k - 1; j >= 0; j-- {
		if v := list[j].v; v < i && v >= from && list[j].verb.ing {
			for m := v + 1; m < i; m++ {
				if s.ph[m].k == pMark && s.ph[m].word != "and" {
					return false
				}
			}
			return true
		}
	}
	return false
}

// endsSentence reports whether the verb stands last, right after a bare party that begins its clause: "…; Brazil and
// Portugal observed."
func (s *sentence) endsSentence(c *clause) bool {
	if c.v < 1 || c.v+1 < len(s.ph) && !(s.ph[c.v+1].k == pMark && (s.ph[c.v+1].word == ";" || c.v+2 == len(s.ph) && s.ph[c.v+1].word == ".")) {
		return false
	}
	p := &s.ph[c.v-1]
	return p.k == pParty && p.prep == "" && (c.v == 1 || s.ph[c.v-2].k == pMark && s.ph[c.v-2].word != "," && s.ph[c.v-2].word != "(")
}

// signsBefore reports whether the last verb before phrase i has a bare party as its subject and signs.
func (s *sentence) signsBefore(i int) bool {
	for i--; i > 0; i-- {
		if p := &s.ph[i]; p.k == pVerb {
			return (p.verb.class == "sign" || p.verb.class == "ratify") && s.ph[i-1].k == pParty && s.ph[i-1].prep == ""
		}
	}
	return false
}

// pastRelative is the subject of a verb that follows a relative clause with a subject of its own: "the drill,
// in which A took part, was held in B". It is -1 where there is none.
func (s *sentence) pastRelative(list []clause, k int) int {
	rel := list[k-1].v - 1
	for ; rel > 0 && s.ph[rel].k != pRel; rel-- {
		if s.ph[rel].k == pVerb {
			return -1
		}
	}
	if rel < 1 || list[k-1].subj < rel {
		return -1
	}
	for j := range list[:k-1] {
		if list[j].v < rel && !s.participle(&list[j]) {
			return -1
		}
	}
	for i := rel - 1; i >= 0; i-- {
		if p := &s.ph[i]; p.prep == "" && s.canBeSubject(p, &list[k]) {
			return i
		}
	}
	return -1
}

// concludesExercise makes "concluded" a verb of holding where what is concluded is an exercise, not a treaty.
func (s *sentence) concludesExercise(c *clause) {
	if c.verb.class != "conclude" {
		return
	}
	exercise := c.subj >= 0 && s.ph[c.subj].k == pEvent && s.ph[c.subj].ev[0].label == graph.Exercise
	for _, i := range c.post {
		if p := &s.ph[i]; p.k == pEvent && p.prep == "" && len(p.ev) > 0 {
			exercise = p.ev[0].label == graph.Exercise
			break
		}
	}
	if exercise {
		v := *c.verb
		v.class, c.verb = "hold", &v
	}
}

// reporting are verbs that a clause of what was said may follow without "that".
const reporting = " say says said saying state stated states note noted notes add added adds tell told tells report reported reports declare declared confirm confirmed confirms announce announced announces claim claimed claims believe believes reveal revealed write wrote "

// newClauseAt reports whether the noun phrase at i, behind verb v, starts a clause though no mark says so: "the
// ministry said A held…", "the first time A has held…".
func (s *sentence) newClauseAt(i int, v *verbGroup) bool {
	if contains(reporting, v.low) && !v.passive && !v.infinitive {
		return s.ph[i].k != pParty || !contains(" tell told tells ", v.low) || s.ph[i-1].k != pVerb
	}
	return i > 0 && s.ph[i-1].k == pOther && s.ph[i-1].word == "time" && s.ph[i-1].prep != "at"
}

// inBrackets reports whether phrase i stands in brackets with no verb in them, as an acronym does.
func (s *sentence) inBrackets(i int) bool {
	if !s.bracketed0(i) {
		return false
	}
	for ; i < len(s.ph) && s.ph[i].k != pVerb; i++ {
		if s.ph[i].k == pMark && s.ph[i].word == ")" {
			return true
		}
	}
	return false
}

// convening makes "convened" a verb of meeting where countries do it, without an object: "the presidents of A and B
// convened in C".
func (s *sentence) convening(i int) {
	v := s.ph[i].verb
	if v.passive || v.class != "hold" || !strings.HasPrefix(v.low, "conven") || i == 0 || i+1 >= len(s.ph) {
		return
	}
	j := i - 1
	if s.ph[j].k == pMark && contains(" - – — ", s.ph[j].word) && j > 0 {
		j--
	}
	p, q := &s.ph[j], &s.ph[i+1]
	if p.k != pParty || p.prep != "" || len(p.list.parties) == 0 || q.prep == "by" || q.prep == "" && q.k != pDate && q.k != pMark {
		return
	}
	meets := *v
	meets.class = "meet"
	s.ph[i].verb = &meets
}

// partOfHeld reports whether the party at phrase i can't be what was held, since an event stands before it: "the summit of
// ORG (O) and ORG was held".
func (s *sentence) partOfHeld(c *clause, i, from int) bool {
	if s.ph[i].k != pParty || c.verb.class != "occur" && !(c.verb.class == "hold" && c.passive) || len(s.ph[i].list.parties) != 1 || s.ph[i].list.parties[0].label != graph.Organization {
		return false
	}
	for j := i - 1; j >= from && (s.ph[j].k != pMark || s.ph[j].word != "," && s.ph[j].word != ";"); j-- {
		if s.ph[j].k == pEvent && s.ph[j].prep == "" {
			return true
		}
	}
	return false
}

// meetingParties is the phrase of those who meet in "the presidents of A and B, meeting in C," or -1.
func (s *sentence) meetingParties(c *clause) int {
	if c.verb.class != "meet" || !c.verb.ing && !contains(" gathered assembled ", c.verb.low) || c.v < 2 || !s.comma(c.v-1) {
		return -1
	}
	if p := &s.ph[c.v-2]; p.k == pParty && p.prep == "" {
		return c.v - 2
	}
	return -1
}

// adopting reports whether the clause's verb is what a meeting does with instruments: "the summit adopted the Charter".
func adopting(c *clause) bool {
	return !c.passive && contains(" adopt sign conclude ", c.verb.class)
}

// canBeSubject reports whether the phrase can be the subject of the clause's verb.
func (s *sentence) canBeSubject(p *phrase, c *clause) bool {
	switch p.k {
	case pParty:
		return true
	case pMission:
		return c.passive || s.intransitive(c) || !isAgent(c.verb.class) || contains(" other be have maintain send ", c.verb.class)
	case pEvent:
		return c.passive || s.intransitive(c) || !isAgent(c.verb.class) || contains(" other be ", c.verb.class) || s.gathers(c) || p.np.label == graph.Meeting && adopting(c)
	case pCount:
		return false
	}
	return false
}

// afterMark reports whether a mark stands between from and phrase i.
func (s *sentence) afterMark(i, from int) bool {
	for j := i - 1; j >= from; j-- {
		if s.ph[j].k == pMark && s.ph[j].word != "(" && s.ph[j].word != ")" || s.ph[j].k == pRel {
			return true
		}
	}
	return false
}

// clauseStart walks back from the subject over leading phrases to the mark before them.
func (s *sentence) clauseStart(i, from int) int {
	if from == 0 {
		return 0
	}
	j := i
	for j > from {
		p := &s.ph[j-1]
		if p.prep == "" && p.k != pDate && !(p.k == pMark && p.word == "," && j < i) {
			break
		}
		j--
	}
	return j
}

func (s *sentence) hasOther(from, to int) bool {
	for i := to - 1; i >= from; i-- {
		p := &s.ph[i]
		if p.k == pMark && p.word != "(" && p.word != ")" {
			return false
		}
		if (p.k == pOther || p.k == pCount) && p.prep == "" {
			return true
		}
	}
	return false
}

// nearestNoun is the noun phrase that a participle or relative pronoun after phrase i belongs to.
func (s *sentence) nearestNoun(i, from int, c *clause) int {
	wantsEvent := c.passive || c.verb.ing || !isAgent(c.verb.class) || s.participle(c)
	first := -1
	for j := i; j >= from; j-- {
		p := &s.ph[j]
		switch p.k {
		case pEvent:
			return j
		case pMission:
			if wantsEvent {
				return j
			}
		case pParty:
			if first < 0 && !wantsEvent {
				return j
			}
		case pMark:
			if p.word == ";" {
				return first
			}
		case pVerb:
			if p.verb.class == "other" && !p.verb.ing {
				return first
			}
		}
	}
	return first
}

package extract

import (
	"strings"

	"concord/graph"
)

// clause is a verb with what belongs to it: phrase indices into the sentence.
type clause struct {
	v       int // the verb's phrase, -1 where there is none
	verb    *verbGroup
	subj    int // the subject's phrase, or -1
	events  []*event
	subject partyList
	leading []int // what stands before the subject
	post    []int // what follows the verb
	pre     []int // between subject and verb
	passive bool
	inherit bool
}

// agentVerbs have a party as their subject when they are active.
const agentVerbs = " hold organize host cohost join observing lead observe decline sign conclude ratify accede adopt draft formulate finalize negotiate establish maintain send visit exchange meet train cooperate become invite call plan cancel withdraw deny have other name admit make "

// neverPassive are verbs whose past form is never a bare participle.
const neverPassive = " observing come bring train meet join occur accede withdraw decline cooperate visit become involve involve2 focus force have be call "

// clauses finds the sentence's clauses: each verb with its subject and what follows it.
func (s *sentence) clauses() []clause {
	var list []clause
	for i := range s.ph {
		if s.ph[i].k == pVerb {
			s.convening(i)
			list = append(list, clause{v: i, verb: s.ph[i].verb, subj: -1, passive: s.ph[i].verb.passive})
		}
	}
	if len(list) == 0 {
		c := clause{v: -1, subj: -1, verb: &verbGroup{class: "none"}}
		for i := range s.ph {
			c.post = append(c.post, i)
		}
		return []clause{c}
	}
	if v := list[0].verb; v.infinitive && (v.passive || v.class == "occur") && v.modality == "" && s.items[s.ph[list[0].v].x].low == "to" {
		v.modality = "planned" // "exercise X with A, to be held at B"
	}
	for k := 1; k < len(list); k++ {
		v, before := list[k].verb, list[k-1].verb
		if !v.infinitive || !v.bare || v.modality != "" {
			continue
		}
		if before.modality != "" && s.ph[list[k].v-1].k == pMark {
			v.modality = before.modality
		} else if before.class == "plan" || before.class == "call" || before.class == "invite" || contains(" apply applied applies ask asked ", before.low) || isPlanning(before.low) {
			v.modality = "planned"
		}
	}
	starts := make([]int, len(list)) // where the clause's own leading phrases start
	for k := range list {
		starts[k] = s.subjectOf(list, k)
	}
	s.firstTo(list)
	owned := make([]bool, len(s.ph)) // by a participle, with all that follows it
	for k := range list {
		c := &list[k]
		end := len(s.ph)
		if k+1 < len(list) {
			next := &list[k+1]
			end = starts[k+1]
			if end <= c.v {
				end = next.v
				if next.subj > c.v && !next.inherit && next.subj < next.v {
					end = s.clauseStart(next.subj, c.v+1)
				}
			}
		}
		if k+1 < len(list) && list[k+1].subj < 0 && !list[k+1].inherit {
			for j := c.v + 1; j < min(end, list[k+1].v); j++ {
				if s.ph[j].k == pMark && s.ph[j].word == "sub" {
					end = j // "while talks with B are under way"
				}
			}
		}
		c.post = make([]int, 0, max(0, end-c.v-1))
		for i := c.v + 1; i < end; i++ {
			c.post = append(c.post, i)
		}
		if s.participle(c) {
			for i := c.v; i < min(end, len(owned)); i++ {
				owned[i] = true
			}
		}
	}
	for k := range list {
		c := &list[k]
		if c.subj > c.v {
			continue
		}
		if c.subj >= 0 && !c.inherit {
			for i := starts[k]; i < c.subj; i++ {
				if !owned[i] {
					c.leading = append(c.leading, i)
				}
			}
			for i := c.subj + 1; i < c.v && s.ph[i].k != pRel; i++ {
				if !owned[i] {
					c.pre = append(c.pre, i)
				}
			}
		} else if !c.inherit {
			for i := starts[k]; i < c.v; i++ {
				if !owned[i] {
					c.leading = append(c.leading, i)
				}
			}
		}
	}
	return list
}

// subjectOf finds the subject of clause k, and returns the phrase where the clause starts.
func (s *sentence) subjectOf(list []clause, k int) int {
	c := &list[k]
	from, prev := 0, k-1
	if !s.participle(c) {
		for prev >= 0 && s.participle(&list[prev]) && list[prev].v > 0 {
			prev--
		}
	}
	if prev >= 0 {
		from = list[prev].v + 1
	}
	if s.participle(c) {
		c.passive = !c.verb.ing
		c.subj = s.nearestNoun(c.v-1, 0, c)
		if c.v == 0 && !c.verb.ing {
			c.subj = s.laterSubject(c)
			return 0
		}
		if c.subj >= 0 && c.subj < from || c.verb.ing {
			c.inherit = true
		}
		if p := c.v - 1; p > 0 && c.verb.ing && contains(" join observe ", c.verb.class) && (s.ph[p].k == pParty || s.ph[p].k == pMission) && s.ph[p].prep == "with" {
			c.subj, c.inherit = p, false // "…, with forces of A also taking part"
		} else if m := s.meetingParties(c); m >= 0 {
			c.subj, c.inherit = m, true
		} else if c.verb.ing && (c.subj < 0 || isAgent(c.verb.class)) {
			c.subj = -1
			if k > 0 {
				c.subj = list[k-1].subj
				for j := k - 1; j >= 0 && list[j].verb.ing; j-- {
					c.subj = list[j].subj
				}
			} else {
				c.subj = s.nextParty(c.v)
			}
		}
		return c.v
	}
	for i := c.v - 1; i >= from; i-- {
		p := &s.ph[i]
		if p.k == pRel {
			c.subj = s.relativeHead(i, c.verb)
			c.inherit = true
			return i
		}
		if p.k == pMark && (p.word == "," || p.word == "and" || p.word == "but" || p.word == "or" || p.word == ";" || p.word == "sub") {
			if i == c.v-1 && k > 0 && prev == k-1 && !s.ownSubject(from, i) { // the verb follows the mark: it shares the subject before
				if h := s.pastRelative(list, k); h >= 0 {
					c.subj = h
					return i
				}
				if s.aroundRelative(list, k) {
					c.subj = list[k-1].subj
					return s.clauseStart(c.subj, 0)
				}
				j := k - 1
				for j > 0 && list[j].subj < 0 && list[j].verb.infinitive && list[j].verb.bare {
					j-- // "told A of its decision to leave, and ceased…"
				}
				c.subj, c.inherit = list[j].subj, true
				c.leading = list[j].leading
				return i
			}
			if p.word == ";" || p.word == "sub" {
				break
			}
			continue
		}
		if p.prep != "" && !s.unitOf(i) || p.k == pDate || p.k == pMark || p.k == pRespectively || p.k == pVerb || s.objectOf(list, i, from, k) {
			continue
		}
		if s.inBrackets(i) || s.partOfHeld(c, i, from) {
			continue
		}
		if s.canBeSubject(p, c) && (prev < 0 || s.afterMark(i, from) || list[prev].passive || s.newClauseAt(i, list[prev].verb)) {
			c.subj = i
			return s.clauseStart(i, from)
		}
	}
	if k > 0 && prev < 0 {
		prev = k - 1
	}
	if k > 0 && !s.hasOther(from, c.v) {
		c.subj, c.inherit = list[prev].subj, true
		c.leading = list[prev].leading
	}
	if k == 0 && s.ph[0].prep != "" {
		return 0 // "In May 2018 the minister signed"
	}
	return c.v
}

func isAgent(class string) bool { return contains(agentVerbs, class) }

// contains reports whether a list " word word " has the word.
func contains(list, word string) bool {
	n := len(word)
	for from := 1; word != "" && from+n < len(list); {
		i := strings.Index(list[from:], word)
		if i < 0 {
			return false
		}
		if i += from; list[i-1] == ' ' && i+n < len(list) && list[i+n] == ' ' {
			return true
		}
		from = i + 1
	}
	return false
}

// participle reports whether the clause's verb is a participle, with no subject of its own.
func (s *sentence) participle(c *clause) bool {
	v := c.verb
	if v.ing {
		return true
	}
	if v.infinitive && v.bare {
		return false
	}
	if !v.bare {
		return false
	}
	l := s.items[v.x].verb()
	if l == nil || l.form&fParticiple == 0 {
		return false
	}
	if next := c.v + 1; v.class == "join" && next < len(s.ph) && s.ph[next].k == pParty && s.ph[next].prep == "by" {
		return true // "attended by A and B"
	}
	if next := c.v + 1; v.class == "send" && next < len(s.ph) && s.ph[next].k == pEvent && s.ph[next].prep == "on" {
		return false // "British troops deployed on Exercise X"
	}
	if contains(neverPassive, v.class) || v.low == "served" {
		return false
	}
	if contains(intransitives, v.low) && v.class != "sign" && v.class != "opened" {
		return false
	}
	if c.v > 1 && s.ph[c.v-1].k == pParty && s.ph[c.v-1].prep == "" && s.ph[c.v-2].k == pRel && s.ph[c.v-2].prep == "" {
		return false // "which A hosted in B"
	}
	if c.v > 1 && s.ph[c.v-1].k == pMark && s.ph[c.v-1].word == "and" && (v.class == "sign" || v.class == "ratify") && s.signsBefore(c.v-1) {
		return false // "signed in 1967 and ratified in 1994"
	}
	if c.v > 0 && s.ph[c.v-1].k == pParty && s.ph[c.v-1].prep == "" && (v.class == "sign" || v.class == "ratify") {
		return false // countries are not signed
	}
	if c.v > 0 && v.low == "contributed" && s.ph[c.v-1].k == pParty && s.ph[c.v-1].prep == "" && !s.people(s.ph[c.v-1].y-1) {
		return false // nor contributed
	}
	if s.endsSentence(c) {
		return false
	}
	for i := c.v + 1; i < len(s.ph); i++ {
		p := &s.ph[i]
		if p.k == pRespectively {
			continue
		}
		if p.prep == "with" && p.k == pParty && c.v > 0 && s.ph[c.v-1].k == pParty && i+1 < len(s.ph) && s.ph[i+1].k == pEvent && s.ph[i+1].prep == "" {
			return false
		}
		if p.prep != "" {
			return !(v.class == "other" && p.prep != "by") || s.ph[max(0, c.v-1)].k == pEvent
		}
		if p.k == pMark || p.k == pDate || p.k == pVerb {
			return !(v.class == "other")
		}
		return v.class == "name"
	}
	return true
}

// nextParty is the first bare party after phrase i: "Hosting the drill, China…".
func (s *sentence) nextParty(i int) int {
	for j := i + 1; j < len(s.ph); j++ {
		if s.ph[j].k == pParty && s.ph[j].prep == "" && s.ph[j-1].k == pMark {
			return j
		}
	}
	return -1
}

// modality is how the clause's verb makes its claims hold.
func (c *clause) modality() (graph.Modality, graph.Polarity) {
	m, p := graph.Actual, graph.Affirmed
	switch {
	case c.verb.modality == "planned":
		m = graph.Planned
	case c.verb.modality == "hypothetical":
		m = graph.Hypothetical
	}
	switch c.verb.class {
	case "invite", "plan":
		m = graph.Planned
	case "call":
		m = graph.Hypothetical
	case "cancel":
		m, p = graph.Planned, graph.Negated
	case "decline", "deny":
		p = graph.Negated
	}
	if c.verb.neg {
		if p = graph.Negated; c.verb.class == "decline" || c.verb.class == "cancel" {
			p = graph.Affirmed
		}
	}
	return m, p
}

// isFact reports whether the clause says that something is or was so.
func (c *clause) isFact() bool {
	m, pol := c.modality()
	return m == graph.Actual && pol == graph.Affirmed
}

// laterSubject is the subject of a participle that starts a sentence: the one after its comma
// ("Hosted by X, the drill…"), else the event told before ("Signed in Bangkok on…").
func (s *sentence) laterSubject(c *clause) int {
	for j := c.v + 1; j < len(s.ph); j++ {
		p := &s.ph[j]
		if p.k == pEvent && p.prep == "" && s.ph[j-1].k == pMark {
			return j
		}
		if p.k == pVerb {
			break
		}
	}
	e := s.st.lastAny
	if _, ok := signing[c.verb.class]; ok || c.verb.class == "establish" {
		if t := s.st.last[graph.Treaty]; t != nil {
			e = t
		}
	}
	if e == nil || s.ordinal-e.seen > 1 {
		return -1
	}
	s.ph = append(s.ph, phrase{k: pEvent, x: s.ph[c.v].x, y: s.ph[c.v].y, a: s.ph[c.v].a, b: s.ph[c.v].b, ev: []*event{e}, np: &nounPhrase{x: s.ph[c.v].x, y: s.ph[c.v].y, head: -1, label: e.label, kind: e.kind, det: "it"}})
	e.seen = s.ordinal
	return len(s.ph) - 1
}

// intransitives are verbs that an event does by itself: "the drill began in…".
const intransitives = " began started opened ended commenced continued resumed closed kicked begins starts opens ends resumes "

// intransitive reports whether the clause's verb has no object and may have an event as its subject.
func (s *sentence) intransitive(c *clause) bool {
	if !contains(intransitives, c.verb.low) && c.verb.class != "hold" && c.verb.class != "establish" {
		return false
	}
	if c.v+1 >= len(s.ph) {
		return true
	}
	p := &s.ph[c.v+1]
	return p.prep != "" || p.k == pMark || p.k == pDate || p.k == pRespectively
}

// isPlanning reports whether what follows "to" after the verb is a plan.
func isPlanning(low string) bool {
	for verb := range strings.FieldsSeq(plannedVerbs) {
		if strings.HasPrefix(low, strings.TrimSuffix(verb, "e")) && len(low) <= len(verb)+4 {
			return true
		}
	}
	return false
}

// firstTo makes the subject of "A and B were the first to ratify" that of the infinitive too.
func (s *sentence) firstTo(list []clause) {
	for k := 1; k < len(list); k++ {
		c, be := &list[k], &list[k-1]
		if c.subj >= 0 || !c.verb.infinitive || be.verb.class != "be" && be.verb.class != "become" || be.subj < 0 || c.v < 1 {
			continue
		}
		p := &s.ph[c.v-1]
		if q := &s.ph[be.v+1]; be.v+1 < c.v && q.k == pOther {
			p = q // "the first country outside the EU to send"
		}
		for x := p.x; x < p.y && p.k == pOther; x++ {
			if it := &s.items[x]; it.k == iOrd || it.low == "only" || it.low == "last" {
				c.subj, c.inherit = be.subj, true
				c.verb.modality, c.verb.neg = be.verb.modality, be.verb.neg
			}
		}
	}
}

package extract

import (
	"strings"

	"concord/graph"
)

// eventPronouns makes "it" stand for the event told before, where the verb says that it is one:
// "It was held in…", "China acceded to it".
func (s *sentence) eventPronouns() {
	for i := range s.ph {
		p := &s.ph[i]
		if p.k != pParty && p.k != pOther || p.y-p.x != 1 || s.items[p.x].value(cPron) != "it" && s.items[p.x].low != "this" {
			continue
		}
		if j := s.toldBefore(i); j >= 0 {
			p.k, p.same = pEvent, j+1
			p.np = &nounPhrase{x: p.x, y: p.y, head: -1, label: s.ph[j].np.label, kind: s.ph[j].np.kind, det: "it"}
			continue
		}
		var e *event
		if i+1 < len(s.ph) && s.ph[i+1].k == pVerb && p.prep == "" && (i == 0 || s.ph[i-1].k != pVerb) {
			e = s.pronounSubject(s.ph[i+1].verb)
		} else if i > 0 && s.ph[i-1].k == pVerb && s.items[p.x].low == "it" {
			e = s.pronounObject(s.ph[i-1].verb)
		}
		if e != nil {
			p.k, p.ev = pEvent, []*event{e}
			p.np = &nounPhrase{x: p.x, y: p.y, head: -1, label: e.label, kind: e.kind, det: "it"}
		}
	}
}

// toldBefore is the event of the same sentence that "it" at phrase i stands for: "signed the X
// Treaty in 2006; it entered into force in 2009". It returns its phrase, or -1.
func (s *sentence) toldBefore(i int) int {
	if i > 1 && s.ph[i-1].k == pVerb && (s.ph[i].prep == "" || s.ph[i].prep == "in") && s.items[s.ph[i].x].low == "it" && contains(" join host observe ", s.ph[i-1].verb.class) {
		for j := i - 2; j >= 0; j-- {
			if p := &s.ph[j]; p.k == pEvent && p.same == 0 && p.np != nil && !p.np.plural && participation(p.np.label) != "" {
				return j // "was invited to the summit; the president attended it"
			}
		}
		return -1
	}
	if i+1 >= len(s.ph) || s.ph[i+1].k != pVerb || s.ph[i].prep != "" {
		return -1
	}
	if v := s.ph[i+1].verb; contains(" occur involve involve2 focus ", v.class) || v.passive && contains(" hold host organize lead join ", v.class) {
		for j := i - 2; j >= 0; j-- { // "X 2024 was held in A; it involved B and C"
			if p := &s.ph[j]; p.k == pEvent && p.prep == "" && p.same == 0 && p.np != nil && !p.np.plural && participation(p.np.label) != "" && s.ph[j+1].k == pVerb {
				return j
			}
		}
	}
	if v := s.ph[i+1].verb; v.class != "force" && !(v.passive && contains(" sign ratify conclude adopt ", v.class)) {
		return -1
	}
	for j := i - 1; j >= 0; j-- {
		if p := &s.ph[j]; p.k == pEvent && p.np.label == graph.Treaty && p.same == 0 {
			return j
		}
	}
	return -1
}

func (s *sentence) pronounSubject(v *verbGroup) *event {
	e := s.st.lastAny
	if t := s.st.last[graph.Treaty]; v.passive && (v.class == "sign" || v.class == "ratify" || v.class == "conclude" || v.class == "adopt") || v.class == "force" {
		e = t
	}
	if e == nil || !s.near(e) {
		return nil
	}
	if e.label == graph.Exercise && (v.class == "hold" || v.class == "occur" || v.class == "host") {
		e = s.inYear(e, s.year())
	}
	switch v.class {
	case "occur", "involve", "involve2", "focus", "force":
		return e
	case "hold", "host", "cohost", "organize", "lead", "observe", "sign", "ratify", "conclude", "adopt", "establish", "join", "name", "terminate":
		if v.passive || v.class == "hold" && (e.label == graph.Exercise || e.label == graph.Meeting) && v.low != "held" && v.low != "conducted" || v.class == "terminate" {
			return e
		}
	}
	return nil
}

func (s *sentence) pronounObject(v *verbGroup) *event {
	if leaves(v) {
		return nil
	}
	label := graph.Exercise
	switch v.class {
	case "sign", "ratify", "accede", "withdraw", "adopt":
		label = graph.Treaty
	case "join", "host", "observe":
		if e := s.st.lastAny; e != nil && (e.label == graph.Exercise || e.label == graph.Meeting) {
			label = e.label
		}
	default:
		return nil
	}
	e := s.st.last[label]
	if e == nil || s.ordinal-e.seen > 3 || e.section != s.section {
		return nil
	}
	return e
}

// current is the exercise or meeting that a verb without an object speaks of: "Nineteen
// countries took part".
func (s *sentence) current() *event {
	e := s.st.lastAny
	if e != nil && e.label != graph.Exercise && e.label != graph.Meeting {
		e = s.st.last[graph.Exercise]
	}
	if e == nil || s.tooFar(e) || e.section != s.section || e.plural {
		return nil
	}
	return s.inYear(e, s.year())
}

// currentFor is the current event, unless that is only planned and the clause tells what was.
func (s *sentence) currentFor(c *clause) *event {
	e := s.current()
	if m := s.st.last[graph.Meeting]; strings.HasPrefix(c.verb.low, "attend") && m != nil && m != e && !m.plural && m.section == s.section && !s.tooFar(m) {
		e = m
	}
	if lead := s.backToLead(c, e); lead != nil {
		return lead
	}
	if e != nil && c.isFact() && len(e.args) > 0 && e.modality() != graph.Actual && !e.cancelled {
		return nil
	}
	return e
}

// backToLead is the edition that the text began with, where it spoke in passing of one before, that was called off or
// is over: "Last year's edition was cancelled. Italy and Spain are taking part."
func (s *sentence) backToLead(c *clause, e *event) *event {
	if e == nil || e.label != graph.Exercise || c.v < 0 || s.year() != "" {
		return nil
	}
	lead := s.st.leadExercise()
	if lead == nil || lead == e || lead.root() != e.root() || lead.cancelled {
		return nil
	}
	first := &s.items[s.ph[c.v].x]
	aside := e.aside && e.s != s && lead.year()+lead.editionYear() != ""
	if !e.cancelled && !aside && first.low != "is" && first.low != "are" {
		return nil
	}
	s.st.note(lead)
	return lead
}

// leadExercise is the first exercise that the first lines of the text name, or nil.
func (st *state) leadExercise() *event {
	for _, e := range st.byLabel[graph.Exercise] {
		if e.s.ordinal > 4 {
			break
		}
		if e.name != "" && !e.plural {
			return e
		}
	}
	return nil
}

// takesPart handles clauses whose verb takes part in the event told before.
func (s *sentence) takesPart(c *clause) *event {
	if c.passive && c.verb.class == "involve" && (c.subject.total > 0 || len(c.subject.parties) > 0 && s.bareObject(c)) {
		return s.currentFor(c)
	}
	if next := c.v + 1; c.passive && c.verb.class == "join" && c.subj < 0 && !(c.verb.low == "joined" && s.comma(c.v-1)) && next < len(s.ph) && s.ph[next].k == pParty && s.ph[next].prep == "by" {
		return s.currentFor(c) // "The session was attended by A and B"
	}
	if len(c.subject.parties) == 0 && c.subject.total == 0 || c.passive && c.verb.class != "join" && c.verb.class != "train" {
		return nil
	}
	if s.lastTime(c) || c.v >= 0 && c.verb.ing && s.ph[c.v].x > 0 && contains(" after before ", s.items[s.ph[c.v].x-1].low) {
		return nil
	}
	switch c.verb.class {
	case "train":
		if s.bareObject(c) && !s.dated(c) {
			return s.currentFor(c)
		}
	case "join":
		if c.verb.low == "compete" || !s.bareObject(c) {
			return nil
		}
		if e := s.st.lastAny; e != nil && e.label == graph.Meeting && strings.HasPrefix(c.verb.low, "join") {
			return nil // an organization, not a meeting
		}
		return s.currentFor(c)
	case "observe", "observing":
		if s.bareObject(c) && !s.withObserving(c.v) {
			return s.currentFor(c)
		}
	case "decline":
		if s.bareObject(c) {
			return s.currentFor(c)
		}
	case "host":
		if s.bareHost(c) {
			return s.currentFor(c)
		}
		for _, i := range c.post {
			p := &s.ph[i]
			if p.k == pParty && p.prep == "" && len(p.list.parties) > 0 {
				return s.currentFor(c)
			}
			if p.k != pPlace && p.k != pDate {
				return nil
			}
		}
	case "send":
		if (c.verb.modality == "" || c.verb.modality == "planned") && s.sendsForces(c) {
			return s.currentFor(c)
		}
	}
	return nil
}

// lastTime reports whether the clause tells of another time than that spoken of: "the last time A's troops trained
// with B was…".
func (s *sentence) lastTime(c *clause) bool {
	for i := range s.ph[:max(c.v, 0)] {
		if p := &s.ph[i]; p.k == pOther && contains(" time occasion ", p.word) && contains(otherEditions+"last ", s.items[p.x].low) {
			return true
		}
	}
	return false
}

// bareObject reports whether the verb has no object of its own that it could be about.
func (s *sentence) bareObject(c *clause) bool {
	for _, i := range c.post {
		p := &s.ph[i]
		if p.y-p.x == 1 && (s.items[p.x].low == "it" || s.items[p.x].low == "present") {
			continue
		}
		switch p.k {
		case pEvent, pMission:
			return false
		case pParty:
			if (p.prep == "" || p.prep == "to" || p.prep == "in") && !(p.prep == "" && p.list.pronoun && c.verb.class == "join") {
				return false
			}
		case pOther:
			if p.prep == "in" && !isPart(p.word) || p.prep == "" && p.y-p.x <= 2 && p.x == s.ph[c.v].y && !s.items[p.x].is(cAdv) || p.prep == "at" || p.prep == "to" {
				return false
			}
		case pTopic:
			if p.prep == "in" && !(i+1 < len(s.ph) && s.ph[i+1].k == pOther && isPart(s.ph[i+1].word)) {
				return false
			}
		}
	}
	return true
}

// isPart reports whether a noun names a part of an event.
func isPart(noun string) bool {
	return contains(" phase stage part leg portion segment component serial serials ", noun)
}

// phases makes "the first phase of EVENT" speak of the event itself.
func (s *sentence) phases() {
	for i := 0; i+1 < len(s.ph); i++ {
		p, q := &s.ph[i], &s.ph[i+1]
		if p.k != pOther || p.prep != "" || q.k != pEvent || q.prep != "of" || q.np.label != graph.Exercise {
			continue
		}
		if isPart(p.word) {
			q.prep = ""
			s.phased = true
		} else if p.y == q.x-1 && contains(" days weeks months week month ", s.items[p.y-1].low) { // "two weeks of drills"
			q.prep, q.np.plural = "", false
		}
	}
}

// noVerb is the clause of words that no verb governs.
func noVerb() *clause { return &clause{v: -1, verb: &verbGroup{class: "none"}} }

// dated reports whether the clause has a date or place of its own.
func (s *sentence) dated(c *clause) bool {
	for _, i := range append(append([]int(nil), c.leading...), c.post...) {
		if k := s.ph[i].k; k == pDate || k == pPlace {
			return true
		}
	}
	return false
}

// tooFar reports whether the event was last spoken of too long ago to be meant without a
// name: more than two sentences, unless in the same paragraph.
func (s *sentence) tooFar(e *event) bool {
	d := s.ordinal - e.seen
	return d > 6 || d > 2 && e.seen < s.st.blockAt && !s.st.tellsOnlyOf(e)
}

// tellsOnlyOf reports whether the text has told of no other exercise or meeting, as news does.
func (st *state) tellsOnlyOf(e *event) bool {
	for _, o := range st.events {
		if o != e && (o.label == graph.Exercise || o.label == graph.Meeting) && !o.s.heading && !o.dropped && (len(o.args) > 0 || o.name != "") {
			return false
		}
	}
	return e.label == graph.Exercise
}

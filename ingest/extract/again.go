package extract

import (
	"slices"
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
	if i > 1 && s.ph[i-1].k == pVerb && s.ph[i].prep == "" && s.items[s.ph[i].x].low == "it" && contains(" join host observe ", s.ph[i-1].verb.class) {
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
	lead := firstTold(s.st.events, func(o *event) bool { return o.label == graph.Exercise && o.name != "" && o.s.ordinal <= 4 && !o.plural })
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

// noVerb is the clause of words that no verb governs.
func noVerb() *clause { return &clause{v: -1, verb: &verbGroup{class: "none"}} }

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

// bareHost reports whether the verb of hosting has nothing behind it: "Kenya hosted; twelve nations took part".
func (s *sentence) bareHost(c *clause) bool {
	return len(c.subject.parties) > 0 && !c.passive && (c.v+1 == len(s.ph) || s.ph[c.v+1].k == pMark && s.ph[c.v+1].word != ",")
}

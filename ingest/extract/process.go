package extract

import (
	"slices"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// process reads the sentence: its phrases, what they stand for, and what the clauses say.
func (s *sentence) process() {
	s.makeItems()
	s.locations()
	s.partner()
	s.runIn()
	s.familyMissions()
	s.introducedMissions()
	s.define()
	s.describedMissions()
	s.rememberPairs()
	s.noteTopics()
	s.joinSpacedDash()
	s.makePhrases()
	s.tidyPhrases()
	s.resolveDates()
	s.markRoles()
	s.expandCounts()
	s.sameAgain()
	s.eventPronouns()
	before := s.st.last[graph.Exercise]
	list := s.clauses()
	s.involvedIn(list)
	s.namedByPredicate(list)
	s.namedByApposition()
	for i := range s.ph {
		switch p := &s.ph[i]; {
		case p.k == pEvent && p.same > 0:
			p.ev = s.ph[p.same-1].ev
		case p.k == pEvent && p.ev == nil:
			s.bind(list, i)
		}
	}
	s.noteTreatyTopic()
	s.ordinalsOfKind()
	if s.st.trace != nil {
		s.st.trace(s, list)
	}
	for k := range list {
		list[k].fillSubject(s)
	}
	for k := range list {
		c := &list[k]
		if k == 0 {
			s.noteParagraph(list)
		}
		if k == 0 && (s.attendeeLine() || s.treatyList() || s.keyValue()) {
			break
		}
		s.nationalApproval(list, k)
		s.events(list, k)
		s.rolesNamed(c)
		s.instruments(list, k)
		if k == 0 {
			s.takers(list)
		}
		s.missions(list, k)
		s.memberships(list, k)
		s.cooperation(list, k)
		if n := len(c.subject.parties); c.v >= 0 && !c.inherit && (n > 1 || n == 1 && c.subject.parties[0].label == graph.CountryGroup) {
			s.st.plural = c.subject.parties
		}
		if c.subject.parties != nil && c.subj >= 0 && !c.inherit && len(c.subject.parties) == 1 && c.verb.class != "none" {
			p := c.subject.parties[0]
			if s.st.actor = &p; !c.subject.pronoun {
				s.st.actorAt = s.ordinal
			}
		}
	}
	s.meetingLine()
	s.noteMission(list)
	s.fragment()
	s.bareTotals()
	s.rememberTwo()
	s.noteTitlePair()
	s.noteDatedLine()
	s.noteGroup()
	s.noteOrg()
	s.figures(list)
	s.sums()
	if s.listItem && s.st.pending != nil {
		s.st.pending(s)
	}
	s.nominalSigning(list)
	s.possessedSigning(list)
	s.pendAttendees(list)
	s.pendSigned(list)
	s.alsoPresent(list)
	s.heldBy(list)
	s.withPartner()
	s.partnersOnly()
	s.listHeading()
	s.keepsTo(before, list)
}

func (c *clause) fillSubject(s *sentence) {
	if c.subj >= 0 && s.ph[c.subj].k == pParty && s.headsMission(s.ph[c.subj].y) && s.ph[c.subj].y+3 < len(s.items) && s.items[s.ph[c.subj].y+3].punct(":") {
		return // the place in "Congo (MONUSCO): an infantry brigade is deployed"
	}
	if c.subj >= 0 && s.ph[c.subj].k == pParty {
		c.subject = s.ph[c.subj].list
		if x := s.ph[c.subj].x; x > 0 && s.items[x-1].low == "neither" && c.v >= 0 {
			c.verb.neg = true
		}
	}
	if c.subj < 0 && c.v > 0 && contains(" hold meet ", c.verb.class) { // "the A-B Joint Commission held its third meeting"
		if p := &s.ph[c.v-1]; p.k == pEvent && p.prep == "" && p.np.label == graph.Mechanism && len(p.np.countries) > 1 {
			c.subject = partyList{parties: p.np.countries, a: p.a, b: p.b}
		}
	}
}

// resolveDates gives the sentence's dates their EDTF forms, in order.
func (s *sentence) resolveDates() {
	for i := range s.ph {
		p, future := &s.ph[i], s.futureAt(i)
		for _, d := range p.dates {
			before := s.st.cal
			s.yearOfEdition(d, future)
			s.st.cal.resolve(d, s.ordinal, future)
			if p.prep == "since" || p.prep == "until" {
				s.st.cal.last, s.st.cal.lastAt = before.last, before.lastAt
			}
		}
		if p.k == pEvent && p.np.name != "" {
			if y := editionYear(p.np.name); y > 0 && p.np.label == graph.Exercise {
				s.st.cal.last, s.st.cal.lastAt = ymd{y: y}, s.ordinal
			}
		}
		if p.k == pEvent && p.np.date != nil {
			s.st.cal.resolve(p.np.date, s.ordinal, future)
		}
	}
	s.noteAsOf()
}

// futureAt reports whether the verb that a phrase belongs to, the last before it or else the first behind it, tells what
// is to come.
func (s *sentence) futureAt(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if v := s.ph[j].verb; v != nil && v.class != "name" {
			return v.modality == "planned"
		}
	}
	for j := i; j < len(s.ph); j++ {
		if v := s.ph[j].verb; v != nil {
			return v.modality == "planned"
		}
	}
	return false
}

// bind decides what event phrase i stands for, and takes in what its noun phrase says.
func (s *sentence) bind(list []clause, i int) {
	p := &s.ph[i]
	np := p.np
	s.titleLine(list, i)
	before, treatyBefore := s.st.last[graph.Meeting], s.st.last[graph.Treaty]
	e := s.apposition(i)
	if e == nil {
		e = s.resolve(np)
	}
	p.ev = []*event{e}
	if np.label == graph.Treaty && p.prep == "under" && treatyBefore != nil && e.s == s && s.treatyAgain(i) {
		s.st.last[graph.Treaty] = treatyBefore // the one that the sentence is about
	}
	s.sameSeries(i, e, before)
	if e.s == s && (s.otherEdition(np) || s.items[np.y-1].low == "one" || np.date != nil && np.date.rel == lastYear) {
		e.aside = true
	}
	if np.like != nil && np.like != e {
		e.like = np.like
	}
	s.defineEvent(np, e)
	c := noVerb()
	if np.cancelled {
		c.verb.class = "cancel"
	}
	for k := range list {
		if i > list[k].v && (k+1 == len(list) || i < list[k+1].v) || list[k].subj == i || list[k].subj > i && list[k].verb.modality == "planned" && s.namedBehind(np) {
			c.verb = list[k].verb
			break
		}
	}
	h := &clause{v: -1, verb: &verbGroup{class: c.verb.class, neg: c.verb.neg, modality: c.verb.modality}}
	if np.label == graph.Treaty || np.label == graph.Mechanism {
		h.verb = &verbGroup{class: "none"}
	}
	if n := s.orderedEditions(i); n != nil {
		p.ev = n
		for _, x := range n {
			s.nounPhraseClaims(x, np, h)
		}
		return
	}
	s.nounPhraseClaims(e, np, h)
	s.ownedBy(i, e)
	s.dateOfPhrase(i, e)
}

// orderedEditions splits "the seventh and eighth China-Japan Consultation" into its members.
func (s *sentence) orderedEditions(i int) []*event {
	p := &s.ph[i]
	x := p.np.x
	if p.np.ordinal == 0 || x < 2 || s.items[x-1].value(cConj) != "and" || s.items[x-2].k != iOrd || s.items[x].k != iOrd {
		return nil
	}
	second := p.ev[0]
	first := second.clone()
	first.ordinal = s.items[x-2].ord
	first.date = ""
	first.args = nil
	return []*event{first, second}
}

// nounPhraseClaims adds what the noun phrase itself says: parties, framework, topics, date.
func (s *sentence) nounPhraseClaims(e *event, np *nounPhrase, c *clause) {
	for _, d := range np.domains {
		e.property("domains", d, s, s.items[np.x].a, s.items[np.y-1].b, c, "domain")
	}
	if np.date != nil && np.date.edtf != "" && e.date == "" {
		e.date = np.date.edtf
		e.property("date", e.date, s, np.date.a, np.date.b, c, "date.phrase")
	}
	if np.ordinal > 0 && !np.plural && len(s.ph) > 0 && e.ordinal > 0 {
		e.property("ordinal", int64(e.ordinal), s, s.items[np.x].a, s.items[np.y-1].b, c, "ordinal")
	}
	if np.label == graph.Meeting && np.kind == "summit" && np.name != "" {
		for _, pl := range np.places {
			s.addPlace(e, pl, c)
		}
	}
	a, b := s.items[np.x].a, s.items[np.y-1].b
	for _, o := range np.orgs {
		if o.Kind == "igo" || o.Kind == "forum" || o.Kind == "un_organ" || o.Kind == "alliance" || o.Country == "" {
			s.frameworkOf(e, np, o, a, b, c)
		}
	}
	if np.owner != nil && np.owner.label == graph.Organization && len(np.orgs) == 0 {
		e.relate(arg{rel: graph.Under, object: np.owner.id, a: np.owner.a, b: np.owner.b, rule: "framework.owner"}, s, c)
	}
	if len(np.countries) > 0 {
		list := partyList{a: np.countries[0].a, b: np.countries[len(np.countries)-1].b, parties: np.countries}
		s.modifierParties(e, np, list, c)
		s.st.remember(list.parties)
	}
	for _, t := range np.topics {
		s.addTopics(e, []string{t}, a, b, c)
	}
}

// frameworkOf puts an event under the organization in its noun phrase, unless the organization is one of two sides ("China-ASEAN Summit").
func (s *sentence) frameworkOf(e *event, np *nounPhrase, o *gazetteer.Entry, a, b int, c *clause) {
	switch e.label {
	case graph.Exercise, graph.Meeting, graph.Treaty:
	default:
		return
	}
	if len(np.countries) > 0 || s.sides(np) > 1 {
		return
	}
	e.relate(arg{rel: graph.Under, object: o.Entity.ID, a: a, b: b, rule: "framework.phrase"}, s, c)
}

// sides counts the parties of a noun phrase that hyphens join.
func (s *sentence) sides(np *nounPhrase) int {
	n := 0
	for x := np.x; x < np.y; x++ {
		if s.items[x].k == iEnt && (s.items[x].joined && x > np.x && s.items[x-1].k == iEnt || x+1 < np.y && s.items[x+1].joined && s.items[x+1].k == iEnt) {
			n++
		}
	}
	return n
}

// modifierParties makes the countries in a noun phrase take part: "China–Thailand training".
func (s *sentence) modifierParties(e *event, np *nounPhrase, list partyList, c *clause) {
	if len(list.parties) == 1 && (e.label == graph.Treaty || e.label == graph.Mechanism) {
		if len(np.orgs) == 0 {
			return
		}
	}
	switch e.label {
	case graph.Treaty, graph.Mechanism:
		return
	}
	if len(list.parties) == 1 && e.label == graph.Meeting && len(np.orgs) == 0 {
		return
	}
	s.addParties(e, list, "participant", c, "participants.phrase")
}

// events gives the clause's exercises, meetings and exchanges what the clause says of them.
func (s *sentence) events(list []clause, k int) {
	c := &list[k]
	s.concludesExercise(c)
	if s.represents(c) {
		return
	}
	// The subject is an event: "the exercise was held", "the drill involves".
	if c.subj >= 0 && s.ph[c.subj].k == pEvent {
		evs := s.ph[c.subj].ev
		c.events = evs
		if !c.inherit || c.v >= 0 {
			s.eventSubject(c, evs)
		}
		return
	}
	var main []*event
	for _, i := range c.post {
		p := &s.ph[i]
		if p.k == pEvent && s.governs(c, p) {
			main = append(main, p.ev...)
		}
	}
	var ahead []*event // what the clause is about, where that stands before it
	if len(main) == 0 {
		main = s.relativeObject(c)
		ahead = main
	}
	if len(main) == 0 {
		main = s.leadingEvents(c)
	}
	if len(main) == 0 {
		if e := s.takesPart(c); e != nil {
			s.joins(c, e)
			return
		}
		if main = s.verbal(c); main != nil {
			c.events = main
			if split := s.pairs(c, main[0]); split == nil {
				for _, i := range slices.Concat(c.leading, c.pre, c.post) {
					if p := &s.ph[i]; p.k == pDate || p.k == pPlace || p.k == pTopic || p.k == pParty && (p.prep == "with" || p.prep == "under" || p.prep == "including") {
						s.attach(main, i, &clause{v: c.v, verb: &verbGroup{class: "hold", modality: c.verb.modality, neg: c.verb.neg}, subject: c.subject}, 0)
					}
				}
			}
			return
		}
	}
	n := s.distribution(c, main)
	if len(main) == 1 && n <= 1 && main[0].date == "" {
		if split := s.pairs(c, main[0]); split != nil {
			c.events = split
			for i, e := range split {
				s.agents(c, e, i, n)
			}
			return
		}
	}
	if len(main) == 1 && n > 1 {
		main = s.split(c, main[0], n)
	}
	c.events = main
	s.walk(c, n)
	for _, i := range c.post {
		if p := &s.ph[i]; ahead == nil || p.k == pVerb || p.k == pEvent {
			break
		} else if p.k == pDate || p.k == pPlace || p.k == pTopic {
			s.attach(ahead, i, c, 0)
		}
	}
	for i, e := range main {
		s.agents(c, e, i, n)
		s.joinedBy(c, e)
		if c.verb.class == "cancel" && !c.verb.neg {
			e.cancelled = true
		}
	}
	for _, i := range c.leading {
		if p := &s.ph[i]; p.k != pEvent && p.k != pParty || p.prep == "under" || p.prep == "participation" || p.prep == "with" && s.broughtAlong(c) != nil {
			s.attach(main, i, c, n)
		}
	}
	for _, i := range c.pre { // "A on Tuesday opened the drill"
		if p := &s.ph[i]; p.k == pDate && contains(" hold host cohost establish train ", c.verb.class) {
			s.attach(main, i, c, 0)
		}
	}
	s.leadingMeetings(c)
	s.separate(c)
}

// governs reports whether event phrase p is what the clause's verb is about.
func (s *sentence) governs(c *clause, p *phrase) bool {
	if c.v < 0 {
		return true
	}
	switch c.verb.class {
	case "join", "observe", "observing", "send", "decline", "invite", "withdraw", "have":
		return p.prep == "" || p.prep == "in" || p.prep == "to" || p.prep == "at" || p.prep == "from" || p.prep == "for" || p.prep == "into" || p.prep == "on" && c.verb.class == "send" && p.np.label == graph.Exercise
	case "train":
		return p.prep == "at" || p.prep == "in" || p.prep == "during" || p.prep == "for"
	case "host":
		return p.prep == "" || p.prep == "for" || p.prep == "of"
	case "meet":
		return p.prep == "for" || p.prep == "at" || p.prep == "in"
	case "be":
		return p.prep == "at" && p.ev[0].label == graph.Exercise
	case "focus":
		return p.ev[0].label == graph.Exercise && len(c.subject.parties) > 0 && contains(" in at during ", p.prep)
	case "other", "name", "maintain":
		return false
	}
	return p.prep == "" || p.prep == "of" && c.verb.class == "hold"
}

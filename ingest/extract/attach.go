package extract

import (
	"cmp"
	"slices"
	"strings"

	"concord/graph"
)

// attach gives the events what the phrase at index i says of them; n tells how many
// members the lists have that a "respectively" distributes, 0 without one.
func (s *sentence) attach(events []*event, i int, c *clause, n int) {
	p := &s.ph[i]
	for k, e := range events {
		if n > 1 && len(c.events) == n {
			k = slices.Index(c.events, e)
		}
		each := n > 1 && k >= 0 && (len(c.events) == n || len(events) == n)
		switch p.k {
		case pDate:
			dates := p.dates
			if each && n == len(dates) {
				dates = dates[k : k+1]
			}
			s.attachDate(e, p, dates, c)
		case pPlace:
			places := p.places
			if each && n == len(places) {
				places = places[k : k+1]
			}
			if !s.outOfAll(i) {
				s.attachPlaces(e, p, places, c)
			}
		case pParty:
			list := p.list
			if each && n == len(list.parties) {
				list.parties = list.parties[k : k+1]
			}
			s.attachParties(e, p, list, c)
		case pTopic:
			if p.prep != "with" && p.prep != "by" && !(e.label == graph.Treaty && p.prep == "") {
				s.addTopics(e, p.topics, p.a, p.b, c)
			}
		case pEvent:
			if p.prep == "under" {
				s.attachFramework(e, p, c)
			}
		}
	}
}

func (s *sentence) attachDate(e *event, p *phrase, dates []*dateSpan, c *clause) {
	if p.prep == "since" && c.v >= 0 {
		e.habitual = true
	}
	if r := dates[0].rel; p.prep == "" && (r == thisYear || r == nextYear || r == lastYear) && e.date == "" {
		e.annual = true // "this year's Cobra Gold"
	}
	if e.name != "" && e.date == "" && e.label == graph.Exercise && e.editionYear() == "" && (e.habitual || e.annual && dates[0].lo.m == 0) {
		return
	}
	if c.verb.class == "plan" && !c.passive && p.prep == "on" && c.v >= 0 && p.x == s.ph[c.v].y+1 {
		return // the day of the announcement
	}
	if len(dates) == 1 && s.extend(e, p, dates[0], c) {
		return
	}
	switch p.prep {
	case "until", "to", "following", "as":
		return
	case "since", "by":
		if e.label == graph.Exercise || e.label == graph.Meeting {
			return
		}
	}
	if e.label == graph.Mechanism || e.label == graph.Treaty && !contains(" none row sign conclude adopt hold ", c.verb.class) {
		return
	}
	d := span(dates)
	if s.phased && e.date != "" && !e.dateSilent && e.join(d, s, c) {
		return
	}
	if d.edtf == "" || d.rel == pastYears || e.date != "" && !s.sharpens(e, d) && !(e.dateSilent && d.edtf == e.date) {
		return
	}
	if p.prep == "since" {
		return
	}
	if len(dates) > 1 && (e.name == "" || d == dates[0]) {
		return
	}
	e.date, e.dateSilent = d.edtf, false
	e.forget("date")
	e.property("date", d.edtf, s, d.a, d.b, c, "date")
	if e.args[len(e.args)-1].polarity == graph.Negated {
		e.args[len(e.args)-1].polarity = graph.Affirmed
	}
	e.args[len(e.args)-1].props = map[string]any{"dateText": s.text(d.a, d.b)}
}

// sharpens reports whether a date says more exactly when an event was than the one known,
// and replaces nothing that it contradicts.
func (s *sentence) sharpens(e *event, d *dateSpan) bool {
	return len(d.edtf) > len(e.date) && d.edtf[:len(e.date)] == e.date
}

func (s *sentence) attachPlaces(e *event, p *phrase, places []placeRef, c *clause) {
	if e.label != graph.Exercise && e.label != graph.Meeting {
		return
	}
	switch p.prep {
	case "in", "at", "off", "during", "on", "":
	default:
		return
	}
	if p.prep == "" && c.v >= 0 && c.verb.class != "hold" {
		return
	}
	if len(places) > 4 {
		return
	}
	for _, pl := range places {
		s.addPlace(e, pl, c)
	}
}

func (s *sentence) addPlace(e *event, pl placeRef, c *clause) {
	s.st.out.place(s, pl)
	if label, _ := graph.LabelOf(pl.id); label == graph.Country && s.placedWithin(e, pl.id) {
		return
	}
	e.relate(arg{rel: graph.HeldIn, object: pl.id, a: pl.a, b: pl.b, rule: "place." + cmp.Or(c.verb.class, "phrase")}, s, c)
}

// attachParties gives an event the parties of a phrase that its preposition ties to it.
func (s *sentence) attachParties(e *event, p *phrase, list partyList, c *clause) {
	role := "participant"
	switch p.prep {
	case "with", "between", "participation", "including":
		if c.verb.class == "cohost" && p.prep == "with" {
			role = "co_host"
		}
	case "under":
		s.framework(e, list, c)
		return
	case "of":
		if i := s.phraseOf(p); i > 0 && s.ph[i-1].prep == "as" {
			return // "as a member of NATO"
		}
		if (e.label == graph.Meeting || e.label == graph.Exercise) && len(list.parties) == 1 && (list.parties[0].label == graph.Organization || list.parties[0].label == graph.CountryGroup) && list.parties[0].forces == nil {
			s.framework(e, list, c)
			return
		}
		if e.label != graph.Exercise && e.label != graph.Meeting {
			return
		}
		if len(list.parties) == 1 && list.parties[0].forces == nil && list.parties[0].rep == "" && list.parties[0].label == graph.Country {
			return
		}
	case "by":
		held := c.verb.class == "occur" && strings.HasSuffix(c.verb.low, "held")
		if c.v >= 0 && !c.passive && !held || c.verb.class == "establish" {
			return
		}
		if role = agentRole(e.label, c.verb.class); role == "" && held {
			role = agentRole(e.label, "hold")
		}
		if role == "" {
			return
		}
	case "in":
		if len(list.parties) == 1 && list.parties[0].label == graph.Country && e.label != graph.Treaty {
			p := list.parties[0]
			s.addPlace(e, placeRef{id: p.id, a: p.a, b: p.b}, c)
		}
		return
	case "from":
		if i := s.phraseOf(p); i > 0 && s.ph[i-1].k != pCount && s.ph[i-1].k != pEvent && s.ph[i-1].k != pVerb && !s.unitOf(i) {
			return // "amid threats from A"
		}
		if e.label != graph.Exercise && e.label != graph.Meeting || c.v >= 0 && c.verb.class != "involve" && c.verb.class != "hold" {
			return
		}
	default:
		return
	}
	s.addParties(e, list, role, c, "participants."+p.prep)
	if p.prep != "of" && p.prep != "between" {
		s.total(e, list, c)
	}
}

// phraseOf is the index of a phrase of the sentence, or -1.
func (s *sentence) phraseOf(p *phrase) int {
	for i := range s.ph {
		if &s.ph[i] == p {
			return i
		}
	}
	return -1
}

// framework puts an event under the organizations of a list.
func (s *sentence) framework(e *event, list partyList, c *clause) {
	for _, p := range list.parties {
		id := p.id
		if p.label == graph.CountryGroup && p.entity != nil {
			id, _ = p.entity.Properties["ofOrganization"].(string)
		}
		if l, _ := graph.LabelOf(id); l == graph.Organization {
			e.relate(arg{rel: graph.Under, object: id, a: p.a, b: p.b, rule: "framework"}, s, c)
		}
	}
}

func (s *sentence) attachFramework(e *event, p *phrase, c *clause) {
	for _, o := range p.np.orgs {
		e.relate(arg{rel: graph.Under, object: o.Entity.ID, a: p.a, b: p.b, rule: "framework.meeting"}, s, c)
	}
}

func (s *sentence) addTopics(e *event, topics []string, a, b int, c *clause) {
	switch e.label {
	case graph.Exercise, graph.Meeting, graph.Treaty, graph.Mechanism:
	default:
		return
	}
	for _, t := range topics {
		e.relate(arg{rel: graph.HasTopic, object: graph.NewID(graph.Topic, t), a: a, b: b, rule: "topic"}, s, c)
	}
}

// agentRole is the role that the subject of an active verb of this class has in an event.
func agentRole(label graph.Label, class string) string {
	switch class {
	case "hold", "make", "train", "join", "lead", "organize", "establish", "none", "complete", "send", "be", "focus":
		return "participant"
	case "terminate":
		if label == graph.Meeting {
			return "participant"
		}
	case "host":
		return "host"
	case "cohost":
		return "co_host"
	case "observe", "observing":
		return "observer"
	case "decline", "withdraw", "invite", "plan", "call", "cancel", "deny", "attend":
		return "participant"
	case "meet":
		if label == graph.Meeting || label == graph.Exercise {
			return "participant"
		}
	case "exchange", "visit", "have":
		if label == graph.Exchange || label == graph.Meeting {
			return "participant"
		}
	}
	return ""
}

// addParties makes the parties of a list take part in an event in a role.
func (s *sentence) addParties(e *event, list partyList, role string, c *clause, rule string) {
	rel := participation(e.label)
	if rel == "" {
		return
	}
	for _, p := range list.parties {
		if !mayTakePart(p) {
			continue
		}
		r := cmp.Or(p.role, role)
		if r == "co_host" && s.chairs(c) {
			r = "participant"
		}
		props := map[string]any{"role": r}
		if rel == graph.Attended {
			if p.rep != "" {
				props["representedBy"] = p.rep
			}
		} else {
			if forces := orForces(p.forces, e.forces); len(forces) > 0 {
				props["forces"] = forces
			}
			if p.personnel > 0 && p.personnel < 1e6 {
				props["personnel"] = int64(p.personnel)
			}
		}
		if p.entity != nil {
			s.st.out.entity(*p.entity)
		}
		conf := 0.95
		if list.pronoun {
			conf = 0.85
		}
		e.relate(arg{rel: rel, party: p.id, props: props, a: p.a, b: p.b, rule: rule, conf: conf}, s, c)
		if (r == "host" || r == "co_host") && p.label != graph.CountryGroup && (e.label == graph.Exercise || e.label == graph.Meeting) {
			e.relate(arg{rel: graph.Hosted, party: p.id, props: map[string]any{"role": r}, a: p.a, b: p.b, rule: rule, conf: conf}, s, c)
		}
	}
}

func orForces(own, shared []string) []string {
	if len(own) > 0 {
		return own
	}
	return shared
}

func mayTakePart(p party) bool {
	return p.label == graph.Country || p.label == graph.Organization || p.label == graph.CountryGroup
}

// participation is the relation by which parties take part in an event of a label.
func participation(label graph.Label) graph.RelationType {
	switch label {
	case graph.Exercise, graph.Exchange:
		return graph.ParticipatedIn
	case graph.Meeting:
		return graph.Attended
	}
	return ""
}

// total notes how many took part, where the sentence counts: "with seven other countries".
func (s *sentence) total(e *event, list partyList, c *clause) {
	if contains(" be other have name cancel plan ", c.verb.class) || list.total == 0 || list.about || e.label != graph.Exercise && e.label != graph.Meeting || e.plural || c.verb.neg {
		return
	}
	n := list.total
	if list.others && len(c.subject.parties) == 0 {
		return
	}
	if list.others {
		n += list.before
		if list.a != c.subject.a { // "China and eight others" counts from the subject on
			n += max(len(c.subject.parties), 1)
		}
	}
	if n > e.counted() {
		e.property("participantTotal", int64(n), s, list.a, list.b, c, "total")
	}
}

// counted is the greatest number of participants told of the event: what is less is a part of them.
func (e *event) counted() int {
	most := 0
	for _, a := range e.args {
		if n, ok := a.value.(int64); ok && a.prop == "participantTotal" && a.modality == graph.Actual && a.polarity != graph.Negated {
			most = max(most, int(n))
		}
	}
	return most
}

// relate adds a relation to what is known of the event.
func (e *event) relate(a arg, s *sentence, c *clause) {
	a.s = s
	if a.conf == 0 {
		a.conf = 0.9
	}
	if a.basis == "" {
		a.basis = graph.Stated
	}
	if a.modality == "" {
		a.modality, a.polarity = graph.Actual, graph.Affirmed
		if c != nil {
			a.modality, a.polarity = c.modality()
			if a.modality == graph.Actual && (a.rel == graph.HeldIn || a.rel == graph.Under || a.rel == graph.HasTopic) && contains(" join observe observing send decline withdraw ", c.verb.class) {
				a.polarity = graph.Affirmed // who stays away denies nothing else of it
			}
		}
		if a.modality == graph.Actual && e.np != nil && e.np.planned && e.s == s {
			a.modality = graph.Planned
		}
	}
	if a.polarity == "" {
		a.polarity = graph.Affirmed
	}
	for k := range e.args {
		if b := &e.args[k]; b.s == s && b.rel == a.rel && b.party == a.party && b.object == a.object && b.other == a.other && b.prop == a.prop && b.props["action"] == a.props["action"] && b.props["role"] == a.props["role"] && (a.prop == "" || b.value == a.value || a.prop == "domains") {
			for key, v := range a.props {
				if _, ok := b.props[key]; !ok && b.props != nil {
					b.props[key] = v
				}
			}
			return
		}
	}
	e.args = append(e.args, a)
}

// property adds a property to what is known of the event.
func (e *event) property(name string, value any, s *sentence, a, b int, c *clause, rule string) {
	e.args = append(e.args, arg{prop: name, value: value, s: s, a: a, b: b, conf: 0.9, basis: graph.Stated, rule: "property." + rule})
	last := &e.args[len(e.args)-1]
	last.modality, last.polarity = graph.Actual, graph.Affirmed
	if c != nil {
		last.modality, last.polarity = c.modality()
	}
	if last.modality == graph.Actual && e.np != nil && e.np.planned && e.s == s {
		last.modality = graph.Planned
	}
}

// span joins two months that follow each other ("October and November 2018") into one date.
func span(dates []*dateSpan) *dateSpan {
	d := dates[0]
	if len(dates) != 2 || d.edtf == "" || dates[1].edtf == "" || d.hi.y > 0 || dates[1].hi.y > 0 {
		return d
	}
	p, q := d.lo, dates[1].lo
	if p.d == 0 && q.d == 0 && p.m > 0 && q.m > 0 && (p.y*12+p.m)+1 == q.y*12+q.m || p.d > 0 && q.d > p.d && p.m == q.m && p.y == q.y {
		both := *d
		both.hi, both.edtf, both.b = q, p.String()+"/"+q.String(), dates[1].b
		return &both
	}
	return d
}

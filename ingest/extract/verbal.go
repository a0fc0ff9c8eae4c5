package extract

import (
	"slices"
	"strings"

	"concord/graph"
)

// verbal makes an event of a verb that tells one: "the armies of A and B trained in C",
// "the ministers of A and B met in D".
func (s *sentence) verbal(c *clause) []*event {
	if c.passive || c.verb.ing && s.meetingParties(c) < 0 || len(c.subject.parties) == 0 && c.subject.total == 0 {
		return nil
	}
	label, kind := graph.Exercise, "exercise"
	switch c.verb.class {
	case "train":
		if strings.HasPrefix(c.verb.low, "train") {
			kind = "training"
		}
	case "focus":
		if !strings.HasPrefix(c.verb.low, "practi") && !strings.HasPrefix(c.verb.low, "rehears") {
			return nil
		}
	case "meet":
		if label, kind = graph.Meeting, s.meetingKind(c); s.forcesMeet(c) {
			label, kind = graph.Exercise, "exercise"
		}
	case "visit":
		if label, kind = graph.Exchange, "port_call"; !s.shipsCall(c) {
			return nil
		}
	default:
		return nil
	}
	s.orgLeaders(c)
	parties := partyList{parties: c.subject.parties}
	located, dated := false, false
	for _, i := range slices.Concat(c.leading, c.pre, c.post) {
		p := &s.ph[i]
		switch p.k {
		case pParty:
			if p.prep == "with" || p.prep == "" && label == graph.Meeting {
				parties = joinLists(parties, p.list)
			}
		case pDate:
			dated = dated || p.dates[0].edtf != "" && p.dates[0].rel != pastYears && p.prep != "since"
		case pPlace:
			located = true
		case pEvent:
			if p.np.label != graph.Exchange {
				return nil
			}
		}
	}
	if len(parties.parties) < 2 && c.subject.total == 0 && label != graph.Exchange && !(label == graph.Meeting && len(parties.parties) == 1 && parties.parties[0].label == graph.CountryGroup) || !dated && !located {
		return nil
	}
	v := &s.ph[c.v]
	np := &nounPhrase{x: v.x, y: v.y, head: -1, label: label, kind: kind, det: "a"}
	s.nameOfVerbal(np, c)
	if c.verb.class == "focus" {
		for x := v.y; x < min(len(s.items), v.y+3); x++ {
			if t := s.items[x].value(cTopic); t != "" {
				np.topics = appendNew(np.topics, t)
			}
		}
		if len(np.topics) == 0 {
			return nil
		}
	}
	if label == graph.Exercise && (c.verb.class == "meet" || len(parties.parties) == 0 && s.current() != nil) {
		np.det = "the" // of which "forces from 30 nations trained in A" tells more
	}
	e := s.titleMeeting(label)
	if e == nil {
		e = s.resolve(np)
	}
	h := &clause{v: c.v, verb: &verbGroup{class: "hold", modality: c.verb.modality, neg: c.verb.neg}, subject: c.subject}
	s.nounPhraseClaims(e, np, h)
	s.addParties(e, c.subject, "participant", h, "participants.verb")
	if len(c.subject.parties) == 1 && c.subject.parties[0].label == graph.CountryGroup {
		s.framework(e, c.subject, h)
	}
	s.total(e, c.subject, h)
	for _, i := range c.post {
		if p := &s.ph[i]; p.k == pParty && p.prep == "" && label == graph.Meeting {
			s.addParties(e, p.list, "participant", h, "participants.verb")
		}
	}
	return []*event{e}
}

// meetingKind is the kind of a meeting by who meets.
func (s *sentence) meetingKind(c *clause) string {
	for _, p := range c.subject.parties {
		low := strings.ToLower(p.rep)
		switch {
		case strings.Contains(low, "head of") || strings.Contains(low, "heads of"):
			return "summit"
		case strings.Contains(low, "minister of") || strings.Contains(low, "defence minister") || strings.Contains(low, "defense minister") || strings.Contains(low, "foreign minister"):
			return "ministerial"
		case strings.Contains(low, "head of state") || strings.Contains(low, "heads of state") || strings.Contains(low, "leader") || strings.Contains(low, "president"):
			return "summit"
		}
	}
	return "meeting"
}

// nameOfVerbal reads "under the name X".
func (s *sentence) nameOfVerbal(np *nounPhrase, c *clause) {
	for x := range s.items {
		if s.items[x].low != "name" || x+1 >= len(s.items) {
			continue
		}
		if a, b, end := s.nameAt(x+1, np); end > x+1 {
			np.name, np.nameA, np.nameB = s.text(a, b), a, b
		}
	}
}

// pairs splits an event told at several places and dates in turn: "in A in July 2007 and in B in July 2008".
func (s *sentence) pairs(c *clause, e *event) []*event {
	var groups [][]int
	var group []int
	kinds := map[phraseKind]bool{}
	for _, i := range c.post {
		p := &s.ph[i]
		switch {
		case p.k == pDate && len(p.dates) == 1 || p.k == pPlace && len(p.places) == 1:
			if kinds[p.k] {
				if !kinds[pDate] || !kinds[pPlace] {
					return nil
				}
				groups = append(groups, group)
				group, kinds = nil, map[phraseKind]bool{}
			}
			kinds[p.k] = true
			group = append(group, i)
		case p.k == pMark && (p.word == "and" || p.word == "," || p.word == ":" || p.word == "."):
		case len(group) > 0:
			return nil
		}
	}
	if len(group) > 1 {
		groups = append(groups, group)
	}
	if len(groups) < 2 {
		return nil
	}
	list := s.split(c, e, len(groups))
	for k, g := range groups {
		for _, i := range g {
			s.attach(list[k:k+1], i, c, 0)
		}
	}
	return list
}

// orgLeaders makes "the heads of state of the SCO" its members as one.
func (s *sentence) orgLeaders(c *clause) {
	if len(c.subject.parties) != 1 || c.subject.parties[0].label != graph.Organization || c.subject.parties[0].rep == "" {
		return
	}
	org, ok := s.st.gaz.Entry(c.subject.parties[0].id)
	if !ok || !isOrganization(org) {
		return
	}
	g := memberGroup(org)
	p := c.subject.parties[0]
	p.id, p.label, p.entity = g.ID, graph.CountryGroup, &g
	c.subject.parties = []party{p}
}

// forcesMeet reports whether those who meet are forces, of which an exercise has been told: "the two
// navies met again".
func (s *sentence) forcesMeet(c *clause) bool {
	e := s.st.last[graph.Exercise]
	if e == nil || e.section != s.section || s.ordinal-e.seen > 3 {
		return false
	}
	for _, p := range c.subject.parties {
		if p.forces == nil || p.rep != "" {
			return false
		}
	}
	return len(c.subject.parties) > 1
}

// shipsCall reports whether what visits is ships and what is visited is a place: "INS Kiltan called at Cam Ranh".
func (s *sentence) shipsCall(c *clause) bool {
	for _, p := range c.subject.parties {
		if !slices.Contains(p.forces, "navy") || p.rep != "" {
			return false
		}
	}
	for _, i := range c.post {
		if p := &s.ph[i]; p.k == pPlace && (p.prep == "" || p.prep == "at" || p.prep == "in") {
			return c.verb.modality == "" && !c.verb.neg
		} else if p.k != pOther {
			break
		}
	}
	return false
}

package extract

import "concord/graph"

// leadingMeetings makes the subject attend a meeting that the sentence starts with:
// "At the X Summit, China stressed…".
func (s *sentence) leadingMeetings(c *clause) {
	var meeting []*event
	own := false // a participle has taken what follows it
	if c.inherit || c.subj < 0 {
		return
	}
	for i := s.sentenceStart(c); i < c.subj; i++ {
		p := &s.ph[i]
		switch {
		case p.k == pEvent && p.ev[0].label == graph.Meeting && (p.prep == "at" || p.prep == "during" || p.prep == "in"):
			meeting = append(meeting, p.ev...)
		case p.k == pEvent && p.prep == "" && len(meeting) > 0 && p.ev[0].label == graph.Meeting:
			meeting = append(meeting, p.ev...)
		case p.k == pMark || p.k == pEvent:
		case p.k == pVerb:
			own = true
		case own:
		case p.k == pDate || p.k == pPlace:
			s.attach(meeting, i, &clause{v: -1, verb: &verbGroup{class: "none"}}, 0)
		}
	}
	if len(meeting) == 0 || len(c.subject.parties) == 0 {
		return
	}
	h := &clause{v: -1, verb: &verbGroup{class: "none"}}
	for _, e := range meeting {
		for _, p := range c.subject.parties {
			if !mayTakePart(p) || p.id == "" {
				continue
			}
			props := map[string]any{"role": "participant"}
			if p.entity != nil {
				s.st.out.entity(*p.entity)
				s.framework(e, partyList{parties: []party{p}}, h)
			}
			if p.rep != "" {
				props["representedBy"] = p.rep
			}
			e.relate(arg{rel: graph.Attended, party: p.id, props: props, a: p.a, b: p.b, rule: "attendance.at", conf: 0.85, basis: graph.Implied}, s, h)
		}
	}
}

// sentenceStart is where the phrases start that lead up to the clause's subject, past participles.
func (s *sentence) sentenceStart(c *clause) int {
	i := c.subj
	for i > 0 {
		p := &s.ph[i-1]
		if p.k == pVerb && !(p.verb.bare && !p.verb.ing) || p.k == pMark && (p.word == ";" || p.word == ":") || p.k == pRel {
			break
		}
		i--
	}
	return i
}

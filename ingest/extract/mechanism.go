package extract

import (
	"cmp"

	"concord/graph"
)

// mechanisms gives hotlines, liaison arrangements and the like what clause k says of them.
func (s *sentence) mechanisms(list []clause, k int) {
	c := &list[k]
	idx := c.post
	if c.subj >= 0 && s.ph[c.subj].k == pEvent && !c.inherit {
		idx = append(append([]int{c.subj}, c.pre...), c.post...)
	}
	for n, i := range idx {
		p := &s.ph[i]
		if p.k != pEvent || p.ev[0].label != graph.Mechanism {
			continue
		}
		s.mechanism(p.ev[0], c, idx, n)
	}
}

func (s *sentence) mechanism(e *event, c *clause, idx []int, n int) {
	i := idx[n]
	p := &s.ph[i]
	status, date := "", s.dateOf(c)
	switch c.verb.class {
	case "establish", "make", "conclude", "sign":
		if status = "established"; c.verb.low == "launched" || c.verb.low == "launch" {
			status = "launched"
		}
	case "link":
		status = "established"
	case "other":
		if c.passive && contains(" restored reopened reactivated ", c.verb.low) {
			status = "established"
		}
	case "hold", "occur":
		if c.subj >= 0 && s.ph[c.subj].ev != nil {
			status = "launched"
		} else if contains(" run runs ran running ", c.verb.low) {
			status = "established"
		}
	case "have", "maintain", "be":
		status = "established"
	case "negotiate":
		status = "under_negotiation"
	}
	m, pol := c.modality()
	if m != graph.Actual {
		status = "planned"
	}
	if s.prospective(i) {
		status, m = "planned", graph.Planned
	}
	if c.verb.class == "cancel" && c.verb.low == "suspended" {
		status, m, pol = "suspended", graph.Actual, graph.Affirmed
	}
	if status == "" {
		return
	}
	list := c.subject
	if c.passive || p.prep != "" && !s.prospective(i) {
		list = partyList{}
	}
	for _, j := range idx[n+1:] {
		q := &s.ph[j]
		if q.k == pEvent || q.k == pVerb {
			break
		}
		if q.k == pParty && q.prep == "" && c.verb.class == "link" {
			list = joinLists(list, q.list)
		}
		if q.k == pParty && (q.prep == "between" || q.prep == "with" || q.prep == "of" && len(q.list.parties) > 1) {
			if q.prep == "with" {
				list = joinLists(list, q.list)
			} else if len(q.list.parties) > 1 {
				list = q.list
			}
		}
	}
	if len(p.np.countries) > 1 {
		list = partyList{parties: p.np.countries}
	}
	if p.np.owner != nil && len(list.parties) < 2 {
		list = joinLists(partyList{parties: []party{*p.np.owner}}, list)
	}
	if len(list.parties) == 0 {
		return
	}
	e.status = cmp.Or(e.status, status)
	e.args = append(e.args, arg{prop: "status", value: status, s: s, a: p.a, b: p.b, modality: m, polarity: graph.Affirmed, basis: graph.Stated, conf: 0.85, rule: "mechanism.status"})
	if date != nil && e.date == "" && m == graph.Actual && (c.verb.class == "establish" || status == "launched" || c.verb.class == "conclude" || c.verb.class == "sign") {
		e.date = date.edtf
		e.property("date", date.edtf, s, date.a, date.b, c, "date")
	}
	for _, q := range list.parties {
		if q.label != graph.Country && q.label != graph.Organization {
			continue
		}
		var props map[string]any
		if q.rep != "" {
			props = map[string]any{"endpoint": q.rep}
		}
		e.relate(arg{rel: graph.PartyTo, party: q.id, props: props, a: q.a, b: q.b, modality: m, polarity: pol, rule: "mechanism." + c.verb.class, conf: 0.9}, s, c)
	}
}

// prospective reports whether the mechanism at phrase i is only talked about: "consultation
// over the establishment of…".
func (s *sentence) prospective(i int) bool {
	if i < 2 || s.ph[i].prep != "of" {
		return false
	}
	w := s.ph[i-1].word
	return s.ph[i-1].k == pOther && (w == "establishment" || w == "creation" || w == "setting" || w == "introduction") && (s.ph[i-1].prep == "about" || s.ph[i-1].prep == "on" || s.ph[i-1].prep == "for")
}

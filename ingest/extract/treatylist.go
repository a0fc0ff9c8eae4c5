package extract

import "concord/graph"

// treatyList reads a line of a digest that lists who did what with the treaty told of last, or when it was done:
// "Ratifications (3): A (24 April 1996), B and C", "Signed but not ratified: D", "Entry into force: 15 July 2009".
func (s *sentence) treatyList() bool {
	t := s.st.last[graph.Treaty]
	if t == nil || t.plural || len(s.items) < 3 || t.section != s.section && !s.heading || s.ordinal-t.seen > 8 || s.st.lastAny == nil || s.st.lastAny.label != graph.Treaty {
		return false
	}
	found, end := s.st.lex.columns.match(s.toks, s.items[0].i)
	if len(found) == 0 {
		return false
	}
	x := 0
	for x < len(s.items) && s.items[x].i < end {
		x++
	}
	if x+2 < len(s.items) && s.items[x].punct("(") && s.items[x+1].k == iNum && s.items[x+2].punct(")") {
		x += 3
	}
	if x+1 >= len(s.items) || !s.items[x].punct(":") {
		return false
	}
	t.seen = s.ordinal
	switch kind := found[0].value; kind {
	case "signed", "ratified", "acceded", "withdrew", "signatories":
		action := kind
		if kind == "signatories" {
			action = "signed"
		}
		r, _ := s.roll(x + 1)
		if len(r) == 0 {
			return kind == "signed" && s.items[0].verb() == nil && s.treatyDay(t)
		}
		for _, p := range r {
			props := map[string]any{"action": action}
			if p.since != nil && p.since.edtf != "" {
				props["date"] = p.since.edtf
			}
			t.relate(arg{rel: graph.Signed, party: p.id, props: props, a: p.a, b: p.b, rule: "treaty.list"}, s, noVerb())
		}
		return true
	case "force":
		d := s.cellDate(s)
		if d == nil {
			return false
		}
		t.status = laterStatus(t.status, "in_force")
		if t.status == "in_force" {
			t.forget("status")
			t.property("status", "in_force", s, s.items[0].a, d.b, nil, "status")
		}
		return true
	case "outside":
		return true
	}
	return false
}

// treatyDay takes the line's day for that of the treaty's signature.
func (s *sentence) treatyDay(t *event) bool {
	d := s.cellDate(s)
	if d == nil {
		return false
	}
	if t.date == "" {
		t.date = d.edtf
		t.property("date", d.edtf, s, d.a, d.b, nil, "date.signed")
	}
	if t.status == "" {
		t.status = "signed"
		t.property("status", "signed", s, s.items[0].a, d.b, nil, "status")
	}
	if t.np != nil && len(t.np.sides) > 1 {
		for _, p := range t.np.sides {
			t.relate(arg{rel: graph.Signed, party: p.id, props: map[string]any{"action": "signed"}, a: s.items[0].a, b: d.b, rule: "treaty.list"}, s, noVerb())
		}
	}
	return true
}

// deposits takes "deposited its instrument of ratification" for ratifying, and that of accession for acceding.
func (s *sentence) deposits(c *clause) {
	if !contains(" deposit deposits deposited depositing submitted submitting lodged lodging ", c.verb.low) {
		return
	}
	instrument := false
	for _, i := range c.post {
		p := &s.ph[i]
		for x := p.x; x < p.y; x++ {
			it := &s.items[x]
			instrument = instrument || it.low == "instrument" || it.low == "instruments"
			class := map[string]string{"ratification": "ratify", "acceptance": "ratify", "approval": "ratify", "accession": "accede"}[it.low]
			if !instrument || class == "" {
				continue
			}
			v := *c.verb
			v.class, v.low, c.verb = class, "deposited", &v
			if i+1 < len(s.ph) && s.ph[i+1].k == pEvent && s.ph[i+1].prep == "of" {
				s.ph[i+1].prep = "to" // "its instrument of ratification of the Treaty"
			}
			return
		}
	}
}

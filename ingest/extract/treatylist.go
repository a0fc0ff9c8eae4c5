package extract

import "concord/graph"

// treatyList reads a line of a digest that lists who did what with the treaty told of last, or when it was done:
// "Ratifications (3): A (24 April 1996), B and C", "Signed but not ratified: D", "Entry into force: 15 July 2009".
func (s *sentence) treatyList() bool {
	t := s.st.last[graph.Treaty]
	if t == nil || t.plural || len(s.items) < 3 || t.section != s.section && !s.heading || s.ordinal-t.seen > 8 || s.st.lastAny == nil || s.st.lastAny.label != graph.Treaty {
		return false
	}
	if s.actionsListed(t) {
		t.seen, t.section = s.ordinal, s.section
		return true
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
	t.seen, t.section = s.ordinal, s.section
	switch kind := treatyKey(found); kind {
	case "signed", "ratified", "acceded", "withdrew", "signatories":
		action := kind
		if kind == "signatories" {
			action = "signed"
		}
		r, _ := s.roll(x + 1)
		if len(r) == 0 {
			return kind == "signed" && s.items[0].verb() == nil && s.treatyDay(t)
		}
		day := s.lineDay(x + 1)
		for _, p := range r {
			props := map[string]any{"action": action}
			if p.since != nil && p.since.edtf != "" {
				props["date"] = p.since.edtf
			} else if day != nil {
				props["date"] = day.edtf
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

// pendSigned makes the items of the list that comes treaties that were signed, after a line such as "The Presidents
// witnessed the signing of the following documents:".
func (s *sentence) pendSigned(list []clause) {
	n := len(s.items)
	if n < 3 || !s.items[n-1].punct(":") {
		return
	}
	var c *clause
	for k := range list {
		if v := list[k].verb; list[k].isFact() && (v.class == "sign" || contains(" conclude exchange ", v.class)) {
			c = &list[k]
		}
	}
	noun := false
	for i := range s.ph {
		p := &s.ph[i]
		noun = noun || p.k == pOther && contains(" signing signature ", p.word) && s.happened(list, i)
		if p.k == pEvent && p.np.label == graph.Treaty && !p.np.plural && i+2 >= len(s.ph) {
			return // "signed the X Agreement:"
		}
	}
	if c == nil && !noun {
		return
	}
	who := append([]party(nil), s.st.pair...)
	if c != nil && len(c.subject.parties) > 1 && c.verb.class == "sign" {
		who = c.subject.parties
	}
	s.st.pending = func(item *sentence) { item.signedItem(who) }
}

// signedItem writes that the treaty an item of such a list names was signed, by those it says it is between, else by
// those told of.
func (s *sentence) signedItem(who []party) {
	for i := range s.ph {
		p := &s.ph[i]
		if p.k == pVerb && !p.verb.bare {
			return
		}
		if p.k != pEvent || p.prep != "" || p.np.label != graph.Treaty || len(p.ev) != 1 || p.ev[0].plural {
			continue
		}
		e := p.ev[0]
		sides := append(append([]party(nil), p.np.countries...), p.np.sides...)
		if len(sides) < 2 && s.withOther(i) {
			return // whose it is, other rules tell
		}
		if len(sides) < 2 {
			sides = who
		}
		for _, q := range sides {
			e.relate(arg{rel: graph.Signed, party: q.id, props: map[string]any{"action": "signed"}, a: p.a, b: p.b, rule: "treaty.item"}, s, noVerb())
		}
		if e.status == "" && len(sides) > 1 {
			e.status = "signed"
			e.property("status", "signed", s, p.a, p.b, nil, "status")
		}
		return
	}
}

// withOther reports whether the words behind phrase i say with whom its agreement is.
func (s *sentence) withOther(i int) bool {
	for i++; i < len(s.ph); i++ {
		if p := &s.ph[i]; p.k == pParty && (p.prep == "with" || p.prep == "between") {
			return true
		}
	}
	return false
}

// treatyKey is what the words before a line's colon say of a treaty, of all that they may head.
func treatyKey(found []lexeme) string {
	for _, l := range found {
		if contains(" signed ratified acceded withdrew signatories force outside ", l.value) {
			return l.value
		}
	}
	return ""
}

// lineDay is the one day of a line, if it ends the line and so holds for all that it names: "Signature: A, B and C,
// 22 September 2022".
func (s *sentence) lineDay(from int) *dateSpan {
	n := len(s.items)
	for n > from && s.items[n-1].k == iPunct {
		n--
	}
	if n == from || s.items[n-1].k != iDate || s.items[n-2].punct("(") {
		return nil
	}
	for x := from; x < n-1; x++ {
		if s.items[x].k == iDate {
			return nil
		}
	}
	return s.cellDate(s)
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
	s.received(c)
	completes := contains(" complete completes completed completing finalized finalised ", c.verb.low)
	if !completes && !contains(" deposit deposits deposited depositing submitted submitting lodged lodging handed presented signed ", c.verb.low) {
		return
	}
	instrument := completes // "completed ratification in 2001"
	for _, i := range c.post {
		p := &s.ph[i]
		for x := p.x; x < p.y; x++ {
			it := &s.items[x]
			instrument = instrument || it.low == "instrument" || it.low == "instruments"
			class := depositing[it.low]
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

// received takes "The instrument of ratification of A was received" for A's ratifying.
func (s *sentence) received(c *clause) {
	if !c.passive || c.subj >= 0 && s.ph[c.subj].k != pEvent || !contains(" received deposited lodged registered ", c.verb.low) {
		return
	}
	class := ""
	for i := max(0, c.v-4); i < c.v; i++ {
		p := &s.ph[i]
		switch {
		case p.k == pOther && p.prep == "of" && i > 0 && contains(" instrument instruments ", s.lastWord(s.ph[i-1].y-1)):
			class = depositing[p.word]
		case p.k == pParty && class != "" && contains(" of from by ", p.prep) && len(p.list.parties) > 0:
			v := *c.verb
			v.class, v.low, v.passive = class, "deposited", false
			c.verb, c.passive, c.subject, c.subj = &v, false, p.list, i
			return
		}
	}
}

// depositing says what the deposit of an instrument means.
var depositing = map[string]string{"ratification": "ratify", "acceptance": "ratify", "approval": "ratify", "accession": "accede", "withdrawal": "withdraw"}

// treatyAction is what a line of a digest says was done: one country, one action, perhaps a day.
type treatyAction struct {
	who    []party
	action string
	date   *dateSpan
	b      int // where its words end
}

// actionsListed reads a line that gives for each country what it did and when, for treaty t: "Mali: ratification,
// 22 January 2021", "Chad (accession, 6 August 2020), Peru (29 July 2020, acceptance)". It takes all or nothing.
func (s *sentence) actionsListed(t *event) bool {
	var all []treatyAction
	var now treatyAction
	fresh := true // nothing was said of the countries yet
	take := func() {
		if now.action != "" {
			all = append(all, now)
			now.action, now.date, fresh = "", nil, false
		}
	}
	for x := range s.items {
		it := &s.items[x]
		action := nominals[it.low]
		switch {
		case it.country():
			if take(); !fresh || now.date != nil {
				now, fresh = treatyAction{}, true
			}
			now.who = append(now.who, party{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b})
		case len(now.who) == 0:
			return false
		case action != "":
			if now.action != "" {
				take()
			}
			now.action, now.b = action, it.b
		case it.k == iDate && it.date.rel == absolute:
			if d := it.date; now.date == nil {
				s.st.cal.resolve(&d, s.ordinal, false)
				now.date, now.b = &d, it.b
			}
			if now.action != "" {
				take()
			}
		case it.k == iPunct, it.value(cConj) == "and", it.is(cDet), contains(" on of in ", it.value(cPrep)):
		default:
			return false
		}
	}
	take()
	if len(all) == 0 || fresh {
		return false
	}
	for _, a := range all {
		props := map[string]any{"action": a.action}
		if a.date != nil && a.date.edtf != "" {
			props["date"] = a.date.edtf
		}
		for _, p := range a.who {
			t.relate(arg{rel: graph.Signed, party: p.id, props: props, a: p.a, b: max(p.b, a.b), rule: "treaty.list"}, s, noVerb())
		}
	}
	return true
}

package extract

import (
	"strings"

	"concord/graph"
)

// keyValue reads a line of a fact sheet, "Participants: A, B and C" or "2015: A, B and C", for the
// exercise or meeting told of last.
func (s *sentence) keyValue() bool {
	colon := -1
	for x := range s.items {
		if s.items[x].punct(":") {
			colon = x
			break
		}
		if s.items[x].verb() != nil && !s.items[x].cap {
			return false
		}
	}
	if colon < 1 || colon > 5 || colon+1 >= len(s.items) {
		return false
	}
	if s.treatyLine(colon) {
		return true
	}
	e := s.st.lastAny
	if e == nil || e.label != graph.Exercise && e.label != graph.Meeting || s.ordinal-e.seen > 12 {
		return false
	}
	c := &clause{v: -1, verb: &verbGroup{class: "row"}}
	if s.items[0].k == iDate && colon == 1 && s.st.last[graph.Exercise] != nil {
		return s.editionLine(colon, c)
	}
	found, end := s.st.lex.columns.match(s.toks, s.items[0].i)
	if end < s.items[colon].i || len(found) == 0 {
		return false
	}
	switch kind := found[0].value; kind {
	case "participants", "country", "host", "observers":
		role := map[string]string{"host": "host", "observers": "observer"}[kind]
		if role == "" {
			role = "participant"
		}
		list, y := s.parties(colon+1, false)
		if y == colon+1 {
			return false
		}
		if role == "host" {
			role = hostRole(list)
		}
		s.addParties(e, list, role, c, "participants.line")
		if role == "participant" {
			s.total(e, list, c)
		}
	case "place":
		places, y := s.places(colon+1, "in")
		if y == colon+1 {
			return false
		}
		for _, pl := range places {
			s.addPlace(e, pl, c)
		}
	case "date":
		if d := s.cellDate(s); d != nil && e.date == "" {
			e.date = d.edtf
			e.property("date", d.edtf, s, d.a, d.b, c, "date.line")
		}
	case "framework":
		list, y := s.parties(colon+1, false)
		if y == colon+1 {
			return false
		}
		s.framework(e, list, c)
	default:
		return false
	}
	e.seen = s.ordinal
	return true
}

// treatyLine reads "Parties: A, B and C" for the treaty told of last.
func (s *sentence) treatyLine(colon int) bool {
	t := s.st.last[graph.Treaty]
	if t == nil || t != s.st.lastAny || t.section != s.section || s.ordinal-t.seen > 6 {
		return false
	}
	found, end := s.st.lex.columns.match(s.toks, s.items[0].i)
	if end < s.items[colon].i || len(found) == 0 || found[0].value != "signatories" {
		return false
	}
	list, y := s.parties(colon+1, false)
	if y == colon+1 {
		return false
	}
	for _, p := range list.parties {
		t.relate(arg{rel: graph.Signed, party: p.id, props: map[string]any{"action": "signed"}, a: p.a, b: p.b, rule: "treaty.line"}, s, noVerb())
	}
	t.seen = s.ordinal
	return true
}

// editionLine reads "2015: Finland, Norway and Sweden, with nine guests".
func (s *sentence) editionLine(colon int, c *clause) bool {
	d := s.items[0].date
	s.st.cal.resolve(&d, s.ordinal, false)
	list, y := s.parties(colon+1, false)
	if d.edtf == "" || y == colon+1 || y < len(s.items)-1 {
		return false
	}
	base := s.st.last[graph.Exercise]
	if base.year() == "" && base.editionYear() == "" {
		base.habitual = true
	}
	e := s.inYear(base, d.edtf[:4])
	s.dateRow(e, &d, c)
	s.addParties(e, list, "participant", c, "participants.line")
	s.st.note(base)
	base.seen = s.ordinal
	return true
}

// dateRow gives an event the date of its row or line.
func (s *sentence) dateRow(e *event, d *dateSpan, c *clause) {
	if e.date == "" || e.dateSilent || s.sharpens(e, d) {
		e.date, e.dateSilent = d.edtf, false
		e.forget("date")
		e.property("date", d.edtf, s, d.a, d.b, c, "date.row")
	}
}

// seriesRow is the edition that a row of a table without names tells of, under the exercise
// the text is about.
func (s *sentence) seriesRow(r *cells) *event {
	base := s.st.last[graph.Exercise]
	if t := s.st.topicSeries; t != nil && (base == nil || base.section != s.section) {
		base = t
	}
	if base == nil || r.by["date"] == nil || r.by["participants"] == nil && r.by["host"] == nil && r.by["place"] == nil && r.by["observers"] == nil {
		return nil
	}
	d := s.rowDate(r)
	if d == nil {
		return nil
	}
	if base.year() == "" && base.editionYear() == "" {
		base.habitual = true
	}
	e := s.inYear(base, d.edtf[:4])
	s.dateRow(e, d, &clause{v: -1, verb: &verbGroup{class: "row"}})
	s.st.note(base)
	return e
}

// markRoles notes parties that the text adds "as observers" or "as co-hosts".
func (s *sentence) markRoles() {
	for i := 0; i+1 < len(s.ph); i++ {
		p, q := &s.ph[i], &s.ph[i+1]
		if p.k == pParty && (s.withObserving(i+1) || q.k == pOther && (q.prep == "as" || q.prep == "") && (q.word == "observers" || q.word == "observer") && (q.prep == "as" || i > 0 && p.prep == "with")) {
			for k := range p.list.parties {
				p.list.parties[k].role = "observer"
			}
		}
		if p.k == pParty && q.k == pOther && q.prep == "as" && (p.prep == "with" || p.prep == "by" || p.prep == "") && s.namesHosts(q) {
			for k := range p.list.parties {
				p.list.parties[k].role = hostRole(p.list)
			}
		}
	}
}

// withObserving reports whether phrase v is the verb of "with A and B observing".
func (s *sentence) withObserving(v int) bool {
	return v > 0 && s.ph[v].k == pVerb && s.ph[v].verb.ing && s.ph[v].verb.class == "observe" && s.ph[v-1].k == pParty && s.ph[v-1].prep == "with"
}

// rolesNamed reads "Observers included A and B", "The participants were A, B and C".
func (s *sentence) rolesNamed(c *clause) {
	s.observersCame(c)
	if c.v < 1 || c.verb.class != "involve" && c.verb.class != "be" && c.verb.class != "come" || c.verb.neg || c.verb.modality != "" {
		return
	}
	q := &s.ph[c.v-1]
	if q.k != pOther || q.prep != "" {
		return
	}
	role := ""
	switch {
	case strings.HasPrefix(q.word, "observer"):
		role = "observer"
	case strings.HasPrefix(q.word, "participant"):
		role = "participant"
	case s.items[q.x].low == "observer" || s.items[max(q.x, q.y-2)].low == "observer":
		role = "observer"
	case s.items[max(q.x, q.y-2)].low == "participating" || c.verb.class == "come" && s.people(q.y-1):
		role = "participant"
	case q.y-q.x == 1 && c.verb.class == "be" && contains(" countries nations states teams ", q.word) && s.st.lastAny != nil && (s.ordinal-s.st.lastAny.seen <= 1 || s.st.lastAny.seen >= s.st.blockAt):
		role = "participant"
	default:
		return
	}
	e := s.current()
	if e == nil {
		return
	}
	for _, i := range c.post {
		if p := &s.ph[i]; p.k == pParty && (p.prep == "" && c.verb.class != "come" || p.prep == "from") && len(p.list.parties) > 0 {
			s.addParties(e, p.list, role, c, "participants.named")
			return
		}
	}
}

// rowDate is the most exact of a row's dates: one column may hold the year, another day and month.
func (s *sentence) rowDate(r *cells) *dateSpan {
	var best *dateSpan
	for i, cell := range r.order {
		if k := r.cols[i].kind; k != "date" && !(k == "signed" && r.by["treaty"] != nil) {
			continue
		}
		if d := s.cellDate(cell); d != nil && (best == nil || len(d.edtf) > len(best.edtf)) {
			best = d
		}
	}
	return best
}

// defineEvent notes the acronym in brackets after an event's name: "Arctic Challenge Exercise (ACE)".
func (s *sentence) defineEvent(np *nounPhrase, e *event) {
	y := np.y
	if np.name == "" || y+2 >= len(s.items) || !s.items[y].punct("(") || !s.items[y+2].punct(")") || s.items[y+1].k == iEnt {
		return
	}
	t := s.toks[s.items[y+1].i]
	if !t.acronym() || s.items[y+1].j != s.items[y+1].i+1 || len(t.text) < 3 {
		return
	}
	s.st.acronyms[t.text] = e
	e.aliases = appendNew(e.aliases, t.text)
}

// acronymPhrase is the phrase of an event by the acronym that the document defined: "ACE 2019".
func (s *sentence) acronymPhrase(h int) nounPhrase {
	e := s.st.acronyms[s.toks[s.items[h].i].text]
	if e == nil || s.items[h].j != s.items[h].i+1 {
		return nounPhrase{}
	}
	it := &s.items[h]
	np := nounPhrase{x: h, head: -1, y: h + 1, label: e.label, kind: e.kind, nameA: it.a, nameB: it.b, name: e.name}
	if e.label == graph.Exercise {
		end, _ := s.edition(h+1, it.b)
		if end > h+1 {
			np.name, np.series = s.text(it.a, s.items[end-1].b), e.root()
			np.y = end
		}
	}
	if h > 0 && s.items[h-1].k == iOrd {
		np.x, np.ordinal = h-1, s.items[h-1].ord
	}
	s.leftOf(&np, 0)
	return np
}

// hostIs reads "Niger was the host of the exercise", "Burkina Faso is the main host".
func (s *sentence) hostIs(c *clause) bool {
	if c.verb.class != "be" || len(c.subject.parties) == 0 || c.subject.pronoun {
		return false
	}
	role := ""
	var e *event
	for _, i := range c.post {
		p := &s.ph[i]
		switch {
		case p.k == pOther && p.prep == "" && role == "" && (p.word == "host" || p.word == "hosts" || strings.HasPrefix(p.word, "co-host")):
			role = "host"
		case p.k == pOther && p.prep == "" && role == "" && s.items[p.x].low == "host" && (p.word == "nation" || p.word == "country"):
			role = "host"
		case p.k == pEvent && role != "" && (p.prep == "of" || p.prep == "to" || p.prep == "for"):
			e = p.ev[0]
		case role == "":
			return false
		}
	}
	if e == nil {
		e = s.current()
	}
	if role == "" || e == nil {
		return false
	}
	s.addParties(e, c.subject, hostRole(c.subject), c, "participants.host")
	return true
}

// hostRole is the role of those who host an event, alone or together.
func hostRole(list partyList) string {
	if len(list.parties) > 1 {
		return "co_host"
	}
	return "host"
}

// namesHosts reports whether the phrase's noun means those who host.
func (s *sentence) namesHosts(p *phrase) bool {
	it := &s.items[p.y-1]
	if p.y-p.x > 1 && contains(" nations countries nation country ", it.low) {
		it = &s.items[p.y-2]
	}
	return it.value(cVerb) == "cohost" || contains(" host hosts organizer organizers organiser organisers ", it.low)
}

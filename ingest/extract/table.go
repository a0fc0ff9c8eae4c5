package extract

import (
	"cmp"
	"slices"
	"strings"

	"concord/graph"
	"concord/ingest/document"
)

// column says what a table's column holds: the value of its header in columns.txt, or
// the role of the people that it counts.
type column struct {
	kind    string
	role    string
	status  string // of members, that the header names
	nations bool   // counts or lists countries, by its header's words
	year    string // of the people that it counts, where the header is a date
	unit    string // of what it counts of an event: ships, aircraft, persons
	noun    string // its word for that
}

// table is a header row, which holds for the rows below it.
type table struct {
	columns  []column
	s        *sentence // the header
	header   *document.Block
	meetings *event // what a caption or heading says of all the meetings in it
}

// headerRow reads what the columns of a table hold.
func (s *sentence) headerRow(block *document.Block) *table {
	s.makeItems()
	s.captioned()
	t := &table{s: s, header: block, meetings: s.meetingsTable()}
	for _, span := range block.Cells {
		cell := s.cell(span)
		c := column{}
		for i := 0; i < len(cell.toks); i++ {
			if found, end := s.st.lex.columns.match(cell.toks, i); end > i {
				if v := found[0].value; c.kind == "" || c.kind == "country" && v == "since" {
					c.kind = v
				}
				i = end - 1
			}
		}
		for x := range cell.items {
			it := &cell.items[x]
			c.nations = c.nations || contains(" nations countries states ", it.low) || takersOf(it)
			if r := it.value(cRole); r != "" && c.role == "" {
				c.role = r
			}
			if u := it.value(cUnit); c.unit == "" && u != "countries" && s.st.lex.lists["event figure"][u] {
				c.unit, c.noun = u, it.low
			}
		}
		if c.role != "" && c.kind != "since" && c.kind != "date" {
			c.kind = "role"
		}
		if c.kind == "" && len(cell.items) == 1 && cell.items[0].k == iDate {
			if d := s.cellDate(cell); d != nil {
				c.kind, c.year = "year", d.edtf
			}
		}
		if c.kind == "personnel" && c.role == "mission_total" {
			c.kind = "role"
		}
		if c.kind == "number" && len(cell.items) > 2 {
			c.kind = ""
		}
		if n := len(cell.items); n > 0 && (c.kind == "country" || c.kind == "observers") {
			c.status = memberStatus(s.text(cell.items[0].a, cell.items[n-1].b))
		}
		t.columns = append(t.columns, c)
	}
	return t
}

// cell is a cell of a row, read as a sentence of its own with the row's place in the document.
func (s *sentence) cell(span document.Span) *sentence {
	c := &sentence{st: s.st, ordinal: s.ordinal, section: s.section, a: s.a, b: s.b, cellular: true}
	s.st.tokens(c, span)
	c.matches = within(s.matches, span)
	c.makeItems()
	return c
}

// cells are the cells of a row by what their columns hold.
type cells struct {
	by    map[string]*sentence
	order []*sentence
	cols  []column
}

// row reads one row of a table.
func (s *sentence) row(block *document.Block, t *table) {
	s.makeItems()
	if t.holdsFacts(s, block) && s.factRow(block) || t == nil || len(block.Cells) == 0 {
		return
	}
	r := cells{by: map[string]*sentence{}}
	for i, span := range block.Cells {
		if i >= len(t.columns) {
			break
		}
		cell := s.cell(span)
		r.order = append(r.order, cell)
		r.cols = append(r.cols, t.columns[i])
		if k := t.columns[i].kind; k != "" && r.by[k] == nil && len(cell.items) > 0 {
			r.by[k] = cell
		}
	}
	if t.meetings != nil && s.meetingRow(&r, t.meetings) {
		return
	}
	for _, label := range []graph.Label{graph.Exercise, graph.Meeting, graph.Treaty} {
		if cell := r.by[strings.ToLower(string(label))]; cell != nil {
			if label == graph.Exercise && s.numberRow(&r, cell) {
				return
			}
			s.eventRow(&r, cell, label)
			return
		}
	}
	if e := s.seriesRow(&r); e != nil {
		s.rowDetails(&r, e, &clause{v: -1, verb: &verbGroup{class: "row"}})
		return
	}
	switch {
	case s.treatyRow(&r):
	case r.by["mission"] != nil:
		s.missionRow(&r)
	case r.member() != nil && (r.by["since"] != nil || r.by["status"] != nil):
		s.memberRow(&r)
	default:
		s.missionRow(&r)
	}
}

// numberRow reads a row that gives only the number of its edition of the series told of.
func (s *sentence) numberRow(r *cells, cell *sentence) bool {
	n := 0
	if len(cell.items) == 1 && cell.items[0].k == iOrd {
		n = cell.items[0].ord
	} else if len(cell.items) == 1 && cell.items[0].k == iNum && cell.items[0].num.value < 200 {
		n = int(cell.items[0].num.value)
	} else if len(cell.items) == 1 {
		n = romanValue(s.text(cell.items[0].a, cell.items[0].b))
	}
	if n == 0 {
		return false
	}
	e := s.seriesRow(r)
	if e == nil {
		return false
	}
	c := &clause{v: -1, verb: &verbGroup{class: "row"}}
	e.ordinal = n
	e.property("ordinal", int64(n), s, cell.items[0].a, cell.items[0].b, c, "ordinal.row")
	s.rowDetails(r, e, c)
	return true
}

// eventRow reads a row that tells of an exercise, a meeting or a treaty.
func (s *sentence) eventRow(r *cells, cell *sentence, label graph.Label) {
	c := &clause{v: -1, verb: &verbGroup{class: "row"}}
	e := s.rowEvent(cell, label, c)
	if e == nil {
		return
	}
	if date := s.rowDate(r); date != nil {
		s.dateRow(e, date, c)
	}
	s.rowDetails(r, e, c)
	s.inForce(r, e)
}

// rowDetails gives an event what the other columns of its row hold.
func (s *sentence) rowDetails(r *cells, e *event, c *clause) {
	for _, k := range []struct{ column, role string }{{"host", "host"}, {"participants", "participant"}, {"country", "participant"}, {"observers", "observer"}, {"signatories", ""}} {
		for i, p := range r.order {
			if r.cols[i].kind == k.column && len(p.items) > 0 {
				s.rowParties(e, p, k.role, c)
			}
		}
	}
	for i, p := range r.order {
		if r.cols[i].nations && len(p.items) == 1 && p.items[0].k == iNum && p.items[0].num.digits && p.items[0].num.value <= 200 && participation(e.label) != "" {
			e.property("participantTotal", int64(p.items[0].num.value), s, p.items[0].a, p.items[0].b, c, "total.row")
		}
	}
	for i, p := range r.order {
		if r.cols[i].unit != "" && len(p.items) > 0 && participation(e.label) != "" && !r.cols[i].nations {
			s.rowFigure(e, p, &r.cols[i])
		}
	}
	if p := r.by["place"]; p != nil && e.label != graph.Treaty {
		for x := 0; x < len(p.items); {
			list, y := p.places(x, "in")
			if y == x && (x == 0 || p.items[x-1].k == iPunct) {
				list, y = p.cellPlace(x)
			}
			for _, pl := range list {
				s.addPlace(e, pl, c)
			}
			x = max(y, x+1)
		}
	}
	if p := r.by["framework"]; p != nil {
		if list, y := p.parties(0, false); y > 0 {
			s.framework(e, list, c)
		}
	}
	if p := r.by["topic"]; p != nil {
		for x := range p.items {
			if t := p.items[x].value(cTopic); t != "" {
				s.addTopics(e, []string{t}, p.items[x].a, p.items[x].b, c)
			}
		}
	}
}

// rowEvent is the event that a cell names or describes.
func (s *sentence) rowEvent(cell *sentence, label graph.Label, c *clause) *event {
	if len(cell.items) == 0 || cell.items[0].k == iPunct && len(cell.items) == 1 {
		return nil
	}
	var np nounPhrase
	for _, found := range cell.nounPhrases() {
		if found.label == label {
			np = found
			break
		}
	}
	if np.label == "" {
		np = cell.cellName(label)
	}
	np.plural, np.generic = false, false
	if label == graph.Treaty {
		cell.wholeTitle(&np)
	}
	e := cell.resolveNew(&np)
	if e.rowed && e.label == graph.Treaty && e.s != s && e.s.section == s.section { // another row's, of the same name
		e = &event{label: e.label, kind: e.kind, name: e.name, s: s, section: s.section, seen: s.ordinal}
		s.st.add(e)
		s.st.note(e)
	}
	e.rowed = true
	e.s, e.np = s, nil
	for _, it := range cell.items {
		if d := it.value(cDomain); d != "" && d != "special" && d != "amphibious" {
			e.domains = appendNew(e.domains, d)
		}
	}
	e.a, e.b = cell.items[0].a, cell.items[len(cell.items)-1].b
	cell.nounPhraseClaims(e, &np, c)
	for k := range e.args {
		if e.args[k].s == cell {
			e.args[k].s = s
		}
	}
	for _, d := range e.domains {
		e.relateDomain(d, s, c)
	}
	return e
}

// relateDomain adds a domain that is not yet told.
func (e *event) relateDomain(d string, s *sentence, c *clause) {
	for _, a := range e.args {
		if a.prop == "domains" && a.value == d {
			return
		}
	}
	e.property("domains", d, s, e.a, e.b, c, "domain")
}

// resolveNew is resolve for a row: an unnamed row is always an event of its own.
func (s *sentence) resolveNew(np *nounPhrase) *event {
	if np.name == "" {
		np.det = "a"
	}
	return s.resolve(np)
}

// cellName takes a cell's words up to a bracket as a name.
func (s *sentence) cellName(label graph.Label) nounPhrase {
	y := 0
	for y < len(s.items) && !s.items[y].punct("(") && !s.items[y].punct(";") {
		y++
	}
	y = max(y, 1)
	np := nounPhrase{head: -1, y: y, label: label, kind: strings.ToLower(string(label)), nameA: s.items[0].a, nameB: s.items[y-1].b}
	np.name = s.text(np.nameA, np.nameB)
	return np
}

// rowParties gives an event the parties of a cell.
func (s *sentence) rowParties(e *event, cell *sentence, role string, c *clause) {
	list, y := cell.cellParties()
	if y == 0 {
		return
	}
	if role == "host" {
		role = hostRole(list)
	}
	if e.label == graph.Treaty {
		if own := s.treatiesOf(); own != nil && role == "participant" && len(list.parties) == 1 && list.parties[0].id != own.id {
			list.parties = append(list.parties, party{id: own.id, label: graph.Country, a: list.a, b: list.b}) // "Partner"
		}
		for _, p := range list.parties {
			e.relate(arg{rel: graph.Signed, party: p.id, props: map[string]any{"action": "signed"}, a: p.a, b: p.b, rule: "treaty.row"}, s, c)
		}
		return
	}
	if role == "participant" {
		list.parties = slices.DeleteFunc(list.parties, func(p party) bool { return p.role == "" && e.hostedBy(p.id) })
	}
	s.addParties(e, list, role, c, "participants.row")
	if list.total > 0 && !list.about && role == "participant" {
		n := list.total
		if list.others {
			n += len(list.parties)
		}
		e.property("participantTotal", int64(n), s, list.a, list.b, c, "total.row")
	}
}

// memberRow reads a row of a table of members.
func (s *sentence) memberRow(r *cells) {
	list, y := r.member().parties(0, false)
	if y == 0 || s.st.topicOrg == nil {
		return
	}
	status := "full"
	for i := range r.cols {
		if r.order[i] == r.member() && r.cols[i].status != "" {
			status = r.cols[i].status
		}
	}
	if st := r.by["status"]; st != nil {
		status = cmp.Or(memberStatus(s.text(st.items[0].a, st.items[len(st.items)-1].b)), status)
	}
	var since, until *dateSpan
	if d := r.by["since"]; d != nil {
		since = s.cellDate(d)
	}
	if d := r.by["until"]; d != nil {
		until = s.cellDate(d)
	}
	s.member(list, s.st.topicOrg, status, since, until, &clause{verb: &verbGroup{class: "row"}}, s.a, s.b)
}

package extract

import (
	"cmp"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// Tables that count people by country, mission and role.

// missionRow reads a row that counts people by country, mission and role.
func (s *sentence) missionRow(r *cells) {
	var who *party
	var mission *gazetteer.Entry
	if r.sums() {
		s.totalRow(r)
		return
	}
	for _, cell := range r.order {
		for x := range cell.items {
			it := &cell.items[x]
			if it.country() && who == nil {
				who = &party{id: it.ent.Entity.ID, label: graph.Country}
			} else if it.k == iEnt && it.label() == graph.Mission && mission == nil {
				mission = it.ent
			}
		}
	}
	if mission != nil {
		if s.rowPlaces(r, mission) {
			delete(r.by, "country")
		}
		if who != nil && s.st.out.hosts(mission.Entity.ID, who.id) {
			who = s.st.topicCountry // whose people are there
		}
	} else if r.by["mission"] != nil {
		return // of a mission that no list knows
	} else {
		mission = s.st.topicMission
	}
	if who == nil && r.by["country"] == nil { // else the row is of several, or of none that is known
		who = s.st.topicCountry
	}
	if who == nil || mission == nil {
		return
	}
	as := ""
	if d := r.by["date"]; d != nil {
		if date := s.cellDate(d); date != nil {
			as = date.edtf
		}
	} else {
		as = s.st.asOfHere(s)
	}
	for i, cell := range r.order {
		if k := r.cols[i].kind; k != "role" && k != "personnel" && k != "year" || len(cell.items) == 0 || cell.items[0].k != iNum || cell.items[0].num.value == 0 {
			continue
		}
		if r.cols[i].role == "mission_total" && r.counts() > 1 {
			continue
		}
		props := map[string]any{"personnel": int64(cell.items[0].num.value)}
		if role := cmp.Or(r.cols[i].role, r.role()); role != "" && role != "mission_total" {
			props["role"] = role
		}
		if as := cmp.Or(r.cols[i].year, as); as != "" {
			props["asOf"] = as
		}
		s.st.out.claim(graph.Claim{Subject: who.id, Relation: graph.ContributedTo, Object: mission.Entity.ID, Properties: props, Confidence: 0.92, Rule: "mission.row"}, s, s.a, s.b)
	}
}

// rowPlaces says where a row's mission is, and reports whether the row does.
func (s *sentence) rowPlaces(r *cells, m *gazetteer.Entry) (told bool) {
	for _, cell := range r.order {
		for x := range cell.items {
			it := &cell.items[x]
			if it.k == iEnt && it.byName() && (hasAny(m.In, it.ent.Entity.ID) || it.country() && s.st.out.hosts(m.Entity.ID, it.ent.Entity.ID)) {
				s.deployed(m, placeRef{id: it.ent.Entity.ID, a: it.a, b: it.b}, s.a, s.b)
				told = true
			}
		}
	}
	return told
}

// sums reports whether the row adds up the rows above it.
func (r *cells) sums() bool {
	for _, cell := range r.order {
		if len(cell.items) > 0 && cell.items[0].k != iNum {
			return contains(" total totals subtotal sub-total grand sum overall ", cell.items[0].low) && !cell.items[0].country()
		}
	}
	return false
}

// role is the kind of people that a cell of words names.
func (r *cells) role() string {
	for i, cell := range r.order {
		for x := range cell.items {
			if cell.items[x].k == iNum || r.cols[i].kind == "mission" || r.cols[i].kind == "country" {
				break
			}
			if v := cell.items[x].value(cRole); v != "" {
				return v
			}
		}
	}
	return ""
}

// counts is how many columns of a row hold numbers of people.
func (r *cells) counts() int {
	n := 0
	for i, cell := range r.order {
		if r.cols[i].kind == "role" && len(cell.items) > 0 && cell.items[0].k == iNum {
			n++
		}
	}
	return n
}

// asOfHere is the day that a heading or line above gives for the sentence's numbers.
func (st *state) asOfHere(s *sentence) string {
	if st.asOfIn == s.section && (st.asOfAt == 0 || st.asOfAt >= st.blockAt) {
		return st.asOf
	}
	return st.asOfTop
}

// captioned takes the one date of the line right above the table as the day its numbers hold for, if it is known
// from nothing else.
func (s *sentence) captioned() {
	st := s.st
	if st.datedAt == s.ordinal-1 && st.dated != "" && st.asOfHere(s) == "" {
		st.asOf, st.asOfIn, st.asOfAt = st.dated, s.section, 0
	}
}

// noteDatedLine remembers the one date of a heading or a line without a verb, which may be a table's caption.
func (s *sentence) noteDatedLine() {
	s.st.dated, s.st.datedAt = "", s.ordinal
	if s.hasVerb() {
		return
	}
	for i := range s.ph {
		p := &s.ph[i]
		if p.k != pDate {
			continue
		}
		if s.st.dated != "" || len(p.dates) != 1 || p.dates[0].hi.y > 0 || p.prep == "since" || p.prep == "from" {
			s.st.dated = ""
			return
		}
		s.st.dated = p.dates[0].edtf
	}
}

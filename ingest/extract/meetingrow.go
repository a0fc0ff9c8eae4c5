package extract

import (
	"concord/graph"
)

// meetingsTable is what a caption or heading says of the meetings in the table that comes next: "Summits",
// "Meetings since 1996". It is nil where the table is of something else.
func (s *sentence) meetingsTable() *event {
	if h := s.st.headEvent; h != nil && h.label == graph.Meeting && h.s.section == s.section {
		return h
	}
	if h := s.st.caption; h != nil && h.label == graph.Meeting && h.s.ordinal == s.ordinal-1 {
		return h
	}
	return nil
}

// noteCaption remembers what a line without a verb says of several events, for the table that may follow.
func (s *sentence) noteCaption() {
	s.st.caption = nil
	if s.listItem || s.hasVerb() || len(s.ph) == 0 {
		return
	}
	if p := &s.ph[0]; p.k == pEvent && len(p.ev) == 1 && p.ev[0].name == "" && p.np.plural {
		s.st.caption = p.ev[0]
	}
}

// meetingRow reads a row of a table of meetings that gives them no names: "II | Argentina | Bariloche |
// 7–9 October 1996". It reports whether the row is one.
func (s *sentence) meetingRow(r *cells, all *event) bool {
	for _, k := range []string{"meeting", "exercise"} {
		if cell := r.by[k]; cell != nil && cell.number() == 0 {
			return false
		}
	}
	n := 0
	for i, cell := range r.order {
		if k := r.cols[i].kind; k == "number" || k == "meeting" || k == "exercise" || k == "" && i == 0 {
			if n = cell.number(); n > 0 {
				break
			}
		}
	}
	d := s.rowDate(r)
	if d == nil || r.by["host"] == nil && r.by["place"] == nil && r.by["country"] == nil {
		return false
	}
	e := &event{label: graph.Meeting, kind: all.kind, ordinal: n, s: s, section: s.section, seen: s.ordinal, a: s.a, b: s.b}
	c := &clause{v: -1, verb: &verbGroup{class: "row"}}
	if org := s.st.topicOrg; org != nil && s.st.topicHeaded {
		if kind := forumKind(org.Entity.Name); kind != "" {
			e.name = org.Entity.Name
			if e.kind == "meeting" {
				e.kind = kind
			}
		}
		e.relate(arg{rel: graph.Under, object: org.Entity.ID, a: s.a, b: s.b, rule: "framework.table"}, s, c)
	}
	for _, a := range all.args {
		if a.rel == graph.Under {
			e.args = append(e.args, a)
		}
	}
	s.st.add(e)
	e.property("kind", e.kind, s, s.a, s.b, c, "kind")
	if n > 0 {
		e.property("ordinal", int64(n), s, s.a, s.b, c, "ordinal")
	}
	s.dateRow(e, d, c)
	if host := r.by["country"]; host != nil && r.by["host"] == nil {
		if list, y := host.parties(0, false); y > 0 && len(list.parties) == 1 {
			s.addPlace(e, placeRef{id: list.parties[0].id, a: list.parties[0].a, b: list.parties[0].b}, c)
		}
		delete(r.by, "country")
	}
	s.rowDetails(r, e, c)
	return true
}

// number is the number that is all a cell holds: "3", "3rd", "third", "III"; 0 for anything else.
func (s *sentence) number() int {
	if len(s.items) == 0 || len(s.items) > 2 || len(s.items) == 2 && !s.items[1].punct(".") {
		return 0
	}
	switch it := &s.items[0]; {
	case it.k == iOrd:
		return it.ord
	case it.k == iNum && it.num.value < 200:
		return int(it.num.value)
	default:
		return romanValue(s.text(it.a, it.b))
	}
}

package extract

import (
	"strings"

	"concord/graph"
)

// treatyColumns are the columns of a table of ratifications, with the action that a date in them tells.
var treatyColumns = map[string]string{"signed": "signed", "ratified": "ratified", "acceded": "acceded", "since": "acceded", "until": "withdrew"}

// treatyRow reads a row of a treaty's table of signatures and ratifications: "State | Signed | Ratified". It
// reports whether the row is of such a table.
func (s *sentence) treatyRow(r *cells) bool {
	if r.by["signed"] == nil && r.by["ratified"] == nil && r.by["acceded"] == nil || r.by["mission"] != nil {
		return false
	}
	t := s.st.last[graph.Treaty]
	if t == nil || t.name == "" || t.plural || s.ordinal-t.seen > 25 || t.section != s.section && t.section != s.section-1 {
		return false
	}
	var who partyList
	for _, cell := range r.order {
		if list, y := cell.parties(0, false); y > 0 && len(list.parties) == 1 {
			who = list
			break
		}
	}
	t.seen = s.ordinal
	for i, cell := range r.order {
		action := treatyColumns[r.cols[i].kind]
		if action == "" || len(cell.items) == 0 || len(who.parties) == 0 {
			continue
		}
		d := s.cellDate(cell)
		last := &cell.items[len(cell.items)-1]
		switch {
		case d == nil && !contains(" yes x ✓ ✔ signed ratified acceded done ", last.low):
			continue
		case d != nil && action == "ratified" && s.marks(cell, d, "a"):
			action = "acceded"
		}
		props := map[string]any{"action": action}
		if d != nil {
			props["date"] = d.edtf
		}
		p := who.parties[0]
		t.relate(arg{rel: graph.Signed, party: p.id, props: props, a: min(p.a, cell.items[0].a), b: max(p.b, last.b), rule: "treaty.row"}, s, noVerb())
	}
	return true
}

// marks reports whether a letter after the cell's date marks it, as "a" does an accession: "12 Mar 1998 a",
// "12 March 1998 (a)".
func (s *sentence) marks(cell *sentence, d *dateSpan, letter string) bool {
	return strings.Trim(s.text(d.b, cell.items[len(cell.items)-1].b), " ()[]") == letter
}

// member is the cell of a row that names a member of an organization.
func (r *cells) member() *sentence {
	if c := r.by["country"]; c != nil {
		return c
	}
	return r.by["observers"]
}

// wholeTitle makes all capitalised words of a cell up to the treaty's noun its name: "Status of Visiting Forces
// Agreement".
func (s *sentence) wholeTitle(np *nounPhrase) {
	if np.x == 0 || np.y > len(s.items) || !s.items[0].cap || s.items[0].k == iEnt {
		return
	}
	np.x, np.nameA, np.nameB = 0, s.items[0].a, s.items[np.y-1].b
	np.name = s.text(np.nameA, np.nameB)
}

// namesakes marks the treaties that rows of tables tell of by the same name, of different days or parties.
func (st *state) namesakes() {
	first := map[string]*event{}
	for _, e := range st.events {
		if e.dropped || e.label != graph.Treaty || !e.rowed || e.name == "" {
			continue
		}
		key := nameKey(e.label, e.name)
		if f := first[key]; f != nil {
			f.namesake, e.namesake = true, true
		} else {
			first[key] = e
		}
	}
}

// treatiesOf is the country whose treaties with others a table lists: that of the text's publisher, else the one
// that its heading names, "Agreements concluded by A".
func (s *sentence) treatiesOf() *party {
	if h := s.st.headEvent; s.st.own == nil && h != nil && h.label == graph.Treaty && h.s.section == s.section {
		if ids := h.related(graph.Signed); len(ids) == 1 {
			if label, ok := graph.LabelOf(ids[0]); ok && label == graph.Country {
				return &party{id: ids[0], label: label}
			}
		}
	}
	return s.st.own
}

// inForce takes the day in a row's column of entries into force for the treaty's being in force.
func (s *sentence) inForce(r *cells, e *event) {
	cell := r.by["force"]
	if cell == nil || e.label != graph.Treaty {
		return
	}
	if d := s.cellDate(cell); d != nil {
		e.status = laterStatus(e.status, "in_force")
		e.property("status", "in_force", s, d.a, d.b, nil, "status")
	}
}

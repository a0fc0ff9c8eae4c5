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

package extract

import (
	"strings"

	"concord/graph"
)

// meets reports whether the organization at item h stands for one of its meetings, as forums
// do that are named after what they hold: "the second ADMM-Plus", "the Shangri-La Dialogue was held".
func (s *sentence) meets(h int) bool {
	it := &s.items[h]
	if it.ent.Kind != "forum" && forumKind(it.ent.Entity.Name) == "" || it.poss || h+1 < len(s.items) && (s.items[h+1].joined || s.items[h+1].eventNoun() != nil) {
		return false
	}
	if forumKind(it.ent.Entity.Name) == "" {
		return false
	}
	if h > 0 && s.items[h-1].k == iOrd || s.heldAt(h) {
		return true
	}
	y := h + 1
	if y+2 < len(s.items) && s.items[y].punct("(") && s.items[y+2].punct(")") {
		y += 3
	}
	if y+1 < len(s.items) && s.items[y].k == iDate && s.items[y].j == s.items[y].i+1 {
		y++ // "the Shangri-La Dialogue 2024"
	}
	if y+1 >= len(s.items) || s.items[y].value(cAux) != "be" && s.items[y].verb() == nil {
		return false
	}
	for z := y; z < len(s.items) && z < y+4; z++ {
		if v := s.items[z].verb(); v != nil {
			return v.value == "hold" && v.form&fParticiple != 0 && z > y || v.value == "occur" || (v.value == "host" || contains(" attended opened ", s.items[z].low)) && z > y || contains(" brought gathered ", firstWord(s.items[z].low))
		}
	}
	return false
}

// heldAt reports whether what stands before item h is a verb whose object is held: "hosted the Shangri-La Dialogue",
// "attended the".
func (s *sentence) heldAt(h int) bool {
	x := h - 1
	for x > 0 && s.items[x].is(cDet) {
		x--
	}
	if x < 0 || x == h-1 || s.items[x].verb() == nil {
		return false
	}
	return contains(" host cohost hold organize ", s.items[x].verb().value) || contains(" attend attends attended attending ", s.items[x].low)
}

// forumKind is the kind of meeting in a forum's name, or "".
func forumKind(name string) string {
	low := strings.ToLower(name)
	for _, c := range []struct{ word, kind string }{
		{"ministers", "ministerial"},
		{"ministerial", "ministerial"},
		{"summit", "summit"},
		{"dialogue", "dialogue"},
		{"symposium", "symposium"},
		{"seminar", "seminar"},
		{"conference", "conference"},
		{"meeting", "meeting"},
		{"forum", "forum"},
	} {
		if strings.Contains(low, c.word) {
			return c.kind
		}
	}
	return ""
}

// meetingOf is the phrase of a meeting that has its forum's name.
func (s *sentence) meetingOf(h, floor int) nounPhrase {
	it := &s.items[h]
	np := nounPhrase{x: h, head: -1, y: h + 1, label: graph.Meeting, kind: forumKind(it.ent.Entity.Name), nameA: it.a, nameB: it.b, name: s.text(it.a, it.b)}
	np.orgs = append(np.orgs, it.ent)
	if np.y+2 < len(s.items) && s.items[np.y].punct("(") && s.items[np.y+2].punct(")") {
		np.y += 3
	}
	if h > floor && s.items[h-1].k == iOrd {
		np.x, np.ordinal = h-1, s.items[h-1].ord
	}
	s.leftOf(&np, floor)
	return np
}

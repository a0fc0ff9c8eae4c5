package extract

import (
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// missionKinds are words of a description that the mission's name has as well.
const missionKinds = " training police monitoring observer border advisory verification assistance stabilization stabilisation support civilian "

// describedMissions makes one item of words that can only mean one known mission, by whose it is and where: "the UN
// peacekeeping mission in South Sudan", "the NATO-led force in Kosovo".
func (s *sentence) describedMissions() {
	for x := 1; x+2 < len(s.items); x++ {
		if !missionNoun(&s.items[x]) || !contains(" in on for to ", s.items[x+1].value(cPrep)) {
			continue
		}
		y := x + 2
		for y+1 < len(s.items) && s.items[y].is(cDet) {
			y++
		}
		where := &s.items[y]
		if where.k != iEnt || where.label() != graph.Place && !where.country() {
			continue
		}
		start := s.descriptionStart(x)
		if start < 0 {
			continue
		}
		if e := s.missionLike(start, x, where.ent.Entity.ID); e != nil {
			it := s.items[start]
			s.st.describes(s, &it, e, s.items[x].b)
			it.j, it.b, it.ent, it.form, it.lex = s.items[x].j, s.items[x].b, e, gazetteer.Name, nil
			s.items = append(s.items[:start], append([]item{it}, s.items[x+1:]...)...)
			x = start
		}
	}
}

// familyMissions makes one item of the name that missions of a kind share and the place that says which is meant:
// "EUFOR in Bosnia and Herzegovina".
func (s *sentence) familyMissions() {
	for x := 0; x+2 < len(s.items); x++ {
		it := &s.items[x]
		if it.k != iWord || it.b-it.a < 4 || strings.ToUpper(s.text(it.a, it.b)) != s.text(it.a, it.b) || !contains(" in to for ", s.items[x+1].value(cPrep)) && !s.items[x+1].punct(")") && !s.items[x+1].punct("(") {
			continue
		}
		y := x + 2 // or "Training Mission (EUTM) Mali", "EUFOR (Bosnia and Herzegovina)"
		for y+1 < len(s.items) && s.items[y].is(cDet) {
			y++
		}
		where := &s.items[y]
		if where.k != iEnt || where.label() != graph.Place && !where.country() {
			continue
		}
		var found []*gazetteer.Entry
		for _, e := range s.st.missionsKnown {
			acronym, _ := e.Entity.Properties["acronym"].(string)
			word := s.text(it.a, it.b) + " "
			if (strings.HasPrefix(acronym, word) || strings.HasPrefix(e.Entity.Name, word)) && hasAny(e.In, where.ent.Entity.ID) {
				found = append(found, e)
			}
		}
		if len(found) == 1 {
			it.k, it.ent, it.form, it.lex, it.classes = iEnt, found[0], gazetteer.Acronym, nil, 0
		}
	}
}

// describes puts the mission under the organization that a description names.
func (st *state) describes(s *sentence, org *item, e *gazetteer.Entry, b int) {
	st.out.claim(graph.Claim{Subject: e.Entity.ID, Relation: graph.Under, Object: org.ent.Entity.ID, Confidence: 0.85, Rule: "mission.described"}, s, org.a, b)
}

// descriptionStart is the organization among the few words before the noun at item x, or -1.
func (s *sentence) descriptionStart(x int) int {
	for w := x - 1; w >= max(0, x-5); w-- {
		switch it := &s.items[w]; {
		case it.k == iEnt && it.label() == graph.Organization:
			return w
		case it.k == iEnt || it.k == iPunct || it.is(cPrep) || it.is(cDet) || it.is(cConj):
			return -1
		}
	}
	return -1
}

// missionLike is the one known mission of the organization at item start in a country or place whose name has the
// words of the description up to its noun at item x. Of several it is the one spoken of.
func (s *sentence) missionLike(start, x int, where string) *gazetteer.Entry {
	var found *gazetteer.Entry
	several := false
	for _, e := range s.st.missionsKnown {
		if !hasAny(e.In, where) || !hasAny(e.Under, s.items[start].ent.Entity.ID) {
			continue
		}
		name := strings.ToLower(e.Entity.Name)
		if strings.Contains(name, "office") || strings.Contains(name, "coordinator") || strings.Contains(name, "centre") || s.items[x].low == "force" && !strings.Contains(name, "force") {
			continue
		}
		fits := true
		for w := start + 1; w < x; w++ {
			if low := s.items[w].low; contains(missionKinds, low) && !strings.Contains(name, strings.ReplaceAll(low, "stabilisation", "stabilization")) {
				fits = false
			}
		}
		if !fits {
			continue
		}
		if t := s.st.mission; t != nil && t.ent == e && t.section == s.section {
			return e
		}
		several = several || found != nil
		found = e
	}
	if several {
		return nil
	}
	return found
}

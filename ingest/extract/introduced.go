package extract

import (
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// introducedMissions makes a mission of a name that no list knows and that the text introduces with its initials: "the
// Monitoring Mission in the Aland Islands (MMAI)". From there on the initials stand for it.
func (s *sentence) introducedMissions() {
	for x := 3; x+2 < len(s.items); x++ {
		short := &s.items[x+1]
		if !s.items[x].punct("(") || !s.items[x+2].punct(")") || short.k != iWord || short.j != short.i+1 || !s.toks[short.i].acronym() || short.b-short.a < 3 {
			continue
		}
		start := s.missionNameStart(x)
		if start < 0 {
			continue
		}
		first := s.items[start]
		e := s.missionEntry(start, x, s.text(short.a, short.b))
		s.st.out.entity(e.Entity)
		s.st.defined[s.text(short.a, short.b)] = e
		short.k, short.ent, short.form = iEnt, e, gazetteer.Acronym
		name := item{k: iEnt, i: first.i, j: s.items[x-1].j, a: first.a, b: s.items[x-1].b, low: first.low, ent: e, form: gazetteer.Name, cap: true}
		s.items = append(s.items[:start], append([]item{name}, s.items[x:]...)...)
		s.tellsOfIntroduced(&s.items[start])
		x = start
	}
}

// missionNameStart is where a name of at least three words in capitals that has "Mission" in it starts, and that ends
// before item x; -1 where there is none.
func (s *sentence) missionNameStart(x int) int {
	start, words, mission := -1, 0, false
	for w := x - 1; w >= max(0, x-12); w-- {
		it := &s.items[w]
		switch {
		case it.k == iEnt && it.label() != graph.Mission && !it.poss && (it.byName() || it.cap), (it.k == iWord || it.k == iLex) && it.cap && it.verb() == nil:
			start = w
			words++
			mission = mission || it.low == "mission"
		case contains(" of in for to on and the ", it.low) && w < x-1 && w > 0 && start == w+1:
		default:
			w = -1
		}
	}
	if start >= 0 && s.items[start].is(cDet) {
		start++
	}
	if words < 3 || !mission {
		return -1
	}
	return start
}

// missionEntry is the mission that items a to b name: whose it is and where, as far as the name tells.
func (s *sentence) missionEntry(a, b int, acronym string) *gazetteer.Entry {
	name := strings.TrimPrefix(tidy(s.text(s.items[a].a, s.items[b-1].b)), "The ")
	e := &gazetteer.Entry{Entity: graph.Entity{ID: graph.NewID(graph.Mission, name), Label: graph.Mission, Name: name, Properties: map[string]any{"acronym": acronym}}}
	for x := a; x < b; x++ {
		it := &s.items[x]
		switch {
		case it.label() == graph.Organization && isOrganization(it.ent):
			e.Under = append(e.Under, it.ent.Entity.ID)
		case (it.country() || it.label() == graph.Place) && it.byName() && contains(" in to for on the ", s.items[max(x-1, 0)].low):
			e.In = append(e.In, it.ent.Entity.ID)
		}
	}
	return e
}

// tellsOfIntroduced writes what the name of a mission itself tells.
func (s *sentence) tellsOfIntroduced(it *item) {
	for _, id := range it.ent.In {
		s.st.out.claim(graph.Claim{Subject: it.ent.Entity.ID, Relation: graph.DeployedIn, Object: id, Confidence: 0.9, Rule: "mission.name"}, s, it.a, it.b)
	}
	for _, id := range it.ent.Under {
		s.st.out.claim(graph.Claim{Subject: it.ent.Entity.ID, Relation: graph.Under, Object: id, Confidence: 0.85, Rule: "mission.name"}, s, it.a, it.b)
	}
}

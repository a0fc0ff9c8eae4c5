package extract

import (
	"slices"
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// pronoun reads an expression that stands for parties named before.
func (s *sentence) pronoun(x int) (partyList, int) {
	it := &s.items[x]
	st := s.st
	if x+1 < len(s.items) && s.items[x+1].joined {
		return partyList{}, x // "the two-week drill"
	}
	if it.low == "them" && x > 1 && s.items[x-1].low == "of" && (s.items[x-2].k == iNum || s.items[x-2].is(cQuant)) {
		return partyList{}, x // "27 of them as observers"
	}
	list := partyList{pronoun: true, a: it.a, b: it.b}
	switch it.value(cPron) {
	case "they":
		if it.low == "both" && x+1 < len(s.items) && (s.items[x+1].k == iEnt || s.items[x+1].k == iWord) {
			return partyList{}, x
		}
		list.parties = st.pair
		if two := s.two(); len(two) == 2 {
			list.parties = two
		}
		if (it.low == "they" || it.low == "them") && len(st.plural) > 0 {
			list.parties = st.plural
		}
		for i := range s.ph {
			if p := &s.ph[i]; it.low == "they" && p.k == pParty && p.prep == "" && len(p.list.parties) > 1 {
				list.parties = p.list.parties
				break
			}
		}
	case "three":
		list.parties = st.triple
	case "four":
		if len(st.several) == 4 {
			list.parties = st.several
		}
	case "it":
		actor := st.actor
		for i := range s.ph {
			if p := &s.ph[i]; p.k == pParty && p.prep == "" && len(p.list.parties) == 1 && p.list.parties[0].label == graph.Country {
				actor = &p.list.parties[0]
				break
			}
		}
		if actor == nil {
			return partyList{}, x
		}
		list.parties = []party{*actor}
	case "latter", "former":
		if len(st.pair) != 2 {
			return partyList{}, x
		}
		p := st.pair[1]
		if it.value(cPron) == "former" {
			p = st.pair[0]
		}
		list.parties = []party{p}
	case "members":
		if org, y := s.ofOrganization(x + 1); org != nil {
			g := memberGroup(org)
			st.lastGroup = org
			list.pronoun = false
			p := party{id: g.ID, label: graph.CountryGroup, entity: &g, a: it.a, b: s.items[y-1].b}
			if strings.Contains(it.low, "heads") || strings.Contains(strings.ToLower(s.text(it.a, it.b)), "heads of") {
				p.rep = "head of state"
			}
			list.parties = []party{p}
			list.b = s.items[y-1].b
			return list, y
		}
		if x+1 < len(s.items) && s.items[x+1].low == "of" { // "the heads of state of A and B"
			named, y := s.parties(x+2, false)
			for k := range named.parties {
				if strings.Contains(strings.ToLower(s.text(it.a, it.b)), "heads") {
					named.parties[k].rep = "head of state"
				}
			}
			named.a = it.a
			return named, y
		}
		if st.lastGroup == nil {
			return partyList{}, x
		}
		g := memberGroup(st.lastGroup)
		list.parties = []party{{id: g.ID, label: graph.CountryGroup, entity: &g}}
	}
	if len(list.parties) == 0 {
		return partyList{}, x
	}
	list.parties = append([]party(nil), list.parties...)
	for k := range list.parties {
		p := &list.parties[k]
		p.a, p.b, p.forces, p.rep, p.personnel, p.role = it.a, it.b, nil, "", 0, ""
		if it.value(cPron) == "they" {
			p.forces = appendNew(nil, forceInPronoun(it, s))
		}
	}
	return list, x + 1
}

// forceInPronoun is the force in "the two navies".
func forceInPronoun(it *item, s *sentence) string {
	words := strings.Fields(strings.ToLower(s.text(it.a, it.b)))
	switch words[len(words)-1] {
	case "navies":
		return "navy"
	case "armies":
		return "army"
	case "militaries", "forces":
		return "armed forces"
	}
	return ""
}

// remember notes parties named together, for later pronouns.
func (st *state) remember(list []party) {
	n := 0
	for k := range list {
		if list[k].label == graph.Country {
			n++
		}
	}
	if n < 2 {
		return
	}
	countries := make([]party, 0, n)
	for _, p := range list {
		if p.label == graph.Country {
			countries = append(countries, p)
		}
	}
	st.together, st.togetherAt = countries, st.reading
	switch {
	case n == 2:
		st.pair = countries
	case n == 3:
		st.triple = countries
	case n > 3:
		st.several = countries
	}
}

// rememberTwo takes the countries of a sentence that speaks of exactly two for those that "the two sides" means.
func (s *sentence) rememberTwo() {
	if two := s.two(); len(two) == 2 {
		for k := range two {
			two[k].forces, two[k].personnel, two[k].role = nil, 0, ""
		}
		s.st.pair = two
		s.st.together, s.st.togetherAt = two, s.ordinal
	}
}

// noteTitlePair takes the only two countries of the title for those that the text is about: "India – Vietnam defence
// relations".
func (s *sentence) noteTitlePair() {
	if s.ordinal > 2 || s.st.titlePair != nil || s.hasVerb() {
		return
	}
	var two []party
	for x := range s.items {
		if it := &s.items[x]; it.country() && it.form != gazetteer.Capital && !slices.ContainsFunc(two, func(p party) bool { return p.id == it.ent.Entity.ID }) {
			two = append(two, party{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b})
		}
	}
	if len(two) == 2 {
		s.st.titlePair = two
	}
}

// two are the countries that the sentence has spoken of so far.
func (s *sentence) two() []party {
	var two []party
	add := func(list []party) {
		for _, p := range list {
			known := p.label != graph.Country
			for _, q := range two {
				known = known || q.id == p.id
			}
			if !known {
				two = append(two, p)
			}
		}
	}
	for i := range s.ph {
		switch p := &s.ph[i]; p.k {
		case pParty:
			add(p.list.parties)
		case pEvent:
			add(p.np.countries)
		}
	}
	return two
}

// memberGroup is the group of an organization's members.
func memberGroup(org *gazetteer.Entry) graph.Entity {
	short := shortName(org)
	return graph.Entity{
		ID: graph.NewID(graph.CountryGroup, short, "member states"), Label: graph.CountryGroup, Name: short + " member states",
		Properties: map[string]any{"ofOrganization": org.Entity.ID},
	}
}

// shortName is an organization's acronym, else its name.
func shortName(org *gazetteer.Entry) string {
	if a, ok := org.Entity.Properties["acronym"].(string); ok && a != "" {
		return a
	}
	return org.Entity.Name
}

type definition struct {
	entry *gazetteer.Entry
	end   int
}

// definedAt finds an acronym that the document defined in brackets after a known name.
func (st *state) definedAt(toks []tok, i int) definition {
	if len(st.defined) == 0 || !toks[i].acronym() && !toks[i].cap() {
		return definition{}
	}
	if e := st.defined[toks[i].text]; e != nil {
		return definition{e, i + 1}
	}
	return definition{}
}

// define notes "Long Name (ACRONYM)" definitions of the sentence.
func (s *sentence) define() {
	s.shortenOperations()
	for x := 0; x+3 < len(s.items); x++ {
		it := &s.items[x]
		if it.k != iEnt || !s.items[x+1].punct("(") || !s.items[x+3].punct(")") {
			continue
		}
		if t := s.toks[s.items[x+2].i]; s.items[x+2].j == s.items[x+2].i+1 && t.acronym() && s.items[x+2].k == iWord {
			s.st.defined[t.text] = it.ent
			s.items[x+2].k, s.items[x+2].ent, s.items[x+2].form = iEnt, it.ent, gazetteer.Acronym
		}
	}
}

// anyTreaty is the kind that "the pact" and "the deal" have, which may be of any.
const anyTreaty = "any"

// antecedent is the event that a definite description or a pronoun refers to: the last
// one of its label not too far above.
func (s *sentence) antecedent(label graph.Label, kind string) *event {
	e := s.st.last[label]
	if label == graph.Treaty && (e == nil || e.section != s.section) && s.st.topicTreaty != nil {
		e = s.st.topicTreaty
	} else if e == nil || s.ordinal-e.seen > 6 || e.section != s.section && !(label == graph.Exercise && e.name != "" && s.st.tellsOnlyOf(e)) {
		return nil
	}
	if label == graph.Treaty && kind != "" && kind != anyTreaty && e.kind != kind {
		return nil
	}
	if label == graph.Meeting && kind != "" && kind != "meeting" && e.kind != kind {
		return nil
	}
	return e
}

// serviceOf is the kind of force in the name of a service or of armed forces.
func serviceOf(name string) string {
	low := strings.ToLower(name)
	for _, c := range []struct{ word, force string }{
		{"coast guard", "coast guard"},
		{"marine corps", "marines"},
		{"navy", "navy"},
		{"naval", "navy"},
		{"maritime self", "navy"},
		{"air force", "air force"},
		{"air self", "air force"},
		{"ground self", "army"},
		{"fleet", "navy"},
		{"marines", "marines"},
		{"liberation army", "armed forces"},
		{"rocket force", "rocket force"},
		{"army", "army"},
		{"special", "special forces"},
		{"guard", "guard"},
		{"police", "police"},
	} {
		if strings.Contains(low, c.word) {
			return c.force
		}
	}
	return "armed forces"
}

// singular undoes the plural of a title: "defense ministers" is "defense minister".
func singular(s string) string {
	low := strings.Join(strings.Fields(s), " ")
	for _, c := range []struct{ plural, one string }{
		{"Ministers of", "Minister of"}, {"ministers of", "minister of"}, {"chiefs of", "chief of"}, {"heads of", "head of"}, {"Chiefs of", "Chief of"}, {"Heads of", "Head of"},
	} {
		if rest, ok := strings.CutPrefix(low, c.plural); ok {
			return c.one + rest
		}
	}
	for _, w := range []string{"minister", "president", "secretary", "leader", "premier"} {
		if strings.HasSuffix(strings.ToLower(low), w+"s") {
			return low[:len(low)-1]
		}
	}
	if strings.HasSuffix(strings.ToLower(low), "ministries") {
		return low[:len(low)-3] + "y"
	}
	return low
}

// rememberPairs notes two countries joined by a hyphen: "China-Japan relations".
func (s *sentence) rememberPairs() {
	for x := 1; x < len(s.items); x++ {
		l, r := &s.items[x-1], &s.items[x]
		if r.joined && l.country() && r.country() && l.ent != r.ent && !(x+1 < len(s.items) && s.items[x+1].joined && s.items[x+1].k == iEnt) {
			s.st.pair = []party{{id: l.ent.Entity.ID, label: graph.Country}, {id: r.ent.Entity.ID, label: graph.Country}}
		}
	}
}

// ofOrganization reads "of the SCO" at item x.
func (s *sentence) ofOrganization(x int) (*gazetteer.Entry, int) {
	if x >= len(s.items) || s.items[x].value(cPrep) != "of" {
		return nil, x
	}
	for x++; x < len(s.items) && s.items[x].is(cDet); x++ {
	}
	if x < len(s.items) && s.items[x].k == iEnt && s.items[x].label() == graph.Organization && isOrganization(s.items[x].ent) {
		end := x + 1
		if end+2 < len(s.items) && s.items[end].punct("(") && s.items[end+2].punct(")") && s.items[end+1].ent == s.items[x].ent {
			end += 3
		}
		return s.items[x].ent, end
	}
	return nil, x
}

// noteGroup takes the last organization of the sentence as the one whose members may be spoken of next.
func (s *sentence) noteGroup() {
	for x := range s.items {
		if it := &s.items[x]; it.k == iEnt && it.label() == graph.Organization && isOrganization(it.ent) {
			s.st.lastGroup = it.ent
		}
	}
}

package extract

import (
	"slices"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// rolled is a country in a list that says something of each: how many people, of what kind, or since when.
type rolled struct {
	party
	since *dateSpan
}

// roll reads a list of countries each with its own number or year, from item x on: "Chad (12), Mali
// with 30 and Niger", "Austria 370, Croatia 95", "Armenia (1992)". It says where the list ends.
func (s *sentence) roll(x int) (list []rolled, end int) {
	for end = x; x < len(s.items); {
		it := &s.items[x]
		if it.punct(",") || it.is(cConj) && it.value(cConj) == "and" || it.is(cDet) {
			x++
			continue
		}
		if y := s.pastRenaming(x); y > x && list != nil {
			x, end = y, y
			continue
		}
		if !it.country() || !it.byName() || it.poss {
			return list, end
		}
		r := rolled{party: party{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b}}
		x = s.rollDetail(&r, x+1)
		if x < len(s.items) && s.items[x].punct("*") {
			x++
		}
		list, end = append(list, r), x
	}
	return list, end
}

// pastRenaming is the item after "(now Sri Lanka)" at item x, or x.
func (s *sentence) pastRenaming(x int) int {
	if x+2 < len(s.items) && s.items[x].punct("(") && contains(" now formerly later then today ", s.items[x+1].low) {
		for y := x + 2; y < len(s.items) && y < x+8; y++ {
			if s.items[y].punct(")") {
				return y + 1
			}
		}
	}
	return x
}

// rollDetail reads what stands beside a country in a roll, and says where that ends.
func (s *sentence) rollDetail(r *rolled, x int) int {
	y, bracket := x, x < len(s.items) && s.items[x].punct("(")
	if bracket || y < len(s.items) && s.items[y].punct(":") {
		y++
	} else {
		if y < len(s.items) && s.items[y].punct(",") {
			y++
		}
		if y < len(s.items) && s.items[y].low == "with" {
			y++
		} else if y > x && y+1 < len(s.items) && s.items[y].is(cRel) && s.items[y+1].value(cAux) == "have" {
			y += 2
		} else {
			y = x
		}
	}
	if y >= len(s.items) {
		return x
	}
	switch it := &s.items[y]; {
	case it.k == iNum && !it.num.vague && it.num.value < 1e6:
		r.personnel = int(it.num.value)
	case it.k == iDate && bracket && it.date.hi.y == 0:
		d := it.date
		s.st.cal.resolve(&d, s.ordinal, false)
		r.since = &d
	default:
		return x
	}
	for y++; y < len(s.items) && (s.items[y].is(cUnit) || s.items[y].is(cRole)); y++ {
		if v := s.items[y].value(cRole); v != "" {
			r.role = v
		}
	}
	if bracket {
		if y >= len(s.items) || !s.items[y].punct(")") {
			r.personnel, r.since, r.role = 0, nil, ""
			return x
		}
		y++
	}
	r.b = s.items[y-1].b
	return y
}

// contributors reads whose people a mission has: "the largest contributors to UNIFIL were A with
// 1,200 troops and B (90)", "engineers from A and B", "troops for UNMIL provided by A", "UNDOF: A 370, B 95".
// It comes after the other rules for missions, and leaves alone whom they spoke of.
func (s *sentence) contributors(list []clause) {
	mission, named := s.onlyMission()
	if m := s.st.listMission; !named && m != nil && !s.hasVerb() {
		mission, named = m, true // "Strength: 591 observers from A, B and C", under the mission's name
		s.lineStrength(m)
	}
	if mission == nil || !s.plainFact(list) {
		return
	}
	role := s.commonRole()
	for x := 0; x < len(s.items); x++ {
		it := &s.items[x]
		switch {
		case named && it.low == "from" && x > 0 && s.items[x-1].value(cRole) != "":
			one := s.items[x-1].value(cRole)
			if one == "mission_total" {
				continue
			}
			r, _ := s.roll(x + 1)
			if len(r) == 1 && r[0].personnel == 0 && len(s.ph) > 0 {
				r[0].personnel = s.countBefore(x)
			}
			s.contributions(r, mission, one)
		case hasNoun(it, "contributor"):
			r := s.aroundBe(list, x)
			if len(r) == 1 && r[0].personnel == 0 {
				r[0].personnel = s.countWith(x)
			}
			s.contributions(r, mission, role)
		case it.low == "by" && s.missionSent(x-1):
			r, _ := s.roll(x + 1)
			s.contributions(r, mission, role)
		}
	}
	if role != "" || len(list) > 0 {
		s.runnersUp(list, mission, role)
	}
	if first := s.rollStart(named); first >= 0 {
		if r, end := s.roll(first); end >= len(s.items)-1 && len(r) > 0 && r[0].personnel > 0 {
			s.contributions(r, mission, role)
		}
	}
}

// countWith is the number of people that "the biggest contributor with 1,230 troops" has behind item x, or 0.
func (s *sentence) countWith(x int) int {
	for i := range s.ph {
		p := &s.ph[i]
		if p.x > x && (p.k == pMark && p.word != "," || p.k == pRel) {
			return 0
		}
		if p.x > x && p.k == pCount && p.prep == "with" && p.count.unit == "persons" {
			p.count.used = true
			return exactly(p.count)
		}
	}
	return 0
}

// runnersUp reads the further contributors that a sentence goes on to: "Indonesia is the biggest contributor with 1,230
// troops, ahead of Italy, which has 950, India with 890 and Ghana with 870".
func (s *sentence) runnersUp(list []clause, mission *gazetteer.Entry, role string) {
	largest := false
	for x := range s.items {
		it := &s.items[x]
		largest = largest || hasNoun(it, "contributor") || it.low == "contingent" && x > 0 && contains(" largest biggest ", s.items[x-1].low)
		if !largest || !it.country() || !it.byName() {
			continue
		}
		r := rolled{party: party{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b}}
		if s.rollDetail(&r, x+1); r.personnel > 0 {
			s.contributions([]rolled{r}, mission, role)
		}
	}
}

// missionSent reports whether the verb at x says that somebody sent what stands right before it, which is
// for a mission: "troops for UNMIL provided", "troops for UNMIL were provided".
func (s *sentence) missionSent(x int) bool {
	return x > 1 && s.items[x].value(cVerb) == "send" &&
		(s.items[x-1].label() == graph.Mission || x > 2 && s.items[x-2].label() == graph.Mission)
}

// rollStart is the item a line's roll starts at: after a mission and its colon, or at the start of a list
// item under a heading that names the mission; -1 if the line is none.
func (s *sentence) rollStart(named bool) int {
	switch {
	case len(s.items) < 3 || s.hasVerb():
	case named && s.items[0].label() == graph.Mission && s.items[1].punct(":"):
		return 2
	case !named && s.listItem:
		return 0
	}
	return -1
}

// onlyMission is the one mission that the sentence names, or else the one the document is about.
func (s *sentence) onlyMission() (mission *gazetteer.Entry, named bool) {
	for x := range s.items {
		it := &s.items[x]
		if it.k != iEnt || it.label() != graph.Mission {
			continue
		}
		if mission != nil && mission != it.ent {
			return nil, false
		}
		mission = it.ent
	}
	if mission == nil {
		return s.st.topicMission, false
	}
	return mission, true
}

// plainFact reports whether the sentence only tells what is: no event, no plan, no denial, nobody's leaving.
func (s *sentence) plainFact(list []clause) bool {
	for i := range s.ph {
		if s.ph[i].k == pEvent {
			return false
		}
	}
	return !slices.ContainsFunc(list, func(c clause) bool {
		return !c.isFact() || c.verb.class == "withdraw" && !s.bracketed0(c.v)
	})
}

// bracketed0 reports whether phrase i stands in brackets.
func (s *sentence) bracketed0(i int) bool {
	for i--; i >= 0; i-- {
		if p := &s.ph[i]; p.k == pMark && (p.word == "(" || p.word == ")") {
			return p.word == "("
		}
	}
	return false
}

// commonRole is the one kind of people that the sentence names, or "".
func (s *sentence) commonRole() string {
	role := ""
	for x := range s.items {
		r := s.items[x].value(cRole)
		switch {
		case r == "" || r == "mission_total" || r == role || r == "troops" && role != "":
		case role == "" || role == "troops":
			role = r
		default:
			return ""
		}
	}
	return role
}

// countBefore is the exact number of the people whose noun ends at item x, or 0.
func (s *sentence) countBefore(x int) int {
	for i := range s.ph {
		switch p := &s.ph[i]; {
		case p.k == pCount && p.y == x && p.count.comparator == "eq":
			p.count.used = true
			return int(p.count.num.value)
		case p.k == pParty && p.x < x && x < p.y && len(p.list.parties) == 1:
			return p.list.parties[0].personnel
		}
	}
	return 0
}

// aroundBe is the roll on the other side of the "be" of the clause that item x stands in.
func (s *sentence) aroundBe(list []clause, x int) []rolled {
	for k := range list {
		c := &list[k]
		if c.v < 0 || c.verb.class != "be" && !(c.verb.class == "include" || c.verb.class == "involve") {
			continue
		}
		v := &s.ph[c.v]
		if x < v.x {
			r, _ := s.roll(v.y)
			return r
		}
		if c.verb.class == "be" && x > v.x && c.subj >= 0 {
			r, end := s.roll(s.ph[c.subj].x)
			if end >= v.x {
				return r
			}
		}
	}
	return nil
}

// contributions writes that the countries of a roll have people in a mission.
func (s *sentence) contributions(list []rolled, mission *gazetteer.Entry, role string) {
	as := s.asOf()
	for _, r := range list {
		if s.st.out.tells(s, r.id, graph.ContributedTo, mission.Entity.ID) {
			continue
		}
		props := map[string]any{}
		if r.role == "" || r.role == "troops" && role != "" {
			r.role = role
		}
		if r.role != "" {
			props["role"] = r.role
		}
		if r.personnel > 0 {
			props["personnel"] = int64(r.personnel)
		}
		if as != "" {
			props["asOf"] = as
		}
		s.st.out.claim(graph.Claim{Subject: r.id, Relation: graph.ContributedTo, Object: mission.Entity.ID, Properties: props, Confidence: 0.85, Rule: "mission.roll"}, s, r.a, r.b)
	}
}

// memberRoll reads "The members of ORG are A (1992), B (1993) and C".
func (s *sentence) memberRoll(list []clause) {
	for k := range list {
		c := &list[k]
		if c.verb.class != "be" || c.v < 1 || c.verb.neg || c.verb.modality != "" {
			continue
		}
		org, status := s.membersOf(s.ph[c.v].x)
		if org == nil {
			continue
		}
		r, _ := s.roll(s.ph[c.v].y)
		if len(r) < 2 {
			continue
		}
		for _, m := range r {
			s.member(partyList{parties: []party{m.party}}, org, status, m.since, nil, c, m.a, m.b)
		}
	}
}

// membersOf reads "the founding members of ORG" where that ends at item x.
func (s *sentence) membersOf(x int) (*gazetteer.Entry, string) {
	if x > 0 && s.manyMembers(x-1) && !s.heading {
		return s.orgOfMembers(x - 1), s.statusOf(x - 1)
	}
	if x > 3 && contains(groupings, s.items[x-1].low) && s.items[x-2].is(cDet) && s.items[x-3].low == "of" && s.manyMembers(x-4) {
		return s.subjectOrg(), s.statusOf(x - 4)
	}
	if x < 3 || s.items[x-1].label() != graph.Organization {
		return nil, ""
	}
	y := x - 2
	for y > 0 && s.items[y].is(cDet) {
		y--
	}
	if s.items[y].low != "of" && s.items[y].low != "in" && s.items[y].low != "to" {
		return nil, ""
	}
	if y--; y < 0 || !memberNoun(&s.items[y]) && s.items[y].value(cPron) != "members" && s.items[y].value(cNoun) != "group" {
		return nil, ""
	}
	a := s.items[max(0, y-1)].a
	if s.items[y].value(cPron) == "members" || s.items[y].value(cNoun) == "group" {
		return s.items[x-1].ent, "full"
	}
	return s.items[x-1].ent, memberStatus(s.text(a, s.items[y].b))
}

// takers reads "The participants in the drill were A and B", "Participants came from A and B" and
// "Also taking part were A and B", of the sentence's one event or the one told of before.
func (s *sentence) takers(list []clause) {
	e := s.oneEvent()
	if e == nil {
		return
	}
	for k := range list {
		c := &list[k]
		if c.v < 1 || c.verb.class != "be" && c.verb.class != "come" || c.verb.neg || c.verb.modality != "" || !s.namesTakers(c.v) {
			continue
		}
		if i := c.v + 1; i < len(s.ph) && s.ph[i].k == pParty && (s.ph[i].prep == "from" || s.ph[i].prep == "" && c.verb.class == "be") {
			s.addParties(e, s.ph[i].list, "participant", c, "participants.takers")
		}
	}
}

// namesTakers reports whether what stands before the verb at phrase v names those who take part.
func (s *sentence) namesTakers(v int) bool {
	for i := v - 1; i >= 0; i-- {
		p := &s.ph[i]
		switch {
		case p.k == pMark && p.word != "(" && p.word != ")":
			return false
		case p.k == pVerb:
			return p.verb.class == "join" && p.verb.ing
		case p.k == pParty && p.prep == "" && len(p.list.parties) > 0 && !p.list.pronoun:
			return false
		}
		for x := p.x; x < p.y; x++ {
			if it := &s.items[x]; hasNoun(it, "taker") {
				return true
			}
		}
	}
	return false
}

func hasNoun(it *item, value string) bool {
	return slices.ContainsFunc(it.lex, func(l lexeme) bool { return l.class == cNoun && l.value == value })
}

// oneEvent is the one exercise or meeting that the sentence names, or else the last one told of.
func (s *sentence) oneEvent() *event {
	var e *event
	for i := range s.ph {
		p := &s.ph[i]
		if p.k != pEvent || len(p.ev) == 0 || participation(p.ev[0].label) == "" {
			continue
		}
		if len(p.ev) > 1 || e != nil && e != p.ev[0] {
			return nil
		}
		e = p.ev[0]
	}
	if e == nil {
		if e = s.st.lastAny; e == nil || s.ordinal-e.seen > 1 || participation(e.label) == "" || e.plural {
			return nil
		}
	}
	return e
}

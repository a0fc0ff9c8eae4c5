package extract

import (
	"concord/graph"
	"concord/ingest/gazetteer"
)

// missions reads who sent whom to which mission, and where police went. Counts belong to
// the mission after them ("175 engineers for MONUC"), or to the one before where that
// starts the list ("UNMIL: 275 engineers", "UNMIL has 275 engineers").
func (s *sentence) missions(list []clause, k int) {
	if k > 0 {
		return
	}
	s.missionNames()
	s.missionPlaces(list)
	var counts []*phrase
	var before *item
	who := s.contributor(list)
	assign := func(m *item) {
		for _, p := range counts {
			s.contribute(s.countOwner(list, p, who), m.ent, p, list)
		}
		counts = nil
	}
	for i := range s.ph {
		p := &s.ph[i]
		switch p.k {
		case pCount:
			if p.count.role != "" || p.count.unit == "persons" {
				counts = append(counts, p)
			}
		case pMission:
			if contains(" off except against ", s.missionPrep(i)) {
				continue // "outside UNMIT"
			}
			switch {
			case len(counts) > 0 && s.sharesCount(i):
				counts = nil
			case before != nil && before.ent == p.ent.ent:
			case len(counts) > 0 && contains(" to for in with of into under ", s.missionPrep(i)):
				assign(p.ent)
			case len(counts) > 0 && before != nil:
				assign(before)
			}
			before = p.ent
		case pMark:
			if p.word == ":" && before == nil {
				counts = nil // the total of what follows
			}
			if p.word == ";" {
				if before != nil {
					assign(before)
				}
				counts, before = nil, nil
			}
		}
	}
	if before != nil {
		assign(before)
	} else if len(counts) > 0 && s.st.listMission != nil && s.underMission(counts[0]) {
		for _, p := range counts {
			s.contribute(who, s.st.listMission, p, list)
		}
	}
	s.bracketedMissions(list)
	s.peopleOfMissions(list)
	for k := range list {
		s.serving(list, k)
		s.composed(&list[k])
	}
	s.police(list)
	s.bracketed(list)
	s.placedNumbers()
	s.numberedMissions()
	s.contributors(list)
	s.missionUnits(list)
}

// underMission reports whether the sentence is of the mission that the line above it or the start of its paragraph
// names: "Argentina: 276 troops", "KFOR. Two officers.", "Inherent Resolve. About 70 Swedish instructors train…".
func (s *sentence) underMission(first *phrase) bool {
	if s.hasVerb() {
		if s.st.listBlock != s.st.blockAt {
			return false
		}
		for i := 2; i < len(s.ph); i++ { // "there are 20 officers in Gao"
			if &s.ph[i] == first && s.ph[i-1].k == pVerb && s.ph[i-1].verb.class == "be" && s.lastWord(s.ph[i-2].y-1) == "there" {
				return s.st.own != nil && !s.ph[i-1].verb.neg && s.ph[i-1].verb.modality == ""
			}
		}
		return first == &s.ph[0] && s.countryIn(first) != nil
	}
	return s.ownerOfCounts() != nil || s.st.own != nil && s.st.listBlock == s.st.blockAt
}

// contributor is the country whose people the sentence counts: the one its counts name, its
// subject, the last one spoken of, or the one the document is about.
func (s *sentence) contributor(list []clause) *party {
	for i := range s.ph {
		if s.ph[i].k == pCount {
			if p := s.countryIn(&s.ph[i]); p != nil {
				s.st.sender = p
				return p
			}
		}
	}
	for k := range list {
		c := &list[k]
		if c.subj >= 0 && s.ph[c.subj].k == pMission && c.verb.class == "have" {
			return nil // its own total
		}
		if c.subj >= 0 && s.ph[c.subj].k == pParty && s.ph[c.subj].list.parties != nil && !s.headsMission(s.ph[c.subj].y) {
			if len(s.ph[c.subj].list.parties) > 1 || s.ph[c.subj].list.parties[0].label != graph.Country {
				return nil
			}
			p := s.ph[c.subj].list.parties[0]
			s.st.sender = &p
			return &p
		}
	}
	for i := range s.ph {
		if p := &s.ph[i]; p.k == pParty && (p.prep == "from" || p.prep == "by" || len(p.list.parties) > 1 && p.list.parties[0].label == graph.Country) {
			return nil
		}
	}
	if s.st.own != nil && s.aboutOwn() {
		return s.st.topicCountry
	}
	if p := s.ownerOfCounts(); p != nil {
		s.st.sender = p
		return p
	}
	if s.namesOther() {
		return nil
	}
	if s.st.sender != nil {
		return s.st.sender
	}
	if s.st.actor != nil && s.st.actor.label == graph.Country {
		return s.st.actor
	}
	return s.st.topicCountry
}

// countOwner is the country that is the subject of the clause in which the count p stands, where it is another than that of
// the sentence's first: "Burundi had 5,400 troops in AMISOM and Uganda has 6,200".
func (s *sentence) countOwner(list []clause, p *phrase, who *party) *party {
	if s.ofTheirs(p.x+1) > p.x+1 && s.items[p.x+2].low == "our" {
		return s.speaker()
	}
	for i := 2; i < len(s.ph); i++ {
		if &s.ph[i] == p && s.gapped(i-1) && len(s.ph[i-1].list.parties) == 1 {
			return &s.ph[i-1].list.parties[0]
		}
	}
	for k := len(list) - 1; k > 0; k-- {
		c := &list[k]
		if c.v < 0 || c.subj < 0 || s.ph[c.v].a > p.a {
			continue
		}
		if q := &s.ph[c.subj]; q.k == pParty && !c.passive && len(q.list.parties) == 1 && q.list.parties[0].label == graph.Country {
			return &q.list.parties[0]
		}
		break
	}
	return who
}

// contribute writes that a country has so many people in a role in a mission.
func (s *sentence) contribute(who *party, mission *gazetteer.Entry, p *phrase, list []clause) {
	if own := s.countryIn(p); own != nil {
		who = own
	}
	if who != nil && s.headsList(who.id) {
		who = s.st.topicCountry // whose people are in that place
	}
	if who == nil || p.count.unit != "persons" && p.count.role == "" {
		return
	}
	if s.itsOwnSize(p) || p.count.comparator != "eq" && p.count.comparator != "approx" && !s.someOf(list, p) {
		return
	}
	p.count.used = true
	props := map[string]any{}
	if p.count.role != "" {
		props["role"] = p.count.role
	}
	if n := exactly(p.count); n > 0 {
		props["personnel"] = int64(n)
	}
	s.st.mission, s.st.sentAt = &told{mission, s.ordinal, s.section, false}, s.ordinal
	if as := s.asOf(); as != "" {
		props["asOf"] = as
	}
	m, pol := graph.Actual, graph.Affirmed
	for k := range list {
		if list[k].v >= 0 && s.ph[list[k].v].a < p.a {
			m, pol = list[k].modality()
			if s.st.lex.lists["decides on"][list[k].verb.low] && s.ofDeployment(p) {
				m = graph.Planned
			}
		}
	}
	s.st.out.claim(graph.Claim{Subject: who.id, Relation: graph.ContributedTo, Object: mission.Entity.ID, Properties: props, Modality: m, Polarity: pol, Confidence: 0.92, Rule: "mission.count"}, s, p.a, s.missionEnd(p, mission))
}

// ofDeployment reports whether the people counted are those of "the deployment of", which is decided on.
func (s *sentence) ofDeployment(p *phrase) bool {
	return p.x > 1 && s.items[p.x-1].low == "of" && contains(" deployment dispatch despatch sending participation ", s.lastWord(p.x-2))
}

// someOf reports whether the people of whom only a limit is told are there: "more than 500 soldiers serve in".
func (s *sentence) someOf(list []clause, p *phrase) bool {
	for k := range list {
		c := &list[k]
		if c.v < 0 {
			return len(list) == 1
		}
		if !c.isFact() {
			return false
		}
		if contains(" send join have maintain be ", c.verb.class) && !contains(" may allows permits ", c.verb.low) {
			return true
		}
	}
	return false
}

// aboutOwn reports whether what the sentence names before its first number is no country but as a place ("Mali: 75
// soldiers"), so that it tells of those who publish it.
func (s *sentence) aboutOwn() bool {
	for x := range s.items {
		it := &s.items[x]
		if it.k == iNum {
			return true
		}
		if it.country() && (!it.byName() || it.poss) && it.ent.Entity.ID != s.st.topicCountry.id {
			return false
		}
		if p := s.prepBefore(it.a); it.country() && it.ent.Entity.ID != s.st.topicCountry.id && p != "in" && p != "to" && p != "off" && p != "into" && !(x+1 < len(s.items) && (s.items[x+1].punct(":") || s.items[x+1].punct(".") || s.headsMission(x+1))) {
			return false
		}
	}
	return false
}

// itsOwnSize reports whether the number is that of the whole force: "a third of the 1,000-strong force".
func (s *sentence) itsOwnSize(p *phrase) bool {
	return s.items[p.y-1].low == "force" && (s.items[p.x].low == "the" || p.x > 0 && s.items[p.x-1].low == "the")
}

// missionEnd is where the words end that say which mission the count is for.
func (s *sentence) missionEnd(p *phrase, mission *gazetteer.Entry) int {
	for i := range s.ph {
		if q := &s.ph[i]; q.k == pMission && q.ent.ent == mission && q.b > p.b {
			return q.b
		}
	}
	return p.b
}

// asOf is the day for which the sentence's numbers hold.
func (s *sentence) asOf() string { return s.asOfAt(-1) }

// asOfAt is the day for which the number at byte a holds: none that stands behind a semicolon from it.
func (s *sentence) asOfAt(a int) string {
	day := ""
	for i := range s.ph {
		p := &s.ph[i]
		if a >= 0 && p.k == pMark && p.word == ";" {
			if p.a > a {
				break
			}
			day = ""
		}
		if day == "" && p.k == pDate && len(p.dates) == 1 && p.dates[0].edtf != "" && contains(" in of on by at ", p.prep) && p.dates[0].hi.y == 0 && p.dates[0].rel != pastYears {
			day = p.dates[0].edtf
		}
	}
	if day != "" {
		return day
	}
	return s.st.asOfHere(s)
}

// sharesCount reports whether a count belongs to the mission at phrase i and to another
// together: "5,441 people in A and B", which is neither's own figure.
func (s *sentence) sharesCount(i int) bool {
	for j := i + 1; j < len(s.ph); j++ {
		switch p := &s.ph[j]; p.k {
		case pMark:
			if p.word != "and" && p.word != "," && p.word != "(" && p.word != ")" {
				return false
			}
		case pMission:
			if p.ent.ent == s.ph[i].ent.ent {
				continue
			}
			return p.prep == ""
		case pPlace, pParty:
			if p.prep != "" || j < 2 || s.ph[i-1].k != pMark || s.ph[i-1].word != "(" {
				return false // "in Congo (ONUC), Cyprus (UNFICYP)"
			}
		default:
			return false
		}
	}
	return false
}

// missionPrep is the preposition of a mission's name, or that of the words it explains: "to the mission
// in Congo, MONUSCO".
func (s *sentence) missionPrep(i int) string {
	p := &s.ph[i]
	if p.prep != "" || i < 2 || s.ph[i-1].k != pMark || s.ph[i-1].word != "," {
		return p.prep
	}
	for j := i - 2; j >= max(0, i-4); j-- {
		if q := &s.ph[j]; q.k == pOther && contains(" mission force operation missions ", q.word) {
			return q.prep
		}
	}
	return ""
}

// ownerOfCounts is the one country that a line starts with ("Uruguay: 1,200 troops…") or that owns
// what is counted ("Ghana's battalion").
func (s *sentence) ownerOfCounts() *party {
	for x := range s.items {
		it := &s.items[x]
		if it.k == iNum {
			return nil
		}
		if it.country() && (it.poss || x == 0 && x+1 < len(s.items) && s.items[x+1].punct(":")) {
			return &party{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b}
		}
	}
	return nil
}

// headsMission reports whether a mission in brackets stands at item x: "Congo (MONUSCO): an infantry brigade".
func (s *sentence) headsMission(x int) bool {
	return x+1 < len(s.items) && s.items[x].punct("(") && s.items[x+1].label() == graph.Mission
}

// headsList reports whether the country is named as the place of a mission in brackets after it.
func (s *sentence) headsList(id string) bool {
	for x := range s.items {
		if it := &s.items[x]; it.country() && it.ent.Entity.ID == id && s.headsMission(x+1) {
			return true
		}
	}
	return false
}

// hostsMission reports whether the sentence names a mission that is in the country.
func (s *sentence) hostsMission(id string) bool {
	for x := range s.items {
		if it := &s.items[x]; it.k == iEnt && it.label() == graph.Mission && hasAny(it.ent.In, id) {
			return true
		}
	}
	return false
}

// namesOther reports whether the sentence names a country that is no place in it, so that
// its counts need not be those of the country told of before.
func (s *sentence) namesOther() bool {
	for x := range s.items {
		it := &s.items[x]
		if !it.country() || !it.byName() || s.st.topicCountry != nil && it.ent.Entity.ID == s.st.topicCountry.id {
			continue
		}
		y := x // the first of a list
		for y > 1 && (s.items[y-1].punct(",") || s.items[y-1].value(cConj) == "and") && s.items[y-2].k == iEnt {
			y -= 2
		}
		if s.headsMission(x + 1) {
			continue
		}
		if p := s.prepBefore(s.items[y].a); p != "in" && p != "to" && p != "off" && p != "into" && !s.hostsMission(it.ent.Entity.ID) {
			return true
		}
	}
	return false
}

package extract

import (
	"slices"
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// Who serves in which mission, clause by clause, where no number of people leads there.

// serveVerbs are what forces do in a mission, beside being sent and taking part.
const serveVerbs = " operate operates operated operating sail sails sailed sailing fly flies flew flown flying work works worked working patrol patrols patrolled patrolling rotate rotated went go goes gone going remain remains remained stay stays stayed arrive arrives arrived return returned returns fought fight fights fighting stand stands stood guard guards guarded built builds build run runs ran belong belongs belonged "

// serving reads contributions without a number: "Ghana sent an infantry battalion to MONUC", "British engineers
// served with UNMISS", "The Bundeswehr takes part in A, B and C", "Malawi and Tanzania provide its troops".
func (s *sentence) serving(list []clause, k int) {
	c := &list[k]
	if c.verb.class == "come" || s.st.lex.lists["drawn from"][c.verb.low] {
		s.cameFrom(c)
		return
	}
	who := s.servers(c)
	if len(who) == 0 {
		who = s.sameServers(list, k)
	}
	if len(who) == 0 {
		who = s.deployers(c)
	}
	if len(who) == 0 {
		s.howMany(list, k)
	}
	if len(who) == 0 || !s.serves(c, who) {
		return
	}
	goals := s.goals(c)
	if len(goals) == 0 {
		e := s.unnamedGoal(c)
		if e == nil && s.leadsPart(c) {
			e = s.unitsMission()
		}
		if e != nil {
			v := &s.ph[c.v]
			goals = []goal{{e, v.a, v.b}}
		}
	}
	if len(goals) == 0 {
		return
	}
	m, pol := s.formOf(list, k)
	if s.nothing(c) {
		pol = graph.Negated
	}
	if contains(pledging, c.verb.low) {
		m = graph.Planned
	}
	for _, g := range goals {
		s.serve(c, who, g, len(goals) > 1, m, pol)
	}
	if pol == graph.Affirmed {
		s.servedToo(c, goals[len(goals)-1], m)
	}
}

// deployers is the country whose deployment the clause says to be with a mission: "Our largest deployment is to South
// Lebanon with UNIFIL".
func (s *sentence) deployers(c *clause) []party {
	own := s.st.topicCountry
	if c.v < 1 || c.verb.class != "be" || own == nil || s.st.actor != nil && s.st.actor.id != own.id {
		return nil
	}
	for i := c.v - 1; i >= 0; i-- {
		if p := &s.ph[i]; p.k == pOther && p.prep == "" && s.st.lex.lists["deployment"][s.lastWord(p.y-1)] && !s.namesOther() {
			return []party{{id: own.id, label: graph.Country, a: p.a, b: p.b}}
		}
	}
	return nil
}

// startsDeployment reports whether the clause says that somebody's deployment began or goes on: "commenced its first
// deployment to MINUSMA".
func (s *sentence) startsDeployment(c *clause) bool {
	if c.v+1 >= len(s.ph) || c.passive || c.verb.class != "hold" && c.verb.class != "establish" && c.verb.class != "maintain" && c.verb.class != "occur" {
		return false
	}
	p := &s.ph[c.v+1]
	return p.k == pOther && p.prep == "" && s.st.lex.lists["deployment"][s.lastWord(p.y-1)]
}

// leadsPart reports whether the clause says who leads a part of a mission: "Multinational Division North was led by A",
// "B commanded the western sector".
func (s *sentence) leadsPart(c *clause) bool {
	if c.verb.class != "lead" {
		return false
	}
	for i := range s.ph {
		p := &s.ph[i]
		if c.passive && i >= c.v || !c.passive && i > c.v+1 {
			break
		}
		if p.k != pOther || p.prep != "" || !c.passive && i != c.v+1 {
			continue
		}
		for x := p.x; x < p.y; x++ {
			if contains(" sector sectors division brigade contingent component battlegroup ", s.lastWord(x)) {
				return true
			}
		}
	}
	return false
}

// serve writes that the clause's countries have people in a mission: each number of one country's people, else
// each role. Missions that share the numbers have none of their own.
func (s *sentence) serve(c *clause, who []party, g goal, shared bool, m graph.Modality, pol graph.Polarity) {
	numbers := s.countsOf(c, who)
	if shared {
		numbers = nil
	}
	roles := s.servedAs(c, len(who))
	each := s.eachSends(c)
	for _, p := range who {
		if p.label != graph.Country || s.st.out.tells(s, p.id, graph.ContributedTo, g.ent.Entity.ID) {
			continue
		}
		a, b := min(p.a, g.a), max(p.b, g.b)
		for _, n := range numbers {
			n.count.used = true
			s.contribution(p.id, g.ent, n.count.role, exactly(n.count), a, max(b, n.b), m, pol, c)
		}
		for _, role := range roles {
			if numbers != nil && (role == "" || role == "troops" || slices.ContainsFunc(numbers, func(n *phrase) bool { return n.count.role == role || n.count.role == "troops" || n.count.role == "" })) {
				continue // told with its number
			}
			n := p.personnel
			if n == 0 {
				n = each
			}
			if len(roles) > 1 || numbers != nil {
				n = 0
			}
			s.contribution(p.id, g.ent, role, n, a, b, m, pol, c)
		}
	}
}

// howMany reads how many countries a mission has people of: "Some 25 countries sent soldiers to it".
func (s *sentence) howMany(list []clause, k int) {
	c := &list[k]
	if !c.isFact() || c.verb.class != "send" && c.verb.class != "join" {
		return
	}
	at := c.subj
	for _, i := range c.post {
		if c.passive && s.ph[i].prep == "by" {
			at = i // "officers were contributed by 36 Member States"
		}
	}
	if at < 0 || c.passive && at == c.subj || s.ph[at].k != pParty || s.ph[at].list.total == 0 || s.ph[at].list.others || len(s.ph[at].list.parties) > 0 {
		return
	}
	goals := s.goals(c)
	if len(goals) == 0 {
		if e := s.unnamedGoal(c); e != nil {
			goals = []goal{{ent: e}}
		}
	}
	p := &s.ph[at]
	if len(goals) != 1 {
		return
	}
	comparator := "eq"
	for x := p.x; x < p.y && s.items[x].k != iNum; x++ {
		if v := s.items[x].value(cComparator); v != "" {
			comparator = v
		}
	}
	s.missionFigure(goals[0].ent, float64(p.list.total), comparator, "countries", "countries", p.a, p.b)
}

// contribution writes one contribution of a country to a mission or force.
func (s *sentence) contribution(id string, to *gazetteer.Entry, role string, personnel, a, b int, m graph.Modality, pol graph.Polarity, c *clause) {
	s.st.mission, s.st.sentAt = &told{to, s.ordinal, s.section, false}, s.ordinal
	props := map[string]any{}
	if role != "" {
		props["role"] = role
	}
	if personnel > 0 {
		props["personnel"] = int64(personnel)
	}
	if as := s.yearOf(c); as != "" {
		props["asOf"] = as
	}
	s.st.out.claim(graph.Claim{Subject: id, Relation: graph.ContributedTo, Object: to.Entity.ID, Properties: props, Modality: m, Polarity: pol, Confidence: 0.85, Rule: "mission." + c.verb.class}, s, a, b)
}

// exactly is the number of people where the text says how many, if only about; else 0.
func exactly(c *countPhrase) int {
	if c.comparator != "eq" && c.comparator != "approx" {
		return 0
	}
	for w := range strings.FieldsSeq(strings.ToLower(c.noun)) {
		if w = strings.TrimSuffix(w, "s"); w == "hospital" || c.num.value < 20 && contains(militaryUnits, w) {
			return 0 // units, not people
		}
	}
	return int(c.num.value)
}

// countsOf are the phrases that number the people of the clause's one country.
func (s *sentence) countsOf(c *clause, who []party) []*phrase {
	if len(who) != 1 || c.verb.class == "lead" || c.verb.neg {
		return nil
	}
	from, to := c.v+1, len(s.ph)
	if len(c.post) > 0 {
		to = c.post[len(c.post)-1] + 1
	}
	for i := c.v - 1; i >= 0 && (s.ph[i].k == pCount || s.ph[i].k == pOther && s.ph[i].prep == "" || s.ph[i].k == pMark && s.ph[i].word == "and"); i-- {
		if s.ph[i].k == pCount && (s.ph[i].prep == "" || s.ph[i].prep == "of") {
			from = i
			break
		}
	}
	var list []*phrase
	for i := from; i < to; i++ {
		p := &s.ph[i]
		if p.k == pRel || p.k == pMark && p.word == ";" || i > c.v+1 && s.gapped(i) {
			break
		}
		if p.k == pCount && !p.count.used && (p.count.unit == "persons" || p.count.role != "") && contains(" of with and as including ", orBlank(p.prep)) && p.count.comparator != "lte" {
			list = append(list, p)
		}
	}
	return list
}

func orBlank(prep string) string {
	if prep == "" {
		return "and"
	}
	return prep
}

// servedToo reads the countries that a clause goes on to with its verb left out: "Korea provided a battalion,
// Italy 200 paratroopers and Britain a company".
func (s *sentence) servedToo(c *clause, g goal, m graph.Modality) {
	if c.verb.class != "send" && c.verb.class != "have" && c.verb.class != "maintain" {
		return
	}
	for _, i := range c.post {
		p := &s.ph[i]
		if p.k == pMark && p.word == "." || p.k == pRel {
			return
		}
		if i <= c.v+1 || !s.gapped(i) || len(p.list.parties) == 0 {
			continue
		}
		if q := &s.ph[i+1]; q.k == pCount && q.count.used || s.namesGoal(i+1) {
			continue // told with its own mission
		}
		segment := &clause{v: i, verb: c.verb, subj: -1}
		for j := i + 1; j < len(s.ph) && !(s.ph[j].k == pMark && s.ph[j].word != "and" || s.gapped(j)); j++ {
			segment.post = append(segment.post, j)
		}
		s.serve(segment, p.list.parties, g, false, m, graph.Affirmed)
	}
}

// namesGoal reports whether a mission is named among the phrases from i up to the next mark.
func (s *sentence) namesGoal(i int) bool {
	for ; i < len(s.ph) && s.ph[i].k != pMark; i++ {
		if s.missionAt(i) != nil {
			return true
		}
	}
	return false
}

// pledging are verbs that promise what has yet to come.
const pledging = " pledged pledge pledges promised promise promises offered offer offers earmarked "

// formOf is how the clause's contribution holds: as its verb has it, or that of a refusal or a plan before it
// ("has ruled out sending troops").
func (s *sentence) formOf(list []clause, k int) (graph.Modality, graph.Polarity) {
	c := &list[k]
	if k > 0 && c.verb.ing && list[k-1].v == c.v-1 {
		if b := &list[k-1]; contains(" deny decline cancel plan call invite ", b.verb.class) {
			return b.modality()
		}
	}
	return c.modality()
}

// nothing reports whether the verb's object is none: "had no troops in UNMIL".
func (s *sentence) nothing(c *clause) bool {
	if c.v+1 >= len(s.ph) {
		return false
	}
	p := &s.ph[c.v+1]
	return s.items[p.x].value(cDet) == "no" || p.x > 0 && s.items[p.x-1].value(cDet) == "no"
}

// serves reports whether the clause's verb is one of being sent somewhere, taking part, leading or serving.
func (s *sentence) serves(c *clause, who []party) bool {
	switch c.verb.class {
	case "send", "join", "observing", "lead", "decline":
		return true
	case "hold", "establish", "occur":
		return c.v+1 < len(s.ph) && s.partOwned(c.v+1) != nil || s.startsDeployment(c)
	case "have", "maintain", "be":
		if c.verb.class == "be" && s.deployers(c) != nil {
			return true
		}
		return c.verb.class != "be" || s.isIn(c)
	}
	if c.passive && contains(placed, c.verb.low) {
		return true
	}
	return contains(serveVerbs, c.verb.low) && !c.subject.pronoun && slices.ContainsFunc(who, func(p party) bool {
		return p.forces != nil || c.subj < 0 || s.st.topicCountry != nil && p.id == s.st.topicCountry.id
	}) ||
		contains(pledging, c.verb.low)
}

// isIn reports whether the clause says that its subject is in a mission, or a part of it.
func (s *sentence) isIn(c *clause) bool {
	for _, i := range c.post {
		p := &s.ph[i]
		switch {
		case p.k == pMark && p.word != ",":
			return false
		case p.k == pOther && hasNoun(&s.items[p.y-1], "contributor"):
			return true
		case s.missionAt(i) != nil:
			return p.prep == "in" || p.prep == "with" && !alongside(s, p) || p.prep == "of" && s.partOfMission(i)
		case p.k == pOther && p.prep == "" && !contains(" part among ", s.items[p.y-1].low) && !s.adverbial(p):
			return false
		}
	}
	return false
}

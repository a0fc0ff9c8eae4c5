package extract

import (
	"slices"
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// signing says which action a verb class means for its agents, and how far the
// instrument has come by it.
var signing = map[string]struct {
	rel    graph.RelationType
	action string
	status string
}{
	"sign":      {graph.Signed, "signed", "signed"},
	"conclude":  {graph.Signed, "concluded", "concluded"},
	"ratify":    {graph.Signed, "ratified", ""},
	"accede":    {graph.Signed, "acceded", ""},
	"withdraw":  {graph.Signed, "withdrew", ""},
	"adopt":     {"", "adopted", "adopted"},
	"draft":     {graph.Prepared, "drafted", "drafted"},
	"plan":      {graph.Prepared, "proposed", "proposed"},
	"formulate": {graph.Prepared, "formulated", "formulated"},
	"finalize":  {graph.Prepared, "finalized", "finalized"},
	"force":     {"", "", "in_force"},
	"opened":    {"", "opened", ""},
	"terminate": {"", "", "terminated"},
}

// statusOrder says which status outlives which.
var statusOrder = []string{"", "proposed", "drafted", "formulated", "under_negotiation", "finalized", "adopted", "signed", "concluded", "ratified", "in_force", "terminated"}

func laterStatus(a, b string) string {
	rank := func(s string) int {
		for i, o := range statusOrder {
			if o == s {
				return i
			}
		}
		return 0
	}
	if rank(b) > rank(a) {
		return b
	}
	return a
}

// instruments gives treaties and mechanisms what clause k says of them.
func (s *sentence) instruments(list []clause, k int) {
	c := &list[k]
	s.deposits(c)
	s.followSigning(c)
	s.signedLater(c)
	s.mechanisms(list, k)
	s.joinsTreaty(c)
	act, ok := signing[c.verb.class]
	var treaties []*event
	if c.subj >= 0 && s.ph[c.subj].k == pEvent && s.ph[c.subj].ev[0].label == graph.Treaty && (c.passive || act.rel == "" || c.verb.class == "conclude") {
		treaties = s.ph[c.subj].ev
	} else {
		joined := c.v < 0
		for _, i := range c.post {
			p := &s.ph[i]
			if p.k == pEvent && p.prep == "to" && len(treaties) > 0 && s.ph[i-1].k == pEvent {
				continue // "signed a protocol to the Treaty"
			}
			if p.k == pEvent && p.ev[0].label == graph.Treaty && (p.prep == "" || p.prep == "to" || p.prep == "from" || p.prep == "as" || p.prep == "including" || p.prep == "on" && ok && c.verb.class == "negotiate") {
				treaties = append(treaties, p.ev...)
				joined = true
			}
		}
		if !joined {
			treaties = nil
		}
	}
	if len(treaties) == 0 && ok {
		for _, e := range s.relativeObject(c) {
			if e.label == graph.Treaty {
				treaties = append(treaties, e)
			}
		}
	}
	if t := s.st.last[graph.Treaty]; len(treaties) == 0 && ok && !leaves(c.verb) && t != nil && t.section == s.section && s.ordinal-t.seen <= 2 {
		for _, i := range c.post {
			if p := &s.ph[i]; p.y-p.x == 1 && s.items[p.x].low == "it" && (p.prep == "" || p.prep == "to" || p.prep == "from") {
				treaties = append(treaties, t)
			}
		}
	}
	if len(treaties) == 0 && s.bareStatus(c) {
		treaties = append(treaties, s.st.last[graph.Treaty])
		treaties[0].seen = s.ordinal
	}
	if len(treaties) == 0 && s.bareSigning(c) {
		treaties = append(treaties, s.treatyMeant())
		treaties[0].seen = s.ordinal
	}
	s.treatyParties(c)
	if c.verb.infinitive && c.subj < 0 && c.verb.class == "terminate" {
		return // "the move to terminate it": whether it was, another verb tells
	}
	if !ok || len(treaties) == 0 || c.verb.class == "plan" && !c.passive && c.verb.low != "proposed" && c.verb.low != "proposes" {
		return
	}
	agents := s.signatories(list, k)
	meetings := s.meetingsOf(c)
	for j := range k {
		if m := &list[j]; s.meetingParties(m) >= 0 && m.subj == c.subj {
			for _, e := range m.events {
				meetings = append(meetings, meetingRef{e, s.ph[m.v].a, s.ph[m.v].b})
			}
		}
	}
	if m := s.meetingGoingOn(c); len(meetings) == 0 && act.action == "adopted" && m != nil {
		meetings = append(meetings, meetingRef{m, s.ph[c.v].a, s.ph[c.v].b})
	}
	for _, t := range treaties {
		if c.passive && len(agents) == 0 && s.agentUnknown(c) {
			continue
		}
		if len(agents) == 0 && act.rel == graph.Signed && (c.passive || contains(" sign conclude ", c.verb.class)) && t.np != nil && len(t.np.countries) > 1 {
			agents = t.np.countries
		}
		if c.passive && len(agents) == 0 && act.rel == graph.Signed && c.verb.class != "ratify" && t.np != nil && len(t.np.sides) > 1 {
			agents = t.np.sides
		}
		if c.passive && len(agents) == 0 && contains(" sign conclude ", c.verb.class) && s.namesNoCountry() {
			agents = s.st.titlePair
		}
		s.sign(t, c, act.rel, act.action, act.status, agents)
		for _, m := range meetings {
			if act.action == "adopted" || act.rel == graph.Signed {
				t.relate(arg{rel: graph.ConcludedAt, other: m.ev, props: map[string]any{"action": act.action}, a: m.a, b: m.b, rule: "treaty.at"}, s, c)
			}
		}
	}
}

// bareStatus reports whether the sentence begins with "In force since…", "Entered into force on…" or, in brackets,
// "adopted at…", of the treaty told of before.
func (s *sentence) bareStatus(c *clause) bool {
	t, first := s.st.last[graph.Treaty], 0
	if len(s.ph) > 0 && s.ph[0].k == pMark && s.ph[0].word == "(" {
		first = 1
	}
	if t == nil || t.section != s.section && s.ordinal-t.seen > 1 || s.ordinal-t.seen > 2 || c.subj >= 0 || c.verb.neg || first >= len(s.ph) || s.ph[first].k != pVerb {
		return false
	}
	return c.verb.class == "force" && (c.v == first || c.inherit) || first == 1 && c.v == 1 && c.passive && contains(" adopt sign conclude opened ", c.verb.class)
}

// sign writes what a verb of signing or preparing says.
func (s *sentence) sign(t *event, c *clause, rel graph.RelationType, action, status string, agents []party) {
	m, p := c.modality()
	if c.verb.class == "plan" {
		m = graph.Actual
	}
	date := s.dateOf(c)
	if rel == graph.Signed && action != "ratified" && action != "withdrew" && action != "acceded" || action == "adopted" || action == "opened" {
		if date != nil && t.date == "" && m == graph.Actual && p == graph.Affirmed {
			t.date = date.edtf
			t.property("date", date.edtf, s, date.a, date.b, c, "date.signed")
		}
	}
	if status != "" && p == graph.Affirmed && m == graph.Actual {
		t.status = laterStatus(t.status, status)
		if t.status == status {
			t.forget("status")
			t.property("status", status, s, s.items[c.verb.x].a, s.items[c.verb.x].b, nil, "status")
		}
	}
	if rel == "" {
		return
	}
	if rel == graph.Signed && len(agents) > 0 {
		s.st.signing, s.st.signingOf, s.st.signingAt = action, t, s.ordinal
	}
	if len(agents) == 2 {
		s.st.remember(agents)
	}
	each := s.respectiveDates(c, len(agents))
	for n, a := range agents {
		props := map[string]any{"action": action}
		if rel == graph.Signed && date != nil {
			props["date"] = date.edtf
		} else if each != nil {
			props["date"] = each[n].edtf
		}
		if a.entity != nil {
			s.st.out.entity(*a.entity)
		}
		t.relate(arg{rel: rel, party: a.id, props: props, a: a.a, b: a.b, modality: m, polarity: p, rule: "treaty." + c.verb.class}, s, c)
	}
	if rel != graph.Signed || c.passive || len(agents) == 0 {
		return
	}
	for _, i := range c.post {
		if !s.gap(i) {
			continue
		}
		q := s.gapDate(i)
		for _, a := range s.ph[i].list.parties {
			t.relate(arg{rel: rel, party: a.id, props: map[string]any{"action": action, "date": q.dates[0].edtf}, a: a.a, b: q.b, modality: m, polarity: p, rule: "treaty.gap"}, s, c)
		}
	}
}

// respectiveDates are the n days of "A and B acceded in 2019 and 2020, respectively", or nil.
func (s *sentence) respectiveDates(c *clause, n int) []*dateSpan {
	var each []*dateSpan
	for _, i := range c.post {
		switch p := &s.ph[i]; {
		case p.k == pDate && each == nil && len(p.dates) == n && n > 1:
			each = p.dates
		case p.k == pRespectively:
			return each
		}
	}
	return nil
}

// namesNoCountry reports whether the sentence speaks of no country by name.
func (s *sentence) namesNoCountry() bool {
	return !slices.ContainsFunc(s.items, func(it item) bool { return it.country() && it.form != gazetteer.Capital })
}

// signatories are the parties that sign: the subject, those after "by" and "with", and
// those that a coordinated participle shares ("proposed and drafted by China").
func (s *sentence) signatories(list []clause, k int) []party {
	c := &list[k]
	var agents []party
	if !c.passive {
		agents = append(agents, c.subject.parties...)
		agents = append(agents, s.broughtAlong(c)...)
	}
	alone := !c.passive && contains(" ratify accede withdraw ", c.verb.class)
	for _, i := range c.post {
		p := &s.ph[i]
		if p.k == pEvent && (p.ev[0].label != graph.Treaty || alone) {
			break // what follows says whose treaty it is
		}
		if p.k == pParty && (p.prep == "by" && c.passive || p.prep == "with" || p.prep == "between") {
			agents = append(agents, p.list.parties...)
		}
	}
	if o := s.otherSide(c); o != nil && len(agents) == 0 {
		agents = o
	}
	if c.passive && len(agents) == 0 && k+1 < len(list) && list[k+1].passive && len(c.post) <= 1 {
		for _, i := range list[k+1].post {
			if p := &s.ph[i]; p.k == pParty && p.prep == "by" {
				agents = append(agents, p.list.parties...)
			}
		}
	}
	return agents
}

// otherSide are the two of "With A, an agreement was signed in 2019", in a text about another country.
func (s *sentence) otherSide(c *clause) []party {
	own := s.speaker()
	if !c.passive || own == nil || len(s.ph) < 2 {
		return nil
	}
	if s.st.own != nil && s.other != nil && s.other.id != s.st.own.id {
		return []party{*s.st.own, *s.other}
	}
	p := &s.ph[0]
	if p.k != pParty || p.prep != "with" || !s.comma(1) || len(p.list.parties) != 1 || p.list.parties[0].id == own.id {
		return nil
	}
	o := p.list.parties[0]
	return []party{o, {id: own.id, label: own.label, a: o.a, b: o.b}}
}

// broughtAlong are the parties of "With A and B, C signed…".
func (s *sentence) broughtAlong(c *clause) []party {
	if len(c.leading) == 0 || c.passive {
		return nil
	}
	i := c.leading[0]
	if p := &s.ph[i]; p.k == pParty && p.prep == "with" && s.comma(i+1) && p.list.total == 0 {
		return p.list.parties
	}
	return nil
}

// treatyParties makes the parties that an instrument's phrase ties to it its signatories:
// "an agreement between A and B", where a verb of the clause says it was made.
func (s *sentence) treatyParties(c *clause) {
	act, ok := signing[c.verb.class]
	if c.v < 0 && s.digestLine() {
		act, ok = signing["sign"], true
	}
	if !ok || act.rel == graph.Prepared || c.verb.class == "ratify" || c.verb.class == "accede" || c.verb.class == "withdraw" {
		return
	}
	var t *event
	scan := append(append(append([]int(nil), c.leading...), c.pre...), c.post...)
	if c.subj >= 0 && s.ph[c.subj].k == pEvent && s.ph[c.subj].ev[0].label == graph.Treaty {
		t = s.ph[c.subj].ev[0]
	}
	for _, i := range scan {
		p := &s.ph[i]
		switch {
		case p.k == pEvent && p.ev[0].label == graph.Treaty:
			t = p.ev[0]
		case p.k == pEvent:
			t = nil
		case p.k == pParty && t != nil && len(p.list.parties) == 1 && p.list.parties[0].label == graph.CountryGroup && s.signedBy(c):
		case p.k == pParty && t != nil && (p.prep == "between" || p.prep == "with"):
			action := "signed"
			if act.rel == graph.Signed {
				action = act.action
			}
			m, pol := c.modality()
			parties := p.list.parties
			if own := s.st.own; c.passive && p.prep == "with" && own != nil && len(parties) == 1 && parties[0].id != own.id && (t.np == nil || len(t.np.countries) == 0) {
				other := parties[0] // "an agreement with B was signed", says A's ministry
				parties = []party{other, {id: own.id, label: own.label, a: other.a, b: other.b}}
			}
			for _, a := range parties {
				t.relate(arg{rel: graph.Signed, party: a.id, props: map[string]any{"action": action}, a: a.a, b: a.b, modality: m, polarity: pol, rule: "treaty.between"}, s, c)
			}
		}
	}
}

// digestLine reports whether the sentence, without a verb, gives a treaty's title, its parties and a
// date: "Treaty of Friendship between A and B, Moscow, 29 August 1997".
func (s *sentence) digestLine() bool {
	if len(s.ph) < 3 || s.heading || s.ph[0].k != pEvent || s.ph[0].np.label != graph.Treaty || s.ph[0].np.name == "" || s.hasVerb() {
		return false
	}
	for i := range s.ph {
		if p := &s.ph[i]; p.k == pDate && len(p.dates) == 1 && p.dates[0].edtf != "" && p.prep == "" {
			return true
		}
	}
	return false
}

type meetingRef struct {
	ev   *event
	a, b int
}

// meetingsOf are the meetings at which the clause's verb is said to have happened.
func (s *sentence) meetingsOf(c *clause) []meetingRef {
	var found []meetingRef
	if c.subj >= 0 && s.ph[c.subj].k == pEvent && s.ph[c.subj].ev[0].label == graph.Meeting && adopting(c) {
		p := &s.ph[c.subj]
		found = append(found, meetingRef{p.ev[0], p.a, p.b})
	}
	for _, i := range append(append([]int(nil), c.leading...), c.post...) {
		p := &s.ph[i]
		if p.k == pEvent && p.ev[0].label == graph.Meeting && (p.prep == "at" || p.prep == "during" || p.prep == "in") {
			found = append(found, meetingRef{p.ev[0], p.a, p.b})
		}
	}
	return found
}

// dateOf is the date that the clause gives for its verb.
func (s *sentence) dateOf(c *clause) *dateSpan {
	for _, list := range [][]int{c.post, c.leading, c.pre} {
		for _, i := range list {
			p := &s.ph[i]
			if p.k == pDate && len(p.dates) == 1 && p.dates[0].edtf != "" && (p.prep == "in" || p.prep == "on" || p.prep == "" || p.prep == "during" || p.prep == "at") && p.dates[0].rel != pastYears {
				return p.dates[0]
			}
			if p.k == pVerb {
				return nil
			}
		}
	}
	if i := c.v - 1; c.subj < 0 && i > 0 && s.ph[i].k == pDate && len(s.ph[i].dates) == 1 && s.ph[i].dates[0].edtf != "" && (s.ph[i].prep == "" || s.ph[i].prep == "on" || s.ph[i].prep == "in") {
		return s.ph[i].dates[0] // "Minister X today signed"
	}
	return nil
}

// treatyWorth reports whether an instrument has a title, or parties that made it.
func (e *event) treatyWorth(parties int) bool {
	if len(e.args) == 0 {
		return false
	}
	if e.name == "" {
		return (parties > 1 || parties > 0 && e.np != nil && len(e.np.sides) > 0) && !e.plural
	}
	if len(strings.Fields(e.name)) < 2 {
		return false
	}
	return parties > 0 || e.status != "" || e.date != ""
}

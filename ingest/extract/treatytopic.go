package extract

import (
	"slices"
	"strings"

	"concord/graph"
)

// The treaty that a text is about, which it speaks of again far below, and the ways of speaking of it.

// looseTreatyNouns speak of a treaty of any kind that was told of.
const looseTreatyNouns = " pact accord deal instrument document "

// noteTreatyTopic remembers the treaty that a heading or the first line names, for the sections below it.
func (s *sentence) noteTreatyTopic() {
	if !s.heading && s.ordinal > 1 {
		return
	}
	for i := range s.ph {
		if p := &s.ph[i]; p.k == pEvent && len(p.ev) == 1 && p.np.label == graph.Treaty && p.ev[0].name != "" && !p.np.plural && p.prep == "" {
			s.st.topicTreaty = p.ev[0]
			return
		}
	}
}

// treatyAgain reports whether "the treaty" follows phrase i in the sentence.
func (s *sentence) treatyAgain(i int) bool {
	for j := i + 1; j < len(s.ph); j++ {
		if p := &s.ph[j]; p.k == pEvent && p.np.label == graph.Treaty && p.np.name == "" && p.np.det == "the" && !p.np.plural {
			return true
		}
	}
	return false
}

// treatyMeant is the treaty that a clause without an object speaks of: the one told of just before, else the one
// that the text is about, unless its section tells of another.
func (s *sentence) treatyMeant() *event {
	t, topic := s.st.last[graph.Treaty], s.st.topicTreaty
	if t != nil && s.near(t) {
		return t
	}
	if topic == nil || topic.dropped || t != topic && t != nil && t.section == s.section {
		return nil
	}
	return topic
}

// nationalApproval takes a parliament's approval of a treaty, "was passed by the Danish parliament", for its country's
// ratifying it. What a government approves of its own is not adopted by that.
func (s *sentence) nationalApproval(list []clause, k int) {
	c := &list[k]
	if c.verb.class != "adopt" || !contains(" approve approves approved endorse endorsed pass passed back backed ", c.verb.low) {
		return
	}
	treaty := false
	for _, i := range append([]int{c.subj}, c.post...) {
		treaty = treaty || i >= 0 && s.ph[i].k == pEvent && s.ph[i].prep == "" && s.ph[i].np.label == graph.Treaty
	}
	agents := s.signatories(list, k)
	if !treaty || len(agents) != 1 || agents[0].label != graph.Country {
		return
	}
	v := *c.verb
	if v.class = "other"; s.byParliament(c, agents[0]) {
		v.class = "ratify"
	}
	c.verb = &v
}

// meetingGoingOn is the meeting told of just before, at which those who met adopted something: "The summit was held in
// A. The leaders adopted the X Declaration". There is none where the clause has another day or is of one country.
func (s *sentence) meetingGoingOn(c *clause) *event {
	m := s.st.last[graph.Meeting]
	if m == nil || c.v < 0 || !c.isFact() || c.verb.infinitive || c.verb.ing || m.plural || m.section != s.section || s.ordinal-m.seen > 2 || m.date == "" || m.modality() != graph.Actual {
		return nil
	}
	if len(c.subject.parties) == 1 && c.subject.parties[0].label != graph.CountryGroup {
		return nil
	}
	if d := s.dateOf(c); d != nil && !strings.HasPrefix(m.date, d.edtf) && !strings.HasPrefix(d.edtf, m.date) {
		return nil
	}
	return m
}

// byParliament reports whether the agent of a clause is spoken of as its parliament: "the Danish parliament".
func (s *sentence) byParliament(c *clause, p party) bool {
	for i := range s.ph {
		if q := &s.ph[i]; q.k == pParty && len(q.list.parties) == 1 && q.list.parties[0].id == p.id && (i == c.subj || q.prep == "by") {
			for x := q.x; x < q.y; x++ {
				if hasNoun(&s.items[x], "legislature") {
					return true
				}
			}
		}
	}
	return false
}

// agentUnknown reports whether the clause says by whom a treaty was ratified, in words that stand for no known party:
// "ratified by both houses".
func (s *sentence) agentUnknown(c *clause) bool {
	for _, i := range c.post {
		if p := &s.ph[i]; p.prep == "by" && p.k == pOther && c.verb.class == "ratify" {
			return true
		}
	}
	return false
}

// possessedSigning reads "A's withdrawal from the Treaty took effect on 18 December 2021" and "A's ratification followed
// in 2003".
func (s *sentence) possessedSigning(list []clause) {
	for i := 0; i+1 < len(s.ph); i++ {
		p := &s.ph[i]
		action := nominals[p.word]
		if p.k != pOther || action == "" || p.prep != "" || !s.items[p.x].country() || !s.items[p.x].poss || p.y-p.x != 2 {
			continue
		}
		t := s.treatyMeant()
		for j := i + 1; j < len(s.ph) && s.ph[j].k != pVerb; j++ {
			if q := &s.ph[j]; q.k == pEvent && q.np.label == graph.Treaty {
				t = q.ev[0]
			} else if q.k != pMark && q.k != pDate {
				t = nil // from an organization
			}
		}
		for k := range list {
			c := &list[k]
			if c.v <= i || k > 0 && list[k-1].v > i || t == nil || t.plural || !c.isFact() || c.verb.class != "force" && c.verb.class != "occur" && !(c.passive && contains(" completed deposited received registered ", c.verb.low)) {
				continue
			}
			it := &s.items[p.x]
			props := map[string]any{"action": action}
			b := s.ph[c.v].b
			if d := s.dateOf(c); d != nil {
				props["date"], b = d.edtf, max(b, d.b)
			}
			t.relate(arg{rel: graph.Signed, party: it.ent.Entity.ID, props: props, a: it.a, b: b, rule: "treaty.noun"}, s, c)
			t.seen = s.ordinal
		}
	}
}

// joinsTreaty takes joining a treaty, "joined the Convention in 2004", for acceding to it.
func (s *sentence) joinsTreaty(c *clause) {
	if c.verb.class != "join" || c.passive || !strings.HasPrefix(c.verb.low, "join") && !strings.HasPrefix(c.verb.low, "rejoin") || len(c.post) == 0 {
		return
	}
	v := *c.verb
	v.class = "accede"
	if p := &s.ph[c.post[0]]; p.k == pEvent && p.prep == "" && p.np.label == graph.Treaty {
		c.verb = &v
	} else if t := s.st.topicTreaty; t != nil && s.treatyMeant() == t && !s.st.topicHeaded && (s.st.lastAny == nil || s.st.lastAny.label == graph.Treaty) {
		had := c.verb
		if c.verb = &v; !s.bareSigning(c) || s.dateOf(c) == nil && !s.listedBehind(c) {
			c.verb = had
		}
	}
}

// listedBehind reports whether the clause's subject is a count of states that it ends with the list of: "Three states
// have signed but not ratified: A, B and C".
func (s *sentence) listedBehind(c *clause) bool {
	for _, i := range c.post {
		switch p := &s.ph[i]; {
		case p.k == pMark && p.word == ":":
			return len(c.subject.parties) > 1
		case p.k == pParty || p.k == pEvent:
			return false
		}
	}
	return false
}

// bareSigning reports whether the clause says that countries signed, ratified or acceded, without saying
// what, while a treaty was told of: "Argentina signed in 1967 and ratified in 1994".
func (s *sentence) bareSigning(c *clause) bool {
	if s.treatyMeant() == nil || c.passive || len(c.subject.parties) == 0 || !contains(" sign ratify accede withdraw ", c.verb.class) || leaves(c.verb) {
		return false
	}
	if s.listedBehind(c) {
		return true
	}
	for _, i := range c.post {
		switch p := &s.ph[i]; p.k {
		case pDate, pMark, pPlace:
		case pParty:
			if !s.gap(i) && c.verb.low != "deposited" {
				return false
			}
		case pOther:
			if (p.prep != "" || p.y-p.x > 1) && c.verb.low != "deposited" {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// initialsOf reports whether a name such as "INF Treaty" is made of the initials of a longer one that ends with the
// same noun: "Intermediate-Range Nuclear Forces Treaty".
func initialsOf(short, long string) bool {
	letters, noun, ok := strings.Cut(short, " ")
	rest, same := strings.CutSuffix(long, " "+noun)
	if !ok || !same || !beginsWithInitials(short) {
		return false
	}
	n := 0
	for i, w := range strings.FieldsFunc(rest, func(r rune) bool { return r == ' ' || r == '-' }) {
		if n < len(letters) && w[0] == letters[n] {
			n++
		} else if i == 0 {
			return false
		}
	}
	return n == len(letters)
}

// beginsWithInitials reports whether a name's first word, of several, is in capitals.
func beginsWithInitials(name string) bool {
	letters, _, ok := strings.Cut(name, " ")
	return ok && len(letters) > 1 && strings.ToUpper(letters) == letters
}

// initialled is the treaty told of whose initials the phrase now calls it by.
func (s *sentence) initialled(np *nounPhrase, name string) *event {
	if np.label != graph.Treaty || np.plural {
		return nil
	}
	told := s.st.initials
	if beginsWithInitials(name) {
		told = s.st.byLabel[graph.Treaty]
	}
	for _, e := range slices.Backward(told) {
		if initialsOf(name, e.name) || initialsOf(e.name, name) {
			return e
		}
	}
	return nil
}

package extract

import (
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

// initialsOf reports whether a name such as "INF Treaty" is made of the initials of a longer one that ends with the
// same noun: "Intermediate-Range Nuclear Forces Treaty".
func initialsOf(short, long string) bool {
	letters, noun, ok := strings.Cut(short, " ")
	rest, same := strings.CutSuffix(long, " "+noun)
	if !ok || !same || len(letters) < 2 || strings.ToUpper(letters) != letters {
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

// initialled is the treaty told of whose initials the phrase now calls it by.
func (s *sentence) initialled(np *nounPhrase, name string) *event {
	if np.label != graph.Treaty || np.plural {
		return nil
	}
	for i := len(s.st.events) - 1; i >= 0; i-- {
		if e := s.st.events[i]; e.label == graph.Treaty && (initialsOf(name, e.name) || initialsOf(e.name, name)) {
			return e
		}
	}
	return nil
}

package extract

import (
	"cmp"
	"strconv"
	"strings"

	"concord/graph"
)

// identifyMeeting makes the id: of the name without its ordinal, the ordinal, and the date.
func (e *event) identifyMeeting() {
	ordinal := ""
	if e.ordinal > 0 {
		ordinal = strconv.Itoa(e.ordinal)
	}
	base := ""
	if e.name != "" {
		base = withoutOrdinal(e.name)
	} else {
		base = joinSlug(e.who(), e.topic(), e.kind)
	}
	date := e.date
	if e.name == "" && date == "" {
		if places := e.related(graph.HeldIn); len(places) > 0 {
			date = slugOf(places[0])
		}
	}
	if len(date) > 7 && date[4] == '-' {
		date = date[:7]
	}
	if y := yearIn(base); y != "" && e.year() == y {
		date = ""
	}
	e.id = graph.NewID(graph.Meeting, base, ordinal, date)
}

func joinSlug(parts ...string) string {
	out := ""
	for _, p := range parts {
		if p != "" {
			if out != "" {
				out += " "
			}
			out += p
		}
	}
	return out
}

// identifyOther makes the id of exchanges and mechanisms: who, what, which and when.
func (e *event) identifyOther() {
	ordinal := ""
	if e.ordinal > 0 {
		ordinal = strconv.Itoa(e.ordinal)
	}
	if e.label == graph.Mechanism {
		e.id = graph.NewID(graph.Mechanism, e.who(), cmp.Or(e.name, e.kind))
		return
	}
	e.id = graph.NewID(e.label, cmp.Or(e.name, joinSlug(e.who(), e.kind)), ordinal, e.date)
}

// bareTitle reports whether the phrase is a capitalised noun alone at the start of a sentence, as communiqués
// speak of their own meeting: "Summit noted that…".
func (s *sentence) bareTitle(np *nounPhrase) bool {
	return np.label == graph.Meeting && np.x == 0 && np.y == 1 && np.head == 0 && !np.plural && s.items[0].cap && !s.heading && len(s.items) > 1 && (s.items[1].verb() != nil || s.items[1].is(cAux))
}

// meetingOfMeeting makes "the 34th ordinary meeting of the Summit" and "the closing session of the Conference" one
// phrase: that of the meeting, with its number.
func (s *sentence) meetingOfMeeting() {
	for i := 0; i+1 < len(s.ph); i++ {
		p, q := &s.ph[i], &s.ph[i+1]
		if p.k != pEvent || q.k != pEvent || q.prep != "of" || p.np.label != graph.Meeting || q.np.label != graph.Meeting || p.np.plural || q.np.plural {
			continue
		}
		if p.np.name != "" || p.np.kind != "meeting" || len(p.np.countries) > 0 || p.np.owner != nil || q.np.ordinal > 0 && p.np.ordinal > 0 {
			continue
		}
		q.np.ordinal = max(q.np.ordinal, p.np.ordinal)
		q.np.x, q.x, q.a, q.prep = p.np.x, p.x, p.a, p.prep
		s.ph = append(s.ph[:i], s.ph[i+1:]...)
	}
}

// chairs reports whether the clause's verb is to chair a meeting together, which is no hosting.
func (s *sentence) chairs(c *clause) bool {
	return c.verb.class == "cohost" && c.v >= 0 && strings.Contains(strings.ToLower(s.text(s.items[c.verb.x].a, s.items[c.verb.x].b)), "chair")
}

// levelOfBody makes a session of heads of state a summit and one of ministers a ministerial meeting, by the body that
// its phrase says it is of: "the 45th session of the Authority of Heads of State and Government of A".
func (s *sentence) levelOfBody(np *nounPhrase) {
	y := np.head + 1
	if np.label != graph.Meeting || np.kind != "meeting" || np.plural || y >= len(s.items) || s.items[y].low != "of" {
		return
	}
	for x := y; x < len(s.items) && x < y+9; x++ {
		it := &s.items[x]
		words := strings.ToLower(s.text(it.a, it.b))
		switch {
		case it.k == iPunct || it.is(cAux) || it.is(cModal) || it.verb() != nil && !it.cap || it.country():
			return
		case strings.HasPrefix(words, "heads"):
			np.kind = "summit"
			return
		case strings.HasSuffix(words, "ministers"), strings.HasPrefix(words, "ministers "):
			np.kind = "ministerial"
			return
		}
	}
}

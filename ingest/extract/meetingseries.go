package extract

import (
	"cmp"

	"concord/graph"
)

// One meeting of a series that the text has told of: "the second, which A hosted", "the ninth round".

// nthMeeting is the phrase of a meeting that only its number names, at item h, or an empty one.
func (s *sentence) nthMeeting(h int, found []nounPhrase) nounPhrase {
	head, x := h, h-1
	if s.items[h].low == "round" {
		x--
		if h == 0 || s.items[h-1].k != iOrd {
			return nounPhrase{}
		}
		head = h - 1
	}
	if x < 0 || s.items[x].value(cDet) != "the" && s.items[x].value(cDet) != "its" || h+1 >= len(s.items) {
		return nounPhrase{}
	}
	next := &s.items[h+1]
	if !next.punct(",") && !next.is(cAux) && !next.is(cModal) && !next.punct(".") && !next.is(cConj) && (next.verb() == nil || next.verb().form&fPast == 0) && !contains(" in at on ", next.low) {
		return nounPhrase{}
	}
	kind := ""
	for k := range found {
		if np := &found[k]; np.label == graph.Meeting && (np.ordinal > 0 || head < h) {
			kind = np.kind
		}
	}
	if e := s.st.last[graph.Meeting]; kind == "" && head < h && e != nil && e.section == s.section && s.ordinal-e.seen <= 2 && s.st.lastAny == e {
		kind = e.kind
	}
	if kind == "" {
		return nounPhrase{}
	}
	return nounPhrase{x: x, head: -1, y: h + 1, label: graph.Meeting, kind: kind, ordinal: s.items[head].ord, det: "the"}
}

// sameSeries gives the meeting e, which phrase i tells of by its number alone, what it shares with the meeting told
// of before it: the series' name and kind, and the two that meet in it.
func (s *sentence) sameSeries(i int, e, before *event) {
	np := s.ph[i].np
	if np.label != graph.Meeting || np.name != "" || np.ordinal == 0 || e.np != np || before == nil || before == e || before.ordinal == np.ordinal || before.plural && before.name == "" && len(before.args) == 0 {
		return
	}
	if len(np.countries) > 0 || len(np.orgs) > 0 || np.owner != nil || np.det != "the" && np.det != "its" || before.section != s.section || s.ordinal-before.seen > 2 {
		return
	}
	if np.kind != before.kind && (np.kind != "meeting" || np.det == "its") || np.head >= 0 && np.head > np.x+2 {
		return
	}
	if i+1 < len(s.ph) && contains(" of between with on about for ", cmp.Or(s.ph[i+1].prep, "-")) {
		return
	}
	e.kind = before.kind
	e.name = withoutOrdinal(before.name)
	e.like = before
}

// takeSeries gives an event what the meetings of its series share: the organization they are held under, and the two
// that meet.
func (e *event) takeSeries() {
	if e.like == nil || e.plural || len(e.args) == 0 {
		return
	}
	who := e.like.related(graph.Attended)
	own := e.related(graph.Attended)
	for _, a := range e.like.args {
		if a.rel == graph.Under || a.rel == graph.Attended && len(who) == 2 && len(own) == 0 && a.props["role"] == "participant" {
			a.s, a.a, a.b, a.basis, a.conf, a.rule = e.s, e.a, e.b, graph.Implied, 0.8, "meeting.series"
			a.modality, a.polarity = e.modality(), graph.Affirmed
			e.args = append(e.args, a)
		}
	}
}

// titleMeeting is the meeting that a document's title names, while nothing is told of it yet: the one that those
// who begin "The presidents of A and B, meeting today in C" met for.
func (s *sentence) titleMeeting(label graph.Label) *event {
	if label != graph.Meeting {
		return nil
	}
	e := s.st.last[graph.Meeting]
	if e == nil {
		e = s.meetingInTitle()
	}
	if e == nil || e.name == "" || e.s.ordinal > 2 || s.ordinal > e.s.ordinal+5 || len(e.related(graph.Attended)) > 0 || e.plural {
		return nil
	}
	for i := range s.ph {
		for _, d := range s.ph[i].dates {
			if n := min(len(d.edtf), len(e.date), len("2006-01")); d.edtf != "" && s.ph[i].prep != "since" && d.edtf[:n] != e.date[:n] {
				return nil // they met in another month
			}
		}
	}
	e.seen = s.ordinal
	return e
}

// meetingInTitle is the meeting within the title of the instrument that a document is: "Declaration of the Fifth
// River Summit".
func (s *sentence) meetingInTitle() *event {
	t := s.st.last[graph.Treaty]
	if t == nil || t.s.ordinal > lastTitle || t.np == nil || t.np.name == "" || t.np.head < 0 {
		return nil
	}
	for h := t.np.y - 1; h > t.np.head+1; h-- {
		if n := t.s.items[h].eventNoun(); n == nil || n.label != string(graph.Meeting) || n.plural {
			continue
		}
		np := t.s.headedPhrase(h, t.np.head+2)
		if np.label == "" || np.name == "" {
			return nil
		}
		e := t.s.resolve(&np)
		t.s.nounPhraseClaims(e, &np, noVerb())
		return e
	}
	return nil
}

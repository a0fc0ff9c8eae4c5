package extract

import (
	"slices"

	"concord/ingest/document"
)

// Note is something that a document says and that did not become a claim.
type Note struct {
	Passage int    // the ordinal of the passage
	Words   string // verbatim
	Why     string
	Missed  bool // the passage has an event noun and no claim at all
}

// Explain returns why candidates for events were not taken, the sentences that have an
// event noun and no claim, and what the parts of totals come to, in the order of the text.
func (x *Extractor) Explain(d *document.Document) []Note {
	var notes []Note
	eventful := map[int]string{}
	var order []int
	st := x.read(d, func(s *sentence, _ []clause) {
		for i := range s.ph {
			if s.ph[i].k == pEvent && eventful[s.ordinal] == "" {
				eventful[s.ordinal] = s.text(s.a, s.b)
				order = append(order, s.ordinal)
			}
		}
	})
	told := map[string]bool{}
	for _, c := range st.out.sorted() {
		told[c.Passage] = true
	}
	dropped := map[int][]Note{}
	for _, e := range st.events {
		if e.dropped && e.s != nil {
			dropped[e.s.ordinal] = append(dropped[e.s.ordinal], Note{Passage: e.s.ordinal, Words: e.s.text(e.a, e.b), Why: e.whyDropped()})
		}
	}
	for _, t := range st.sums {
		if eventful[t.s.ordinal] == "" {
			eventful[t.s.ordinal] = t.s.text(t.s.a, t.s.b)
			told[st.out.passages[t.s.ordinal-1].ID] = true
			order = append(order, t.s.ordinal)
		}
		dropped[t.s.ordinal] = append(dropped[t.s.ordinal], t.note())
	}
	slices.Sort(order)
	for _, n := range order {
		notes = append(notes, dropped[n]...)
		if p := st.out.passages[n-1]; !told[p.ID] {
			notes = append(notes, Note{Passage: n, Words: p.Text, Why: "names an event, and nothing was found that it says of it", Missed: true})
		}
	}
	return notes
}

// whyDropped says why an event was not kept.
func (e *event) whyDropped() string {
	switch {
	case e.plural || e.generic:
		return "speaks of several or of any, not of one"
	case len(e.args) == 0:
		return "has no participants, date or place in this text"
	case e.name == "":
		return "has no name, and too little of who, when and where to tell it apart"
	}
	return "has a name, and nothing else that this text says of it"
}

package extract

import (
	"slices"
	"strings"

	"concord/graph"
)

// editions finds the exercises that the document told of by what their editions share: the
// root of their names, or else the first of the line. The events are in the order in which
// they were told.
type editions struct {
	byRoot    map[string][]*event // by the slug of the root
	starts    map[string]bool     // the first words of the roots, in lower case
	byLineage map[*event][]*event
}

// add makes e one of the document's events.
func (st *state) add(e *event) {
	e.n = len(st.events)
	st.events = append(st.events, e)
	st.byLabel[e.label] = append(st.byLabel[e.label], e)
	if e.label != graph.Exercise {
		return
	}
	st.exercises = true
	st.renamed(e)
	if e.lineage != nil {
		st.editions.byLineage[e.lineage] = append(st.editions.byLineage[e.lineage], e)
	}
}

// renamed must be called when an event has got another name or series.
func (st *state) renamed(e *event) {
	if e.label == graph.Treaty && beginsWithInitials(e.name) && !slices.Contains(st.initials, e) {
		st.initials = append(st.initials, e)
	}
	if e.label != graph.Exercise {
		return
	}
	root := e.root()
	if root == "" || root == e.rooted {
		return
	}
	e.rooted = root
	slug := graph.Slug(root)
	st.editions.byRoot[slug] = append(st.editions.byRoot[slug], e)
	st.editions.starts[strings.ToLower(firstWord(root))] = true
	if short := capitalsOf(root); short != "" && st.acronyms[short] == nil {
		st.acronyms[short] = e
	}
}

// capitalsOf are the initials of a name of three words or more in capitals, by which it may be spoken of: "UFS" of
// "Ulchi Freedom Shield". Of another name there are none.
func capitalsOf(name string) string {
	words := strings.Fields(name)
	short := ""
	for _, w := range words {
		if len(w) < 2 || !isUpper(w[0]) || !(w[1] >= 'a' && w[1] <= 'z') {
			return ""
		}
		short += w[:1]
	}
	if len(words) < 3 {
		return ""
	}
	return short
}

// firstTold returns the first of the events that fits, or nil.
func firstTold(events []*event, fits func(*event) bool) *event {
	var first *event
	for _, e := range events {
		if (first == nil || e.n < first.n) && fits(e) {
			first = e
		}
	}
	return first
}

// numbered are the kept editions with an id that have a number, of those that were told of so far.
type numbered map[string][]int

// add notes the number of e.
func (n numbered) add(e *event) {
	if e.ordinal > 0 {
		n[e.id] = append(n[e.id], e.ordinal)
	}
}

// another reports whether an edition with another number has the id of e: two were held in one year.
func (n numbered) another(e *event) bool {
	for _, ordinal := range n[e.id] {
		if ordinal != e.ordinal {
			return true
		}
	}
	return false
}

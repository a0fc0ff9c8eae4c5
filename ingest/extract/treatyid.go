package extract

import (
	"strings"

	"concord/graph"
)

// What makes an instrument the same as another: its title, where that is its own.

// usualWords are those of titles that many pairs of countries have an instrument by, "Defence Cooperation Agreement".
const usualWords = " a access acquisition agreement and arrangement bilateral comprehensive concerning cooperation co-operation cross cross-servicing declaration defence defense enhanced exchange field for forces framework general in information joint logistic logistical logistics maritime matters memorandum military mutual naval of on partnership pact protection protocol reciprocal security servicing sharing statement status strategic support technical the training treaty understanding visiting "

// identifyTreaty makes the id: of the title, with the two parties where it is a usual one, or of parties, kind and
// date.
func (e *event) identifyTreaty() {
	if parties := e.related(graph.Signed); e.name != "" && len(parties) == 2 && usualTitle(e.name) {
		e.id = graph.NewID(graph.Treaty, withoutOrdinal(e.name), e.who())
		return
	}
	if e.name != "" && !e.namesake {
		e.id = graph.NewID(graph.Treaty, withoutOrdinal(e.name))
		return
	}
	if e.name != "" {
		e.id = graph.NewID(graph.Treaty, withoutOrdinal(e.name), e.who(), e.date)
		return
	}
	e.id = graph.NewID(graph.Treaty, e.who(), e.topic(), e.kind, e.date)
}

// usualTitle reports whether a title says nothing that is its instrument's alone.
func usualTitle(name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if !contains(usualWords, strings.Trim(w, ",()")) {
			return false
		}
	}
	return true
}

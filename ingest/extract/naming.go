package extract

import (
	"slices"
	"strconv"
	"strings"

	"concord/graph"
)

// What an event is called where no text names it, made from what is known of it.

// identify gives the event its id and name, from all that was found.
func (e *event) identify() {
	if e.id != "" {
		return
	}
	switch e.label {
	case graph.Exercise:
		e.identifyExercise()
	case graph.Meeting:
		e.identifyMeeting()
	case graph.Treaty:
		e.identifyTreaty()
	default:
		e.identifyOther()
	}
}

// slugOf is the readable part of an id.
func slugOf(id string) string {
	_, slug, _ := strings.Cut(id, ":")
	return strings.ToLower(slug)
}

// who is the event's parties in an id: the organization it was held under, else the countries.
func (e *event) who() string {
	if orgs := e.related(graph.Under); len(orgs) > 0 {
		return slugOf(orgs[0])
	}
	var codes []string
	for _, rel := range []graph.RelationType{graph.ParticipatedIn, graph.Attended, graph.Signed, graph.Prepared, graph.PartyTo} {
		for _, id := range e.related(rel) {
			codes = appendNew(codes, slugOf(id))
		}
	}
	slices.Sort(codes)
	if len(codes) > 8 {
		codes = codes[:8]
	}
	return strings.Join(codes, "-")
}

// topic is the event's first topic in an id.
func (e *event) topic() string {
	for _, a := range e.args {
		if a.rel == graph.HasTopic {
			return slugOf(a.object)
		}
	}
	return ""
}

// countryNames joins the names of the event's parties: "China–Thailand".
func (e *event) countryNames(st *state) string {
	if orgs := e.related(graph.Under); len(orgs) > 0 {
		if entry, ok := st.gaz.Entry(orgs[0]); ok {
			return shortName(entry)
		}
	}
	var names []string
	seen := map[string]bool{}
	for _, a := range e.args {
		id := a.party
		if id == "" || seen[id] || a.polarity == graph.Negated {
			continue
		}
		seen[id] = true
		if en, ok := st.gaz.Entity(id); ok {
			names = append(names, en.Name)
		}
	}
	if len(names) > 4 {
		return names[0] + " and " + strconv.Itoa(len(names)-1) + " others"
	}
	slices.Sort(names)
	return strings.Join(names, "–")
}

// dateInWords is an EDTF date for a readable name: "July 2007".
func dateInWords(edtf string) string {
	first, _, _ := strings.Cut(edtf, "/")
	parts := strings.Split(first, "-")
	if len(parts) < 2 {
		return first
	}
	m := atoi(parts[1])
	if m < 1 || m > 12 {
		return parts[0]
	}
	return monthWords[m] + " " + parts[0]
}

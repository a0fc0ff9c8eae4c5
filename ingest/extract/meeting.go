package extract

import (
	"cmp"
	"strconv"

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

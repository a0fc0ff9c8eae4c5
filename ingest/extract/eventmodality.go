package extract

import (
	"concord/graph"
)

// attributes makes what an exercise is, its number and its domains, hold as the event itself does: that it will last
// until May, or was not held in Oslo, does not touch them.
func (e *event) attributes() {
	if e.label != graph.Exercise {
		return
	}
	attribute := func(a *arg) bool { return a.prop == "ordinal" || a.prop == "domains" }
	m, told := graph.Planned, false
	for k := range e.args {
		if a := &e.args[k]; !attribute(a) {
			told = true
			if a.modality == graph.Actual && a.polarity != graph.Negated {
				m = graph.Actual
			}
		}
	}
	if !told || e.cancelled {
		return
	}
	for k := range e.args {
		if a := &e.args[k]; attribute(a) && m == graph.Actual {
			a.modality, a.polarity = graph.Actual, graph.Affirmed
		} else if attribute(a) && a.modality == graph.Actual {
			a.modality = e.told()
		}
	}
}

// told is the modality of the first thing that a sentence says of the event, besides what it is.
func (e *event) told() graph.Modality {
	for _, a := range e.args {
		if a.prop != "ordinal" && a.prop != "domains" {
			return a.modality
		}
	}
	return graph.Actual
}

// modality is actual if anything said of the event is, else that of what is said.
func (e *event) modality() graph.Modality {
	m := graph.Actual
	if e.cancelled {
		return graph.Planned
	}
	for _, a := range e.args {
		if a.modality == graph.Actual && a.polarity != graph.Negated {
			return graph.Actual
		}
		m = a.modality
	}
	return m
}

// yetToCome makes what is said of an exercise or meeting planned that was to begin after the text was published.
func (st *state) yetToCome(e *event) {
	if e.label != graph.Exercise && e.label != graph.Meeting || st.cal.published.y == 0 || e.date == "" {
		return
	}
	first, _ := ends(e.date)
	day := st.cal.published.String()
	n := min(len(first), len(day))
	if first[:n] <= day[:n] {
		return
	}
	for k := range e.args {
		if a := &e.args[k]; a.modality == graph.Actual {
			a.modality = graph.Planned
		}
	}
}

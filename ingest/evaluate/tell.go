package evaluate

import (
	"slices"
	"strings"

	"concord/graph"
)

// tell writes a claim of the gold for a reader of the report.
func (s *scorer) tell(g Claim) string {
	shown := g
	shown.Subjects, shown.Objects = s.shown(g.Subjects), s.shown(g.Objects)
	return shown.String()
}

func (s *scorer) shown(refs []string) []string {
	var out []string
	for _, r := range refs {
		if e := s.gold.Entity(r); e != nil && e.Labels[0] == graph.Figure {
			out = append(out, "figure"+valuesOf(e.Properties))
			continue
		}
		out = append(out, s.gold.describe(r))
	}
	return out
}

func valuesOf(properties map[string][]any) string {
	var b strings.Builder
	writeProperties(&b, properties)
	return b.String()
}

// told writes a prediction.
func (s *scorer) told(p prediction) string {
	properties := map[string][]any{}
	for k, v := range p.claim.Properties {
		for _, x := range each(v) {
			properties[k] = append(properties[k], x)
		}
	}
	return s.named(p.claim.Subject) + " " + string(p.claim.Relation) + " " + s.named(p.claim.Object) + valuesOf(properties) + inForm(p.claim)
}

// named gives a predicted id with what it stands for, or its name.
func (s *scorer) named(id string) string {
	e := s.entity[id]
	switch {
	case s.gold.Entity(s.ref(id)) != nil && e.Label != graph.Figure:
		return s.gold.describe(s.ref(id))
	case e.Label == graph.Figure:
		return "figure {" + s.value(id) + " " + text(e.Properties["unit"]) + "}"
	}
	return s.ref(id)
}

// passage finds the sentence that a missed claim most likely stands in: the first of
// those that mention the most of it.
func (s *scorer) passage(g Claim) string {
	best, most := "", 0
	for _, p := range s.bundle.Passages {
		n := s.present(g.Subjects, p) + s.present(g.Objects, p)
		for _, right := range g.Properties {
			for _, v := range right {
				if says(p.Text, v) {
					n++
				}
			}
		}
		if n > most {
			best, most = p.Text, n
		}
	}
	return best
}

// present weighs how surely a passage speaks of one of the references.
func (s *scorer) present(refs []string, p graph.Passage) int {
	for _, r := range refs {
		if slices.ContainsFunc(p.Mentions, func(m graph.Mention) bool { return s.ref(m.Entity) == r }) {
			return 2
		}
		e := s.gold.Entity(r)
		if e == nil {
			continue
		}
		if slices.ContainsFunc(e.Names, func(n string) bool { return strings.Contains(p.Text, n) }) {
			return 3
		}
		for _, v := range e.Properties["value"] {
			if says(p.Text, v) {
				return 3
			}
		}
	}
	return 0
}

// says reports whether a value stands in a passage as words of its own.
func says(passage string, value any) bool {
	return strings.Contains(" "+strings.Join(words(strings.ReplaceAll(passage, ",", "")), " ")+" ", " "+strings.Join(words(text(value)), " ")+" ")
}

package evaluate

import (
	"maps"
	"slices"
	"strings"

	"concord/graph"
)

// alignment maps the ids of a bundle to the references of a gold: its ids where an
// entity is known by them, its handles where an entity was aligned, and itself else.
type alignment struct {
	bundle graph.Bundle
	gold   *Gold
	claims []graph.Claim // what counts of the bundle's
	entity map[string]graph.Entity
	to     map[string]string // predicted id -> reference
}

// align finds which predicted entity is which of the gold: first the known ones by
// name, then the others by the best one-to-one assignment over shared claims, names and dates. Relations
// between two entities of the second kind count in a second round, when one of them is settled;
// figures come last, as they belong to the others.
func align(b graph.Bundle, g *Gold) *alignment {
	a := &alignment{bundle: b, gold: g, entity: map[string]graph.Entity{}, to: map[string]string{}}
	for _, e := range b.Entities {
		a.entity[e.ID] = e
	}
	for _, c := range b.Claims {
		if c.Basis != graph.Inferred && c.Basis != graph.Reference && c.Relation != "MENTIONS" {
			a.claims = append(a.claims, c)
		}
	}
	a.known()
	isFigure := func(e *Entity) bool { return e.Labels[0] == graph.Figure }
	for range 2 {
		a.assign(func(e *Entity) bool { return !isFigure(e) })
	}
	a.assign(isFigure)
	return a
}

// ref is the reference that a predicted id stands for.
func (a *alignment) ref(id string) string {
	if r, ok := a.to[id]; ok {
		return r
	}
	return id
}

func labelOf(id string) graph.Label {
	prefix, _, _ := strings.Cut(id, ":")
	return prefixes[prefix]
}

func (a *alignment) label(id string) graph.Label {
	if e, ok := a.entity[id]; ok {
		return e.Label
	}
	return labelOf(id)
}

// predicted are the ids that the bundle's claims speak of, sorted.
func (a *alignment) predicted() []string {
	ids := map[string]bool{}
	for _, c := range a.claims {
		ids[c.Subject] = true
		if c.Relation != "" {
			ids[c.Object] = true
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// known maps predicted entities to the gold's ids by id, name, acronym or alias.
func (a *alignment) known() {
	wanted := map[string]bool{}
	for _, c := range a.gold.Claims {
		for _, r := range append(slices.Clone(c.Subjects), c.Objects...) {
			if r != "*" && a.gold.Entity(r) == nil {
				wanted[r] = true
			}
		}
	}
	for _, id := range a.predicted() {
		if wanted[id] || a.label(id) == graph.Country {
			continue
		}
		e := a.entity[id]
		names := append([]string{e.Name, text(e.Properties["acronym"])}, e.Aliases...)
		prefix, _, _ := strings.Cut(id, ":")
		for _, n := range names {
			if r := prefix + ":" + slug(n); wanted[r] {
				a.to[id] = r
				break
			}
		}
	}
}

// assign pairs the gold's entities that are meant with predicted ones.
func (a *alignment) assign(meant func(*Entity) bool) {
	var handles []*Entity
	for _, e := range a.gold.Entities {
		if meant(e) {
			handles = append(handles, e)
		}
	}
	var candidates []string
	for _, id := range a.predicted() {
		if slices.ContainsFunc(handles, func(e *Entity) bool { return slices.Contains(e.Labels, a.label(id)) }) {
			candidates = append(candidates, id)
		}
	}
	weights := make([][]float64, len(handles))
	for i, e := range handles {
		weights[i] = make([]float64, len(candidates))
		for j, id := range candidates {
			if slices.Contains(e.Labels, a.label(id)) {
				weights[i][j] = a.likeness(e, id)
			}
		}
	}
	for _, id := range candidates {
		if a.gold.Entity(a.to[id]) != nil {
			delete(a.to, id)
		}
	}
	for i, j := range assignment(weights) {
		if j >= 0 && weights[i][j] > 0 {
			a.to[candidates[j]] = handles[i].Handle
		}
	}
}

// likeness of an entity of the gold and a predicted one: 3 for the same name, 1 for
// each shared relation claim (a half if made in another form), 1.5 for the same date, less for
// another, and a little for the rest. Without a shared claim or much of a name it is 0;
// figures need the value.
func (a *alignment) likeness(e *Entity, id string) float64 {
	if e.Labels[0] == graph.Figure && !among(e.Properties["value"], a.value(id)) {
		return 0
	}
	name := 0.0
	for _, n := range e.Names {
		for _, m := range append([]string{a.entity[id].Name}, a.entity[id].Aliases...) {
			name = max(name, similarity(n, m))
		}
	}
	shared := a.shared(e, id)
	if shared == 0 && name < 0.5 {
		return 0
	}
	likeness := 3*name + shared
	dates, ordinals := a.said(id, "date"), a.said(id, "ordinal")
	if right := e.Properties["date"]; len(right) > 0 && len(dates) > 0 {
		switch {
		case slices.ContainsFunc(dates, func(d string) bool { return among(right, d) }):
			likeness += 1.5
		case year(text(right[0])) != year(dates[0]):
			likeness -= 2
		default:
			likeness -= 0.5
		}
	}
	if right := e.Properties["ordinal"]; len(right) > 0 && len(ordinals) > 0 && !among(right, ordinals[0]) {
		likeness -= 2
	}
	if likeness <= 0 {
		return 0
	}
	return max(likeness+a.alike(e, id), 0.1)
}

// alike weighs the properties that only tell apart what is alike otherwise: two
// hotlines of one sentence, or two figures with one number.
func (a *alignment) alike(e *Entity, id string) float64 {
	alike := 0.0
	for _, name := range []string{"kind", "status", "unit", "comparator"} {
		right, got := e.Properties[name], append(a.said(id, name), each(a.entity[id].Properties[name])...)
		switch {
		case len(right) == 0 || len(got) == 0:
		case slices.ContainsFunc(got, func(v string) bool { return among(right, v) }):
			alike += 0.5
		default:
			alike -= 0.25
		}
	}
	return alike
}

func year(date string) string { return date[:min(4, len(date))] }

func (a *alignment) value(id string) string { return text(a.entity[id].Properties["value"]) }

// said are the values that claims give a property of a predicted entity.
func (a *alignment) said(id, property string) []string {
	var out []string
	for _, c := range a.claims {
		if c.Subject == id && c.Property == property {
			out = append(out, each(c.Value)...)
		}
	}
	return out
}

// shared counts the gold's claims about e that are made of id.
func (a *alignment) shared(e *Entity, id string) float64 {
	shared := 0.0
	for _, g := range a.gold.Claims {
		asSubject, asObject := slices.Contains(g.Subjects, e.Handle), slices.Contains(g.Objects, e.Handle)
		if !asSubject && !asObject {
			continue
		}
		best := 0.0
		for _, c := range a.claims {
			if c.Relation != g.Relation || asSubject && c.Subject != id || asObject && c.Object != id {
				continue
			}
			if asSubject && !accepts(g.Objects, a.ref(c.Object)) || asObject && !accepts(g.Subjects, a.ref(c.Subject)) {
				continue
			}
			if g.Form.Accepts(c) {
				best = 1
			} else {
				best = max(best, 0.5)
			}
		}
		shared += best
	}
	return shared
}

// accepts reports whether a reference is one of those that are right.
func accepts(right []string, ref string) bool {
	return slices.Contains(right, ref) || slices.Contains(right, "*")
}

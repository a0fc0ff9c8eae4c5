package gazetteer

import (
	"strings"

	"concord/graph"
)

// organization reads a line of organizations.tsv or forces.tsv: slug, acronym, name, kind,
// parent (an organization's slug), country (alpha-3), aliases. Without a slug the
// acronym is it, and without an acronym the name.
func (l *loader) organization(r row) {
	acronym, name := r.cells["acronym"], r.cells["name"]
	key := r.cells["slug"]
	if key == "" && acronym != "" {
		key = acronym
	}
	if key == "" {
		key = name
	}
	e := &Entry{
		Entity: entity(graph.Organization, graph.NewID(graph.Organization, key), name, map[string]any{"acronym": strings.TrimSuffix(acronym, "?"), "kind": r.cells["kind"]}),
		Kind:   r.cells["kind"],
	}
	if !organizationKinds[e.Kind] {
		l.fail(r, "%q is no kind of organization: use one of DESIGN's", e.Kind)
	}
	if c := r.cells["country"]; c != "" {
		e.Country = l.refer(r, "country:"+c)
	}
	if p := r.cells["parent"]; p != "" {
		e.Parent = l.refer(r, "organization:"+p)
	}
	l.names(r, e, name, acronym, r.list("aliases"))
}

var organizationKinds = map[string]bool{
	"igo": true, "forum": true, "un_organ": true, "armed_forces": true, "armed_service": true,
	"ministry": true, "agency": true, "government": true,
}

// names enters an entry with its name, acronym and aliases.
func (l *loader) names(r row, e *Entry, name, acronym string, aliases []string) {
	known := plain(aliases)
	if acronym != "" {
		known = append(known, plain([]string{acronym})...)
	}
	l.enter(r, e, known)
	enter := func(text string, form Form) {
		switch {
		case e.Kind == "armed_forces" || e.Kind == "armed_service":
			form = Force
		case e.Kind == "decoy":
			form = Decoy
		case isAcronym(strings.TrimSuffix(text, "?")):
			form = Acronym
		}
		l.name(r, form, text, e)
	}
	enter(name, Name)
	if acronym != "" {
		enter(acronym, Acronym)
	}
	for _, a := range aliases {
		enter(a, Name)
	}
}

// mission reads a line of missions.tsv: slug, acronym, name, under (organizations'
// slugs), in (countries' alpha-3 codes or places' slugs), aliases.
func (l *loader) mission(r row) {
	acronym, name := r.cells["acronym"], r.cells["name"]
	key := r.cells["slug"]
	if key == "" && acronym != "" {
		key = acronym
	}
	if key == "" {
		key = name
	}
	e := &Entry{
		Entity: entity(graph.Mission, graph.NewID(graph.Mission, key), name, map[string]any{"acronym": strings.TrimSuffix(acronym, "?")}),
		Kind:   "mission",
		In:     l.locations(r, "in"),
	}
	for _, o := range r.list("under") {
		e.Under = append(e.Under, l.refer(r, "organization:"+o))
	}
	l.names(r, e, name, acronym, r.list("aliases"))
}

// decoy reads a line of decoys.tsv: a name that looks like a country's or a place's.
func (l *loader) decoy(r row) {
	e := &Entry{Entity: graph.Entity{Name: r.cells["name"]}, Kind: "decoy"}
	l.names(r, e, e.Entity.Name, "", r.list("aliases"))
}

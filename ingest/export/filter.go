package export

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"concord/graph"
)

// Filter says which part of a graph is meant; the zero Filter means all of it. The
// conditions hold together, the entries of one are alternatives.
type Filter struct {
	Labels        []graph.Label        // of nodes; an edge needs both its nodes
	Relations     []graph.RelationType // of edges; a node needs such an edge
	Since, Until  graph.Day            // the zero Day for no bound; see period
	Organizations []string             // IDs: it itself, and what was under it
}

// NewFilter reads a filter from its words: labels and relation types as the model spells
// them, in any letter case, and EDTF dates. The error joins one for each mistake.
func NewFilter(labels, relations []string, since, until string) (Filter, error) {
	var f Filter
	var errs []error
	for _, s := range labels {
		i := slices.IndexFunc(graph.EntityLabels, func(l graph.Label) bool { return strings.EqualFold(string(l), s) })
		if i < 0 {
			errs = append(errs, fmt.Errorf("--label %s: there is no such label; use one of %s", s, words(graph.EntityLabels)))
			continue
		}
		f.Labels = append(f.Labels, graph.EntityLabels[i])
	}
	for _, s := range relations {
		i := slices.IndexFunc(graph.Relations, func(r graph.Relation) bool { return strings.EqualFold(string(r.Type), s) })
		if i < 0 {
			errs = append(errs, fmt.Errorf("--relation %s: there is no such relation; use one of %s", s, words(relationTypes())))
			continue
		}
		f.Relations = append(f.Relations, graph.Relations[i].Type)
	}
	bound := func(flag, s string, day func(graph.Date) graph.Day) (d graph.Day) {
		if s == "" {
			return d
		}
		parsed, err := graph.ParseDate(s)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s %s: %w", flag, s, err))
			return d
		}
		return day(parsed)
	}
	f.Since = bound("--since", since, graph.Date.Earliest)
	f.Until = bound("--until", until, graph.Date.Latest)
	if f.timed() && f.last().Compare(f.Since) < 0 {
		errs = append(errs, fmt.Errorf("--since %s is after --until %s; swap them", since, until))
	}
	return f, errors.Join(errs...)
}

func relationTypes() []graph.RelationType {
	types := make([]graph.RelationType, len(graph.Relations))
	for i, r := range graph.Relations {
		types[i] = r.Type
	}
	return types
}

func words[S ~string](list []S) string {
	s := make([]string, len(list))
	for i, e := range list {
		s[i] = string(e)
	}
	return strings.Join(s, ", ")
}

// FindOrganizations returns the IDs of the organizations that names mean: an ID, an
// acronym, a name or another name, in any letter case.
func FindOrganizations(g Graph, names []string) ([]string, error) {
	if len(names) == 0 {
		return nil, nil
	}
	found := make([][]string, len(names))
	for n, err := range g.Nodes() {
		if err != nil {
			return nil, err
		}
		if n.Label != graph.Organization {
			continue
		}
		acronym, _ := n.Properties["acronym"].(string)
		for i, name := range names {
			if is := func(s string) bool { return strings.EqualFold(s, name) }; is(n.ID) || is(acronym) || is(n.Name) || slices.ContainsFunc(n.Aliases, is) {
				found[i] = append(found[i], n.ID)
			}
		}
	}
	var ids []string
	var errs []error
	for i, list := range found {
		switch {
		case len(list) == 0:
			errs = append(errs, fmt.Errorf("--organization %s: no organization of the graph has this id, acronym or name; export nodes-csv with --label Organization to see them", names[i]))
		case len(list) > 1:
			errs = append(errs, fmt.Errorf("--organization %s: may mean %s; give the id", names[i], strings.Join(list, ", ")))
		default:
			ids = append(ids, list[0])
		}
	}
	return ids, errors.Join(errs...)
}

func (f Filter) timed() bool { return f.Since != graph.Day{} || f.Until != graph.Day{} }

func (f Filter) last() graph.Day {
	if (f.Until == graph.Day{}) {
		return graph.LastDay
	}
	return f.Until
}

// ofEdges reports whether f asks more than a node can answer alone.
func (f Filter) ofEdges() bool {
	return len(f.Relations) > 0 || len(f.Organizations) > 0 || f.timed()
}

func (f Filter) empty() bool { return len(f.Labels) == 0 && !f.ofEdges() }

func (f Filter) label(l graph.Label) bool { return len(f.Labels) == 0 || slices.Contains(f.Labels, l) }

func (f Filter) relation(t graph.RelationType) bool {
	return len(f.Relations) == 0 || slices.Contains(f.Relations, t)
}

// within reports whether properties name a time that meets the filter's.
func (f Filter) within(properties map[string]any) (meets, known bool) {
	from, to, ok := period(properties)
	return ok && from.Compare(f.last()) <= 0 && to.Compare(f.Since) >= 0, ok
}

func (f Filter) under(n graph.SourcedNode) bool {
	return len(f.Organizations) == 0 || slices.Contains(f.Organizations, n.ID) ||
		slices.ContainsFunc(n.Under, func(id string) bool { return slices.Contains(f.Organizations, id) })
}

// relates reports whether an edge of type t with these properties meets all but the labels.
// Its time is its own, else that of one of its nodes; without any it meets no bound.
func (f Filter) relates(t graph.RelationType, properties map[string]any, subject, object graph.SourcedNode) bool {
	if !f.relation(t) || !f.under(subject) && !f.under(object) {
		return false
	}
	if !f.timed() {
		return true
	}
	if meets, known := f.within(properties); known {
		return meets
	}
	if t == graph.MemberOf {
		return true // a membership without years is open at both ends
	}
	meetsObject, _ := f.within(object.Properties)
	meetsSubject, _ := f.within(subject.Properties)
	return meetsObject || meetsSubject
}

func (f Filter) edge(e graph.SourcedEdge) bool {
	return f.label(e.Subject.Label) && f.label(e.Object.Label) && f.relates(e.Type, e.Properties, e.Subject, e.Object)
}

// alone reports whether a node meets f by itself, whatever edges it has.
func (f Filter) alone(n graph.SourcedNode) bool {
	if !f.label(n.Label) || len(f.Relations) > 0 || !f.under(n) {
		return false
	}
	if !f.timed() {
		return true
	}
	meets, _ := f.within(n.Properties)
	return meets
}

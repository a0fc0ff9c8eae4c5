package evaluate

import (
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"concord/graph"
)

var (
	idForm   = regexp.MustCompile(`^(country:[A-Z]{3}|(organization|group|exercise|meeting|exchange|treaty|mechanism|mission|place|topic):[\p{Ll}\p{Nd}]+(-[\p{Ll}\p{Nd}]+)*)$`)
	edtfForm = regexp.MustCompile(`^(\d{4}(-\d{2}(-\d{2})?)?|\.\.)(/(\d{4}(-\d{2}(-\d{2})?)?|\.\.))?$`)
)

// check reports what makes a gold file wrong in itself: ids out of form, labels and
// relations that the graph lacks, ends that a relation does not join, handles never used.
func (g *Gold) check(p *parser) {
	used := map[string]bool{}
	for _, c := range g.Claims {
		at := &yaml.Node{Line: c.Line, Column: 1}
		rel, ok := graph.RelationOf(c.Relation)
		if !ok {
			p.fail(at, "relation %q is unknown; take one of graph.Relations", c.Relation)
			continue
		}
		for name := range c.Properties {
			if !slices.Contains(rel.Properties, name) {
				p.fail(at, "%s has no property %q; take one of %s", c.Relation, name, strings.Join(rel.Properties, ", "))
			}
		}
		g.checkEnds(p, at, c, rel, used)
	}
	for _, e := range g.Entities {
		at := &yaml.Node{Line: e.Line, Column: 1}
		if !used[e.Handle] && len(e.Properties) == 0 {
			p.fail(at, "no claim uses %q; add one, or take the entity away", e.Handle)
		}
		for _, l := range e.Labels {
			if !slices.Contains(graph.EntityLabels, l) {
				p.fail(at, "label %q is unknown; take one of graph.EntityLabels", l)
			}
		}
		for _, name := range []string{"date", "asOf"} {
			for _, v := range e.Properties[name] {
				if text(v) != "" && !edtfForm.MatchString(text(v)) {
					p.fail(at, "%s %q of %q is no EDTF date; write 2007, 2007-08, 2007-08-09 or two of them with a slash", name, text(v), e.Handle)
				}
			}
		}
	}
}

func (g *Gold) checkEnds(p *parser, at *yaml.Node, c Claim, rel graph.Relation, used map[string]bool) {
	for _, end := range []struct {
		refs    []string
		allowed []graph.Label
	}{{c.Subjects, rel.From}, {c.Objects, rel.To}} {
		for _, ref := range end.refs {
			used[ref] = true
			if ref == "*" && c.Optional {
				continue
			}
			labels := g.labels(ref)
			switch {
			case len(labels) == 0:
				p.fail(at, "%q is neither a handle nor an id; name it under entities, or write label:slug", ref)
			case g.Entity(ref) == nil && !idForm.MatchString(ref):
				p.fail(at, "id %q is out of form; write label:slug in lower case, or country: and three capitals", ref)
			case !slices.ContainsFunc(labels, func(l graph.Label) bool { return slices.Contains(end.allowed, l) }):
				p.fail(at, "%s does not join %s; take one of %v", c.Relation, ref, end.allowed)
			}
		}
	}
}

// imply adds, as optional, what a right extraction may say as well: that an event
// held in a place was held in what the place is said to lie in.
func (g *Gold) imply() {
	var extra []Claim
	for _, held := range g.Claims {
		if held.Relation != graph.HeldIn {
			continue
		}
		for _, in := range g.Claims {
			if in.Relation == graph.LocatedIn && slices.ContainsFunc(in.Subjects, func(s string) bool { return slices.Contains(held.Objects, s) }) {
				c := held
				c.Objects, c.Optional = in.Objects, true
				extra = append(extra, c)
			}
		}
	}
	g.Claims = append(g.Claims, extra...)
}

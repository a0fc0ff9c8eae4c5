package export

import (
	"cmp"
	"iter"
	"slices"

	"concord/graph"
)

// OfClaims returns the graph that bundles make together, in memory: the same as the one
// that a store makes of them. Of two bundles of one document the later one counts.
func OfClaims(bundles []graph.Bundle) Graph {
	last := map[string]graph.Bundle{}
	for _, b := range bundles {
		last[b.Document.ID] = b.Normalized()
	}
	g := &claimsGraph{nodes: map[string]graph.SourcedNode{}, from: map[string][]graph.SourcedEdge{}, into: map[string][]graph.SourcedEdge{}}
	for _, b := range last {
		g.bundles = append(g.bundles, b)
	}
	slices.SortFunc(g.bundles, func(a, b graph.Bundle) int { return cmp.Compare(a.Document.ID, b.Document.ID) })
	view := graph.NewView(g.bundles...)
	g.index(view)
	return g
}

type claimsGraph struct {
	bundles    []graph.Bundle
	order      []string // of nodes
	nodes      map[string]graph.SourcedNode
	from, into map[string][]graph.SourcedEdge
}

// index brings the view together with what it comes from.
func (g *claimsGraph) index(view graph.View) {
	documents := map[string][]graph.Document{} // by the entity that they describe
	claims := map[string]graph.Source{}
	properties := map[string][]graph.Source{} // by the entity
	for _, b := range g.bundles {
		d := b.Document
		d.Text = ""
		for _, e := range b.Entities {
			documents[e.ID] = append(documents[e.ID], d)
		}
		for _, c := range b.Claims {
			claims[c.ID] = graph.SourceOf(c, d)
			if c.Property != "" && c.Supports() {
				properties[c.Subject] = append(properties[c.Subject], claims[c.ID])
			}
		}
	}
	under := map[string][]string{}
	for _, e := range view.Edges {
		if e.Type == graph.Under {
			under[e.From] = append(under[e.From], e.To)
		}
	}
	for _, n := range view.Nodes {
		graph.SortSources(properties[n.ID])
		g.nodes[n.ID] = graph.SourcedNode{Node: n, Under: under[n.ID], Documents: documents[n.ID], Sources: properties[n.ID]}
		g.order = append(g.order, n.ID)
	}
	slices.SortStableFunc(g.order, func(a, b string) int {
		rank := func(id string) int { return slices.Index(graph.EntityLabels, g.nodes[id].Label) }
		return cmp.Compare(rank(a), rank(b))
	})
	for _, e := range view.Edges {
		sourced := graph.SourcedEdge{Edge: e, Subject: g.end(e.From), Object: g.end(e.To)}
		for _, id := range e.Properties["claims"].([]string) {
			sourced.Sources = append(sourced.Sources, claims[id])
		}
		graph.SortSources(sourced.Sources)
		g.from[e.From] = append(g.from[e.From], sourced)
		g.into[e.To] = append(g.into[e.To], sourced)
	}
}

// end returns a node without its sources.
func (g *claimsGraph) end(id string) graph.SourcedNode {
	n := g.nodes[id]
	n.Documents, n.Sources = nil, nil
	return n
}

func (g *claimsGraph) Nodes() iter.Seq2[graph.SourcedNode, error] { return g.NodesOf(g.order) }

func (g *claimsGraph) NodesOf(ids []string) iter.Seq2[graph.SourcedNode, error] {
	return func(yield func(graph.SourcedNode, error) bool) {
		for _, id := range ids {
			if n, ok := g.nodes[id]; ok && !yield(n, nil) {
				return
			}
		}
	}
}

func (g *claimsGraph) Edges() iter.Seq2[graph.SourcedEdge, error] { return g.EdgesFrom(g.order) }

func (g *claimsGraph) EdgesFrom(ids []string) iter.Seq2[graph.SourcedEdge, error] {
	return edgesAt(g.from, ids)
}

func (g *claimsGraph) EdgesInto(ids []string) iter.Seq2[graph.SourcedEdge, error] {
	return edgesAt(g.into, ids)
}

func edgesAt(edges map[string][]graph.SourcedEdge, ids []string) iter.Seq2[graph.SourcedEdge, error] {
	return func(yield func(graph.SourcedEdge, error) bool) {
		for _, id := range ids {
			for _, e := range edges[id] {
				if !yield(e, nil) {
					return
				}
			}
		}
	}
}

func (g *claimsGraph) Bundles() iter.Seq2[graph.Bundle, error] {
	return func(yield func(graph.Bundle, error) bool) {
		for _, b := range g.bundles {
			if !yield(b, nil) {
				return
			}
		}
	}
}

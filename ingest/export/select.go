package export

import (
	"iter"
	"slices"

	"concord/graph"
)

// Select returns the part of g that f means. A node is in it that meets the filter by itself,
// or has its label and an edge that meets the rest of it.
func Select(g Graph, f Filter) Graph {
	if f.empty() {
		return g
	}
	return selection{g, f}
}

type selection struct {
	Graph
	filter Filter
}

// pageOfNodes is how many nodes are looked at together.
const pageOfNodes = 200

func (s selection) Nodes() iter.Seq2[graph.SourcedNode, error] { return s.nodes(s.Graph.Nodes()) }

func (s selection) NodesOf(ids []string) iter.Seq2[graph.SourcedNode, error] {
	return s.nodes(s.Graph.NodesOf(ids))
}

func (s selection) Edges() iter.Seq2[graph.SourcedEdge, error] { return s.edges(s.Graph.Edges()) }

func (s selection) EdgesFrom(ids []string) iter.Seq2[graph.SourcedEdge, error] {
	return s.edges(s.Graph.EdgesFrom(ids))
}

func (s selection) EdgesInto(ids []string) iter.Seq2[graph.SourcedEdge, error] {
	return s.edges(s.Graph.EdgesInto(ids))
}

func (s selection) edges(all iter.Seq2[graph.SourcedEdge, error]) iter.Seq2[graph.SourcedEdge, error] {
	return func(yield func(graph.SourcedEdge, error) bool) {
		for e, err := range all {
			if err != nil || s.filter.edge(e) {
				if !yield(e, err) {
					return
				}
			}
		}
	}
}

func (s selection) nodes(all iter.Seq2[graph.SourcedNode, error]) iter.Seq2[graph.SourcedNode, error] {
	return func(yield func(graph.SourcedNode, error) bool) {
		var page []graph.SourcedNode
		flush := func() bool {
			in, err := s.chosen(page)
			if err != nil {
				yield(graph.SourcedNode{}, err)
				return false
			}
			for _, n := range page {
				if in[n.ID] && !yield(n, nil) {
					return false
				}
			}
			page = page[:0]
			return true
		}
		for n, err := range all {
			if err != nil {
				yield(n, err)
				return
			}
			if !s.filter.label(n.Label) {
				continue
			}
			if page = append(page, n); len(page) == pageOfNodes && !flush() {
				return
			}
		}
		flush()
	}
}

// chosen returns which of the nodes the filter means.
func (s selection) chosen(nodes []graph.SourcedNode) (map[string]bool, error) {
	in := map[string]bool{}
	var open []string
	for _, n := range nodes {
		if s.filter.alone(n) {
			in[n.ID] = true
		} else {
			open = append(open, n.ID)
		}
	}
	if len(open) == 0 || !s.filter.ofEdges() {
		return in, nil
	}
	for _, edges := range []iter.Seq2[graph.SourcedEdge, error]{s.Graph.EdgesFrom(open), s.Graph.EdgesInto(open)} {
		for e, err := range edges {
			if err != nil {
				return nil, err
			}
			if s.filter.relates(e.Type, e.Properties, e.Subject, e.Object) {
				in[e.From], in[e.To] = true, true
			}
		}
	}
	return in, nil
}

// Bundles returns of each document the claims about what the filter means, with the entities
// and passages that they name. A document without any is left out.
func (s selection) Bundles() iter.Seq2[graph.Bundle, error] {
	return func(yield func(graph.Bundle, error) bool) {
		for b, err := range s.Graph.Bundles() {
			if err == nil {
				b, err = s.bundle(b)
			}
			if err == nil && len(b.Claims) == 0 && len(b.Entities) == 0 {
				continue
			}
			if !yield(b, err) || err != nil {
				return
			}
		}
	}
}

func (s selection) bundle(b graph.Bundle) (graph.Bundle, error) {
	ids := make([]string, len(b.Entities))
	for i, e := range b.Entities {
		ids[i] = e.ID
	}
	all := map[string]graph.SourcedNode{}
	var described []graph.SourcedNode
	for n, err := range s.Graph.NodesOf(ids) {
		if err != nil {
			return b, err
		}
		all[n.ID] = n
		if s.filter.label(n.Label) {
			described = append(described, n)
		}
	}
	in, err := s.chosen(described)
	if err != nil {
		return b, err
	}
	kept := graph.Bundle{Document: b.Document}
	kept.Document.Text = "" // a part of the claims is not what the whole text says
	for _, e := range b.Entities {
		if in[e.ID] && s.filter.label(e.Label) {
			kept.Entities = append(kept.Entities, e)
		}
	}
	passages := map[string]bool{}
	for _, c := range b.Claims {
		if s.claim(c, all, in) {
			kept.Claims = append(kept.Claims, c)
			passages[c.Passage] = true
		}
	}
	for _, p := range b.Passages {
		if !passages[p.ID] {
			continue
		}
		var mentions []graph.Mention
		for _, m := range p.Mentions {
			if n := all[m.Entity]; in[m.Entity] && s.filter.label(n.Label) {
				mentions = append(mentions, m)
			}
		}
		p.Mentions = mentions
		kept.Passages = append(kept.Passages, p)
	}
	return kept, nil
}

func (s selection) claim(c graph.Claim, all map[string]graph.SourcedNode, in map[string]bool) bool {
	subject, object := all[c.Subject], all[c.Object]
	if !in[c.Subject] || !s.filter.label(subject.Label) {
		return false
	}
	return c.Property != "" || in[c.Object] && s.filter.label(object.Label) &&
		slices.ContainsFunc(c.EdgeTypes(), func(t graph.RelationType) bool {
			return s.filter.relates(t, c.Properties, subject, object)
		})
}

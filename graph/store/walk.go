package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"

	"concord/graph"
)

// Walk reads the whole graph with its sources, page by page, each page in a transaction
// of its own, so that neither side holds more than a page. Its errors are *Error.
type Walk struct {
	ctx   context.Context
	store *Store
}

// Walk returns a walk that ends when ctx does.
func (s *Store) Walk(ctx context.Context) Walk { return Walk{ctx, s} }

// How many nodes and edges are read at a time.
const (
	walkedNodes = 500
	walkedEdges = 1000
)

// Fingerprint returns what changes whenever a document is saved or removed: compared
// before and after a walk it says whether the walk saw one graph.
func (w Walk) Fingerprint() (string, error) {
	rows, err := w.store.query(w.ctx, walkDocuments, nil)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, r := range rows {
		h.Write([]byte(r.text("id") + r.text("fingerprint")))
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Nodes yields the nodes by label, in the order of graph.EntityLabels, then by ID.
func (w Walk) Nodes() iter.Seq2[graph.SourcedNode, error] {
	return func(yield func(graph.SourcedNode, error) bool) {
		for _, label := range graph.EntityLabels {
			after := ""
			for more := true; more; {
				rows, err := w.store.query(w.ctx, forLabel(walkNodes, label), map[string]any{"after": after, "limit": walkedNodes})
				for _, r := range rows {
					if !yield(r.sourcedNode(), nil) {
						return
					}
				}
				if err != nil {
					yield(graph.SourcedNode{}, err)
					return
				}
				if more = len(rows) == walkedNodes; more {
					after = rows[len(rows)-1].sourcedNode().ID
				}
			}
		}
	}
}

// NodesOf yields the nodes with these IDs that there are.
func (w Walk) NodesOf(ids []string) iter.Seq2[graph.SourcedNode, error] {
	return func(yield func(graph.SourcedNode, error) bool) {
		for page := range slices.Chunk(ids, walkedNodes) {
			rows, err := w.store.query(w.ctx, ofEntities(walkNodesOf), map[string]any{"ids": page})
			if err != nil {
				yield(graph.SourcedNode{}, err)
				return
			}
			for _, r := range rows {
				if !yield(r.sourcedNode(), nil) {
					return
				}
			}
		}
	}
}

// Edges yields the edges between entities by the label of their subject, then by their
// subject's ID, then by ID.
func (w Walk) Edges() iter.Seq2[graph.SourcedEdge, error] {
	return func(yield func(graph.SourcedEdge, error) bool) {
		for _, label := range graph.EntityLabels {
			for after := ""; ; {
				rows, err := w.store.query(w.ctx, forLabel(walkIDs, label), map[string]any{"after": after, "limit": walkedNodes})
				if err != nil {
					yield(graph.SourcedEdge{}, err)
					return
				}
				if len(rows) == 0 {
					break
				}
				ids := make([]string, len(rows))
				for i, r := range rows {
					ids[i] = r.text("id")
				}
				for e, err := range w.EdgesFrom(ids) {
					if !yield(e, err) || err != nil {
						return
					}
				}
				after = ids[len(ids)-1]
			}
		}
	}
}

// EdgesFrom yields the edges whose subject is one of these, EdgesInto those whose object is.
func (w Walk) EdgesFrom(ids []string) iter.Seq2[graph.SourcedEdge, error] {
	return w.edges(walkEdgesFrom, walkDegreesFrom, ids)
}

// EdgesInto yields the edges whose object is one of these.
func (w Walk) EdgesInto(ids []string) iter.Seq2[graph.SourcedEdge, error] {
	return w.edges(walkEdgesInto, walkDegreesInto, ids)
}

func (w Walk) edges(statement, degrees string, ids []string) iter.Seq2[graph.SourcedEdge, error] {
	return func(yield func(graph.SourcedEdge, error) bool) {
		for some := range slices.Chunk(slices.Sorted(slices.Values(ids)), walkedNodes) {
			pages, err := w.pages(degrees, some)
			if err != nil {
				yield(graph.SourcedEdge{}, err)
				return
			}
			for _, page := range pages {
				if !w.edgesOf(statement, page, yield) {
					return
				}
			}
		}
	}
}

// edgesOf yields the edges of a page of nodes and reports whether to go on.
func (w Walk) edgesOf(statement string, page []string, yield func(graph.SourcedEdge, error) bool) bool {
	at, after := "", ""
	for {
		rows, err := w.store.query(w.ctx, ofEntities(statement), map[string]any{
			"ids": page, "types": w.store.types, "at": at, "after": after, "limit": walkedEdges,
		})
		if err != nil {
			yield(graph.SourcedEdge{}, err)
			return false
		}
		for _, r := range rows {
			if !yield(r.sourcedEdge(), nil) {
				return false
			}
		}
		if len(rows) < walkedEdges {
			return true
		}
		last := rows[len(rows)-1]
		at, after = last.text("at"), last.edge().ID
	}
}

// pages cuts nodes, sorted, where the relationships at them come to more than are read at a
// time: each statement looks through those of all its nodes. A node with more is a page of its own,
// one with none in no page.
func (w Walk) pages(degrees string, ids []string) ([][]string, error) {
	if len(ids) == 1 {
		return [][]string{ids}, nil
	}
	rows, err := w.store.query(w.ctx, ofEntities(degrees), map[string]any{"ids": ids})
	if err != nil {
		return nil, err
	}
	var pages [][]string
	sum := 0
	for _, r := range rows {
		degree := r.number("degree")
		if sum += degree; len(pages) == 0 || sum > walkedEdges {
			pages, sum = append(pages, nil), degree
		}
		last := &pages[len(pages)-1]
		*last = append(*last, r.text("id"))
	}
	return pages, nil
}

// Bundles yields what each document contributes, by the document's ID. The texts of the
// documents are not stored and so not there.
func (w Walk) Bundles() iter.Seq2[graph.Bundle, error] {
	return func(yield func(graph.Bundle, error) bool) {
		documents, err := w.store.query(w.ctx, walkDocuments, nil)
		if err != nil {
			yield(graph.Bundle{}, err)
			return
		}
		for _, d := range documents {
			var b graph.Bundle
			err := w.store.snapshot(w.ctx, func(run runner) (err error) {
				b, err = load(w.ctx, run, d.text("id"))
				return err
			})
			if !yield(b, err) || err != nil {
				return
			}
		}
	}
}

func (r row) sourcedNode() graph.SourcedNode {
	label, _ := graph.LabelOf(row(mapOf(r["node"])).text("id"))
	n := graph.SourcedNode{Node: r.node(label), Under: r.list("under"), Sources: r.sources("sources")}
	for _, d := range r.maps("documents") {
		n.Documents = append(n.Documents, graph.Document{
			ID: d.text("id"), Title: d.text("title"), Publisher: d.text("publisher"), Published: d.text("published"),
			Language: d.text("language"), URL: d.text("url"),
		})
	}
	return n
}

func (r row) sourcedEdge() graph.SourcedEdge {
	e := graph.SourcedEdge{Edge: r.edge(), Sources: r.sources("sources")}
	e.Subject = row{"node": r["subject"], "under": r["subjectUnder"]}.sourcedNode()
	e.Object = row{"node": r["object"], "under": r["objectUnder"]}.sourcedNode()
	return e
}

func mapOf(v any) map[string]any {
	m, _ := v.(map[string]any)
	return m
}

// maps returns a column that is a list of maps.
func (r row) maps(column string) []row {
	values, _ := r[column].([]any)
	rows := make([]row, len(values))
	for i, v := range values {
		rows[i] = mapOf(v)
	}
	return rows
}

func (r row) sources(column string) []graph.Source {
	var sources []graph.Source
	for _, s := range r.maps(column) {
		confidence, _ := s["confidence"].(float64)
		sources = append(sources, graph.Source{
			Claim: s.text("id"), Document: s.text("document"), Title: s.text("title"), Published: s.text("published"),
			Passage: s.text("passage"), Quote: s.text("quote"), Basis: graph.Basis(s.text("basis")), Confidence: confidence,
		})
	}
	graph.SortSources(sources)
	return sources
}

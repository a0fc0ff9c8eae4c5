package store

import (
	"context"
	"errors"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"concord/graph"
)

// pageSize is how many entities Verify compares at a time.
const pageSize = 500

// Verify checks every invariant of the graph: that each document's contribution is sound
// (graph.Bundle.Problems), that evidence is complete and ids are unique, and that every
// node and relationship is the one that the documents and claims give, no more and no
// less. It reads the whole graph, in pages, each in a transaction of its own; what is
// saved meanwhile may be reported.
func (s *Store) Verify(ctx context.Context) ([]graph.Violation, error) {
	var found []graph.Violation
	documents, err := s.Documents(ctx)
	if err != nil {
		return nil, err
	}
	for _, d := range documents {
		violations, err := s.verifyDocument(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		found = append(found, violations...)
	}
	loose, err := s.query(ctx, looseClaims, nil)
	if err != nil {
		return nil, err
	}
	for _, r := range loose {
		found = append(found, graph.Violation{
			Invariant: graph.EvidenceComplete, IDs: []string{r.text("id")}, Message: "the claim is not joined to its passage, subject or object",
		})
	}
	for _, label := range labels() {
		violations, err := s.verifyLabel(ctx, label)
		if err != nil {
			return nil, err
		}
		found = append(found, violations...)
	}
	return found, nil
}

func (s *Store) verifyDocument(ctx context.Context, id string) ([]graph.Violation, error) {
	var found []graph.Violation
	err := s.snapshot(ctx, func(run runner) error {
		found = nil
		b, err := load(ctx, run, id)
		if err != nil {
			return err
		}
		for _, p := range b.Problems() {
			found = append(found, graph.Violation{Invariant: graph.Wellformed, IDs: []string{p.ID}, Message: p.Message})
		}
		return nil
	})
	return found, err
}

// verifyLabel checks the nodes of a label and the relationships that start at them.
func (s *Store) verifyLabel(ctx context.Context, label graph.Label) ([]graph.Violation, error) {
	var found []graph.Violation
	repeated, err := s.query(ctx, forLabel(repeatedIDs, label), nil)
	if err != nil {
		return nil, err
	}
	for _, r := range repeated {
		found = append(found, graph.Violation{Invariant: graph.IDsUnique, IDs: []string{r.text("id")}, Message: "no node of this label, or more than one, has the id"})
	}
	if !slices.Contains(graph.EntityLabels, label) {
		return found, nil
	}
	for after, more := "", true; more; {
		var page []graph.Violation
		var last string
		err := s.snapshot(ctx, func(run runner) (err error) {
			page, last, err = s.verifyPage(ctx, run, label, after)
			return err
		})
		if err != nil {
			return nil, err
		}
		found = append(found, page...)
		after, more = last, last != ""
	}
	return found, nil
}

// verifyPage checks the nodes of a label after an id. It returns the last id, "" at the end.
func (s *Store) verifyPage(ctx context.Context, run runner, label graph.Label, after string) ([]graph.Violation, string, error) {
	rows, err := run(ctx, forLabel(pageOfEntities, label), map[string]any{"after": after, "limit": pageSize})
	if err != nil || len(rows) == 0 {
		return nil, "", err
	}
	var nodes []graph.Node
	var ids []string
	for _, r := range rows {
		nodes = append(nodes, r.node(label))
		ids = append(ids, nodes[len(nodes)-1].ID)
	}
	wantNodes, wantEdges, err := expected(ctx, run, label, ids)
	if err != nil {
		return nil, "", err
	}
	edgeRows, err := run(ctx, forLabel(edgesFrom, label), map[string]any{"ids": ids, "types": s.types})
	if err != nil {
		return nil, "", err
	}
	var edges []graph.Edge
	for _, r := range edgeRows {
		edges = append(edges, r.edge())
	}
	found := append(graph.VerifyNodes(nodes, wantNodes), graph.VerifyEdges(edges, wantEdges)...)
	return found, ids[len(ids)-1], nil
}

// expected returns the nodes of these ids, and the edges that start at them, as the
// documents give them.
func expected(ctx context.Context, run runner, label graph.Label, ids []string) ([]graph.Node, []graph.Edge, error) {
	descriptions, err := descriptionsOfAll(ctx, run, ids)
	if err != nil {
		return nil, nil, err
	}
	rows, err := run(ctx, forLabel(claimsBy, label), map[string]any{"ids": ids})
	if err != nil {
		return nil, nil, err
	}
	about := map[string][]judgedClaim{}
	for _, r := range rows {
		c, err := r.judgedClaim()
		if err != nil {
			return nil, nil, err
		}
		about[c.About()] = append(about[c.About()], c)
	}
	var nodes []graph.Node
	var edges []graph.Edge
	for _, id := range ids {
		if len(descriptions[id]) > 0 {
			standing, overruled := sorted(about[id], "")
			nodes = append(nodes, graph.MergeNode(descriptions[id], standing, overruled))
		}
	}
	for _, claims := range about {
		standing, _ := sorted(claims, "")
		edges = append(edges, graph.MergeEdges(standing)...)
	}
	return nodes, edges, nil
}

func (r row) node(label graph.Label) graph.Node {
	m, _ := r["node"].(map[string]any)
	properties := restored(m)
	n := graph.Node{Label: label, Properties: properties}
	n.ID, _ = properties["id"].(string)
	n.Name, _ = properties["name"].(string)
	n.Aliases, _ = properties["aliases"].([]string)
	delete(properties, "id")
	delete(properties, "name")
	delete(properties, "aliases")
	return n
}

func (r row) edge() graph.Edge {
	m, _ := r["edge"].(map[string]any)
	e := graph.Edge{Type: graph.RelationType(r.text("type")), From: r.text("from"), To: r.text("to"), Properties: restored(m)}
	e.ID, _ = e.Properties["id"].(string)
	delete(e.Properties, "id")
	return e
}

// snapshot runs several statements that read in one transaction, again where it breaks.
func (s *Store) snapshot(ctx context.Context, read func(run runner) error) error {
	return s.retry(ctx, readRetries, func() (err error) {
		session := s.session(ctx, neo4j.AccessModeRead, nil)
		defer session.Close(context.WithoutCancel(ctx))
		tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(s.config.WriteTimeout))
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, tx.Close(context.WithoutCancel(ctx))) }()
		return read(inTransaction(tx))
	})
}

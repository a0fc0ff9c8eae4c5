package store

import (
	"context"

	"concord/graph"
)

// DocumentInfo is a document in the graph, and how much it contributes.
type DocumentInfo struct {
	graph.Document // without its Text and Path, which are not stored
	Passages       int
	Entities       int
	Claims         int
}

// Documents returns the documents of the graph by title.
func (s *Store) Documents(ctx context.Context) ([]DocumentInfo, error) {
	rows, err := s.query(ctx, listDocuments, nil)
	if err != nil {
		return nil, err
	}
	list := make([]DocumentInfo, len(rows))
	for i, r := range rows {
		list[i] = DocumentInfo{
			Document: graph.Document{
				ID: r.text("id"), Title: r.text("title"), Publisher: r.text("publisher"), Published: r.text("published"),
				Language: r.text("language"), URL: r.text("url"),
			},
			Passages: r.number("passages"), Entities: r.number("entities"), Claims: r.number("claims"),
		}
	}
	return list, nil
}

// Counts is how many nodes of each label and relationships of each type between entities
// there are.
type Counts struct {
	Labels        map[graph.Label]int
	Relationships map[graph.RelationType]int
}

// Counts counts the graph. Every label and type of the model has its number.
func (s *Store) Counts(ctx context.Context) (Counts, error) {
	c := Counts{map[graph.Label]int{}, map[graph.RelationType]int{}}
	one := func(statement string) (int, error) {
		rows, err := s.query(ctx, statement, nil)
		if err != nil || len(rows) == 0 {
			return 0, err
		}
		return rows[0].number("n"), nil
	}
	for _, label := range labels() {
		n, err := one(forLabel(countLabel, label))
		if err != nil {
			return Counts{}, err
		}
		c.Labels[label] = n
	}
	for _, r := range graph.Relations {
		n, err := one(forType(countType, r.Type))
		if err != nil {
			return Counts{}, err
		}
		c.Relationships[r.Type] = n
	}
	return c, nil
}

// labels returns the labels of entities, then those of evidence.
func labels() []graph.Label {
	return append(append([]graph.Label{}, graph.EntityLabels...), graph.DocumentLabel, graph.PassageLabel, graph.ClaimLabel)
}

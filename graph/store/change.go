package store

import (
	"maps"
	"slices"

	"concord/graph"
)

// Count says how many nodes of a label, or relationships of a type, a change made,
// altered, left as they were, and removed.
type Count struct{ New, Changed, Unchanged, Removed int }

// Add adds o to c.
func (c *Count) Add(o Count) {
	c.New += o.New
	c.Changed += o.Changed
	c.Unchanged += o.Unchanged
	c.Removed += o.Removed
}

// Change is what saving or removing a document did: to the nodes that it describes or
// consists of, by label, and to the relationships between entities that its claims
// support or supported, by type. Bookmarks let a Read see it on every member of a cluster.
type Change struct {
	Document      string
	Labels        map[graph.Label]Count
	Relationships map[graph.RelationType]Count
	Bookmarks     []string
}

// None reports whether nothing changed.
func (c Change) None() bool {
	return c.sum() == Count{Unchanged: c.sum().Unchanged}
}

func (c Change) sum() Count {
	var sum Count
	for _, n := range c.Labels {
		sum.Add(n)
	}
	for _, n := range c.Relationships {
		sum.Add(n)
	}
	return sum
}

// Add adds o to c, to sum up several documents.
func (c *Change) Add(o Change) {
	if c.Labels == nil {
		c.Labels, c.Relationships = map[graph.Label]Count{}, map[graph.RelationType]Count{}
	}
	for label, n := range o.Labels {
		c.label(label, n)
	}
	for t, n := range o.Relationships {
		c.relationship(t, n)
	}
	c.Bookmarks = append(c.Bookmarks, o.Bookmarks...)
}

func (c *Change) label(label graph.Label, n Count) {
	sum := c.Labels[label]
	sum.Add(n)
	c.Labels[label] = sum
}

func (c *Change) relationship(t graph.RelationType, n Count) {
	sum := c.Relationships[t]
	sum.Add(n)
	c.Relationships[t] = sum
}

// unchanged is the change of saving what is there already.
func unchanged(b graph.Bundle) Change {
	c := Change{Document: b.Document.ID, Labels: map[graph.Label]Count{}, Relationships: map[graph.RelationType]Count{}}
	c.label(graph.DocumentLabel, Count{Unchanged: 1})
	c.label(graph.PassageLabel, Count{Unchanged: len(b.Passages)})
	c.label(graph.ClaimLabel, Count{Unchanged: len(b.Claims)})
	for _, e := range b.Entities {
		c.label(e.Label, Count{Unchanged: 1})
	}
	for _, e := range graph.NewView(b).Edges {
		c.relationship(e.Type, Count{Unchanged: 1})
	}
	maps.DeleteFunc(c.Labels, func(_ graph.Label, n Count) bool { return n == Count{} })
	return c
}

// batches cuts a list into pieces that one statement takes.
func batches[T any](list []T) func(yield func([]T) bool) {
	return slices.Chunk(list, 2000)
}

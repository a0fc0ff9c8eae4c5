package store

import (
	"context"
	"maps"
	"slices"

	"concord/graph"
)

// write brings the graph from the state before to the state after.
func (u *update) write(ctx context.Context, run runner) error {
	w := &writer{ctx: ctx, run: run, document: u.document}
	if u.found {
		w.one(removeMentions)
		w.rows(ofEntities(removeDescriptions), anys(u.undescribed))
		w.rows(removeClaims, anys(u.goneClaims))
		w.rows(removePassages, anys(u.gonePassages))
	}
	if u.bundle != nil {
		w.saveDocument(u.new.Document, u.fingerprint)
		w.saveEntities(u.nodes)
		w.savePassages(u.passages)
		w.saveDescriptions(u.descriptions)
		w.saveMentions(u.new.Passages)
		w.saveClaims(u.claims)
	}
	w.edges(removeEdges, u.goneEdges)
	if u.bundle == nil {
		w.saveEntities(u.nodes)
	}
	w.edges(saveEdges, u.edges)
	for label, ids := range sortedGroups(byLabel(u.goneNodes, func(id string) string { return id })) {
		w.rows(forLabel(removeEntities, label), anys(ids))
	}
	if u.bundle == nil {
		w.one(removeDocument)
	}
	return w.err
}

// writer runs statements over rows until one fails.
type writer struct {
	ctx      context.Context
	run      runner
	document string
	err      error
}

func (w *writer) one(statement string) {
	if w.err == nil {
		_, w.err = w.run(w.ctx, statement, map[string]any{"document": w.document})
	}
}

func (w *writer) rows(statement string, rows []any) {
	for batch := range batches(rows) {
		if w.err != nil {
			return
		}
		_, w.err = w.run(w.ctx, statement, map[string]any{"document": w.document, "rows": batch})
	}
}

func anys(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}

// sortedGroups yields the groups of a map in the order of their keys, so that a save is
// the same statements in the same order each time.
func sortedGroups[K ~string, V any](groups map[K]V) func(yield func(K, V) bool) {
	return func(yield func(K, V) bool) {
		for _, k := range slices.Sorted(maps.Keys(groups)) {
			if !yield(k, groups[k]) {
				return
			}
		}
	}
}

func (w *writer) saveDocument(d graph.Document, fingerprint string) {
	properties := map[string]any{"id": d.ID, "fingerprint": fingerprint}
	for name, v := range map[string]string{
		"title": d.Title, "publisher": d.Publisher, "published": d.Published, "language": d.Language, "url": d.URL,
	} {
		if v != "" {
			properties[name] = v
		}
	}
	if w.err == nil {
		_, w.err = w.run(w.ctx, saveDocument, map[string]any{"document": d.ID, "properties": properties})
	}
}

func (w *writer) saveEntities(nodes []graph.Node) {
	for label, nodes := range sortedGroups(byLabel(nodes, func(n graph.Node) string { return n.ID })) {
		rows := make([]any, len(nodes))
		for i, n := range nodes {
			properties := stored(n.Properties)
			properties["id"], properties["name"], properties["aliases"] = n.ID, n.Name, n.Aliases
			rows[i] = map[string]any{"id": n.ID, "properties": properties}
		}
		w.rows(forLabel(saveEntities, label), rows)
	}
}

func (w *writer) savePassages(passages []graph.Passage) {
	rows := make([]any, len(passages))
	for i, p := range passages {
		r := map[string]any{"id": p.ID, "ordinal": p.Ordinal, "text": p.Text, "start": p.Start, "end": p.End}
		if p.Section != "" {
			r["section"] = p.Section
		}
		rows[i] = r
	}
	w.rows(savePassages, rows)
}

func (w *writer) saveDescriptions(entities []graph.Entity) {
	rows := make([]any, len(entities))
	for i, e := range entities {
		properties, err := graph.EncodeProperties(e.Properties)
		if err != nil && w.err == nil {
			w.err = err
		}
		aliases := e.Aliases
		if aliases == nil {
			aliases = []string{}
		}
		rows[i] = map[string]any{"id": e.ID, "description": map[string]any{"name": e.Name, "aliases": aliases, "properties": properties}}
	}
	w.rows(ofEntities(saveDescriptions), rows)
}

func (w *writer) saveMentions(passages []graph.Passage) {
	var rows []any
	for _, p := range passages {
		for _, m := range p.Mentions {
			rows = append(rows, map[string]any{"passage": p.ID, "entity": m.Entity, "surface": m.Surface, "start": m.Start, "end": m.End})
		}
	}
	w.rows(ofEntities(saveMentions), rows)
}

func (w *writer) saveClaims(claims []graph.Claim) {
	var subjects, objects []any
	for i := range claims {
		c := &claims[i]
		properties, err := claimProperties(c)
		if err != nil && w.err == nil {
			w.err = err
		}
		subjects = append(subjects, map[string]any{"subject": c.Subject, "claim": properties})
		if c.Relation != "" {
			objects = append(objects, map[string]any{"object": c.Object, "claim": c.ID})
		}
	}
	w.rows(ofEntities(saveClaims), subjects)
	w.rows(ofEntities(saveObjects), objects)
}

// edges runs a statement over edges. Their types are of the model, for graph.Check has
// refused others.
func (w *writer) edges(statement string, edges []graph.Edge) {
	rows := make([]any, len(edges))
	for i, e := range edges {
		properties := stored(e.Properties)
		properties["id"] = e.ID
		rows[i] = map[string]any{"id": e.ID, "type": string(e.Type), "from": e.From, "to": e.To, "properties": properties}
	}
	w.rows(ofEntities(statement), rows)
}

package store

import (
	"context"
	"maps"
	"reflect"
	"slices"

	"concord/graph"
)

// update is the difference between what a document contributed and what it is to
// contribute, and between the views before and after.
type update struct {
	replacement
	found    bool
	old, new graph.Bundle
	change   Change

	oldEntities, newEntities map[string]graph.Entity
	oldClaims, newClaims     map[string]graph.Claim
	overruled                map[string]bool // by ID, claims that corrections overrule once the update is made
	entities                 []string        // whose nodes may change, sorted
	pairs                    []string        // "subject|object" between which edges may change, sorted

	nodes        []graph.Node // to write
	edges        []graph.Edge // to write
	goneNodes    []string
	goneEdges    []graph.Edge
	descriptions []graph.Entity // to write
	undescribed  []string       // entities that the document no longer describes
	claims       []graph.Claim  // to write
	goneClaims   []string
	passages     []graph.Passage // to write
	gonePassages []string
}

func newUpdate(r replacement, found bool, old graph.Bundle) *update {
	u := &update{
		replacement: r, found: found, old: old,
		change: Change{Document: r.document, Labels: map[graph.Label]Count{}, Relationships: map[graph.RelationType]Count{}},
	}
	if r.bundle != nil {
		u.new = *r.bundle
	}
	u.oldEntities, u.newEntities = entitiesByID(u.old), entitiesByID(u.new)
	u.oldClaims, u.newClaims = claimsByID(u.old), claimsByID(u.new)
	u.compareDocument()
	u.comparePassages()
	u.compareContributions()
	return u
}

func entitiesByID(b graph.Bundle) map[string]graph.Entity {
	m := make(map[string]graph.Entity, len(b.Entities))
	for _, e := range b.Entities {
		m[e.ID] = e
	}
	return m
}

func claimsByID(b graph.Bundle) map[string]graph.Claim {
	m := make(map[string]graph.Claim, len(b.Claims))
	for _, c := range b.Claims {
		m[c.ID] = c
	}
	return m
}

func (u *update) compareDocument() {
	was, is := u.old.Document, u.new.Document
	is.Text, is.Path = "", ""
	switch {
	case u.bundle == nil:
		u.change.label(graph.DocumentLabel, Count{Removed: 1})
	case !u.found:
		u.change.label(graph.DocumentLabel, Count{New: 1})
	case was != is:
		u.change.label(graph.DocumentLabel, Count{Changed: 1})
	default:
		u.change.label(graph.DocumentLabel, Count{Unchanged: 1})
	}
}

func (u *update) comparePassages() {
	old := map[string]graph.Passage{}
	for _, p := range u.old.Passages {
		old[p.ID] = p
	}
	for _, p := range u.new.Passages {
		was, ok := old[p.ID]
		delete(old, p.ID)
		switch {
		case !ok:
			u.change.label(graph.PassageLabel, Count{New: 1})
		case !reflect.DeepEqual(was, p):
			u.change.label(graph.PassageLabel, Count{Changed: 1})
		default:
			u.change.label(graph.PassageLabel, Count{Unchanged: 1})
			continue
		}
		u.passages = append(u.passages, p)
	}
	u.gonePassages = slices.Sorted(maps.Keys(old))
	u.change.label(graph.PassageLabel, Count{Removed: len(old)})
}

// compareContributions finds the claims and descriptions that differ, and with them the
// entities and pairs whose view may.
func (u *update) compareContributions() {
	entities, pairs := map[string]bool{}, map[string]bool{}
	touch := func(c graph.Claim) {
		if c.Property != "" {
			entities[c.Subject] = true
		} else {
			pairs[c.About()] = true
		}
	}
	for _, c := range u.new.Claims {
		was, ok := u.oldClaims[c.ID]
		switch {
		case !ok:
			u.change.label(graph.ClaimLabel, Count{New: 1})
		case !reflect.DeepEqual(was, c):
			u.change.label(graph.ClaimLabel, Count{Changed: 1})
		default:
			u.change.label(graph.ClaimLabel, Count{Unchanged: 1})
			continue
		}
		u.claims = append(u.claims, c)
		touch(c)
	}
	for _, c := range u.old.Claims {
		if _, ok := u.newClaims[c.ID]; !ok {
			u.change.label(graph.ClaimLabel, Count{Removed: 1})
			u.goneClaims = append(u.goneClaims, c.ID)
			touch(c)
		}
	}
	for _, e := range u.new.Entities {
		if was, ok := u.oldEntities[e.ID]; !ok || !reflect.DeepEqual(was, e) {
			u.descriptions = append(u.descriptions, e)
			entities[e.ID] = true
		}
	}
	for _, e := range u.old.Entities {
		if _, ok := u.newEntities[e.ID]; !ok {
			u.undescribed = append(u.undescribed, e.ID)
			entities[e.ID] = true
		}
	}
	u.entities = slices.Sorted(maps.Keys(entities))
	u.pairs = slices.Sorted(maps.Keys(pairs))
}

// countUntouched counts the nodes and edges of the document that cannot have changed.
func (u *update) countUntouched() {
	entities, pairs := map[string]bool{}, map[string]bool{}
	for _, id := range u.entities {
		entities[id] = true
	}
	for _, pair := range u.pairs {
		pairs[pair] = true
	}
	for _, e := range u.new.Entities {
		if !entities[e.ID] {
			u.change.label(e.Label, Count{Unchanged: 1})
		}
	}
	untouched := map[string][]graph.Claim{}
	for _, c := range u.new.Claims {
		if c.Relation != "" && !pairs[c.About()] {
			untouched[c.About()] = append(untouched[c.About()], c)
		}
	}
	for _, claims := range untouched {
		for _, e := range graph.MergeEdges(claims) {
			u.change.relationship(e.Type, Count{Unchanged: 1})
		}
	}
}

// recompute compares the view of what is touched before and after. Both are computed
// from claims and descriptions, of which this document's are exchanged.
func (u *update) recompute(ctx context.Context, run runner) error {
	if err := u.judge(ctx, run); err != nil {
		return err
	}
	u.countUntouched()
	for ids := range batches(u.entities) {
		descriptions, err := descriptionsOfAll(ctx, run, ids)
		if err != nil {
			return err
		}
		claims, err := claimsAboutAll(ctx, run, ids)
		if err != nil {
			return err
		}
		own := u.ownClaims(ids)
		for _, id := range ids {
			u.node(id, descriptions[id], claims[id], own[id])
		}
	}
	for pairs := range batches(u.pairs) {
		claims, err := claimsAboutAll(ctx, run, pairs)
		if err != nil {
			return err
		}
		own := u.ownClaims(pairs)
		for _, pair := range pairs {
			u.pair(claims[pair], own[pair])
		}
	}
	return nil
}

// ownClaims returns the new claims of the document about each of keys.
func (u *update) ownClaims(keys []string) map[string][]graph.Claim {
	wanted := make(map[string]bool, len(keys))
	for _, k := range keys {
		wanted[k] = true
	}
	own := map[string][]graph.Claim{}
	for _, c := range u.new.Claims {
		if about := c.About(); wanted[about] {
			own[about] = append(own[about], c)
		}
	}
	return own
}

func (u *update) node(id string, before []graph.Description, claims []judgedClaim, own []graph.Claim) {
	after := slices.DeleteFunc(slices.Clone(before), func(d graph.Description) bool { return d.Document == u.document })
	if e, ok := u.newEntities[id]; ok {
		after = append(after, graph.Description{Document: u.document, Entity: e})
	}
	label, _ := graph.LabelOf(id)
	if len(after) == 0 {
		if len(before) > 0 {
			u.goneNodes = append(u.goneNodes, id)
			u.change.label(label, Count{Removed: 1})
		}
		return
	}
	standing, overruled := u.after(claims, own)
	node := graph.MergeNode(after, standing, overruled)
	wasStanding, wasOverruled := sorted(claims, "")
	switch {
	case len(before) == 0:
		u.change.label(label, Count{New: 1})
	case !reflect.DeepEqual(node, graph.MergeNode(before, wasStanding, wasOverruled)):
		u.change.label(label, Count{Changed: 1})
	default:
		u.change.label(label, Count{Unchanged: 1})
		return
	}
	u.nodes = append(u.nodes, node)
}

// pair compares the edges between two nodes.
func (u *update) pair(claims []judgedClaim, own []graph.Claim) {
	before, _ := sorted(claims, "")
	after, _ := u.after(claims, own)
	was := map[string]graph.Edge{}
	for _, e := range graph.MergeEdges(before) {
		was[e.ID] = e
	}
	for _, e := range graph.MergeEdges(after) {
		old, ok := was[e.ID]
		delete(was, e.ID)
		switch {
		case !ok:
			u.change.relationship(e.Type, Count{New: 1})
		case !reflect.DeepEqual(old, e):
			u.change.relationship(e.Type, Count{Changed: 1})
		default:
			u.change.relationship(e.Type, Count{Unchanged: 1})
			continue
		}
		u.edges = append(u.edges, e)
	}
	for _, id := range slices.Sorted(maps.Keys(was)) {
		u.goneEdges = append(u.goneEdges, was[id])
		u.change.relationship(was[id].Type, Count{Removed: 1})
	}
}

// descriptionsOfAll returns what all documents say of entities, by entity.
func descriptionsOfAll(ctx context.Context, run runner, ids []string) (map[string][]graph.Description, error) {
	found := map[string][]graph.Description{}
	rows, err := run(ctx, ofEntities(descriptionsOf), map[string]any{"ids": ids})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		d, err := r.description()
		if err != nil {
			return nil, err
		}
		found[d.Entity.ID] = append(found[d.Entity.ID], d)
	}
	return found, nil
}

// claimsAboutAll returns the affirmed, actual claims of all documents about keys
// (graph.Claim.About), by key.
func claimsAboutAll(ctx context.Context, run runner, keys []string) (map[string][]judgedClaim, error) {
	rows, err := run(ctx, claimsAbout, map[string]any{"about": keys})
	if err != nil {
		return nil, err
	}
	found := map[string][]judgedClaim{}
	for _, r := range rows {
		c, err := r.judgedClaim()
		if err != nil {
			return nil, err
		}
		found[c.About()] = append(found[c.About()], c)
	}
	return found, nil
}

// byLabel groups a list by the label of the entity that each is of. The order within a
// label is that of the list.
func byLabel[T any](list []T, id func(T) string) map[graph.Label][]T {
	groups := map[graph.Label][]T{}
	for _, e := range list {
		label, _ := graph.LabelOf(id(e))
		groups[label] = append(groups[label], e)
	}
	return groups
}

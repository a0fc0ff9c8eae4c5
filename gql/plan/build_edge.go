package plan

import (
	"slices"

	"concord/gql/schema"
)

// kinds is what is known of relationships while a filter is read. Where an interface
// declares a relationship, that of each implementation may have properties of its own kind,
// and filters and sorts name the kind: {edge: {ActedIn: {…}, Directed: {…}}}. What is said of
// one kind says nothing of relationships of another.
type kinds struct {
	known bool         // that all are of one kind
	one   *schema.Edge // which then; nil for no properties
	named bool         // the filter names a kind
}

// otherKind reports whether properties are known not to be those of the relationships.
func (b *builder) otherKind(e *schema.Edge) bool {
	b.kinds.named = true
	return b.kinds.known && b.kinds.one != e
}

// byKind reads a filter on what the hops lead to. Where the filter names kinds, and the
// hops are of several, it is read for each kind and joined with what tells that kind.
func (b *builder) byKind(hops []Hop, tell func(group []Hop, kind Kind, f Filter) Filter, read func(hops []Hop) Filter) Filter {
	outer, errs := b.kinds, len(b.errs)
	defer func() { b.kinds = outer }()
	groups := hopsByKind(hops)
	b.kinds = kinds{}
	if len(groups) == 1 {
		b.kinds = kinds{known: true, one: hops[0].Relationship.Edge}
	}
	f := read(hops)
	if !b.kinds.named || len(groups) < 2 || len(b.errs) > errs {
		return f
	}
	var any Or
	for _, group := range groups {
		b.kinds = kinds{known: true, one: group[0].Relationship.Edge}
		kind, _ := edgeKind(hops, b.kinds.one)
		any = append(any, tell(group, kind, read(settle(slices.Clone(group)))))
	}
	return any
}

// ofOwner is a filter that stands on the owner of the relationships.
func ofOwner(group []Hop, _ Kind, f Filter) Filter {
	var owners []*schema.Node
	for _, h := range group {
		owners = addMembers(owners, h.Owners)
	}
	return allOf(Instance{owners}, f)
}

// ofRow is a filter that stands on what they lead to.
func ofRow(_ []Hop, kind Kind, f Filter) Filter { return OfKind{kind, f} }

func hopsByKind(hops []Hop) [][]Hop {
	var groups [][]Hop
	for _, h := range hops {
		i := slices.IndexFunc(groups, func(g []Hop) bool { return g[0].Relationship.Edge == h.Relationship.Edge })
		if i < 0 {
			groups = append(groups, nil)
			i = len(groups) - 1
		}
		groups[i] = append(groups[i], h)
	}
	return groups
}

// edgeKind tells the relationships with some properties from the others that the hops lead
// over: by their types where these differ, else by their owners. It is false where none are.
func edgeKind(hops []Hop, e *schema.Edge) (kind Kind, some bool) {
	byType, others := true, false
	for _, h := range hops {
		if h.Relationship.Edge != e {
			others = true
			continue
		}
		some = true
		kind.Owners = addMembers(kind.Owners, h.Owners)
		if !slices.Contains(kind.Types, h.Relationship.Type) {
			kind.Types = append(kind.Types, h.Relationship.Type)
		}
	}
	for _, h := range hops {
		if h.Relationship.Edge != e && slices.Contains(kind.Types, h.Relationship.Type) {
			byType = false
		}
	}
	switch {
	case !others:
		return Kind{}, some
	case byType:
		kind.Owners = nil
	default:
		kind.Types = nil
	}
	return kind, some
}

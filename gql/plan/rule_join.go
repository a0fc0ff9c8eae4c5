package plan

import (
	"fmt"

	"concord/gql/schema"
)

// join decides whether a `some` filter beside a walk's first step becomes a part of the walk.
// As a pattern of its own beside the walk, the database can begin with either end, by its
// statistics, and needs no subquery for each node; as a test it can only be what the walk comes
// to after. Few ways lead to a node that is compared for equality, and the nodes are taken
// once behind the step in any case. One filter is walked: with several the ways would multiply.
func (b *builder) join(s *Start) {
	first := &s.Steps[0]
	all := conjuncts(first.OwnerWhere)
	best, index, property, some := rankNone, 0, "", false
	for i, f := range all {
		r, ok := f.(Related)
		if !ok || r.Quantifier != schema.Some {
			continue
		}
		some = true
		if end, name := joinable(r); end < best {
			best, index, property = end, i, name
		}
	}
	switch {
	case best < rankNone:
		joined := all[index].(Related)
		first.Join, first.OwnerWhere = &joined, allOf(without(all, index)...)
		b.decide("join", true, fmt.Sprintf("a `some` beside the walk ends at %s, which is compared for equality; it is walked too, so that the database may begin with either", property))
	case some:
		b.decide("join", false, "no `some` beside the walk ends at a property that is compared for equality, so each is tested")
	}
}

// joinable is how selective the end of a `some` filter is, and by which property; rankNone
// where it has several ways to go or its end is no equality with one value.
func joinable(r Related) (int, string) {
	if len(r.Hops) != 1 || len(r.Hops[0].Owners) > 0 {
		return rankNone, ""
	}
	switch end, name := rank(conjuncts(r.Where), members(r.Hops)); end {
	case rankKey, rankEqual, rankSomeEqual:
		return end, name
	}
	return rankNone, ""
}

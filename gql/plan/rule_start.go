package plan

import (
	"fmt"

	"concord/gql/schema"
)

// Start says that rows are found from another end: a pattern that few nodes match, from
// which the walk leads to the rows. The walk may find a row several times.
type Start struct {
	Members []*schema.Node
	Where   Filter // on the nodes at the far end
	Steps   []Step // from there to the rows, at least one
	Reason  string

	// Several says that the far end is one of several given values. How many is unknown when
	// the database plans, so the start must not be left to its estimate.
	Several bool
}

// Step walks a relationship backwards, from its target to its owner. Where is on the
// owner and (Subject Edge) on the relationship walked here.
type Step struct {
	Relationship *schema.Relationship
	Owners       []*schema.Node
	OwnerWhere   Filter   // on the owner
	EdgeWhere    Filter   // on the target before the step and the relationship: what `some` said of both
	Join         *Related // of the owner, walked with the step; see rule_join.go
	Late         bool     // whether what the owner is, and OwnerWhere, is looked at when it has been taken once; see rule_late.go
}

// The ranks of selective conditions, the best first. Any equality is taken to be
// selective, save of Booleans and enums, which have few values: rows found the other way
// round cost at worst what testing each row costs. What every node has is taken for more of a
// name than what only some have.
const (
	rankKey        = iota // equality with a key: at most one node
	rankKeys              // one of several keys
	rankEqual             // equality with a text, number or date that every node has
	rankEquals            // one of several of these
	rankSomeEqual         // equality with one that only some nodes have
	rankSomeEquals        // one of several of these
	rankNone
)

// start decides where the rows of a root are found first. By itself the database tests
// `some` filters from each row outwards; where such a filter names nodes by a key at the
// end of a chain, starting from that end reads only what belongs to them.
func (b *builder) start(r *Rows) {
	if r.Where == nil || len(r.From.Hops) > 0 || r.From.FullText != nil {
		return
	}
	own, property := rank(conjuncts(r.Where), r.From.Members)
	bound := own
	if own >= rankEqual && own < rankNone {
		bound++ // of two that are alike the chain, which leaves both to the database's statistics
	}
	chain, end, name := bestChain(r.Where, bound)
	switch {
	case chain == nil && own < rankNone:
		b.decide("start", false, fmt.Sprintf("%s is compared with a value, so the rows themselves are found by it", property))
	case chain == nil:
		b.decide("start", false, "no chain of `some` under AND leads to a property that is compared for equality; each row is tested")
	default:
		r.Start = b.walk(r, chain)
		r.Start.Several = end == rankKeys || end == rankEquals || end == rankSomeEquals
		r.Start.Reason = fmt.Sprintf("%s at the end of the chain %s", name, describe(end))
		r.Where = nil
		b.decide("start", true, r.Start.Reason+"; the walk leads from there to the rows, each taken once")
		b.join(r.Start)
		b.late(r.Start)
	}
}

func describe(rank int) string {
	switch rank {
	case rankKey:
		return "is a key"
	case rankKeys:
		return "is one of several keys"
	case rankEqual, rankSomeEqual:
		return "is compared for equality"
	}
	return "is one of several values"
}

// link is a `some` filter with its place among the conjuncts.
type link struct {
	related Related
	among   []Filter
	index   int
}

// bestChain finds the chain of `some` filters that ends at the best condition, if it is
// better than the bound. It returns the chain from the rows outwards, or nil.
func bestChain(where Filter, bound int) ([]link, int, string) {
	var best []link
	var name string
	all := conjuncts(where)
	for i, f := range all {
		r, ok := f.(Related)
		if !ok || r.Quantifier != schema.Some || r.Where == nil || len(r.Hops) != 1 || len(r.Hops[0].Owners) > 0 {
			continue
		}
		here := link{r, all, i}
		if own, p := rank(conjuncts(r.Where), members(r.Hops)); own < bound {
			best, bound, name = []link{here}, own, p
		}
		if deeper, end, p := bestChain(r.Where, bound); deeper != nil {
			best, bound, name = append([]link{here}, deeper...), end, p
		}
	}
	return best, bound, name
}

// rank is how selective the best of some conditions on nodes is, and of which property.
func rank(filters []Filter, members []*schema.Node) (int, string) {
	best, name := rankNone, ""
	for _, f := range filters {
		c, ok := f.(Compare)
		if !ok || c.Subject != Node || c.CaseInsensitive || c.Property.Coalesce != nil || c.Property.Type.List {
			continue
		}
		if t := c.Property.Type.Scalar; t == schema.Boolean || t == schema.EnumScalar {
			continue
		}
		r := rankNone
		key := isKey(c.Property, members)
		switch {
		case c.Operator == schema.OpEq && key:
			r = rankKey
		case c.Operator == schema.OpIn && key:
			r = rankKeys
		case c.Operator == schema.OpEq:
			r = rankEqual
		case c.Operator == schema.OpIn:
			r = rankEquals
		}
		if r == rankEqual || r == rankEquals {
			if !c.Property.Type.NonNull {
				r += rankSomeEqual - rankEqual
			}
		}
		if r < best {
			best, name = r, c.Property.Name
		}
	}
	return best, name
}

// isKey reports whether the property is a key of one of the types; an interface's may be
// one of some implementations only, the others being looked through.
func isKey(p *schema.Property, members []*schema.Node) bool {
	if p.Unique {
		return true
	}
	for _, n := range members {
		if own := p.Of(n); own != nil && own.Unique {
			return true
		}
	}
	return false
}

// walk turns a chain of `some` filters round. What stood beside each link stays a
// condition on the node it was on.
func (b *builder) walk(r *Rows, chain []link) *Start {
	s := &Start{}
	last := chain[len(chain)-1].related
	s.Members = members(last.Hops)
	for i := len(chain) - 1; i >= 0; i-- {
		l := chain[i]
		hop := l.related.Hops[0]
		owners := r.From.Members
		if i > 0 {
			owners = members(chain[i-1].related.Hops)
		}
		step := Step{Relationship: hop.Relationship, Owners: owners}
		target := conjuncts(l.related.Where)
		if i < len(chain)-1 {
			target = without(target, chain[i+1].index)
		}
		node, edge := split(target)
		if i == len(chain)-1 {
			s.Where = allOf(node...)
		} else {
			s.Steps[len(s.Steps)-1].OwnerWhere = allOf(node...)
		}
		step.EdgeWhere = allOf(edge...)
		s.Steps = append(s.Steps, step)
	}
	s.Steps[len(s.Steps)-1].OwnerWhere = allOf(without(conjuncts(r.Where), chain[0].index)...)
	return s
}

func without(all []Filter, index int) []Filter {
	out := make([]Filter, 0, len(all)-1)
	out = append(out, all[:index]...)
	return append(out, all[index+1:]...)
}

// split tells conditions on the node alone from those that mention the relationship.
func split(all []Filter) (node, edge []Filter) {
	for _, f := range all {
		if MentionsEdge(f) {
			edge = append(edge, f)
		} else {
			node = append(node, f)
		}
	}
	return node, edge
}

package graph

import (
	"cmp"
	"maps"
	"slices"
)

// Node is an entity as all documents together describe it. Properties holds what stands
// on the node besides id, name and aliases: values as in Entity, and Day for earliest
// and latest. Where claims about the node contradict each other it has
// "disputed": true and, in "claims", the IDs of those that do.
type Node struct {
	ID         string
	Label      Label
	Name       string
	Aliases    []string
	Properties map[string]any
}

// Edge is a relationship as all claims together support it. ID is deterministic:
// subject, type, object and the values of the relation's key, joined by "|". Properties
// holds the relation's properties, and claims, quote, basis, confidence and, where
// claims contradict each other, disputed.
type Edge struct {
	ID         string
	Type       RelationType
	From, To   string
	Properties map[string]any
}

// View is what is shown of a set of claims. Nodes and Edges are sorted by ID.
type View struct {
	Nodes []Node
	Edges []Edge
}

// Description is what one document says of an entity.
type Description struct {
	Document string
	Entity   Entity
}

// NewView returns the view of everything that bundles contribute. It depends on which
// bundles there are, not on their order.
func NewView(bundles ...Bundle) View {
	descriptions := map[string][]Description{}
	var claims []Claim
	for _, b := range bundles {
		b = b.Normalized()
		for _, e := range b.Entities {
			descriptions[e.ID] = append(descriptions[e.ID], Description{b.Document.ID, e})
		}
		claims = append(claims, b.Claims...)
	}
	standing, gone := Standing(claims)
	about := map[string][]Claim{}
	for _, c := range standing {
		about[c.About()] = append(about[c.About()], c)
	}
	var v View
	overruled := map[string][]Claim{}
	for _, c := range gone {
		overruled[c.Subject] = append(overruled[c.Subject], c)
	}
	for _, id := range slices.Sorted(maps.Keys(descriptions)) {
		v.Nodes = append(v.Nodes, MergeNode(descriptions[id], about[id], overruled[id]))
	}
	for _, claims := range about {
		v.Edges = append(v.Edges, MergeEdges(claims)...)
	}
	slices.SortFunc(v.Edges, func(a, b Edge) int { return cmp.Compare(a.ID, b.ID) })
	return v
}

// About returns what the view brings c together with: for a relation its two ends,
// "subject|object", for a property its subject.
func (c Claim) About() string {
	if c.Property != "" {
		return c.Subject
	}
	return c.Subject + "|" + c.Object
}

// rank orders bases from the weakest to the strongest. Reference knowledge stands above
// inference, which is made from it.
func (b Basis) rank() int {
	return slices.Index([]Basis{Inferred, Reference, Implied, Stated}, b)
}

// byAnalyst returns 1 for a claim that an analyst makes or accepts, else 0.
func (c Claim) byAnalyst() int {
	if c.Verdict == Accept || c.Verdict == Replace {
		return 1
	}
	return 0
}

// compareClaims orders claims from the best to the worst: an analyst's, then by basis,
// confidence, the shorter quote, then by ID.
func compareClaims(a, b Claim) int {
	return cmp.Or(
		cmp.Compare(b.byAnalyst(), a.byAnalyst()),
		cmp.Compare(b.Basis.rank(), a.Basis.rank()),
		cmp.Compare(b.Confidence, a.Confidence),
		cmp.Compare(len(a.Quote), len(b.Quote)),
		cmp.Compare(a.ID, b.ID),
	)
}

// supporting returns the claims that can hold something up, the best first, each once.
func supporting(claims []Claim) []Claim {
	var list []Claim
	for _, c := range claims {
		if c.Supports() {
			list = append(list, c)
		}
	}
	slices.SortFunc(list, compareClaims)
	return slices.CompactFunc(list, func(a, b Claim) bool { return a.ID == b.ID })
}

// claimIDs returns the IDs of claims, sorted.
func claimIDs(claims []Claim) []string {
	ids := make([]string, len(claims))
	for i, c := range claims {
		ids[i] = c.ID
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

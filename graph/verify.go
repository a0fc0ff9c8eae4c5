package graph

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// Invariant names something that always holds of a graph.
type Invariant string

// The invariants.
const (
	Wellformed        Invariant = "well-formed"          // a document's bundle has no Problems; every quote is verbatim in its passage
	EdgeHasClaims     Invariant = "edge-has-claims"      // an edge exists only while a claim supports it
	ClaimHasEdge      Invariant = "claim-has-edge"       // an affirmed, actual claim of a relation has its edge
	EndpointsAllowed  Invariant = "endpoints-allowed"    // an edge joins labels that its relation joins
	IDsUnique         Invariant = "ids-unique"           // no two nodes, and no two edges, have one id
	MembershipDated   Invariant = "membership-dated"     // MEMBER_OF has validFrom and validTo, in order
	ViewIsOfClaims    Invariant = "view-is-of-claims"    // properties are those that the claims give
	EntityIsDescribed Invariant = "entity-is-described"  // an entity exists only while a document describes it
	EvidenceComplete  Invariant = "evidence-is-complete" // every claim has its document, passage, subject and object
)

// Violation is an invariant that does not hold, with the ids of what breaks it.
type Violation struct {
	Invariant Invariant
	IDs       []string
	Message   string
}

func (v Violation) String() string {
	return fmt.Sprintf("%s: %s (%s)", v.Invariant, v.Message, strings.Join(v.IDs, ", "))
}

// VerifyNodes compares the nodes that a graph has with those that its documents give it.
func VerifyNodes(got, want []Node) []Violation {
	var found []Violation
	wanted := map[string]Node{}
	for _, n := range want {
		wanted[n.ID] = n
	}
	seen := map[string]bool{}
	for _, n := range got {
		w, ok := wanted[n.ID]
		switch {
		case seen[n.ID]:
			found = append(found, Violation{IDsUnique, []string{n.ID}, "two nodes have one id"})
		case !ok:
			found = append(found, Violation{EntityIsDescribed, []string{n.ID}, "no document describes the entity"})
		case n.Label != w.Label || n.Name != w.Name || !slices.Equal(n.Aliases, w.Aliases):
			found = append(found, Violation{ViewIsOfClaims, []string{n.ID}, "label, name or aliases are not those of its documents"})
		}
		if names := differences(n.Properties, w.Properties); ok && len(names) > 0 {
			found = append(found, Violation{ViewIsOfClaims, []string{n.ID}, "not what its documents say: " + strings.Join(names, ", ")})
		}
		seen[n.ID] = true
	}
	for _, n := range want {
		if !seen[n.ID] {
			found = append(found, Violation{EntityIsDescribed, []string{n.ID}, "a document describes an entity that is not there"})
		}
	}
	return found
}

// VerifyEdges compares the edges that a graph has with those that its claims support.
func VerifyEdges(got, want []Edge) []Violation {
	var found []Violation
	wanted := map[string]Edge{}
	for _, e := range want {
		wanted[e.ID] = e
	}
	seen := map[string]bool{}
	for _, e := range got {
		w, ok := wanted[e.ID]
		switch {
		case seen[e.ID]:
			found = append(found, Violation{IDsUnique, []string{e.ID}, "two relationships have one id"})
		case !ok:
			found = append(found, Violation{EdgeHasClaims, []string{e.ID}, "no affirmed and actual claim supports the relationship"})
		case e.Type != w.Type || e.From != w.From || e.To != w.To:
			found = append(found, Violation{ViewIsOfClaims, []string{e.ID}, "joins other entities than its claims do"})
		}
		if names := differences(e.Properties, w.Properties); ok && len(names) > 0 {
			found = append(found, Violation{ViewIsOfClaims, []string{e.ID}, "not what its claims say: " + strings.Join(names, ", ")})
		}
		found = append(found, verifyEdge(e)...)
		seen[e.ID] = true
	}
	for _, e := range want {
		if claims, _ := e.Properties["claims"].([]string); !seen[e.ID] {
			found = append(found, Violation{ClaimHasEdge, claims, "the claims support a relationship that is not there: " + e.ID})
		}
	}
	return found
}

// verifyEdge checks what an edge must have whatever its claims are.
func verifyEdge(e Edge) []Violation {
	var found []Violation
	r, ok := RelationOf(e.Type)
	from, ok1 := LabelOf(e.From)
	to, ok2 := LabelOf(e.To)
	if !ok || !ok1 || !ok2 || !slices.Contains(r.From, from) || !slices.Contains(r.To, to) {
		found = append(found, Violation{EndpointsAllowed, []string{e.ID}, fmt.Sprintf("%s does not join a %s and a %s", e.Type, from, to)})
	}
	if e.Type == MemberOf {
		validFrom, ok1 := e.Properties["validFrom"].(Day)
		validTo, ok2 := e.Properties["validTo"].(Day)
		if !ok1 || !ok2 || validFrom.Compare(validTo) > 0 {
			found = append(found, Violation{MembershipDated, []string{e.ID}, "validFrom and validTo are not two days in order"})
		}
	}
	return found
}

// differences returns the names of the properties that a and b do not agree in, sorted.
func differences(a, b map[string]any) []string {
	names := map[string]bool{}
	for name, v := range a {
		if !reflect.DeepEqual(v, b[name]) {
			names[name] = true
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

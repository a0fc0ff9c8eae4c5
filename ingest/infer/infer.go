// Package infer adds to what a document says what follows from it and reference
// knowledge together: who the members of a group were at the time, what an organization is
// a part of, where a place lies.
//
// It owns the rules of inference. It reads no text, and what it adds has basis inferred and the
// words of the claim or the mention that it follows from, so that it can be told apart and switched off.
package infer

import (
	"concord/graph"
	"concord/ingest/gazetteer"
	"concord/ingest/reference"
)

// Knowledge is what inference draws on.
type Knowledge struct {
	Gazetteer   *gazetteer.Gazetteer
	Memberships []reference.Membership
}

// New returns all reference knowledge there is.
func New(g *gazetteer.Gazetteer) (Knowledge, error) {
	all, err := reference.Memberships(g)
	if err != nil {
		return Knowledge{}, err
	}
	return Knowledge{g, all}, nil
}

// Bundle returns b with what follows from it. What follows from a claim keeps its passage, quote,
// polarity and modality. b itself is not changed; inferring again adds nothing.
func Bundle(b graph.Bundle, k Knowledge) graph.Bundle {
	a := adder{knowledge: k, from: b, entities: map[string]bool{}, claims: map[string]bool{}}
	for _, e := range b.Entities {
		a.entities[e.ID] = true
	}
	for _, c := range b.Claims {
		a.claims[c.ID] = true
	}
	a.result = b
	a.result.Entities = append([]graph.Entity(nil), b.Entities...)
	a.result.Claims = append([]graph.Claim(nil), b.Claims...)
	a.members()
	a.places()
	return a.result.Normalized()
}

// adder adds entities and claims to result, each once.
type adder struct {
	knowledge Knowledge
	from      graph.Bundle
	result    graph.Bundle
	entities  map[string]bool
	claims    map[string]bool
}

// claim adds c and, from the gazetteer, the entities that it names and the bundle does not describe
// yet; a claim about what neither knows is left out.
func (a *adder) claim(c graph.Claim) {
	c.Basis, c.Verdict, c.Corrects = graph.Inferred, "", ""
	c.ID = c.ComputeID()
	if a.claims[c.ID] || !a.entity(c.Subject) || !a.entity(c.Object) {
		return
	}
	a.claims[c.ID] = true
	a.result.Claims = append(a.result.Claims, c)
}

func (a *adder) entity(id string) bool {
	if a.entities[id] {
		return true
	}
	e, ok := a.knowledge.Gazetteer.Entity(id)
	if ok {
		a.entities[id] = true
		a.result.Entities = append(a.result.Entities, e)
	}
	return ok
}

package reference

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// Bundle returns the reference knowledge as a document with one sentence for each
// membership, and the MEMBER_OF claim that it makes.
func Bundle(g *gazetteer.Gazetteer) (graph.Bundle, error) {
	all, err := Memberships(g)
	if err != nil {
		return graph.Bundle{}, err
	}
	w := writer{g: g, entities: map[string]graph.Entity{}}
	for _, m := range all {
		w.membership(m)
	}
	return w.bundle(), nil
}

// writer writes the document and remembers what each sentence claims. Offsets are in code points.
type writer struct {
	g        *gazetteer.Gazetteer
	text     strings.Builder
	length   int
	passages []graph.Passage
	claims   []graph.Claim
	entities map[string]graph.Entity
}

func (w *writer) membership(m Membership) {
	country, organization := w.entity(m.Country), w.entity(m.Organization)
	name := organization.Name
	if acronym, ok := organization.Properties["acronym"].(string); ok && acronym != name {
		name = fmt.Sprintf("%s (%s)", name, acronym)
	}
	if strings.Contains(organization.Name, " ") {
		name = "the " + name
	}
	sentence := fmt.Sprintf("%s has been %s of %s since %s.", country.Name, statuses[m.Status], name, m.Since)
	properties := map[string]any{"status": m.Status, "since": m.Since.String()}
	if !m.Until.IsZero() {
		sentence = fmt.Sprintf("%s was %s of %s from %s until %s.", country.Name, statuses[m.Status], name, m.Since, m.Until)
		properties["until"] = m.Until.String()
	}
	start := w.length
	w.text.WriteString(sentence + "\n")
	w.length += utf8.RuneCountInString(sentence) + 1
	end := w.length - 1
	p := graph.Passage{Ordinal: len(w.passages) + 1, Section: organization.Name, Text: sentence, Start: start, End: end}
	for _, e := range []struct{ id, surface string }{{country.ID, country.Name}, {organization.ID, organization.Name}} {
		at := start + utf8.RuneCountInString(sentence[:strings.Index(sentence, e.surface)])
		p.Mentions = append(p.Mentions, graph.Mention{Entity: e.id, Surface: e.surface, Start: at, End: at + utf8.RuneCountInString(e.surface)})
	}
	w.passages = append(w.passages, p)
	w.claims = append(w.claims, graph.Claim{
		Subject: country.ID, Relation: graph.MemberOf, Object: organization.ID, Properties: properties,
		Quote: sentence, Start: start, End: end,
		Basis: graph.Reference, Polarity: graph.Affirmed, Modality: graph.Actual, Confidence: 1, Rule: "reference.members",
	})
}

func (w *writer) entity(id string) graph.Entity {
	e, _ := w.g.Entity(id)
	w.entities[id] = e
	return e
}

func (w *writer) bundle() graph.Bundle {
	text := w.text.String()
	id := graph.DocumentID(text)
	b := graph.Bundle{
		Document: graph.Document{ID: id, Title: "Members of organizations", Publisher: "Concord (reference data)", Language: "en", Text: text},
		Passages: w.passages,
		Claims:   w.claims,
	}
	for i := range b.Passages {
		b.Passages[i].ID = graph.PassageID(id, b.Passages[i].Ordinal)
		b.Claims[i].Document, b.Claims[i].Passage = id, b.Passages[i].ID
		b.Claims[i].ID = b.Claims[i].ComputeID()
	}
	for _, e := range w.entities {
		b.Entities = append(b.Entities, e)
	}
	return b.Normalized()
}

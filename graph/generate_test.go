package graph

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// entityPool has a few entities of every label, so that documents meet in them.
func entityPool() []Entity {
	var pool []Entity
	for _, code := range []string{"CHN", "PAK", "THA"} {
		pool = append(pool, Entity{ID: NewID(Country, code), Label: Country})
	}
	for _, label := range EntityLabels[1:] {
		for _, slug := range []string{"a", "b"} {
			pool = append(pool, Entity{ID: NewID(label, slug), Label: label})
		}
	}
	return pool
}

// drawBundle draws a bundle that Check accepts. Seed keeps the texts of documents apart.
func drawBundle(t *rapid.T, seed int) Bundle {
	pool := entityPool()
	var b Bundle
	sentences := rapid.SliceOfN(rapid.SampledFrom([]string{
		"China and Pakistan trained.", "Łódź – “Peace-2007” 和平.", "They met in 2008.", "\U0001F30A off the coast.",
	}), 1, 4).Draw(t, "sentences")
	text := fmt.Sprintf("%d: ", seed)
	for range sentences {
		start := utf8.RuneCountInString(text)
		s := sentences[len(b.Passages)]
		b.Passages = append(b.Passages, Passage{Ordinal: len(b.Passages) + 1, Text: s, Start: start, End: start + utf8.RuneCountInString(s)})
		text += s + "\n"
	}
	b.Document = Document{
		ID: DocumentID(text), Title: rapid.SampledFrom([]string{"", "White Paper", "Communiqué \"1\""}).Draw(t, "title"),
		Published: rapid.SampledFrom([]string{"", "2009-01"}).Draw(t, "published"), Language: "en", Text: text,
	}
	for i := range b.Passages {
		b.Passages[i].ID = PassageID(b.Document.ID, i+1)
	}
	used := map[string]bool{}
	for range rapid.IntRange(0, 8).Draw(t, "claims") {
		c := drawClaim(t, &b, pool)
		used[c.Subject] = true
		used[c.Object] = true
		b.Claims = append(b.Claims, c)
	}
	for _, e := range pool {
		if used[e.ID] || rapid.IntRange(0, 9).Draw(t, "described") == 0 {
			b.Entities = append(b.Entities, drawEntity(t, e))
		}
	}
	if len(b.Entities) > 0 {
		p := &b.Passages[0]
		word := strings.Fields(p.Text)[0]
		p.Mentions = []Mention{{Entity: b.Entities[0].ID, Surface: word, Start: p.Start, End: p.Start + utf8.RuneCountInString(word)}}
	}
	return b.Normalized()
}

func drawEntity(t *rapid.T, e Entity) Entity {
	e.Name = rapid.SampledFrom([]string{"One", "Two", "Three", "<b>&"}).Draw(t, "name")
	e.Aliases = rapid.SliceOfN(rapid.SampledFrom([]string{"One", "Uno", "Eins"}), 0, 3).Draw(t, "aliases")
	e.Properties = map[string]any{}
	switch e.Label {
	case Exercise:
		e.Properties["domains"] = rapid.SliceOfN(rapid.SampledFrom([]string{"land", "sea", "air"}), 0, 2).Draw(t, "domains")
		e.Properties["participantTotal"] = int64(rapid.IntRange(2, 4).Draw(t, "total"))
	case Figure:
		e.Properties["value"] = rapid.SampledFrom([]float64{8, 8.5, 1e21, 1e300}).Draw(t, "value")
	case Place:
		e.Properties["location"] = Point{Latitude: float64(rapid.IntRange(-90, 90).Draw(t, "latitude")), Longitude: 61.4}
	}
	if rapid.Bool().Draw(t, "dated") {
		e.Properties["date"] = drawDate(t)
		e.Properties["dateText"] = rapid.SampledFrom([]string{"then", "that year"}).Draw(t, "dateText")
	}
	return e
}

func drawDate(t *rapid.T) string {
	return rapid.SampledFrom([]string{"2007", "2007-08", "2007-08-09", "2008", "2007~", "200X", "2007-08-09/2007-08-17", "1990/.."}).Draw(t, "date")
}

func drawClaim(t *rapid.T, b *Bundle, pool []Entity) Claim {
	p := rapid.SampledFrom(b.Passages).Draw(t, "passage")
	runes := []rune(p.Text)
	from := rapid.IntRange(0, len(runes)-1).Draw(t, "from")
	to := rapid.IntRange(from+1, len(runes)).Draw(t, "to")
	c := Claim{
		Document: b.Document.ID, Passage: p.ID, Quote: string(runes[from:to]), Start: p.Start + from, End: p.Start + to,
		Basis:      rapid.SampledFrom([]Basis{Stated, Implied, Inferred, Reference}).Draw(t, "basis"),
		Polarity:   rapid.SampledFrom([]Polarity{Affirmed, Affirmed, Negated}).Draw(t, "polarity"),
		Modality:   rapid.SampledFrom([]Modality{Actual, Actual, Planned}).Draw(t, "modality"),
		Confidence: float64(rapid.IntRange(0, 10).Draw(t, "confidence")) / 10,
		Rule:       rapid.SampledFrom([]string{"", "participants.with"}).Draw(t, "rule"),
		Properties: map[string]any{},
	}
	if rapid.IntRange(0, 3).Draw(t, "kind") == 0 {
		c.Subject = rapid.SampledFrom(pool).Draw(t, "subject").ID
		switch c.Property = rapid.SampledFrom([]string{"date", "status", "ordinal", "domains", "name", "kind"}).Draw(t, "property"); c.Property {
		case "date":
			c.Value = drawDate(t)
			c.Properties["dateText"] = rapid.SampledFrom([]string{"then", "that year"}).Draw(t, "dateText")
		case "ordinal":
			c.Value = int64(rapid.IntRange(1, 3).Draw(t, "ordinal"))
		case "domains":
			c.Value = []string{rapid.SampledFrom([]string{"land", "sea"}).Draw(t, "domain")}
		default:
			c.Value = rapid.SampledFrom([]string{"signed", "drafted", "training"}).Draw(t, "value")
		}
		return c
	}
	r := rapid.SampledFrom(Relations).Draw(t, "relation")
	c.Relation = r.Type
	end := func(labels []Label, name string) string {
		fits := slices.DeleteFunc(slices.Clone(pool), func(e Entity) bool { return !slices.Contains(labels, e.Label) })
		return rapid.SampledFrom(fits).Draw(t, name).ID
	}
	c.Subject, c.Object = end(r.From, "subject"), end(r.To, "object")
	for _, name := range r.Properties {
		if slices.Contains(derived, name) || rapid.Bool().Draw(t, "absent") {
			continue
		}
		switch kind, _ := KindOf(name); kind {
		case KindInt:
			c.Properties[name] = int64(rapid.IntRange(8, 9).Draw(t, name))
		case KindDate:
			c.Properties[name] = drawDate(t)
		case KindList:
			c.Properties[name] = []string{rapid.SampledFrom([]string{"navy", "army"}).Draw(t, name)}
		default:
			c.Properties[name] = rapid.SampledFrom([]string{"host", "participant", "full", "a|b"}).Draw(t, name)
		}
	}
	return c
}

package infer

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"concord/graph"
	"concord/ingest/gazetteer"
)

func knowledge(t *testing.T) Knowledge {
	t.Helper()
	g, err := gazetteer.New()
	if err != nil {
		t.Fatal(err)
	}
	k, err := New(g)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

const sentence = "In August 2007 the SCO member states concluded the Treaty on Friendship in Guangzhou."

// document is what an extraction makes of the sentence, with the given changes to its claim.
func document(g *gazetteer.Gazetteer, change func(*graph.Claim)) graph.Bundle {
	id := graph.DocumentID(sentence)
	passage := graph.PassageID(id, 1)
	at := func(entity, words string) graph.Mention {
		i := strings.Index(sentence, words)
		return graph.Mention{Entity: entity, Surface: words, Start: i, End: i + len(words)}
	}
	city, _ := g.Entity("place:guangzhou")
	c := graph.Claim{
		Subject: "group:sco-member-states", Relation: graph.Signed, Object: "treaty:treaty-on-friendship",
		Properties: map[string]any{"action": "concluded", "date": "2007-08"},
		Document:   id, Passage: passage, Quote: sentence, Start: 0, End: len(sentence),
		Basis: graph.Stated, Polarity: graph.Affirmed, Modality: graph.Actual, Confidence: 0.9, Rule: "treaty.signed",
	}
	change(&c)
	c.ID = c.ComputeID()
	return graph.Bundle{
		Document: graph.Document{ID: id, Text: sentence},
		Passages: []graph.Passage{{
			ID: passage, Ordinal: 1, Text: sentence, Start: 0, End: len(sentence),
			Mentions: []graph.Mention{at("group:sco-member-states", "SCO member states"), at("place:guangzhou", "Guangzhou")},
		}},
		Entities: []graph.Entity{
			{ID: "group:sco-member-states", Label: graph.CountryGroup, Name: "SCO member states", Properties: map[string]any{"ofOrganization": "organization:sco"}},
			{ID: "treaty:treaty-on-friendship", Label: graph.Treaty, Name: "Treaty on Friendship"},
			city,
		},
		Claims: []graph.Claim{c},
	}.Normalized()
}

// added lists what inference adds, "subject RELATION object", without the labels of ids.
func added(b graph.Bundle, k Knowledge) []string {
	var list []string
	for _, c := range Bundle(b, k).Claims {
		if c.Basis == graph.Inferred {
			list = append(list, strings.TrimPrefix(c.Subject, "country:")+" "+string(c.Relation)+" "+c.Object)
		}
	}
	slices.Sort(list)
	return list
}

func TestBundle(t *testing.T) {
	k := knowledge(t)
	b := document(k.Gazetteer, func(*graph.Claim) {})
	want := []string{
		"CHN SIGNED treaty:treaty-on-friendship", "KAZ SIGNED treaty:treaty-on-friendship",
		"KGZ SIGNED treaty:treaty-on-friendship", "RUS SIGNED treaty:treaty-on-friendship",
		"TJK SIGNED treaty:treaty-on-friendship", "UZB SIGNED treaty:treaty-on-friendship",
		"group:sco-member-states PART_OF organization:sco",
		"place:guangdong LOCATED_IN country:CHN", "place:guangzhou LOCATED_IN place:guangdong",
	}
	if got := added(b, k); !slices.Equal(got, want) {
		t.Errorf("added\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	result := Bundle(b, k)
	if err := result.Check(); err != nil {
		t.Error(err)
	}
	if again := Bundle(result, k); !reflect.DeepEqual(again, result) {
		t.Error("inferring again changes the bundle")
	}
	if len(b.Claims) != 1 || len(b.Entities) != 3 {
		t.Error("the bundle given was changed")
	}
}

func TestMembersNeedADate(t *testing.T) {
	k := knowledge(t)
	for name, test := range map[string]struct {
		change func(*graph.Claim)
		signed int
	}{
		"no date":              {func(c *graph.Claim) { delete(c.Properties, "date") }, 0},
		"before there was one": {func(c *graph.Claim) { c.Properties["date"] = "1999-08" }, 0},
		"after it grew":        {func(c *graph.Claim) { c.Properties["date"] = "2019" }, 8},
		"denied":               {func(c *graph.Claim) { c.Polarity = graph.Negated }, 0},
		"planned":              {func(c *graph.Claim) { c.Modality = graph.Planned }, 6},
	} {
		t.Run(name, func(t *testing.T) {
			b := document(k.Gazetteer, test.change)
			signed := 0
			for _, c := range Bundle(b, k).Claims {
				if c.Basis != graph.Inferred || c.Relation != graph.Signed {
					continue
				}
				signed++
				if c.Modality != b.Claims[0].Modality || c.Quote != sentence || c.Rule != "infer.members" || c.Confidence >= b.Claims[0].Confidence {
					t.Errorf("%+v does not follow from %+v", c, b.Claims[0])
				}
			}
			if signed != test.signed {
				t.Errorf("%d members signed, want %d", signed, test.signed)
			}
		})
	}
}

func TestDateOfTheObject(t *testing.T) {
	k := knowledge(t)
	b := document(k.Gazetteer, func(c *graph.Claim) { delete(c.Properties, "date") })
	dated := func(values ...string) graph.Bundle {
		d := b
		d.Claims = slices.Clone(b.Claims)
		for _, v := range values {
			c := graph.Claim{
				Subject: "treaty:treaty-on-friendship", Property: "date", Value: v,
				Document: b.Document.ID, Passage: b.Passages[0].ID, Quote: "August 2007", Start: 3, End: 14,
				Basis: graph.Stated, Polarity: graph.Affirmed, Modality: graph.Actual, Confidence: 1, Rule: "treaty.date",
			}
			c.ID = c.ComputeID()
			d.Claims = append(d.Claims, c)
		}
		return d.Normalized()
	}
	if got := len(added(dated("2007-08"), k)); got != 9 {
		t.Errorf("%d claims follow with the treaty's date, want 9", got)
	}
	if got := len(added(dated("2007-08", "2008"), k)); got != 3 {
		t.Errorf("%d claims follow with two dates in dispute, want 3", got)
	}
}

// TestParts names entities alone in a passage, and looks at what they are a part of.
func TestParts(t *testing.T) {
	k := knowledge(t)
	for id, want := range map[string][]string{
		"mission:unamid":         {"mission:unamid DEPLOYED_IN place:darfur", "mission:unamid UNDER organization:au", "mission:unamid UNDER organization:un", "place:darfur LOCATED_IN country:SDN"},
		"organization:pla-navy":  {"organization:pla PART_OF country:CHN", "organization:pla-navy PART_OF organization:pla"},
		"organization:admm-plus": {"organization:admm PART_OF organization:asean", "organization:admm-plus PART_OF organization:admm"},
		"place:arabian-sea":      nil,
		"country:CHN":            nil,
	} {
		e, ok := k.Gazetteer.Entity(id)
		if !ok {
			t.Fatalf("the gazetteer has no %s", id)
		}
		text := e.Name + "."
		length := len([]rune(e.Name))
		document := graph.DocumentID(text)
		b := graph.Bundle{
			Document: graph.Document{ID: document, Text: text},
			Passages: []graph.Passage{{
				ID: graph.PassageID(document, 1), Ordinal: 1, Text: text, Start: 0, End: length + 1,
				Mentions: []graph.Mention{{Entity: id, Surface: e.Name, Start: 0, End: length}},
			}},
			Entities: []graph.Entity{e},
		}.Normalized()
		if got := added(b, k); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", id, got, want)
		}
		if err := Bundle(b, k).Check(); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
}

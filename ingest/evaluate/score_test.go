package evaluate

import (
	"slices"
	"strings"
	"testing"

	"concord/graph"
)

const peaceGold = `
entities:
  peace:
    label: Exercise
    name: Peace-2007
    date: 2007-03
    domains: [sea]
    participantTotal: 8
    participants: [CHN, PAK]
    hosts: [IDN]
    in: [place:arabian-sea]
  summit:
    label: Meeting
    date: [2007-08, 2007-08-16]
    kind: summit
    under: [organization:sco]
    optional: [kind]
claims:
  - [CHN, CONTRIBUTED_TO, mission:unmil, {role: engineering, personnel: 275, asOf: 2008-11}]
  - [CHN, CONTRIBUTED_TO, mission:unmil, {role: medical, personnel: 43, asOf: 2008-11}]
  - [IND, ATTENDED, summit, {modality: planned}]
  - [CHN, HAS_FIGURE, {value: 150, comparator: gt, unit: countries}]
  - [RUS, ATTENDED, summit, {optional: true}]
  - [CHN, COOPERATES_WITH, RUS]
`

const peaceText = "China and Pakistan, in Peace-2007."

// perfect is a bundle that says all of peaceGold and nothing else.
func perfect() graph.Bundle {
	const peace, summit, figure = "exercise:peace-2007", "meeting:sco-summit-2007-08", "figure:1"
	b := graph.Bundle{
		Document: graph.Document{Text: peaceText},
		Passages: []graph.Passage{{Text: peaceText}},
		Entities: []graph.Entity{
			{ID: peace, Label: graph.Exercise, Name: "PEACE 2007", Properties: map[string]any{"domains": []string{"sea"}}},
			{ID: summit, Label: graph.Meeting, Name: "SCO summit"},
			{ID: figure, Label: graph.Figure, Properties: map[string]any{"value": int64(150), "comparator": "gt", "unit": "countries"}},
			{ID: "organization:shanghai-cooperation-organization", Label: graph.Organization, Name: "Shanghai Cooperation Organization", Properties: map[string]any{"acronym": "SCO"}},
		},
	}
	say := func(s string, r graph.RelationType, o string, props map[string]any) {
		b.Claims = append(b.Claims, graph.Claim{Subject: s, Relation: r, Object: o, Properties: props})
	}
	role := func(r string) map[string]any { return map[string]any{"role": r} }
	say("country:CHN", graph.ParticipatedIn, peace, role("participant"))
	say("country:PAK", graph.ParticipatedIn, peace, role("participant"))
	say("country:IDN", graph.ParticipatedIn, peace, role("host"))
	say("country:IDN", graph.Hosted, peace, role("host"))
	say(peace, graph.HeldIn, "place:arabian-sea", nil)
	say(summit, graph.Under, "organization:shanghai-cooperation-organization", nil)
	say("country:CHN", graph.ContributedTo, "mission:unmil", map[string]any{"role": "medical", "personnel": int64(43), "asOf": "2008-11"})
	say("country:CHN", graph.ContributedTo, "mission:unmil", map[string]any{"role": "engineering", "personnel": int64(275), "asOf": "2008-11"})
	say("country:IND", graph.Attended, summit, role("participant"))
	b.Claims[len(b.Claims)-1].Modality = graph.Planned
	say("country:CHN", graph.HasFigure, figure, nil)
	say("country:RUS", graph.CooperatesWith, "country:CHN", nil)
	b.Claims = append(b.Claims,
		graph.Claim{Subject: peace, Property: "date", Value: "2007-03"},
		graph.Claim{Subject: peace, Property: "participantTotal", Value: int64(8)},
		graph.Claim{Subject: summit, Property: "date", Value: "2007-08-16"},
	)
	for i := range b.Claims {
		complete(&b.Claims[i])
	}
	return b
}

func complete(c *graph.Claim) {
	if c.Modality == "" {
		c.Modality = graph.Actual
	}
	if c.Basis == "" {
		c.Basis = graph.Stated
	}
	c.Polarity = graph.Affirmed
	c.Quote, c.Start, c.End = peaceText, 0, len(peaceText)
}

// at finds the first claim with a relation or property.
func at(b *graph.Bundle, kind string) int {
	return slices.IndexFunc(b.Claims, func(c graph.Claim) bool { return string(c.Relation) == kind || c.Property == kind })
}

func TestScore(t *testing.T) {
	add := func(c graph.Claim) func(*graph.Bundle) {
		return func(b *graph.Bundle) {
			complete(&c)
			b.Claims = append(b.Claims, c)
		}
	}
	drop := func(kind string) func(*graph.Bundle) {
		return func(b *graph.Bundle) { i := at(b, kind); b.Claims = slices.Delete(b.Claims, i, i+1) }
	}
	change := func(kind string, f func(*graph.Claim)) func(*graph.Bundle) {
		return func(b *graph.Bundle) { f(&b.Claims[at(b, kind)]) }
	}
	for _, test := range []struct {
		name           string
		change         func(*graph.Bundle)
		wrong, missed  int
		misvalued, bad int
	}{
		{name: "perfect", change: func(*graph.Bundle) {}},
		{name: "repeated elsewhere", change: add(graph.Claim{Subject: "country:CHN", Relation: graph.ParticipatedIn, Object: "exercise:peace-2007"})},
		{name: "relation missed", change: drop("HELD_IN"), missed: 1},
		{name: "relation invented", change: add(graph.Claim{Subject: "country:USA", Relation: graph.ParticipatedIn, Object: "exercise:peace-2007", Properties: map[string]any{"role": "participant"}}), wrong: 1},
		{name: "wrong object", change: change("HELD_IN", func(c *graph.Claim) { c.Object = "place:red-sea" }), wrong: 1, missed: 1},
		{name: "planned taken for fact", change: change("ATTENDED", func(c *graph.Claim) { c.Modality = graph.Actual }), wrong: 1, missed: 1},
		{name: "denied taken for fact", change: change("HELD_IN", func(c *graph.Claim) { c.Polarity = graph.Negated }), wrong: 1, missed: 1},
		{name: "inferred is not counted", change: add(graph.Claim{Subject: "country:USA", Relation: graph.ParticipatedIn, Object: "exercise:peace-2007", Basis: graph.Inferred})},
		{name: "optional is not wrong", change: add(graph.Claim{Subject: "country:RUS", Relation: graph.Attended, Object: "meeting:sco-summit-2007-08"})},
		{name: "role wrong", change: change("PARTICIPATED_IN", func(c *graph.Claim) { c.Properties["role"] = "observer" }), misvalued: 1},
		{name: "personnel missing", change: change("CONTRIBUTED_TO", func(c *graph.Claim) { delete(c.Properties, "personnel") }), misvalued: 1},
		{name: "third role invented", change: add(graph.Claim{Subject: "country:CHN", Relation: graph.ContributedTo, Object: "mission:unmil", Properties: map[string]any{"role": "police", "asOf": "2008-11"}}), wrong: 1},
		{name: "date wrong", change: change("date", func(c *graph.Claim) { c.Value = "2007-04" }), wrong: 1, missed: 1},
		{name: "date less exact elsewhere", change: add(graph.Claim{Subject: "exercise:peace-2007", Property: "date", Value: "2007"})},
		{name: "date less exact", change: change("date", func(c *graph.Claim) { c.Value = "2007" }), wrong: 1, missed: 1},
		{name: "date missed", change: drop("date"), missed: 1},
		{name: "status invented", change: add(graph.Claim{Subject: "exercise:peace-2007", Property: "status", Value: "cancelled"}), wrong: 1},
		{name: "series is not judged where the gold gives none", change: add(graph.Claim{Subject: "exercise:peace-2007", Property: "series", Value: "Peace"})},
		{name: "figure with another number", change: func(b *graph.Bundle) {
			i := slices.IndexFunc(b.Entities, func(e graph.Entity) bool { return e.ID == "figure:1" })
			b.Entities[i].Properties["value"] = int64(151)
		}, wrong: 1, missed: 1},
		{name: "figure that repeats personnel", change: func(b *graph.Bundle) {
			b.Entities = append(b.Entities, graph.Entity{ID: "figure:2", Label: graph.Figure, Properties: map[string]any{"value": int64(275)}})
			add(graph.Claim{Subject: "country:CHN", Relation: graph.HasFigure, Object: "figure:2"})(b)
		}},
		{name: "countries of a figure that repeats the total", change: func(b *graph.Bundle) {
			b.Entities = append(b.Entities, graph.Entity{ID: "figure:2", Label: graph.Figure, Properties: map[string]any{"value": int64(8)}})
			add(graph.Claim{Subject: "figure:2", Relation: graph.Includes, Object: "country:PAK"})(b)
		}},
		{name: "event invented", change: func(b *graph.Bundle) {
			b.Entities = append(b.Entities, graph.Entity{ID: "exercise:other", Label: graph.Exercise, Name: "Other"})
			add(graph.Claim{Subject: "country:CHN", Relation: graph.ParticipatedIn, Object: "exercise:other"})(b)
			add(graph.Claim{Subject: "exercise:other", Property: "date", Value: "2001"})(b)
		}, wrong: 2},
		{name: "quote not verbatim", change: change("HELD_IN", func(c *graph.Claim) { c.Start = 1 }), bad: 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			gold, err := Parse("peace.claims.yaml", []byte(peaceGold))
			if err != nil {
				t.Fatal(err)
			}
			b := perfect()
			right := Score(b, gold).Total().True
			test.change(&b)
			r := Score(b, gold)
			got := r.Total()
			if want := right - test.missed; got.True != want || got.False != test.wrong || got.Missed != test.missed {
				t.Errorf("right %d, wrong %d, missed %d; want %d, %d, %d\nwrong: %v\nmissed: %v", got.True, got.False, got.Missed, want, test.wrong, test.missed, r.Wrong, r.Misses)
			}
			if len(r.Misvalued) != test.misvalued || len(r.BadQuotes) != test.bad {
				t.Errorf("misvalued %v, bad quotes %v; want %d, %d", r.Misvalued, r.BadQuotes, test.misvalued, test.bad)
			}
		})
	}
}

func TestPerfectIsOne(t *testing.T) {
	gold, err := Parse("peace.claims.yaml", []byte(peaceGold))
	if err != nil {
		t.Fatal(err)
	}
	r := Score(perfect(), gold)
	if c := r.Total(); c.Precision() != 1 || c.Recall() != 1 || c.F1() != 1 || c.True != 15 {
		t.Errorf("a perfect bundle scores %+v: %v %v", c, r.Wrong, r.Misses)
	}
	if v := total(r.Values); v.False+v.Missed > 0 || v.True == 0 {
		t.Errorf("a perfect bundle's values score %+v: %v", v, r.Misvalued)
	}
}

func TestEmptyBundleMissesAll(t *testing.T) {
	gold, err := Parse("peace.claims.yaml", []byte(peaceGold))
	if err != nil {
		t.Fatal(err)
	}
	if c := Score(graph.Bundle{}, gold).Total(); c != (Counts{Missed: 15}) {
		t.Errorf("an empty bundle scores %+v, want 15 missed", c)
	}
}

// Editions of one series share participants and most of their name; each must be
// paired with its own.
func TestEditionsAreToldApart(t *testing.T) {
	gold, err := Parse("editions.claims.yaml", []byte(`
entities:
  first: {label: Exercise, name: Peace Mission 2007, date: 2007-08, participants: [CHN, RUS, KAZ]}
  second: {label: Exercise, name: Peace Mission 2010, date: 2010-09, participants: [CHN, RUS]}
`))
	if err != nil {
		t.Fatal(err)
	}
	var b graph.Bundle
	for _, year := range []string{"2010", "2007"} {
		id := "exercise:peace-mission-" + year
		b.Entities = append(b.Entities, graph.Entity{ID: id, Label: graph.Exercise, Name: "Peace Mission " + year})
		for _, c := range []string{"CHN", "RUS"} {
			b.Claims = append(b.Claims, graph.Claim{Subject: "country:" + c, Relation: graph.ParticipatedIn, Object: id, Modality: graph.Actual, Polarity: graph.Affirmed})
		}
	}
	if c := *Score(b, gold).Claims["PARTICIPATED_IN"]; c != (Counts{True: 4, Missed: 1}) {
		t.Errorf("got %+v, want 4 right, 1 missed", c)
	}
}

// Two mechanisms between the same parties, named by nothing but what they are.
func TestKindsTellApart(t *testing.T) {
	gold, err := Parse("links.claims.yaml", []byte(`
entities:
  hotline: {label: Mechanism, kind: hotline, parties: [CHN, USA]}
  archives: {label: Mechanism, kind: archive_cooperation, parties: [CHN, USA]}
`))
	if err != nil {
		t.Fatal(err)
	}
	var b graph.Bundle
	for _, kind := range []string{"archive_cooperation", "hotline"} {
		id := "mechanism:china-us-" + kind
		b.Entities = append(b.Entities, graph.Entity{ID: id, Label: graph.Mechanism, Properties: map[string]any{"kind": kind}})
		for _, c := range []string{"CHN", "USA"} {
			b.Claims = append(b.Claims, graph.Claim{Subject: "country:" + c, Relation: graph.PartyTo, Object: id, Modality: graph.Actual, Polarity: graph.Affirmed})
		}
	}
	if c := Score(b, gold).Total(); c != (Counts{True: 6}) {
		t.Errorf("got %+v, want 6 right", c)
	}
}

func TestAssignment(t *testing.T) {
	for _, test := range []struct {
		weights [][]float64
		want    []int
	}{
		{[][]float64{{3, 2}, {3, 0}}, []int{1, 0}},
		{[][]float64{{1}, {2}}, []int{-1, 0}},
		{[][]float64{{0, 0, 5}}, []int{2}},
		{[][]float64{{}, {}}, []int{-1, -1}},
		{nil, nil},
	} {
		if got := assignment(test.weights); !slices.Equal(got, test.want) {
			t.Errorf("assignment(%v) = %v, want %v", test.weights, got, test.want)
		}
	}
}

func TestParseReportsEveryMistake(t *testing.T) {
	_, err := Parse("bad.claims.yaml", []byte(`entities:
  lost: {label: Exercise, name: Lost}
  odd: {label: Ship, colour: red}
claims:
  - [CHN, PARTICIPATED_IN, nowhere]
  - [CHN, SAILED_WITH, lost]
  - [CHN, MEMBER_OF, place:Beijing]
  - [CHN, MEMBER_OF]
  - [CHN, MEMBER_OF, organization:sco, {rank: high, modality: perhaps}]
`))
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		`bad.claims.yaml:3:22: field "colour"`, `:2:1: no claim uses "lost"`, `label "Ship"`, `"nowhere" is neither`, `relation "SAILED_WITH"`,
		`id "place:Beijing" is out of form`, `:8:5: a claim is not`, `no property "rank"`, `modality "perhaps"`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error lacks %q:\n%v", want, err)
		}
	}
}

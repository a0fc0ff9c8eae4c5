package schema_test

import (
	"testing"

	"concord/gql/schema"
)

// TestMeanings checks what fields mean in the bundled graph: of objects, filters, sorts,
// aggregates and connections.
func TestMeanings(t *testing.T) {
	s, err := schema.Load([]schema.Source{bundled()}, bundledOptions())
	if err != nil {
		t.Fatal(err)
	}
	parts := []struct {
		typeName, field string
		want            schema.Meaning
	}{
		{"CountriesConnection", "edges", schema.Edges},
		{"CountriesConnection", "totalCount", schema.TotalCount},
		{"CountriesConnection", "pageInfo", schema.PageInfo},
		{"CountriesConnection", "aggregate", schema.Aggregate},
		{"CountryEdge", "cursor", schema.Cursor},
		{"CountryEdge", "node", schema.EdgeNode},
		{"ExerciseParticipantsRelationship", "properties", schema.EdgeProperties},
		{"PageInfo", "hasNextPage", schema.HasNextPage},
		{"Count", "nodes", schema.CountNodes},
		{"CountConnection", "edges", schema.CountEdges},
		{"CountryAggregate", "node", schema.EdgeNode},
		{"IntAggregateSelection", "average", schema.Average},
		{"StringAggregateSelection", "shortest", schema.Shortest},
		{"StringScalarFilters", "startsWith", schema.OpStartsWith},
		{"StringListFilters", "includes", schema.OpIncludes},
		{"CountryWhere", "NOT", schema.Not},
		{"PartyWhere", "typename", schema.Typename},
		{"ExerciseRelationshipFilters", "some", schema.Some},
		{"ExerciseParticipantsConnectionFilters", "aggregate", schema.Aggregate},
		{"ExerciseParticipantsConnectionWhere", "edge", schema.EdgeProperties},
		{"ExerciseParticipantsConnectionSort", "node", schema.EdgeNode},
		{"PointDistanceFilters", "from", schema.From},
		{"Point", "longitude", schema.Longitude},
		{"PointInput", "latitude", schema.Latitude},
	}
	for _, c := range parts {
		if got := s.MeaningOf(c.typeName, c.field); got != c.want {
			t.Errorf("%s.%s means %v, want %v", c.typeName, c.field, got, c.want)
		}
	}

	for _, typeName := range []string{"Country", "CountryWhere", "CountrySort"} {
		p, ok := s.MeaningOf(typeName, "iso3").(*schema.Property)
		if !ok || p.Column != "iso3" || !p.Unique || p.Type.Scalar != schema.String {
			t.Errorf("%s.iso3 means %+v", typeName, p)
		}
	}
	root, ok := s.MeaningOf("Query", "countries").(schema.List)
	if !ok || root.Target.TypeName() != "Country" {
		t.Errorf("Query.countries means %v", root)
	}
	if root, ok := s.MeaningOf("Query", "partiesConnection").(schema.RootConnection); !ok || len(root.Target.Members()) != 3 {
		t.Errorf("Query.partiesConnection means %v", root)
	}
	partners, ok := s.MeaningOf("Query", "exercisePartners").(*schema.Cypher)
	if !ok || partners.Query != "exercise_partners" || partners.Column != "" || partners.This || partners.Result.Row == nil || !partners.Result.List {
		t.Fatalf("Query.exercisePartners means %+v", partners)
	}
	if f, ok := s.MeaningOf("ExercisePartner", "exercises").(*schema.RowField); !ok || f.Column != "exercises" || f.Result.Target.TypeName() != "Exercise" || !f.Result.List {
		t.Errorf("ExercisePartner.exercises means %+v", f)
	}
}

// TestDeclaredRelationship checks that behind what an interface declares stands each
// node's own.
func TestDeclaredRelationship(t *testing.T) {
	s, err := schema.Load([]schema.Source{bundled()}, bundledOptions())
	if err != nil {
		t.Fatal(err)
	}
	declared, ok := s.MeaningOf("Party", "exercises").(*schema.Relationship)
	if !ok || !declared.Declared || declared.Type != "" || declared.Edge != nil {
		t.Fatalf("Party.exercises means %+v", declared)
	}
	want := map[string]struct {
		relationship string
		direction    schema.Direction
		edge         string
	}{
		"Country":      {"PARTICIPATED_IN", schema.Out, "ParticipatedIn"},
		"Organization": {"UNDER", schema.In, "Under"},
		"CountryGroup": {"PARTICIPATED_IN", schema.Out, "ParticipatedIn"},
	}
	for _, n := range declared.Owner.Members() {
		own, w := declared.Of(n), want[n.Name]
		if own == nil || own.Type != w.relationship || own.Direction != w.direction || own.Edge.Name != w.edge {
			t.Errorf("Party.exercises of %s is %+v", n.Name, own)
		}
		if other := s.MeaningOf(n.Name, "exercises"); other != schema.Meaning(own) {
			t.Errorf("%s.exercises is another relationship than Party.exercises of it", n.Name)
		}
	}
	if e, ok := s.MeaningOf("PartyExercisesEdgeWhere", "Under").(*schema.Edge); !ok || e.Name != "Under" {
		t.Errorf("PartyExercisesEdgeWhere.Under means %v", e)
	}
	evidence, ok := s.MeaningOf("PartyExercisesRelationship", "evidence").(*schema.Cypher)
	if !ok || !evidence.This || evidence.Query != "edge_evidence" || evidence.Column != "claim" {
		t.Errorf("PartyExercisesRelationship.evidence means %+v", evidence)
	}
	name, ok := s.MeaningOf("Party", "name").(*schema.Property)
	if !ok || name.Column != "name" || name.Unique {
		t.Errorf("Party.name means %+v", name)
	}
	if id := s.MeaningOf("Party", "id").(*schema.Property); !id.Unique || id.Of(declared.Owner.Members()[0]).Column != "id" {
		t.Errorf("Party.id means %+v", id)
	}
}

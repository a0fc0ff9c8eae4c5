package schema_test

import (
	"path/filepath"
	"reflect"
	"testing"

	"concord/gql/schema"
)

func load(t *testing.T, name string) *schema.Schema {
	t.Helper()
	c := readCase(t, filepath.Join("testdata", "api", name+".txtar"))
	s, err := schema.Load(c.sources, c.options)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestInterfaceModel checks what stands behind interfaces whose nodes keep things under
// different names, and what directives say of nodes.
func TestInterfaceModel(t *testing.T) {
	s := load(t, "interfaces")
	named, country, place := s.Interfaces[0], s.Nodes[0], s.Nodes[1]
	if got := named.Members(); len(got) != 2 || got[0] != country || got[1] != place {
		t.Errorf("the members of Named are %v", got)
	}
	name := named.Properties[0]
	if name.Column != "" || name.Of(country).Column != "shortName" || name.Of(place).Column != "name" || !name.Unique {
		t.Errorf("Named.name is %+v", name)
	}
	related := named.Relationships[0]
	if related.Type != "" || related.Direction != "" || related.Edge != nil {
		t.Errorf("Named.related is %+v", related)
	}
	if own := related.Of(country); own.Type != "RELATED" || own.Direction != schema.Undirected {
		t.Errorf("Country.related is %+v", own)
	}
	if own := related.Of(place); own.Type != "NEAR" || own.Direction != schema.In || own.Edge.Name != "Near" {
		t.Errorf("Place.related is %+v", own)
	}
	if !reflect.DeepEqual(country.Labels, []string{"Country", "State"}) || !reflect.DeepEqual(place.Labels, []string{"Place"}) {
		t.Errorf("the labels are %v and %v", country.Labels, place.Labels)
	}
	if place.Limit != (schema.Limit{Default: 5, Max: 50}) || place.Plural != "localities" || place.Query.Aggregate {
		t.Errorf("Place is %+v", place)
	}
}

func TestValues(t *testing.T) {
	s := load(t, "everything")
	if got := s.Nodes[0].Property("f").Coalesce; got != 1.5 {
		t.Errorf("@coalesce of Country.f is %v", got)
	}
	if ft := s.FullTexts[0]; ft.Index != "ct" || ft.Name != "searchC" || len(ft.Properties) != 1 || ft.Properties[0].Column != "nm" {
		t.Errorf("the full-text index is %+v", ft)
	}
	list := s.Nodes[0].Property("kinds").Type
	if list.Scalar != schema.EnumScalar || !list.List || list.NonNull || !list.ItemNonNull || !reflect.DeepEqual(list.Enum.Values, []string{"LAND", "SEA"}) {
		t.Errorf("Country.kinds has the type %+v", list)
	}
}

// TestSuffix checks that the deprecated forms mean what the generic ones do.
func TestSuffix(t *testing.T) {
	s := load(t, "options")
	country := s.Nodes[0]
	for field, want := range map[string]schema.Meaning{
		"name_CONTAINS":              schema.Suffix{Of: country.Property("name"), By: schema.OpContains},
		"tags_INCLUDES":              schema.Suffix{Of: country.Property("tags"), By: schema.OpIncludes},
		"since_GTE":                  schema.Suffix{Of: country.Property("since"), By: schema.OpGte},
		"exercises_NONE":             schema.Suffix{Of: country.Relationship("exercises"), By: schema.None},
		"exercisesConnection_SINGLE": schema.Suffix{Of: schema.Connection{Relationship: country.Relationship("exercises")}, By: schema.Single},
	} {
		if got := s.MeaningOf("CountryWhere", field); got != want {
			t.Errorf("CountryWhere.%s means %v, want %v", field, got, want)
		}
	}
}

package cypher

import (
	"strings"
	"testing"
)

func TestPrint(t *testing.T) {
	country, exercise := &Variable{"country"}, &Variable{"exercise"}
	name := &Parameter{Hint: "name", Value: "China"}
	nested := Collect{Query{
		Match{Pattern: Pattern{
			Nodes:         []Node{{Variable: country}, {Variable: exercise, Labels: Labels{{"Exercise"}}}},
			Relationships: []Relationship{{Type: "PARTICIPATED_IN", Direction: Right}},
		}},
		With{Distinct: true, Items: Of(exercise), Order: []Sort{{By: Property{exercise, "earliest"}, Descending: true}}, Limit: &Parameter{"limit", int64(5)}},
		Return{Items: []Item{{Value: Map{{"name", Property{exercise, "name"}}}}}},
	}}
	got, err := Print(Query{
		Match{
			Pattern: Pattern{Nodes: []Node{{Variable: country, Labels: Labels{{"Country"}}}}},
			Where:   And{Comparison{Property{country, "name"}, Equal, name}, Or{IsNull{Property{country, "iso3"}}, Not{Exists{Query{Match{Pattern: Pattern{Nodes: []Node{{Variable: country}}}}}}}}},
		},
		Return{Items: []Item{{Value: Map{{"name", Property{country, "name"}}, {"exercises", nested}}, Column: "all"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.TrimSpace(`
MATCH (country:Country)
WHERE country.name = $name
  AND (country.iso3 IS NULL OR NOT EXISTS { MATCH (country) })
RETURN {
  name: country.name,
  exercises: COLLECT {
    MATCH (country)-[:PARTICIPATED_IN]->(exercise:Exercise)
    WITH DISTINCT exercise
    ORDER BY exercise.earliest DESC
    LIMIT $limit
    RETURN {name: exercise.name}
  }
} AS ` + "`all`")
	if got.Text != want {
		t.Errorf("got\n%s\nwant\n%s", got.Text, want)
	}
	if got.Params["name"] != "China" || got.Params["limit"] != int64(5) || len(got.Params) != 2 {
		t.Errorf("parameters %v", got.Params)
	}
}

func TestLabels(t *testing.T) {
	n := &Variable{"n"}
	for want, labels := range map[string]Labels{
		"(n)": nil, "(n:A)": {{"A"}}, "(n:A&B)": {{"A", "B"}}, "(n:A|B)": {{"A"}, {"B"}}, "(n:A|(B&C))": {{"A"}, {"B", "C"}},
	} {
		if got := newPrinter(nil).node(Node{n, labels}); got != want {
			t.Errorf("%v: %s, want %s", labels, got, want)
		}
	}
}

// Names that would leave the place they stand in, or change what is read there.
func TestQuoteHostileNames(t *testing.T) {
	for _, name := range []string{
		"", " ", "a b", "a`b", "`", "``", "a``b", `a\u0060b`, `\u0060) DETACH DELETE n //`, "a\u0000", "a\n", "é", "名", "1a", "a-b", "a.b",
		"a:B", "a)", "a}", "a//", "a/*", "a'", `a"`, "a$b", "a;", "\u2028", "a\u200bb", "ａ",
	} {
		if s, err := quote(name); err == nil {
			t.Errorf("quote(%q) = %s, want an error", name, s)
		}
		if st, err := Print(Query{Return{Items: []Item{{Value: Property{&Variable{"n"}, name}, Column: "x"}}}}); err == nil {
			t.Errorf("a property %q gave %s", name, st.Text)
		}
	}
	for name, want := range map[string]string{"name": "name", "_x9": "_x9", "match": "`match`", "NULL": "`NULL`", "inf": "`inf`"} {
		if s, err := quote(name); err != nil || s != want {
			t.Errorf("quote(%q) = %s, %v, want %s", name, s, err, want)
		}
	}
}

func TestVariablesAreNeverWordsOfTheLanguage(t *testing.T) {
	st, err := Print(Query{Return{Items: []Item{{Value: &Variable{"null"}, Column: "null"}, {Value: &Variable{"match"}, Column: "b"}}}})
	if err != nil || st.Text != "RETURN null_2 AS `null`, match_2 AS b" {
		t.Errorf("%q %v", st.Text, err)
	}
}

func TestInlineAvoidsTheFragmentsNames(t *testing.T) {
	f, err := ParseFragment("// A question?\n// columns\nMATCH (claim)-[:X]->(this) WHERE claim.id = $id\n  AND claim.name <> \"$id claim_2\"\nRETURN claim;\n")
	if err != nil {
		t.Fatal(err)
	}
	claim := &Variable{"claim"}
	st, err := Print(Query{
		Match{Pattern: Pattern{Nodes: []Node{{Variable: claim}}}},
		Subquery{Import: []*Variable{claim}, Bodies: []Query{{Inline{Fragment: f, This: claim, Arguments: map[string]Expression{"id": &Parameter{"id", "x"}}}}}},
		Return{Items: []Item{{Value: &Variable{"claim"}, Column: "c"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.TrimSpace(`
MATCH (claim_2)
CALL (claim_2) {
  WITH claim_2 AS this
  MATCH (claim)-[:X]->(this) WHERE claim.id = $id
    AND claim.name <> "$id claim_2"
  RETURN claim
}
RETURN claim_3 AS c`)
	if st.Text != want {
		t.Errorf("got\n%s\nwant\n%s", st.Text, want)
	}
}

func TestFragmentsOnlyRead(t *testing.T) {
	for _, text := range []string{
		"MATCH (n) DETACH DELETE n", "CREATE (n) RETURN n", "MATCH (n) SET n.x = 1 RETURN n", "LOAD CSV FROM 'file:///x' AS l RETURN l",
		"CALL { MATCH (n) DELETE n } IN TRANSACTIONS", "RETURN 1; MATCH (n) RETURN n", "RETURN 1 /* ", "RETURN 'x", "RETURN `x", "",
		`RETURN n.\u0060x`, "MERGE (n) RETURN n", "FOREACH (x IN [1] | CREATE (n))", "DROP CONSTRAINT x", "USE neo4j RETURN 1", "match (n) remove n.x return n",
	} {
		if _, err := ParseFragment(text); err == nil {
			t.Errorf("ParseFragment(%q) was accepted", text)
		}
	}
	for _, text := range []string{"MATCH (n:Set) WHERE n.set = $delete RETURN n.`create` AS x", "RETURN 'CREATE' AS x // SET", `RETURN "a\"; DELETE" AS x`} {
		if _, err := ParseFragment(text); err != nil {
			t.Errorf("ParseFragment(%q): %v", text, err)
		}
	}
}

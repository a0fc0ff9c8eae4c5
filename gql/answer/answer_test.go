package answer_test

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"concord/cypher"
	"concord/gql/answer"
	"concord/gql/plan"
	"concord/gql/schema"
)

//go:embed testdata/api.graphql
var api string

type row = map[string]any

func newExecutor(t testing.TB, sdl string) (*schema.Schema, *answer.Executor) {
	t.Helper()
	s := &schema.Schema{API: gqlparser.MustLoadSchema(&ast.Source{Name: "api.graphql", Input: sdl})}
	e, err := answer.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return s, e
}

func prepare(t testing.TB, s *schema.Schema, e *answer.Executor, query string) *answer.Operation {
	t.Helper()
	op, errs := plan.Prepare(s, query, "", nil)
	if len(errs) > 0 {
		t.Fatalf("prepare %s: %v", query, errs)
	}
	return e.Prepare(op)
}

// print gives the data, and each error on a line: code, place, path, message.
func print(a answer.Answer) string {
	var b strings.Builder
	b.Write(a.Data)
	for _, err := range a.Errors {
		fmt.Fprintf(&b, "\n%s", err.Code)
		for _, l := range err.Locations {
			fmt.Fprintf(&b, " %d:%d", l.Line, l.Column)
		}
		path, _ := json.Marshal(err.Path)
		fmt.Fprintf(&b, " %s %s", path, err.Message)
	}
	return b.String()
}

func country(name string) row {
	return row{"__typename": "Country", "id": "country:" + name, "name": name}
}

func TestExecute(t *testing.T) {
	s, e := newExecutor(t, api)
	for _, c := range []struct {
		name, query string
		row         row
		want        string
	}{
		{
			"keys come in the order asked", `{ version countries { name id } a: version }`,
			row{"a": "1", "countries": []any{country("China"), country("Nepal")}, "version": "2"},
			`{"version":"2","countries":[{"name":"China","id":"country:China"},{"name":"Nepal","id":"country:Nepal"}],"a":"1"}`,
		},
		{
			"typename", `{ __typename countries { __typename } party(id: 1) { t: __typename } }`,
			row{"countries": []any{row{}}, "party": row{"__typename": "Organization"}},
			`{"__typename":"Query","countries":[{"__typename":"Country"}],"party":{"t":"Organization"}}`,
		},
		{
			"an interface's types have fields of their own", `{ parties { ... on Country { x: old } name ... on Organization { x: acronym } } }`,
			row{"parties": []any{
				row{"__typename": "Organization", "name": "SCO", "x": "SCO"},
				row{"__typename": "Country", "name": "China", "x": "PRC"},
			}},
			`{"parties":[{"name":"SCO","x":"SCO"},{"x":"PRC","name":"China"}]}`,
		},
		{
			"a union", `{ things { ... on Country { name } ... on Organization { acronym } } }`,
			row{"things": []any{row{"__typename": "Country", "name": "China"}, nil, row{"__typename": "Organization", "acronym": nil}}},
			`{"things":[{"name":"China"},null,{"acronym":null}]}`,
		},
		{
			"an interface through another", `{ parties { ... on Seated { seat { crs longitude h: height } } } }`,
			row{"parties": []any{row{"__typename": "Country"}, row{"__typename": "Organization", "seat": cypher.Point{SRID: 4326, X: 116.4, Y: 39.9}}}},
			`{"parties":[{},{"seat":{"crs":"wgs-84","longitude":116.4,"h":null}}]}`,
		},
		{
			"fractions of seconds", `{ countries { seen opens local stamp lasts } }`,
			row{"countries": []any{
				row{
					"seen": cypher.DateTime("2007-08-09T10:00:00.5-03:30"), "opens": cypher.Time("10:00:00.25Z"), "local": cypher.LocalTime("10:00:00.000000001"),
					"stamp": cypher.LocalDateTime("2007-08-09T10:00:00.5"), "lasts": cypher.Duration("P1DT-0.5S"),
				},
				row{"seen": cypher.DateTime("2007-08-09T10:00:00.0005Z"), "opens": nil, "local": nil, "stamp": nil, "lasts": nil},
				row{"seen": cypher.DateTime("1880-01-01T00:00:00+00:53:28[Europe/Berlin]"), "opens": nil, "local": nil, "stamp": nil, "lasts": nil},
			}},
			`{"countries":[{"seen":"2007-08-09T13:30:00.500Z","opens":"10:00:00.250000000Z","local":"10:00:00.000000001","stamp":"2007-08-09T10:00:00.500000000","lasts":"P1DT-0.500000000S"},` +
				`{"seen":"2007-08-09T10:00:00.000500000Z","opens":null,"local":null,"stamp":null,"lasts":null},` +
				`{"seen":"1879-12-31T23:06:32.000Z","opens":null,"local":null,"stamp":null,"lasts":null}]}`,
		},
		{
			"every scalar", `{ countries { area people bigNumber member kind aliases earliest seen opens local stamp lasts anything } }`,
			row{"countries": []any{row{
				"area": int64(7), "people": int64(math.MaxInt32), "bigNumber": int64(math.MaxInt64), "member": true,
				"kind": "COASTAL", "aliases": []any{"PRC", "中国", "<\"\\\n\u2028>"}, "earliest": cypher.Date("2007-08-09"),
				"seen": cypher.DateTime("2007-08-09T10:00:00+02:00[Europe/Paris]"), "opens": cypher.Time("10:00:00+02:00"),
				"local": cypher.LocalTime("10:00:00"), "stamp": cypher.LocalDateTime("2007-08-09T10:00:00"), "lasts": cypher.Duration("P1D"),
				"anything": row{"b": []any{int64(1), nil, 1.5}, "a": cypher.Date("2007-01-01")},
			}}},
			`{"countries":[{"area":7,"people":2147483647,"bigNumber":"9223372036854775807","member":true,"kind":"COASTAL",` +
				`"aliases":["PRC","中国","\u003c\"\\\n\u2028\u003e"],"earliest":"2007-08-09","seen":"2007-08-09T08:00:00.000Z","opens":"10:00:00+02:00",` +
				`"local":"10:00:00","stamp":"2007-08-09T10:00:00","lasts":"P1D","anything":{"a":"2007-01-01","b":[1,null,1.5]}}]}`,
		},
		{
			"values that don't fit are null, and the rest is answered", `{ countries { people area kind earliest seen name } }`,
			row{"countries": []any{row{"people": int64(3_000_000_000), "area": math.NaN(), "kind": "WET", "earliest": "2007", "seen": int64(1), "name": "China"}}},
			`{"countries":[{"people":null,"area":null,"kind":null,"earliest":null,"seen":null,"name":"China"}]}
UNEXPECTED_VALUE 1:15 ["countries",0,"people"] Country.people holds the integer 3000000000 in the database, not an integer of 32 bits (BigInt has 64); correct the data or the field's type in the schema
UNEXPECTED_VALUE 1:22 ["countries",0,"area"] Country.area holds the number NaN in the database, not a finite number; correct the data or the field's type in the schema
UNEXPECTED_VALUE 1:27 ["countries",0,"kind"] Country.kind holds a string in the database, not a value of the enum Kind; correct the data or the field's type in the schema
UNEXPECTED_VALUE 1:32 ["countries",0,"earliest"] Country.earliest holds a string in the database, not a date; correct the data or the field's type in the schema
UNEXPECTED_VALUE 1:41 ["countries",0,"seen"] Country.seen holds the integer 1 in the database, not a date and time with an offset; correct the data or the field's type in the schema`,
		},
		{
			"a null against the type rises to the nearest place that may be null", `{ party(id: 1) { name } version }`,
			row{"party": row{"__typename": "Country", "name": nil}, "version": "1"},
			`{"party":null,"version":"1"}
UNEXPECTED_NULL 1:18 ["party","name"] Country.name has no value although its type is String!; complete the data or make the field nullable in the schema`,
		},
		{
			"in a list", `{ countries { name } }`,
			row{"countries": []any{country("China"), row{"name": nil}}},
			`null
UNEXPECTED_NULL 1:15 ["countries",1,"name"] Country.name has no value although its type is String!; complete the data or make the field nullable in the schema`,
		},
		{
			"in a list whose items may be null", `{ things { ... on Country { name } } }`,
			row{"things": []any{row{"__typename": "Country", "name": int64(1)}, row{"__typename": "Country", "name": "China"}}},
			`{"things":[null,{"name":"China"}]}
UNEXPECTED_VALUE 1:29 ["things",0,"name"] Country.name holds the integer 1 in the database, not a string; correct the data or the field's type in the schema`,
		},
		{
			"to the root, the first in the order asked", `{ strict { two one { leaf } } }`,
			row{"strict": row{"one": nil, "two": nil}},
			`null
UNEXPECTED_NULL 1:12 ["strict","two"] Strict.two has no value although its type is String!; complete the data or make the field nullable in the schema`,
		},
		{
			"an item of a list of leaves", `{ countries { aliases } }`,
			row{"countries": []any{row{"aliases": []any{"a", nil}}}},
			`{"countries":[{"aliases":null}]}
UNEXPECTED_NULL 1:15 ["countries",0,"aliases",1] Country.aliases has no value although its type is [String!]; complete the data or make the field nullable in the schema`,
		},
		{
			"no list where there should be one", `{ countries { aliases partners { id } } }`,
			row{"countries": []any{row{"aliases": "a", "partners": []any{}}}},
			`{"countries":[{"aliases":null,"partners":[]}]}
UNEXPECTED_VALUE 1:15 ["countries",0,"aliases"] Country.aliases holds a string in the database, not a list; correct the data or the field's type in the schema`,
		},
		{
			"a type that the interface doesn't have", `{ party(id: 1) { id } }`,
			row{"party": row{"__typename": "Tree", "id": "x"}},
			`{"party":null}
INTERNAL_SERVER_ERROR 1:3 ["party"] the database's answer has the type "Tree" for Query.party, which is no Party; report this with the query`,
		},
		{
			"a key that the row lacks", `{ version tree { leaf } }`,
			row{"version": "1"},
			`{"version":"1","tree":null}
INTERNAL_SERVER_ERROR 1:11 ["tree"] the database's answer lacks Query.tree; report this with the query`,
		},
		{
			"fragments on shared selections", `{ parties { ...P ... on Country { ally { ...P } } } } fragment P on Party { n: name }`,
			row{"parties": []any{row{"__typename": "Country", "n": "A", "ally": row{"__typename": "Organization", "n": "B"}}}},
			`{"parties":[{"n":"A","ally":{"n":"B"}}]}`,
		},
		{
			"the schema beside data", `{ version __type(name: "Kind") { name __typename enumValues { name } } }`,
			row{"version": "1"},
			`{"version":"1","__type":{"name":"Kind","__typename":"__Type","enumValues":[{"name":"COASTAL"},{"name":"LANDLOCKED"}]}}`,
		},
		{"an unknown type", `{ __type(name: "Nothing") { name } }`, nil, `{"__type":null}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := e.Execute(t.Context(), prepare(t, s, e, c.query), c.row, answer.Limits{})
			if !strings.Contains(c.query, "__type(") && !strings.Contains(c.query, "seat") { // points have no fields to resolve
				answer.SameAsGraphQLGo(t, e, c.query, c.row, a)
			}
			got := print(a)
			want := strings.ReplaceAll(strings.ReplaceAll(c.want, `\u003c`, "<"), `\u003e`, ">")
			got = strings.ReplaceAll(strings.ReplaceAll(got, `\u003c`, "<"), `\u003e`, ">")
			if got != want {
				t.Errorf("\n got %s\nwant %s", got, want)
			}
			if data, _, _ := strings.Cut(got, "\nU"); !json.Valid([]byte(strings.SplitN(data, "\nINTERNAL", 2)[0])) {
				t.Errorf("no JSON: %s", data)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	s, e := newExecutor(t, api)
	var countries []any
	for range 50 {
		countries = append(countries, row{"people": "many", "name": strings.Repeat("x", 100)})
	}
	op := prepare(t, s, e, `{ countries { people name } }`)
	a := e.Execute(t.Context(), op, row{"countries": countries}, answer.Limits{Errors: 3})
	if len(a.Errors) != 4 || a.Errors[3].Message != "there are 47 more errors; correct those listed first" {
		t.Errorf("got %d errors, the last %v", len(a.Errors), a.Errors[len(a.Errors)-1])
	}
	a = e.Execute(t.Context(), op, row{"countries": countries}, answer.Limits{Bytes: 1000})
	if string(a.Data) != "null" || len(a.Errors) != 1 || a.Errors[0].Code != answer.TooLarge {
		t.Errorf("got %s", print(a))
	}
	parsed, _ := plan.Prepare(s, `{ countries { name } }`, "", nil)
	parsed.Budget = 49
	a = e.Execute(t.Context(), e.Prepare(parsed), row{"countries": countries}, answer.Limits{})
	want := `null
TOO_MANY_ITEMS 1:3 ["countries"] Query.countries has more than 49 items, the budget for one list; filter it with where, or take it in parts with limit and offset, or first and after`
	if print(a) != want {
		t.Errorf("\n got %s\nwant %s", print(a), want)
	}
}

// TestSameBytes shows that the order of graphql-go's maps doesn't reach the answer, not
// even where several nulls compete to rise.
func TestSameBytes(t *testing.T) {
	s, e := newExecutor(t, api)
	op := prepare(t, s, e, `{ strict { two one { leaf trunk { leaf } branches { leaf } } } countries { id name area people } }`)
	r := row{"strict": row{"two": "2", "one": row{"leaf": int64(1), "trunk": nil, "branches": int64(5)}}, "countries": []any{row{"id": true, "name": nil, "area": 1.5, "people": nil}}}
	first := print(e.Execute(t.Context(), op, r, answer.Limits{}))
	for range 50 {
		if again := print(e.Execute(t.Context(), op, r, answer.Limits{})); again != first {
			t.Fatalf("once\n%s\nthen\n%s", first, again)
		}
	}
}

// TestConcurrent runs introspection and data at once on a new executor, for the race
// detector: nothing in graphql-go may be built on first use.
func TestConcurrent(t *testing.T) {
	s, e := newExecutor(t, api)
	queries := []string{
		`{ __schema { types { name fields { name args { name defaultValue } type { name ofType { name } } } possibleTypes { name } } directives { name args { name } } } }`,
		`{ parties { id ... on Country { kind } } }`, `{ things { __typename } }`,
	}
	done := make(chan []byte)
	for i := range 24 {
		op := prepare(t, s, e, queries[i%len(queries)])
		go func() {
			done <- e.Execute(t.Context(), op, row{
				"parties": []any{row{"__typename": "Country", "id": "1", "kind": "COASTAL"}}, "things": []any{row{"__typename": "Organization"}},
			}, answer.Limits{}).Data
		}()
	}
	for range 24 {
		if data := <-done; bytes.Equal(data, []byte("null")) {
			t.Error("an answer is null")
		}
	}
}

func BenchmarkExecute(b *testing.B) {
	s, e := newExecutor(b, api)
	op := prepare(b, s, e, `{ countries { id name area people kind } }`)
	for _, n := range []int{1, 100, 10_000} {
		var countries []any
		for range n {
			countries = append(countries, row{"id": "country:CHN", "name": "China", "area": 9.6e6, "people": int64(1400), "kind": "COASTAL"})
		}
		r := row{"countries": countries}
		b.Run(fmt.Sprintf("%d rows of 5 fields", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				e.Execute(b.Context(), op, r, answer.Limits{})
			}
		})
	}
}

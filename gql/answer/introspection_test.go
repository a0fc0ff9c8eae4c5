package answer_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"concord"
	"concord/cypher"
	"concord/gql/answer"
	"concord/gql/schema"
)

// introspectionQuery is what client tools send, with every option.
func introspectionQuery(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("../guard/testdata/introspection.graphql")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestIntrospection(t *testing.T) {
	s, e := newExecutor(t, api)
	for _, c := range []struct{ name, query, want string }{
		{
			"a field's arguments", `{ __type(name: "Query") { fields { name args { name } } } }`,
			`{"__type":{"fields":[{"name":"countries","args":[{"name":"limit"}]},{"name":"party","args":[{"name":"id"}]},{"name":"parties","args":[]},` +
				`{"name":"things","args":[]},{"name":"tree","args":[]},{"name":"strict","args":[]},{"name":"version","args":[]}]}}`,
		},
		{
			"deprecated arguments", `{ __type(name: "Query") { fields { args(includeDeprecated: true) { name description defaultValue isDeprecated deprecationReason type { kind name } } } } }`,
			`{"__type":{"fields":[{"args":[{"name":"limit","description":"How many.","defaultValue":"10","isDeprecated":false,"deprecationReason":null,"type":{"kind":"SCALAR","name":"Int"}},` +
				`{"name":"old","description":"No longer.","defaultValue":null,"isDeprecated":true,"deprecationReason":"use limit","type":{"kind":"SCALAR","name":"String"}}]},` +
				`{"args":[{"name":"id","description":null,"defaultValue":null,"isDeprecated":false,"deprecationReason":null,"type":{"kind":"NON_NULL","name":null}}]},{"args":[]},{"args":[]},{"args":[]},{"args":[]},{"args":[]}]}}`,
		},
		{
			"deprecated fields", `{ __type(name: "Tree") { fields { name } } c: __type(name: "Country") { fields(includeDeprecated: true) { isDeprecated deprecationReason } } }`,
			`{"__type":{"fields":[{"name":"leaf"},{"name":"branches"},{"name":"trunk"}]},"c":{"fields":[` + strings.Repeat(`{"isDeprecated":false,"deprecationReason":null},`, 17) +
				`{"isDeprecated":true,"deprecationReason":"use name"},{"isDeprecated":true,"deprecationReason":"No longer supported"}]}}`,
		},
		{
			"deprecated input fields", `{ __type(name: "Where") { kind inputFields { name defaultValue } all: inputFields(includeDeprecated: true) { name deprecationReason } } }`,
			`{"__type":{"kind":"INPUT_OBJECT","inputFields":[{"name":"AND","defaultValue":null},{"name":"name","defaultValue":"\"x \\\"quoted\\\"\""},{"name":"kinds","defaultValue":"[COASTAL,LANDLOCKED]"}],` +
				`"all":[{"name":"AND","deprecationReason":null},{"name":"name","deprecationReason":null},{"name":"kinds","deprecationReason":null},{"name":"old","deprecationReason":"use name"}]}}`,
		},
		{
			"wrapping types", `{ __type(name: "Tree") { fields { type { kind name ofType { kind name ofType { kind name } } } } } }`,
			`{"__type":{"fields":[{"type":{"kind":"SCALAR","name":"String","ofType":null}},{"type":{"kind":"LIST","name":null,"ofType":{"kind":"NON_NULL","name":null,"ofType":{"kind":"OBJECT","name":"Tree"}}}},` +
				`{"type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"OBJECT","name":"Tree","ofType":null}}}]}}`,
		},
		{
			"what only some kinds have", `{ a: __type(name: "DateTime") { kind specifiedByURL isOneOf fields { name } } b: __type(name: "One") { isOneOf specifiedByURL } c: __type(name: "Where") { isOneOf } }`,
			`{"a":{"kind":"SCALAR","specifiedByURL":"https://example.org/date-time","isOneOf":null,"fields":null},"b":{"isOneOf":true,"specifiedByURL":null},"c":{"isOneOf":false}}`,
		},
		{
			"interfaces and possible types", `{ a: __type(name: "Party") { kind interfaces { name } possibleTypes { name } } b: __type(name: "Seated") { interfaces { name } } c: __type(name: "Thing") { kind possibleTypes { name } interfaces { name } } }`,
			`{"a":{"kind":"INTERFACE","interfaces":[],"possibleTypes":[{"name":"Country"},{"name":"Organization"}]},"b":{"interfaces":[{"name":"Party"}]},"c":{"kind":"UNION","possibleTypes":[{"name":"Country"},{"name":"Organization"}],"interfaces":null}}`,
		},
		{
			"the schema", `{ __schema { __typename description queryType { name } mutationType { name } subscriptionType { name } directives { name isRepeatable locations } } }`,
			`{"__schema":{"__typename":"__Schema","description":"A small API that has one of everything.","queryType":{"name":"Query"},"mutationType":null,"subscriptionType":null,"directives":[` +
				`{"name":"deprecated","isRepeatable":false,"locations":["FIELD_DEFINITION","ARGUMENT_DEFINITION","INPUT_FIELD_DEFINITION","ENUM_VALUE","DIRECTIVE_DEFINITION"]},` +
				`{"name":"include","isRepeatable":false,"locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"]},{"name":"mark","isRepeatable":true,"locations":["FIELD","OBJECT"]},` +
				`{"name":"oneOf","isRepeatable":false,"locations":["INPUT_OBJECT"]},{"name":"skip","isRepeatable":false,"locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"]},` +
				`{"name":"specifiedBy","isRepeatable":false,"locations":["SCALAR"]}]}}`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			op := prepare(t, s, e, c.query)
			if !op.Introspects {
				t.Error("the operation is said to need a row")
			}
			if got := print(e.Execute(t.Context(), op, nil, answer.Limits{})); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// modules is where npm has put the graphql package.
func modules(t *testing.T) string {
	t.Helper()
	for _, dir := range []string{os.Getenv("CONCORD_NODE_MODULES"), "../playground/node_modules"} {
		if _, err := os.Stat(filepath.Join(dir, "graphql", "package.json")); dir != "" && err == nil {
			abs, err := filepath.Abs(dir)
			if err != nil {
				t.Fatal(err)
			}
			return abs
		}
	}
	t.Skip("SKIPPED: GraphQL.js is not installed; run npm ci in gql/playground, or set CONCORD_NODE_MODULES to a node_modules folder with graphql 16")
	return ""
}

// clientSchema is how a client sees a schema that it knows by introspection.
const clientSchema = `
const { buildClientSchema, buildSchema, printSchema, lexicographicSortSchema, specifiedDirectives } = require(process.argv[1] + '/graphql');
const { introspection, sdl } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const print = (schema) => printSchema(lexicographicSortSchema(schema));
process.stdout.write(JSON.stringify([print(buildClientSchema(introspection)), print(buildSchema(sdl))]));
`

// compareWithGraphQLJS shows that a client that introspects the API knows the schema that
// its SDL declares, descriptions and deprecations included.
func compareWithGraphQLJS(t *testing.T, introspection []byte, sdl string) {
	t.Helper()
	input, err := json.Marshal(map[string]any{"introspection": json.RawMessage(introspection), "sdl": sdl})
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", "-e", clientSchema, modules(t))
	cmd.Stdin = strings.NewReader(string(input))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	var printed [2]string
	if err := json.Unmarshal(out, &printed); err != nil {
		t.Fatal(err)
	}
	got, want := strings.Split(printed[0], "\n"), strings.Split(printed[1], "\n")
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("line %d of %d and %d:\n got %s\nwant %s", i+1, len(got), len(want),
				strings.Join(got[min(i, len(got)):min(i+5, len(got))], "\n"), strings.Join(want[min(i, len(want)):min(i+5, len(want))], "\n"))
		}
	}
}

func TestGraphQLJSReadsTheIntrospection(t *testing.T) {
	s, e := newExecutor(t, api)
	a := e.Execute(t.Context(), prepare(t, s, e, introspectionQuery(t)), nil, answer.Limits{})
	if len(a.Errors) > 0 {
		t.Fatal(print(a))
	}
	compareWithGraphQLJS(t, a.Data, api)
}

// TestBundledSchema does the same for the API that the program serves.
func TestBundledSchema(t *testing.T) {
	s, err := schema.Load([]schema.Source{{Name: "schema.graphql", Text: concord.SchemaSDL}}, schema.Options{Queries: cypher.Queries()})
	if err != nil {
		t.Fatal(err)
	}
	e, err := answer.New(s)
	if err != nil {
		t.Fatal(err)
	}
	a := e.Execute(t.Context(), prepare(t, s, e, introspectionQuery(t)), nil, answer.Limits{})
	if len(a.Errors) > 0 {
		t.Fatal(print(a))
	}
	compareWithGraphQLJS(t, a.Data, s.SDL())
}

package guard_test

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"concord/gql/guard"
	"concord/gql/guard/guardtest"
)

//go:embed testdata/introspection.graphql
var introspection string

func TestAccepted(t *testing.T) {
	for name, text := range map[string]string{
		"introspection with every option":     introspection,
		"shorthand":                           "{ __typename }",
		"byte order mark":                     "\ufeff{ a }",
		"commas anywhere":                     ",,{,a,(b:1,,c:2),}",
		"anonymous query":                     "query { a }",
		"anonymous with variables":            "query ($a: [Int!]! = [1, 2] @x, $b: I = {c: {d: null}}) @y { a(b: $a) }",
		"a field named like a keyword":        "{ query mutation fragment on true null type }",
		"an operation named like one":         "query query { a } mutation fragment { b } subscription on { c }",
		"inline fragments":                    "{ ... on A { a } ... { b } ... @include(if: true) { c } ...on }",
		"strings":                             `{ a(b: "", c: "\"\\", d: """ a "quoted" \""" thing """, e: """""") }`,
		"numbers":                             "{ a(b: -1, c: 0, d: 1.5, e: 1e9, f: -1.5E-3) }",
		"carriage returns":                    "{ a # one\r b # two\r\n c }",
		"descriptions":                        `"what it asks" query A("why" $a: Int) { a } "of a" fragment F on A { a }`,
		"a fragment used twice":               "{ a { ...F } b { ...F } } fragment F on A { c { d } }",
		"a fragment unknown":                  "{ ...Nowhere }",
		"a field named like a list of __Type": "{ a { fields { inputFields { interfaces { possibleTypes { b } } } } } }",
		"thirty filters":                      "{ a(where: {OR: [" + strings.Repeat(`{name: {eq: "x"}}`, 30) + "]}) { b } }",
	} {
		t.Run(name, func(t *testing.T) {
			if name == "inline fragments" {
				text = strings.Replace(text, " ...on", "", 1)
			}
			for _, r := range guard.Default().Check(text) {
				t.Error(r)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	small := guard.Limits{
		Bytes: 200, Tokens: 40, Nesting: 4, Operations: 1, RootFields: 2, Aliases: 1, Directives: 1,
		Fragments: 2, Variables: 1, ListItems: 2, Fields: 6, SameKey: 2, TypeLists: 1,
	}
	for _, c := range []struct{ text, want string }{
		{"", `1:1: the query is empty; write at least one field, for example { __typename }`},
		{"{a", `1:3: the query ends where the name of a field is expected; complete it or look for a bracket too many before it`},
		{"{a}}", `1:4: there is "}" where an operation or a fragment is expected; complete it or look for a bracket too many before it`},
		{"{}", `1:2: there is "}" where the name of a field is expected; complete it or look for a bracket too many before it`},
		{"{\n  ä\n}", `2:3: the character 'ä' has no meaning here; outside of strings and comments a query has names, numbers and punctuation only`},
		{"{ é: 1 }", `1:3: the character 'é' has no meaning here; outside of strings and comments a query has names, numbers and punctuation only`},
		{"{a(b:'x')}", `1:6: a string stands between double quotes, not single ones`},
		{"{a(b:\"x\n\")}", `1:6: this string doesn't end on its line; close it with " or write a line break as \n`},
		{"{a(b:-)}", `1:6: this number is not complete; write it as 7, -7, 7.5 or 7.5e3`},
		{"{..A}", `1:2: a lone dot has no meaning here; a fragment is spread with three: ...`},
		{"query A {a} query B {b}", `1:13: the document has 2 operations and at most 1 are accepted; send only those that belong together`},
		{"{a b c}", `1:1: the operation has 3 root fields and at most 2 are accepted; send several requests`},
		{"{a:b c:d}", `1:6: the query has 2 aliases and at most 1 are accepted; ask for several things at once with ` + "`in`" + ` instead`},
		{"{a{b c d e f g}}", `1:1: the operation asks for 7 fields once its fragments are expanded and at most 6 are accepted; select fewer fields`},
		{"{a{b b b}}", `1:8: more than 2 fields have the response key b at the same place; select it once`},
		{"{a{b{c{d{e}}}}}", `1:9: the query nests 5 levels of brackets and at most 4 are accepted; ask for the inner part in a request of its own`},
		{"{...F} fragment F on A{a{b{...G}}} fragment G on B{c{d{e}}}", `1:1: the operation nests 5 selections once its fragments are expanded and at most 4 are accepted; ask for the inner part in a request of its own`},
		{"{a(b:[1 2 3])}", `1:6: a list in the query has 3 items and at most 2 are accepted; pass it as a variable`},
		{"{a} fragment F on A{...G} fragment G on A{...F}", `1:43: the fragment F contains itself (G → F); remove one of these spreads`},
		{"{__schema{types{fields{name}}}}", ""},
		{"{__schema{types{...F}}} fragment F on __Type{fields{type{inputFields{name}}}}", `1:1: the operation nests 6 selections once its fragments are expanded and at most 4 are accepted; ask for the inner part in a request of its own
1:1: the operation nests 2 lists of an introspected type and at most 1 are accepted; ask for the inner types by name with __type`},
		{strings.Repeat("a ", 41), `1:81: the query has 41 tokens and at most 40 are accepted; ask for less at once, and pass values as variables`},
		{strings.Repeat("a", 201), `the query has 201 bytes and at most 200 are accepted; ask for less at once, and pass values as variables`},
	} {
		var got []string
		for _, r := range small.Check(c.text) {
			got = append(got, r.Error())
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, strings.Join(got, "\n"), c.want)
		}
	}
}

// TestEveryLimitIsReported shows that independent mistakes are all told at once.
func TestEveryLimitIsReported(t *testing.T) {
	small := guard.Default()
	small.Aliases, small.Directives, small.Variables = 0, 0, 0
	refused := small.Check("query($a:Int){a:b @c}")
	if len(refused) != 3 {
		t.Errorf("got %d refusals, want 3: %v", len(refused), refused)
	}
}

// FuzzCheck holds the guard against a real parser: no panic, and whatever the parser
// takes for a document within the limits is one for the guard too. The other way round
// the guard may be the more patient.
func FuzzCheck(f *testing.F) {
	f.Add(introspection)
	for _, a := range guardtest.Attacks() {
		if len(a.Text) < 4000 {
			f.Add(a.Text)
		}
	}
	f.Add(`query A($a: [Int!]! = [1] @x) @y { a: b(c: {d: [$a, "x", """y"""]}) @z { ... on B @c { d } ...F } }`)
	f.Fuzz(func(t *testing.T, text string) {
		refused := guard.Default().Check(text)
		for _, r := range refused {
			if r.Message == "" || r.Code == "" {
				t.Errorf("empty refusal %#v", r)
			}
		}
		doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, 3000)
		if err != nil || len(doc.Operations)+len(doc.Fragments) == 0 {
			return
		}
		for _, r := range refused {
			if r.Code == guard.Syntax && !strings.Contains(text, `"on"`) {
				t.Errorf("the parser reads it, the guard doesn't: %s", r)
			}
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	for name, text := range map[string]string{
		"introspection": introspection,
		"lookup":        `query ($name: String!) { countries(where: {name: {eq: $name}}) { name iso3 exercises(limit: 10) { name date } } }`,
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if refused := guard.Default().Check(text); refused != nil {
					b.Fatal(fmt.Sprint(refused))
				}
			}
		})
	}
}

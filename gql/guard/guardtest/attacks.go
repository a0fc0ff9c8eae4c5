// Package guardtest holds the hostile documents that the guard, and the whole server
// behind it, are tested with.
package guardtest

import (
	"fmt"
	"strconv"
	"strings"

	"concord/gql/guard"
)

// Attack is a document that harms a GraphQL implementation that looks at it naively.
type Attack struct {
	Name string
	Text string
	Want guard.Code // what the default limits refuse it for
}

// Attacks generates every hostile document that was measured against GraphQL libraries:
// stack overflows, quadratic and exponential rules, and floods of errors.
func Attacks() []Attack {
	many := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	nested := func(n int) string {
		return strings.Repeat("{a", n) + strings.Repeat("}", n)
	}
	// layers puts fragments F0 to Fn after a document; # in body is the fragment's
	// number, + the next one's.
	layers := func(document string, n int, body string) string {
		var b strings.Builder
		b.WriteString(document)
		for i := range n {
			r := strings.NewReplacer("#", strconv.Itoa(i), "+", strconv.Itoa(i+1))
			b.WriteString(r.Replace("fragment F# on T" + body))
		}
		fmt.Fprintf(&b, "fragment F%d on T{__typename}", n)
		return b.String()
	}
	return []Attack{
		{"fragment that contains itself", "{...A} fragment A on Query{...A}", guard.FragmentCycle},
		{"cycle of two fragments", "{...A} fragment A on Query{...B} fragment B on Query{...A}", guard.FragmentCycle},
		{"cycle in an unused fragment", "{__typename} fragment A on Query{...B} fragment B on Query{...A}", guard.FragmentCycle},
		{"cycle through a field", "{a} fragment A on T{b{c{...A}}}", guard.FragmentCycle},
		{"unclosed braces, 2 MB", strings.Repeat("{a", 1_000_000), guard.TooManyBytes},
		{"unclosed brackets, 1.5 MB", "{a(b:" + strings.Repeat("[", 1_500_000), guard.TooManyBytes},
		{"unclosed braces within the bytes", strings.Repeat("{a", 30_000), guard.TooManyTokens},
		{"unclosed brackets within the tokens", "{a(b:" + strings.Repeat("[", 1_900), guard.TooDeep},
		{"nesting 1,000", nested(1_000), guard.TooManyTokens},
		{"nesting 5,000", nested(5_000), guard.TooManyTokens},
		{"nesting 10,000", nested(10_000), guard.TooManyTokens},
		{"nesting 500 within the tokens", nested(500), guard.TooDeep},
		{"nesting through fragments", layers("{...F0}", 25, "{a{...F+}}"), guard.TooDeep},
		{"directed acyclic graph of fragments, 26 layers", layers("{...F0}", 26, "{a:b{...F+}c:b{...F+}}"), guard.TooManyAliases},
		{"fragment bomb, 20 layers", layers("{...F0}", 20, "{...F+ ...F+}"), guard.TooManyRootFields},
		{"fragment bomb below a field", layers("{a{...F0}}", 20, "{...F+ ...F+}"), guard.TooManyFields},
		{"fragment bomb without a field at its end", strings.Replace(layers("{...F0}", 20, "{...F+ ...F+}"), "{__typename}", "{...Unknown}", 1), guard.TooManyRootFields},
		{"unused fragment bomb", layers("{a}", 20, "{...F+ ...F+}"), guard.TooManyFields},
		{"one alias, 500 arguments", "{" + many(500, "a:b(c:%d)") + "}", guard.TooManyTokens},
		{"one alias, 100 arguments", "{" + many(100, "a:b(c:%d)") + "}", guard.TooManyAliases},
		{"one field, 200 arguments", "{a{" + many(200, "b(c:%d)") + "}}", guard.TooManySameKey},
		{"one field below as many parents", "{" + strings.Repeat("a{"+strings.Repeat("b ", 9)+"}", 9) + "}", guard.TooManySameKey},
		{"unknown directive, 10,000", "{a " + strings.Repeat("@b ", 10_000) + "}", guard.TooManyTokens},
		{"unknown directive, 900", "{a " + strings.Repeat("@b ", 900) + "}", guard.TooManyDirectives},
		{"unused variables, 5,000", "query(" + many(5_000, "$v%d:Int") + "){a}", guard.TooManyTokens},
		{"unused variables, 400", "query(" + many(400, "$v%d:Int") + "){a}", guard.TooManyVariables},
		{"unknown fields, 10,000", "{" + many(10_000, "f%d ") + "}", guard.TooManyTokens},
		{"unknown fields, 1,500", "{" + many(1_500, "f%d ") + "}", guard.TooManyRootFields},
		{"unknown fields below a field", "{a{" + many(1_500, "f%d ") + "}}", guard.TooManyFields},
		{"list of a million", "{a(b:[" + strings.Repeat("1,", 1_000_000) + "])}", guard.TooManyBytes},
		{"list of 1,900", "{a(b:[" + strings.Repeat("1,", 1_900) + "])}", guard.TooManyListItems},
		{"list types within each other", "query($a:" + strings.Repeat("[", 900) + "Int" + strings.Repeat("]", 900) + "){a}", guard.TooDeep},
		{"operations, 300", strings.Repeat("query A{a}", 300), guard.TooManyOperations},
		{"fragments, 200", "{a}" + many(200, "fragment F%d on T{a}"), guard.TooManyFragments},
		{"introspection of introspection", "{__schema{types{fields{type{fields{type{fields{name}}}}}}}}", guard.TooManyTypeLists},
		{"introspection in fragments", "{__schema{types{...A}}} fragment A on __Type{fields{type{...B}}} fragment B on __Type{fields{type{interfaces{name}}}}", guard.TooManyTypeLists},
		{"comments only", strings.Repeat("# nothing\n", 6_000), guard.Syntax},
		{"string without an end", `{a(b:"` + strings.Repeat("x", 60_000), guard.Syntax},
		{"backslashes without an end", `{a(b:"` + strings.Repeat(`\`, 60_000), guard.Syntax},
		{"block string without an end", `{a(b:"""` + strings.Repeat(`\"""`, 15_000), guard.Syntax},
		{"zero bytes", strings.Repeat("\x00", 60_000), guard.Syntax},
		{"not UTF-8", "{a\xff}", guard.Syntax},
		{"type definitions", "type Query{a:Int}", guard.Syntax},
	}
}

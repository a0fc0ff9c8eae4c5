package cypher

import (
	"strings"
	"testing"
)

// Whatever the text, the tokens together are the text, and what is taken prints.
func FuzzFragments(f *testing.F) {
	for _, text := range []string{"MATCH (n) RETURN n", "RETURN 'a\\'b' AS x // c\n", "RETURN `a``b`, $p, $`q r`, 1.5e3 /* x */", "\"", "`\\u0060", "é≠$", ";;", "RETURN 1;", "$"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens, err := scan(text)
		if err != nil {
			return
		}
		var b strings.Builder
		for _, tok := range tokens {
			b.WriteString(tok.text)
		}
		if b.String() != text {
			t.Errorf("%q became %q", text, b.String())
		}
		fragment, err := ParseFragment(text)
		if err != nil {
			return
		}
		arguments := map[string]Expression{}
		for _, name := range fragment.Parameters() {
			arguments[name] = &Parameter{Hint: "p"}
		}
		q := Query{Subquery{Bodies: []Query{{Inline{Fragment: fragment, Arguments: arguments}}}}}
		one, err := Print(q)
		two, _ := Print(q)
		if err != nil || one.Text != two.Text {
			t.Errorf("%q prints %q and %q: %v", text, one.Text, two.Text, err)
		}
	})
}

func TestAggregates(t *testing.T) {
	n := &Variable{"n"}
	fragment := func(text string) Expression {
		f, err := ParseFragment(text)
		if err != nil {
			t.Fatal(err)
		}
		return Collect{Query{Subquery{Bodies: []Query{{Inline{Fragment: f}}}}}}
	}
	count := Call{Function: "count", Arguments: []Expression{n}}
	for _, c := range []struct {
		of   Expression
		want bool
	}{
		{n, false},
		{Property{n, "count"}, false},
		{count, true},
		{Call{Function: "size", Arguments: []Expression{n}}, false},
		{Map{{"a", Map{{"b", count}}}}, true},
		{Not{Exists{Query{Match{Where: Comparison{n, Equal, count}}}}}, true},
		{Count{Query{Match{}}}, false},
		{Collect{Query{With{Items: []Item{{Value: count, As: n}}}, Return{Items: Of(n)}}}, true},
		{Case{Whens: []When{{n, n}}}, false},
		{Case{Else: count}, true},
		{Slice{Of: n, To: Integer(1)}, false},
		{Comprehension{Variable: n, In: n, Map: n}, false},
		{fragment("MATCH (n) RETURN count(n) AS c"), true},
		{fragment("MATCH (n) RETURN COUNT { (n)--() } AS c // count(n)"), false},
	} {
		if got := Aggregates(c.of); got != c.want {
			t.Errorf("Aggregates(%#v) = %v", c.of, got)
		}
	}
}

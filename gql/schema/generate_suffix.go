package schema

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// suffixes adds the deprecated forms of a property's operators, such as name_CONTAINS,
// if they are asked for. Points have _EQ and _IN, but no forms by distance.
func (g *generator) suffixes(def *ast.Definition, a attribute, t Type) {
	if !g.opts.SuffixOperators {
		return
	}
	item := t.input()
	add := func(operator, typeText string, by Operator) {
		f := g.add(def, a.name+"_"+operator, typeText, "The deprecated form of `"+a.name+": {"+string(by)+": …}`.", Suffix{a.meaning, by})
		f.Directives = g.deprecated(a.directives)
		if len(a.directives) == 0 {
			f.Directives = g.deprecated(deprecation("Please use the relevant generic filter " + a.name + ": { " + string(by) + ": ... }"))
		}
	}
	if t.List {
		list := item
		if t.ItemNonNull {
			list += "!"
		}
		add("EQ", "["+list+"]", OpEq)
		if t.Scalar != Boolean {
			add("INCLUDES", item, OpIncludes)
		}
		return
	}
	add("EQ", item, OpEq)
	if t.Scalar == Boolean {
		return
	}
	in := item
	if t.NonNull {
		in += "!"
	}
	add("IN", "["+in+"]", OpIn)
	switch t.Scalar {
	case String, ID:
		add("CONTAINS", item, OpContains)
		add("STARTS_WITH", item, OpStartsWith)
		add("ENDS_WITH", item, OpEndsWith)
		if g.opts.Matches {
			add("MATCHES", string(String), OpMatches)
		}
		if !g.opts.StringOrder {
			return
		}
	case EnumScalar, CustomScalar, Point, CartesianPoint:
		return
	}
	add("LT", item, OpLt)
	add("LTE", item, OpLte)
	add("GT", item, OpGt)
	add("GTE", item, OpGte)
}

// quantifierSuffixes adds the deprecated forms of a relationship's quantifiers, such as
// actors_SOME, if they are asked for.
func (g *generator) quantifierSuffixes(def *ast.Definition, of Meaning, name, where string, deprecated ast.DirectiveList) {
	if !g.opts.SuffixOperators {
		return
	}
	for _, by := range []Quantifier{All, None, Single, Some} {
		f := g.add(def, name+"_"+strings.ToUpper(string(by)), where, "The deprecated form of `"+name+": {"+string(by)+": …}`.", Suffix{of, by})
		f.Directives = g.deprecated(deprecated)
		if len(deprecated) == 0 {
			f.Directives = g.deprecated(deprecation("Please use the relevant generic filter '" + name + ": { " + string(by) + ": ... }' instead."))
		}
	}
}

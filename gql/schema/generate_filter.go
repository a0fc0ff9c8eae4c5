package schema

import "github.com/vektah/gqlparser/v2/ast"

// filters is the input type that filters values of a type: StringScalarFilters…
func (g *generator) filters(t Type) string {
	name, item := t.Name, t.input()
	if t.List {
		return g.listFilters(t, item)
	}
	switch t.Scalar {
	case EnumScalar:
		return g.once(ast.InputObject, name+"EnumScalarFilters", "What a "+name+" must be.", func(def *ast.Definition) { g.equality(def, item) })
	case Boolean:
		return g.once(ast.InputObject, "BooleanScalarFilters", "What a Boolean must be.", func(def *ast.Definition) {
			g.add(def, "eq", item, describeEq, OpEq)
		})
	case Point, CartesianPoint:
		return g.once(ast.InputObject, name+"Filters", "What a "+name+" must be.", func(def *ast.Definition) {
			g.equality(def, item)
			g.add(def, "distance", g.distance(t.Scalar), "How far it may be from another point.", Distance)
		})
	case String, ID:
		return g.once(ast.InputObject, name+"ScalarFilters", "What a "+name+" must be. The conditions given hold together.", func(def *ast.Definition) {
			g.equality(def, item)
			g.texts(def, item)
			if g.opts.CaseInsensitive && t.Scalar == String {
				g.add(def, "caseInsensitive", g.caseInsensitive(), "The same, whether letters are upper or lower case.", CaseInsensitive)
			}
		})
	case CustomScalar:
		return g.once(ast.InputObject, name+"ScalarFilters", "What a "+name+" must be.", func(def *ast.Definition) { g.equality(def, item) })
	default:
		return g.once(ast.InputObject, name+"ScalarFilters", "What a "+name+" must be. The conditions given hold together.", func(def *ast.Definition) {
			g.add(def, "eq", item, describeEq, OpEq)
			g.order4(def, item)
			g.add(def, "in", "["+item+"!]", describeIn, OpIn)
		})
	}
}

const (
	describeEq = "Equal to it; null for no value."
	describeIn = "Equal to one of these."
)

func (g *generator) equality(def *ast.Definition, item string) {
	g.add(def, "eq", item, describeEq, OpEq)
	g.add(def, "in", "["+item+"!]", describeIn, OpIn)
}

func (g *generator) order4(def *ast.Definition, item string) {
	g.add(def, "gt", item, "Greater than it.", OpGt)
	g.add(def, "gte", item, "Greater than or equal to it.", OpGte)
	g.add(def, "lt", item, "Less than it.", OpLt)
	g.add(def, "lte", item, "Less than or equal to it.", OpLte)
}

func (g *generator) texts(def *ast.Definition, item string) {
	g.add(def, "contains", item, "Holds it anywhere.", OpContains)
	g.add(def, "endsWith", item, "Ends with it.", OpEndsWith)
	g.add(def, "startsWith", item, "Begins with it.", OpStartsWith)
	if g.opts.Matches {
		g.add(def, "matches", item, "Matches it, a regular expression of Java, from end to end.", OpMatches)
	}
	if g.opts.StringOrder {
		g.order4(def, item)
	}
}

func (g *generator) caseInsensitive() string {
	return g.once(ast.InputObject, "CaseInsensitiveStringScalarFilters", "What a String must be, whether letters are upper or lower case.", func(def *ast.Definition) {
		g.equality(def, "String")
		g.texts(def, "String")
	})
}

func (g *generator) listFilters(t Type, item string) string {
	name := t.Name + "ListFilters"
	switch t.Scalar {
	case EnumScalar:
		name = t.Name + "ListEnumScalarFilters"
	case CustomScalar:
		name = t.Name + "ListScalarFilters"
	}
	return g.once(ast.InputObject, name, "What a list of "+t.Name+" must be.", func(def *ast.Definition) {
		g.add(def, "eq", "["+item+"!]", "The same list in the same order; null for no list.", OpEq)
		if t.Scalar != Boolean {
			g.add(def, "includes", item, "One of its items is equal to it.", OpIncludes)
		}
	})
}

func (g *generator) distance(s Scalar) string {
	if s == Point {
		return g.once(ast.InputObject, "PointDistanceFilters", "How far a Point may be from another, in metres.", func(def *ast.Definition) {
			g.add(def, "from", "PointInput!", "The other point.", From)
			g.order4(def, "Float")
			g.add(def, "eq", "Float", "Equal to it.", OpEq)
		})
	}
	return g.once(ast.InputObject, "CartesianDistancePointFilters", "How far a CartesianPoint may be from another, in the units of their system.", func(def *ast.Definition) {
		g.add(def, "from", "CartesianPointInput!", "The other point.", From)
		g.order4(def, "Float")
	})
}

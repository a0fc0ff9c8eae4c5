package schema

import "github.com/vektah/gqlparser/v2/ast"

// orders says whether lists can be sorted by an attribute. Relationships can be sorted
// by lists too, as @neo4j/graphql has it.
func (a attribute) orders(ofEdge bool) bool {
	if !a.sortable {
		return false
	}
	if a.property != nil {
		return ofEdge || !a.property.Type.List
	}
	if a.cypher.Result.Scalar == nil || a.cypher.Result.List {
		return false
	}
	for _, argument := range a.cypher.Arguments {
		if argument.Definition.Type.NonNull && argument.Definition.DefaultValue == nil {
			return false
		}
	}
	return true
}

func ordered(attributes []Meaning, ofEdge bool) bool {
	for _, m := range attributes {
		if attributeOf(m).orders(ofEdge) {
			return true
		}
	}
	return false
}

func edgeSortable(e *Edge) bool { return ordered(e.attributes, true) }

// sortable says whether there is XSort.
func (g *generator) sortable(t Target) bool {
	switch t := t.(type) {
	case *Node:
		return ordered(t.attributes, false)
	case *Interface:
		return ordered(t.attributes, false)
	default:
		return false
	}
}

func (g *generator) sort(t Target, attributes []Meaning, relationships []*Relationship) {
	if !g.sortable(t) {
		return
	}
	name := t.TypeName()
	def := g.define(ast.InputObject, name+"Sort", "What to sort "+name+" nodes by: one field an object, in a list where there are several.")
	for _, m := range attributes {
		if a := attributeOf(m); a.orders(false) {
			g.add(def, a.name, g.direction(), a.description, m).Directives = g.deprecated(a.directives)
		}
	}
	g.relatedSorts(def, relationships)
}

func (g *generator) direction() string {
	return g.once(ast.Enum, "SortDirection", "Which way to sort.", func(def *ast.Definition) {
		def.EnumValues = ast.EnumValueList{
			{Name: "ASC", Description: "The smallest first, missing values last."},
			{Name: "DESC", Description: "The greatest first, missing values before all."},
		}
	})
}

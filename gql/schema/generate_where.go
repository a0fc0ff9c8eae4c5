package schema

import "github.com/vektah/gqlparser/v2/ast"

const (
	describeAnd = "All of these hold."
	describeOr  = "At least one of these holds."
	describeNot = "This does not hold. A comparison with a missing value neither holds nor does its opposite."
)

// where makes XWhere of a node or an interface.
func (g *generator) where(t Target, attributes []Meaning, relationships []*Relationship) {
	name := t.TypeName()
	def := g.define(ast.InputObject, name+"Where", "What a "+name+" must be. The conditions given hold together.")
	g.conditions(def, attributes, false)
	g.logic(def, "OR", "AND", "NOT")
	if i, ok := t.(*Interface); ok && len(i.members) > 0 {
		g.add(def, "typename", "["+g.implementations(i)+"!]", "It is of one of these types.", Typename)
	}
	for _, r := range relationships {
		g.relationshipConditions(def, r)
	}
}

// conditions adds the filters by properties and @cypher fields. Of relationships, as
// @neo4j/graphql has it, there are none by the nodes that statements return.
func (g *generator) conditions(def *ast.Definition, attributes []Meaning, ofEdge bool) {
	for _, m := range attributes {
		a := attributeOf(m)
		if !a.filterable.byValue {
			continue
		}
		directives := g.deprecated(a.directives)
		switch c := a.cypher; {
		case c == nil:
			g.add(def, a.name, g.filters(a.property.Type), a.description, m).Directives = directives
			g.suffixes(def, a, a.property.Type)
		case len(c.Arguments) > 0:
		case c.Result.Scalar != nil:
			g.add(def, a.name, g.filters(*c.Result.Scalar), a.description, m).Directives = directives
			g.suffixes(def, a, *c.Result.Scalar)
		case ofEdge:
		default:
			n, ok := c.Result.Target.(*Node)
			switch {
			case !ok:
			case c.Result.List:
				g.quantifierSuffixes(def, m, a.name, n.Name+"Where", a.directives)
				g.add(def, a.name, g.quantifiers(n), a.description, m).Directives = directives
			default:
				g.add(def, a.name, n.Name+"Where", a.description, m).Directives = directives
			}
		}
	}
}

// logic adds AND, OR and NOT in the order given.
func (g *generator) logic(def *ast.Definition, order ...string) {
	for _, name := range order {
		switch name {
		case "AND":
			g.add(def, "AND", "["+def.Name+"!]", describeAnd, And)
		case "OR":
			g.add(def, "OR", "["+def.Name+"!]", describeOr, Or)
		default:
			g.add(def, "NOT", def.Name, describeNot, Not)
		}
	}
}

func (g *generator) implementations(i *Interface) string {
	return g.once(ast.Enum, i.Name+"Implementation", "The types with the interface "+i.Name+".", func(def *ast.Definition) {
		for _, n := range i.members {
			def.EnumValues = append(def.EnumValues, &ast.EnumValueDefinition{Name: n.Name, Description: n.Description})
		}
	})
}

// relationshipConditions adds the filters by related nodes, and by their relationships.
func (g *generator) relationshipConditions(def *ast.Definition, r *Relationship) {
	directives := g.deprecated(r.directives)
	if r.Single {
		g.add(def, r.Name, r.Target.TypeName()+"Where", r.Description, r).Directives = directives
		g.add(def, r.Name+"Connection", g.connectionWhere(r.first), connectionDescription(r.Description), Connection{r}).Directives = directives
		return
	}
	byAggregate := r.filterable.byAggregate && !isUnion(r.Target)
	if r.filterable.byValue {
		g.add(def, r.Name, g.quantifiers(r.Target), r.Description, r).Directives = directives
		g.quantifierSuffixes(def, r, r.Name, r.Target.TypeName()+"Where", r.directives)
	}
	if !r.filterable.byValue && !byAggregate {
		return
	}
	filters := g.define(ast.InputObject, ownPrefix(r)+"ConnectionFilters", "How many of the nodes related by "+r.Name+", and of their relationships, must match.")
	where := g.connectionWhere(r.first)
	if r.filterable.byValue {
		g.quantify(filters, where)
		g.quantifierSuffixes(def, Connection{r}, r.Name+"Connection", where, r.directives)
	}
	if byAggregate {
		g.add(filters, "aggregate", g.connectionAggregateInput(r), "What aggregates over all of them must be.", Aggregate)
	}
	g.add(def, r.Name+"Connection", filters.Name, connectionDescription(r.Description), Connection{r}).Directives = directives
}

func isUnion(t Target) bool {
	_, ok := t.(*Union)
	return ok
}

// quantifiers is XRelationshipFilters.
func (g *generator) quantifiers(t Target) string {
	name := t.TypeName()
	return g.once(ast.InputObject, name+"RelationshipFilters", "How many of the related "+name+" nodes must match.", func(def *ast.Definition) {
		g.quantify(def, name+"Where")
	})
}

func (g *generator) quantify(def *ast.Definition, where string) {
	g.add(def, "all", where, "All match, and there is at least one.", All)
	g.add(def, "none", where, "None matches.", None)
	g.add(def, "single", where, "Exactly one matches.", Single)
	g.add(def, "some", where, "At least one matches.", Some)
}

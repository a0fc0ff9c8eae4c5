package schema

import (
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"
)

// attribute is what *Property and *Cypher have in common, for the types made of them.
type attribute struct {
	meaning     Meaning
	name        string
	description string
	property    *Property // or
	cypher      *Cypher
	selectable  selectable
	filterable  filterable
	sortable    bool
	directives  ast.DirectiveList
}

func attributeOf(m Meaning) attribute {
	if p, ok := m.(*Property); ok {
		return attribute{m, p.Name, p.Description, p, nil, p.selectable, p.filterable, p.sortable, p.directives}
	}
	c := m.(*Cypher)
	return attribute{m, c.Name, c.Description, nil, c, c.selectable, c.filterable, c.sortable, c.directives}
}

// node makes what the API has for a type with @node.
func (g *generator) node(n *Node) {
	def := g.define(ast.Object, n.Name, n.Description)
	for _, i := range n.Interfaces {
		def.Interfaces = append(def.Interfaces, i.Name)
	}
	g.fields(def, n.attributes)
	g.where(n, n.attributes, n.Relationships)
	g.sort(n, n.attributes, n.Relationships)
	for _, r := range n.Relationships {
		g.relationshipFields(def, r)
	}
	g.shows(def)
	g.root(n, n.Plural, n.Query, n.Properties)
	g.fullText(n)
}

func (g *generator) interfaceType(i *Interface) {
	def := g.define(ast.Interface, i.Name, i.Description)
	for _, above := range i.Interfaces {
		def.Interfaces = append(def.Interfaces, above.Name)
	}
	g.fields(def, i.attributes)
	g.where(i, i.attributes, i.Relationships)
	g.sort(i, i.attributes, i.Relationships)
	for _, r := range i.Relationships {
		g.relationshipFields(def, r)
	}
	g.shows(def)
	if len(i.members) > 0 {
		g.root(i, i.Plural, i.Query, i.Properties)
	}
}

func (g *generator) union(u *Union) {
	def := g.define(ast.Union, u.Name, u.Description)
	where := g.define(ast.InputObject, u.Name+"Where", "What a "+u.Name+" must be: each member has its own filter, and members without one are left out.")
	for _, n := range u.members {
		def.Types = append(def.Types, n.Name)
		g.add(where, n.Name, n.Name+"Where", "What a "+n.Name+" must be.", n)
	}
	if u.Query.Read && len(u.members) > 0 {
		f := g.add(g.api.Query, u.Plural, "["+u.Name+"!]!", "Lists "+u.Name+" nodes.", List{u})
		f.Arguments = g.listArguments(u)
	}
}

// edge makes what the API has for a type with @relationshipProperties.
func (g *generator) edge(e *Edge) {
	def := g.define(ast.Object, e.Name, e.Description)
	g.fields(def, e.attributes)
	g.shows(def)
	where := g.define(ast.InputObject, e.Name+"Where", "What a relationship with the properties "+e.Name+" must be. The conditions given hold together.")
	g.conditions(where, e.attributes, true)
	g.logic(where, "OR", "AND", "NOT")
	if edgeSortable(e) {
		sort := g.define(ast.InputObject, e.Name+"Sort", "What to sort relationships with the properties "+e.Name+" by: one field an object.")
		for _, m := range e.attributes {
			if a := attributeOf(m); a.orders(true) {
				g.add(sort, a.name, g.direction(), a.description, m).Directives = g.deprecated(a.directives)
			}
		}
	}
	if aggregateFilterable(e.Properties) {
		g.aggregateConditions(e.Name+"AggregationWhereInput", "What aggregates over relationships with the properties "+e.Name+" must be.", e.Properties)
	}
}

func (g *generator) row(r *Row) {
	def := g.define(ast.Object, r.Name, r.Description)
	for _, f := range r.Fields {
		t := g.drafts[r.Name].def.Fields.ForName(f.Name).Type
		g.add(def, f.Name, t.String(), f.Description, f).Directives = g.deprecated(f.directives)
	}
	g.shows(def)
}

// shows notes a type without a field, which GraphQL does not allow.
func (g *generator) shows(def *ast.Definition) {
	if len(def.Fields) == 0 {
		g.wrong(def.Position, "show one, or remove the type", "%s has no field that the API shows", def.Name)
	}
}

// fields adds properties and @cypher fields to an object type or interface.
func (g *generator) fields(def *ast.Definition, attributes []Meaning) {
	for _, m := range attributes {
		a := attributeOf(m)
		switch {
		case !a.selectable.onRead:
		case a.property != nil:
			g.add(def, a.name, a.property.Type.String(), a.description, m).Directives = g.deprecated(a.directives)
		default:
			g.cypherField(def, a.cypher, a.cypher)
		}
	}
}

func (g *generator) cypherField(def *ast.Definition, c *Cypher, m Meaning) {
	f := g.add(def, c.Name, c.definition.Type.String(), c.Description, m)
	f.Directives = g.deprecated(c.directives)
	for _, a := range c.Arguments {
		a.Definition.Directives = g.deprecations(a.Definition.Directives)
		g.scalar(a.Definition.Type.Name())
		f.Arguments = append(f.Arguments, a.Definition)
	}
}

// relationshipFields adds the list of related nodes and its connection.
func (g *generator) relationshipFields(def *ast.Definition, r *Relationship) {
	if r.selectable.onRead {
		typeText := "[" + r.Target.TypeName() + "!]!"
		if r.Single {
			typeText = r.Target.TypeName()
		}
		f := g.add(def, r.Name, typeText, r.Description, r)
		f.Directives = g.deprecated(r.directives)
		if !r.Single {
			f.Arguments = g.listArguments(r.Target)
		}
	}
	if r.selectable.onRead || g.aggregated(r) {
		f := g.add(def, r.Name+"Connection", g.connection(r)+"!", connectionDescription(r.Description), Connection{r})
		f.Directives = g.deprecated(r.directives)
		if !r.Single {
			f.Arguments = g.connectionArguments(r.first)
		}
	}
}

func connectionDescription(of string) string {
	if of == "" {
		return "The same with their relationships, page by page."
	}
	return of + " With their relationships, page by page."
}

// listArguments are where, limit, offset and sort of a list of a target.
func (g *generator) listArguments(t Target) ast.ArgumentDefinitionList {
	if list := g.lists[t]; list != nil {
		return list
	}
	list := ast.ArgumentDefinitionList{
		g.argument(ArgWhere, t.TypeName()+"Where", "What the nodes must be; all where not given."),
		g.argument(ArgLimit, "Int", "How many at most."+limitDescription(t)),
		g.argument(ArgOffset, "Int", "How many of the first to leave out."),
	}
	if g.sortable(t) {
		list = append(list, g.argument(ArgSort, "["+t.TypeName()+"Sort!]", "What to sort by, the first before the next."))
	}
	g.lists[t] = list
	return list
}

func limitDescription(t Target) string {
	limit := limitOf(t)
	text := ""
	if limit.Default > 0 {
		text += " " + strconv.Itoa(limit.Default) + " where not given."
	}
	if limit.Max > 0 {
		text += " Never more than " + strconv.Itoa(limit.Max) + "."
	}
	return text
}

func limitOf(t Target) Limit {
	switch t := t.(type) {
	case *Node:
		return t.Limit
	case *Interface:
		return t.Limit
	default:
		return Limit{}
	}
}

// root adds the list and the connection of a type to Query.
func (g *generator) root(t Target, plural string, access Access, properties []*Property) {
	name := t.TypeName()
	if access.Read {
		f := g.add(g.api.Query, plural, "["+name+"!]!", "Lists "+name+" nodes.", List{t})
		f.Arguments = g.listArguments(t)
	}
	if !access.Connection && !access.Aggregate {
		return
	}
	f := g.add(g.api.Query, plural+"Connection", upperFirst(plural)+"Connection!", "Pages through "+name+" nodes, counts them, and aggregates over them.", RootConnection{t})
	f.Arguments = ast.ArgumentDefinitionList{
		g.argument(ArgFirst, "Int", "How many at most."+limitDescription(t)),
		g.argument(ArgAfter, "String", describeAfter),
		g.argument(ArgWhere, name+"Where", "What the nodes must be; all where not given."),
	}
	if g.sortable(t) {
		f.Arguments = append(f.Arguments, g.argument(ArgSort, "["+name+"Sort!]", "What to sort by, the first before the next."))
	}
	g.rootConnection(t, upperFirst(plural), access, properties)
}

// queries adds the fields of Query with @cypher.
func (g *generator) queries() {
	for _, c := range g.schema.Queries {
		g.cypherField(g.api.Query, c, c)
	}
	seen := map[string]bool{}
	for _, f := range g.api.Query.Fields {
		if seen[f.Name] {
			var at *ast.Position
			if own := g.drafts["Query"]; own != nil {
				if declared := own.def.Fields.ForName(f.Name); declared != nil {
					at = declared.Position
				}
			}
			if at == nil {
				at = g.rootPosition(f.Name)
			}
			g.wrong(at, "rename it, or give a type another plural with @plural", "Query has the field %s twice", f.Name)
		}
		seen[f.Name] = true
	}
}

// rootPosition is where the last type stands whose root field has the name.
func (g *generator) rootPosition(name string) *ast.Position {
	var at *ast.Position
	for _, t := range g.order {
		_, plural := g.rootNames(t)
		if g.targets[t.def.Name] != nil && (plural == name || plural+"Connection" == name) {
			at = t.def.Position
		}
	}
	for _, ft := range g.schema.FullTexts {
		if ft.Name == name {
			at = ft.position
		}
	}
	return at
}

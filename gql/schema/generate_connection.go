package schema

import "github.com/vektah/gqlparser/v2/ast"

// ownPrefix begins the names of the types that a relationship has for itself; prefix
// those of its connection, which it shares with the interface that first declares it.
func ownPrefix(r *Relationship) string { return r.Owner.TypeName() + upperFirst(r.Name) }
func prefix(r *Relationship) string    { return ownPrefix(r.first) }

const (
	describeEdges      = "The page, in the order asked for."
	describeTotalCount = "How many there are in all, whatever page is asked for."
	describeAfter      = "The cursor after which to go on; the start where not given. \"keyset\" is the start with cursors that survive inserts."
	describePageInfo   = "Whether there are more pages, and where this one begins and ends."
	describeCursor     = "Where this stands: given as `after`, the next page begins behind it."
	describeAggregate  = "Counts and aggregates over all of them, whatever page is asked for."
)

// rootConnection makes XsConnection and XEdge.
func (g *generator) rootConnection(t Target, plural string, access Access, properties []*Property) {
	name := t.TypeName()
	def := g.define(ast.Object, plural+"Connection", "A page of "+name+" nodes, and what holds for all of them.")
	if access.Connection {
		edge := g.define(ast.Object, name+"Edge", "A "+name+" and where it stands.")
		g.add(edge, "cursor", "String!", describeCursor, Cursor)
		g.add(edge, "node", name+"!", "The node.", EdgeNode)
		g.page(def, edge.Name)
	}
	if !access.Aggregate {
		return
	}
	aggregate := g.define(ast.Object, name+"Aggregate", "Counts and aggregates over "+name+" nodes.")
	g.add(aggregate, "count", g.count(false)+"!", "How many there are.", Count)
	if aggregable(properties) {
		node := g.define(ast.Object, name+"AggregateNode", "Aggregates over the properties of "+name+" nodes.")
		g.aggregates(node, properties)
		g.add(aggregate, "node", node.Name+"!", "Aggregates over their properties.", EdgeNode)
	}
	g.add(def, "aggregate", aggregate.Name+"!", describeAggregate, Aggregate)
}

func (g *generator) page(def *ast.Definition, edge string) {
	g.add(def, "edges", "["+edge+"!]!", describeEdges, Edges)
	g.add(def, "totalCount", "Int!", describeTotalCount, TotalCount)
	g.add(def, "pageInfo", g.pageInfo()+"!", describePageInfo, PageInfo)
}

func (g *generator) pageInfo() string {
	return g.once(ast.Object, "PageInfo", "Where a page begins and ends (Relay's GraphQL Cursor Connections Specification).", func(def *ast.Definition) {
		g.add(def, "hasNextPage", "Boolean!", "There are more behind this page; false where `first` is not given.", HasNextPage)
		g.add(def, "hasPreviousPage", "Boolean!", "There are some before this page.", HasPreviousPage)
		g.add(def, "startCursor", "String", "The cursor of the page's first; null for an empty page.", StartCursor)
		g.add(def, "endCursor", "String", "The cursor of the page's last; null for an empty page.", EndCursor)
	})
}

// aggregated says whether the connection of a relationship has aggregate.
func (g *generator) aggregated(r *Relationship) bool {
	return r.aggregate && !r.Single && !isUnion(r.Target)
}

// connection makes the connection of a relationship, once for all that share it.
func (g *generator) connection(r *Relationship) string {
	r = r.first
	return g.once(ast.Object, prefix(r)+"Connection", "A page of the "+r.Target.TypeName()+" nodes that "+r.Name+" of "+r.Owner.TypeName()+" leads to, and what holds for all of them.", func(def *ast.Definition) {
		if r.selectable.onRead {
			g.page(def, g.relationshipEdge(r))
		}
		if g.aggregated(r) {
			g.add(def, "aggregate", g.nestedAggregate(r)+"!", describeAggregate, Aggregate)
		}
	})
}

func (g *generator) relationshipEdge(r *Relationship) string {
	def := g.define(ast.Object, prefix(r)+"Relationship", "A relationship that "+r.Name+" of "+r.Owner.TypeName()+" follows, and the node it leads to.")
	g.add(def, "cursor", "String!", describeCursor, Cursor)
	g.add(def, "node", r.Target.TypeName()+"!", "The node.", EdgeNode)
	if properties := g.properties(r); properties != "" {
		g.add(def, "properties", properties, "The properties of the relationship.", EdgeProperties)
	}
	for _, c := range edgeCyphers(r) {
		if def.Fields.ForName(c.Name) == nil {
			g.cypherField(def, c, c)
		}
	}
	return def.Name
}

// properties is the type of `properties`: an edge type or, of a declared relationship,
// the union of its nodes'. Empty if there are none.
func (g *generator) properties(r *Relationship) string {
	if !r.Declared {
		if r.Edge == nil {
			return ""
		}
		return r.Edge.Name + "!"
	}
	edges, all := edgesOf(r)
	if len(edges) == 0 {
		return ""
	}
	union := g.define(ast.Union, prefix(r)+"RelationshipProperties", "The properties of a relationship that "+r.Name+" of "+r.Owner.TypeName()+" follows: each type with the interface has its own.")
	for _, e := range edges {
		union.Types = append(union.Types, e.edge.Name)
	}
	if all {
		return union.Name + "!"
	}
	return union.Name
}

// sourcedEdge is an edge type of a declared relationship, and the nodes that have it.
type sourcedEdge struct {
	edge    *Edge
	sources []*Node
}

// edgesOf are the edge types of a declared relationship, and whether all nodes have one.
func edgesOf(r *Relationship) (edges []sourcedEdge, all bool) {
	all = true
	index := map[*Edge]int{}
	for _, n := range r.Owner.Members() {
		own := r.own[n]
		if own == nil || own.Edge == nil {
			all = false
			continue
		}
		i, known := index[own.Edge]
		if !known {
			i = len(edges)
			index[own.Edge] = i
			edges = append(edges, sourcedEdge{edge: own.Edge})
		}
		edges[i].sources = append(edges[i].sources, n)
	}
	return edges, all
}

// edgeCyphers are the @cypher fields of the relationship's properties that also stand on
// the connection's edge: those that return nodes or rows. Of a declared relationship
// they are those that all nodes' relationships have alike.
func edgeCyphers(r *Relationship) []*Cypher {
	if !r.Declared {
		if r.Edge == nil {
			return nil
		}
		return objects(r.Edge)
	}
	edges, all := edgesOf(r)
	if !all || len(edges) == 0 {
		return nil
	}
	var shared []*Cypher
	for _, c := range objects(edges[0].edge) {
		alike := true
		for _, other := range edges[1:] {
			alike = alike && hasAlike(other.edge, c)
		}
		if alike {
			shared = append(shared, c)
		}
	}
	return shared
}

func objects(e *Edge) []*Cypher {
	var list []*Cypher
	for _, c := range e.Cyphers {
		if c.selectable.onRead && c.Result.Scalar == nil {
			list = append(list, c)
		}
	}
	return list
}

func hasAlike(e *Edge, c *Cypher) bool {
	for _, other := range objects(e) {
		if other.Name == c.Name && other.Statement == c.Statement && other.Column == c.Column &&
			other.definition.Type.String() == c.definition.Type.String() && len(other.Arguments) == len(c.Arguments) {
			return true
		}
	}
	return false
}

// connectionArguments are where, first, after and sort of a relationship's connection.
func (g *generator) connectionArguments(r *Relationship) ast.ArgumentDefinitionList {
	if list := g.connections[r]; list != nil {
		return list
	}
	list := ast.ArgumentDefinitionList{
		g.argument(ArgWhere, g.connectionWhere(r), "What the nodes and their relationships must be; all where not given."),
		g.argument(ArgFirst, "Int", "How many at most."+limitDescription(r.Target)),
		g.argument(ArgAfter, "String", describeAfter),
	}
	if sort := g.connectionSort(r); sort != "" {
		list = append(list, g.argument(ArgSort, "["+sort+"!]", "What to sort by, the first before the next."))
	}
	g.connections[r] = list
	return list
}

// connectionWhere makes the filter of a connection's nodes and relationships.
func (g *generator) connectionWhere(r *Relationship) string {
	name := prefix(r) + "ConnectionWhere"
	u, ok := r.Target.(*Union)
	if !ok {
		return g.once(ast.InputObject, name, "What a node that "+r.Name+" leads to, and its relationship, must be. The conditions given hold together.", func(def *ast.Definition) {
			g.nodeAndEdge(def, r, r.Target)
		})
	}
	return g.once(ast.InputObject, name, "What a node that "+r.Name+" leads to, and its relationship, must be: each member has its own filter, and members without one are left out.", func(def *ast.Definition) {
		for _, n := range u.members {
			member := g.define(ast.InputObject, prefix(r)+n.Name+"ConnectionWhere", "What a "+n.Name+" that "+r.Name+" leads to, and its relationship, must be. The conditions given hold together.")
			g.nodeAndEdge(member, r, n)
			g.add(def, n.Name, member.Name, "What a "+n.Name+" must be.", n)
		}
	})
}

func (g *generator) nodeAndEdge(def *ast.Definition, r *Relationship, t Target) {
	g.logic(def, "AND", "OR", "NOT")
	g.add(def, "node", t.TypeName()+"Where", "What the node must be.", EdgeNode)
	if edge := g.edgeInput(r, "Where", func(*Edge) bool { return true }); edge != "" {
		g.add(def, "edge", edge, "What the relationship must be.", EdgeProperties)
	}
}

func (g *generator) connectionSort(r *Relationship) string {
	edge := g.edgeInput(r, "Sort", edgeSortable)
	if edge == "" && !g.sortable(r.Target) {
		return ""
	}
	return g.once(ast.InputObject, prefix(r)+"ConnectionSort", "What to sort the nodes that "+r.Name+" leads to by: one field an object.", func(def *ast.Definition) {
		if g.sortable(r.Target) {
			g.add(def, "node", r.Target.TypeName()+"Sort", "A field of the node.", EdgeNode)
		}
		if edge != "" {
			g.add(def, "edge", edge, "A property of the relationship.", EdgeProperties)
		}
	})
}

// edgeInput is an input type of the relationship's properties: the edge type's own, or of
// a declared relationship one with a field for each of its nodes' edge types.
func (g *generator) edgeInput(r *Relationship, suffix string, has func(*Edge) bool) string {
	if !r.Declared {
		if r.Edge == nil || !has(r.Edge) {
			return ""
		}
		return r.Edge.Name + suffix
	}
	edges, _ := edgesOf(r)
	some := false
	for _, e := range edges {
		some = some || has(e.edge)
	}
	if !some {
		return ""
	}
	return g.once(ast.InputObject, ownPrefix(r)+"Edge"+suffix, "The properties of the relationships that "+r.Name+" of "+r.Owner.TypeName()+" follows: each type with the interface has its own.", func(def *ast.Definition) {
		for _, e := range edges {
			if !has(e.edge) {
				continue
			}
			description := "Where the relationship is one of"
			for i, n := range e.sources {
				if i > 0 {
					description += ","
				}
				description += " " + n.Name
			}
			g.add(def, e.edge.Name, e.edge.Name+suffix, description+".", e.edge)
		}
	})
}

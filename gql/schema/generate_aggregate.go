package schema

import "github.com/vektah/gqlparser/v2/ast"

// aggregates says which scalars can be aggregated over: all with an order, except ID.
func (s Scalar) aggregates() bool {
	switch s {
	case String, Int, Float, BigInt, Date, DateTime, LocalDateTime, Time, LocalTime, Duration:
		return true
	default:
		return false
	}
}

func aggregable(properties []*Property) bool {
	for _, p := range properties {
		if p.aggregable() {
			return true
		}
	}
	return false
}

func (p *Property) aggregable() bool {
	return p.selectable.onAggregate && !p.Type.List && p.Type.Scalar.aggregates()
}

func (g *generator) count(nested bool) string {
	if !nested {
		return g.once(ast.Object, "Count", "How many there are.", func(def *ast.Definition) {
			g.add(def, "nodes", "Int!", "How many nodes.", CountNodes)
		})
	}
	return g.once(ast.Object, "CountConnection", "How many there are.", func(def *ast.Definition) {
		g.add(def, "nodes", "Int!", "How many nodes, each counted once.", CountNodes)
		g.add(def, "edges", "Int!", "How many relationships.", CountEdges)
	})
}

// nestedAggregate makes the aggregate of a relationship's connection.
func (g *generator) nestedAggregate(r *Relationship) string {
	base := r.Owner.TypeName() + r.Target.TypeName() + upperFirst(r.Name)
	def := g.define(ast.Object, base+"AggregateSelection", "Counts and aggregates over what "+r.Name+" of "+r.Owner.TypeName()+" leads to.")
	g.add(def, "count", g.count(true)+"!", "How many there are.", Count)
	if properties := propertiesOf(r.Target); aggregable(properties) {
		node := g.define(ast.Object, base+"NodeAggregateSelection", "Aggregates over the properties of the nodes that "+r.Name+" leads to.")
		g.aggregates(node, properties)
		g.add(def, "node", node.Name, "Aggregates over the properties of the nodes.", EdgeNode)
	}
	if r.Edge != nil && !r.Declared && aggregable(r.Edge.Properties) {
		edge := g.define(ast.Object, base+"EdgeAggregateSelection", "Aggregates over the properties of the relationships that "+r.Name+" follows.")
		g.aggregates(edge, r.Edge.Properties)
		g.add(def, "edge", edge.Name, "Aggregates over the properties of the relationships.", EdgeProperties)
	}
	return def.Name
}

func propertiesOf(t Target) []*Property {
	switch t := t.(type) {
	case *Node:
		return t.Properties
	case *Interface:
		return t.Properties
	default:
		return nil
	}
}

// aggregates adds the aggregates over properties: the same fields wherever they stand,
// since relationships are many and lead to few types.
func (g *generator) aggregates(def *ast.Definition, properties []*Property) {
	for _, p := range properties {
		if !p.aggregable() {
			continue
		}
		if f := g.selections[p]; f != nil {
			def.Fields = append(def.Fields, f)
			continue
		}
		f := g.add(def, p.Name, g.aggregateSelection(p.Type.Scalar)+"!", p.Description, p)
		f.Directives = g.deprecated(p.directives)
		g.selections[p] = f
	}
}

// aggregateSelection is IntAggregateSelection and the like.
func (g *generator) aggregateSelection(s Scalar) string {
	name := string(s)
	return g.once(ast.Object, name+"AggregateSelection", "Aggregates over "+name+" values.", func(def *ast.Definition) {
		switch s {
		case String:
			g.add(def, "shortest", name, "The shortest text; null where there is none.", Shortest)
			g.add(def, "longest", name, "The longest text; null where there is none.", Longest)
		case Int, Float, BigInt:
			average := string(Float)
			if s == BigInt {
				average = name
			}
			g.add(def, "max", name, "The greatest; null where there is none.", Max)
			g.add(def, "min", name, "The smallest; null where there is none.", Min)
			g.add(def, "average", average, "The mean; null where there is none.", Average)
			g.add(def, "sum", name, "The sum; 0 where there is none.", Sum)
		default:
			g.add(def, "min", name, "The smallest; null where there is none.", Min)
			g.add(def, "max", name, "The greatest; null where there is none.", Max)
		}
	})
}

func (p *Property) aggregateFilterable() bool {
	return p.filterable.byAggregate && !p.Type.List && p.Type.Scalar.aggregates()
}

func aggregateFilterable(properties []*Property) bool {
	for _, p := range properties {
		if p.aggregateFilterable() {
			return true
		}
	}
	return false
}

// connectionAggregateInput makes the filter by aggregates over a relationship.
func (g *generator) connectionAggregateInput(r *Relationship) string {
	own := ownPrefix(r)
	def := g.define(ast.InputObject, own+"ConnectionAggregateInput", "What counts of and aggregates over what "+r.Name+" leads to must be. The conditions given hold together.")
	g.add(def, "count", g.countInput(), "How many there must be.", Count)
	g.logic(def, "AND", "OR", "NOT")
	if properties := propertiesOf(r.Target); aggregateFilterable(properties) {
		name := own + "NodeAggregationWhereInput"
		g.aggregateConditions(name, "What aggregates over the nodes that "+r.Name+" leads to must be.", properties)
		g.add(def, "node", name, "What aggregates over the properties of the nodes must be.", EdgeNode)
	}
	if edge := g.edgeInput(r, "AggregationWhereInput", func(e *Edge) bool { return aggregateFilterable(e.Properties) }); edge != "" {
		g.add(def, "edge", edge, "What aggregates over the properties of the relationships must be.", EdgeProperties)
	}
	return def.Name
}

func (g *generator) countInput() string {
	return g.once(ast.InputObject, "ConnectionAggregationCountFilterInput", "How many there must be.", func(def *ast.Definition) {
		number := g.filters(Type{Scalar: Int, Name: string(Int)})
		g.add(def, "nodes", number, "How many nodes, each counted once.", CountNodes)
		g.add(def, "edges", number, "How many relationships.", CountEdges)
	})
}

func (g *generator) aggregateConditions(name, description string, properties []*Property) {
	def := g.define(ast.InputObject, name, description+" The conditions given hold together.")
	g.logic(def, "AND", "OR", "NOT")
	for _, p := range properties {
		if !p.aggregateFilterable() {
			continue
		}
		if f := g.aggregateInputs[p]; f != nil {
			def.Fields = append(def.Fields, f)
			continue
		}
		f := g.add(def, p.Name, g.aggregateFilters(p.Type.Scalar), p.Description, p)
		f.Directives = g.deprecated(p.directives)
		g.aggregateInputs[p] = f
	}
}

// aggregateFilters is IntScalarAggregationFilters and the like.
func (g *generator) aggregateFilters(s Scalar) string {
	name := string(s)
	filters := func(s Scalar) string { return g.filters(Type{Scalar: s, Name: string(s)}) }
	return g.once(ast.InputObject, name+"ScalarAggregationFilters", "What aggregates over "+name+" values must be.", func(def *ast.Definition) {
		switch s {
		case String:
			g.add(def, "averageLength", filters(Float), "The mean length, in Unicode code points.", AverageLength)
			g.add(def, "shortestLength", filters(Int), "The length of the shortest, in Unicode code points.", Shortest)
			g.add(def, "longestLength", filters(Int), "The length of the longest, in Unicode code points.", Longest)
		case Int, Float, BigInt:
			average := Float
			if s == BigInt {
				average = BigInt
			}
			g.add(def, "average", filters(average), "The mean.", Average)
			g.add(def, "max", filters(s), "The greatest.", Max)
			g.add(def, "min", filters(s), "The smallest.", Min)
			g.add(def, "sum", filters(s), "The sum.", Sum)
		default:
			g.add(def, "max", filters(s), "The greatest.", Max)
			g.add(def, "min", filters(s), "The smallest.", Min)
			if s == Duration {
				g.add(def, "average", filters(s), "The mean.", Average)
			}
		}
	})
}

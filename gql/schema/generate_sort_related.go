package schema

import "github.com/vektah/gqlparser/v2/ast"

// relatedSorts adds what @neo4j/graphql has not: nodes sorted by how many others they are
// related to, and by aggregates over those. The fields are named as in the filters:
// {exercisesConnection: {aggregate: {count: {nodes: DESC}}}}.
func (g *generator) relatedSorts(def *ast.Definition, relationships []*Relationship) {
	for _, r := range relationships {
		if !r.aggregate || !r.filterable.byAggregate || isUnion(r.Target) {
			continue
		}
		f := g.add(def, r.Name+"Connection", g.relatedSort(r), connectionDescription(r.Description), Connection{r})
		f.Directives = g.deprecated(r.directives)
	}
}

// relatedSort is shared by the relationships that lead to the same type and have the same properties.
func (g *generator) relatedSort(r *Relationship) string {
	target, edge := r.Target.TypeName(), ""
	if r.Edge != nil && !r.Declared && len(aggregateSortable(r.Edge.Properties)) > 0 {
		edge = r.Edge.Name
	}
	name := target + edge + "AggregateSort"
	return g.once(ast.InputObject, target+edge+"ConnectionAggregateSort", "What to sort by over related "+target+" nodes.", func(def *ast.Definition) {
		g.add(def, "aggregate", g.once(ast.InputObject, name, "Which aggregate over related "+target+" nodes to sort by: one an object.", func(def *ast.Definition) {
			g.add(def, "count", g.countSort(), "How many there are.", Count)
			if properties := propertiesOf(r.Target); len(aggregateSortable(properties)) > 0 {
				g.add(def, "node", g.aggregateSorts(target, properties), "An aggregate over a property of the nodes.", EdgeNode)
			}
			if edge != "" {
				g.add(def, "edge", g.aggregateSorts(edge, r.Edge.Properties), "An aggregate over a property of the relationships.", EdgeProperties)
			}
		}), "An aggregate over all of them.", Aggregate)
	})
}

func (g *generator) countSort() string {
	return g.once(ast.InputObject, "CountSort", "Which count to sort by.", func(def *ast.Definition) {
		g.add(def, "nodes", g.direction(), "How many nodes, each counted once.", CountNodes)
		g.add(def, "edges", g.direction(), "How many relationships.", CountEdges)
	})
}

func aggregateSortable(properties []*Property) []*Property {
	var list []*Property
	for _, p := range properties {
		if p.sortable && p.aggregateFilterable() {
			list = append(list, p)
		}
	}
	return list
}

// aggregateSorts is the sort by aggregates over the properties of a type.
func (g *generator) aggregateSorts(of string, properties []*Property) string {
	return g.once(ast.InputObject, of+"AggregateValueSort", "Which aggregate over "+of+" to sort by: one an object.", func(def *ast.Definition) {
		for _, p := range aggregateSortable(properties) {
			g.add(def, p.Name, g.aggregateSort(p.Type.Scalar), p.Description, p).Directives = g.deprecated(p.directives)
		}
	})
}

// aggregateSort is IntAggregateSort and the like.
func (g *generator) aggregateSort(s Scalar) string {
	name := string(s)
	return g.once(ast.InputObject, name+"AggregateSort", "Which aggregate over "+name+" values to sort by.", func(def *ast.Definition) {
		by := func(field, description string, a Aggregation) { g.add(def, field, g.direction(), description, a) }
		by("min", "The smallest.", Min)
		by("max", "The greatest.", Max)
		switch s {
		case Int, Float, BigInt:
			by("average", "The mean.", Average)
			by("sum", "The sum.", Sum)
		case String:
			by("averageLength", "The mean length, in Unicode code points.", AverageLength)
			by("shortestLength", "The length of the shortest, in Unicode code points.", Shortest)
			by("longestLength", "The length of the longest, in Unicode code points.", Longest)
		}
	})
}

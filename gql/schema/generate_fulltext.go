package schema

import "github.com/vektah/gqlparser/v2/ast"

// fullText makes the root fields of a node's full-text indexes.
func (g *generator) fullText(n *Node) {
	for _, ft := range n.FullTexts {
		texts := ""
		for i, p := range ft.Properties {
			if i > 0 {
				texts += ", "
			}
			texts += p.Name
		}
		f := g.add(g.api.Query, ft.Name, g.searchConnection(n)+"!", "Searches the texts of "+n.Name+" nodes ("+texts+"), the best match first.", ft)
		f.Arguments = ast.ArgumentDefinitionList{
			g.argument(ArgPhrase, "String!", "What to search for, in the query syntax of Apache Lucene."),
			g.argument(ArgWhere, g.searchWhere(n), "What the nodes and their scores must be; all where not given."),
			g.argument(ArgSort, "["+g.searchSort(n)+"!]", "What to sort by, the first before the next; by score, the best first, where not given."),
			g.argument(ArgFirst, "Int", "How many at most."+limitDescription(n)),
			g.argument(ArgAfter, "String", "The cursor after which to go on; the start where not given."),
		}
	}
}

func (g *generator) searchConnection(n *Node) string {
	return g.once(ast.Object, upperFirst(n.Plural)+"IndexConnection", "A page of the "+n.Name+" nodes found.", func(def *ast.Definition) {
		edge := g.define(ast.Object, upperFirst(n.Singular)+"IndexEdge", "A "+n.Name+" found, and how well it matches.")
		g.add(edge, "cursor", "String!", describeCursor, Cursor)
		g.add(edge, "node", n.Name+"!", "The node.", EdgeNode)
		g.add(edge, "score", "Float!", "How well it matches: comparable within one search only.", Score)
		g.add(def, "totalCount", "Int!", describeTotalCount, TotalCount)
		g.add(def, "pageInfo", g.pageInfo()+"!", describePageInfo, PageInfo)
		g.add(def, "edges", "["+edge.Name+"!]!", describeEdges, Edges)
	})
}

func (g *generator) searchWhere(n *Node) string {
	return g.once(ast.InputObject, upperFirst(n.Singular)+"IndexWhere", "What a "+n.Name+" found, and its score, must be.", func(def *ast.Definition) {
		score := g.once(ast.InputObject, "FloatWhere", "Between which values a number must be.", func(def *ast.Definition) {
			g.add(def, "min", "Float", "Greater than or equal to it.", ScoreMin)
			g.add(def, "max", "Float", "Less than or equal to it.", ScoreMax)
		})
		g.add(def, "score", score, "How well it must match.", Score)
		g.add(def, "node", n.Name+"Where", "What the node must be.", EdgeNode)
	})
}

func (g *generator) searchSort(n *Node) string {
	return g.once(ast.InputObject, upperFirst(n.Singular)+"IndexSort", "What to sort the "+n.Name+" nodes found by: one field an object.", func(def *ast.Definition) {
		g.add(def, "score", g.direction(), "How well it matches.", Score)
		if g.sortable(n) {
			g.add(def, "node", n.Name+"Sort", "A field of the node.", EdgeNode)
		}
	})
}

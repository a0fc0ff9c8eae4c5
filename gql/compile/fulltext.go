package compile

import (
	"concord/cypher"
	"concord/gql/plan"
)

// search finds rows by a full-text index. An index may hold nodes of other labels too.
func (c *compiler) search(r *plan.Rows) found {
	f := found{bound: bound{node: variable(r.From.Target), members: r.From.Members, score: &cypher.Variable{Hint: "score"}}}
	f.clauses = cypher.Query{cypher.Procedure{
		Name: "db.index.fulltext.queryNodes",
		Arguments: []cypher.Expression{
			&cypher.Parameter{Hint: "index", Value: r.From.FullText.Index},
			&cypher.Parameter{Hint: "phrase", Value: r.From.FullText.Phrase},
		},
		Yield: []cypher.Item{{Column: "node", As: f.bound.node}, {Column: "score", As: f.bound.score}},
	}}
	f.where(cypher.AllOf(is(f.bound.node, r.From.Members), c.filter(r.Where, f.bound)))
	return f
}

// Package compile turns a plan into one Cypher statement.
//
// It owns how each piece of a plan is said in Cypher: one file per feature. Whatever the
// depth of the operation and the number of its root fields, there is one statement, which
// reads one snapshot and returns one row in the answer's shape (package plan, "The row").
// Every value is a parameter; the text depends on the operation's shape only. The package
// decides nothing: where to start and what to count stands in the plan. It is pure.
package compile

import (
	"errors"

	"concord/cypher"
	"concord/gql/plan"
	"concord/gql/schema"
)

// ErrNothingToAsk means that a plan has no root: the operation asks for introspection only.
var ErrNothingToAsk = errors.New("the operation asks nothing of the database; answer it from the schema")

// Compile turns a plan made with the same schema into a statement with one row, whose
// columns are the response keys of the root fields. Parameters hold what [cypher.Statement] lists.
func Compile(s *schema.Schema, p *plan.Plan) (cypher.Statement, error) {
	return compile(p, false)
}

// Carefully is [Compile] for data that is not as the schema says, where the database would
// refuse to reckon with a value: a statement that tests the type of each before. The wrong
// values stand in the row, for whoever reads it to report.
func Carefully(s *schema.Schema, p *plan.Plan) (cypher.Statement, error) {
	return compile(p, true)
}

func compile(p *plan.Plan, careful bool) (cypher.Statement, error) {
	if len(p.Roots) == 0 {
		return cypher.Statement{}, ErrNothingToAsk
	}
	c := &compiler{
		careful: careful, budget: int64(p.Budget), fragments: map[*schema.Cypher]*cypher.Fragment{},
		constants: map[*plan.Constant]*cypher.Parameter{}, offsets: map[*plan.Rows]*cypher.Parameter{}, limits: map[*plan.Rows]*cypher.Parameter{},
	}
	c.all = &cypher.Parameter{Hint: "budget", Value: c.budget + 1}
	var items []cypher.Item
	for _, r := range p.Roots {
		items = append(items, cypher.Item{Value: c.value(r.Value, bound{}), Column: r.Key})
	}
	st, err := cypher.Print(cypher.Query{cypher.Return{Items: items}})
	return st, errors.Join(append(c.errs, err)...)
}

// compiler holds what is shared by the whole statement.
type compiler struct {
	careful   bool
	budget    int64
	all       *cypher.Parameter // the limit of lists that have none of their own
	fragments map[*schema.Cypher]*cypher.Fragment
	constants map[*plan.Constant]*cypher.Parameter
	offsets   map[*plan.Rows]*cypher.Parameter
	limits    map[*plan.Rows]*cypher.Parameter
	errs      []error
}

// bound is what the variables at hand stand for: a node that can be one of members, and
// the relationship that led to it from its owner, or nil.
type bound struct {
	node    *cypher.Variable
	members []*schema.Node
	edge    *cypher.Variable
	owner   *cypher.Variable
	score   *cypher.Variable
}

func (b bound) subject(s plan.Subject) *cypher.Variable {
	if s == plan.Edge {
		return b.edge
	}
	return b.node
}

// value is the expression for what stands under a response key.
func (c *compiler) value(v plan.Value, b bound) cypher.Expression {
	switch v := v.(type) {
	case plan.Stored:
		return c.stored(v, b)
	case *plan.List:
		return c.list(v, b)
	case *plan.Connection:
		return c.connection(v, b)
	case *plan.Computed:
		return c.computed(v, b)
	}
	return cypher.Null
}

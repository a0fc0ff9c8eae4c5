package server

import (
	"fmt"

	"concord/gql/plan"
	"concord/gql/schema"
)

// costs counts the nodes that an operation asks for by the limits that it states: lists
// within each other multiply. A list without a limit counts as one node; the budget of
// one list, the bytes of the answer, and time hold it.
type costs struct {
	schema *schema.Schema
	known  map[*plan.Selection]int // selections are shared
}

// costMost is where sums and products stop growing: two of them multiply within an int64.
const costMost = 1 << 31

// of gives the nodes that a selection asks for, for one value that it is made on.
func (c *costs) of(s *plan.Selection) int {
	if s == nil {
		return 0
	}
	if n, ok := c.known[s]; ok {
		return n
	}
	most := 0
	for _, concrete := range s.On { // a value has one type
		sum := 0
		for _, f := range concrete.Fields {
			sum = min(sum+c.field(f), costMost)
		}
		most = max(most, sum)
	}
	c.known[s] = most
	return most
}

func (c *costs) field(f *plan.Field) int {
	inner := c.of(f.Select)
	switch c.schema.Meaning(f.Definition).(type) {
	case schema.List, *schema.Relationship, schema.RootConnection, schema.Connection, *schema.FullText:
		return min(c.stated(f)*(1+inner), costMost)
	}
	return inner
}

func (c *costs) stated(f *plan.Field) int {
	for _, name := range []string{schema.ArgLimit, schema.ArgFirst} {
		if n, ok := f.Arguments[name].(int64); ok && n > 0 {
			return int(min(n, costMost))
		}
	}
	return 1
}

// costly refuses an operation whose stated limits multiply to more nodes than most.
func (e *Engine) costly(op *plan.Operation) []Error {
	c := &costs{schema: e.schema, known: map[*plan.Selection]int{}}
	n := c.of(op.Select)
	if n <= e.limits.Nodes {
		return nil
	}
	got := fmt.Sprint(n)
	if n >= costMost {
		got = "over two billion"
	}
	return []Error{{
		Message:    fmt.Sprintf("the query's limits allow %s nodes and at most %d are accepted; lower limit or first where lists stand within each other", got, e.limits.Nodes),
		Extensions: map[string]any{"code": "TOO_MANY_NODES", "limit": e.limits.Nodes, "actual": n},
	}}
}

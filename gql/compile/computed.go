package compile

import (
	"fmt"

	"concord/cypher"
	"concord/gql/plan"
	"concord/gql/schema"
)

// computed is the result of a field with @cypher: its statement in a subquery, and what is
// asked of the columns.
func (c *compiler) computed(v *plan.Computed, b bound) cypher.Expression {
	m := v.Cypher
	run := c.run(m, v.Arguments, b.subject(v.Subject))
	var q cypher.Query
	var here []*cypher.Variable
	var row cypher.Expression
	if m.Column == "" {
		q, here, row = c.columns(run, v.Result.Columns)
	} else {
		column := rowVariable(m.Column, m.Result)
		q = append(cypher.Query{run}, c.take(m.Column, column, m.Result.List)...)
		row, here = c.shaped(v.Result, column, m.Result), []*cypher.Variable{column}
	}
	q = project(q, here, row)
	if m.Result.List {
		return cypher.Collect{Query: q}
	}
	return first(q)
}

// run is a statement as a subquery.
func (c *compiler) run(m *schema.Cypher, arguments map[string]any, this *cypher.Variable) cypher.Subquery {
	in := cypher.Inline{Fragment: c.fragment(m), Arguments: map[string]cypher.Expression{}}
	s := cypher.Subquery{}
	if m.This && this != nil {
		in.This = this
		s.Import = []*cypher.Variable{this}
	}
	for _, a := range m.Arguments {
		in.Arguments[a.Name] = &cypher.Parameter{Hint: a.Name, Value: stored(arguments[a.Name], schema.Scalar(a.Definition.Type.Name()))}
	}
	s.Bodies = []cypher.Query{{in}}
	return s
}

func (c *compiler) fragment(m *schema.Cypher) *cypher.Fragment {
	f := c.fragments[m]
	if f == nil {
		var err error
		if f, err = cypher.ParseFragment(m.Statement); err != nil {
			c.errs = append(c.errs, fmt.Errorf("the statement of %s: %w", m.Name, err))
			f = &cypher.Fragment{}
		}
		c.fragments[m] = f
	}
	return f
}

// take gives the column of a statement a name of ours, and bounds it. A list may come as
// rows or as one list: UNWIND takes both.
func (c *compiler) take(column string, as *cypher.Variable, list bool) cypher.Query {
	theirs := cypher.Column(column)
	if list {
		return cypher.Query{
			cypher.Unwind{List: theirs, As: as},
			cypher.With{Items: cypher.Of(as), Limit: c.all},
		}
	}
	return cypher.Query{cypher.With{Items: []cypher.Item{{Value: theirs, As: as}}, Limit: cypher.Integer(1)}}
}

// shaped is what is asked of a value: the value itself, fields of a node, or the keys of a map.
func (c *compiler) shaped(shape plan.ResultShape, v *cypher.Variable, r schema.Result) cypher.Expression {
	var value cypher.Expression
	switch {
	case shape.Object != nil:
		value = c.object(shape.Object, bound{node: v, members: r.Target.Members()})
	case shape.Columns != nil:
		m := cypher.Map{}
		for _, k := range shape.Columns {
			m = append(m, cypher.Entry{Key: k.Key, Value: c.column(k, cypher.Property{Of: v, Key: k.Field.Column})})
		}
		value = m
	default:
		return v
	}
	if r.List {
		return value // UNWIND has dropped what is null
	}
	return unlessNull(v, value)
}

func unlessNull(of, value cypher.Expression) cypher.Expression {
	return cypher.Case{Whens: []cypher.When{{If: cypher.IsNotNull{Of: of}, Then: value}}}
}

// columns is what is asked of a row type whose fields are the columns of the statement.
func (c *compiler) columns(run cypher.Subquery, keys []plan.ColumnKey) (cypher.Query, []*cypher.Variable, cypher.Expression) {
	m := cypher.Map{}
	var items []cypher.Item
	names := map[string]*cypher.Variable{}
	for _, k := range keys {
		v := names[k.Field.Column]
		if v == nil {
			v = columnVariable(k.Field.Column, k.Field.Result)
			names[k.Field.Column] = v
			items = append(items, cypher.Item{Value: cypher.Column(k.Field.Column), As: v})
		}
		m = append(m, cypher.Entry{Key: k.Key, Value: c.column(k, v)})
	}
	if len(items) == 0 {
		items = []cypher.Item{{Value: cypher.Integer(1), As: &cypher.Variable{Hint: "row"}}}
	}
	return cypher.Query{run, cypher.With{Items: items, Limit: c.all}}, variables(items), m
}

// column is a field of a row type: of a column, or of a key in a map.
func (c *compiler) column(k plan.ColumnKey, value cypher.Expression) cypher.Expression {
	if k.Result.Object == nil && k.Result.Columns == nil {
		return value
	}
	r := k.Field.Result
	if r.List {
		item := rowVariable("item", r)
		q := cypher.Query{cypher.Unwind{List: value, As: item}, cypher.With{Items: cypher.Of(item), Limit: c.all}}
		return cypher.Collect{Query: project(q, []*cypher.Variable{item}, c.shaped(k.Result, item, r))}
	}
	if v, ok := value.(*cypher.Variable); ok {
		return c.shaped(k.Result, v, r)
	}
	item := rowVariable("item", r)
	q := cypher.Query{cypher.With{Items: []cypher.Item{{Value: value, As: item}}}}
	return first(project(q, []*cypher.Variable{item}, c.shaped(k.Result, item, r)))
}

// rowVariable names one value of a result: after the type of the node, else after the column.
func rowVariable(column string, r schema.Result) *cypher.Variable {
	if r.Target != nil {
		return variable(r.Target)
	}
	return &cypher.Variable{Hint: column}
}

// columnVariable names a column, which may hold a whole list.
func columnVariable(column string, r schema.Result) *cypher.Variable {
	if r.List {
		return &cypher.Variable{Hint: column}
	}
	return rowVariable(column, r)
}

// result is the scalar result of a statement, for filters and sorts.
func (c *compiler) result(m *schema.Cypher, arguments map[string]any, this *cypher.Variable) cypher.Expression {
	v := &cypher.Variable{Hint: m.Column}
	return first(cypher.Query{
		c.run(m, arguments, this),
		cypher.Return{Items: []cypher.Item{{Value: cypher.Column(m.Column), As: v}}, Limit: cypher.Integer(1)},
	})
}

// resultFilter says how many of the nodes that a statement returns match.
func (c *compiler) resultFilter(f plan.ResultNodes, b bound) cypher.Expression {
	rows := func(negated bool) cypher.Query {
		node := bound{node: variable(f.Cypher.Result.Target), members: f.Cypher.Result.Target.Members()}
		where := c.filter(f.Where, node)
		if negated {
			where = cypher.Not{Of: where}
		}
		return cypher.Query{
			c.run(f.Cypher, nil, b.subject(f.Subject)),
			cypher.Unwind{List: cypher.Column(f.Cypher.Column), As: node.node},
			cypher.With{Items: cypher.Of(node.node), Where: where},
			cypher.Return{Items: cypher.Of(node.node)},
		}
	}
	switch f.Quantifier {
	case schema.None:
		return cypher.Not{Of: cypher.Exists{Query: rows(false)}}
	case schema.All:
		if f.Where != nil {
			return cypher.And{cypher.Exists{Query: rows(false)}, cypher.Not{Of: cypher.Exists{Query: rows(true)}}}
		}
	case schema.Single:
		return cypher.Comparison{Left: cypher.Count{Query: rows(false)}, Operator: cypher.Equal, Right: cypher.Integer(1)}
	}
	return cypher.Exists{Query: rows(false)}
}

package compile

import (
	"slices"
	"strings"

	"concord/cypher"
	"concord/gql/plan"
	"concord/gql/schema"
)

// found are clauses that bind rows, and what they bind. With distinct, the clauses may
// find a node several times where it is to be taken once.
type found struct {
	clauses  cypher.Query
	bound    bound
	distinct bool
}

// find is how rows are found and filtered: by a walk from another end, over relationships
// from the node at hand, by a full-text index, or by their label.
func (c *compiler) find(r *plan.Rows, from bound) found {
	switch {
	case r.Start != nil:
		return c.walk(r)
	case r.From.FullText != nil:
		return c.search(r)
	case r.From.Hops != nil:
		f := c.hop(r.From.Hops, from.node, needsEdge(r))
		f.where(c.filter(r.Where, f.bound))
		return f
	}
	f := found{bound: bound{node: variable(r.From.Target), members: r.From.Members}}
	f.clauses = cypher.Query{cypher.Match{Pattern: single(f.bound)}}
	f.where(c.filter(r.Where, f.bound))
	return f
}

func single(b bound) cypher.Pattern {
	return cypher.Pattern{Nodes: []cypher.Node{{Variable: b.node, Labels: labels(b.members)}}}
}

// where adds a condition to what has been found.
func (f *found) where(condition cypher.Expression) {
	if condition == nil {
		return
	}
	last := len(f.clauses) - 1
	if m, ok := f.clauses[last].(cypher.Match); ok {
		m.Where = cypher.AllOf(m.Where, condition)
		f.clauses[last] = m
		return
	}
	f.clauses = append(f.clauses, cypher.With{Items: cypher.Of(f.variables()...), Where: condition})
}

func (f *found) variables() []*cypher.Variable {
	vs := []*cypher.Variable{f.bound.node}
	if f.bound.edge != nil {
		vs = append(vs, f.bound.edge)
	}
	if f.bound.score != nil {
		vs = append(vs, f.bound.score)
	}
	return vs
}

// hop walks relationships from a node. Where the way depends on the node's type, each
// type's is a branch of a union. Edge asks for the relationships to be bound.
func (c *compiler) hop(hops []plan.Hop, from *cypher.Variable, edge bool) found {
	f := found{bound: bound{node: variable(hops[0].Relationship.Target), owner: from}}
	for _, h := range hops {
		for _, n := range h.Relationship.Target.Members() {
			if !slices.Contains(f.bound.members, n) {
				f.bound.members = append(f.bound.members, n)
			}
		}
	}
	if edge {
		f.bound.edge = edgeVariable(hops[0].Relationship)
	}
	if len(hops) == 1 && hops[0].Owners == nil {
		f.clauses = cypher.Query{cypher.Match{Pattern: step(hops[0].Relationship, from, nil, f.bound)}}
		return f
	}
	union := cypher.Subquery{Import: []*cypher.Variable{from}, All: true}
	for _, h := range hops {
		own := f.bound
		own.members = h.Relationship.Target.Members()
		union.Bodies = append(union.Bodies, cypher.Query{
			cypher.With{Items: cypher.Of(from), Where: is(from, h.Owners)},
			cypher.Match{Pattern: step(h.Relationship, from, nil, own)},
			cypher.Return{Items: cypher.Of(f.variables()...)},
		})
	}
	f.clauses = cypher.Query{union}
	return f
}

// step is the pattern of a relationship from its owner to its target.
func step(r *schema.Relationship, owner *cypher.Variable, ownerLabels cypher.Labels, to bound) cypher.Pattern {
	return cypher.Pattern{
		Nodes:         []cypher.Node{{Variable: owner, Labels: ownerLabels}, {Variable: to.node, Labels: labels(to.members)}},
		Relationships: []cypher.Relationship{{Variable: to.edge, Type: r.Type, Direction: direction(r)}},
	}
}

func direction(r *schema.Relationship) cypher.Direction {
	switch r.Direction {
	case schema.In:
		return cypher.Left
	case schema.Out:
		return cypher.Right
	}
	return cypher.Either
}

// cut keeps what is asked of the rows, in order: it stands before anything is projected,
// so that only the rows kept are looked at further.
func (c *compiler) cut(f found, r *plan.Rows, limit cypher.Expression) cypher.Query {
	w := cypher.With{Distinct: f.distinct, Items: cypher.Of(f.variables()...), Order: c.order(r.Sort, f.bound), Limit: limit}
	if keys := (lifting{}); slices.ContainsFunc(w.Order, func(s cypher.Sort) bool { return cypher.Aggregates(s.By) }) {
		for i := range w.Order {
			w.Order[i].By = keys.bind(w.Order[i].By, "key")
		}
		f.clauses = append(f.clauses, cypher.With{Items: append(slices.Clone(w.Items), keys.items...)})
		w.Items = append(w.Items, cypher.Of(variables(keys.items)...)...)
	}
	if r.Skip > 0 {
		w.Skip = c.offset(r)
	}
	return append(f.clauses, w)
}

func (c *compiler) order(keys []plan.Sort, b bound) []cypher.Sort {
	var order []cypher.Sort
	for _, k := range keys {
		order = append(order, cypher.Sort{By: c.sortKey(k, b), Descending: k.Descending})
	}
	return order
}

func (c *compiler) sortKey(k plan.Sort, b bound) cypher.Expression {
	if kind := k.Kind; !kind.All() {
		k.Kind = plan.Kind{}
		return cypher.Case{Whens: []cypher.When{{If: ofKind(kind, b), Then: c.sortKey(k, b)}}}
	}
	switch {
	case k.Score:
		return b.score
	case k.ElementID:
		return call("elementId", b.subject(k.Subject))
	case k.Cypher != nil:
		return c.result(k.Cypher, nil, b.subject(k.Subject))
	case k.Related != nil:
		return c.relatedSort(k.Related, b)
	}
	return c.property(k.Property, b.subject(k.Subject), b)
}

// limit is how many rows are read at most: what is asked, and never more than one beyond the budget.
func (c *compiler) limit(r *plan.Rows, name string) cypher.Expression {
	if r.Limit == nil {
		return c.all
	}
	p := c.limits[r]
	if p == nil {
		p = &cypher.Parameter{Hint: name, Value: min(*r.Limit, c.budget+1)}
		c.limits[r] = p
	}
	return p
}

// offset is how many rows are left out at the beginning.
func (c *compiler) offset(r *plan.Rows) cypher.Expression {
	p := c.offsets[r]
	if p == nil {
		p = &cypher.Parameter{Hint: "offset", Value: r.Skip}
		c.offsets[r] = p
	}
	return p
}

func (c *compiler) list(l *plan.List, from bound) cypher.Expression {
	f := c.find(l.Rows, from)
	f.bound.edge = nil
	f.distinct = f.distinct || len(l.Rows.From.Hops) > 0
	limit := c.limit(l.Rows, "limit")
	if l.Single {
		limit = cypher.Integer(1)
	}
	q := project(c.cut(f, l.Rows, limit), f.variables(), c.object(l.Object, f.bound))
	if l.Single {
		return cypher.Call{Function: "head", Arguments: []cypher.Expression{cypher.Collect{Query: q}}}
	}
	return cypher.Collect{Query: q}
}

// variable is a new variable for a node, named after its type.
func variable(t schema.Target) *cypher.Variable {
	hint := "node"
	switch t := t.(type) {
	case *schema.Node:
		hint = t.Singular
	case *schema.Interface:
		hint = t.Singular
	case *schema.Union:
		hint = t.Singular
	}
	return &cypher.Variable{Hint: hint}
}

func edgeVariable(r *schema.Relationship) *cypher.Variable {
	hint := "relationship"
	if r.Edge != nil {
		hint = lowerFirst(r.Edge.Name)
	}
	return &cypher.Variable{Hint: hint}
}

func lowerFirst(name string) string {
	return strings.ToLower(name[:1]) + name[1:]
}

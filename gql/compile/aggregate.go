package compile

import (
	"concord/cypher"
	"concord/gql/plan"
	"concord/gql/schema"
)

// aggregate gives what an aggregate binds and the map made from it, with the total among
// it if asked for. Below a node, values of nodes are over nodes, each once, and everything else
// over relationships: where both are asked for, two subqueries read them, else one.
func (c *compiler) aggregate(keys []plan.AggregateKey, k *plan.Connection, from bound, total bool) (bindings []cypher.Item, value, count cypher.Expression) {
	nodes, edges := split(keys, k.Nested)
	if total {
		edges = append(edges, plan.AggregateKey{})
		if !k.Nested {
			nodes, edges = append(nodes, edges...), nil
		}
	}
	m := map[string]cypher.Expression{}
	for _, group := range []struct {
		keys     []plan.AggregateKey
		hint     string
		distinct bool
	}{{nodes, "aggregated", true}, {edges, "counted", false}} {
		if len(group.keys) == 0 {
			continue
		}
		v := &cypher.Variable{Hint: group.hint}
		bindings = append(bindings, cypher.Item{Value: c.aggregated(group.keys, k, from, group.distinct), As: v})
		for _, key := range group.keys {
			if key.Key == "" {
				count = cypher.Property{Of: v, Key: "totalCount"}
				continue
			}
			m[key.Key] = cypher.Property{Of: v, Key: key.Key}
		}
	}
	var out cypher.Map
	for _, key := range keys {
		out = append(out, cypher.Entry{Key: key.Key, Value: m[key.Key]})
	}
	return bindings, out, count
}

// split tells what is aggregated over nodes from what is over relationships. Counting nodes
// goes with either.
func split(keys []plan.AggregateKey, nested bool) (nodes, edges []plan.AggregateKey) {
	for _, key := range keys {
		over := false
		for _, n := range key.Counts {
			over = over || n.Edges
		}
		for _, v := range key.Values {
			over = over || v.Subject == plan.Edge
		}
		if over && nested {
			edges = append(edges, key)
		} else {
			nodes = append(nodes, key)
		}
	}
	return nodes, edges
}

// aggregated is the map of aggregates over the rows of a connection. The key without a name is
// the number of rows.
func (c *compiler) aggregated(keys []plan.AggregateKey, k *plan.Connection, from bound, distinct bool) cypher.Expression {
	f := c.findAll(k, from, !distinct)
	if distinct && (f.distinct || k.Nested) {
		f.clauses = append(f.clauses, cypher.With{Distinct: true, Items: cypher.Of(f.bound.node)})
	}
	m := cypher.Map{}
	for _, key := range keys {
		entry := cypher.Entry{Key: key.Key}
		switch {
		case key.Key == "":
			entry = cypher.Entry{Key: "totalCount", Value: call("count", f.counted(!distinct))}
		case key.Counts != nil:
			counts := cypher.Map{}
			for _, n := range key.Counts {
				counts = append(counts, cypher.Entry{Key: n.Key, Value: count(f, n.Edges, !distinct)})
			}
			entry.Value = counts
		default:
			values := cypher.Map{}
			for _, v := range key.Values {
				of := c.property(v.Property, f.bound.subject(v.Subject), f.bound)
				parts := cypher.Map{}
				for _, a := range v.Aggregations {
					types := reckoned(a.Of, v.Property)
					value := aggregation(a.Of, c.only(of, types...), false)
					if a.Of == schema.Average && v.Property.Type.Scalar == schema.BigInt {
						value = call("toInteger", call("round", value)) // the API has it as BigInt
					}
					value = c.orWrong(value, of, types)
					parts = append(parts, cypher.Entry{Key: a.Key, Value: value})
				}
				values = append(values, cypher.Entry{Key: v.Key, Value: parts})
			}
			entry.Value = values
		}
		m = append(m, entry)
	}
	if !cypher.Aggregates(m) {
		return m // of __typename alone: a RETURN without an aggregate has a row for each row, or none
	}
	return first(append(f.clauses, cypher.Return{Items: []cypher.Item{{Value: m}}}))
}

func count(f found, edges, rowsAreEdges bool) cypher.Expression {
	if edges {
		return call("count", f.bound.edge)
	}
	return cypher.Call{Function: "count", Distinct: rowsAreEdges, Arguments: []cypher.Expression{f.bound.node}}
}

// counted is what stands for a row.
func (f found) counted(edges bool) cypher.Expression {
	if edges && f.bound.edge != nil {
		return f.bound.edge
	}
	return f.bound.node
}

// findAll finds the rows of a connection, with the relationships bound if asked for.
func (c *compiler) findAll(k *plan.Connection, from bound, edge bool) found {
	if k.Rows.From.Hops == nil || k.Rows.Start != nil {
		return c.find(k.Rows, from)
	}
	f := c.hop(k.Rows.From.Hops, from.node, edge || needsEdge(k.Rows))
	f.where(c.filter(k.Rows.Where, f.bound))
	return f
}

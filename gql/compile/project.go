package compile

import "concord/cypher"

// project ends a query with a row for each of its rows: a map in which every other
// expression may be a subquery. Those that aggregate are bound before ([cypher.Aggregates]).
func project(q cypher.Query, rows []*cypher.Variable, row cypher.Expression) cypher.Query {
	l := lifting{}
	row = l.lift(row)
	if len(l.items) > 0 {
		q = append(q, cypher.With{Items: append(cypher.Of(rows...), l.items...)})
	}
	return append(q, cypher.Return{Items: []cypher.Item{{Value: row}}})
}

type lifting struct{ items []cypher.Item }

func (l *lifting) lift(e cypher.Expression) cypher.Expression {
	if !cypher.Aggregates(e) {
		return e
	}
	m, ok := e.(cypher.Map)
	if !ok {
		return l.bind(e, "value")
	}
	out := make(cypher.Map, len(m))
	for i, entry := range m {
		out[i] = entry
		switch entry.Value.(type) {
		case cypher.Map:
			out[i].Value = l.lift(entry.Value)
		default:
			if cypher.Aggregates(entry.Value) {
				out[i].Value = l.bind(entry.Value, entry.Key)
			}
		}
	}
	return out
}

func (l *lifting) bind(e cypher.Expression, hint string) cypher.Expression {
	v := &cypher.Variable{Hint: hint}
	l.items = append(l.items, cypher.Item{Value: e, As: v})
	return v
}

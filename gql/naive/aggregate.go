package naive

import (
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/ast"

	"concord/gql/schema"
)

// aggregate is counts and aggregates over rows: of nodes over each node once, of
// relationships over each relationship.
func (r *run) aggregate(rows []reached) any {
	return shape{func(f field) any {
		switch schema.Part(f.Name) {
		case schema.Count:
			return shape{func(f field) any {
				if schema.Part(f.Name) == schema.CountNodes {
					return int64(len(distinct(rows)))
				}
				return int64(len(rows))
			}}
		case schema.EdgeNode:
			return r.aggregates(f, distinct(rows), false)
		default:
			return r.aggregates(f, rows, true)
		}
	}}
}

func (r *run) aggregates(f field, rows []reached, edge bool) any {
	def := r.Schema.API.Types[f.def.Type.Name()]
	return shape{func(f field) any {
		p := r.Schema.Meaning(def.Fields.ForName(f.Name)).(*schema.Property)
		return shape{func(f field) any {
			values := r.values(rows, p, edge)
			switch by := schema.Aggregation(f.Name); by {
			case schema.Shortest, schema.Longest:
				return extremeText(values, by == schema.Longest)
			default:
				return over(values, by)
			}
		}}
	}}
}

// values are the values of a property that are there.
func (r *run) values(rows []reached, p *schema.Property, edge bool) []any {
	var values []any
	for _, at := range rows {
		if v := r.property(at, p, edge); v != nil {
			values = append(values, v)
		}
	}
	return values
}

func over(values []any, by schema.Aggregation) any {
	if len(values) == 0 {
		if by == schema.Sum {
			return int64(0)
		}
		return nil
	}
	switch by {
	case schema.Sum:
		return sum(values)
	case schema.Average:
		return toFloat(sum(values)) / float64(len(values))
	}
	best := values[0]
	for _, v := range values[1:] {
		if c := sorted(v, best); by == schema.Max && c > 0 || by == schema.Min && c < 0 {
			best = v
		}
	}
	return best
}

func sum(values []any) any {
	var whole int64
	var real float64
	isWhole := true
	for _, v := range values {
		if i, ok := v.(int64); ok {
			whole += i
		} else {
			isWhole = false
		}
		real += toFloat(v)
	}
	if isWhole {
		return whole
	}
	return real
}

// extremeText is the shortest text, or the longest; of several as long the first in order of the
// shortest, and the last of the longest.
func extremeText(values []any, longest bool) any {
	var best any
	for _, v := range values {
		if best == nil {
			best = v
			continue
		}
		c := size(v) - size(best)
		if c == 0 {
			c = int64(sorted(v, best))
		}
		if longest && c > 0 || !longest && c < 0 {
			best = v
		}
	}
	return best
}

func size(v any) int64 { return int64(utf8.RuneCountInString(v.(string))) }

// aggregateWhere tests a filter by aggregates. Edge is nil for conditions on the nodes;
// else it says of which relationships.
func (r *run) aggregateWhere(input *ast.Definition, v map[string]any, rows []reached, edge edges) (truth, bool) {
	var all conjunction
	for _, f := range input.Fields {
		if given := v[f.Name]; given != nil {
			all.add(r.aggregateCondition(f, given, rows, edge))
		}
	}
	return all.truth, all.said
}

// edges chooses rows by their relationships.
type edges func(reached) bool

func (r *run) aggregateCondition(f *ast.FieldDefinition, v any, rows []reached, edge edges) (truth, bool) {
	input := r.Schema.API.Types[f.Type.Name()]
	object, _ := v.(map[string]any)
	switch m := r.Schema.Meaning(f).(type) {
	case schema.Part:
		switch m {
		case schema.And, schema.Or, schema.Not:
			return logic(m, input, v, func(input *ast.Definition, v map[string]any) (truth, bool) {
				return r.aggregateWhere(input, v, rows, edge)
			})
		case schema.CountNodes:
			return r.allOperators(input, object, int64(len(distinct(rows))))
		case schema.CountEdges:
			return r.allOperators(input, object, int64(len(rows)))
		case schema.EdgeProperties:
			edge = func(reached) bool { return true }
		}
		return r.aggregateWhere(input, object, rows, edge)
	case *schema.Edge:
		return r.aggregateWhere(input, object, rows, func(at reached) bool { return at.by.Edge == m })
	case *schema.Property:
		return r.overProperty(input, object, m, rows, edge)
	}
	return no, true
}

func (r *run) overProperty(input *ast.Definition, v map[string]any, p *schema.Property, rows []reached, edge edges) (truth, bool) {
	if edge == nil {
		rows = distinct(rows)
	} else {
		var own []reached
		for _, at := range rows {
			if edge(at) {
				own = append(own, at)
			}
		}
		rows = own
	}
	values := r.values(rows, p, edge != nil)
	var all conjunction
	for _, f := range input.Fields {
		object, given := v[f.Name].(map[string]any)
		if !given {
			continue
		}
		var value any
		switch by := r.Schema.Meaning(f).(schema.Aggregation); by {
		case schema.Shortest:
			value = over(sizes(values), schema.Min)
		case schema.Longest:
			value = over(sizes(values), schema.Max)
		case schema.AverageLength:
			value = over(sizes(values), schema.Average)
		default:
			value = over(values, by)
		}
		all.add(r.allOperators(r.Schema.API.Types[f.Type.Name()], object, value))
	}
	return all.truth, all.said
}

func sizes(values []any) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = size(v)
	}
	return out
}

func (r *run) allOperators(input *ast.Definition, v map[string]any, value any) (truth, bool) {
	var all conjunction
	for _, f := range input.Fields {
		if op, ok := r.Schema.Meaning(f).(schema.Operator); ok && v[f.Name] != nil {
			all.add(operate(op, value, v[f.Name]), true)
		}
	}
	return all.truth, all.said
}

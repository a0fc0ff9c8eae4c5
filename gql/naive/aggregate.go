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

// aggregated are the rows that a filter aggregates over: nodes, or (edge) relationships.
type aggregated struct {
	rows []reached
	kind *schema.Edge // the properties of the relationships
	edge bool
}

// aggregateWhere tests a filter by aggregates.
func (r *run) aggregateWhere(input *ast.Definition, v map[string]any, of aggregated) (truth, bool) {
	var all conjunction
	for _, f := range input.Fields {
		if given := v[f.Name]; given != nil {
			all.add(r.aggregateCondition(f, given, of))
		}
	}
	return all.truth, all.said
}

func (r *run) aggregateCondition(f *ast.FieldDefinition, v any, of aggregated) (truth, bool) {
	input := r.Schema.API.Types[f.Type.Name()]
	object, _ := v.(map[string]any)
	switch m := r.Schema.Meaning(f).(type) {
	case schema.Part:
		switch m {
		case schema.And, schema.Or, schema.Not:
			return logic(m, input, v, func(input *ast.Definition, v map[string]any) (truth, bool) {
				return r.aggregateWhere(input, v, of)
			})
		case schema.CountNodes:
			return r.allOperators(input, object, int64(len(distinct(of.rows))))
		case schema.CountEdges:
			return r.allOperators(input, object, int64(len(of.rows)))
		case schema.EdgeProperties:
			of.edge = true
		}
		return r.aggregateWhere(input, object, of)
	case *schema.Edge:
		if of.kind != m {
			return yes, false
		}
		of.edge = true
		return r.aggregateWhere(input, object, of)
	case *schema.Property:
		return r.overProperty(input, object, m, of)
	}
	return no, true
}

func (r *run) overProperty(input *ast.Definition, v map[string]any, p *schema.Property, of aggregated) (truth, bool) {
	if !of.edge {
		of.rows = distinct(of.rows)
	}
	values := r.values(of.rows, p, of.edge)
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

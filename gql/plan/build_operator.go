package plan

import (
	"github.com/vektah/gqlparser/v2/ast"

	"concord/gql/schema"
)

// operand is what operators compare: a property of the subject, or the result of a statement on it.
type operand struct {
	property        *schema.Property
	subject         Subject
	cypher          *schema.Cypher
	caseInsensitive bool
}

// operators turns an input of operators, such as {gte: 2000, lt: 2010}, into a filter.
func (b *builder) operators(input *ast.Definition, object map[string]any, sc scope, of operand) Filter {
	var all []Filter
	for _, f := range input.Fields {
		v, given := object[f.Name]
		if !given {
			continue
		}
		own := sc.below(f.Name)
		switch m := b.s.Meaning(f).(type) {
		case schema.Operator:
			all = append(all, b.compare(of, m, v, own))
		case schema.Part:
			all = append(all, b.operatorPart(m, b.s.API.Types[f.Type.Name()], v, own, of))
		default:
			b.fail("%s is no operator; leave it out", own.path)
		}
	}
	return allOf(all...)
}

// operatorPart is an operator that holds others.
func (b *builder) operatorPart(m schema.Part, input *ast.Definition, v any, sc scope, of operand) Filter {
	object, ok := v.(map[string]any)
	if !ok {
		b.fail("%s is null; give its fields, or leave it out", sc.path)
		return nil
	}
	switch m {
	case schema.CaseInsensitive:
		of.caseInsensitive = true
		return b.operators(input, object, sc, of)
	case schema.Distance:
		return b.distance(input, object, sc, of)
	}
	b.fail("%s is no operator; leave it out", sc.path)
	return nil
}

// compare is one comparison. Only eq can be given null, which asks for what has no value.
func (b *builder) compare(of operand, op schema.Operator, v any, sc scope) Filter {
	switch {
	case v == nil && op != schema.OpEq:
		b.fail("%s is null, which no value can be compared with; write {eq: null} for what has no value, or leave it out", sc.path)
		return nil
	case of.cypher != nil && v == nil:
		return Result{Subject: of.subject, Cypher: of.cypher, Operator: op}
	case of.cypher != nil:
		return Result{of.subject, of.cypher, op, &Constant{v}, of.caseInsensitive}
	case v == nil:
		return Null{of.subject, of.property}
	}
	return Compare{of.subject, of.property, op, &Constant{v}, of.caseInsensitive}
}

func (b *builder) distance(input *ast.Definition, object map[string]any, sc scope, of operand) Filter {
	var from map[string]any
	for _, f := range input.Fields {
		if b.s.Meaning(f) == schema.From {
			from, _ = object[f.Name].(map[string]any)
		}
	}
	if from == nil || of.property == nil {
		b.fail("%s has no point to measure from; give it", sc.path)
		return nil
	}
	var all []Filter
	point := &Constant{from}
	for _, f := range input.Fields {
		op, isOperator := b.s.Meaning(f).(schema.Operator)
		v, given := object[f.Name]
		if !isOperator || !given {
			continue
		}
		if v == nil {
			b.fail("%s.%s is null; give a number, or leave it out", sc.path, f.Name)
			continue
		}
		all = append(all, Distance{of.subject, of.property, point, op, &Constant{v}})
	}
	return allOf(all...)
}

// score is the filter on the score of a full-text search: {min, max}.
func (b *builder) score(input *ast.Definition, object map[string]any) Filter {
	var all []Filter
	for _, f := range input.Fields {
		v := object[f.Name]
		if v == nil {
			continue
		}
		switch b.s.Meaning(f) {
		case schema.ScoreMin:
			all = append(all, Score{schema.OpGte, &Constant{v}})
		case schema.ScoreMax:
			all = append(all, Score{schema.OpLte, &Constant{v}})
		}
	}
	return allOf(all...)
}

// aggregateWhere is the filter on an aggregate: {count: {nodes, edges}, node, edge, AND, OR, NOT}.
func (b *builder) aggregateWhere(input *ast.Definition, object map[string]any, subject Subject, path string) Condition {
	var all AllConditions
	for _, f := range input.Fields {
		v := object[f.Name]
		if v == nil {
			continue
		}
		if c := b.aggregateCondition(b.s.Meaning(f), b.s.API.Types[f.Type.Name()], v, subject, path+"."+f.Name); c != nil {
			all = append(all, c)
		}
	}
	return reduce(all)
}

func reduce(all AllConditions) Condition {
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return all
}

func (b *builder) aggregateCondition(m schema.Meaning, input *ast.Definition, v any, subject Subject, path string) Condition {
	object, _ := v.(map[string]any)
	switch m := m.(type) {
	case schema.Part:
		switch m {
		case schema.And, schema.Or:
			return b.aggregateLogic(m, input, v, subject, path)
		case schema.Not:
			if c := b.aggregateWhere(input, object, subject, path); c != nil {
				return NotCondition{c}
			}
			return nil
		case schema.Count:
			return b.aggregateWhere(input, object, subject, path)
		case schema.CountNodes, schema.CountEdges:
			return b.numberOperators(input, object, path, func(op schema.Operator, v *Constant) Condition {
				return Counted{m == schema.CountEdges, op, v}
			})
		case schema.EdgeNode:
			return b.aggregateWhere(input, object, Node, path)
		case schema.EdgeProperties:
			return b.aggregateWhere(input, object, Edge, path)
		}
	case *schema.Edge:
		if b.otherKind(m) {
			return nil
		}
		return b.aggregateWhere(input, object, Edge, path)
	case *schema.Property:
		return b.aggregations(m, input, object, subject, path)
	}
	b.fail("%s is no filter; leave it out", path)
	return nil
}

func (b *builder) aggregateLogic(m schema.Part, input *ast.Definition, v any, subject Subject, path string) Condition {
	var of AllConditions
	list, _ := v.([]any)
	for _, item := range list {
		o, _ := item.(map[string]any)
		if c := b.aggregateWhere(input, o, subject, path); c != nil {
			of = append(of, c)
		}
	}
	if m == schema.Or && len(of) > 1 {
		return AnyCondition(of)
	}
	return reduce(of)
}

func (b *builder) aggregations(p *schema.Property, input *ast.Definition, object map[string]any, subject Subject, path string) Condition {
	var all AllConditions
	for _, f := range input.Fields {
		o, given := object[f.Name].(map[string]any)
		if !given {
			continue
		}
		by, ok := b.s.Meaning(f).(schema.Aggregation)
		if !ok {
			b.fail("%s.%s is no filter; leave it out", path, f.Name)
			continue
		}
		c := b.numberOperators(b.s.API.Types[f.Type.Name()], o, path+"."+f.Name, func(op schema.Operator, v *Constant) Condition {
			return Over{subject, p, by, op, v}
		})
		if c != nil {
			all = append(all, c)
		}
	}
	return reduce(all)
}

func (b *builder) numberOperators(input *ast.Definition, object map[string]any, path string, condition func(schema.Operator, *Constant) Condition) Condition {
	var all AllConditions
	for _, f := range input.Fields {
		v, given := object[f.Name]
		op, ok := b.s.Meaning(f).(schema.Operator)
		switch {
		case !given || !ok:
		case v == nil:
			b.fail("%s.%s is null; give a value, or leave it out", path, f.Name)
		default:
			all = append(all, condition(op, &Constant{v}))
		}
	}
	return reduce(all)
}

// Package naive answers operations over a graph in memory, the plainest way there is: a
// list is what is left of all nodes when those that don't match are taken out, a filter is
// tested on one node at a time, and nothing is planned, rewritten or compiled.
//
// It is for tests: what it answers is what the way over Cypher has to answer. It therefore
// shares nothing with that way but the schema's model and the parser's tree: values, logic, orders and
// aggregates are its own, after the GraphQL specification and the Cypher manual ("Working with
// null", "Ordering and comparison of values", "Aggregating functions").
//
// It answers no @cypher fields, no full-text search and no introspection.
package naive

import (
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"concord/gql/schema"
)

// Graph is nodes and the relationships between them.
type Graph struct {
	Nodes         []*Node
	Relationships []*Relationship
}

// Node has labels and properties. Values are bool, int64, float64, string, the temporal and
// spatial types of package cypher, or []any of these.
type Node struct {
	Labels     []string
	Properties map[string]any
}

// Relationship is directed and has one type.
type Relationship struct {
	Type       string
	From, To   *Node
	Properties map[string]any
}

// Answer is the data of a response and the paths of its errors. Data is nil, bool, int64,
// float64, string, [Object], []any, or [Unordered].
type Answer struct {
	Data   any
	Errors []string
}

// Object is a JSON object with its keys in the order asked.
type Object []Entry

// Entry is a key of an object with its value.
type Entry struct {
	Key   string
	Value any
}

// Unordered is a list whose order is undefined: nothing says how to sort it.
type Unordered []any

// Evaluator answers operations over one graph.
type Evaluator struct {
	Schema *schema.Schema
	Graph  *Graph
}

// Answer answers the only operation of a valid document. Variables are what encoding/json
// decodes with UseNumber. The error says that the document is not valid.
func (e Evaluator) Answer(query string, variables map[string]any) (Answer, error) {
	doc, errs := gqlparser.LoadQueryWithRules(e.Schema.API, query, nil)
	if len(errs) > 0 {
		return Answer{}, errs
	}
	if len(doc.Operations) != 1 {
		return Answer{}, fmt.Errorf("the document has %d operations; give it one", len(doc.Operations))
	}
	op := doc.Operations[0]
	values := map[string]any{}
	for _, v := range op.VariableDefinitions {
		if given, ok := variables[v.Variable]; ok {
			values[v.Variable] = given
		} else if v.DefaultValue != nil {
			values[v.Variable], _ = v.DefaultValue.Value(nil)
		}
	}
	r := &run{Evaluator: e, variables: values}
	data, ok := r.object(e.Schema.API.Query, []ast.SelectionSet{op.SelectionSet}, r.root)
	if !ok {
		return Answer{Errors: r.errors}, nil
	}
	return Answer{Data: data, Errors: r.errors}, nil
}

// run is one operation being answered.
type run struct {
	Evaluator
	variables map[string]any
	path      []any
	errors    []string
}

// field is what was selected under one response key: its selections are merged.
type field struct {
	*ast.Field
	sets []ast.SelectionSet
	def  *ast.FieldDefinition // as the object type declares it
}

// resolve gives the value of a field: what is not yet completed.
type resolve func(f field) any

// object answers a selection on an object type (GraphQL specification, 6.3). It is false
// where a null rises through it.
func (r *run) object(t *ast.Definition, sets []ast.SelectionSet, value resolve) (Object, bool) {
	out := Object{}
	for _, f := range r.collect(t, sets) {
		if f.Name == "__typename" {
			out = append(out, Entry{f.Alias, t.Name})
			continue
		}
		r.path = append(r.path, f.Alias)
		v, ok := r.complete(f, f.def.Type, value(f))
		r.path = r.path[:len(r.path)-1]
		if !ok {
			return nil, false
		}
		out = append(out, Entry{f.Alias, v})
	}
	return out, true
}

// collect merges the fields of a selection by response key, in the order asked.
func (r *run) collect(t *ast.Definition, sets []ast.SelectionSet) []field {
	var fields []field
	var walk func(set ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				if r.skipped(s.Directives) {
					continue
				}
				i := slices.IndexFunc(fields, func(f field) bool { return f.Alias == s.Alias })
				if i < 0 {
					fields = append(fields, field{Field: s, def: t.Fields.ForName(s.Name)})
					i = len(fields) - 1
				}
				fields[i].sets = append(fields[i].sets, s.SelectionSet)
			case *ast.InlineFragment:
				if !r.skipped(s.Directives) && r.applies(t, s.TypeCondition) {
					walk(s.SelectionSet)
				}
			case *ast.FragmentSpread:
				if !r.skipped(s.Directives) && r.applies(t, s.Definition.TypeCondition) {
					walk(s.Definition.SelectionSet)
				}
			}
		}
	}
	for _, set := range sets {
		walk(set)
	}
	return fields
}

func (r *run) applies(t *ast.Definition, condition string) bool {
	return condition == "" || slices.Contains(r.Schema.API.GetPossibleTypes(r.Schema.API.Types[condition]), t)
}

func (r *run) skipped(directives ast.DirectiveList) bool {
	for _, d := range directives {
		yes, _ := d.ArgumentMap(r.variables)["if"].(bool)
		if d.Name == "skip" && yes || d.Name == "include" && !yes {
			return true
		}
	}
	return false
}

// argument is an argument of a field, nil where it is not given.
func (r *run) argument(f field, name string) any {
	def := f.def.Arguments.ForName(name)
	given := f.Arguments.ForName(name)
	if def == nil || given == nil {
		return nil
	}
	v, err := given.Value.Value(r.variables)
	if err != nil {
		return nil
	}
	return r.typed(def.Type, v)
}

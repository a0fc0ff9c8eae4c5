package plan

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// collector flattens selection sets: fragments are put in place, @skip and @include
// applied, and fields with the same response key merged. What it has made for the same
// type and the same fields it makes only once, so that nested fragments on interfaces don't multiply.
type collector struct {
	api       *ast.Schema
	variables map[string]any
	errs      gqlerror.List

	numbers    map[*ast.Field]int // to key the maps below
	selections map[string]*Selection
	fields     map[string]*Field
	arguments  map[*ast.Field]map[string]any
}

func newCollector(api *ast.Schema, variables map[string]any) *collector {
	return &collector{
		api: api, variables: variables,
		numbers:    map[*ast.Field]int{},
		selections: map[string]*Selection{},
		fields:     map[string]*Field{},
		arguments:  map[*ast.Field]map[string]any{},
	}
}

func (c *collector) selection(t *ast.Definition, sets []ast.SelectionSet) *Selection {
	s := &Selection{Type: t}
	for _, object := range c.objects(t) {
		var keys []string
		groups := map[string][]*ast.Field{}
		for _, set := range sets {
			c.collect(object, set, &keys, groups)
		}
		fields := make([]*Field, 0, len(keys))
		for _, key := range keys {
			fields = append(fields, c.field(object, key, groups[key]))
		}
		s.On = append(s.On, Concrete{Type: object, Fields: fields})
	}
	return s
}

// objects are the object types that a value of type t can have.
func (c *collector) objects(t *ast.Definition) []*ast.Definition {
	if t.IsAbstractType() {
		return c.api.GetPossibleTypes(t)
	}
	return []*ast.Definition{t}
}

func (c *collector) collect(object *ast.Definition, set ast.SelectionSet, keys *[]string, groups map[string][]*ast.Field) {
	for _, sel := range set {
		switch sel := sel.(type) {
		case *ast.Field:
			if !c.included(sel.Directives) {
				continue
			}
			if groups[sel.Alias] == nil {
				*keys = append(*keys, sel.Alias)
			}
			groups[sel.Alias] = append(groups[sel.Alias], sel)
		case *ast.InlineFragment:
			if c.included(sel.Directives) && (sel.TypeCondition == "" || c.applies(object, sel.TypeCondition)) {
				c.collect(object, sel.SelectionSet, keys, groups)
			}
		case *ast.FragmentSpread:
			if c.included(sel.Directives) && c.applies(object, sel.Definition.TypeCondition) {
				c.collect(object, sel.Definition.SelectionSet, keys, groups)
			}
		}
	}
}

func (c *collector) applies(object *ast.Definition, condition string) bool {
	if object.Name == condition {
		return true
	}
	for _, t := range c.api.GetPossibleTypes(c.api.Types[condition]) {
		if t.Name == object.Name {
			return true
		}
	}
	return false
}

// included applies @skip and @include.
func (c *collector) included(directives ast.DirectiveList) bool {
	for _, d := range directives {
		if d.Name != "skip" && d.Name != "include" {
			continue
		}
		co := coercer{api: c.api, variables: c.variables}
		args := co.arguments(d.Definition.Arguments, d.Arguments, d.Position)
		c.errs = append(c.errs, co.errs...)
		if yes, _ := args["if"].(bool); yes == (d.Name == "skip") {
			return false
		}
	}
	return true
}

func (c *collector) field(object *ast.Definition, key string, nodes []*ast.Field) *Field {
	first := nodes[0]
	def := c.definition(object, nodes)
	if def == nil { // __typename, __schema, __type
		def = first.Definition
	}
	id := c.identify(object, def, nodes)
	if f := c.fields[id]; f != nil {
		return f
	}
	if key == "__typename" && first.Name != "__typename" {
		c.errs = append(c.errs, gqlerror.ErrorPosf(first.Position, "__typename cannot be an alias; choose another"))
	}
	f := &Field{Key: key, Name: first.Name, Definition: def, Position: first.Position, first: first}
	c.fields[id] = f
	f.Arguments = c.args(first)
	t := c.api.Types[def.Type.Name()]
	if t != nil && t.IsCompositeType() {
		f.Select = c.children(t, nodes)
	}
	return f
}

// definition is the field as its interface declares it if all nodes select it there, else
// as the object type does.
func (c *collector) definition(object *ast.Definition, nodes []*ast.Field) *ast.FieldDefinition {
	declared := nodes[0].ObjectDefinition
	for _, n := range nodes {
		if n.ObjectDefinition != declared {
			declared = nil
		}
	}
	if declared != nil && declared.Kind == ast.Interface {
		return nodes[0].Definition
	}
	return object.Fields.ForName(nodes[0].Name)
}

// args coerces the arguments of a field once, as the type declares them on which it was
// selected; merged fields have the same arguments.
func (c *collector) args(f *ast.Field) map[string]any {
	if args, ok := c.arguments[f]; ok {
		return args
	}
	co := coercer{api: c.api, variables: c.variables}
	var defs ast.ArgumentDefinitionList
	if f.Definition != nil {
		defs = f.Definition.Arguments
	}
	args := co.arguments(defs, f.Arguments, f.Position)
	c.errs = append(c.errs, co.errs...)
	c.arguments[f] = args
	return args
}

func (c *collector) children(t *ast.Definition, nodes []*ast.Field) *Selection {
	var sets []ast.SelectionSet
	for _, n := range nodes {
		sets = append(sets, n.SelectionSet)
	}
	id := t.Name + c.list(nodes)
	s := c.selections[id]
	if s == nil {
		s = c.selection(t, sets)
		c.selections[id] = s
	}
	return s
}

// identify tells apart the fields that differ: by nodes, and by definition.
func (c *collector) identify(object *ast.Definition, def *ast.FieldDefinition, nodes []*ast.Field) string {
	return fmt.Sprintf("%p%s%s", def, object.Name, c.list(nodes))
}

func (c *collector) list(nodes []*ast.Field) string {
	var b strings.Builder
	for _, n := range nodes {
		i, ok := c.numbers[n]
		if !ok {
			i = len(c.numbers)
			c.numbers[n] = i
		}
		fmt.Fprintf(&b, " %d", i)
	}
	return b.String()
}

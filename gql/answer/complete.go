package answer

import (
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"concord/cypher"
	"concord/gql/plan"
)

// object is a completed object of the answer: the values of its fields by their place in
// the selection, and its object type.
type object struct {
	typ    string
	values []any
}

// completion is the "Value Completion" of GraphQL spec 6.4.3 over one row, and the
// handling of field errors of 6.4.4.
type completion struct {
	executor *Executor
	budget   int // items of one list
	path     []any
	errors   []Error
	most     int // errors listed
	more     int // errors counted only
}

// fail records an error, up to the limit.
func (c *completion) fail(err Error) {
	if c.most > 0 && len(c.errors) >= c.most {
		c.more++
		return
	}
	c.errors = append(c.errors, err)
}

func (c *completion) failAt(f *field, code Code, format string, args ...any) {
	c.fail(Error{
		Code: code, Message: fmt.Sprintf(format, args...),
		Locations: f.locations, Path: slices.Clone(c.path),
	})
}

// reported gives the errors in the order of the answer; the last one counts those left out.
func (c *completion) reported() []Error {
	if c.more == 0 {
		return c.errors
	}
	return append(c.errors, Error{
		Code:    c.errors[0].Code,
		Message: fmt.Sprintf("there are %d more errors; correct those listed first", c.more),
	})
}

// object completes the fields of an object of the type typ. It is false where a null
// rises through it.
func (c *completion) object(typ string, fields []*field, row map[string]any) (*object, bool) {
	o := &object{typ: typ, values: make([]any, len(fields))}
	for i, f := range fields {
		if f.schema {
			continue
		}
		if f.name == typename {
			o.values[i] = typ
			continue
		}
		value, has := row[f.key]
		c.path = append(c.path, f.key)
		if !has {
			c.failAt(f, Internal, "the database's answer lacks %s.%s; report this with the query", f.parent, f.name)
		}
		value, ok := c.value(f, f.typ, value, !has)
		c.path = c.path[:len(c.path)-1]
		if !ok {
			return nil, false
		}
		o.values[i] = value
	}
	return o, true
}

// value completes a value of type t. It is false where the value is null against its
// type; failed says that this null has its error already.
func (c *completion) value(f *field, t *ast.Type, value any, failed bool) (any, bool) {
	switch {
	case value == nil || failed:
	case t.Elem != nil:
		value, failed = c.list(f, t, value)
	default:
		value, failed = c.single(f, value)
	}
	if value != nil || !t.NonNull {
		return value, true
	}
	if !failed {
		c.failAt(f, UnexpectedNull, "%s.%s has no value although its type is %s; complete the data or make the field nullable in the schema", f.parent, f.name, f.typ)
	}
	return nil, false
}

func (c *completion) list(f *field, t *ast.Type, value any) (completed any, failed bool) {
	items, ok := value.([]any)
	if !ok {
		c.unexpected(f, value, "a list")
		return nil, true
	}
	if c.budget > 0 && len(items) > c.budget && f.inner != nil {
		c.failAt(f, TooManyItems, "%s.%s has more than %d items, the budget for one list; filter it with where, or take it in parts with limit and offset, or first and after", f.parent, f.name, c.budget)
		return nil, true
	}
	list := make([]any, len(items))
	for i, item := range items {
		c.path = append(c.path, i)
		item, ok := c.value(f, t.Elem, item, false)
		c.path = c.path[:len(c.path)-1]
		if !ok {
			return nil, true
		}
		list[i] = item
	}
	return list, false
}

// single completes a value that is no list.
func (c *completion) single(f *field, value any) (completed any, failed bool) {
	switch {
	case f.named == nil:
		c.failAt(f, Internal, "the type of %s.%s is unknown; report this with the query", f.parent, f.name)
		return nil, true
	case f.named.IsLeafType():
		return c.leaf(f, value)
	}
	if point, ok := value.(cypher.Point); ok {
		value = pointRow(f, point)
	}
	row, ok := value.(map[string]any)
	if !ok {
		c.unexpected(f, value, "a "+f.named.Name)
		return nil, true
	}
	typ := f.named.Name
	if f.inner.abstract {
		typ, _ = row[typename].(string)
	}
	fields, ok := f.inner.fields[typ]
	if !ok {
		c.failAt(f, Internal, "the database's answer has the type %q for %s.%s, which is no %s; report this with the query", typ, f.parent, f.name, f.named.Name)
		return nil, true
	}
	if o, ok := c.object(typ, fields, row); ok {
		return o, false
	}
	return nil, true
}

func (c *completion) leaf(f *field, value any) (completed any, failed bool) {
	if place, ok := value.(int64); ok && f.cursor {
		return plan.Cursor(place), false
	}
	completed, expected := c.executor.leaves[f.named.Name](value)
	if expected != "" {
		c.unexpected(f, value, expected)
		return nil, true
	}
	return completed, false
}

func (c *completion) unexpected(f *field, value any, expected string) {
	c.failAt(f, UnexpectedValue, "%s.%s holds %s in the database, not %s; correct the data or the field's type in the schema",
		f.parent, f.name, describe(value), expected)
}

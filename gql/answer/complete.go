package answer

import (
	"fmt"
	"strconv"

	"github.com/vektah/gqlparser/v2/ast"

	"concord/cypher"
	"concord/gql/plan"
)

// completion is the "Value Completion" of GraphQL spec 6.4.3 over one row, and the
// handling of field errors of 6.4.4. It writes as it goes: where a null rises, what has been
// written is taken back to the place that may be null.
type completion struct {
	writer
	executor     *Executor
	introspected map[string]any // what graphql-go answered, by the field's place
	budget       int            // items of one list
	path         []step
	errors       []Error
	limit        int // errors listed
	more         int // errors counted only
}

// step is a step of a path: a field's response key, or an index of its list.
type step struct {
	field *field
	index int
}

// fail records an error, up to the limit.
func (c *completion) fail(err Error) {
	if c.limit > 0 && len(c.errors) >= c.limit {
		c.more++
		return
	}
	c.errors = append(c.errors, err)
}

func (c *completion) failAt(f *field, code Code, format string, args ...any) {
	c.fail(Error{
		Code: code, Message: fmt.Sprintf(format, args...),
		Locations: f.locations, Path: c.steps(),
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

// steps is the path as a response has it: response keys and indexes.
func (c *completion) steps() []any {
	path := make([]any, len(c.path))
	for i, s := range c.path {
		if path[i] = s.index; s.field != nil {
			path[i] = s.field.key
		}
	}
	return path
}

// object writes the fields of an object of the type typ. It is false where a null rises
// through it.
func (c *completion) object(typ string, fields []*field, row map[string]any) bool {
	c.out = append(c.out, '{')
	for i, f := range fields {
		if i > 0 {
			c.out = append(c.out, ',')
		}
		c.out = append(c.out, f.label...)
		switch {
		case f.schema:
			c.executed(f, c.introspected[strconv.Itoa(i)])
			continue
		case f.name == typename:
			c.text(typ)
			continue
		}
		value, has := row[f.key]
		c.path = append(c.path, step{field: f})
		if !has {
			c.failAt(f, Internal, "the database's answer lacks %s.%s; report this with the query", f.parent, f.name)
		}
		ok := c.value(f, f.typ, value, !has)
		c.path = c.path[:len(c.path)-1]
		if !ok || c.full() {
			return ok
		}
	}
	c.out = append(c.out, '}')
	return true
}

// value writes a value of type t. It is false where the value is null against its type;
// failed says that this null has its error already.
func (c *completion) value(f *field, t *ast.Type, value any, failed bool) bool {
	if value != nil && !failed {
		start := len(c.out)
		if t.Elem != nil {
			failed = !c.list(f, t, value)
		} else {
			failed = !c.single(f, value)
		}
		if !failed {
			return true
		}
		c.out = c.out[:start]
	}
	if !t.NonNull {
		c.out = append(c.out, "null"...)
		return true
	}
	if !failed {
		c.failAt(f, UnexpectedNull, "%s.%s has no value although its type is %s; complete the data or make the field nullable in the schema", f.parent, f.name, f.typ)
	}
	return false
}

// list and those below write a value, or record why not and are false.
func (c *completion) list(f *field, t *ast.Type, value any) bool {
	items, ok := value.([]any)
	if !ok {
		c.unexpected(f, value, "a list")
		return false
	}
	if c.budget > 0 && len(items) > c.budget && f.inner != nil {
		c.failAt(f, TooManyItems, "%s.%s has more than %d items, the budget for one list; filter it with where, or take it in parts with limit and offset, or first and after", f.parent, f.name, c.budget)
		return false
	}
	c.out = append(c.out, '[')
	for i, item := range items {
		if i > 0 {
			c.out = append(c.out, ',')
		}
		c.path = append(c.path, step{index: i})
		ok := c.value(f, t.Elem, item, false)
		c.path = c.path[:len(c.path)-1]
		if !ok || c.full() {
			return ok
		}
	}
	c.out = append(c.out, ']')
	return true
}

func (c *completion) single(f *field, value any) bool {
	switch {
	case f.named == nil:
		c.failAt(f, Internal, "the type of %s.%s is unknown; report this with the query", f.parent, f.name)
		return false
	case f.leaf != nil:
		return c.completed(f, value)
	}
	if point, ok := value.(cypher.Point); ok && inSystem(point, f.named.Name) {
		value = pointRow(f, point)
	}
	row, ok := value.(map[string]any)
	if !ok {
		c.unexpected(f, value, "a "+f.named.Name)
		return false
	}
	typ, fields := f.named.Name, f.inner.only
	if f.inner.abstract {
		typ, _ = row[typename].(string)
		if fields, ok = f.inner.fields[typ]; !ok {
			c.failAt(f, Internal, "the database's answer has the type %q for %s.%s, which is no %s; report this with the query", typ, f.parent, f.name, f.named.Name)
			return false
		}
	}
	return c.object(typ, fields, row)
}

// completed writes a scalar or an enum in the form that its type has in JSON.
func (c *completion) completed(f *field, value any) bool {
	if place, ok := value.(int64); ok && f.cursor {
		c.text(plan.Cursor(place))
		return true
	}
	if values, ok := value.([]any); ok && f.cursor {
		c.text(plan.KeysetCursor(values))
		return true
	}
	completed, expected := f.leaf(value)
	if expected != "" {
		c.unexpected(f, value, expected)
		return false
	}
	c.scalar(completed)
	return true
}

func (c *completion) unexpected(f *field, value any, expected string) {
	c.failAt(f, UnexpectedValue, "%s.%s holds %s in the database, not %s; correct the data or the field's type in the schema",
		f.parent, f.name, describe(value), expected)
}

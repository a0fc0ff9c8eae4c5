// Package answer turns the row that the database gave into the response that GraphQL
// wants: it owns the types of the values that go out, null propagation, introspection (with
// graphql-go), and the bytes of `data`.
//
// It parses and validates nothing, and it asks the database for nothing: it takes an
// operation whose fragments are flattened and whose arguments are coerced, and one row
// that has the answer's shape.
//
// An answer is written in one walk of the row along the operation (complete.go), in the
// order asked: every value is brought into the form that its type has in JSON, what doesn't
// fit is reported, and nulls rise (GraphQL spec 6.4.4) by taking back what has been
// written. No field of data passes through graphql-go's executor, which costs a microsecond
// for each; that it would give the same answer is what tests show. It executes introspection
// (introspect.go), over a schema that has the types of introspection alone.
package answer

import (
	"context"
	"fmt"

	"github.com/graphql-go/graphql"
	graphqlast "github.com/graphql-go/graphql/language/ast"
	"github.com/vektah/gqlparser/v2/ast"

	"concord/gql/schema"
)

// Executor answers operations over one schema. It is safe for concurrent use.
type Executor struct {
	schema     *schema.Schema
	api        *ast.Schema
	executable graphql.Schema
	leaves     map[string]leaf
}

// New makes the executable schema of s. It fails only where graphql-go refuses a type
// that gqlparser took.
func New(s *schema.Schema) (*Executor, error) {
	e := &Executor{schema: s, api: s.API, leaves: leavesOf(s.API)}
	if err := e.build(); err != nil {
		return nil, fmt.Errorf("make the schema executable: %w", err)
	}
	return e, nil
}

// Limits bound what one answer may hold. Zero means no limit.
type Limits struct {
	Bytes  int // of data, as JSON
	Errors int // the rest is counted, not listed
}

// Answer is the response to an operation. Data is a JSON object, or `null` where an error
// rose to the root.
type Answer struct {
	Data   []byte
	Errors []Error
}

// Error is an error of one field (GraphQL spec 7.1.2). Path holds response keys (string)
// and list indexes (int).
type Error struct {
	Code      Code
	Message   string
	Locations []Location
	Path      []any
}

// Error gives the message.
func (e Error) Error() string { return e.Message }

// Location is a place in the request's text, counted from 1.
type Location struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// Code names the kind of an error; it is stable, for programs to act on.
type Code string

// The kinds of errors that an answer can have.
const (
	UnexpectedValue Code = "UNEXPECTED_VALUE"      // a property isn't of its type
	UnexpectedNull  Code = "UNEXPECTED_NULL"       // nothing where the schema promises a value
	TooManyItems    Code = "TOO_MANY_ITEMS"        // a list longer than the operation's budget
	TooLarge        Code = "ANSWER_TOO_LARGE"      // more than Limits.Bytes
	Internal        Code = "INTERNAL_SERVER_ERROR" // a defect of this program
)

// Execute answers the operation from row, whose keys are response keys. Row is nil where
// the operation only introspects.
func (e *Executor) Execute(ctx context.Context, op *Operation, row map[string]any, limits Limits) Answer {
	c := &completion{
		writer: writer{out: make([]byte, 0, op.size()), most: limits.Bytes}, executor: e, budget: op.budget, limit: limits.Errors,
	}
	if op.introspection != nil {
		c.introspected = c.introspect(ctx, op.introspection)
	}
	ok := c.object(op.rootType, op.root.only, row)
	switch {
	case !ok:
		return Answer{Data: []byte("null"), Errors: c.reported()}
	case c.full():
		return Answer{Data: []byte("null"), Errors: []Error{{
			Code:    TooLarge,
			Message: fmt.Sprintf("the answer has more than %d bytes, the budget for one; ask for fewer fields or nodes, or page through them with first and after", limits.Bytes),
		}}}
	}
	op.answered(len(c.out))
	return Answer{Data: c.out, Errors: c.reported()}
}

// introspect has graphql-go answer what is asked of the schema.
func (c *completion) introspect(ctx context.Context, document *graphqlast.Document) map[string]any {
	result := graphql.Execute(graphql.ExecuteParams{Schema: c.executor.executable, AST: document, Context: ctx})
	for _, err := range result.Errors {
		c.fail(Error{Code: Internal, Message: err.Message})
	}
	data, _ := result.Data.(map[string]any)
	return data
}

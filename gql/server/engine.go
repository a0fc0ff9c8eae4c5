package server

import (
	"context"
	"encoding/json"
	"errors"
	"sync/atomic"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"concord/cypher"
	"concord/gql/answer"
	"concord/gql/compile"
	"concord/gql/guard"
	"concord/gql/plan"
	"concord/gql/schema"
	"concord/graph/store"
)

// Database runs a statement that only reads and returns its one row, by column. It ends
// the statement on the server when ctx ends. Its errors are mapped by [Fault].
type Database func(ctx context.Context, statement cypher.Statement) (map[string]any, error)

// Engine answers GraphQL requests, without HTTP. Its fields are set before the first
// request and not changed after; it is safe for concurrent use.
type Engine struct {
	schema   *schema.Schema
	executor *answer.Executor
	database Database
	limits   EngineLimits

	kept *cache

	// introspecting lets one introspection through at a time: the whole schema takes
	// graphql-go some tenths of a second of a core and 100 MB of garbage.
	introspecting chan struct{}

	running atomic.Int64 // statements
}

// EngineLimits bound what one request may cost. Take DefaultLimits and change what needs it.
type EngineLimits struct {
	Guard       guard.Limits
	Timeout     time.Duration // from the request's text to its answer
	AnswerBytes int           // of data, as JSON
	ListItems   int           // of one list in the answer
	Nodes       int           // of all lists, by the limits that the request states
	Errors      int           // listed in one response
	ErrorBytes  int           // of all errors in one response, as JSON
	Cached      int           // operations kept ready
	Statement   int           // bytes of Cypher

	// Settings says by the code of an error what an operator calls the limit that was
	// met, such as --timeout; `extensions.setting` tells the client.
	Settings map[string]string

	// KeysetCursors gives cursors that survive inserts ([plan.Keyset]) without being asked.
	KeysetCursors bool
}

// DefaultLimits are the limits of a public server.
func DefaultLimits() EngineLimits {
	return EngineLimits{
		Guard:       guard.Default(),
		Timeout:     10 * time.Second,
		AnswerBytes: 16 << 20,
		ListItems:   plan.DefaultBudget,
		Nodes:       1_000_000,
		Errors:      20,
		ErrorBytes:  16 << 10,
		Cached:      1000,
		Statement:   256 << 10,
	}
}

// NewEngine makes an engine for a schema over a database. A limit of zero in limits is
// replaced by the default.
func NewEngine(s *schema.Schema, database Database, limits EngineLimits) (*Engine, error) {
	executor, err := answer.New(s)
	if err != nil {
		return nil, err
	}
	limits = limits.withDefaults()
	e := &Engine{schema: s, executor: executor, database: database, limits: limits, introspecting: make(chan struct{}, 1)}
	if e.kept, err = newCache(limits.Cached); err != nil {
		return nil, err
	}
	return e, nil
}

func (l EngineLimits) withDefaults() EngineLimits {
	d := DefaultLimits()
	orDefault(&l.Guard, d.Guard)
	orDefault(&l.Timeout, d.Timeout)
	orDefault(&l.AnswerBytes, d.AnswerBytes)
	orDefault(&l.ListItems, d.ListItems)
	orDefault(&l.Nodes, d.Nodes)
	orDefault(&l.Errors, d.Errors)
	orDefault(&l.ErrorBytes, d.ErrorBytes)
	orDefault(&l.Cached, d.Cached)
	orDefault(&l.Statement, d.Statement)
	return l
}

func orDefault[T comparable](value *T, otherwise T) {
	var zero T
	if *value == zero {
		*value = otherwise
	}
}

// Request is a GraphQL request (GraphQL over HTTP, "Request parameters"). Variables hold
// what encoding/json decodes, numbers as json.Number.
type Request struct {
	Query         string
	OperationName string
	Variables     map[string]any

	// Explain asks for the statement in the response's extensions.
	Explain bool
}

// Response is the response to a request. Data is nil where the request failed before it
// was executed, and the JSON `null` where an error rose to its root.
type Response struct {
	Data       json.RawMessage
	Errors     []Error
	Extensions map[string]any

	// Failure says why nothing was executed, for transports to choose a status; Cause is
	// the database's own error, for logs only.
	Failure Failure
	Cause   error

	// Trace is for logs.
	Trace Trace
}

// Trace says what a request was and how long each phase took.
type Trace struct {
	Operation string // the operation's name, as the request has it
	Hash      string // of the document's text
	Cached    bool
	Phases    []Phase
}

// Phase is one step of a request: guard, parse, prepare, compile, database or answer.
type Phase struct {
	Name  string
	Began time.Time
	Took  time.Duration
}

func (t *Trace) phase(name string, since time.Time) {
	t.Phases = append(t.Phases, Phase{name, since, time.Since(since)})
}

// prepared is an operation ready to run: it depends on the document, the operation's name
// and the variables alone.
type prepared struct {
	name      string
	operation *answer.Operation
	statement cypher.Statement
	careful   bool   // made by compile.Carefully
	data      []byte // the whole answer, where it needs no database
}

// Execute answers a request within the timeout.
func (e *Engine) Execute(ctx context.Context, r Request) Response {
	ctx, cancel := context.WithTimeoutCause(ctx, e.limits.Timeout, errTooSlow)
	defer cancel()
	response := Response{Trace: Trace{Operation: r.OperationName, Hash: hash(r.Query)}}
	p := e.prepare(ctx, r, &response)
	if p == nil {
		return response
	}
	if r.Explain {
		if shown := explain(p.statement); shown != nil {
			response.Extensions = map[string]any{"cypher": shown}
		}
	}
	if p.data != nil {
		response.Data = p.data
		return response
	}
	if p, row, ok := e.row(ctx, r, p, &response); ok {
		a, ok := e.answer(ctx, p, row, &response)
		if ok {
			response.Data, response.Errors = a.Data, e.capped(fieldErrors(a.Errors))
		}
	}
	return response
}

// answer makes the answer out of a row. It is false where the request's time is over.
func (e *Engine) answer(ctx context.Context, p *prepared, row map[string]any, response *Response) (answer.Answer, bool) {
	start := time.Now()
	a := e.executor.Execute(ctx, p.operation, row, answer.Limits{Bytes: e.limits.AnswerBytes, Errors: e.limits.Errors})
	response.Trace.phase("answer", start)
	if err := ctx.Err(); err != nil {
		response.fail(ctx, err)
		e.name(response.Errors)
		return a, false
	}
	return a, true
}

// fail says that the database, or the time, kept the request from being answered.
func (r *Response) fail(ctx context.Context, err error) {
	fault := faultOf(ctx, err)
	r.Failure, r.Cause, r.Errors = fault.Failure, err, []Error{fault.error()}
}

// Running is how many statements the database runs at the moment.
func (e *Engine) Running() int { return int(e.running.Load()) }

var errTooSlow = errors.New("the request's time is over")

// row runs the statement. Where the data is not as the schema says and the database refuses
// to reckon with it, the careful statement for the same request is run, and kept: its row has
// the wrong values, and the answer errors in their places.
func (e *Engine) row(ctx context.Context, r Request, p *prepared, response *Response) (*prepared, map[string]any, bool) {
	row, ok := e.read(ctx, p, response)
	var failed *store.Error
	if ok || p.careful || !errors.As(response.Cause, &failed) || failed.Code != store.Parameter {
		return p, row, ok
	}
	again := Response{Trace: response.Trace, Extensions: response.Extensions}
	careful := e.make(ctx, r, &again, compile.Carefully)
	if careful == nil || careful.data != nil {
		return p, row, false
	}
	careful.careful = true
	row, ok = e.read(ctx, careful, &again)
	if ok {
		*response = again
		if key, keyed := keyOf(r); keyed {
			e.kept.keep(key, careful)
		}
	}
	return careful, row, ok
}

// read runs the statement.
func (e *Engine) read(ctx context.Context, p *prepared, response *Response) (map[string]any, bool) {
	start := time.Now()
	e.running.Add(1)
	row, err := e.database(ctx, p.statement)
	e.running.Add(-1)
	response.Trace.phase("database", start)
	if err != nil {
		response.fail(ctx, err)
		e.name(response.Errors)
		return nil, false
	}
	return row, true
}

// prepare makes a request ready to run, or takes it from the cache. It is nil where the
// request is refused; the response then has the errors.
func (e *Engine) prepare(ctx context.Context, r Request, response *Response) *prepared {
	key, keyed := keyOf(r)
	if keyed {
		if p := e.kept.operation(key); p != nil {
			response.Trace.Cached, response.Trace.Operation = true, p.name
			return p
		}
	}
	p := e.make(ctx, r, response, compile.Compile)
	if p != nil && keyed {
		e.kept.keep(key, p)
	}
	return p
}

type compiling func(*schema.Schema, *plan.Plan) (cypher.Statement, error)

// make makes a request ready to run. It is nil where the request is refused.
func (e *Engine) make(ctx context.Context, r Request, response *Response, as compiling) *prepared {
	document := e.parse(r.Query, response)
	if document == nil {
		return nil
	}
	start := time.Now()
	op, errs := document.Operation(r.OperationName, r.Variables)
	response.Trace.phase("prepare", start)
	if len(errs) > 0 {
		return e.refuse(response, listErrors(errs))
	}
	if refused := e.costly(op); refused != nil {
		return e.refuse(response, refused)
	}
	op.Budget, op.Keysets = e.limits.ListItems, e.limits.KeysetCursors
	response.Trace.Operation = op.Name
	p := &prepared{name: op.Name, operation: e.executor.Prepare(op)}
	if p.operation.Introspects {
		return e.introspect(ctx, p, response)
	}
	start = time.Now()
	err := e.compile(op, p, as)
	response.Trace.phase("compile", start)
	if err != nil {
		return e.refuse(response, compileErrors(err))
	}
	return p
}

// parse guards, parses and validates a text. It is nil where the text is refused.
func (e *Engine) parse(text string, response *Response) *plan.Document {
	if d := e.kept.document(text); d != nil {
		return d
	}
	start := time.Now()
	refused := e.limits.Guard.Check(text)
	response.Trace.phase("guard", start)
	if len(refused) > 0 {
		e.refuse(response, guardErrors(refused))
		return nil
	}
	start = time.Now()
	document, errs := plan.Parse(e.schema, text)
	response.Trace.phase("parse", start)
	if len(errs) > 0 {
		e.refuse(response, listErrors(errs))
		return nil
	}
	e.kept.keepDocument(text, document)
	return document
}

func (e *Engine) compile(op *plan.Operation, p *prepared, as compiling) error {
	built, err := plan.Build(e.schema, op)
	if err != nil {
		return err
	}
	p.statement, err = as(e.schema, built)
	if n := len(p.statement.Text); err == nil && n > e.limits.Statement {
		return gqlerror.Errorf("the query makes a statement of %d bytes and at most %d are run; select fewer fields, or fewer levels within each other", n, e.limits.Statement)
	}
	return err
}

// introspect answers an operation that needs no row, when it is its turn.
func (e *Engine) introspect(ctx context.Context, p *prepared, response *Response) *prepared {
	select {
	case e.introspecting <- struct{}{}:
		defer func() { <-e.introspecting }()
	case <-ctx.Done():
		response.fail(ctx, ctx.Err())
		return nil
	}
	a, ok := e.answer(ctx, p, nil, response)
	switch {
	case !ok:
		return nil
	case len(a.Errors) > 0:
		return e.refuse(response, fieldErrors(a.Errors))
	}
	p.data = a.Data
	return p
}

func (e *Engine) refuse(response *Response, errs []Error) *prepared {
	response.Failure = RequestError
	response.Errors = e.capped(errs)
	return nil
}

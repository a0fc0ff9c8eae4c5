package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"concord/gql/answer"
	"concord/gql/guard"
	"concord/gql/plan"
	"concord/graph/store"
)

// Error is an error of a response (GraphQL spec 7.1.2).
type Error struct {
	Message    string            `json:"message"`
	Locations  []answer.Location `json:"locations,omitempty"`
	Path       []any             `json:"path,omitempty"`
	Extensions map[string]any    `json:"extensions,omitempty"`
}

// Failure says why a request was not executed.
type Failure string

// The failures. Each has one HTTP status, in [Failure.Status].
const (
	NoFailure    Failure = ""
	RequestError Failure = "request"     // doesn't parse, validate, or fit the limits
	Unavailable  Failure = "unavailable" // the database doesn't answer
	TooSlow      Failure = "timeout"
	TooCostly    Failure = "memory"
	Canceled     Failure = "canceled" // the client left
	Broken       Failure = "internal"
)

// Status is the HTTP status of a response that failed so, as
// application/graphql-response+json has it.
func (f Failure) Status() int {
	switch f {
	case NoFailure:
		return http.StatusOK
	case RequestError:
		return http.StatusBadRequest
	case Unavailable, Canceled:
		return http.StatusServiceUnavailable
	case TooSlow:
		return http.StatusGatewayTimeout
	case TooCostly:
		return http.StatusUnprocessableEntity
	}
	return http.StatusInternalServerError
}

// Fault is an error of the database as a client sees it: no statement, host name or
// stack of the server's.
type Fault struct {
	Failure Failure
	Code    string
	Message string
}

func (f Fault) error() Error {
	return Error{Message: f.Message, Extensions: map[string]any{"code": f.Code}}
}

// faultOf turns an error of the database into what the client is told. It is the only
// place that does.
func faultOf(ctx context.Context, err error) Fault {
	var failed *store.Error
	switch {
	case errors.Is(context.Cause(ctx), errTooSlow):
		return faults[store.Timeout]
	case ctx.Err() != nil:
		return faults[store.Canceled]
	case errors.As(err, &failed):
		if fault, ok := faults[failed.Code]; ok {
			return fault
		}
	}
	return Fault{Broken, "INTERNAL_SERVER_ERROR", "the database could not run the statement; report this with the query and the request's id"}
}

// faults has one row for each code of the store's errors that a reader can cause or meet.
var faults = map[store.Code]Fault{
	store.Unavailable: {Unavailable, "DATABASE_UNAVAILABLE", "the database does not answer; try again in a moment, and see /readyz for what is wrong"},
	store.Auth:        {Unavailable, "DATABASE_UNAVAILABLE", "the database refuses this server's login; correct its user name and password"},
	store.Timeout:     {TooSlow, "QUERY_TIMEOUT", "the query took too long and was stopped; ask for fewer levels or nodes, or filter by id or name"},
	store.Memory:      {TooCostly, "QUERY_TOO_EXPENSIVE", "the query needs more memory than the database grants one; ask for fewer levels or nodes"},
	store.Conflict:    {Unavailable, "DATABASE_UNAVAILABLE", "the database is busy with writers; try again in a moment"},
	store.Parameter:   {RequestError, "BAD_USER_INPUT", "the database cannot work with one of the values given; check arguments and variables"},
	store.Canceled:    {Canceled, "CANCELED", "the request was canceled before it was answered"},
}

func guardErrors(refused []guard.Refusal) []Error {
	errs := make([]Error, len(refused))
	for i, r := range refused {
		errs[i] = Error{Message: r.Message, Extensions: map[string]any{"code": string(r.Code)}}
		if r.Line > 0 {
			errs[i].Locations = []answer.Location{{Line: r.Line, Column: r.Column}}
		}
		if r.Limit > 0 || r.Got > 0 {
			errs[i].Extensions["limit"] = r.Limit
			errs[i].Extensions["actual"] = r.Got
		}
	}
	return errs
}

func listErrors(list gqlerror.List) []Error {
	errs := make([]Error, len(list))
	for i, err := range list {
		errs[i] = Error{Message: err.Message, Extensions: map[string]any{"code": plan.CodeInput}}
		if code, ok := err.Extensions["code"]; ok {
			errs[i].Extensions["code"] = code
		}
		for _, l := range err.Locations {
			if l.Line > 0 {
				errs[i].Locations = append(errs[i].Locations, answer.Location{Line: l.Line, Column: l.Column})
			}
		}
	}
	return errs
}

// compileErrors reports what planning and compiling refuse: mistakes of the request that
// the schema's types can't express.
func compileErrors(err error) []Error {
	var list gqlerror.List
	var one *gqlerror.Error
	switch {
	case errors.As(err, &list):
		return listErrors(list)
	case errors.As(err, &one):
		return listErrors(gqlerror.List{one})
	}
	return []Error{{Message: err.Error(), Extensions: map[string]any{"code": plan.CodeInput}}}
}

func fieldErrors(failed []answer.Error) []Error {
	if len(failed) == 0 {
		return nil
	}
	errs := make([]Error, len(failed))
	for i, err := range failed {
		errs[i] = Error{
			Message: err.Message, Locations: err.Locations, Path: err.Path,
			Extensions: map[string]any{"code": string(err.Code)},
		}
	}
	return errs
}

// name adds to errors which setting the limit is that they are due to.
func (e *Engine) name(errs []Error) {
	for i := range errs {
		code, _ := errs[i].Extensions["code"].(string)
		setting, ok := e.limits.Settings[code]
		if !ok {
			continue
		}
		if code == faults[store.Timeout].Code {
			errs[i].Extensions["limit"] = e.limits.Timeout.String()
		}
		errs[i].Extensions["setting"] = setting
	}
}

// capped keeps the errors within their number and bytes; the last one says what was left out.
func (e *Engine) capped(errs []Error) []Error {
	e.name(errs)
	size := 0
	for i, err := range errs {
		encoded, _ := json.Marshal(err)
		size += len(encoded)
		if i >= e.limits.Errors || size > e.limits.ErrorBytes && i > 0 {
			return append(errs[:i:i], Error{
				Message:    fmt.Sprintf("%d more errors are not listed; correct these first", len(errs)-i),
				Extensions: map[string]any{"code": err.Extensions["code"]},
			})
		}
		if len(encoded) > e.limits.ErrorBytes {
			errs[i].Message = string([]rune(err.Message)[:min(len([]rune(err.Message)), 1000)]) + "…"
		}
	}
	return errs
}

package store

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Code says what kind of error an Error is. Codes do not change.
type Code string

// The codes.
const (
	Unavailable Code = "unavailable" // no server answers, or it is not ready
	Timeout     Code = "timeout"     // it took longer than allowed
	Canceled    Code = "canceled"    // the caller gave up
	Memory      Code = "memory"      // the statement needs more memory than the server allows
	Syntax      Code = "syntax"      // the server does not understand the statement
	Parameter   Code = "parameter"   // a parameter is missing, or a value is of the wrong type
	Constraint  Code = "constraint"  // a constraint or index forbids it, or cannot be made
	ReadOnly    Code = "read_only"   // a statement that reads tried to write
	Auth        Code = "auth"        // the login is refused, or may not do this
	Conflict    Code = "conflict"    // other writers were in the way, and still are
	NotFound    Code = "not_found"   // there is no such document or database
	Ambiguous   Code = "ambiguous"   // more than one document fits
	Invalid     Code = "invalid"     // what was given to the store is not sound
	Database    Code = "database"    // anything else that the server says
)

var messages = map[Code]string{
	Unavailable: "Neo4j does not answer; check its address and that it runs",
	Timeout:     "Neo4j took longer than allowed; ask for less, or allow more time",
	Canceled:    "given up before Neo4j answered",
	Memory:      "the statement needs more memory than Neo4j allows; ask for less, or raise dbms.memory.transaction.total.max",
	Syntax:      "Neo4j does not understand the statement; mend it, and check that the server is Neo4j 5.26 or later",
	Parameter:   "Neo4j cannot run the statement with these values; check the parameters and their types",
	Constraint:  "the graph's constraints forbid it; remove what is there twice, then try again",
	ReadOnly:    "the statement writes, and only reading is allowed here; take the writing clauses out",
	Auth:        "Neo4j refuses the login; check user name, password and rights",
	Conflict:    "other writers kept the graph busy; try again",
	NotFound:    "there is no such database; check its name",
	Database:    "Neo4j could not do it; see its log",
}

// Error is an error of the store. Message is for people and ends in a remedy; it holds no
// address, statement or value. Cause is the driver's error, for logs.
type Error struct {
	Code    Code
	Message string
	Cause   error
}

func (e *Error) Error() string { return e.Message }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Cause }

// CodeOf returns the code of an Error in err's chain, "" where there is none.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// translate is the one place that turns what the driver reports into ours. ctx is the
// context of the call: what it ended of itself is a timeout or a cancellation, whatever
// the driver makes of it.
func translate(ctx context.Context, err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	code := codeOf(ctx, err)
	return &Error{Code: code, Message: messages[code], Cause: err}
}

func codeOf(ctx context.Context, err error) Code {
	switch {
	case errors.Is(ctx.Err(), context.Canceled), errors.Is(err, context.Canceled):
		return Canceled
	case errors.Is(ctx.Err(), context.DeadlineExceeded), errors.Is(err, context.DeadlineExceeded):
		return Timeout
	}
	var server *neo4j.Neo4jError
	if errors.As(err, &server) {
		return codeOfServer(server.Code)
	}
	var connectivity *neo4j.ConnectivityError
	var network net.Error
	switch {
	case errors.As(err, &connectivity), errors.As(err, &network), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF),
		errors.Is(err, net.ErrClosed), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return Unavailable
	}
	if text := err.Error(); strings.Contains(text, "ConnectivityError") || strings.Contains(text, "connection lost") || strings.Contains(text, "Pool closed") {
		return Unavailable
	}
	return Database
}

// serverCodes maps the beginnings of Neo4j's status codes (Neo4j status codes manual) to
// ours; the first that fits counts.
var serverCodes = []struct {
	prefix string
	code   Code
}{
	{"Neo.ClientError.Security.", Auth},
	{"Neo.ClientError.Statement.AccessMode", ReadOnly},
	{"Neo.ClientError.Statement.SyntaxError", Syntax},
	{"Neo.ClientError.Statement.SemanticError", Syntax},
	{"Neo.ClientError.Statement.ParameterMissing", Parameter},
	{"Neo.ClientError.Statement.ArgumentError", Parameter},
	{"Neo.ClientError.Statement.TypeError", Parameter},
	{"Neo.ClientError.Statement.ArithmeticError", Parameter},
	{"Neo.ClientError.Schema.", Constraint},
	{"Neo.ClientError.Transaction.InvalidBookmark", Parameter},
	{"Neo.ClientError.Transaction.TransactionTimedOut", Timeout},
	{"Neo.ClientError.Transaction.LockClientStopped", Timeout},
	{"Neo.ClientError.Transaction.Terminated", Timeout},
	{"Neo.TransientError.Transaction.Terminated", Timeout},
	{"Neo.TransientError.Transaction.LockClientStopped", Timeout},
	{"Neo.ClientError.Database.DatabaseNotFound", NotFound},
	{"Neo.ClientError.Cluster.NotALeader", Unavailable},
	{"Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", Unavailable},
	{"Neo.TransientError.Transaction.", Conflict},
	{"Neo.TransientError.", Unavailable},
}

func codeOfServer(code string) Code {
	if strings.Contains(code, "OutOfMemory") || strings.Contains(code, "MemoryPool") || strings.Contains(code, "StackOverFlow") {
		return Memory
	}
	for _, c := range serverCodes {
		if strings.HasPrefix(code, c.prefix) {
			return c.code
		}
	}
	return Database
}

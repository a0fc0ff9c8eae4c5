package main

import (
	"time"

	"concord/gql/answer"
	"concord/gql/guard"
	"concord/gql/server"
)

// limitFlags bound what one request may ask for and cost. Zero is the default of package server.
type limitFlags struct {
	Timeout     time.Duration `default:"10s" env:"CONCORD_TIMEOUT" help:"Longest time for a request."`
	ListItems   int           `default:"10000" env:"CONCORD_LIST_ITEMS" help:"Longest list in an answer; a longer one is an error, never cut silently."`
	AnswerSize  int           `default:"16777216" env:"CONCORD_ANSWER_BYTES" name:"answer-bytes" help:"Largest answer, in bytes."`
	Nodes       int           `default:"1000000" env:"CONCORD_NODES" help:"Most nodes that the limits in a query may multiply to."`
	Depth       int           `default:"20" env:"CONCORD_DEPTH" help:"Most levels of brackets and selections within each other in a query."`
	Aliases     int           `default:"30" env:"CONCORD_ALIASES" help:"Most aliases in a query."`
	RootFields  int           `default:"10" env:"CONCORD_ROOT_FIELDS" help:"Most root fields of an operation."`
	QueryFields int           `default:"1000" env:"CONCORD_QUERY_FIELDS" help:"Most fields of an operation, with its fragments expanded."`
	QueryTokens int           `default:"2000" env:"CONCORD_QUERY_TOKENS" help:"Most tokens of a query."`
	QueryBytes  int           `default:"65536" env:"CONCORD_QUERY_BYTES" help:"Longest query, in bytes."`
	BodyBytes   int64         `default:"262144" env:"CONCORD_BODY_BYTES" help:"Largest request, with its variables, in bytes."`
}

// limits are the flags as the server takes them, with the flag that each refusal is due to.
func (f limitFlags) limits() server.EngineLimits {
	l := server.DefaultLimits()
	l.Timeout, l.ListItems, l.AnswerBytes, l.Nodes = f.Timeout, f.ListItems, f.AnswerSize, f.Nodes
	l.Guard.Nesting, l.Guard.Aliases, l.Guard.RootFields = f.Depth, f.Aliases, f.RootFields
	l.Guard.Fields, l.Guard.Tokens, l.Guard.Bytes = f.QueryFields, f.QueryTokens, f.QueryBytes
	l.Settings = settings
	return l
}

// settings says by the code of an error which flag sets the limit that was met.
var settings = map[string]string{
	"QUERY_TIMEOUT":                 "--timeout",
	string(answer.TooManyItems):     "--list-items",
	string(answer.TooLarge):         "--answer-bytes",
	"TOO_MANY_NODES":                "--nodes",
	string(guard.TooDeep):           "--depth",
	string(guard.TooManyAliases):    "--aliases",
	string(guard.TooManyRootFields): "--root-fields",
	string(guard.TooManyFields):     "--query-fields",
	string(guard.TooManyTokens):     "--query-tokens",
	string(guard.TooManyBytes):      "--query-bytes",
	"REQUEST_TOO_LARGE":             "--body-bytes",
}

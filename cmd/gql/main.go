// Command gql answers questions about a graph in Neo4j over GraphQL: the bundled graph of
// international security cooperation, or any other declared in the same SDL.
//
// Results go to standard output, everything else to standard error. The exit status is 0
// when all went well and 2 otherwise.
package main

import (
	"os"

	"concord/cmd/cli"
)

type commands struct {
	Serve   serveCommand   `cmd:"" help:"Serve the graph over GraphQL, with a playground."`
	Schema  schemaCommand  `cmd:"" help:"Print the whole API as SDL."`
	Query   queryCommand   `cmd:"" help:"Run a research query and print its rows, or list the queries."`
	Explain explainCommand `cmd:"" help:"Print the Cypher and the parameters of an operation; no database is needed."`
}

func main() {
	os.Exit(cli.Program{
		Name:        "gql",
		Description: "Answers questions about a graph in Neo4j over GraphQL: read-only, one Cypher statement per operation.",
		Commands:    &commands{},
	}.Main())
}

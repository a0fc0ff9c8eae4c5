// Command ingest reads documents and writes what they claim about international security
// cooperation into Neo4j as a graph.
//
// Results go to standard output, everything else to standard error. The exit status is 0
// when all went well, 1 when some input failed or verify found violations (the rest is
// done), and 2 when nothing could be done: a wrong command line, or no database.
package main

import (
	"os"

	"concord/cmd/cli"
)

type commands struct {
	Run       runCommand       `cmd:"" help:"Read documents, folders, claims files or standard input (-) into the graph."`
	Extract   extractCommand   `cmd:"" help:"Print the claims that documents make; no database is needed."`
	Load      loadCommand      `cmd:"" help:"Load claims from JSON Lines into the graph."`
	Retract   retractCommand   `cmd:"" help:"Remove documents, and what only they say, from the graph."`
	Documents documentsCommand `cmd:"" help:"List the documents in the graph."`
	Export    exportCommand    `cmd:"" help:"Write the graph, or what claims files make, for other tools: GraphML, GEXF, CSV, Parquet, JSON-LD, JSON Lines."`
	Verify    verifyCommand    `cmd:"" help:"Check the graph's invariants."`
}

func main() {
	os.Exit(cli.Program{
		Name:        "ingest",
		Description: "Reads what governments publish about international security cooperation into a graph, every relationship traceable to its sentence.",
		Commands:    &commands{},
		Interrupted: "what was finished is kept, run it again for the rest",
	}.Main())
}

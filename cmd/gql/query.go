package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"time"

	"concord/cmd/cli"
	"concord/cypher"
	"concord/graph/connect"
	"concord/graph/store"

	"github.com/agnivade/levenshtein"
)

type queryCommand struct {
	connect.Flags `prefix:""`

	Name    string            `arg:"" optional:"" help:"Name of the query; without it, all of them are listed with their questions."`
	Param   map[string]string `mapsep:"none" help:"A parameter's value; can be repeated." placeholder:"NAME=VALUE"`
	Example bool              `help:"Take the examples of the query's header for the parameters that are not given."`
	Format  string            `enum:"table,csv,json" default:"table" help:"How to print the rows: table (long values cut), csv or json."`
	Show    bool              `help:"Print the query's text and run nothing."`
	Queries string            `help:"Folder with NAME.cypher; without it, the research queries that come with Concord." env:"CONCORD_QUERIES" type:"existingdir" placeholder:"DIR"`
	Keep    bool              `env:"CONCORD_KEEP" help:"Leave the local Neo4j running at the end, for the next query."`
	Timeout time.Duration     `default:"30s" help:"Longest time for the query."`
}

// Help is what `gql query --help` says beyond the flags.
func (queryCommand) Help() string {
	return "For example: gql query exercise_partners --param country=China --param under=SCO --format csv"
}

// Run runs a research query and prints its rows, or lists the queries.
func (c *queryCommand) Run(ctx context.Context, std cli.Streams) (err error) {
	folder := cypher.Queries()
	if c.Queries != "" {
		folder = os.DirFS(c.Queries)
	}
	if c.Name == "" {
		return list(std.Out, folder)
	}
	query, err := find(folder, c.Name)
	if err != nil {
		return err
	}
	if c.Show {
		_, err := fmt.Fprint(std.Out, query.Text)
		return err
	}
	if query.Bound() {
		return fmt.Errorf("%s answers a field of GraphQL, which gives it `this`; ask for it there, or run another query", query.Name)
	}
	given := map[string]string{}
	if c.Example {
		given = query.Examples()
	}
	maps.Copy(given, c.Param)
	params, err := query.Arguments(given)
	if err != nil {
		return err
	}
	database, err := connect.Open(ctx, c.Flags, func(line string) { fmt.Fprintln(std.Err, line) })
	if err != nil {
		return err
	}
	defer func() {
		end := database.Close
		if c.Keep {
			end = database.Leave
		}
		err = errors.Join(err, end(context.WithoutCancel(ctx)))
	}()
	result, err := database.Read(ctx, cypher.Statement{Text: query.Statement, Params: params}, store.ReadOptions{Timeout: c.Timeout})
	if err != nil {
		return fmt.Errorf("%s: %w", query.Name, err)
	}
	return printRows(std.Out, result.Columns, result.Rows, c.Format)
}

// find reads the query of that name. The error for an unknown one names the nearest.
func find(folder fs.FS, name string) (cypher.QueryFile, error) {
	names, err := cypher.QueryNames(folder)
	if err != nil {
		return cypher.QueryFile{}, err
	}
	nearest, distance := "", len(name)
	for _, n := range names {
		d := levenshtein.ComputeDistance(name, n)
		if d == 0 {
			return cypher.ReadQuery(folder, name)
		}
		if d < distance {
			nearest, distance = n, d
		}
	}
	if nearest != "" && distance <= 2+len(nearest)/3 {
		return cypher.QueryFile{}, fmt.Errorf("there is no query %s; did you mean %s? (gql query lists them all)", name, nearest)
	}
	return cypher.QueryFile{}, fmt.Errorf("there is no query %s; gql query lists them all", name)
}

// list prints every query that can be run, by level, with its question and parameters.
func list(w io.Writer, folder fs.FS) error {
	names, err := cypher.QueryNames(folder)
	if err != nil {
		return err
	}
	byLevel := map[string][]cypher.QueryFile{}
	var errs []error
	for _, name := range names {
		q, err := cypher.ReadQuery(folder, name)
		if err != nil {
			errs = append(errs, err)
		} else if !q.Bound() {
			byLevel[q.Level] = append(byLevel[q.Level], q)
		}
	}
	for _, level := range append(cypher.Levels(), "") {
		if level != "" && len(byLevel[level]) > 0 {
			fmt.Fprintf(w, "# %s\n\n", level)
		}
		for _, q := range byLevel[level] {
			fmt.Fprintf(w, "%s", q.Name)
			for _, p := range q.Parameters {
				fmt.Fprintf(w, " %s: %s", p.Name, p.Type)
			}
			fmt.Fprintf(w, "\n    %s\n\n", q.Question)
		}
	}
	return errors.Join(errs...)
}

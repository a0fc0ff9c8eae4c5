// Package export writes the graph, or a part of it, in the formats of other tools: network
// programs (GraphML, GEXF), tables (CSV, Parquet), linked data (JSON-LD), and the
// interchange of claims (JSON Lines).
//
// It owns the formats, one a file, the columns of the tables (row_*.go), what the
// filters mean (filter.go, select.go), and the codes of the Correlates of War project
// (cow.go). It does not know where a graph is kept: it reads one through Graph, in
// pages, so that its memory does not grow with the graph. docs/exports.md documents what
// it writes.
package export

import (
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"concord/graph"
)

// Graph is a graph that can be walked again and again. Nodes come by label, in the order of
// graph.EntityLabels, then by ID; edges by their subject in the same order, then by ID.
type Graph interface {
	Nodes() iter.Seq2[graph.SourcedNode, error]
	Edges() iter.Seq2[graph.SourcedEdge, error]

	// NodesOf returns the nodes with these IDs that there are; EdgesFrom and EdgesInto the
	// edges that have one of them as their subject, or as their object.
	NodesOf(ids []string) iter.Seq2[graph.SourcedNode, error]
	EdgesFrom(ids []string) iter.Seq2[graph.SourcedEdge, error]
	EdgesInto(ids []string) iter.Seq2[graph.SourcedEdge, error]

	// Bundles returns what each document contributes, by the document's ID.
	Bundles() iter.Seq2[graph.Bundle, error]
}

// Writer writes a graph in one format.
type Writer func(w io.Writer, g Graph) error

// Format is a format by its name on the command line. Ending is how the names of files
// begin to differ: the format of a file that ends so; empty where several formats share one.
type Format struct {
	Name   string
	Ending string
	About  string
	Write  Writer
}

// Formats lists every format.
var Formats = []Format{
	{"graphml", ".graphml", "nodes and edges for Gephi, networkx, igraph, yEd", writeGraphML},
	{"gexf", ".gexf", "nodes and edges for Gephi, with their dates for its timeline", writeGEXF},
	{"nodes-csv", "", "a row for each node", table(nodeRows, writeCSV[NodeRow])},
	{"edges-csv", "", "a row for each edge", table(edgeRows, writeCSV[EdgeRow])},
	{"dyads-csv", "", "a row for each pair of countries, year and relation", table(dyadRows, writeCSV[DyadRow])},
	{"claims-csv", "", "a row for each claim", table(claimRows, writeCSV[ClaimRow])},
	{"nodes-parquet", "", "as nodes-csv, with types", table(nodeRows, writeParquet[NodeRow])},
	{"edges-parquet", "", "as edges-csv, with types", table(edgeRows, writeParquet[EdgeRow])},
	{"dyads-parquet", "", "as dyads-csv, with types", table(dyadRows, writeParquet[DyadRow])},
	{"claims-parquet", "", "as claims-csv, with types", table(claimRows, writeParquet[ClaimRow])},
	{"jsonld", ".jsonld", "linked data (JSON-LD 1.1)", writeJSONLD},
	{"jsonl", ".jsonl", "the claims themselves, for ingest load", writeJSONL},
}

// table makes a writer of what gives a table's rows and what writes them.
func table[Row any](rows func(Graph) iter.Seq2[Row, error], write func(io.Writer, iter.Seq2[Row, error]) error) Writer {
	return func(w io.Writer, g Graph) error { return write(w, rows(g)) }
}

// FormatOf returns the format called name, or without a name the one that file's ending says.
func FormatOf(name, file string) (Format, error) {
	if name == "" {
		for _, f := range Formats {
			if f.Ending != "" && strings.EqualFold(filepath.Ext(file), f.Ending) {
				return f, nil
			}
		}
		if file == "" {
			return Format{}, fmt.Errorf("no format is named; name one with --format: %s", formatNames())
		}
		return Format{}, fmt.Errorf("%s: its ending does not say which format is meant; name it with --format: %s", file, formatNames())
	}
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, fmt.Errorf("there is no format %q; use one of %s", name, formatNames())
	}
	return Formats[i], nil
}

func formatNames() string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return strings.Join(names, ", ")
}

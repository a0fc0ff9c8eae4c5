// Package render prints bundles one after another, as they are read: for people the document as
// text with what was found in it, for programs the formats of claims of packages graph and
// export. It owns the text alone.
package render

import (
	"fmt"
	"io"

	"concord/graph"
	"concord/ingest/export"
)

// New returns a function that prints one bundle after another to w, in the format named
// "jsonl" (the interchange of package graph), "csv" (claims-csv of package export) or "text". Missed reports, for "text" to mark it, whether a passage, by its ID,
// has an event word and no claim; nil marks none.
func New(format string, w io.Writer, missed func(passage string) bool) (func(graph.Bundle) error, error) {
	switch format {
	case "jsonl":
		return func(b graph.Bundle) error { return graph.WriteJSONL(w, b) }, nil
	case "csv":
		return export.ClaimsCSV(w), nil
	case "text":
		return func(b graph.Bundle) error { return writeText(w, b, missed) }, nil
	default:
		return nil, fmt.Errorf("format %q is unknown; use jsonl, csv or text", format)
	}
}

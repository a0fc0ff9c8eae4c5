package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"concord/cmd/cli"
	"concord/graph"
	"concord/ingest/document"
	"concord/ingest/extract"
	"concord/ingest/gazetteer"
)

// sourceFlags say what to read and what is known of it besides its text.
type sourceFlags struct {
	Paths     []string `arg:"" name:"path" help:"Files, folders (with everything in them), claims files (*.jsonl), or - for standard input."`
	Include   []string `help:"Of folders, only files of this pattern, for example *.html; can be repeated." env:"CONCORD_INCLUDE" placeholder:"PATTERN"`
	Title     string   `help:"Title of the document, where its header and side file give none." env:"CONCORD_TITLE"`
	Publisher string   `help:"Who published it." env:"CONCORD_PUBLISHER"`
	Date      string   `help:"When it was published, in EDTF: 2009-01-20, 2009-01, 2009. Relative times (the past two years) need it." env:"CONCORD_DATE" placeholder:"EDTF"`
	URL       string   `help:"Where it was published." env:"CONCORD_URL"`
}

func (f sourceFlags) meta() document.Meta {
	return document.Meta{Title: f.Title, Publisher: f.Publisher, Date: f.Date, URL: f.URL}
}

// standardInput is the path that stands for standard input.
const standardInput = "-"

// names returns the files that the paths name, and how many paths could not be followed
// (told on std.Err).
func (f sourceFlags) names(std cli.Streams) (files []string, failed int) {
	paths := slices.DeleteFunc(slices.Clone(f.Paths), func(p string) bool { return p == standardInput })
	files, err := document.Files(paths, f.Include...)
	if err != nil {
		failed = tell(std.Err, err)
	}
	if len(paths) < len(f.Paths) {
		files = append(files, standardInput)
	}
	return files, failed
}

// tell prints each error joined in err on a line of its own and returns their number.
func tell(w io.Writer, err error) int {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		n := 0
		for _, e := range joined.Unwrap() {
			n += tell(w, e)
		}
		return n
	}
	fmt.Fprintln(w, "ingest:", err)
	return 1
}

// reader turns files into bundles.
type reader struct {
	extractor *extract.Extractor
	meta      document.Meta
	in        io.Reader
	explain   io.Writer       // told what was not taken and why; nil for nobody
	missed    map[string]bool // passages of the last document with an event word and no claim; nil where nobody asks
}

func newReader(f sourceFlags, in io.Reader) (*reader, *gazetteer.Gazetteer, error) {
	names, err := gazetteer.New()
	if err != nil {
		return nil, nil, err
	}
	x, err := extract.New(names)
	if err != nil {
		return nil, nil, err
	}
	return &reader{extractor: x, meta: f.meta(), in: in}, names, nil
}

// read returns the bundles of a file: of a document one, of a claims file as many as it
// has documents. Those without mistakes are returned beside the error.
func (r *reader) read(name string) ([]graph.Bundle, error) {
	switch {
	case name == standardInput:
		data, err := io.ReadAll(r.in)
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		if looksLikeClaims(data) {
			return graph.ReadJSONL(bytes.NewReader(data), "standard input", anyAnalyst)
		}
		return r.extract(document.Read("standard input", data, r.meta))
	case strings.HasSuffix(name, ".jsonl"):
		return readClaims(name, anyAnalyst)
	default:
		return r.extract(document.Open(name, r.meta))
	}
}

func (r *reader) extract(d *document.Document, err error) ([]graph.Bundle, error) {
	if err != nil {
		return nil, err
	}
	if r.explain != nil || r.missed != nil {
		r.notes(d)
	}
	return []graph.Bundle{r.extractor.Extract(d)}, nil
}

// notes tells what was not taken from d, and remembers the sentences that were missed.
func (r *reader) notes(d *document.Document) {
	clear(r.missed)
	for _, n := range r.extractor.Explain(d) {
		if r.missed != nil && n.Missed {
			r.missed[graph.PassageID(d.ID, n.Passage)] = true
		}
		if r.explain != nil {
			fmt.Fprintf(r.explain, "%s: sentence %d: %q: %s\n", d.Path, n.Passage, n.Words, n.Why)
		}
	}
}

// anyAnalyst is who corrects the claims files of the commands that ask for no name.
const anyAnalyst = "analyst"

func readClaims(name, analyst string) ([]graph.Bundle, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return graph.ReadJSONL(file, name, analyst)
}

// looksLikeClaims reports whether data begins as a claims file does.
func looksLikeClaims(data []byte) bool {
	line, _, _ := bytes.Cut(bytes.TrimSpace(data), []byte("\n"))
	return bytes.HasPrefix(line, []byte("{")) && bytes.Contains(line, []byte(`"type"`))
}

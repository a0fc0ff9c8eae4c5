package evaluate

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"concord/graph"
)

// Summary is the score of several documents.
type Summary struct{ Reports []Report }

// GoldOf returns the path of the gold that stands beside a document.
func GoldOf(document string) string {
	return strings.TrimSuffix(document, filepath.Ext(document)) + ".claims.yaml"
}

// Documents lists the documents of a folder (not of those in it) that have a gold beside them, sorted.
func Documents(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("documents to measure: %w", err)
	}
	var out []string
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if e.IsDir() || strings.HasSuffix(path, ".yaml") {
			continue
		}
		if _, err := os.Stat(GoldOf(path)); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		out = append(out, path)
	}
	return out, nil
}

// Run extracts each document and scores it against the gold beside it. What can't be
// read or extracted is left out of the summary and named in the error.
func Run(files []string, extract func(path string) (graph.Bundle, error)) (Summary, error) {
	var s Summary
	var errs []error
	for _, path := range files {
		gold, err := Load(GoldOf(path))
		if err != nil {
			errs = append(errs, err)
			continue
		}
		bundle, err := extract(path)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", path, err))
			continue
		}
		s.Add(path, Score(bundle, gold))
	}
	return s, errors.Join(errs...)
}

// Add adds the report of a document, under a name.
func (s *Summary) Add(name string, r Report) {
	r.Document = name
	s.Reports = append(s.Reports, r)
}

// Claims are the counts over all documents by relation and property.
func (s Summary) Claims() map[string]*Counts {
	return s.sum(func(r Report) map[string]*Counts { return r.Claims })
}

// Values are the counts over all documents of the properties of relations.
func (s Summary) Values() map[string]*Counts {
	return s.sum(func(r Report) map[string]*Counts { return r.Values })
}

// Total is the micro average over all claims of all documents.
func (s Summary) Total() Counts { return total(s.Claims()) }

func (s Summary) sum(of func(Report) map[string]*Counts) map[string]*Counts {
	sum := map[string]*Counts{}
	for _, r := range s.Reports {
		for kind, c := range of(r) {
			entry(sum, kind).add(*c)
		}
	}
	return sum
}

// WriteTable prints precision, recall and F1 by relation, by property, by value and in total, then
// one line for each document.
func (s Summary) WriteTable(w io.Writer) error {
	claims := s.Claims()
	var kinds []string
	for _, r := range graph.Relations {
		kinds = append(kinds, string(r.Type))
	}
	p := &printer{w: w}
	p.line("%-22s %6s %6s %6s %9s %7s %6s\n", "claims", "right", "wrong", "missed", "precision", "recall", "F1")
	p.rows(claims, kinds)
	p.rows(claims, rest(claims, kinds))
	p.row("all claims", total(claims))
	values := s.Values()
	p.line("\n%-22s %6s %6s %6s %9s %7s %6s\n", "values on right claims", "right", "wrong", "missed", "precision", "recall", "F1")
	p.rows(values, rest(values, nil))
	p.row("all values", total(values))
	p.line("\n%-22s %6s %6s %6s %9s %7s %6s\n", "documents", "right", "wrong", "missed", "precision", "recall", "F1")
	quotes, bad := 0, 0
	for _, r := range s.Reports {
		p.row(filepath.Base(r.Document), r.Total())
		quotes += r.Quotes
		bad += len(r.BadQuotes)
	}
	p.line("\n%d documents, %d claims with quotes, %d quotes not verbatim\n", len(s.Reports), quotes, bad)
	return p.err
}

func rest(m map[string]*Counts, without []string) []string {
	var out []string
	for k := range m {
		if !slices.Contains(without, k) {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// WriteErrors prints every miss, false claim, false value and bad quote with its sentence.
func (s Summary) WriteErrors(w io.Writer) error {
	p := &printer{w: w}
	for _, r := range s.Reports {
		t := r.Total()
		p.line("== %s: %d right, %d wrong, %d missed\n", r.Document, t.True, t.False, t.Missed)
		for _, f := range r.Wrong {
			p.line("wrong   %s  (%s)\n        %s\n", f.What, f.Rule, oneLine(f.Sentence))
		}
		for _, f := range r.Misses {
			p.line("missed  %s  (%s)\n        %s\n", f.What, f.Gold, oneLine(f.Sentence))
		}
		for _, f := range r.Misvalued {
			p.line("value   %s: %s  (%s)\n        %s\n", f.Kind, f.What, f.Rule, oneLine(f.Sentence))
		}
		for _, q := range r.BadQuotes {
			p.line("quote   %s\n", oneLine(q))
		}
	}
	return p.err
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

func (p *printer) rows(m map[string]*Counts, kinds []string) {
	for _, k := range kinds {
		if c := m[k]; c != nil && *c != (Counts{}) {
			p.row(k, *c)
		}
	}
}

func (p *printer) row(name string, c Counts) {
	p.line("%-22s %6d %6d %6d %9.3f %7.3f %6.3f\n", name, c.True, c.False, c.Missed, c.Precision(), c.Recall(), c.F1())
}

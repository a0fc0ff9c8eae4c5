package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/term"

	"concord/cmd/cli"
	"concord/graph"
	"concord/graph/connect"
	"concord/ingest/export"
)

type exportCommand struct {
	Format       string   `env:"CONCORD_FORMAT" help:"graphml, gexf, jsonld, jsonl (for ingest load), or {nodes,edges,dyads,claims}-{csv,parquet}. Without it, what the ending of --output says." placeholder:"FORMAT"`
	Output       string   `short:"o" env:"CONCORD_OUTPUT" help:"The file to write, in place of standard output. It appears when it is complete." placeholder:"FILE"`
	From         []string `env:"CONCORD_FROM" help:"Export the graph that these claims files (JSON Lines) make, or - for standard input; no database is needed. Can be repeated." placeholder:"FILE"`
	Label        []string `env:"CONCORD_LABEL" help:"Only nodes of this label, and edges between such; can be repeated." placeholder:"LABEL"`
	Relation     []string `env:"CONCORD_RELATION" help:"Only edges of this type, and their nodes; can be repeated." placeholder:"TYPE"`
	Since        string   `env:"CONCORD_SINCE" help:"Only what happened or held on this date or later, in EDTF: 2007, 2007-08." placeholder:"EDTF"`
	Until        string   `env:"CONCORD_UNTIL" help:"Only what happened or held on this date or earlier, in EDTF." placeholder:"EDTF"`
	Organization []string `env:"CONCORD_ORGANIZATION" help:"Only this organization's edges and those of what was under it; its id, acronym or name; can be repeated." placeholder:"NAME"`
	connect.Flags
	Keep bool `env:"CONCORD_KEEP" help:"Leave the local Neo4j running at the end, for the next program."`
}

func (c *exportCommand) Run(ctx context.Context, std cli.Streams) (err error) {
	format, err := export.FormatOf(c.Format, c.Output)
	if err != nil {
		return err
	}
	filter, err := export.NewFilter(c.Label, c.Relation, c.Since, c.Until)
	if err != nil {
		return err
	}
	if f, ok := std.Out.(*os.File); ok && c.Output == "" && strings.HasSuffix(format.Name, "-parquet") && term.IsTerminal(int(f.Fd())) {
		return errors.New("parquet is not for terminals; name a file with --output")
	}
	if len(c.From) > 0 {
		g, err := ofClaims(c.From, std.In)
		if err != nil {
			return err
		}
		return c.write(std, format, filter, g, func() error { return nil })
	}
	database, err := connect.Open(ctx, c.Flags, func(line string) { fmt.Fprintln(std.Err, line) })
	if err != nil {
		return err
	}
	defer func() {
		ctx := context.WithoutCancel(ctx)
		if c.Keep {
			err = errors.Join(err, database.Leave(ctx))
			return
		}
		err = errors.Join(err, database.Close(ctx))
	}()
	walk := database.Walk(ctx)
	before, err := walk.Fingerprint()
	if err != nil {
		return err
	}
	return c.write(std, format, filter, walk, func() error {
		after, err := walk.Fingerprint()
		if err == nil && after != before {
			err = errors.New("documents were saved or removed while the graph was read; export again when nothing is being ingested")
		}
		return err
	})
}

// ofClaims reads claims files whole: what they say together is known at their end only.
func ofClaims(files []string, in io.Reader) (export.Graph, error) {
	var all []graph.Bundle
	var errs []error
	for _, name := range files {
		var bundles []graph.Bundle
		var err error
		if name == standardInput {
			bundles, err = graph.ReadJSONL(in, "standard input", anyAnalyst)
		} else {
			bundles, err = readClaims(name, anyAnalyst)
		}
		all, errs = append(all, bundles...), append(errs, err)
	}
	for _, b := range all {
		errs = append(errs, b.Check())
	}
	return export.OfClaims(all), errors.Join(errs...)
}

// write writes the graph's part, and calls finish before the file takes its place.
func (c *exportCommand) write(std cli.Streams, format export.Format, filter export.Filter, g export.Graph, finish func() error) (err error) {
	if filter.Organizations, err = export.FindOrganizations(g, c.Organization); err != nil {
		return err
	}
	to, name := std.Out, "standard output"
	var file *pendingFile
	if c.Output != "" {
		if file, err = createPending(c.Output); err != nil {
			return err
		}
		defer file.discard()
		to, name = file, c.Output
	}
	watch := newExportProgress(std.Err, name)
	defer watch.end()
	buffered := bufio.NewWriterSize(watch.writer(to), 1<<16)
	start := time.Now()
	if err := format.Write(buffered, watch.graph(export.Select(g, filter))); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := errors.Join(buffered.Flush(), finish()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if file != nil {
		if err := file.keep(); err != nil {
			return err
		}
	}
	watch.end()
	fmt.Fprintf(std.Err, "wrote %s as %s: %s in %s\n", name, format.Name, watch.told(), time.Since(start).Round(10*time.Millisecond))
	return nil
}

// pendingFile is a file that appears under its name once it is complete.
type pendingFile struct {
	*os.File
	name   string
	direct bool
	kept   bool
}

// createPending creates it. What is there already and no ordinary file, a pipe or a terminal,
// is written at once.
func createPending(name string) (*pendingFile, error) {
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("%s is a folder; name a file in it", name)
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return nil, fmt.Errorf("cannot write %s: %w", name, err)
		}
		return &pendingFile{File: f, name: name, direct: true}, nil
	case err == nil:
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return nil, fmt.Errorf("cannot write %s: %w", name, err)
		}
	}
	part := filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%d.part", filepath.Base(name), os.Getpid()))
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", name, err)
	}
	return &pendingFile{File: f, name: name}, nil
}

func (f *pendingFile) keep() error {
	if f.direct {
		f.kept = true
		return f.Close()
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("cannot write %s: %w", f.name, err)
	}
	if err := os.Rename(f.File.Name(), f.name); err != nil {
		return fmt.Errorf("cannot write %s: %w", f.name, err)
	}
	f.kept = true
	return nil
}

func (f *pendingFile) discard() {
	if f.kept {
		return
	}
	f.Close()
	if !f.direct {
		os.Remove(f.File.Name())
	}
}

package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"concord/cmd/cli"
	"concord/graph"
	"concord/graph/connect"
	"concord/graph/store"
	"concord/ingest/gazetteer"
	"concord/ingest/infer"
	"concord/ingest/reference"
)

// graphFlags say what is added to what documents say.
type graphFlags struct {
	connect.Flags `prefix:""`

	Reference bool `default:"true" negatable:"" env:"CONCORD_REFERENCE" help:"Load reference knowledge (memberships with their years) as a document of its own."`
	Infer     bool `default:"true" negatable:"" env:"CONCORD_INFER" help:"Add what follows from a claim and reference knowledge together, such as the members of a group at the time; marked as inferred."`
	Keep      bool `env:"CONCORD_KEEP" help:"Leave the local Neo4j running at the end, for the next program."`
}

// open opens the database, ready to be written.
func (f graphFlags) open(ctx context.Context, std cli.Streams) (database *connect.Database, done func() error, err error) {
	database, err = connect.Open(ctx, f.Flags, func(line string) { fmt.Fprintln(std.Err, line) })
	if err != nil {
		return nil, nil, err
	}
	done = func() error {
		ctx := context.WithoutCancel(ctx)
		if f.Keep {
			return database.Leave(ctx)
		}
		return database.Close(ctx)
	}
	if err := database.EnsureSchema(ctx); err != nil {
		return nil, nil, errors.Join(err, database.Close(context.WithoutCancel(ctx)))
	}
	return database, done, nil
}

type runCommand struct {
	sourceFlags
	graphFlags
}

func (c *runCommand) Run(ctx context.Context, std cli.Streams) error {
	files, failed := c.names(std)
	if len(files) == 0 {
		return errors.New("there is nothing to read: name documents, folders, or - for standard input")
	}
	r, names, err := newReader(c.sourceFlags, std.In)
	if err != nil {
		return err
	}
	return c.save(ctx, std, names, files, failed, r.read)
}

type loadCommand struct {
	Files   []string `arg:"" name:"file" help:"Claims files (JSON Lines, as extract prints them, edited or not), or - for standard input. A claim that was edited and kept its id replaces the claim of that id; \"verdict\":\"reject\" or \"accept\" in its line decides about it."`
	Analyst string   `default:"analyst" env:"CONCORD_ANALYST" help:"Who made the corrections: they are kept as a document of this publisher, which a later load of the same file by the same analyst replaces."`
	graphFlags
}

func (c *loadCommand) Run(ctx context.Context, std cli.Streams) error {
	names, err := gazetteer.New()
	if err != nil {
		return err
	}
	return c.save(ctx, std, names, c.Files, 0, func(name string) ([]graph.Bundle, error) {
		if name == standardInput {
			return graph.ReadJSONL(std.In, "standard input", c.Analyst)
		}
		return readClaims(name, c.Analyst)
	})
}

// unit is a file that was read: its bundles, and the mistakes in it.
type unit struct {
	name    string
	bundles []graph.Bundle
	err     error
}

// save reads each file and saves its bundles, one transaction a document: reading goes
// on while the one before is saved. What fails is told and counted, the rest goes on.
func (f graphFlags) save(ctx context.Context, std cli.Streams, names *gazetteer.Gazetteer, files []string, failed int, read func(string) ([]graph.Bundle, error)) (err error) {
	known, err := reference.Bundle(names)
	if err != nil {
		return err
	}
	knowledge, err := infer.New(names)
	if err != nil {
		return err
	}
	database, done, err := f.open(ctx, std)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()

	units, stop := stream(ctx, files, read)
	defer stop()
	sum := summary{failed: failed}
	progress := newProgress(std.Err, len(files))
	defer progress.end()
	if f.Reference {
		if err := sum.save(ctx, database.Store, known); err != nil {
			return err
		}
	}
	for u := range units {
		progress.step(u.name)
		if u.err != nil {
			sum.failed += progress.tell(u.err)
		}
		for _, b := range u.bundles {
			err := error(nil)
			if f.Infer {
				b, err = inferred(ctx, database.Store, b, knowledge)
			}
			if err == nil {
				err = sum.save(ctx, database.Store, b)
			}
			if err != nil {
				if fatal(ctx, err) {
					return err
				}
				sum.failed += progress.tell(fmt.Errorf("%s: %w", u.name, err))
			}
		}
	}
	progress.end()
	if err := ctx.Err(); err != nil {
		return err
	}
	sum.write(std.Out)
	if sum.failed > 0 {
		return cli.ErrPartly
	}
	return nil
}

// inferred returns b with what follows from it, as far as no analyst has overruled what it follows from.
func inferred(ctx context.Context, s *store.Store, b graph.Bundle, knowledge infer.Knowledge) (graph.Bundle, error) {
	b = b.Normalized()
	var ids []string
	for _, c := range b.Claims {
		ids = append(ids, c.ID)
	}
	overruled, err := s.Overruled(ctx, ids)
	if err != nil {
		return b, err
	}
	standing := b
	standing.Claims = nil
	var others []graph.Claim
	for _, c := range b.Claims {
		if overruled[c.ID] || c.Verdict == graph.Reject {
			others = append(others, c)
		} else {
			standing.Claims = append(standing.Claims, c)
		}
	}
	b = infer.Bundle(standing, knowledge)
	b.Claims = append(b.Claims, others...)
	return b, nil
}

// stream reads files ahead of whoever takes them, in order.
func stream(ctx context.Context, files []string, read func(string) ([]graph.Bundle, error)) (units <-chan unit, stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	out := make(chan unit, 1)
	var reading sync.WaitGroup
	reading.Go(func() {
		defer close(out)
		for _, name := range files {
			if ctx.Err() != nil {
				return
			}
			bundles, err := read(name)
			select {
			case out <- unit{name, bundles, err}:
			case <-ctx.Done():
				return
			}
		}
	})
	return out, func() { cancel(); reading.Wait() }
}

// fatal reports whether an error of the database concerns every document, not this one.
func fatal(ctx context.Context, err error) bool {
	switch store.CodeOf(err) {
	case store.Unavailable, store.Auth:
		return true
	}
	return ctx.Err() != nil
}

package main

import (
	"bufio"
	"context"
	"fmt"

	"concord/cmd/cli"
	"concord/ingest/render"
)

type extractCommand struct {
	sourceFlags
	Format  string `enum:"jsonl,csv,text" default:"jsonl" env:"CONCORD_FORMAT" help:"jsonl (can be edited and loaded), csv (a row a claim), or text (the document with what was found in it)."`
	Explain bool   `env:"CONCORD_EXPLAIN" help:"Tell on standard error what was not taken, and why."`
}

// Run prints the claims of all files, one file at a time, so that memory does not grow
// with their number.
func (c *extractCommand) Run(ctx context.Context, std cli.Streams) error {
	files, failed := c.names(std)
	r, _, err := newReader(c.sourceFlags, std.In)
	if err != nil {
		return err
	}
	if c.Explain {
		r.explain = std.Err
	}
	out := bufio.NewWriterSize(std.Out, 1<<16)
	missed := func(passage string) bool { return r.missed[passage] }
	if c.Format == "text" {
		r.missed = map[string]bool{}
	}
	print, err := render.New(c.Format, out, missed)
	if err != nil {
		return err
	}
	printed := map[string]string{} // the file that each document was printed from
	for _, name := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		bundles, err := r.read(name)
		if err != nil {
			failed += tell(std.Err, err)
		}
		for _, b := range bundles {
			if same, twice := printed[b.Document.ID]; twice {
				fmt.Fprintf(std.Err, "%s: is the same text as %s and left out\n", name, same)
				continue
			}
			printed[b.Document.ID] = name
			if err := print(b); err != nil {
				return fmt.Errorf("cannot write the claims of %s: %w", name, err)
			}
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("cannot write the claims of %s: %w", name, err)
		}
	}
	if failed > 0 {
		return cli.ErrPartly
	}
	return nil
}

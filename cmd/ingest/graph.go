package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"text/tabwriter"

	"concord/cmd/cli"
	"concord/graph/connect"
)

type retractCommand struct {
	Documents []string `arg:"" name:"document" help:"Documents to remove: ids (doc:…, or the beginning of one) or titles, as ingest documents lists them."`
	connect.Flags
	Keep bool `env:"CONCORD_KEEP" help:"Leave the local Neo4j running at the end, for the next program."`
}

func (c *retractCommand) Run(ctx context.Context, std cli.Streams) (err error) {
	database, done, err := graphFlags{Flags: c.Flags, Keep: c.Keep}.open(ctx, std)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	var sum summary
	for _, key := range c.Documents {
		change, err := database.Retract(ctx, key)
		if err != nil {
			if fatal(ctx, err) {
				return err
			}
			sum.failed += tell(std.Err, err)
			continue
		}
		sum.change.Add(change)
	}
	sum.write(std.Out)
	if sum.failed > 0 {
		return cli.ErrPartly
	}
	return nil
}

type documentsCommand struct {
	connect.Flags
	Keep bool `env:"CONCORD_KEEP" help:"Leave the local Neo4j running at the end, for the next program."`
}

func (c *documentsCommand) Run(ctx context.Context, std cli.Streams) (err error) {
	database, done, err := graphFlags{Flags: c.Flags, Keep: c.Keep}.open(ctx, std)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	documents, err := database.Documents(ctx)
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(std.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "id\tpublished\tpassages\tclaims\ttitle\tpublisher")
	for _, d := range documents {
		fmt.Fprintf(t, "%.20s\t%s\t%d\t%d\t%s\t%s\n", d.ID, cmp.Or(d.Published, "-"), d.Passages, d.Claims, cmp.Or(d.Title, "-"), cmp.Or(d.Publisher, "-"))
	}
	return t.Flush()
}

type verifyCommand struct {
	connect.Flags
	Keep bool `env:"CONCORD_KEEP" help:"Leave the local Neo4j running at the end, for the next program."`
}

func (c *verifyCommand) Run(ctx context.Context, std cli.Streams) (err error) {
	database, done, err := graphFlags{Flags: c.Flags, Keep: c.Keep}.open(ctx, std)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	violations, err := database.Verify(ctx)
	if err != nil {
		return err
	}
	for _, v := range violations {
		fmt.Fprintln(std.Out, v)
	}
	if len(violations) > 0 {
		fmt.Fprintf(std.Out, "%d violations\n", len(violations))
		return cli.ErrPartly
	}
	fmt.Fprintln(std.Out, "the graph is sound")
	return nil
}

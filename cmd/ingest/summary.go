package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"concord/graph"
	"concord/graph/store"
)

// summary adds up what saving did.
type summary struct {
	change store.Change
	failed int
}

func (s *summary) save(ctx context.Context, to *store.Store, b graph.Bundle) error {
	change, err := to.Save(ctx, b)
	if err != nil {
		return err
	}
	s.change.Add(change)
	return nil
}

// write prints a table: documents, passages and claims, entities by label, and
// relationships by type, each with what was new, changed, unchanged and removed.
func (s *summary) write(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tnew\tchanged\tunchanged\tremoved\t")
	line := func(name string, n store.Count) {
		if n != (store.Count{}) {
			fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\t\n", name, n.New, n.Changed, n.Unchanged, n.Removed)
		}
	}
	line("documents", s.change.Labels[graph.DocumentLabel])
	line("passages", s.change.Labels[graph.PassageLabel])
	line("claims", s.change.Labels[graph.ClaimLabel])
	for _, label := range graph.EntityLabels {
		line(string(label), s.change.Labels[label])
	}
	for _, r := range graph.Relations {
		line(string(r.Type), s.change.Relationships[r.Type])
	}
	t.Flush()
	fmt.Fprintf(w, "failed: %d\n", s.failed)
}

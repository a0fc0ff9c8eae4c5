package main

import (
	"fmt"
	"io"
	"iter"
	"os"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"concord/graph"
	"concord/ingest/export"
)

// exportProgress counts what is read and written, and shows it where w is a terminal.
type exportProgress struct {
	nodes, edges, documents, bytes atomic.Int64

	bars  *mpb.Progress
	bar   *mpb.Bar
	ended bool
}

func newExportProgress(w io.Writer, name string) *exportProgress {
	p := &exportProgress{}
	if f, ok := w.(*os.File); !ok || !term.IsTerminal(int(f.Fd())) {
		return p
	}
	p.bars = mpb.New(mpb.WithOutput(w))
	p.bar = p.bars.New(0, mpb.SpinnerStyle(), mpb.BarRemoveOnComplete(),
		mpb.AppendDecorators(decor.Elapsed(decor.ET_STYLE_GO), decor.Any(func(decor.Statistics) string { return "  " + name + "  " + p.told() })))
	return p
}

// told says in words what was read and written so far.
func (p *exportProgress) told() string {
	s := ""
	for _, n := range []struct {
		name string
		n    *atomic.Int64
	}{{"nodes", &p.nodes}, {"edges", &p.edges}, {"documents", &p.documents}} {
		if n.n.Load() > 0 {
			s += fmt.Sprintf("%d %s, ", n.n.Load(), n.name)
		}
	}
	return s + fmt.Sprintf("%.1f", decor.SizeB1000(p.bytes.Load()))
}

func (p *exportProgress) end() {
	if p.bars != nil && !p.ended {
		p.bar.Abort(true)
		p.bars.Wait()
	}
	p.ended = true
}

func (p *exportProgress) writer(w io.Writer) io.Writer { return countingWriter{w, &p.bytes} }

type countingWriter struct {
	w io.Writer
	n *atomic.Int64
}

func (c countingWriter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n.Add(int64(n))
	return n, err
}

// graph counts what is walked of g.
func (p *exportProgress) graph(g export.Graph) export.Graph { return countedGraph{g, p} }

type countedGraph struct {
	export.Graph
	p *exportProgress
}

func (g countedGraph) Nodes() iter.Seq2[graph.SourcedNode, error] {
	return counted(g.Graph.Nodes(), &g.p.nodes)
}

func (g countedGraph) Edges() iter.Seq2[graph.SourcedEdge, error] {
	return counted(g.Graph.Edges(), &g.p.edges)
}

func (g countedGraph) Bundles() iter.Seq2[graph.Bundle, error] {
	return counted(g.Graph.Bundles(), &g.p.documents)
}

func counted[V any](all iter.Seq2[V, error], n *atomic.Int64) iter.Seq2[V, error] {
	return func(yield func(V, error) bool) {
		for v, err := range all {
			n.Add(1)
			if !yield(v, err) {
				return
			}
		}
	}
}

package main

import (
	"fmt"
	"io"
	"os"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// progress shows how far reading has come: a bar where w is a terminal, otherwise a
// plain line a file.
type progress struct {
	w     io.Writer
	all   int
	at    int
	bars  *mpb.Progress
	bar   *mpb.Bar
	name  string
	ended bool
}

func newProgress(w io.Writer, all int) *progress {
	p := &progress{w: w, all: all}
	if f, ok := w.(*os.File); !ok || !term.IsTerminal(int(f.Fd())) {
		return p
	}
	p.bars = mpb.New(mpb.WithOutput(w), mpb.WithWidth(48))
	p.bar = p.bars.AddBar(int64(all),
		mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.CountersNoUnit("%d / %d", decor.WCSyncWidth)),
		mpb.AppendDecorators(decor.Elapsed(decor.ET_STYLE_GO), decor.Any(func(decor.Statistics) string { return "  " + p.name })))
	return p
}

// step tells that a file is being saved.
func (p *progress) step(name string) {
	p.at++
	if p.bar == nil {
		fmt.Fprintf(p.w, "%d/%d %s\n", p.at, p.all, name)
		return
	}
	p.name = name
	p.bar.SetCurrent(int64(p.at))
}

// tell prints each error joined in err above the bar and returns their number.
func (p *progress) tell(err error) int {
	if p.bars != nil && !p.ended {
		return tell(p.bars, err)
	}
	return tell(p.w, err)
}

// end takes the bar away.
func (p *progress) end() {
	if p.bars != nil && !p.ended {
		p.bar.Abort(true)
		p.bars.Wait()
	}
	p.ended = true
}

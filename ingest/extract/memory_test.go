package extract

import (
	"io"
	"runtime"
	"runtime/metrics"
	"testing"
	"time"

	"concord/graph"
)

// live is the memory that is reachable, in bytes.
func live() int {
	runtime.GC()
	runtime.GC() // empties pools
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// TestMemoryIsFlat: nothing of a document stays once its claims are written.
func TestMemoryIsFlat(t *testing.T) {
	x := newExtractor(t)
	const size, count = 8_000, 120
	start := 0
	for n := range count {
		if n == 20 {
			start = live()
		}
		d := long(t, size+n)
		if err := graph.WriteJSONL(io.Discard, x.Extract(d)); err != nil {
			t.Fatal(err)
		}
	}
	if grown := live() - start; grown > 5*size {
		t.Errorf("after %d documents of %d bytes %d bytes more are held", count-20, size, grown)
	}
	runtime.KeepAlive(x)
}

// TestMemoryOfADocument: what is held while a document is read, and its bundle, grow with the length of the
// text and no faster. The documents of the repository have a claim in every fifty bytes; texts with fewer need less.
func TestMemoryOfADocument(t *testing.T) {
	x := newExtractor(t)
	perByte := func(size int) (reading, bundle float64) {
		d := long(t, size)
		before := live()
		last := d.Blocks[len(d.Blocks)-1].Span
		held := 0
		x.read(d, func(s *sentence, _ []clause) {
			if s.a >= last.Start && held == 0 {
				held = live() - before
			}
		})
		b := x.Extract(d)
		kept := live() - before
		runtime.KeepAlive(b)
		runtime.KeepAlive(d)
		return float64(held) / float64(len(d.Text)), float64(kept) / float64(len(d.Text))
	}
	perByte(50_000)
	reading, bundle := perByte(200_000)
	reading4, bundle4 := perByte(800_000)
	t.Logf("bytes per byte of text: reading %.1f and %.1f, bundle %.1f and %.1f", reading, reading4, bundle, bundle4)
	if reading4 > 1.25*reading || bundle4 > 1.25*bundle {
		t.Error("memory grows faster than the text")
	}
	if reading > 32 || bundle > 24 {
		t.Error("reading held at most 32 bytes per byte of text, and the bundle 24")
	}
}

// BenchmarkMemory reports the most memory that was in use at once, what waits to be collected with it:
// of one long document, and of two hundred of twenty kilobytes, one after another.
func BenchmarkMemory(b *testing.B) {
	x := newExtractor(b)
	for _, c := range []struct {
		name        string
		count, size int
	}{{"long=4MB", 1, 4_000_000}, {"documents=200", 200, 20_000}} {
		b.Run(c.name, func(b *testing.B) {
			d := long(b, c.size)
			base := live()
			for b.Loop() {
				peak := peakDuring(func() {
					for range c.count {
						if err := graph.WriteJSONL(io.Discard, x.Extract(d)); err != nil {
							b.Fatal(err)
						}
					}
				})
				b.ReportMetric(float64(max(peak-base, 0))/1e6, "peak-MB")
			}
			runtime.KeepAlive(d)
		})
	}
}

// peakDuring is the most that objects on the heap took while do ran, in bytes.
func peakDuring(do func()) int {
	done := make(chan struct{})
	top := make(chan int)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		peak := 0
		for {
			metrics.Read(sample)
			peak = max(peak, int(sample[0].Value.Uint64()))
			select {
			case <-done:
				top <- peak
				return
			case <-time.After(time.Millisecond):
			}
		}
	}()
	do()
	close(done)
	return <-top
}

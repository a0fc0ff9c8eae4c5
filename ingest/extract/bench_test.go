package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"concord/ingest/document"
)

// BenchmarkExtract reads the documents of the repository one by one, and joined into long documents, each
// several times over: the throughput must not fall with the length.
func BenchmarkExtract(b *testing.B) {
	b.Run("documents", func(b *testing.B) {
		var docs []*document.Document
		for _, file := range documents(b) {
			d, err := document.Open(file, document.Meta{})
			if err != nil {
				b.Fatal(err)
			}
			docs = append(docs, d)
		}
		benchmark(b, docs...)
	})
	for _, size := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprintf("long=%dkB", size/1000), func(b *testing.B) { benchmark(b, long(b, size)) })
	}
}

// long is a document of about size bytes, of the plain texts of the repository, over and over.
func long(t testing.TB, size int) *document.Document {
	t.Helper()
	var once, all strings.Builder
	for _, file := range documents(t) {
		if filepath.Ext(file) == ".html" {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		once.Write(text)
		once.WriteString("\n\n")
	}
	for all.Len() < size {
		all.WriteString(once.String())
	}
	text := all.String()[:size]
	d, err := document.Read("long.md", []byte(text[:strings.LastIndex(text, "\n\n")]), document.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// benchmark extracts from docs and reports, beside the throughput by the clock, that by the processor's
// time, which other programs on the machine disturb less.
func benchmark(b *testing.B, docs ...*document.Document) {
	x := newExtractor(b)
	size := 0
	for _, d := range docs {
		size += len(d.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	from := cpuSeconds(b)
	for b.Loop() {
		for _, d := range docs {
			x.Extract(d)
		}
	}
	b.ReportMetric(float64(size)*float64(b.N)/1e6/(cpuSeconds(b)-from), "MB/cpu-s")
}

// cpuSeconds is the processor time that the process has used.
func cpuSeconds(t testing.TB) float64 {
	t.Helper()
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		t.Fatal(err)
	}
	return float64(use.Utime.Nano()+use.Stime.Nano()) / 1e9
}

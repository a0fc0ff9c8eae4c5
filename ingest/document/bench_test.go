package document

import (
	"bytes"
	"os"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	for _, name := range []string{"wrapped.txt", "front.md", "page.html"} {
		b.Run(name, func(b *testing.B) {
			page, err := os.ReadFile("testdata/" + name)
			if err != nil {
				b.Fatal(err)
			}
			data := bytes.Repeat(page, 1000)
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Read(name, data, Meta{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

package document

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// dump writes a document as its golden file has it.
func dump(d *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\npublisher: %s\npublished: %s\nlanguage: %s\nurl: %s\n", d.Title, d.Publisher, d.Published, d.Language, d.URL)
	section := "\x00"
	for _, block := range d.Blocks {
		if s := strings.Join(block.Sections, " > "); s != section {
			fmt.Fprintf(&b, "\n[%s]\n", s)
			section = s
		}
		fmt.Fprintf(&b, "%s", block.Kind)
		if block.Level > 0 {
			fmt.Fprintf(&b, " %d", block.Level)
		}
		if len(block.Cells) > 0 {
			for _, c := range block.Cells {
				fmt.Fprintf(&b, " | %s", d.Text[c.Start:c.End])
			}
			b.WriteString("\n")
			continue
		}
		b.WriteString("\n")
		for _, s := range block.Sentences {
			fmt.Fprintf(&b, "\t%s\n", strings.ReplaceAll(d.Text[s.Start:s.End], "\n", "\n\t  "))
		}
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	files, err := Files([]string{"testdata"}, "*.txt", "*.md", "*.html")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 5 {
		t.Fatalf("only %d files", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			d, err := Open(file, Meta{})
			if err != nil {
				t.Fatal(err)
			}
			invariants(t, d)
			if ext := filepath.Ext(file); ext != ".html" {
				if raw, _ := os.ReadFile(file); d.Text != string(raw) {
					t.Error("the text is not the file's")
				}
			}
			compare(t, file+".golden", dump(d))
		})
	}
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// invariants checks what holds of every document.
func invariants(t *testing.T, d *Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Fatal("the text is no valid UTF-8")
	}
	end := 0
	inside := func(what string, s Span, from, to int) {
		t.Helper()
		if s.Start < from || s.End < s.Start || s.End > to {
			t.Fatalf("%s %v is outside %d to %d", what, s, from, to)
		}
		if s.End < len(d.Text) && !utf8.RuneStart(d.Text[s.End]) || s.Start < len(d.Text) && !utf8.RuneStart(d.Text[s.Start]) {
			t.Fatalf("%s %v cuts a character", what, s)
		}
	}
	for _, b := range d.Blocks {
		inside("block", b.Span, end, len(d.Text))
		end = b.Span.End
		if len(b.Sentences) == 0 || b.Span.Start == b.Span.End {
			t.Fatalf("block %v is empty", b.Span)
		}
		at := b.Span.Start
		for _, s := range b.Sentences {
			inside("sentence", s, at, b.Span.End)
			if gap := d.Text[at:s.Start]; strings.TrimFunc(gap, isBlank) != "" {
				t.Fatalf("%q lies between sentences", gap)
			}
			at = s.End
		}
		if rest := d.Text[at:b.Span.End]; strings.TrimFunc(rest, isBlank) != "" {
			t.Fatalf("%q lies behind the last sentence", rest)
		}
		cell := 0
		for _, c := range b.Cells {
			inside("cell", c, cell, len(d.Text))
			cell = c.End
		}
	}
}

func FuzzRead(f *testing.F) {
	files, _ := Files([]string{"testdata"}, "*.txt", "*.md", "*.html")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range []string{"a.txt", "a.md", "a.html"} {
			f.Add(name, data)
		}
	}
	f.Add("a.txt", []byte("\ufeff---\ntitle: x\n---\r\nA\t\u00a0b\r\n\x0c- c"))
	f.Add("a.txt", []byte("|a|b|\n|---|---|\n||\n|c|d|"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if formatOf(name, data) == formatPDF {
			t.Skip("PDF is read in a sandbox, and slowly")
		}
		d, err := Read(name, data, Meta{})
		if err != nil {
			if !strings.HasPrefix(err.Error(), name+":") {
				t.Fatalf("%v does not name the file", err)
			}
			return
		}
		invariants(t, d)
	})
}

package evaluate

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// folders hold the repository's own documents with what a person read in them.
var folders = []string{"../../testdata/documents", "../../testdata/documents/blind"}

// corpus yields every gold of the repository with the text of its document.
func corpus(t *testing.T) func(func(*Gold, string) bool) {
	return func(yield func(*Gold, string) bool) {
		for _, dir := range folders {
			documents, err := Documents(dir)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range documents {
				gold, err := Load(GoldOf(d))
				if err != nil {
					t.Error(err)
					continue
				}
				data, err := os.ReadFile(d)
				if err != nil {
					t.Fatal(err)
				}
				if !yield(gold, string(data)) {
					return
				}
			}
		}
	}
}

// Load checks each file by itself: ids in form, relations that the graph has between
// labels it joins, every handle used. What is left to check is that gold and document come in pairs.
func TestCorpusIsPaired(t *testing.T) {
	for _, dir := range folders {
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		paired := map[string]bool{}
		for _, f := range files {
			if path := filepath.Join(dir, f.Name()); !f.IsDir() && !strings.HasSuffix(path, ".claims.yaml") {
				paired[GoldOf(path)] = true
				if _, err := os.Stat(GoldOf(path)); err != nil {
					t.Errorf("%s has no %s beside it", path, filepath.Base(GoldOf(path)))
				}
			}
		}
		for _, f := range files {
			if path := filepath.Join(dir, f.Name()); strings.HasSuffix(path, ".claims.yaml") && !paired[path] {
				t.Errorf("%s has no document beside it", path)
			}
		}
	}
	if _, err := Load("../../testdata/chapter.claims.yaml"); err != nil {
		t.Error(err)
	}
}

// The package comment names the topics, so that annotators and extraction mean the same.
func TestTopicsAreNamed(t *testing.T) {
	guide, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for gold := range corpus(t) {
		for _, c := range gold.Claims {
			for _, o := range c.Objects {
				if topic, ok := strings.CutPrefix(o, "topic:"); ok && !strings.Contains(string(guide), topic) {
					t.Errorf("%s:%d: the package comment does not name the topic %q", gold.Path, c.Line, topic)
				}
			}
		}
	}
}

// thousands are the places where a large number is parted: 1,388 or 1 388.
var thousands = regexp.MustCompile(`(\d)[, ](\d{3})\b`)

// A gold that no words of its document bear out was put beside the wrong one: every
// named entity must have the words of its name, and every large number must stand, in the text.
func TestGoldSpeaksOfItsDocument(t *testing.T) {
	for gold, document := range corpus(t) {
		plain, known := thousands.ReplaceAllString(document, "$1$2"), map[string]bool{}
		for _, w := range words(document) {
			known[w] = true
		}
		spoken := func(line int, values []any) {
			for _, v := range values {
				// Smaller numbers may be spelled out.
				if n, ok := v.(int64); ok && n >= 100 && !strings.Contains(plain, text(n)) {
					t.Errorf("%s:%d: the document never says %d", gold.Path, line, n)
				}
			}
		}
		for _, c := range gold.Claims {
			spoken(c.Line, c.Properties["personnel"])
		}
		for _, e := range gold.Entities {
			spoken(e.Line, e.Properties["value"])
			for _, w := range words(strings.Join(e.Names[:min(1, len(e.Names))], "")) {
				if !known[w] {
					t.Errorf("%s:%d: the document never says %q of %q", gold.Path, e.Line, w, e.Names[0])
				}
			}
		}
	}
}

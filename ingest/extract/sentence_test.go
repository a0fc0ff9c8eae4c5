package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"concord/graph"
	"concord/ingest/document"
)

// TestSentences reads testdata/*.txt: texts of one construction each, with claims that
// must come of them and claims that must not.
func TestSentences(t *testing.T) {
	x := newExtractor(t)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata/*.txt", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for n, block := range strings.Split(string(data), "\n\n") {
			text, wants := sentenceCase(block)
			if text == "" {
				continue
			}
			t.Run(fmt.Sprintf("%s/%d", strings.TrimSuffix(filepath.Base(file), ".txt"), n), func(t *testing.T) {
				name := "case.txt"
				if text[0] == '#' {
					name = "case.md"
				}
				d, err := document.Read(name, []byte(text+"\n"), document.Meta{Title: "case"})
				if err != nil {
					t.Fatal(err)
				}
				b := x.Extract(d)
				checkBundle(t, b)
				for _, want := range wants {
					if found := holds(b, want[2:]); found != (want[0] == '+') {
						t.Errorf("%s\n  %s\n%s", text, want, tell(b))
					}
				}
			})
		}
	}
}

func sentenceCase(block string) (text string, wants []string) {
	var lines []string
	for _, line := range strings.Split(block, "\n") {
		switch {
		case strings.HasPrefix(line, "> "):
			lines = append(lines, line[2:])
		case line == ">":
			lines = append(lines, "")
		case strings.HasPrefix(line, "+ "), strings.HasPrefix(line, "- "):
			wants = append(wants, line)
		}
	}
	return strings.Join(lines, "\n"), wants
}

// holds reports whether a claim of the bundle fits "subject RELATION object {properties}" or "subject .property value".
func holds(b graph.Bundle, want string) bool {
	want, props, _ := strings.Cut(want, " {")
	f := strings.SplitN(want, " ", 3)
	for _, c := range b.Claims {
		if strings.HasPrefix(f[1], ".") {
			if c.Property == f[1][1:] && like(f[0], c.Subject) && (fmt.Sprint(c.Value) == f[2] || fmt.Sprint(c.Value) == "["+f[2]+"]") && c.Supports() {
				return true
			}
			continue
		}
		if string(c.Relation) == f[1] && like(f[0], c.Subject) && like(f[2], c.Object) && hasProperties(c, strings.TrimSuffix(props, "}")) {
			return true
		}
	}
	return false
}

func like(want, got string) bool { return want == "*" || want == got }

func hasProperties(c graph.Claim, props string) bool {
	if props == "" {
		return true
	}
	for _, p := range strings.Split(props, ", ") {
		name, value, _ := strings.Cut(p, ": ")
		got := fmt.Sprint(c.Properties[name])
		switch name {
		case "modality":
			got = string(c.Modality)
		case "polarity":
			got = string(c.Polarity)
		}
		if got != value {
			return false
		}
	}
	return true
}

// tell lists a bundle's claims for a failure message.
func tell(b graph.Bundle) string {
	var out strings.Builder
	for _, c := range b.Claims {
		if c.Relation != "" {
			fmt.Fprintf(&out, "    %s %s %s %v %s %s (%s)\n", c.Subject, c.Relation, c.Object, c.Properties, c.Modality, c.Polarity, c.Rule)
		} else {
			fmt.Fprintf(&out, "    %s .%s %v %s (%s)\n", c.Subject, c.Property, c.Value, c.Modality, c.Rule)
		}
	}
	return out.String()
}

// checkBundle holds a bundle against what every bundle promises.
func checkBundle(t *testing.T, b graph.Bundle) {
	t.Helper()
	runes := []rune(b.Document.Text)
	known := map[string]bool{}
	for _, e := range b.Entities {
		known[e.ID] = true
		if l, ok := graph.LabelOf(e.ID); !ok || l != e.Label {
			t.Errorf("entity %s has label %s", e.ID, e.Label)
		}
		if e.Name == "" {
			t.Errorf("entity %s has no name", e.ID)
		}
	}
	passages := map[string]graph.Passage{}
	for _, p := range b.Passages {
		passages[p.ID] = p
		if string(runes[p.Start:p.End]) != p.Text {
			t.Errorf("passage %s is not verbatim", p.ID)
		}
		for _, m := range p.Mentions {
			if string(runes[m.Start:m.End]) != m.Surface || !known[m.Entity] {
				t.Errorf("mention %+v is not verbatim or its entity is missing", m)
			}
		}
	}
	for _, c := range b.Claims {
		p := passages[c.Passage]
		if string(runes[c.Start:c.End]) != c.Quote || c.Start < p.Start || c.End > p.End || c.Quote == "" {
			t.Errorf("quote %q of %s is not verbatim in its passage", c.Quote, c.Rule)
		}
		if !known[c.Subject] || c.Object != "" && !known[c.Object] {
			t.Errorf("claim %s %s %s has an entity that the bundle lacks", c.Subject, c.Relation, c.Object)
		}
		if c.Relation != "" && !allowed(c) {
			t.Errorf("relation %s %s %s is not allowed", c.Subject, c.Relation, c.Object)
		}
		if c.ID != c.ComputeID() || c.Confidence <= 0 || c.Confidence > 1 || c.Rule == "" {
			t.Errorf("claim %+v is not complete", c)
		}
	}
}

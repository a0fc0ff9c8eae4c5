package concord_test

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// block is a fenced block of the README: its language, the words after it, its text.
type block struct {
	language, info, text string
	line                 int
}

func blocks(markdown string) []block {
	var found []block
	var open *block
	for i, line := range strings.Split(markdown, "\n") {
		fence, isFence := strings.CutPrefix(strings.TrimLeft(line, " "), "```")
		switch {
		case isFence && open == nil:
			language, info, _ := strings.Cut(fence, " ")
			open = &block{language: language, info: info, line: i + 2}
		case isFence:
			found = append(found, *open)
			open = nil
		case open != nil:
			open.text += line + "\n"
		}
	}
	return found
}

// TestReadme executes the README: each line after "$ " in a console block, comparing what
// it prints with the lines below it, and each graphql block, comparing the answer with the
// json block that follows. "…" stands for anything.
func TestReadme(t *testing.T) {
	markdown, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	p := newProduct(t)
	p.must(t, "ingest run testdata/documents")
	url := p.serve(t)
	all := blocks(string(markdown))
	executed := 0
	for i, b := range all {
		switch b.language {
		case "console":
			if b.info != "once" { // the two commands that set everything up run elsewhere
				executed += runConsole(t, p, b)
			}
		case "graphql":
			if i+1 == len(all) || all[i+1].language != "json" {
				t.Errorf("README.md:%d: a graphql block without its json block", b.line)
				continue
			}
			executed++
			var got, want any
			answer := ask(t, url, b.text, nil)
			if err := json.Unmarshal([]byte(answer), &got); err != nil {
				t.Errorf("README.md:%d: the answer is no JSON: %s", b.line, answer)
			} else if err := json.Unmarshal([]byte(all[i+1].text), &want); err != nil {
				t.Errorf("README.md:%d: %v", all[i+1].line, err)
			} else if !reflect.DeepEqual(got, want) {
				t.Errorf("README.md:%d: the answer is\n%s", b.line, answer)
			}
		}
	}
	if executed < 5 {
		t.Errorf("only %d examples of the README were executed", executed)
	}
}

func runConsole(t *testing.T, p product, b block) (executed int) {
	t.Helper()
	for _, part := range strings.Split("\n"+b.text, "\n$ ")[1:] {
		command, want, _ := strings.Cut(part, "\n")
		executed++
		got := p.must(t, command)
		if want = strings.TrimSpace(want); want != "" && !pattern(want).MatchString(strings.TrimSpace(got)) {
			t.Errorf("README.md:%d: %s printed\n%s\nwant\n%s", b.line, command, got, want)
		}
	}
	return executed
}

// pattern matches text with "…" for anything.
func pattern(text string) *regexp.Regexp {
	return regexp.MustCompile(`(?s)^` + strings.ReplaceAll(regexp.QuoteMeta(text), "…", ".*") + `$`)
}

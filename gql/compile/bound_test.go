package compile_test

import (
	"strings"
	"testing"
)

// Every list in a statement is cut: no COLLECT without a LIMIT, save where one row is sure.
func TestEveryListIsBounded(t *testing.T) {
	if len(unbounded("RETURN COLLECT { MATCH (n) RETURN {a: COLLECT { MATCH (m) WITH m LIMIT 1 RETURN m }} }")) != 1 {
		t.Fatal("the check finds no list without a limit")
	}
	for _, f := range files(t) {
		text, ok := f.section("want.cypher")
		if !ok {
			continue
		}
		for _, block := range unbounded(text) {
			t.Errorf("%s: a list has no limit:\n%s", f.path, block)
		}
	}
}

// unbounded gives the blocks after COLLECT that have no LIMIT of their own. One whose first
// item is taken (head) and one that is a single WITH or aggregation need none.
func unbounded(text string) []string {
	var blocks []string
	for i := 0; ; {
		j := strings.Index(text[i:], "COLLECT {")
		if j < 0 {
			return blocks
		}
		at := i + j
		i = at + len("COLLECT {")
		block := text[at : at+closing(text[at:])]
		if !strings.HasSuffix(text[:at], "head(") && !strings.Contains(own(block), "LIMIT ") {
			blocks = append(blocks, block)
		}
	}
}

func closing(text string) int {
	depth := 0
	for i, r := range text {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(text)
}

// own is a block without the blocks in it.
func own(block string) string {
	var b strings.Builder
	depth := 0
	for _, r := range block {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth <= 1 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

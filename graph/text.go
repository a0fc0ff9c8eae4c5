package graph

import (
	"maps"
	"slices"
	"unicode/utf8"
)

// textIndex finds the code points of a text by their offsets without walking it from
// its start each time.
type textIndex struct {
	text  string
	marks []int // the byte offset of every markEvery-th code point
	runes int
}

const markEvery = 64

func newTextIndex(text string) textIndex {
	t := textIndex{text: text}
	for i := range text {
		if t.runes%markEvery == 0 {
			t.marks = append(t.marks, i)
		}
		t.runes++
	}
	return t
}

// slice returns the text from code point start to end, exclusive, and whether it has them.
func (t textIndex) slice(start, end int) (string, bool) {
	if start < 0 || end < start || end > t.runes {
		return "", false
	}
	return t.text[t.byteOf(start):t.byteOf(end)], true
}

func (t textIndex) byteOf(n int) int {
	if n == t.runes {
		return len(t.text)
	}
	at := t.marks[n/markEvery]
	for range n % markEvery {
		_, size := utf8.DecodeRuneInString(t.text[at:])
		at += size
	}
	return at
}

func sortedKeys[V any](m map[string]V) []string { return appendKeys(nil, m) }

// appendKeys appends the keys of m, sorted, to keys, which must be empty.
func appendKeys[V any](keys []string, m map[string]V) []string {
	keys = slices.AppendSeq(keys, maps.Keys(m))
	slices.Sort(keys)
	return keys
}

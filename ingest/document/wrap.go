package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// widest is the width in characters of the widest lines that count as wrapped: what is wider
// holds a whole paragraph.
const widest = 140

// wrapping says how a text's lines were broken: at width characters, or, with 0, at
// the ends of paragraphs only.
type wrapping struct{ width int }

// wrapWidth returns the width at which lines are wrapped, or 0 where each is a paragraph.
func wrapWidth(lines []line) int {
	var widths []int
	follow := 0
	for i, l := range lines {
		if l.blank() {
			continue
		}
		widths = append(widths, l.width)
		if i > 0 && !lines[i-1].blank() && opensSmall(l.words) && !endsSentence(lines[i-1].words) {
			follow++
		}
	}
	if len(widths) == 0 {
		return 0
	}
	slices.Sort(widths)
	wide := widths[(len(widths)-1)*95/100]
	if wide > widest || follow == 0 {
		return 0
	}
	return wide
}

// paragraph returns how many of the lines, from the first, are one paragraph or list item.
func (w wrapping) paragraph(lines []line) int {
	_, item := itemLevel(lines[0])
	n := 1
	for ; n < len(lines); n++ {
		if lines[n].blank() || !w.goesOn(lines[n-1], lines[n], item, n == 1) {
			break
		}
	}
	return n
}

// goesOn reports whether the paragraph of line a goes on in line b; second says that b
// would be its second line.
func (w wrapping) goesOn(a, b line, item, second bool) bool {
	if _, starts := itemLevel(b); starts {
		return false
	}
	if opensSmall(b.words) && !endsSentence(a.words) {
		return true
	}
	if w.width == 0 {
		return false
	}
	word, _, _ := strings.Cut(b.words, " ")
	full := a.width+1+utf8.RuneCountInString(word) > w.width || a.width*10 >= w.width*8
	switch {
	case !full:
		return !endsSentence(a.words) && a.width*2 > w.width
	case b.indent >= a.indent+2 && !item && !second && endsSentence(a.words):
		return false // the first line of the next paragraph stands in
	}
	return true
}

// isHeading reports whether the first of the lines is a heading: short, without a full stop,
// with text below it, and set apart from what stands above (after a blank line) or by its looks.
func (w wrapping) isHeading(lines []line, after bool) bool {
	l := lines[0]
	words := strings.Fields(l.words)
	if l.width > 120 || len(words) > 16 || !hasLetter(l.words) || opensSmall(l.words) || endsClause(l.words) {
		return false
	}
	if marker := itemMarker(l.words); marker != "" && !isNumbering(marker) {
		return false
	}
	next, gap := nextLine(lines)
	if next < 0 {
		return after
	}
	below := lines[next]
	if !gap {
		if w.width > 0 && (l.width*10 > w.width*8 || opensSmall(below.words)) {
			return false
		}
		if itemMarker(l.words) != "" && itemMarker(below.words) != "" {
			return false // two items of a list
		}
		return isTitle(words) && (below.width > l.width || endsSentence(below.words))
	}
	if itemMarker(l.words) != "" && isShortItem(below) {
		return false
	}
	return after || isTitle(words)
}

// nextLine returns the index of the first line below lines[0] that is not blank, and whether
// blank ones lie between; -1 if there is none.
func nextLine(lines []line) (int, bool) {
	for i := 1; i < len(lines); i++ {
		if !lines[i].blank() {
			return i, i > 1
		}
	}
	return -1, false
}

func isShortItem(l line) bool {
	return itemMarker(l.words) != "" && l.width < 60 && !endsSentence(l.words)
}

// isTitle reports whether words look like a title: most of the long ones begin with a
// capital, or a number stands before.
func isTitle(words []string) bool {
	if isNumbering(words[0] + " ") {
		return true
	}
	long, capital := 0, 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `"'“‘(`))
		if utf8.RuneCountInString(w) < 4 && !unicode.IsUpper(r) {
			continue
		}
		long++
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			capital++
		}
	}
	return long > 0 && capital*3 >= long*2
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

func opensSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// endsSentence reports whether s ends as a sentence does, brackets and quotes aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’)]»*`)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:;。！？…", r)
}

// endsClause reports whether s ends as a sentence or a part of one does, and no title.
func endsClause(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’)]»`))
	return strings.ContainsRune(".!;,。！…", r) || strings.HasSuffix(s, ":")
}

package document

import (
	"strings"
)

// plain reads plain text, with or without a header.
func (b *builder) plain(data []byte) (Meta, error) {
	text, err := decode(data)
	if err != nil {
		return Meta{}, err
	}
	b.text = text
	meta, body, err := header(text)
	if err != nil {
		return Meta{}, err
	}
	b.structure(body, len(text))
	return meta, nil
}

// line is a line of text, without the white space at its ends.
type line struct {
	Span
	raw    Span // with the white space
	words  string
	indent int
	width  int // in characters
}

func (l line) blank() bool { return l.Start == l.End }

// linesOf returns the lines of text[start:end].
func linesOf(text string, start, end int) []line {
	var lines []line
	for pos := start; pos < end; {
		stop := end
		if i := strings.IndexAny(text[pos:end], "\n\f"); i >= 0 {
			stop = pos + i
		}
		raw := Span{pos, stop}
		s := trim(text, raw)
		words := text[s.Start:s.End]
		l := line{Span: s, raw: raw, words: words, width: len([]rune(words))}
		if !l.blank() {
			l.indent = indentOf(text[raw.Start:s.Start])
		}
		lines = append(lines, l)
		pos = stop + 1
	}
	return lines
}

func indentOf(space string) int {
	n := 0
	for _, r := range space {
		switch r {
		case '\t':
			n += 8
		case '\u3000':
			n += 2
		case '\ufeff':
		default:
			n++
		}
	}
	return n
}

// structure finds the blocks of text[start:end], in which lines are all there is to see.
func (b *builder) structure(start, end int) {
	lines := linesOf(b.text, start, end)
	w := wrapping{width: wrapWidth(lines)}
	var styles headingStyles
	for i := 0; i < len(lines); {
		if lines[i].blank() {
			i++
			continue
		}
		if n := b.table(lines[i:]); n > 0 {
			i += n
			continue
		}
		if n, level := underlined(lines[i:]); n > 0 {
			b.add(Heading, styles.underlined(level), lines[i].Start, lines[i].End)
			i += n
			continue
		}
		first := lines[i]
		after := i > 0 && lines[i-1].blank() || i == 0
		if w.isHeading(lines[i:], after) {
			b.add(Heading, styles.level(first.words), first.Start, first.End)
			i++
			continue
		}
		n := w.paragraph(lines[i:])
		last := lines[i+n-1]
		if level, ok := itemLevel(first); ok && !isLoneNumber(lines[i:i+n]) {
			b.add(Item, level, first.Start+len(itemMarker(first.words)), last.End)
		} else {
			b.add(Paragraph, 0, first.Start, last.End)
		}
		i += n
	}
}

// isLoneNumber reports whether the lines are a numbered paragraph, as official documents number
// theirs, rather than an item of a list.
func isLoneNumber(lines []line) bool {
	marker := itemMarker(lines[0].words)
	width := 0
	for _, l := range lines {
		width += l.width
	}
	return strings.Trim(marker, "0123456789. ") == "" && width > 300
}

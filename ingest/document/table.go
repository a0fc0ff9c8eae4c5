package document

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	columnGap = regexp.MustCompile(`[ \x{a0}]{2,}|\t+`)
	ruler     = regexp.MustCompile(`^[\s|:+=\-–—_]*[-=_–—]{2,}[\s|:+=\-–—_]*$`)
)

// table adds the rows of the table that the lines begin with, and returns how many lines
// it takes; 0 if they begin with none.
func (b *builder) table(lines []line) int {
	if strings.Contains(lines[0].words, "\t") { // and not only as indentation
		if n := b.rows(lines, b.byTab); n > 0 {
			return n
		}
	}
	if n := b.rows(lines, b.byBar); n > 0 {
		return n
	}
	return b.rows(lines, b.byGap)
}

// byTab splits a tab-separated line into cells, the first and last of which may be empty; nil if it is none.
func (b *builder) byTab(l line) []Span { return cut(b.text, l.raw, "\t") }

// byBar splits a line at its vertical bars, those at its ends aside; nil if it has none.
func (b *builder) byBar(l line) []Span {
	s := l.Span
	edge := strings.HasPrefix(l.words, "|")
	if edge {
		s.Start++
	}
	if s.Start < s.End && b.text[s.End-1] == '|' {
		s.End--
		edge = true
	}
	cells := cut(b.text, s, "|")
	if cells == nil && edge && s.Start < s.End {
		return []Span{s}
	}
	return cells
}

// maxCell is the width in characters of the widest cell in a table aligned by spaces; what is wider
// is prose.
const maxCell = 60

// byGap splits a line at runs of two spaces or more; nil if it has none, or is prose.
func (b *builder) byGap(l line) []Span {
	if !strings.Contains(l.words, "  ") && !strings.ContainsAny(l.words, "\t\u00a0") {
		return nil
	}
	gaps := columnGap.FindAllStringIndex(l.words, -1)
	if gaps == nil {
		return nil
	}
	var cells []Span
	start := 0
	for _, g := range append(gaps, []int{len(l.words), 0}) {
		if utf8.RuneCountInString(l.words[start:g[0]]) > maxCell {
			return nil
		}
		cells = append(cells, Span{l.Start + start, l.Start + g[0]})
		start = g[1]
	}
	return cells
}

func cut(text string, s Span, sep string) []Span {
	if !strings.Contains(text[s.Start:s.End], sep) {
		return nil
	}
	var cells []Span
	start := s.Start
	for part := range strings.SplitSeq(text[s.Start:s.End], sep) {
		cells = append(cells, Span{start, start + len(part)})
		start += len(part) + len(sep)
	}
	return cells
}

// rows adds the rows of a table if split makes cells of the first line and at least one more, as many
// in each; tables aligned by spaces alone need three.
func (b *builder) rows(lines []line, split func(line) []Span) int {
	var rows [][]Span
	n, under := 0, -1
	for n < len(lines) && !lines[n].blank() {
		if ruler.MatchString(lines[n].words) && n > 0 {
			if under < 0 && len(rows) > 0 {
				under = len(rows)
			}
			n++
			continue
		}
		cells := split(lines[n])
		if len(rows) > 0 && len(cells) > 1 && len(cells) < len(rows[0]) && strings.Contains(lines[n].words, "\t") {
			cells = padded(cells, len(rows[0])) // empty cells at the end are easily lost
		}
		if cells == nil || len(rows) > 0 && len(cells) != len(rows[0]) {
			break
		}
		rows = append(rows, cells)
		n++
	}
	need := 2
	if strings.IndexFunc(b.text[lines[0].Start:lines[0].End], func(r rune) bool { return r == '\t' || r == '|' }) < 0 {
		need = 3
	}
	if len(rows) < need {
		return 0
	}
	header := under == 1 || under < 0 && b.hasHeader(rows)
	for i, cells := range rows {
		kind := Row
		if i == 0 && header {
			kind = HeaderRow
		}
		b.addRow(kind, cells)
	}
	return n
}

// padded returns cells with empty ones behind them, n in all.
func padded(cells []Span, n int) []Span {
	end := cells[len(cells)-1].End
	for len(cells) < n {
		cells = append(cells, Span{end, end})
	}
	return cells
}

// hasHeader reports whether the first row names the columns: it has no numbers but years where later
// rows have numbers.
func (b *builder) hasHeader(rows [][]Span) bool {
	numbers := false
	for i, row := range rows {
		for _, c := range row {
			cell := strings.TrimFunc(b.text[c.Start:c.End], isBlank)
			switch {
			case i == 0 && isNumber(cell) && !isYear(cell):
				return false
			case i > 0 && strings.ContainsFunc(cell, unicode.IsDigit):
				numbers = true
			}
		}
	}
	return numbers
}

// isNumber reports whether cell is a number, with separators and units aside.
func isNumber(cell string) bool {
	return cell != "" && strings.ContainsFunc(cell, unicode.IsDigit) && !strings.ContainsFunc(cell, unicode.IsLetter)
}

func isYear(cell string) bool {
	return len(cell) == 4 && strings.Trim(cell, "0123456789") == "" && (cell[:2] == "19" || cell[:2] == "20")
}

package document

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	bold     = regexp.MustCompile(`(?i)bold|black|heavy`)
	fileName = regexp.MustCompile(`(?i)\.(docx?|pdf|indd|qxd|rtf|pptx?|xlsx?)$|^(untitled|microsoft word)`)
	pageNo   = regexp.MustCompile(`(?i)^(?:page\s*)?[-–—|\s]*(?:\d{1,4}|[ivxlc]{1,7})[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?$`)
	digits   = regexp.MustCompile(`\d+`)
)

// printed is a line of a page; lengths are in points (1/72 inch), from the bottom left.
type printed struct {
	cells                    []cell // more than one where wide gaps part its words
	left, right, top, bottom float64
	size                     float64 // of the font
	bold                     bool
	page                     int
}

type cell struct {
	words string
	left  float64
}

func (p printed) words() string {
	words := p.cells[0].words
	for _, c := range p.cells[1:] {
		words += " " + c.words
	}
	return words
}

// clean removes the marks with which PDF text ends lines and hyphens them softly.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u0002' || r == '\u00ad': // a hyphen at a line's end
			return '-'
		case r == '\ufffe' || r == '\uffff' || r == utf8.RuneError:
			return -1
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, strings.NewReplacer("ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "ﬃ", "ffi", "ﬄ", "ffl").Replace(s))
}

// appendRun adds a run of words to the last line if it goes on there.
func appendRun(page []printed, run printed) []printed {
	if len(page) == 0 {
		return append(page, run)
	}
	last := &page[len(page)-1]
	height := max(last.top-last.bottom, run.top-run.bottom, 1)
	overlap := min(last.top, run.top) - max(last.bottom, run.bottom)
	gap := run.left - last.right
	em := max(run.size, last.size, height)
	if overlap < 0.4*min(last.top-last.bottom, run.top-run.bottom) || gap < -0.5*em {
		return append(page, run)
	}
	end := &last.cells[len(last.cells)-1]
	switch {
	case gap > 1.5*em:
		last.cells = append(last.cells, run.cells[0])
	case gap > 0.12*em:
		end.words += " " + run.cells[0].words
	default:
		end.words += run.cells[0].words
	}
	last.right, last.top, last.bottom = run.right, max(last.top, run.top), min(last.bottom, run.bottom)
	last.bold = last.bold && run.bold
	if run.size > last.size {
		last.size = run.size
	}
	return page
}

// withoutRunningHeads drops page numbers, and the lines at the top and bottom of pages that stand on most
// pages (or on every other one), whatever numbers are in them.
func withoutRunningHeads(pages [][]printed) []printed {
	const edge = 3
	seen := map[string]int{}
	edges := make([]map[int]bool, len(pages))
	for p, page := range pages {
		order := make([]int, len(page))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(page[b].top, page[a].top) })
		edges[p] = map[int]bool{}
		keys := map[string]bool{}
		for rank, i := range order {
			if rank < edge || rank >= len(order)-edge {
				edges[p][i] = true
				keys[headKey(page[i])] = true
			}
		}
		for k := range keys {
			seen[k]++
		}
	}
	var lines []printed
	for p, page := range pages {
		for i, l := range page {
			repeated := seen[headKey(l)] >= max(3, len(pages)*2/5)
			if edges[p][i] && len(page) > 1 && (repeated || pageNo.MatchString(l.words())) {
				continue
			}
			lines = append(lines, l)
		}
	}
	return lines
}

// headKey is the same for running heads that differ in their numbers only; a title in a larger
// font is none of them.
func headKey(l printed) string {
	return fmt.Sprint(rounded(l), digits.ReplaceAllString(strings.ToLower(l.words()), "#"))
}

// usual is what is usual in the layout of a document.
type usual struct {
	size    float64 // of the font of most characters
	leading float64 // from line to line
	right   float64 // where most full lines end
	joined  map[string]bool
}

// layout finds the blocks of a PDF's lines and writes them.
func (b *builder) layout(lines []printed) {
	u := measureLines(lines)
	sizes := u.headingSizes(lines)
	for i := 0; i < len(lines); {
		if n := tableRows(lines[i:]); n > 0 {
			for _, l := range lines[i : i+n] {
				var cells []string
				for _, c := range l.cells {
					cells = append(cells, c.words)
				}
				b.writeRow(Row, cells)
			}
			b.headRow(n)
			i += n
			continue
		}
		n := 1
		words := lines[i].words()
		heading := u.isHeading(lines[i:])
		for i+n < len(lines) && u.goesOn(lines[i+n-1], lines[i+n], heading) && tableRows(lines[i+n:]) == 0 {
			words = u.join(words, lines[i+n].words())
			n++
		}
		switch {
		case heading:
			b.write(Heading, 1+slices.Index(sizes, rounded(lines[i])), words)
		case itemMarker(words) != "" && !isInitial(words) && len(words) < 300:
			b.write(Item, 1, words[len(itemMarker(words)):])
		default:
			b.write(Paragraph, 0, words)
		}
		i += n
	}
}

// headRow makes the first of the last n rows the header if it names the columns.
func (b *builder) headRow(n int) {
	rows := b.blocks[len(b.blocks)-n:]
	var spans [][]Span
	for _, r := range rows {
		spans = append(spans, r.Cells)
	}
	b.text = b.written.String()
	if b.hasHeader(spans) {
		rows[0].Kind = HeaderRow
	}
}

// tableRows returns how many of the lines, from the first, are rows of a table: three or more with as many
// cells each, the columns one under the other.
func tableRows(lines []printed) int {
	n := 0
	for n < len(lines) && len(lines[n].cells) > 1 && len(lines[n].cells) == len(lines[0].cells) {
		if n > 0 && !aligned(lines[0], lines[n]) {
			break
		}
		n++
	}
	if n < 3 {
		return 0
	}
	return n
}

// aligned reports whether most cells of two lines begin near the same place.
func aligned(a, b printed) bool {
	near := 0
	for i := range a.cells {
		if math.Abs(a.cells[i].left-b.cells[i].left) < 4*max(a.size, 8) {
			near++
		}
	}
	return near*3 >= len(a.cells)*2
}

func measureLines(lines []printed) usual {
	sizes, leadings, rights := map[float64]int{}, map[float64]int{}, map[float64]int{}
	u := usual{joined: map[string]bool{}}
	for i, l := range lines {
		sizes[rounded(l)] += len(l.words())
		rights[math.Round(l.right/5)*5]++
		if i > 0 && lines[i-1].page == l.page {
			if d := lines[i-1].bottom - l.bottom; d > 0 {
				leadings[math.Round(d)]++
			}
		}
		for w := range strings.FieldsSeq(l.words()) {
			if strings.Contains(strings.Trim(w, "-"), "-") {
				u.joined[strings.ToLower(strings.Trim(w, `.,;:()"'”“`))] = true
			}
		}
	}
	u.size, u.leading, u.right = most(sizes), most(leadings), most(rights)
	return u
}

func rounded(l printed) float64 { return math.Round(l.size*2) / 2 }

// most returns the key with the highest count, the smallest of several.
func most(counts map[float64]int) float64 {
	best, n := 0.0, 0
	for k, c := range counts {
		if c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return best
}

// headingSizes returns the font sizes of headings, the largest first.
func (u usual) headingSizes(lines []printed) []float64 {
	var sizes []float64
	for i := range lines {
		if u.isHeading(lines[i:]) {
			sizes = append(sizes, rounded(lines[i]))
		}
	}
	slices.SortFunc(sizes, func(a, b float64) int { return cmp.Compare(b, a) })
	return slices.Compact(sizes)
}

// isHeading reports whether the first line is (the first of) a heading: larger than the
// text, or bold, and short without a full stop.
func (u usual) isHeading(lines []printed) bool {
	l := lines[0]
	words := l.words()
	if len(words) > 150 || !hasLetter(words) || opensSmall(words) || endsClause(words) {
		return false
	}
	large := l.size > u.size*1.12
	return large || l.bold && l.size >= u.size*0.95 && len(strings.Fields(words)) <= 16 && l.right < u.right-u.size
}

// goesOn reports whether the block of line a goes on in line b.
func (u usual) goesOn(a, b printed, heading bool) bool {
	words := b.words()
	if math.Abs(a.size-b.size) > 0.08*a.size || itemMarker(words) != "" && !isInitial(words) && !opensSmall(words) {
		return false
	}
	gap := a.bottom - b.bottom
	if heading {
		return a.page == b.page && a.bold == b.bold && gap > 0 && gap < 1.6*a.size
	}
	if u.isHeading([]printed{b}) && (b.bold && !a.bold) {
		return false
	}
	if a.page != b.page || gap <= 0 { // a new page or column
		return !endsSentence(a.words())
	}
	ended := endsSentence(a.words())
	switch {
	case gap > 1.4*u.leading && gap > 1.3*a.size:
		return opensSmall(words) && !ended && gap < 3*u.leading
	case ended && b.left > a.left+0.8*a.size:
		return false // an indented first line
	case ended && a.right < u.right-6*a.size:
		return false // the last line of a paragraph is short
	}
	return true
}

// join puts the next line's words behind, and undoes a hyphen at the line's end
// unless the document writes that word with one elsewhere too.
func (u usual) join(words, next string) string {
	if !strings.HasSuffix(words, "-") {
		return words + " " + next
	}
	before := words[strings.LastIndexByte(words, ' ')+1:]
	after, _, _ := strings.Cut(next, " ")
	compound := strings.ToLower(strings.Trim(before+after, `.,;:()"'”“`))
	if opensSmall(next) && !u.joined[compound] && strings.Count(before, "-") == 1 && len(before) > 2 {
		return strings.TrimSuffix(words, "-") + next
	}
	return words + next
}

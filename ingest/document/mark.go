package document

import (
	"regexp"
	"strings"
	"unicode"
)

// itemMarkers matches what a list item begins with: a bullet, or a number or letter.
var itemMarkers = regexp.MustCompile(`^(?:[-*•·‣◦▪■●○►–—]|o|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z])[.)])[ \t\x{a0}\x{3000}]+`)

// numberings matches what a numbered heading begins with.
var numberings = regexp.MustCompile(`^(?:(?:Chapter|Section|Part|Article|Annex|Appendix)\s+[\dIVXLC]+[.:]?|[IVXLC]+[.)]|\(?\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)])[ \t\x{a0}\x{3000}]+`)

// itemMarker returns the marker at the start of words, with the space behind it, or "".
func itemMarker(words string) string {
	m := itemMarkers.FindString(words)
	if m == "" || len(m) == len(words) {
		return ""
	}
	if len(m) >= 4 && strings.HasPrefix(m, "(") != strings.Contains(m, ")") && strings.HasPrefix(m, "(") {
		return ""
	}
	return m
}

// isNumbering reports whether marker may stand before a heading.
func isNumbering(marker string) bool {
	return numberings.FindString(marker) == marker && !strings.HasPrefix(marker, "(") && strings.ContainsAny(marker, ".)0123456789")
}

// itemLevel returns the depth of the list item that l begins, from its indentation, and whether it
// begins one.
func itemLevel(l line) (int, bool) {
	if itemMarker(l.words) == "" || isInitial(l.words) {
		return 0, false
	}
	return 1 + min(l.indent/2, 8)/2, true
}

// isInitial reports whether words begin with the initial of a name: "J. Smith said…".
func isInitial(words string) bool {
	return len(words) > 2 && unicode.IsUpper(rune(words[0])) && words[1] == '.'
}

// underlined returns 2 and the level if the first two lines are a heading underlined
// with "=" or "-".
func underlined(lines []line) (n, level int) {
	if len(lines) < 2 || lines[0].width < 2 || lines[1].width < 3 || lines[1].width*2 < lines[0].width || lines[0].width > 120 {
		return 0, 0
	}
	switch {
	case strings.Trim(lines[1].words, "=") == "":
		return 2, 1
	case strings.Trim(lines[1].words, "-") == "" && hasLetter(lines[0].words) && !strings.Contains(lines[0].words, "  "):
		return 2, 2
	}
	return 0, 0
}

// headingStyles orders the ways in which headings are written by their first use: the
// style met first is the outermost.
type headingStyles []string

var arabic = regexp.MustCompile(`^\(?\d{1,2}((?:\.\d{1,2})*)[.)]?\s`)

// level returns the level of a heading.
func (h *headingStyles) level(words string) int { return h.of(styleOf(words)) }

// underlined returns the level of an underlined heading.
func (h *headingStyles) underlined(level int) int {
	return h.of([]string{"", "underline =", "underline -"}[level])
}

func (h *headingStyles) of(style string) int {
	for i, s := range *h {
		if s == style {
			return i + 1
		}
	}
	*h = append(*h, style)
	return len(*h)
}

func styleOf(words string) string {
	marker := numberings.FindString(words)
	switch {
	case strings.HasPrefix(marker, "Chapter"), strings.HasPrefix(marker, "Part"), strings.HasPrefix(marker, "Annex"), strings.HasPrefix(marker, "Appendix"):
		return "part"
	case marker != "" && strings.Trim(marker, "IVXLC.) ") == "" && marker[0] >= 'A':
		return "roman"
	case marker != "" && arabic.MatchString(words):
		return "arabic" + strings.Repeat(".", strings.Count(arabic.FindStringSubmatch(words)[1], "."))
	case marker != "":
		return "letter"
	case words == strings.ToUpper(words):
		return "capitals"
	}
	return "plain"
}

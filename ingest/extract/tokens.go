package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tok is a word, a number or a punctuation mark, at byte offsets into the document's text.
type tok struct {
	start, end int
	text       string
	low        string // in lower case, with plain quotes and hyphens
	kind       tokKind
	spaced     bool  // white space stands before it
	newline    bool  // a line break stands before it
	word       int32 // the lexicon's number for it, noWord, or 0 where nobody has looked
}

type tokKind uint8

const (
	tWord tokKind = iota
	tNumber
	tPunct
)

func (t tok) hyphen() bool { return t.kind == tPunct && t.low == "-" }
func (t tok) is(s string) bool {
	return t.low == s
}

// cap reports whether the word starts with a capital letter.
func (t tok) cap() bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return t.kind == tWord && unicode.IsUpper(r)
}

// acronym reports whether the word has two capitals or more and no small letters but a final s.
func (t tok) acronym() bool {
	if t.kind != tWord || len(t.text) < 2 {
		return false
	}
	n := 0
	for _, r := range strings.TrimSuffix(t.text, "s") {
		if unicode.IsLower(r) {
			return false
		}
		n++
	}
	return n >= 2
}

// tokenize splits text[from:to]. Letters and digits that touch are one token, except
// that digits before letters stand alone ("14th" is "14", "th") and a possessive ending is its own token.
// Asterisks and references to notes are none. Digits keep their commas and points ("11,063").
func tokenize(text string, from, to int) []tok {
	toks := appendTokens(make([]tok, 0, (to-from)/5+4), text, from, to)
	for k := range toks {
		toks[k].low = fold(toks[k].text, toks[k].kind)
	}
	return toks
}

// appendTokens appends the tokens of text[from:to] to toks. Their lower case is not filled in.
func appendTokens(toks []tok, text string, from, to int) []tok {
	spaced, newline := true, false
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(text[i:to])
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			spaced, newline = true, newline || r == '\n'
			i += size
			continue
		}
		if n := unspoken(text[i:to]); n > 0 {
			i += n
			continue
		}
		j, kind := i+size, tPunct
		switch {
		case unicode.IsDigit(r):
			kind, j = tNumber, numberEnd(text, j, to)
		case unicode.IsLetter(r):
			kind, j = tWord, wordEnd(text, j, to)
		case isApostrophe(r) && possessiveAt(text, j, to):
			j++
		}
		toks = append(toks, tok{start: i, end: j, text: text[i:j], kind: kind, spaced: spaced, newline: newline})
		spaced, newline = false, false
		i = j
	}
	return toks
}

// unspoken is the length of what text starts with that is no part of the language: asterisks of emphasis, but for those
// that end a line of their own, or a reference to a note, "[12]".
func unspoken(text string) int {
	if rest := strings.TrimLeft(text, "*"); len(rest) < len(text) {
		if rest != "" && rest[0] == '\n' {
			return 0
		}
		return len(text) - len(rest)
	}
	end := strings.IndexByte(text[:min(len(text), 6)], ']')
	if text[0] != '[' || end < 2 || strings.Trim(text[1:end], "0123456789") != "" {
		return 0
	}
	return end + 1
}

func numberEnd(text string, j, to int) int {
	for j < to {
		c := text[j]
		switch {
		case c >= '0' && c <= '9':
			j++
		case (c == ',' || c == '.') && j+1 < to && text[j+1] >= '0' && text[j+1] <= '9' && (c == '.' || threeDigits(text[j+1:to]) || lakhs(text[j+1:to])):
			j += 2
		default:
			return j
		}
	}
	return j
}

// lakhs reports whether s starts with two digits, a comma and three digits, as numbers are grouped in South Asia: "2,33,000".
func lakhs(s string) bool {
	return len(s) > 5 && s[2] == ',' && s[0] >= '0' && s[0] <= '9' && s[1] >= '0' && s[1] <= '9' && threeDigits(s[3:])
}

// threeDigits reports whether s starts with exactly three digits, as after a thousands comma.
func threeDigits(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n == 3
}

func wordEnd(text string, j, to int) int {
	for j < to {
		r, size := utf8.DecodeRuneInString(text[j:to])
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || unicode.IsDigit(r):
			j += size
		case isApostrophe(r) && j+size < to && !possessiveAt(text, j+size, to) && unicode.IsLetter(runeAt(text, j+size)):
			j += size
		case r == '.' && initials(text, j, to):
			j++
		default:
			return j
		}
	}
	return j
}

// initials reports whether the point at j is inside or at the end of initials such as "U.S.".
func initials(text string, j, to int) bool {
	if j == 0 || !isUpper(text[j-1]) || j >= 2 && text[j-2] != '.' && isWordByte(text[j-2]) {
		return false
	}
	return j+1 < to && isUpper(text[j+1]) && (j+2 >= to || text[j+2] == '.') || j >= 2 && text[j-2] == '.'
}

// words fills in the lower case of tokens and their numbers in the lexicon.
type words struct {
	lex *lexicon
	low map[string]string // of words in capitals that the lexicon does not have
}

// lookUp fills in the tokens.
func (w *words) lookUp(toks []tok) {
	for k := range toks {
		t := &toks[k]
		if t.kind == tPunct {
			t.low = fold(t.text, tPunct)
			t.word = w.lex.word(t.low)
			continue
		}
		t.low, t.word = w.word(t.text, t.kind)
	}
}

// word returns a word in lower case and its number in the lexicon.
func (w *words) word(text string, kind tokKind) (low string, number int32) {
	var space [32]byte
	if len(text) > len(space) {
		low = fold(text, kind)
		return low, w.lex.word(low)
	}
	capitals := false
	for i := range len(text) {
		c := text[i]
		if c >= utf8.RuneSelf {
			low = fold(text, kind)
			return low, w.lex.word(low)
		}
		if isUpper(c) {
			c += 'a' - 'A'
			capitals = true
		}
		space[i] = c
	}
	if !capitals {
		return text, w.lex.word(text)
	}
	if number, ok := w.lex.numbers[string(space[:len(text)])]; ok {
		return w.lex.spelled[number], number
	}
	low, ok := w.low[text]
	if !ok {
		if w.low == nil || len(w.low) > 10_000 {
			w.low = map[string]string{}
		}
		low = string(space[:len(text)])
		w.low[text] = low
	}
	return low, noWord
}

func isWordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b >= 0x80
}

func runeAt(text string, j int) rune {
	r, _ := utf8.DecodeRuneInString(text[j:])
	return r
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

func possessiveAt(text string, j, to int) bool {
	return j < to && (text[j] == 's' || text[j] == 'S') && (j+1 >= to || !unicode.IsLetter(runeAt(text, j+1)))
}

func fold(s string, kind tokKind) string {
	if kind == tPunct {
		switch s {
		case "‐", "‑", "‒", "–", "—", "−", "-":
			return "-"
		case "“", "”", "„", "«", "»", "\"", "‟":
			return "\""
		case "‘", "’", "'":
			return "'"
		case "'s", "’s", "ʼs", "'S", "’S":
			return "'s"
		}
		return s
	}
	s = strings.ToLower(s)
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return s
}

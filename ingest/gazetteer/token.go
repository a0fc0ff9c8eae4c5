package gazetteer

import (
	"unicode"
	"unicode/utf8"
)

// token is a word or a punctuation mark of a text, at the byte offsets [start, end);
// an empty one is the text's end. punct is the mark, its typographic variants made
// one ('\” for all apostrophes, 1 for marks that no name contains), or 0 for a
// word. joined reports whether the gap before it may lie inside a name: white
// space with one line break at most, and one hyphen at most.
type token struct {
	start, end int
	punct      byte
	joined     bool
}

// next returns the first token of text at or after pos.
func next(text string, pos int) token {
	joined := true
	lines, hyphens := 0, 0
	for pos < len(text) {
		c := text[pos]
		size := 1
		switch {
		case c == ' ' || c == '\r':
		case c == '\n':
			lines++
		case c == '-':
			hyphens++
		case c == '\t' || c == '\v' || c == '\f':
			joined = false
		case c < utf8.RuneSelf:
			joined = joined && lines <= 1 && hyphens <= 1
			if wordByte[c] {
				return token{pos, wordEnd(text, pos+1), 0, joined}
			}
			return token{pos, pos + 1, mark(rune(c)), joined}
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(text[pos:])
			switch {
			case isHyphen(r):
				hyphens++
			case r == '\u00ad' || r == '\u200b' || r == '\ufeff' || r == '\u2060': // soft hyphen, zero width
			case unicode.IsSpace(r):
			case isWord(r):
				return token{pos, wordEnd(text, pos+size), 0, joined && lines <= 1 && hyphens <= 1}
			default:
				return token{pos, pos + size, mark(r), joined && lines <= 1 && hyphens <= 1}
			}
		}
		pos += size
	}
	return token{len(text), len(text), 0, false}
}

// wordByte says which ASCII characters words are made of.
var wordByte = func() (set [utf8.RuneSelf]bool) {
	for c := range set {
		set[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_'
	}
	return set
}()

func wordEnd(text string, pos int) int {
	for pos < len(text) {
		if c := text[pos]; c < utf8.RuneSelf {
			if !wordByte[c] {
				return pos
			}
			pos++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[pos:])
		if !isWord(r) {
			return pos
		}
		pos += size
	}
	return pos
}

// isWord reports whether a word may contain r. The modifier letters that some
// romanizations use for an apostrophe count as part of the word and fold to nothing.
func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

// isHyphen reports whether r joins the parts of a name: hyphens, the en dash and the
// minus sign, but not the em dash.
func isHyphen(r rune) bool {
	return r >= '\u2010' && r <= '\u2013' || r == '\u2212' || r == '\ufe63' || r == '\uff0d'
}

func mark(r rune) byte {
	switch r {
	case '\'', '\u2018', '\u2019', '\u201b', '\u00b4', '`', '\u2032', '\uff07':
		return '\''
	case '.', ',', '(', ')', '/', '&', '+':
		return byte(r)
	}
	return 1
}

package cypher

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a piece of Cypher text; the texts of all tokens together are the whole text.
type token struct {
	kind         kind
	text         string
	line, column int
}

type kind int

const (
	other kind = iota
	space
	comment
	word
	quotedName
	text
	parameter
)

func (t token) at() string { return fmt.Sprintf("%d:%d", t.line, t.column) }

// name is a parameter's name.
func (t token) name() string { return strings.Trim(t.text[1:], "`") }

// scan splits Cypher into tokens as far as this package needs them: what is a name, a
// parameter, a string, a comment. Escapes such as \u0060 outside of strings are refused: Cypher
// would replace them before it looks for the ends of strings and names.
func scan(src string) ([]token, error) {
	var tokens []token
	line, column := 1, 1
	for len(src) > 0 {
		k, n := next(src)
		t := token{kind: k, text: src[:max(n, 0)], line: line, column: column}
		switch {
		case n < 0:
			return nil, fmt.Errorf("%s: a quote or comment is not closed; close it", t.at())
		case k != comment && strings.ContainsRune(t.text, '\\') && (k != text || strings.Contains(strings.ToLower(t.text), `\u`)):
			return nil, fmt.Errorf("%s: \\u escapes are not allowed; write the character itself", t.at())
		}
		tokens = append(tokens, t)
		for _, r := range t.text {
			column++
			if r == '\n' {
				line, column = line+1, 1
			}
		}
		src = src[n:]
	}
	return tokens, nil
}

// next is the kind and the length in bytes of the first token; the length is negative if
// the token does not end.
func next(src string) (kind, int) {
	r, size := utf8.DecodeRuneInString(src)
	switch {
	case unicode.IsSpace(r):
		return space, prefix(src, unicode.IsSpace)
	case strings.HasPrefix(src, "//"):
		if i := strings.IndexByte(src, '\n'); i >= 0 {
			return comment, i
		}
		return comment, len(src)
	case strings.HasPrefix(src, "/*"):
		if i := strings.Index(src, "*/"); i >= 0 {
			return comment, i + 2
		}
		return comment, -1
	case r == '"' || r == '\'':
		return text, closing(src, byte(r))
	case r == '`':
		return quotedName, closing(src, '`')
	case r == '$':
		if k, n := next(src[1:]); n > 0 && (k == word || k == quotedName) {
			return parameter, n + 1
		}
		return other, 1
	case wordRune(r):
		return word, prefix(src, wordRune)
	case unicode.IsDigit(r):
		return other, prefix(src, func(r rune) bool { return wordRune(r) || unicode.IsDigit(r) })
	}
	return other, size
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

func prefix(s string, in func(rune) bool) int {
	for i, r := range s {
		if !in(r) {
			return i
		}
	}
	return len(s)
}

// closing is the length of a quoted token. A backslash escapes in strings only; a doubled
// backtick stands for one.
func closing(s string, quote byte) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && quote != '`':
			i++
		case s[i] == quote && quote == '`' && i+1 < len(s) && s[i+1] == '`':
			i++
		case s[i] == quote:
			return i + 1
		}
	}
	return -1
}

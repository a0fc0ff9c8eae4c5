package guard

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// token is a lexical token (GraphQL spec 2.1.6): a punctuator is its own byte, `...` is
// spread, and names, numbers and strings are one byte that stands for them.
type token struct {
	kind       byte
	start, end int
}

const (
	tokenEnd    byte = 0
	tokenSpread byte = '.'
	tokenName   byte = 'a'
	tokenNumber byte = '0'
	tokenString byte = '"'
)

// scanned is the token stream and what was counted on the way.
type scanned struct {
	tokens    []token // the first ones only, where there are too many
	count     int
	beyond    int // offset of the first token past the limit
	deepest   int // brackets within each other
	deepestAt int
}

// scan cuts text into tokens. It keeps at most limit of them but counts and checks all.
func scan(text string, limit int) (scanned, *mistake) {
	s := scanned{tokens: make([]token, 0, min(limit, len(text)/4+1)+1), beyond: -1}
	depth := 0
	for at := 0; ; {
		t, m := next(text, at)
		if m != nil {
			return s, m
		}
		if t.kind == tokenEnd {
			s.tokens = append(s.tokens, t)
			return s, nil
		}
		switch t.kind {
		case '{', '(', '[':
			if depth++; depth > s.deepest {
				s.deepest, s.deepestAt = depth, t.start
			}
		case '}', ')', ']':
			depth--
		}
		s.count++
		if s.count <= limit {
			s.tokens = append(s.tokens, t)
		} else if s.beyond < 0 {
			s.beyond = t.start
		}
		at = t.end
	}
}

// next reads the token at or after offset at.
func next(text string, at int) (token, *mistake) {
	at = skipIgnored(text, at)
	if at >= len(text) {
		return token{tokenEnd, len(text), len(text)}, nil
	}
	switch c := text[at]; {
	case strings.IndexByte("!$&():=@[]{|}", c) >= 0:
		return token{c, at, at + 1}, nil
	case isNameStart(c):
		end := at + 1
		for end < len(text) && (isNameStart(text[end]) || isDigit(text[end])) {
			end++
		}
		return token{tokenName, at, end}, nil
	case c == '.':
		if strings.HasPrefix(text[at:], "...") {
			return token{tokenSpread, at, at + 3}, nil
		}
		return token{}, &mistake{at, "a lone dot has no meaning here; a fragment is spread with three: ..."}
	case isDigit(c) || c == '-':
		return number(text, at)
	case strings.HasPrefix(text[at:], `"""`):
		return blockString(text, at)
	case c == '"':
		return quoted(text, at)
	case c == '\'':
		return token{}, &mistake{at, "a string stands between double quotes, not single ones"}
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	if r == utf8.RuneError {
		return token{}, &mistake{at, "the text is not valid UTF-8 here; send it as UTF-8"}
	}
	return token{}, &mistake{at, fmt.Sprintf("the character %q has no meaning here; outside of strings and comments a query has names, numbers and punctuation only", r)}
}

// skipIgnored passes white space, line ends, commas, byte order marks and comments
// (GraphQL spec 2.1.7). A control character ends a comment and is then refused as a token.
func skipIgnored(text string, at int) int {
	for at < len(text) {
		switch c := text[at]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',':
			at++
		case strings.HasPrefix(text[at:], "\ufeff"):
			at += len("\ufeff")
		case c == '#':
			for at++; at < len(text) && (text[at] >= ' ' || text[at] == '\t'); at++ {
			}
		default:
			return at
		}
	}
	return at
}

func number(text string, at int) (token, *mistake) {
	end := at
	if text[end] == '-' {
		end++
	}
	digits := func() bool {
		start := end
		for end < len(text) && isDigit(text[end]) {
			end++
		}
		return end > start
	}
	ok := digits()
	if ok && end < len(text) && text[end] == '.' && !strings.HasPrefix(text[end:], "...") {
		end++
		ok = digits()
	}
	if ok && end < len(text) && (text[end] == 'e' || text[end] == 'E') {
		end++
		if end < len(text) && (text[end] == '+' || text[end] == '-') {
			end++
		}
		ok = digits()
	}
	if !ok {
		return token{}, &mistake{at, "this number is not complete; write it as 7, -7, 7.5 or 7.5e3"}
	}
	return token{tokenNumber, at, end}, nil
}

func quoted(text string, at int) (token, *mistake) {
	for end := at + 1; end < len(text); end++ {
		switch c := text[end]; {
		case c == '"':
			return token{tokenString, at, end + 1}, nil
		case c == '\\' && end+1 < len(text) && text[end+1] >= ' ':
			end++
		case c < ' ' && c != '\t':
			return token{}, &mistake{at, `this string doesn't end on its line; close it with " or write a line break as \n`}
		}
	}
	return token{}, &mistake{at, `this string doesn't end; close it with "`}
}

func blockString(text string, at int) (token, *mistake) {
	for end := at + 3; end < len(text); end++ {
		switch {
		case strings.HasPrefix(text[end:], `"""`):
			return token{tokenString, at, end + 3}, nil
		case strings.HasPrefix(text[end:], `\"""`):
			end += 3
		}
	}
	return token{}, &mistake{at, `this block string doesn't end; close it with """`}
}

func isNameStart(c byte) bool {
	return c == '_' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

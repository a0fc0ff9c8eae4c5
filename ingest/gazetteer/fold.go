package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// latin spells out letters that do not decompose into a base letter and accents.
var latin = strings.NewReplacer(
	"ı", "i", "ł", "l", "ø", "o", "đ", "d", "ð", "d", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ʻ", "", "ʼ", "",
)

// foldWord appends w in lower case and without accents.
func foldWord(dst []byte, w string) []byte {
	ascii := true
	for i := range len(w) {
		c := w[i]
		if c >= utf8.RuneSelf {
			ascii = false
			break
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	if ascii {
		return dst
	}
	dst = dst[:0]
	for _, r := range norm.NFD.String(latin.Replace(strings.ToLower(w))) {
		if !unicode.Is(unicode.Mn, r) {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// foldName returns name as Lookup compares it: its tokens folded, joined by spaces.
func foldName(name string) string {
	var b strings.Builder
	for pos := 0; ; {
		t := next(name, pos)
		if t.end == t.start {
			return b.String()
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.Write(fold(nil, name, t))
		pos = t.end
	}
}

// fold appends the folded form of token t of text.
func fold(dst []byte, text string, t token) []byte {
	if t.punct != 0 {
		return append(dst, t.punct)
	}
	return foldWord(dst, text[t.start:t.end])
}

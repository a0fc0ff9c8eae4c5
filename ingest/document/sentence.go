package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// Sentences returns the sentences of text[span.Start:span.End], without the space
// between them.
//
// They are those of Unicode Standard Annex #29, mended where it cannot know better: no
// sentence ends after an abbreviation ("Gen.", "No. 3", "U.S. Navy"), an initial, or the
// number of a list item, nor before a small letter; a line break ends none. A title of one
// word that a paragraph runs on from ("Background. China has…") stays with its first sentence.
func Sentences(text string, span Span) []Span {
	// Annex #29 ends a sentence at every line break, and lines here are only wrapped.
	flat := strings.NewReplacer("\r", " ", "\n", " ", "\u0085", "  ", "\u2028", "   ", "\u2029", "   ").Replace(text[span.Start:span.End])
	var found []Span
	pos := 0
	for it := sentences.FromString(flat); it.Next(); {
		s := Span{pos, pos + len(it.Value())}
		pos = s.End
		if last := len(found) - 1; last >= 0 && goesOn(flat[found[last].Start:found[last].End], flat[s.Start:], last == 0) {
			found[last].End = s.End
			continue
		}
		found = append(found, s)
	}
	trimmed := found[:0]
	for _, s := range found {
		if s = trim(flat, s); s.Start < s.End {
			trimmed = append(trimmed, Span{span.Start + s.Start, span.Start + s.End})
		}
	}
	return trimmed
}

// trim returns s without the white space at its ends.
func trim(text string, s Span) Span {
	part := text[s.Start:s.End]
	s.End = s.Start + len(strings.TrimRightFunc(part, isBlank))
	s.Start += len(part) - len(strings.TrimLeftFunc(part, isBlank))
	if s.Start > s.End {
		s.Start = s.End
	}
	return s
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' }

// Abbreviations with a full stop, in small letters and without it.
var (
	// before a name or a number: a sentence never ends with one
	binding = wordSet(`mr mrs ms mx dr prof hon rt rev fr sr gen lt col maj capt cmdr cdr adm vadm radm sgt cpl pvt brig
		lt-gen maj-gen amb gov sen rep pres pm st mt ft vs viz cf e.g i.e eg ie fig figs art arts vol vols ch sec secs para paras
		pp ref refs ed eds approx ca dept gov't`)
	// before a number only
	numbering = wordSet(`no nos p jan feb mar apr jun jul aug sep sept oct nov dec res doc op`)
	// at a sentence's end too, so what follows decides
	open = wordSet(`etc inc ltd co corp bros al jr sr a.m p.m ph.d u.s u.n u.k e.u u.s.a u.s.s.r d.c p.r.c r.o.k d.p.r.k u.a.e n.y
		p.r r.o.c a.d b.c g.d.r f.r.g mass calif`)
	// words that begin a sentence more often than they follow an abbreviation
	starters = wordSet(`the this that these those a an in on at by for from with within without during since after before when while
		as if it its he she they we i you his her their our there here but and or so yet however moreover furthermore meanwhile also
		although though both each all some many most several other another one two three such what which who where why how
		under over between among against about today yesterday last next more then thus therefore according despite through to no not`)
)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// goesOn reports whether the sentence so far, which Annex #29 ends here, goes on with rest. first says
// that it opens its block.
func goesOn(sentence, rest string, first bool) bool {
	sentence = strings.TrimRightFunc(sentence, isBlank)
	rest = strings.TrimLeftFunc(rest, isBlank)
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "" || sentence == "":
		return true
	case unicode.IsLower(next), strings.ContainsRune(",;:)]}”’", next):
		return true
	case !strings.HasSuffix(sentence, "."):
		return false
	}
	body := strings.TrimSuffix(sentence, ".")
	word := strings.TrimLeft(body[strings.LastIndexFunc(body, isBlank)+1:], `("'“‘[`)
	lower := strings.ToLower(word)
	switch {
	case word == "" || strings.HasSuffix(word, "."):
		return false // an ellipsis
	case strings.TrimLeft(body, `("'“‘[`) == word && isOrdinal(word):
		return true // "1." or "XIII." before its title
	case first && isRunIn(sentence):
		return true
	case binding[lower]:
		return true
	case numbering[lower] && unicode.IsDigit(next):
		return true
	case utf8.RuneCountInString(word) == 1 && unicode.IsUpper(rune(word[0])):
		return unicode.IsUpper(next) && !isStarter(rest)
	case open[lower] || dotted(word):
		return !isStarter(rest)
	}
	return false
}

// isRunIn reports whether a sentence is a single word, and so a title.
func isRunIn(sentence string) bool {
	word := strings.TrimSuffix(sentence, ".")
	return opensBig(word) && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
}

func opensBig(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// isOrdinal reports whether word counts what follows: digits, a letter, or a roman numeral.
func isOrdinal(word string) bool {
	if word == "" {
		return false
	}
	digits := strings.Trim(word, "0123456789.") == ""
	roman := strings.Trim(word, "IVXLCDM") == "" || strings.Trim(word, "ivxl") == ""
	return digits || roman || len(word) == 1
}

// dotted reports whether word is made of single letters with full stops between.
func dotted(word string) bool {
	parts := strings.Split(word, ".")
	for _, p := range parts {
		if utf8.RuneCountInString(p) != 1 {
			return false
		}
	}
	return len(parts) > 1
}

// isStarter reports whether text begins with a word that begins sentences.
func isStarter(text string) bool {
	word := text
	if i := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		word = text[:i]
	}
	return starters[strings.ToLower(word)]
}

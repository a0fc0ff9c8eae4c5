package extract

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// lexicon finds words and phrases by the words they are made of.
type lexicon struct {
	*vocabulary
	first []int32            // the root's children, by word
	next  map[[2]int32]int32 // the other nodes', by node and word
	more  []bool             // of each node, whether it has children
	free  []bool             // of each node, whether a reading may be written in any case
	ends  [][]lexeme

	columns *lexicon // the headers of tables, whose words mean something else in sentences

	lists map[string]map[string]bool // words by the list they are in, which give an item no reading
}

// vocabulary numbers words, from 1.
type vocabulary struct {
	numbers map[string]int32
	spelled []string
	starts  []starter // what the words can start
}

// starter says what a word can be the first of, so that most words need no more looking at.
type starter uint8

const (
	startsDate starter = 1 << iota
	startsNumber
	startsOrdinal
)

// noWord stands for a word that is not in the vocabulary.
const noWord int32 = -1

// word returns the number of a word in lower case, or noWord.
func (v *vocabulary) word(low string) int32 {
	if id, ok := v.numbers[low]; ok {
		return id
	}
	return noWord
}

// add numbers a word in lower case.
func (v *vocabulary) add(word string) int32 {
	id, ok := v.numbers[word]
	if !ok {
		id = int32(len(v.spelled))
		v.numbers[word] = id
		v.spelled = append(v.spelled, word)
		v.starts = append(v.starts, 0)
	}
	return id
}

// newVocabulary is a vocabulary with the words that dates and numbers start with.
func newVocabulary() *vocabulary {
	v := &vocabulary{numbers: map[string]int32{}, spelled: make([]string, 1), starts: make([]starter, 1)}
	mark := func(word string, s starter) { v.starts[v.add(word)] |= s }
	for _, w := range dateStarts {
		mark(w, startsDate)
	}
	for _, w := range weekdayNames[1:] {
		mark(w, startsDate)
	}
	for w := range monthNames {
		mark(w, startsDate)
	}
	for w := range smallNumbers {
		mark(w, startsNumber|startsOrdinal) // "twenty-first"
	}
	mark("a", startsNumber)
	for w := range ordinalWords {
		mark(w, startsOrdinal)
	}
	return v
}

func newLexicon(v *vocabulary) *lexicon {
	return &lexicon{vocabulary: v, next: map[[2]int32]int32{}, more: make([]bool, 1), free: make([]bool, 1), ends: make([][]lexeme, 1)}
}

// loadLexicon reads every data file. It reports all mistakes, each with file and line.
func loadLexicon(files fs.FS) (*lexicon, error) {
	v := newVocabulary()
	lx := newLexicon(v)
	lx.columns = newLexicon(v)
	lx.lists = map[string]map[string]bool{}
	names, err := fs.Glob(files, "data/*.txt")
	if err != nil {
		return nil, err
	}
	var mistakes []string
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		for n, line := range strings.Split(string(text), "\n") {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			if why := lx.addLine(line); why != "" {
				mistakes = append(mistakes, fmt.Sprintf("%s:%d: %s", path.Base(name), n+1, why))
			}
		}
	}
	if mistakes != nil {
		return nil, fmt.Errorf("extract: %s", strings.Join(mistakes, "\n"))
	}
	return lx, nil
}

// addLine adds one data line, and says what is wrong with it.
func (lx *lexicon) addLine(line string) string {
	head, forms, ok := strings.Cut(line, ": ")
	className, value, ok2 := strings.Cut(head, " ")
	if !ok || !ok2 {
		return `want "class value: form | form"`
	}
	c, ok := classNames[className]
	if !ok {
		return fmt.Sprintf("unknown class %q; use one of those in lexicon.go", className)
	}
	for _, form := range strings.Split(forms, " | ") {
		if form = strings.TrimSpace(form); form == "" {
			return "an empty form; remove the stray |"
		}
		switch c {
		case cColumn:
			lx.columns.add(lexeme{class: c, value: value}, form)
			continue
		case cList:
			if lx.lists[value] == nil {
				lx.lists[value] = map[string]bool{}
			}
			lx.lists[value][strings.ToLower(form)] = true
			continue
		}
		lx.addForm(lexeme{class: c, value: value, strong: true}, form)
	}
	return ""
}

func (lx *lexicon) addForm(l lexeme, form string) {
	switch l.class {
	case cVerb:
		for _, f := range inflect(form) {
			l.form = f.form
			lx.add(l, f.word)
		}
		return
	case cEvent:
		label, kind, _ := strings.Cut(l.value, "/")
		l.label, l.value = label, kind
		switch form[0] {
		case '!':
			form, l.strong = form[1:], false
		case '~':
			form, l.short = form[1:], true
		}
	case cSeries, cShip:
		l.cased, l.forms = true, form
	}
	l.plural = isPlural(form)
	lx.add(l, form)
}

func (lx *lexicon) add(l lexeme, form string) {
	node := int32(0)
	for _, w := range splitWords(form) {
		id := lx.vocabulary.add(w)
		if n := int(id) + 1 - len(lx.first); n > 0 {
			lx.first = append(lx.first, make([]int32, n)...)
		}
		key := [2]int32{node, id}
		child, ok := lx.next[key]
		if !ok {
			child = int32(len(lx.ends))
			lx.ends = append(lx.ends, nil)
			lx.more, lx.free = append(lx.more, false), append(lx.free, false)
			if lx.next[key], lx.more[node] = child, true; node == 0 {
				lx.first[id] = child
			}
		}
		node = child
	}
	lx.free[node] = lx.free[node] || !l.cased
	for i, had := range lx.ends[node] {
		if had.class == l.class && had.value == l.value && had.label == l.label {
			lx.ends[node][i].form |= l.form
			return
		}
	}
	lx.ends[node] = append(lx.ends[node], l)
}

// splitWords splits a form as the tokenizer splits a text, without hyphens.
func splitWords(form string) []string {
	var words []string
	for _, t := range tokenize(form, 0, len(form)) {
		if !t.hyphen() {
			words = append(words, t.low)
		}
	}
	return words
}

// startsWith returns what can start with the token.
func (v *vocabulary) startsWith(t *tok) starter {
	switch {
	case t.kind == tNumber:
		return startsDate | startsNumber | startsOrdinal
	case t.word > 0:
		return v.starts[t.word]
	}
	return 0
}

// match returns the longest phrase that starts at token i, its readings and where it ends.
// Hyphens between words don't count; other punctuation does.
func (lx *lexicon) match(toks []tok, i int) (found []lexeme, end int) {
	node := int32(0)
	for j := i; j < len(toks); j++ {
		if toks[j].hyphen() {
			if j == i || toks[j].spaced || j+1 < len(toks) && toks[j+1].spaced {
				break
			}
			continue
		}
		id := toks[j].word
		if id == 0 {
			id = lx.word(toks[j].low)
		}
		if id == noWord {
			break
		}
		if j == i && int(id) < len(lx.first) {
			node = lx.first[id]
		} else if j > i {
			node = lx.next[[2]int32{node, id}]
		}
		if node == 0 {
			break
		}
		if len(lx.ends[node]) > 0 && (lx.free[node] || fitsCase(lx.ends[node], toks[i:j+1])) {
			found, end = lx.ends[node], j+1
		}
		if !lx.more[node] {
			break
		}
	}
	return found, end
}

// fitsCase reports whether any reading may be written as the tokens are.
func fitsCase(readings []lexeme, toks []tok) bool {
	for _, l := range readings {
		if !l.cased || sameCase(l, toks) {
			return true
		}
	}
	return false
}

// sameCase holds a cased form against the text: each word must have a capital where
// the form has one; a form all in capitals wants two of them.
func sameCase(l lexeme, toks []tok) bool {
	words := strings.FieldsFunc(l.forms, func(r rune) bool { return r == ' ' || r == '-' })
	k := 0
	for _, t := range toks {
		if t.hyphen() {
			continue
		}
		if k >= len(words) {
			return false
		}
		if isUpper(words[k][0]) && !t.cap() {
			return false
		}
		k++
	}
	return true
}

func isUpper(b byte) bool { return b >= 'A' && b <= 'Z' }

// isPlural reports whether the noun of a form is plural: that before "of", as in "meeting of defence ministers".
func isPlural(form string) bool {
	noun, _, _ := strings.Cut(form, " of ")
	noun, _, _ = strings.Cut(noun, " by ")
	words := strings.Fields(noun)
	switch last := words[len(words)-1]; {
	case slices.Contains([]string{"talks", "guidelines"}, last):
		return false
	case last == "memoranda":
		return true
	default:
		return strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") && last != "ncos"
	}
}

type inflected struct {
	word string
	form verbForm
}

// inflect returns the forms of a verb given by its principal parts: a lemma, its past
// and its participle, "=ing" where that is irregular. A dash joins the words of a phrase,
// the first of which is the verb.
func inflect(entry string) []inflected {
	parts := strings.Fields(entry)
	ing := ""
	if last := parts[len(parts)-1]; strings.HasPrefix(last, "=") {
		ing = last[1:]
		parts = parts[:len(parts)-1]
	}
	lemma := parts[0]
	verb, rest, phrasal := strings.Cut(lemma, "-")
	prefix := ""
	if verb == "co" || verb == "code" || verb == "jointly" {
		prefix = verb + "-"
		verb, rest, phrasal = strings.Cut(rest, "-")
	}
	with := func(v string) string {
		if v = prefix + v; phrasal {
			v += "-" + rest
		}
		return v
	}
	past, participle := with(pastOf(verb)), with(pastOf(verb))
	if len(parts) == 3 {
		past, participle = parts[1], parts[2]
	} else if len(parts) == 2 {
		past, participle = parts[1], parts[1]
	}
	if ing == "" {
		ing = with(ingOf(verb))
	}
	return []inflected{{lemma, fBase}, {with(thirdOf(verb)), fThird}, {past, fPast}, {participle, fParticiple}, {ing, fIng}}
}

func pastOf(v string) string {
	switch {
	case strings.HasSuffix(v, "e"):
		return v + "d"
	case strings.HasSuffix(v, "y") && !vowelAt(v, len(v)-2):
		return v[:len(v)-1] + "ied"
	}
	return v + "ed"
}

func ingOf(v string) string {
	if strings.HasSuffix(v, "e") && !strings.HasSuffix(v, "ee") && v != "be" {
		return v[:len(v)-1] + "ing"
	}
	return v + "ing"
}

func thirdOf(v string) string {
	switch {
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "x"), strings.HasSuffix(v, "o"):
		return v + "es"
	case strings.HasSuffix(v, "y") && !vowelAt(v, len(v)-2):
		return v[:len(v)-1] + "ies"
	}
	return v + "s"
}

func vowelAt(s string, i int) bool { return i >= 0 && strings.IndexByte("aeiou", s[i]) >= 0 }

package gazetteer

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// longest is the most tokens a name may have.
const longest = 32

// trie holds the names, word by word, folded. A node is an index into ends; node 0
// is the root.
type trie struct {
	words  map[string]uint32 // folded words, from 1
	first  []uint32          // the root's children, by word
	edges  map[uint64]uint32 // node<<32 | word -> node
	ends   [][]*name         // the names that end at a node
	leaf   []bool            // of each node, whether it has no children
	starts starts            // what names begin with
	after  [][]child         // of each node its children, where they are few
}

// child is a node below another, with the folded word that leads to it.
type child struct {
	word string
	node uint32
}

// few children of a node are gone through one by one.
const few = 8

// starts is the set of what names begin with: the first byte, and the second in lower case
// and without accents, 0 where there is none.
type starts [1 << 14 / 64]uint64

func (s *starts) add(first, second byte) {
	i := uint(first)<<7 | uint(second)
	s[i/64] |= 1 << (i % 64)
}

// has reports whether a name may begin with the word.
func (s *starts) has(word string) bool {
	second := byte(0)
	if len(word) > 1 {
		second = word[1]
	}
	if word[0] >= utf8.RuneSelf || second >= utf8.RuneSelf {
		return true
	}
	if 'A' <= second && second <= 'Z' {
		second += 'a' - 'A'
	}
	i := uint(word[0])<<7 | uint(second)
	return s[i/64]&(1<<(i%64)) != 0
}

// name is one spelling of a name: what its words must look like in a text beside
// being the same when folded, and whom it means.
type name struct {
	form     Form
	readings []*Entry
	tokens   []string // as in the data; with exact, a text must have just these
	exact    bool     // acronyms, and names that are words in another spelling
	hyphen   bool     // a hyphen must follow
}

// Find returns the known names in text, at byte offsets, sorted and without
// overlaps: the longest at each place, from left to right.
//
// Names begin and end at word boundaries. Capitals count where the name has them:
// "Turkey" but not "turkey", "US" but not "us". White space, one line break, and a
// hyphen or dash between the words of a name are the same to it, as are
// typographic variants of the apostrophe, and letters with and without accents.
func (g *Gazetteer) Find(text string) []Match {
	var found []Match
	var buf [64]byte
	var tokens [longest]token
	for pos := 0; ; {
		t := next(text, pos)
		if t.end == t.start {
			return found
		}
		pos = t.end
		if t.punct != 0 || !g.names.starts.has(text[t.start:t.end]) {
			continue
		}
		w := g.names.words[string(foldWord(buf[:0], text[t.start:t.end]))]
		node := g.names.first[w]
		if node == 0 {
			continue
		}
		tokens[0] = t
		if n, end := g.names.walk(text, &tokens, node); n != nil {
			found = append(found, Match{t.start, end, n.readings[0], n.form, n.readings[1:]})
			pos = end
		}
	}
}

// walk returns the longest name that begins with the first of tokens, whose node is given, and
// where it ends; nil if there is none. It uses the rest of tokens.
func (tr *trie) walk(text string, tokens *[longest]token, node uint32) (*name, int) {
	var buf [64]byte
	var best *name
	end := 0
	t := tokens[0]
	for n := 1; ; n++ {
		for _, candidate := range tr.ends[node] {
			if candidate.fits(text, tokens[:n]) {
				best, end = candidate, t.end
				break
			}
		}
		if n == longest || tr.leaf[node] {
			return best, end
		}
		t = next(text, t.end)
		if t.end == t.start || !t.joined || t.punct == 1 {
			return best, end
		}
		if node = tr.step(node, fold(buf[:0], text, t)); node == 0 {
			return best, end
		}
		tokens[n] = t
	}
}

// step returns the child of a node that a folded word leads to, or 0.
func (tr *trie) step(node uint32, word []byte) uint32 {
	if children := tr.after[node]; children != nil {
		for i := range children {
			if children[i].word == string(word) {
				return children[i].node
			}
		}
		return 0
	}
	return tr.edges[edge(node, tr.words[string(word)])]
}

// fits reports whether the tokens of text, which fold to n's, are n.
func (n *name) fits(text string, tokens []token) bool {
	last := tokens[len(tokens)-1].end
	if n.hyphen && !hyphenAt(text, last) {
		return false
	}
	if tokens[len(tokens)-1].punct == '.' {
		if after := next(text, last); after.start == last && after.end > last && after.punct == 0 {
			return false // "U.S." is not in "U.S.S.R."
		}
	}
	for i, t := range tokens {
		if t.punct != 0 {
			continue
		}
		word := text[t.start:t.end]
		if n.exact {
			if word != n.tokens[i] {
				return false
			}
		} else if isUpper(n.tokens[i]) && !isUpper(word) {
			return false
		}
	}
	return true
}

func hyphenAt(text string, pos int) bool {
	r, _ := utf8.DecodeRuneInString(text[pos:])
	return r == '-' || isHyphen(r)
}

func isUpper(word string) bool {
	if c := word[0]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// add enters a spelling of a name. The same spelling of the same form with another
// meaning becomes a further reading.
func (tr *trie) add(text string, form Form, exact, hyphen bool, e *Entry) {
	n := &name{form: form, readings: []*Entry{e}, exact: exact, hyphen: hyphen}
	node := uint32(0)
	for pos := 0; ; {
		t := next(text, pos)
		if t.end == t.start {
			break
		}
		pos = t.end
		node = tr.child(node, string(fold(nil, text, t)))
		n.tokens = append(n.tokens, text[t.start:t.end])
	}
	tr.begin(n.tokens[0])
	for _, other := range tr.ends[node] {
		if other.sameSpelling(n) {
			if containsEntry(other.readings, e) {
				other.relax(n)
			} else {
				other.readings = append(other.readings, e)
			}
			return
		}
	}
	tr.ends[node] = append(tr.ends[node], n)
}

// relax lets n fit what o fits too, which differs from it in capitals only.
func (n *name) relax(o *name) {
	for i, t := range o.tokens {
		if !isUpper(t) {
			n.tokens[i] = t
		}
	}
}

// sameSpelling reports whether n and o, which fold to the same, are one spelling, capitals aside.
func (n *name) sameSpelling(o *name) bool {
	if n.hyphen != o.hyphen {
		return false
	}
	if !n.exact && !o.exact {
		return true
	}
	if n.exact != o.exact {
		return false
	}
	for i := range n.tokens {
		if n.tokens[i] != o.tokens[i] {
			return false
		}
	}
	return true
}

func containsEntry(entries []*Entry, e *Entry) bool {
	for _, o := range entries {
		if o == e {
			return true
		}
	}
	return false
}

func edge(node, word uint32) uint64 { return uint64(node)<<32 | uint64(word) }

func (tr *trie) child(node uint32, word string) uint32 {
	w, ok := tr.words[word]
	if !ok {
		w = uint32(len(tr.words) + 1)
		tr.words[word] = w
		tr.first = append(tr.first, 0)
	}
	next := tr.edges[edge(node, w)]
	if next == 0 {
		next = uint32(len(tr.ends))
		tr.ends = append(tr.ends, nil)
		tr.edges[edge(node, w)] = next
		tr.leaf[node] = false
		tr.leaf = append(tr.leaf, true)
		if node == 0 {
			tr.first[w] = next
		}
	}
	return next
}

// begin notes what a name whose first word is given begins with.
func (tr *trie) begin(word string) {
	folded := foldWord(nil, word)
	first, second := word[0], byte(0)
	if len(folded) > 1 {
		second = folded[1]
	}
	if first >= utf8.RuneSelf && len(folded) > 0 {
		first = folded[0]
		if 'a' <= first && first <= 'z' {
			first -= 'a' - 'A' // without its accent
		}
	}
	if first < utf8.RuneSelf && second < utf8.RuneSelf {
		tr.starts.add(first, second)
	}
}

// order puts the stricter names first, so that "US" is the country and not a name in capitals,
// and lists the children of nodes that have few.
func (tr *trie) order() {
	spelled := make([]string, len(tr.words)+1)
	for word, w := range tr.words {
		spelled[w] = word
	}
	tr.after = make([][]child, len(tr.ends))
	for e, node := range tr.edges {
		parent := uint32(e >> 32)
		tr.after[parent] = append(tr.after[parent], child{spelled[uint32(e)], node})
	}
	for node, children := range tr.after {
		if len(children) > few {
			tr.after[node] = nil
		}
		slices.SortFunc(tr.after[node], func(a, b child) int { return cmp.Compare(a.word, b.word) })
	}
	for _, names := range tr.ends {
		slices.SortStableFunc(names, func(a, b *name) int { return cmp.Compare(strictness(b), strictness(a)) })
	}
}

func strictness(n *name) int {
	strict := 0
	if n.hyphen {
		strict += 2
	}
	if n.exact {
		strict++
	}
	return strict
}

func newTrie() trie {
	return trie{
		words: map[string]uint32{},
		first: []uint32{0},
		edges: map[uint64]uint32{},
		ends:  [][]*name{nil},
		leaf:  []bool{true},
	}
}

package guard

import "fmt"

// document is the skeleton of an executable document (GraphQL spec 2.2): its definitions
// with their selections, and counts of everything else.
type document struct {
	definitions []*definition

	operations, aliases, directives, fragments, variables tally

	longestList, longestListAt int
}

// definition is an operation, or a fragment where name is set.
type definition struct {
	name     string // of a fragment
	offset   int
	selected []selection
}

// selection is a field (key is set), a spread of a fragment (spread is set) or an inline
// fragment (neither).
type selection struct {
	key, field string // response key and name
	spread     string
	offset     int
	selected   []selection
}

// tally counts things and remembers where they are.
type tally struct {
	n       int
	offsets []int
}

func (t *tally) add(offset int) {
	t.n++
	t.offsets = append(t.offsets, offset)
}

// at gives the place of the first one past limit, or -1.
func (t *tally) at(limit int) int {
	if limit < 0 || limit >= len(t.offsets) {
		return -1
	}
	return t.offsets[limit]
}

// reader reads tokens one by one. It recurses once per bracket, and scan has bounded
// those.
type reader struct {
	text   string
	tokens []token // the last one is tokenEnd
	at     int
	doc    document
	failed *mistake
}

// read makes the skeleton of the tokens of text, or reports the first token that can't
// stand where it does.
func read(text string, tokens []token) (*document, *mistake) {
	r := &reader{text: text, tokens: tokens}
	for r.failed == nil && r.peek() != tokenEnd {
		r.definition()
	}
	if r.failed == nil && len(r.doc.definitions) == 0 {
		r.failed = &mistake{0, "the query is empty; write at least one field, for example { __typename }"}
	}
	return &r.doc, r.failed
}

func (r *reader) definition() {
	r.skip(tokenString) // a description
	d := &definition{offset: r.offset()}
	switch word := r.word(); {
	case r.peek() == '{':
		r.doc.operations.add(d.offset)
	case word == "query" || word == "mutation" || word == "subscription":
		r.doc.operations.add(d.offset)
		r.next()
		r.skip(tokenName)
		r.variables()
		r.directives()
	case word == "fragment":
		r.doc.fragments.add(d.offset)
		r.next()
		d.name = r.word()
		r.expect(tokenName, "the name of the fragment")
		r.variables()
		r.keyword("on")
		r.expect(tokenName, "the name of a type")
		r.directives()
	default:
		r.fail("an operation or a fragment")
		return
	}
	d.selected = r.selections()
	r.doc.definitions = append(r.doc.definitions, d)
}

func (r *reader) selections() []selection {
	var selected []selection
	r.expect('{', "a selection in braces")
	for r.failed == nil {
		selected = append(selected, r.selection())
		if r.skip('}') {
			break
		}
	}
	return selected
}

func (r *reader) selection() selection {
	s := selection{offset: r.offset()}
	if r.skip(tokenSpread) {
		switch word := r.word(); {
		case word == "on":
			r.next()
			r.expect(tokenName, "the name of a type")
		case word != "":
			s.spread = word
			r.next()
			r.directives()
			return s
		}
		r.directives()
		s.selected = r.selections()
		return s
	}
	s.key = r.word()
	s.field = s.key
	r.expect(tokenName, "the name of a field")
	if r.skip(':') {
		r.doc.aliases.add(s.offset)
		s.field = r.word()
		r.expect(tokenName, "the name of a field")
	}
	r.arguments()
	r.directives()
	if r.peek() == '{' {
		s.selected = r.selections()
	}
	return s
}

func (r *reader) variables() {
	if !r.skip('(') {
		return
	}
	for r.failed == nil {
		r.skip(tokenString) // a description
		r.doc.variables.add(r.offset())
		r.expect('$', "a variable, such as $name")
		r.expect(tokenName, "the name of the variable")
		r.expect(':', "a colon and the variable's type")
		r.typeReference()
		if r.skip('=') {
			r.value()
		}
		r.directives()
		if r.skip(')') {
			return
		}
	}
}

func (r *reader) typeReference() {
	if r.skip('[') {
		r.typeReference()
		r.expect(']', "a closing bracket")
	} else {
		r.expect(tokenName, "the name of a type")
	}
	r.skip('!')
}

func (r *reader) directives() {
	for r.failed == nil && r.peek() == '@' {
		r.doc.directives.add(r.offset())
		r.next()
		r.expect(tokenName, "the name of a directive")
		r.arguments()
	}
}

func (r *reader) arguments() {
	if !r.skip('(') {
		return
	}
	for r.failed == nil {
		r.expect(tokenName, "the name of an argument")
		r.expect(':', "a colon and the argument's value")
		r.value()
		if r.skip(')') {
			return
		}
	}
}

func (r *reader) value() {
	start := r.offset()
	switch r.peek() {
	case '$':
		r.next()
		r.expect(tokenName, "the name of a variable")
	case tokenName, tokenNumber, tokenString:
		r.next()
	case '[':
		r.next()
		items := 0
		for r.failed == nil && !r.skip(']') {
			r.value()
			items++
		}
		if items > r.doc.longestList {
			r.doc.longestList, r.doc.longestListAt = items, start
		}
	case '{':
		r.next()
		for r.failed == nil && !r.skip('}') {
			r.expect(tokenName, "the name of a field")
			r.expect(':', "a colon and the field's value")
			r.value()
		}
	default:
		r.fail("a value")
	}
}

// peek gives the kind of the token at hand; once something failed, the end.
func (r *reader) peek() byte {
	if r.failed != nil {
		return tokenEnd
	}
	return r.tokens[r.at].kind
}

func (r *reader) offset() int { return r.tokens[r.at].start }

func (r *reader) next() {
	if r.at < len(r.tokens)-1 {
		r.at++
	}
}

func (r *reader) skip(kind byte) bool {
	if r.peek() != kind || kind == tokenEnd {
		return false
	}
	r.next()
	return true
}

// word gives the text of the token at hand if it is a name.
func (r *reader) word() string {
	if r.peek() != tokenName {
		return ""
	}
	return r.here()
}

func (r *reader) here() string {
	t := r.tokens[r.at]
	return r.text[t.start:t.end]
}

func (r *reader) expect(kind byte, what string) {
	if !r.skip(kind) {
		r.fail(what)
	}
}

func (r *reader) keyword(word string) {
	if r.word() != word {
		r.fail(fmt.Sprintf("%q", word))
		return
	}
	r.next()
}

func (r *reader) fail(expected string) {
	if r.failed != nil {
		return
	}
	found := "the query ends"
	if r.peek() != tokenEnd {
		found = fmt.Sprintf("there is %q", shorten(r.here()))
	}
	r.failed = &mistake{r.offset(), fmt.Sprintf("%s where %s is expected; complete it or look for a bracket too many before it", found, expected)}
}

// shorten keeps a message short whatever it quotes.
func shorten(s string) string {
	const most = 40
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most]) + "…"
}

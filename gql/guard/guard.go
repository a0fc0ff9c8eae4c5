// Package guard looks at the text of a GraphQL request before anything parses it, and
// accepts or refuses it.
//
// It owns the limits on what a request may contain: bytes, tokens, nesting, root fields,
// aliases, directives, fragments, variables, list items, repeated keys, and the number
// of fields after fragments are expanded. What it accepts is small enough for parsers,
// validators and executors whose work grows quadratically or worse, and holds no cycle
// of fragments. It doesn't know the schema and doesn't replace a parser: a request it
// accepts may still be wrong.
//
// Its own work is linear in the text, plus at most the number of flattened fields that
// the limits allow for each definition.
package guard

import "fmt"

// Limits says how much a request may contain. A limit of zero or less refuses every
// request that has any such thing; start from Default.
type Limits struct {
	Bytes      int // of text
	Tokens     int // lexical tokens (GraphQL spec 2.1.6), comments and commas not counted
	Nesting    int // brackets of any kind within each other, and selection sets through fragments
	Operations int // in one document
	RootFields int // of one operation, through fragments
	Aliases    int // in the document
	Directives int // applied in the document
	Fragments  int // defined in the document
	Variables  int // declared in the document
	ListItems  int // of one list literal
	Fields     int // of one definition, after every fragment is expanded
	SameKey    int // fields with the same response key at the same place, through fragments
	TypeLists  int // lists of __Type within each other: fields, inputFields, interfaces, possibleTypes
}

// Default gives the limits of a public server. The standard introspection query with
// every option passes, and so does what people write by hand.
func Default() Limits {
	return Limits{
		Bytes:      64 << 10,
		Tokens:     2000,
		Nesting:    20,
		Operations: 20,
		RootFields: 10,
		Aliases:    30,
		Directives: 50,
		Fragments:  32,
		Variables:  64,
		ListItems:  500,
		Fields:     1000,
		SameKey:    32,
		TypeLists:  2,
	}
}

// Check reads text and returns every limit it breaks, in the order of Limits' fields;
// none means accepted. Text that is no executable document (GraphQL spec 2.2) is refused
// with one Refusal of code Syntax.
func (l Limits) Check(text string) []Refusal {
	if len(text) > l.Bytes {
		return []Refusal{{
			Code: TooManyBytes, Limit: l.Bytes, Got: len(text),
			Message: fmt.Sprintf("the query has %d bytes and at most %d are accepted; ask for less at once, and pass values as variables", len(text), l.Bytes),
		}}
	}
	s, mistake := scan(text, l.Tokens)
	if mistake != nil {
		return []Refusal{mistake.in(text)}
	}
	var refused refusals
	refused.limit(text, TooManyTokens, l.Tokens, s.count, s.beyond,
		"the query has %v tokens and at most %d are accepted; ask for less at once, and pass values as variables")
	refused.limit(text, TooDeep, l.Nesting, s.deepest, s.deepestAt,
		"the query nests %v levels of brackets and at most %d are accepted; ask for the inner part in a request of its own")
	if len(refused) > 0 {
		return refused // the structure isn't worth reading, nor safe to
	}
	doc, mistake := read(text, s.tokens)
	if mistake != nil {
		return []Refusal{mistake.in(text)}
	}
	refused.document(text, l, doc)
	if len(refused) == 0 {
		refused.shape(text, l, doc)
	}
	return refused
}

// document reports the limits that are plain counts over the document.
func (r *refusals) document(text string, l Limits, doc *document) {
	r.limit(text, TooManyOperations, l.Operations, doc.operations.n, doc.operations.at(l.Operations),
		"the document has %v operations and at most %d are accepted; send only those that belong together")
	r.limit(text, TooManyAliases, l.Aliases, doc.aliases.n, doc.aliases.at(l.Aliases),
		"the query has %v aliases and at most %d are accepted; ask for several things at once with `in` instead")
	r.limit(text, TooManyDirectives, l.Directives, doc.directives.n, doc.directives.at(l.Directives),
		"the query applies %v directives and at most %d are accepted; put fields that are skipped together into one fragment")
	r.limit(text, TooManyFragments, l.Fragments, doc.fragments.n, doc.fragments.at(l.Fragments),
		"the document defines %v fragments and at most %d are accepted; leave out those that the operation doesn't use")
	r.limit(text, TooManyVariables, l.Variables, doc.variables.n, doc.variables.at(l.Variables),
		"the document declares %v variables and at most %d are accepted; pass several values as one list or input object")
	r.limit(text, TooManyListItems, l.ListItems, doc.longestList, doc.longestListAt,
		"a list in the query has %v items and at most %d are accepted; pass it as a variable")
}

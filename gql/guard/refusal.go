package guard

import (
	"fmt"
	"unicode/utf8"
)

// Code names the reason of a refusal; it is stable, for programs to act on.
type Code string

// The reasons for which a request is refused before it is parsed.
const (
	Syntax            Code = "GRAPHQL_PARSE_FAILED"
	TooManyBytes      Code = "QUERY_TOO_LARGE"
	TooManyTokens     Code = "TOO_MANY_TOKENS"
	TooDeep           Code = "QUERY_TOO_DEEP"
	TooManyOperations Code = "TOO_MANY_OPERATIONS"
	TooManyRootFields Code = "TOO_MANY_ROOT_FIELDS"
	TooManyAliases    Code = "TOO_MANY_ALIASES"
	TooManyDirectives Code = "TOO_MANY_DIRECTIVES"
	TooManyFragments  Code = "TOO_MANY_FRAGMENTS"
	TooManyVariables  Code = "TOO_MANY_VARIABLES"
	TooManyListItems  Code = "TOO_MANY_LIST_ITEMS"
	TooManyFields     Code = "TOO_MANY_FIELDS"
	TooManySameKey    Code = "TOO_MANY_FIELDS_OF_ONE_NAME"
	TooManyTypeLists  Code = "INTROSPECTION_TOO_DEEP"
	FragmentCycle     Code = "FRAGMENT_CYCLE"
)

// Refusal is one reason why a request isn't accepted. Limit and Got are zero where no
// number is involved; Line and Column count from 1, in code points (GraphQL spec 7.1.2),
// and are zero where no place is to blame.
type Refusal struct {
	Code         Code
	Message      string
	Limit, Got   int
	Line, Column int
}

// Error gives the message with its place.
func (r Refusal) Error() string {
	if r.Line == 0 {
		return r.Message
	}
	return fmt.Sprintf("%d:%d: %s", r.Line, r.Column, r.Message)
}

type refusals []Refusal

// limit adds a refusal when got exceeds limit; format takes both, in this order. offset
// is the place to blame, or negative.
func (r *refusals) limit(text string, code Code, limit, got, offset int, format string) {
	if got <= limit {
		return
	}
	line, column := position(text, offset)
	*r = append(*r, Refusal{
		Code: code, Limit: limit, Got: got, Line: line, Column: column,
		Message: fmt.Sprintf(format, count(got), limit),
	})
}

// mistake is a place where the text isn't a document.
type mistake struct {
	offset int
	what   string
}

func (m *mistake) in(text string) Refusal {
	line, column := position(text, m.offset)
	return Refusal{Code: Syntax, Message: m.what, Line: line, Column: column}
}

// position turns a byte offset into a line and a column. Lines end as in GraphQL spec
// 2.1.2: \n, \r\n or \r.
func position(text string, offset int) (line, column int) {
	if offset < 0 {
		return 0, 0
	}
	line, start := 1, 0
	for i := 0; i < offset && i < len(text); i++ {
		if text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			line, start = line+1, i+1
		}
	}
	return line, utf8.RuneCountInString(text[start:offset]) + 1
}

package cypher

import (
	"fmt"
	"strings"
)

// Fragment is Cypher that was written by hand, in a schema or a file: a reading query
// that ends with RETURN. Its variables keep their names, its parameters get new ones.
type Fragment struct {
	tokens []token
}

// Inline is a fragment as a part of a statement, the body of a [Subquery]: This is what its
// variable `this` stands for (nil if it has none), Arguments its parameters' values.
type Inline struct {
	Fragment  *Fragment
	This      *Variable
	Arguments map[string]Expression
}

// writing lists the words that begin a clause which no fragment may have: those that
// write, read files, change the schema, or end or leave the statement.
var writing = words(`ALTER CREATE DELETE DENY DETACH DROP FOREACH GRANT INSERT LOAD MERGE REMOVE REVOKE SET TERMINATE TRANSACTIONS USE`)

// ParseFragment checks hand-written Cypher. It refuses clauses that do more than read,
// unclosed quotes and comments, and more than one statement; the errors say where
// (line:column, from 1). A query file's header comment is left out.
func ParseFragment(text string) (*Fragment, error) {
	tokens, err := scan(text)
	if err != nil {
		return nil, err
	}
	for len(tokens) > 0 && (tokens[len(tokens)-1].kind == space || tokens[len(tokens)-1].kind == comment || tokens[len(tokens)-1].text == ";") {
		tokens = tokens[:len(tokens)-1]
	}
	for len(tokens) > 0 && (tokens[0].kind == space || tokens[0].kind == comment) {
		tokens = tokens[1:]
	}
	before := ""
	for _, t := range tokens {
		if t.text == ";" {
			return nil, fmt.Errorf("%s: a second statement begins after `;`; keep one", t.at())
		}
		if t.kind == word && before != "." && before != ":" && before != "|" && before != "$" && writing[strings.ToUpper(t.text)] {
			return nil, fmt.Errorf("%s: %s is not allowed where statements only read; leave it out, or put the name between backticks if it is one", t.at(), strings.ToUpper(t.text))
		}
		if t.kind != space && t.kind != comment {
			before = t.text
		}
	}
	if len(tokens) == 0 {
		return nil, fmt.Errorf("1:1: the statement is empty; end it with RETURN and a column")
	}
	return &Fragment{tokens: tokens}, nil
}

// Parameters are the names after $, in the order of their first use.
func (f *Fragment) Parameters() []string {
	var names []string
	seen := map[string]bool{}
	for _, t := range f.tokens {
		if t.kind == parameter && !seen[t.name()] {
			seen[t.name()] = true
			names = append(names, t.name())
		}
	}
	return names
}

// Uses reports whether a variable of that name occurs.
func (f *Fragment) Uses(name string) bool {
	for _, t := range f.tokens {
		if t.kind == word && t.text == name {
			return true
		}
	}
	return false
}

func (in Inline) clause(p *printer) string {
	var b strings.Builder
	if in.This != nil {
		b.WriteString("WITH " + p.variable(in.This) + " AS this" + p.newline(0))
	}
	p.foreign["this"] = true
	for _, t := range in.Fragment.tokens {
		switch t.kind {
		case parameter:
			arg, ok := in.Arguments[t.name()]
			if !ok {
				p.fail("the statement needs a parameter $%s; declare an argument of that name", t.name())
				continue
			}
			b.WriteString(p.operand(arg))
		case space:
			b.WriteString(p.space(t.text))
		case word:
			p.foreign[t.text] = true
			b.WriteString(t.text)
		case quotedName:
			p.foreign[strings.Trim(t.text, "`")] = true
			b.WriteString(t.text)
		default:
			b.WriteString(t.text)
		}
	}
	return b.String()
}

// space keeps the breaks between lines, and what lines are indented by beyond the margin.
func (p *printer) space(text string) string {
	i := strings.LastIndexByte(text, '\n')
	if i < 0 {
		return text
	}
	return p.newline(0) + strings.ReplaceAll(text[i+1:], "\t", "  ")
}

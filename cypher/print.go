package cypher

import (
	"errors"
	"fmt"
	"maps"
	"strconv"
	"strings"
)

// width is how long a map or a subquery may get on one line.
const width = 76

// Print gives the text of a query and its parameters. The same tree always gives the same
// text: names are handed out in the order in which the tree is printed. An error means
// that a name in it cannot stand in a statement, and names it.
func Print(q Query) (Statement, error) {
	p := newPrinter(nil)
	text := p.query(q)
	if p.collides() {
		p = newPrinter(p.foreign)
		text = p.query(q)
	}
	if len(p.errs) > 0 {
		return Statement{}, errors.Join(p.errs...)
	}
	return Statement{Text: text, Params: p.params}, nil
}

// printer holds what a statement's text depends on besides the tree: the names given so
// far. Its methods return text; indent is how deep the line under construction stands.
type printer struct {
	indent     int
	variables  map[*Variable]string
	parameters map[*Parameter]string
	params     map[string]any
	taken      map[string]bool // names of variables
	foreign    map[string]bool // words in the fragments printed, which variables must avoid
	avoid      map[string]bool
	errs       []error
}

func newPrinter(avoid map[string]bool) *printer {
	return &printer{
		variables:  map[*Variable]string{},
		parameters: map[*Parameter]string{},
		params:     map[string]any{},
		taken:      map[string]bool{},
		foreign:    map[string]bool{},
		avoid:      maps.Clone(avoid),
	}
}

// collides tells whether a variable has a name that a fragment uses for its own.
func (p *printer) collides() bool {
	for name := range p.taken {
		if p.foreign[name] {
			return true
		}
	}
	return false
}

func (p *printer) fail(format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf(format, args...))
}

func (p *printer) newline(deeper int) string {
	return "\n" + strings.Repeat("  ", p.indent+deeper)
}

func (p *printer) query(q Query) string {
	clauses := make([]string, len(q))
	for i, c := range q {
		clauses[i] = c.clause(p)
	}
	return strings.Join(clauses, p.newline(0))
}

// block prints word { query }, on one line if that is short.
func (p *printer) block(word string, q Query) string {
	p.indent++
	inner := p.query(q)
	p.indent--
	if flat := strings.ReplaceAll(inner, p.newline(1), " "); len(q) == 1 && len(flat) <= width && !strings.Contains(flat, "\n") {
		return word + " { " + flat + " }"
	}
	return word + " {" + p.newline(1) + inner + p.newline(0) + "}"
}

func (p *printer) variable(v *Variable) string {
	if name, ok := p.variables[v]; ok {
		return name
	}
	name := p.free(p.bare(v.Hint), func(n string) bool { return p.taken[n] || p.avoid[n] || reserved[strings.ToUpper(n)] })
	p.taken[name] = true
	p.variables[v] = name
	return name
}

func (p *printer) parameter(v *Parameter) string {
	if name, ok := p.parameters[v]; ok {
		return "$" + name
	}
	name := p.free(p.bare(v.Hint), func(n string) bool { _, taken := p.params[n]; return taken })
	p.parameters[v] = name
	p.params[name] = v.Value
	return "$" + name
}

// free is the hint, or the first of hint_2, hint_3… that is not taken.
func (p *printer) free(hint string, taken func(string) bool) string {
	name := hint
	for i := 2; taken(name); i++ {
		name = hint + "_" + strconv.Itoa(i)
	}
	return name
}

// bare checks a name that stands where words of the language are as good as any other.
func (p *printer) bare(name string) string {
	if !identifier.MatchString(name) {
		_, err := quote(name)
		p.errs = append(p.errs, err)
		return "_"
	}
	return name
}

// key prints a label, a type or a property key, which may be words of the language.
func (p *printer) key(name string) string { return p.bare(name) }

// column prints a name that must be quoted if it is a word of the language.
func (p *printer) column(name string) string {
	s, err := quote(name)
	if err != nil {
		p.errs = append(p.errs, err)
	}
	return s
}

func (p *printer) integer(i int64) string { return strconv.FormatInt(i, 10) }

func (p *printer) list(l []Expression) string {
	items := make([]string, len(l))
	for i, e := range l {
		items[i] = e.expression(p)
	}
	return strings.Join(items, ", ")
}

// entries prints the entries of a map as they stand one level deeper.
func (p *printer) entries(m []Entry) []string {
	p.indent++
	defer func() { p.indent-- }()
	out := make([]string, len(m))
	for i, e := range m {
		out[i] = p.key(e.Key) + ": " + e.Value.expression(p)
	}
	return out
}

// braces prints prefix {entries}, on one line if that is short.
func (p *printer) braces(prefix string, entries []string) string {
	flat := prefix + "{" + strings.Join(entries, ", ") + "}"
	if len(flat) <= width && !strings.Contains(flat, "\n") {
		return flat
	}
	return prefix + "{" + p.newline(1) + strings.Join(entries, ","+p.newline(1)) + p.newline(0) + "}"
}

func (p *printer) projection(x Projection) string {
	of := p.variable(x.Of)
	entries := p.entries(x.Entries)
	if x.All {
		entries = append([]string{".*"}, entries...)
	}
	return p.braces(of+" ", entries)
}

func (p *printer) call(c Call) string {
	if !functions[strings.ToUpper(c.Function)] {
		p.fail("function %q is not one that statements may call", c.Function)
	}
	s := p.list(c.Arguments)
	if c.Distinct {
		s = "DISTINCT " + s
	}
	return c.Function + "(" + s + ")"
}

func (p *printer) cases(c Case) string {
	p.indent++
	parts := []string{}
	for _, w := range c.Whens {
		parts = append(parts, "WHEN "+w.If.expression(p)+" THEN "+w.Then.expression(p))
	}
	if c.Else != nil {
		parts = append(parts, "ELSE "+c.Else.expression(p))
	}
	p.indent--
	if flat := "CASE " + strings.Join(parts, " ") + " END"; len(flat) <= width && !strings.Contains(flat, "\n") {
		return flat
	}
	return "CASE" + p.newline(1) + strings.Join(parts, p.newline(1)) + p.newline(0) + "END"
}

func (p *printer) comprehension(x Comprehension) string {
	in := x.In.expression(p)
	s := "[" + p.variable(x.Variable) + " IN " + in
	if x.Where != nil {
		s += " WHERE " + x.Where.expression(p)
	}
	if x.Map != nil {
		s += " | " + x.Map.expression(p)
	}
	return s + "]"
}

// operand prints an expression as a part of another, in parentheses where it would
// otherwise be read differently.
func (p *printer) operand(e Expression) string {
	switch e.(type) {
	case Comparison, And, Or, Not, IsNull, IsNotNull, IsType, HasLabel:
		return "(" + e.expression(p) + ")"
	}
	return e.expression(p)
}

// chain prints operands with AND or OR between them, each on a line where they are long.
func (p *printer) chain(operands []Expression, word string, empty Expression) string {
	switch len(operands) {
	case 0:
		return empty.expression(p)
	case 1:
		return operands[0].expression(p)
	}
	p.indent++
	parts := make([]string, len(operands))
	for i, o := range operands {
		switch o.(type) {
		case And, Or:
			parts[i] = "(" + o.expression(p) + ")"
		default:
			parts[i] = o.expression(p)
		}
	}
	p.indent--
	if flat := strings.Join(parts, " "+word+" "); len(flat) <= width && !strings.Contains(flat, "\n") {
		return flat
	}
	return strings.Join(parts, p.newline(1)+word+" ")
}

package cypher

import "strings"

// Comparison is an operator between two operands.
type Comparison struct {
	Left     Expression
	Operator Operator
	Right    Expression
}

// Operator is a binary operator of the Cypher manual ("Operators").
type Operator string

// The operators. Matches (=~) is here because an operator of the server may allow it; a
// regular expression can hold a core of the database for good.
const (
	Equal      Operator = "="
	NotEqual   Operator = "<>"
	Less       Operator = "<"
	LessEq     Operator = "<="
	Greater    Operator = ">"
	GreaterEq  Operator = ">="
	In         Operator = "IN"
	Contains   Operator = "CONTAINS"
	StartsWith Operator = "STARTS WITH"
	EndsWith   Operator = "ENDS WITH"
	Matches    Operator = "=~"
	Plus       Operator = "+"
	Minus      Operator = "-"
)

// And holds where all of its operands do; with none, it is true.
type And []Expression

// Or holds where one of its operands does; with none, it is false.
type Or []Expression

// Not negates.
type Not struct{ Of Expression }

// IsNull is of IS NULL.
type IsNull struct{ Of Expression }

// IsNotNull is of IS NOT NULL.
type IsNotNull struct{ Of Expression }

// HasLabel is of:A|B, true for a node that has the labels.
type HasLabel struct {
	Of     *Variable
	Labels Labels
}

// ValueType is a type of values, none of them null (Cypher manual, "Type predicate expressions").
type ValueType string

// The types that statements test for.
const (
	AnyInteger  ValueType = "INTEGER NOT NULL"
	AnyFloat    ValueType = "FLOAT NOT NULL"
	AnyString   ValueType = "STRING NOT NULL"
	AnyDuration ValueType = "DURATION NOT NULL"
	AnyPoint    ValueType = "POINT NOT NULL"
	AnyList     ValueType = "LIST<ANY> NOT NULL"
)

// IsType is of IS :: A | B, false for null.
type IsType struct {
	Of    Expression
	Types []ValueType
}

// AllOf is the conjunction of the expressions that are not nil; nil for none.
func AllOf(of ...Expression) Expression {
	var all And
	for _, e := range of {
		switch e := e.(type) {
		case nil:
		case And:
			all = append(all, e...)
		default:
			all = append(all, e)
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return all
}

func (c Comparison) expression(p *printer) string {
	return p.operand(c.Left) + " " + string(c.Operator) + " " + p.operand(c.Right)
}

func (a And) expression(p *printer) string { return p.chain(a, "AND", True) }
func (o Or) expression(p *printer) string  { return p.chain(o, "OR", False) }

func (n Not) expression(p *printer) string {
	switch n.Of.(type) {
	case Exists:
		return "NOT " + n.Of.expression(p)
	}
	return "NOT (" + n.Of.expression(p) + ")"
}

func (n IsNull) expression(p *printer) string    { return p.operand(n.Of) + " IS NULL" }
func (n IsNotNull) expression(p *printer) string { return p.operand(n.Of) + " IS NOT NULL" }

func (t IsType) expression(p *printer) string {
	names := make([]string, len(t.Types))
	for i, name := range t.Types {
		names[i] = string(name)
	}
	return p.operand(t.Of) + " IS :: " + strings.Join(names, " | ")
}

func (h HasLabel) expression(p *printer) string {
	return p.variable(h.Of) + p.labels(h.Labels)
}

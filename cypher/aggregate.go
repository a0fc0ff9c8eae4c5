package cypher

import (
	"slices"
	"strings"
)

var aggregates = words(`AVG COLLECT COUNT MAX MIN PERCENTILECONT PERCENTILEDISC STDEV STDEVP SUM`)

// Aggregates reports whether an expression calls an aggregating function, however deep in
// its subqueries. Neo4j takes the whole item of a projection that holds such an expression for
// an aggregation, and refuses what else is in it unless it is an item of its own.
func Aggregates(e Expression) bool {
	switch e := e.(type) {
	case nil, *Variable, *Parameter, Keyword, Integer, Name, Column, HasLabel:
		return false
	case Call:
		return aggregates[strings.ToUpper(e.Function)] || anyAggregates(e.Arguments)
	case Map:
		return entriesAggregate(e)
	case Projection:
		return entriesAggregate(e.Entries)
	case List:
		return anyAggregates(e)
	case And:
		return anyAggregates(e)
	case Or:
		return anyAggregates(e)
	case Not:
		return Aggregates(e.Of)
	case IsNull:
		return Aggregates(e.Of)
	case IsNotNull:
		return Aggregates(e.Of)
	case IsType:
		return Aggregates(e.Of)
	case Comparison:
		return Aggregates(e.Left) || Aggregates(e.Right)
	case Property:
		return Aggregates(e.Of)
	case Index:
		return Aggregates(e.Of) || Aggregates(e.At)
	case Slice:
		return Aggregates(e.Of) || Aggregates(e.From) || Aggregates(e.To)
	case Comprehension:
		return Aggregates(e.In) || Aggregates(e.Where) || Aggregates(e.Map)
	case Case:
		return Aggregates(e.Else) || slices.ContainsFunc(e.Whens, func(w When) bool { return Aggregates(w.If) || Aggregates(w.Then) })
	case Exists:
		return e.Query.aggregates()
	case Count:
		return e.Query.aggregates()
	case Collect:
		return e.Query.aggregates()
	}
	return true // unknown: to treat it as one is always right
}

func anyAggregates(of []Expression) bool { return slices.ContainsFunc(of, Aggregates) }

func entriesAggregate(of []Entry) bool {
	return slices.ContainsFunc(of, func(e Entry) bool { return Aggregates(e.Value) })
}

func (q Query) aggregates() bool {
	return slices.ContainsFunc(q, func(c Clause) bool {
		switch c := c.(type) {
		case Match:
			return Aggregates(c.Where)
		case With:
			return projects(c.Items, c.Order) || Aggregates(c.Where)
		case Return:
			return projects(c.Items, c.Order)
		case Unwind:
			return Aggregates(c.List)
		case Procedure:
			return anyAggregates(c.Arguments)
		case Subquery:
			return slices.ContainsFunc(c.Bodies, Query.aggregates)
		case Inline:
			return c.Fragment.aggregates()
		}
		return true
	})
}

func projects(items []Item, order []Sort) bool {
	return slices.ContainsFunc(items, func(it Item) bool { return Aggregates(it.Value) }) ||
		slices.ContainsFunc(order, func(s Sort) bool { return Aggregates(s.By) })
}

// aggregates looks for the name of an aggregating function before a bracket.
func (f *Fragment) aggregates() bool {
	before := ""
	for _, t := range f.tokens {
		if t.text == "(" && aggregates[strings.ToUpper(before)] {
			return true
		}
		if t.kind != space && t.kind != comment {
			before = t.text
		}
	}
	return false
}

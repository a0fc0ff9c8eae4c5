package plan

import (
	"slices"

	"concord/gql/schema"
)

// Constant is a value that the operation gives. A pointer is one place of the operation:
// where the same pointer is met again, it is the same value whatever the operation's variables are.
type Constant struct{ Value any }

// Filter is a condition on a node and, below a connection, on the relationship that led
// to it. In Cypher's three-valued logic a condition on a missing property is null, and so is
// its negation: neither holds.
type Filter interface{ filter() }

type (
	// And holds where all do.
	And []Filter

	// Or holds where one does.
	Or []Filter

	// Not negates.
	Not struct{ Of Filter }

	// Compare compares a property with a value, which is not null.
	Compare struct {
		Subject         Subject
		Property        *schema.Property
		Operator        schema.Operator
		Value           *Constant
		CaseInsensitive bool
	}

	// Null holds where a property is missing.
	Null struct {
		Subject  Subject
		Property *schema.Property
	}

	// Distance compares how far a point is from another, in metres (Cartesian: in the units
	// of the points).
	Distance struct {
		Subject  Subject
		Property *schema.Property
		From     *Constant // a map[string]any
		Operator schema.Operator
		Value    *Constant
	}

	// Related says how many related nodes match; Where is nil if it only counts them.
	Related struct {
		Quantifier schema.Quantifier
		Hops       []Hop
		Where      Filter
	}

	// Aggregated compares what is aggregated over related nodes.
	Aggregated struct {
		Hops  []Hop
		Where Condition
	}

	// Instance holds for nodes of some types.
	Instance struct{ Nodes []*schema.Node }

	// OfKind holds where the relationship is of the kind, and Where (nil for nothing) holds.
	OfKind struct {
		Kind  Kind
		Where Filter
	}

	// Result compares the scalar result of a statement with a value; nil asks for null.
	Result struct {
		Subject         Subject // what `this` is
		Cypher          *schema.Cypher
		Operator        schema.Operator
		Value           *Constant
		CaseInsensitive bool
	}

	// ResultNodes says how many of the nodes in a statement's result match.
	ResultNodes struct {
		Subject    Subject // what `this` is
		Cypher     *schema.Cypher
		Quantifier schema.Quantifier
		Where      Filter
	}

	// Score compares the score of a full-text search.
	Score struct {
		Operator schema.Operator
		Value    *Constant
	}
)

func (And) filter()         {}
func (Or) filter()          {}
func (Not) filter()         {}
func (Compare) filter()     {}
func (Null) filter()        {}
func (Distance) filter()    {}
func (Related) filter()     {}
func (Aggregated) filter()  {}
func (Instance) filter()    {}
func (OfKind) filter()      {}
func (Result) filter()      {}
func (ResultNodes) filter() {}
func (Score) filter()       {}

// Condition is a condition on an aggregate.
type Condition interface{ condition() }

type (
	// AllConditions holds where all do.
	AllConditions []Condition

	// AnyCondition holds where one does.
	AnyCondition []Condition

	// NotCondition negates.
	NotCondition struct{ Of Condition }

	// Counted compares the number of related nodes or (Edges) of relationships.
	Counted struct {
		Edges    bool
		Operator schema.Operator
		Value    *Constant
	}

	// Over compares an aggregated property. Shortest, Longest and AverageLength are lengths.
	Over struct {
		Subject     Subject
		Property    *schema.Property
		Aggregation schema.Aggregation
		Operator    schema.Operator
		Value       *Constant
	}
)

func (AllConditions) condition() {}
func (AnyCondition) condition()  {}
func (NotCondition) condition()  {}
func (Counted) condition()       {}
func (Over) condition()          {}

// allOf is the conjunction of filters that are not nil; nil for none.
func allOf(filters ...Filter) Filter {
	var all And
	for _, f := range filters {
		all = append(all, conjuncts(f)...)
	}
	if len(all) > 1 {
		return all
	}
	for _, f := range all {
		return f
	}
	return nil
}

// conjuncts are the filters that must all hold.
func conjuncts(f Filter) []Filter {
	switch f := f.(type) {
	case nil:
		return nil
	case And:
		return f
	}
	return []Filter{f}
}

// MentionsEdge reports whether a filter is about the relationship that led to the node, too.
func MentionsEdge(f Filter) bool {
	switch f := f.(type) {
	case And:
		return slices.ContainsFunc(f, MentionsEdge)
	case Or:
		return slices.ContainsFunc(f, MentionsEdge)
	case Not:
		return MentionsEdge(f.Of)
	case Compare:
		return f.Subject == Edge
	case Null:
		return f.Subject == Edge
	case Distance:
		return f.Subject == Edge
	case Result:
		return f.Subject == Edge
	case ResultNodes:
		return f.Subject == Edge
	case OfKind:
		return f.Kind.Types != nil || MentionsEdge(f.Where)
	}
	return false
}

package plan

import "concord/gql/schema"

// Plan says how the graph answers an operation. It is read-only.
type Plan struct {
	Roots  []Root // in the order asked; fields of introspection are not among them
	Budget int

	// Decisions records what the rules decided and why, in the order of the fields.
	Decisions []Decision
}

// Root is a field of the type Query.
type Root struct {
	Key   string
	Value Value
}

// Decision is what a rule did with a field.
type Decision struct {
	Path   string // response keys from the root, with dots
	Rule   string // the name of the rule, for example start
	Taken  bool
	Reason string
}

// Value is what stands under a response key: [Stored], [*List], [*Connection] or [*Computed].
type Value interface{ value() }

// Subject is what a property belongs to.
type Subject int

// A property is one of the node at hand, or of the relationship that led to it.
const (
	Node Subject = iota
	Edge
)

// Stored is a property. Parts are the components asked of a point, in order; nil for
// every other type.
type Stored struct {
	Subject  Subject
	Property *schema.Property
	Parts    []PointPart
}

// PointPart is a component of a point under its response key.
type PointPart struct {
	Key  string
	Part schema.Part
}

// List is a list of nodes: a root list, related nodes (each once), or the node of a
// single relationship.
type List struct {
	Rows   *Rows
	Object *Object
	Single bool // the first row, or null
}

// Rows are nodes in an order, with a part of them cut out.
type Rows struct {
	From  Source
	Where Filter // nil for none
	Start *Start // where another pattern than the nodes themselves is found first; see rule_start.go
	Sort  []Sort
	Skip  int64  // how many are left out at the beginning
	Limit *int64 // how many are kept; nil for all that the budget allows
}

// Source is where rows come from: exactly one of Hops and FullText is set, or neither for all
// the nodes that are one of Members.
type Source struct {
	Target   schema.Target
	Members  []*schema.Node
	Hops     []Hop
	FullText *FullTextSource
}

// FullTextSource is a search of a full-text index.
type FullTextSource struct {
	Index  string
	Phrase string
}

// Hop is a step over a relationship from a node that is one of Owners (whatever it is, if
// nil). Where a relationship is declared by an interface, each implementation may have another.
type Hop struct {
	Owners       []*schema.Node
	Relationship *schema.Relationship
}

// Sort is a key to sort by: a property, the result of a statement, an aggregate over related
// nodes, the score, or the element id, which every node and relationship has. Relationships that
// are not of the kind are alike in it.
type Sort struct {
	Subject    Subject
	Property   *schema.Property
	Cypher     *schema.Cypher
	Kind       Kind
	Related    *RelatedSort
	Score      bool
	ElementID  bool
	Descending bool
}

// RelatedSort is an aggregate over what relationships lead to: the number of nodes, or of
// relationships (Edges), where Property is nil.
type RelatedSort struct {
	Hops        []Hop
	Edges       bool
	Subject     Subject // of Property
	Property    *schema.Property
	Aggregation schema.Aggregation // Shortest, Longest and AverageLength are lengths
}

// Object is what is asked of a node.
type Object struct {
	Members  []*schema.Node
	Typename bool // the node can be of several types, and says of which it is
	Entries  []Entry
}

// Entry is what stands under a response key: the first choice that the node is of, null
// if there is none.
type Entry struct {
	Key     string
	Choices []Choice
}

// Choice is a value for some of the types that an object can have; Nodes is nil for all.
type Choice struct {
	Nodes []*schema.Node
	Value Value
}

// Connection is related nodes, or a whole type, with relationships, counts and pages.
type Connection struct {
	Rows   *Rows
	Nested bool // below a node: rows are relationships, not nodes
	Keys   []ConnectionKey

	// Paged says that there may be rows beyond Rows.Limit, and that one more is read to see.
	Paged bool

	Total Total

	Keyset *Keyset // nil where cursors are places
}

// ConnectionKey is a field of a connection: exactly one of Edges, Total, Page and Aggregate is set.
type ConnectionKey struct {
	Key       string
	Edges     []EdgeKey
	Total     bool
	Page      []PageKey
	Aggregate []AggregateKey
}

// EdgeKey is a field of an edge: Node, Properties, Computed, Score or Cursor.
type EdgeKey struct {
	Key        string
	Node       *Object
	Properties []EdgeObject
	Computed   *Computed
	Score      bool
	Cursor     bool
}

// Kind tells relationships that have some properties from others: they are of one of Types, or
// belong to nodes of one of Owners. Without either it is all of them.
type Kind struct {
	Types  []string
	Owners []*schema.Node
}

// All reports whether it is all relationships.
func (k Kind) All() bool { return k.Types == nil && k.Owners == nil }

// EdgeObject is what is asked of a relationship's properties, if it is of the kind.
type EdgeObject struct {
	Edge     *schema.Edge
	Kind     Kind
	Typename bool
	Entries  []Entry
}

// PageKey is a field of pageInfo.
type PageKey struct {
	Key  string
	Part schema.Part
}

// AggregateKey is a field of an aggregate: a count, or values of properties.
type AggregateKey struct {
	Key    string
	Counts []CountKey
	Values []ValuesKey // of the properties of Subject
}

// CountKey is a field of count: of relationships (Edges) or of nodes.
type CountKey struct {
	Key   string
	Edges bool
}

// ValuesKey is a property in an aggregate, with what is asked of it.
type ValuesKey struct {
	Key          string
	Subject      Subject
	Property     *schema.Property
	Aggregations []AggregationKey
}

// AggregationKey is an aggregated value.
type AggregationKey struct {
	Key string
	Of  schema.Aggregation
}

// Computed is the result of a field with @cypher.
type Computed struct {
	Cypher    *schema.Cypher
	Subject   Subject        // what `this` is
	Arguments map[string]any // coerced
	Result    ResultShape
}

// ResultShape is what is asked of a statement's result, or of a column: an Object of a node, the
// Columns of a row type, or neither for a scalar.
type ResultShape struct {
	Object  *Object
	Columns []ColumnKey
}

// ColumnKey is a field of a row type.
type ColumnKey struct {
	Key    string
	Field  *schema.RowField
	Result ResultShape
}

func (Stored) value()      {}
func (*List) value()       {}
func (*Connection) value() {}
func (*Computed) value()   {}

package schema

import (
	"concord/cypher"

	"github.com/vektah/gqlparser/v2/ast"
)

// Target is what a relationship leads to and what a list holds: *[Node], *[Interface] or
// *[Union].
type Target interface {
	// TypeName is the name of the GraphQL type.
	TypeName() string
	// Members are the nodes it can be, in the order of declaration; a node is its own.
	Members() []*Node
}

// Node is an object type with @node.
type Node struct {
	Name        string
	Description string
	Position    *ast.Position

	// Labels are all the labels that such a node has in the database, at least one.
	Labels []string

	Interfaces    []*Interface
	Properties    []*Property
	Relationships []*Relationship
	Cyphers       []*Cypher
	FullTexts     []*FullText

	Singular string // the root name in the singular, for example treatyParty
	Plural   string // the root field, for example treatyParties; <Plural>Connection beside it
	Limit    Limit  // @limit: of every list of these
	Query    Access // @query: which root fields exist

	attributes    []Meaning // *Property and *Cypher, as declared
	members       []*Node
	properties    map[string]*Property
	relationships map[string]*Relationship
	cyphers       map[string]*Cypher
}

// TypeName is the name of the GraphQL type.
func (n *Node) TypeName() string { return n.Name }

// Members is the node itself.
func (n *Node) Members() []*Node { return n.members }

// Property is the property of that GraphQL name; nil if there is none.
func (n *Node) Property(name string) *Property { return n.properties[name] }

// Relationship is the relationship of that GraphQL name; nil if there is none.
func (n *Node) Relationship(name string) *Relationship { return n.relationships[name] }

// Cypher is the field with @cypher of that GraphQL name; nil if there is none.
func (n *Node) Cypher(name string) *Cypher { return n.cyphers[name] }

// Interface is an interface that nodes implement. Its properties and relationships are
// declarations: each node has its own behind them ([Property.Of], [Relationship.Of]).
type Interface struct {
	Name        string
	Description string
	Position    *ast.Position

	Interfaces    []*Interface
	Properties    []*Property
	Relationships []*Relationship
	Cyphers       []*Cypher

	Singular string
	Plural   string
	Limit    Limit
	Query    Access

	attributes []Meaning
	members    []*Node
}

// TypeName is the name of the GraphQL type.
func (i *Interface) TypeName() string { return i.Name }

// Members are the nodes that implement it.
func (i *Interface) Members() []*Node { return i.members }

// Union is a union of nodes.
type Union struct {
	Name        string
	Description string
	Position    *ast.Position

	Singular string
	Plural   string // the root field; unions have no connection
	Query    Access

	members []*Node
}

// TypeName is the name of the GraphQL type.
func (u *Union) TypeName() string { return u.Name }

// Members are the nodes of the union.
func (u *Union) Members() []*Node { return u.members }

// Limit is @limit: Default where a request gives no limit or first, Max whatever it
// gives. Zero means none.
type Limit struct{ Default, Max int }

// Access is @query: which root fields a type has.
type Access struct {
	Read       bool // the list
	Connection bool // the connection with its edges
	Aggregate  bool // aggregate in the connection
}

// Property is a property of a node or a relationship, or an interface's declaration of one.
type Property struct {
	Name        string
	Description string
	Position    *ast.Position

	// Column is the property's name in the database (@alias). On an interface it is
	// empty where the nodes keep it under different names: take [Property.Of] then.
	Column string

	Type   Type
	Unique bool // @id or @unique: at most one node has a value, and an index finds it

	// Coalesce is @coalesce: what filters take for null; nil if there is none. It is
	// bool, int64, float64 or string (of an enum too), or a []any of these.
	Coalesce any

	selectable selectable
	filterable filterable
	sortable   bool
	directives ast.DirectiveList // @deprecated

	own map[*Node]*Property // an interface's: the nodes' own
}

// Of is the property of a node behind an interface's declaration; the property itself
// where it is a node's or a relationship's.
func (p *Property) Of(n *Node) *Property {
	if p.own == nil {
		return p
	}
	return p.own[n]
}

// selectable is @selectable: what the API can ask for.
type selectable struct{ onRead, onAggregate bool }

// filterable is @filterable: which filters the API has.
type filterable struct{ byValue, byAggregate bool }

// Type is the type of a property, a column or a scalar result.
type Type struct {
	Scalar Scalar
	Name   string // the GraphQL name, for example Int or an enum's name
	Enum   *Enum  // if Scalar is EnumScalar

	List        bool
	NonNull     bool // of the value, or of the list
	ItemNonNull bool // of the items of a list
}

// Scalar is a kind of value.
type Scalar string

// The scalars of GraphQL (spec, section 3.5) and of @neo4j/graphql, which are Cypher's.
const (
	ID             Scalar = "ID"
	String         Scalar = "String"
	Int            Scalar = "Int"
	Float          Scalar = "Float"
	Boolean        Scalar = "Boolean"
	BigInt         Scalar = "BigInt" // 64 bit, text in JSON
	Date           Scalar = "Date"
	Time           Scalar = "Time"
	LocalTime      Scalar = "LocalTime"
	DateTime       Scalar = "DateTime"
	LocalDateTime  Scalar = "LocalDateTime"
	Duration       Scalar = "Duration"
	Point          Scalar = "Point"          // WGS 84, 2D or 3D
	CartesianPoint Scalar = "CartesianPoint" // 2D or 3D
	EnumScalar     Scalar = "enum"           // text in the database
	CustomScalar   Scalar = "scalar"         // declared with `scalar`: any value, passed through
)

// Enum is an enum type declared in the SDL. Values are its names, which are also what
// the database holds.
type Enum struct {
	Name        string
	Description string
	Position    *ast.Position
	Values      []string
}

// Direction is where a relationship points, seen from the node that declares it.
type Direction string

// The directions.
const (
	Out        Direction = "OUT"
	In         Direction = "IN"
	Undirected Direction = "UNDIRECTED" // queryDirection: UNDIRECTED
)

// Relationship is a field with @relationship, or an interface's @declareRelationship.
type Relationship struct {
	Name        string
	Description string
	Position    *ast.Position

	// Type and Edge of an interface's declaration are those that all nodes share, else
	// empty and nil; Direction likewise. Take [Relationship.Of] then.
	Type      string
	Direction Direction // as queries walk it
	Edge      *Edge     // the properties; nil if there are none

	Target Target
	Owner  Target // the *Node or *Interface that declares it

	// Single is true where the field is one node, or null, rather than a list. Its
	// filters then have no Quantifier: the node's filter stands directly below.
	Single bool

	// Declared is true for an interface's @declareRelationship.
	Declared bool

	aggregate  bool // @relationship(aggregate:)
	selectable selectable
	filterable filterable
	directives ast.DirectiveList // @deprecated

	first *Relationship // the interface's declaration that names the connection's types; itself if none
	own   map[*Node]*Relationship
}

// Of is the relationship of a node behind an interface's declaration; the relationship
// itself where it is a node's. It is nil if that node is not of the interface.
func (r *Relationship) Of(n *Node) *Relationship {
	if !r.Declared {
		return r
	}
	return r.own[n]
}

// Edge is an object type with @relationshipProperties.
type Edge struct {
	Name        string
	Description string
	Position    *ast.Position
	Properties  []*Property
	Cyphers     []*Cypher // `this` is the relationship

	attributes []Meaning
}

// Cypher is a field with @cypher: on a node or a relationship (`this`), or on Query.
type Cypher struct {
	Name        string
	Description string
	Position    *ast.Position

	Statement string // Cypher that ends with RETURN, as declared or as the file has it
	Query     string // the NAME of @cypher(query: NAME), or empty

	// Fragment is the statement, checked: it only reads, and each of its parameters is
	// one of the Arguments. It is nil for an interface's declaration.
	Fragment *cypher.Fragment

	// Column is the column that holds the result. It is empty for a row type whose
	// fields are columns ([RowField.Column]).
	Column string

	// This is true where the statement reads the variable `this`: on nodes and relationships.
	This bool

	Arguments []*Argument
	Result    Result

	selectable selectable
	filterable filterable
	sortable   bool
	directives ast.DirectiveList // @deprecated
	definition *ast.FieldDefinition
	own        map[*Node]*Cypher
}

// Of is the field of a node behind an interface's declaration; the field itself where it
// is not an interface's. Of an interface's declaration only Name, Arguments and Result count.
func (c *Cypher) Of(n *Node) *Cypher {
	if c.own == nil {
		return c
	}
	return c.own[n]
}

// Argument is an argument of a field with @cypher: the statement's parameter $Name. An
// argument that is neither given nor has a Default is the parameter null.
type Argument struct {
	Name       string
	Definition *ast.ArgumentDefinition // its type and default, as in the API
}

// Result is what a field with @cypher, or a field of a row type, holds: exactly one of
// Scalar, Target and Row is set.
type Result struct {
	Scalar *Type
	Target Target
	Row    *Row

	List        bool
	NonNull     bool
	ItemNonNull bool
}

// Row is an object type without @node or @relationshipProperties: what @cypher returns
// that is no node. Its fields are the columns of the statement or, where the field has a
// columnName, the keys of the map in that column.
type Row struct {
	Name        string
	Description string
	Position    *ast.Position
	Fields      []*RowField
}

// RowField is a field of a row type.
type RowField struct {
	Name        string
	Description string
	Position    *ast.Position
	Column      string // the column or the key of the map (@alias)
	Result      Result

	directives ast.DirectiveList // @deprecated
}

// FullText is one index of @fulltext and its root field.
type FullText struct {
	Index      string // the name of the index in the database
	Name       string // the root field
	Node       *Node
	Properties []*Property

	position *ast.Position
}

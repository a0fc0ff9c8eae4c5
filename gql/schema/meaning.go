package schema

// Meaning is what a field of the API means in the model. Fields of objects and of input
// objects share the meanings: `name` in Country, in CountryWhere, in CountrySort and in an
// aggregate is the same *[Property], and the value or selection below it says the rest.
//
// On an object that stands for a node, an interface or a relationship's properties
// (selections), and in XWhere, XSort and the aggregation inputs:
//
//	*Property      a property: selected, filtered (below: Operator), sorted, aggregated (below: Aggregation)
//	*Relationship  the related nodes; in a filter, Quantifier below
//	Connection     the related nodes with their relationships; in a filter, Quantifier or Aggregate below
//	*Cypher        the result of a statement; filtered like a property if it is a scalar, like a
//	               relationship if it is a list of nodes (Quantifier below), and directly by
//	               the node's filter if it is a single node
//	*RowField      a field of a row type
//	*Node          in the filter of a union, or of a connection to one: the filter of that member
//	*Edge          in an edge filter or sort of a declared relationship: for relationships of those properties
//	Suffix         an operator in the deprecated form: name_CONTAINS
//
// A *Cypher of a relationship's properties that returns nodes or rows is also a field of
// the connection's edge, beside node and properties. `properties` of a declared relationship whose
// nodes have different properties is a union of object types, each standing for an *Edge.
//
// On Query: [List], [RootConnection], *[FullText], *[Cypher]. Everything else is a [Part], an
// [Operator], a [Quantifier] or an [Aggregation]: constants to switch over.
type Meaning interface{ meaning() }

// Connection is a relationship seen as a connection: <name>Connection.
type Connection struct{ *Relationship }

// List is the root field that lists nodes: where, limit, offset and, except for unions, sort.
type List struct{ Target Target }

// RootConnection is the root field <plural>Connection: where, first, after, sort.
type RootConnection struct{ Target Target }

// Suffix is a deprecated filter such as name_CONTAINS or actors_SOME: Of is a *Property,
// *Cypher, *Relationship or Connection, By an Operator or a Quantifier, or Aggregate.
type Suffix struct {
	Of Meaning
	By Meaning
}

// Part is a piece of the shape that connections, edges, aggregates and inputs have.
type Part string

// The parts.
const (
	// Of a connection.
	Edges      Part = "edges"
	TotalCount Part = "totalCount"
	PageInfo   Part = "pageInfo"
	Aggregate  Part = "aggregate" // also in a connection's filter

	// Of an edge. EdgeNode and EdgeProperties are also the node and the edge in a
	// connection's filter and sort, and in aggregates and their filters.
	Cursor         Part = "cursor"
	EdgeNode       Part = "node"
	EdgeProperties Part = "properties"
	Score          Part = "score" // of a full-text search; also in its filter and sort

	// Of pageInfo.
	HasNextPage     Part = "hasNextPage"
	HasPreviousPage Part = "hasPreviousPage"
	StartCursor     Part = "startCursor"
	EndCursor       Part = "endCursor"

	// Of an aggregate, and of an aggregate's filter.
	Count      Part = "count"
	CountNodes Part = "nodes"
	CountEdges Part = "edges in count"

	// Of a filter.
	And      Part = "AND"
	Or       Part = "OR"
	Not      Part = "NOT"
	Typename Part = "typename" // of an interface: the concrete types
	ScoreMin Part = "min"
	ScoreMax Part = "max"

	// CaseInsensitive holds operators whose text is compared in lower case.
	CaseInsensitive Part = "caseInsensitive"

	// Of a Point or CartesianPoint, selected or given.
	Longitude Part = "longitude"
	Latitude  Part = "latitude"
	Height    Part = "height"
	X         Part = "x"
	Y         Part = "y"
	Z         Part = "z"
	CRS       Part = "crs"
	SRID      Part = "srid"

	// Of the filter by distance: From and an Operator, in metres (Cartesian: the units of the points).
	Distance Part = "distance"
	From     Part = "from"
)

// Operator compares a property, or an aggregate of one, with a value.
type Operator string

// The operators. OpEq compares lists whole; OpIncludes asks for one item of a list.
const (
	OpEq         Operator = "eq"
	OpIn         Operator = "in"
	OpGt         Operator = "gt"
	OpGte        Operator = "gte"
	OpLt         Operator = "lt"
	OpLte        Operator = "lte"
	OpContains   Operator = "contains"
	OpStartsWith Operator = "startsWith"
	OpEndsWith   Operator = "endsWith"
	OpMatches    Operator = "matches"
	OpIncludes   Operator = "includes"
)

// Quantifier says how many related nodes must match.
type Quantifier string

// The quantifiers. All needs at least one related node, as @neo4j/graphql has it.
const (
	All    Quantifier = "all"
	None   Quantifier = "none"
	Single Quantifier = "single"
	Some   Quantifier = "some"
)

// Aggregation is a value over many: of numbers and temporal values, or of the lengths of texts.
type Aggregation string

// The aggregations. Shortest and Longest are texts when selected; in filters they, and
// AverageLength, are lengths.
const (
	Min           Aggregation = "min"
	Max           Aggregation = "max"
	Average       Aggregation = "average"
	Sum           Aggregation = "sum"
	Shortest      Aggregation = "shortest"
	Longest       Aggregation = "longest"
	AverageLength Aggregation = "averageLength"
)

// The names of the arguments that the API generates; those of @cypher are its own.
const (
	ArgWhere  = "where"
	ArgSort   = "sort"
	ArgLimit  = "limit"
	ArgOffset = "offset"
	ArgFirst  = "first"
	ArgAfter  = "after"
	ArgPhrase = "phrase"
)

func (*Property) meaning()      {}
func (*Relationship) meaning()  {}
func (Connection) meaning()     {}
func (*Cypher) meaning()        {}
func (*RowField) meaning()      {}
func (*Node) meaning()          {}
func (*Edge) meaning()          {}
func (*FullText) meaning()      {}
func (List) meaning()           {}
func (RootConnection) meaning() {}
func (Suffix) meaning()         {}
func (Part) meaning()           {}
func (Operator) meaning()       {}
func (Quantifier) meaning()     {}
func (Aggregation) meaning()    {}

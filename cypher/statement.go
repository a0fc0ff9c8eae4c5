// Package cypher is the Cypher language as a tree, its printer, quoting and parameters,
// and the statements that are kept as files (constraints/, queries/).
//
// It owns the text of every statement: no other package puts Cypher together from
// strings. It knows neither the graph's labels nor GraphQL, and talks to no database.
package cypher

// Statement is a Cypher statement and the values of its parameters. Text contains no
// value that came from outside: those are all in Params, whose keys are the names after $.
//
// Params and results hold nil, bool, int64, float64, string, []any, map[string]any,
// and the temporal and spatial types of this package.
type Statement struct {
	Text   string
	Params map[string]any
}

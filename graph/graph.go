// Package graph is the model that everything else stands on: entities, the
// relations between them, and the claims that texts make about both.
//
// It owns what the graph *is*: labels, relationships and their properties
// (relation.go), claims and their identity (claim.go), EDTF dates (date.go),
// the JSON Lines interchange (jsonl.go), and the pure functions that merge what
// several documents say into one view (view.go). It knows nothing of files,
// texts, databases or GraphQL, and imports the standard library only.
//
// Claims are the truth, nodes and typed relationships are a view of them: the
// same set of bundles gives the same view, in whatever order they arrive.
package graph

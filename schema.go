// Package concord embeds the single source of the graph's API: schema.graphql.
package concord

import _ "embed"

// SchemaSDL is the text of schema.graphql: every type, relationship and API field,
// in the GraphQL Schema Definition Language.
//
//go:embed schema.graphql
var SchemaSDL string

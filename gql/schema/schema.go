// Package schema turns type definitions, written in the SDL of @neo4j/graphql 7, into a
// checked model of a graph and the reading API over it.
//
// It owns the directives, the generated types with their names, and what each field of
// the API means in the graph: the meanings, so that no later stage looks at names. It
// does not know operations, Cypher or a database. One file per directive (directive_*.go),
// one per family of generated types (generate_*.go).
package schema

import (
	"io/fs"

	"github.com/vektah/gqlparser/v2/ast"
)

// Source is one file of type definitions. Name is what errors call it.
type Source struct {
	Name string
	Text string
}

// Options decide what Load generates beside the defaults of @neo4j/graphql 7.
type Options struct {
	// Queries holds NAME.cypher for each @cypher(query: "NAME"); nil if there are none.
	Queries fs.FS

	// Matches adds the String and ID operator `matches`, a regular expression. One
	// such as ((a|a)*)*b holds a core of the database until it is restarted.
	Matches bool

	// CaseInsensitive adds `caseInsensitive: {eq, in, contains, …}` to String and ID.
	CaseInsensitive bool

	// StringOrder adds gt, gte, lt and lte to String and ID.
	StringOrder bool

	// SuffixOperators adds the deprecated forms such as name_CONTAINS and actors_SOME.
	SuffixOperators bool
}

// Schema is a checked model and the reading API over it. It is read-only after Load and
// safe for concurrent use. Every slice is in the order of declaration.
type Schema struct {
	// API is what operations are validated against. Its definitions are those that
	// [Schema.Meaning] takes.
	API *ast.Schema

	Nodes      []*Node
	Interfaces []*Interface
	Unions     []*Union
	Edges      []*Edge
	Rows       []*Row
	Enums      []*Enum
	FullTexts  []*FullText

	// Queries are the fields of the type Query with @cypher.
	Queries []*Cypher

	meanings map[*ast.FieldDefinition]Meaning
	given    map[string]bool
}

// Meaning says what a field means in the model: a field of an object type or interface,
// or a field of an input object. It is nil for introspection fields (__typename,
// __schema, __type) and for the fields of input types that the definitions declare
// ([Schema.Given]); never for another field of the API.
func (s *Schema) Meaning(f *ast.FieldDefinition) Meaning { return s.meanings[f] }

// Given says whether a type is an input type of the definitions: an argument's of a
// @cypher field, whose values go to the statement as they are.
func (s *Schema) Given(typeName string) bool { return s.given[typeName] }

// MeaningOf is [Schema.Meaning] by names; nil if the API has no such type or field.
func (s *Schema) MeaningOf(typeName, fieldName string) Meaning {
	def := s.API.Types[typeName]
	if def == nil {
		return nil
	}
	f := def.Fields.ForName(fieldName)
	if f == nil {
		return nil
	}
	return s.meanings[f]
}

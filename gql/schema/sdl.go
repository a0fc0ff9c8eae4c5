package schema

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
)

// SDL is the whole API in the schema definition language, with descriptions: Query, then
// the other types in alphabetical order. It is the same text for the same sources and
// options.
func (s *Schema) SDL() string {
	var text strings.Builder
	f := formatter.NewFormatter(&text, formatter.WithIndent("  "))
	if s.API.Description != "" {
		f.FormatSchemaDocument(&ast.SchemaDocument{Schema: ast.SchemaDefinitionList{{
			Description:    s.API.Description,
			OperationTypes: ast.OperationTypeDefinitionList{{Operation: ast.Query, Type: s.API.Query.Name}},
		}}})
		text.WriteByte('\n')
	}
	write := func(def *ast.Definition) {
		f.FormatSchemaDocument(&ast.SchemaDocument{Definitions: ast.DefinitionList{def}})
	}
	write(s.API.Query)
	for _, name := range sortedKeys(s.API.Types) {
		if def := s.API.Types[name]; def != s.API.Query && !def.BuiltIn {
			text.WriteByte('\n')
			write(def)
		}
	}
	return text.String()
}

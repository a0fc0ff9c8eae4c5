package main

import (
	"fmt"
	"os"
	"path/filepath"

	"concord"
	"concord/cmd/cli"
	"concord/cypher"
	"concord/gql/schema"
)

// schemaFlags say which graph is served.
type schemaFlags struct {
	Schema          []string `help:"SDL of the graph, in the directives of @neo4j/graphql 7; can be repeated. Without it, the bundled graph." env:"CONCORD_SCHEMA" type:"existingfile" placeholder:"FILE"`
	Queries         string   `help:"Folder with NAME.cypher for each @cypher(query: \"NAME\"); without it, queries/ beside the first SDL file." env:"CONCORD_QUERIES" type:"existingdir" placeholder:"DIR"`
	Matches         bool     `help:"Add the filter matches (a regular expression). A hostile one holds a core of the database until it is restarted." env:"CONCORD_MATCHES"`
	CaseInsensitive bool     `help:"Add case-insensitive filters of strings." env:"CONCORD_CASE_INSENSITIVE"`
	StringOrder     bool     `help:"Add gt, gte, lt and lte for strings." env:"CONCORD_STRING_ORDER"`
	SuffixOperators bool     `help:"Add the deprecated filters such as name_CONTAINS." env:"CONCORD_SUFFIX_OPERATORS"`
	KeysetCursors   bool     `help:"Give cursors that survive inserts, as after: \"keyset\" does for one request." env:"CONCORD_KEYSET_CURSORS"`
}

func (f schemaFlags) load() (*schema.Schema, error) {
	options := schema.Options{
		Queries: cypher.Queries(), Matches: f.Matches, CaseInsensitive: f.CaseInsensitive,
		StringOrder: f.StringOrder, SuffixOperators: f.SuffixOperators,
	}
	sources := []schema.Source{{Name: "schema.graphql", Text: concord.SchemaSDL}}
	if len(f.Schema) > 0 {
		sources = nil
		for _, name := range f.Schema {
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			sources = append(sources, schema.Source{Name: name, Text: string(text)})
		}
		options.Queries = nil
		if beside := filepath.Join(filepath.Dir(f.Schema[0]), "queries"); isFolder(beside) {
			options.Queries = os.DirFS(beside)
		}
	}
	if f.Queries != "" {
		options.Queries = os.DirFS(f.Queries)
	}
	return schema.Load(sources, options)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

type schemaCommand struct{ schemaFlags }

func (c *schemaCommand) Run(std cli.Streams) error {
	s, err := c.load()
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(std.Out, s.SDL())
	return err
}

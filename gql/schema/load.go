package schema

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// loader is one run of [Load]. Its steps, in order: parse, collect (types and their
// extensions), declare (an object of the model for each type), fill (their fields),
// link (interfaces to the nodes behind them), generate (the API).
type loader struct {
	opts       Options
	vocabulary vocabulary
	names      namer
	sources    map[string]int // their order, for the mistakes
	mistakes   Mistakes

	drafts map[string]*typeDraft
	order  []*typeDraft
	access Access // @query on the schema

	description string // of the schema
	inputs      map[string]*ast.Definition

	schema  *Schema
	targets map[string]Target
	edges   map[string]*Edge
	rows    map[string]*Row
	enums   map[string]*Enum
}

// Load reads the sources as one document and checks it against everything that is known
// of the SDL: syntax, types, directives, names, and the headers of the queries that
// fields name. All that is wrong is reported at once, as [Mistakes].
func Load(sources []Source, opts Options) (*Schema, error) {
	l := &loader{
		opts:       opts,
		vocabulary: newVocabulary(),
		names:      newNamer(),
		sources:    map[string]int{},
		drafts:     map[string]*typeDraft{},
		access:     Access{Read: true, Connection: true, Aggregate: true},
		schema:     &Schema{meanings: map[*ast.FieldDefinition]Meaning{}, given: map[string]bool{}},
		targets:    map[string]Target{},
		edges:      map[string]*Edge{},
		rows:       map[string]*Row{},
		enums:      map[string]*Enum{},
	}
	l.collect(l.parse(sources))
	l.declare()
	l.fill()
	l.link()
	if err := l.failed(); err != nil {
		return nil, err // the API of a wrong model would only repeat its mistakes
	}
	l.generate()
	if err := l.failed(); err != nil {
		return nil, err
	}
	return l.schema, nil
}

// parse reads each source by itself, so that a syntax error hides only its own file's.
func (l *loader) parse(sources []Source) *ast.SchemaDocument {
	all := &ast.SchemaDocument{}
	for i, source := range sources {
		l.sources[source.Name] = i
		if at := invalid(source.Text); at >= 0 {
			before := source.Text[:at]
			line := strings.Count(before, "\n")
			place := &ast.Position{Line: line + 1, Column: utf8.RuneCountInString(before[strings.LastIndex(before, "\n")+1:]) + 1, Src: &ast.Source{Name: source.Name}}
			l.wrong(place, "save it as UTF-8", "the text is no UTF-8")
			continue
		}
		doc, err := parser.ParseSchema(&ast.Source{Name: source.Name, Input: source.Text})
		if err != nil {
			l.syntax(source.Name, err)
			continue
		}
		all.Merge(doc)
	}
	if len(sources) == 0 {
		l.wrong(nil, "name a file of type definitions", "there are no type definitions")
	}
	return all
}

// invalid is where a text stops being UTF-8, or -1.
func invalid(text string) int {
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			return i
		}
	}
	return -1
}

func (l *loader) syntax(file string, err error) {
	at := &ast.Position{Line: 1, Column: 1, Src: &ast.Source{Name: file}}
	message := err.Error()
	if g := (*gqlerror.Error)(nil); errors.As(err, &g) {
		message = g.Message
		if len(g.Locations) > 0 {
			at.Line, at.Column = g.Locations[0].Line, g.Locations[0].Column
		}
	}
	l.wrong(at, "see section 3 of the GraphQL specification for the language", "%s", message)
}

package cypher

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

//go:embed queries/*.cypher
var queries embed.FS

// Queries holds the research queries, one question a file: NAME.cypher.
func Queries() fs.FS { return below(queries, "queries") }

func below(files embed.FS, dir string) fs.FS {
	sub, err := fs.Sub(files, dir)
	if err != nil {
		panic(err) // the directory is embedded above
	}
	return sub
}

// QueryFile is a research query with what its header says.
//
// The header is the comment at the top: the question, perhaps the lines `level: simple` and
// `topic: treaties`, then under the lines `parameters` and `columns` one line each, indented: `name: Type  what it
// is`, and for a parameter perhaps an example, a JSON value at the end of the line; then
// perhaps, under the line `notice`, what to see in the result.
type QueryFile struct {
	Name       string // the file's name without .cypher
	Question   string
	Level      string // one of Levels; empty if the header has none
	Topic      string // one of Topics; empty if the header has none
	Parameters []QueryField
	Columns    []QueryField
	Notice     string
	Text       string // the whole file
	Statement  string // the text below the header
}

// QueryField is a parameter or a column: its Type is a GraphQL type such as [Exercise!]!.
// Example is JSON text, empty for none.
type QueryField struct {
	Name        string
	Type        string
	Description string
	Example     string
}

// Levels are what a query asks of its reader, from the simplest on: one pattern; counts,
// days and several patterns; networks, paths and comparisons of sources.
func Levels() []string { return []string{"simple", "intermediate", "hard"} }

// Topics are what queries are about, in the order in which a reader meets them.
func Topics() []string {
	return []string{"exercises", "partners", "networks", "treaties", "organizations", "peacekeeping", "evidence", "documents"}
}

// Bound reports whether the query is about a node or relationship that GraphQL gives it
// as `this`; it cannot be run by itself.
func (q QueryFile) Bound() bool { _, ok := q.Parameter("this"); return ok }

// Commands are the :param commands of Neo4j Browser and cypher-shell that set the query's
// parameters to their examples, a line each. JSON text is a Cypher expression too, for the
// values an example may have.
func (q QueryFile) Commands() string {
	var b strings.Builder
	for _, p := range q.Parameters {
		value := p.Example
		if value == "" {
			value = "null"
		}
		b.WriteString(":param " + p.Name + " => " + value + ";\n")
	}
	return b.String()
}

// Script is the query as Neo4j Browser and cypher-shell take it: its parameters set to
// their examples, then the statement.
func (q QueryFile) Script() string { return q.Commands() + q.Statement + ";\n" }

// QueryNames are the names of the queries in a folder such as [Queries], sorted.
func QueryNames(folder fs.FS) ([]string, error) {
	names, err := fs.Glob(folder, "*.cypher")
	for i, name := range names {
		names[i] = strings.TrimSuffix(name, ".cypher")
	}
	return names, err
}

// Parameter is the parameter of that name, and whether there is one.
func (q QueryFile) Parameter(name string) (QueryField, bool) { return field(q.Parameters, name) }

// Column is the column of that name, and whether there is one.
func (q QueryFile) Column(name string) (QueryField, bool) { return field(q.Columns, name) }

func field(fields []QueryField, name string) (QueryField, bool) {
	for _, f := range fields {
		if f.Name == name {
			return f, true
		}
	}
	return QueryField{}, false
}

var (
	fieldLine   = regexp.MustCompile(`^(\w+):\s*([\[\]!\w]+)\s*(.*)$`)
	exampleText = regexp.MustCompile(`^(.*?)(?:^|\s{2,})("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null|\[.*\])$`)
)

// ReadQuery reads NAME.cypher from a folder such as [Queries]. The errors say file:line:column.
func ReadQuery(folder fs.FS, name string) (QueryFile, error) {
	text, err := fs.ReadFile(folder, name+".cypher")
	if err != nil {
		return QueryFile{}, fmt.Errorf("%s.cypher: %w; put the query's file there, or correct the name", name, err)
	}
	return ParseQuery(name, string(text))
}

// ParseQuery reads the text of NAME.cypher. All mistakes of the header are reported at once.
func ParseQuery(name, text string) (QueryFile, error) {
	q := QueryFile{Name: name, Text: text}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	lines := strings.Split(text, "\n")
	var errs []error
	var into *[]QueryField
	notice := false
	n := 0
	for ; n < len(lines) && strings.HasPrefix(lines[n], "//"); n++ {
		line := strings.TrimPrefix(lines[n], "//")
		words := strings.TrimSpace(line)
		switch {
		case words == "":
		case words == "parameters":
			into = &q.Parameters
		case words == "columns":
			into = &q.Columns
		case words == "notice":
			notice = true
		case notice:
			q.Notice = strings.TrimSpace(q.Notice + " " + words)
		case into == nil && strings.HasPrefix(words, "level:"):
			errs = append(errs, oneOf(&q.Level, words, Levels(), name, n))
		case into == nil && strings.HasPrefix(words, "topic:"):
			errs = append(errs, oneOf(&q.Topic, words, Topics(), name, n))
		case into == nil:
			q.Question = strings.TrimSpace(q.Question + " " + words)
		default:
			f, ok := parseField(words)
			if !ok {
				errs = append(errs, fmt.Errorf("%s.cypher:%d:3: %q is no parameter or column; write `name: Type  what it is`", name, n+1, words))
				continue
			}
			*into = append(*into, f)
		}
	}
	q.Statement = strings.TrimSpace(strings.Join(lines[n:], "\n"))
	if q.Question == "" {
		errs = append(errs, fmt.Errorf("%s.cypher:1:1: the header has no question; begin the file with `// ` and the question it answers", name))
	}
	if len(q.Columns) == 0 {
		errs = append(errs, fmt.Errorf("%s.cypher:1:1: the header names no columns; list them under `// columns`", name))
	}
	return q, errors.Join(errs...)
}

// oneOf reads `key: value`, where the value is one of a list.
func oneOf(into *string, words string, list []string, name string, line int) error {
	key, value, _ := strings.Cut(words, ":")
	*into = strings.TrimSpace(value)
	if slices.Contains(list, *into) {
		return nil
	}
	return fmt.Errorf("%s.cypher:%d:3: %q is no %s; write one of %s", name, line+1, *into, key, strings.Join(list, ", "))
}

func parseField(line string) (QueryField, bool) {
	m := fieldLine.FindStringSubmatch(line)
	if m == nil {
		return QueryField{}, false
	}
	f := QueryField{Name: m[1], Type: m[2], Description: strings.TrimSpace(m[3])}
	if e := exampleText.FindStringSubmatch(f.Description); e != nil {
		f.Description, f.Example = strings.TrimSpace(e[1]), e[2]
	}
	return f, true
}

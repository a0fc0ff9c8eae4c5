package schema

import (
	"strings"

	"concord/cypher"

	"github.com/vektah/gqlparser/v2/ast"
)

func cypherDirective() directive {
	return directive{
		declaration: `"A field that a Cypher statement answers; ` + "`this`" + ` is the node or relationship it stands on." ` +
			`directive @cypher("The statement." statement: String, "The column with the result; not for a query whose result is a row type." columnName: String, ` +
			`"Instead of statement: the NAME of a file NAME.cypher." query: String) on FIELD_DEFINITION`,
		onField: func(l *loader, f *fieldDraft, u use) {
			f.cypher = u
		},
	}
}

// cypher is the statement that a field stands for; nil, with the mistakes noted, if it
// cannot be one.
func (l *loader) cypher(f *fieldDraft) *Cypher {
	for _, u := range []use{f.relationship, f.declare, f.alias, f.coalesce, f.unique, f.initial} {
		if u.present() {
			l.wrong(u.at(), "keep one", "%s has both @cypher and @%s", f.name(), u.directive.Name)
		}
	}
	result, ok := l.resultOf(f.def.Type)
	if !ok {
		l.unknownType(f, "a statement's result")
		return nil
	}
	c := &Cypher{
		Name: f.def.Name, Description: f.def.Description, Position: f.def.Position,
		This: f.owner.kind != queryKind, Result: result, definition: f.def,
		selectable: f.selectable, filterable: f.filterable, sortable: f.sortable, directives: f.deprecated,
	}
	for _, a := range f.def.Arguments {
		if c.This && a.Name == "this" {
			l.wrong(a.Position, "rename it", "%s has the argument this, which is the node or relationship it stands on", f.name())
		}
		c.Arguments = append(c.Arguments, &Argument{Name: a.Name, Definition: a})
	}
	u := f.cypher
	switch {
	case !u.present(): // an interface's declaration
	case u.given("query") == u.given("statement"):
		l.wrong(u.at(), "give one of them", "@cypher on %s needs either statement or query", f.name())
	case u.given("query"):
		l.cypherFile(f, c)
	default:
		l.cypherText(f, c)
	}
	return c
}

// cypherFragment checks a statement itself: it only reads, and asks for no parameter
// that the field does not have. name begins what is said of it.
func (l *loader) cypherFragment(c *Cypher, at *ast.Position, name, text string) {
	separator := ":"
	if c.Query == "" {
		separator = ", "
	}
	fragment, err := cypher.ParseFragment(text)
	if err != nil {
		message, remedy, _ := strings.Cut(err.Error(), "; ")
		l.wrong(at, remedy, "%s%s%s", name, separator, message)
		return
	}
	c.Fragment = fragment
	for _, parameter := range fragment.Parameters() {
		if c.definition.Arguments.ForName(parameter) == nil {
			l.wrong(at, "give the field an argument "+parameter+", or correct the name", "%s reads the parameter $%s, which %s has not", name, parameter, c.Name)
		}
	}
}

// cypherText reads @cypher(statement:, columnName:).
func (l *loader) cypherText(f *fieldDraft, c *Cypher) {
	u := f.cypher
	c.Statement = strings.TrimSpace(u.text("statement"))
	if !strings.Contains(strings.ToUpper(c.Statement), "RETURN") {
		l.wrong(u.of("statement"), "end it with RETURN", "@cypher(statement:) on %s returns nothing", f.name())
	}
	l.cypherFragment(c, u.of("statement"), "@cypher(statement:) on "+f.name(), u.text("statement"))
	switch {
	case u.given("columnName"):
		c.Column = u.text("columnName")
		l.identifier(u, "columnName")
	case c.Result.Row == nil:
		l.wrong(u.at(), "name the column that the statement returns", "@cypher on %s needs the argument columnName", f.name())
	}
}

// cypherFile reads @cypher(query:): the file's header must say what the field says.
func (l *loader) cypherFile(f *fieldDraft, c *Cypher) {
	u := f.cypher
	c.Query = u.text("query")
	if !identifier.MatchString(c.Query) {
		l.identifier(u, "query")
		return
	}
	if l.opts.Queries == nil {
		l.wrong(u.of("query"), "give the folder of the queries, or write @cypher(statement:)", "@cypher(query:) on %s, and there is no folder of queries", f.name())
		return
	}
	file, err := cypher.ReadQuery(l.opts.Queries, c.Query)
	if err != nil {
		for _, line := range strings.Split(err.Error(), "\n") {
			message, remedy, _ := strings.Cut(line, "; ")
			l.wrong(u.of("query"), remedy, "%s", message)
		}
		return
	}
	c.Statement = file.Statement
	l.cypherFragment(c, u.of("query"), c.Query+".cypher", file.Text)
	for _, a := range c.Arguments {
		switch p, ok := file.Parameter(a.Name); {
		case !ok:
			l.wrong(a.Definition.Position, "remove it, or add it to the header of "+c.Query+".cypher", "%s(%s:) is no parameter of %s.cypher", f.name(), a.Name, c.Query)
		case p.Type != a.Definition.Type.String():
			l.wrong(a.Definition.Position, "give both the same type", "%s(%s:) is %s, and in %s.cypher it is %s", f.name(), a.Name, a.Definition.Type, c.Query, p.Type)
		}
	}
	for _, p := range file.Parameters {
		if p.Name != "this" && f.def.Arguments.ForName(p.Name) == nil {
			l.wrong(u.of("query"), "give the field that argument", "%s has no argument for the parameter %s: %s of %s.cypher", f.name(), p.Name, p.Type, c.Query)
		}
		if p.Name == "this" && !c.This {
			l.wrong(u.of("query"), "move the field to a type with @node or @relationshipProperties", "%s.cypher reads this, and %s stands on nothing", c.Query, f.name())
		}
	}
	l.cypherColumns(f, c, file)
}

// cypherColumns finds the columns of a query's file that answer the field.
func (l *loader) cypherColumns(f *fieldDraft, c *Cypher, file cypher.QueryFile) {
	u := f.cypher
	if c.Result.Row != nil && !u.given("columnName") {
		for _, def := range l.drafts[c.Result.Row.Name].def.Fields {
			name := def.Name
			if alias := def.Directives.ForName("alias"); alias != nil {
				if a := alias.Arguments.ForName("property"); a != nil && a.Value != nil {
					name = a.Value.Raw
				}
			}
			switch column, ok := file.Column(name); {
			case !ok:
				l.wrong(def.Position, "remove the field, or add the column to the header of "+c.Query+".cypher", "%s.%s is no column of %s.cypher", c.Result.Row.Name, def.Name, c.Query)
			case column.Type != def.Type.String():
				l.wrong(def.Position, "give both the same type", "%s.%s is %s, and in %s.cypher it is %s", c.Result.Row.Name, def.Name, def.Type, c.Query, column.Type)
			}
		}
		return
	}
	column := file.Columns[0]
	switch {
	case u.given("columnName"):
		found, ok := file.Column(u.text("columnName"))
		if !ok {
			l.wrong(u.of("columnName"), "name one of its columns", "%s.cypher has no column %s", c.Query, u.text("columnName"))
			return
		}
		column = found
	case len(file.Columns) > 1:
		l.wrong(u.at(), "name the one to use with columnName", "%s.cypher has %d columns, and %s is one value", c.Query, len(file.Columns), f.name())
		return
	}
	c.Column = column.Name
	if base(column.Type) != f.def.Type.Name() {
		l.wrong(u.of("query"), "give both the same type", "%s is %s, and the column %s of %s.cypher is %s", f.name(), f.def.Type, column.Name, c.Query, column.Type)
	}
}

// base is the name in a type: Claim in [Claim!]!.
func base(typeText string) string { return strings.Trim(typeText, "[]!") }

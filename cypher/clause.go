package cypher

import "strings"

// Query is a sequence of clauses, the last of which returns or, in [Exists] and [Count],
// may also be a [Match].
type Query []Clause

// Clause is a reading clause (Cypher manual, "Clauses"). The language has others; this
// tree has not, so that no statement built from it can write, load files or change a schema.
type Clause interface {
	clause(p *printer) string
}

// Match is MATCH pattern WHERE where; Where may be nil.
type Match struct {
	Optional bool
	Pattern  Pattern
	Where    Expression
}

// With is WITH items ORDER BY … SKIP … LIMIT … WHERE …. All of it but the items is optional.
type With struct {
	Distinct bool
	Items    []Item
	Order    []Sort
	Skip     Expression
	Limit    Expression
	Where    Expression
}

// Return is RETURN items ORDER BY … SKIP … LIMIT ….
type Return struct {
	Distinct bool
	Items    []Item
	Order    []Sort
	Skip     Expression
	Limit    Expression
}

// Item is a projected expression. It gets the name of a variable (As), a fixed column
// name (Column), or none: a variable projected under its own name, or a subquery's only column.
type Item struct {
	Value  Expression
	As     *Variable
	Column string
}

// Sort is an item of ORDER BY.
type Sort struct {
	By         Expression
	Descending bool
}

// Unwind is UNWIND list AS variable.
type Unwind struct {
	List Expression
	As   *Variable
}

// Procedure is CALL name(arguments) YIELD columns. The name is one of [procedures].
type Procedure struct {
	Name      string
	Arguments []Expression
	Yield     []Item // Column is the procedure's, As the variable; Value is not read
}

// Subquery is CALL (import) { body }: the columns that the body returns join each row.
// With several Bodies it is their union; All keeps rows that are alike.
type Subquery struct {
	Import []*Variable
	Bodies []Query
	All    bool
}

// procedures are those that a tree may call; they read, and nothing else.
var procedures = map[string]bool{
	"db.index.fulltext.queryNodes": true,
}

// Of projects variables under their own names.
func Of(vs ...*Variable) []Item {
	items := make([]Item, len(vs))
	for i, v := range vs {
		items[i] = Item{Value: v}
	}
	return items
}

func (m Match) clause(p *printer) string {
	s := "MATCH " + p.pattern(m.Pattern)
	if m.Optional {
		s = "OPTIONAL " + s
	}
	return s + p.where(m.Where)
}

func (w With) clause(p *printer) string {
	return "WITH " + p.body(w.Distinct, w.Items, w.Order, w.Skip, w.Limit) + p.where(w.Where)
}

func (r Return) clause(p *printer) string {
	return "RETURN " + p.body(r.Distinct, r.Items, r.Order, r.Skip, r.Limit)
}

func (u Unwind) clause(p *printer) string {
	list := u.List.expression(p)
	return "UNWIND " + list + " AS " + p.variable(u.As)
}

func (c Procedure) clause(p *printer) string {
	if !procedures[c.Name] {
		p.fail("procedure %q is not one that statements may call", c.Name)
	}
	yields := make([]string, len(c.Yield))
	for i, y := range c.Yield {
		yields[i] = p.bare(y.Column) + " AS " + p.variable(y.As)
	}
	return "CALL " + c.Name + "(" + p.list(c.Arguments) + ") YIELD " + strings.Join(yields, ", ")
}

func (c Subquery) clause(p *printer) string {
	names := make([]string, len(c.Import))
	for i, v := range c.Import {
		names[i] = p.variable(v)
	}
	union := "UNION"
	if c.All {
		union = "UNION ALL"
	}
	bodies := make([]string, len(c.Bodies))
	p.indent++
	for i, b := range c.Bodies {
		bodies[i] = p.query(b)
	}
	p.indent--
	inner := p.newline(1) + strings.Join(bodies, p.newline(1)+union+p.newline(1))
	return "CALL (" + strings.Join(names, ", ") + ") {" + inner + p.newline(0) + "}"
}

func (p *printer) body(distinct bool, items []Item, order []Sort, skip, limit Expression) string {
	parts := make([]string, len(items))
	for i, it := range items {
		parts[i] = p.item(it)
	}
	s := strings.Join(parts, ", ")
	if distinct {
		s = "DISTINCT " + s
	}
	if len(order) > 0 {
		keys := make([]string, len(order))
		for i, o := range order {
			keys[i] = o.By.expression(p)
			if o.Descending {
				keys[i] += " DESC"
			}
		}
		s += p.newline(0) + "ORDER BY " + strings.Join(keys, ", ")
	}
	if skip != nil {
		s += p.newline(0) + "SKIP " + skip.expression(p)
	}
	if limit != nil {
		s += p.newline(0) + "LIMIT " + limit.expression(p)
	}
	return s
}

func (p *printer) item(it Item) string {
	s := it.Value.expression(p)
	switch {
	case it.As != nil:
		return s + " AS " + p.variable(it.As)
	case it.Column != "":
		return s + " AS " + p.column(it.Column)
	}
	return s
}

func (p *printer) where(e Expression) string {
	if e == nil {
		return ""
	}
	return p.newline(0) + "WHERE " + e.expression(p)
}

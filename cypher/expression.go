package cypher

// Expression is a Cypher expression (Cypher manual, "Expressions"). Expressions are plain
// values and may be shared between places of a statement; variables and parameters are
// told apart by their pointers and get their names while the statement is printed.
type Expression interface {
	expression(p *printer) string
}

// Variable stands for what a pattern or a projection binds. Two variables never print
// alike, whatever their Hints; the first one printed gets its Hint as its name.
type Variable struct{ Hint string }

// Parameter is a value that travels beside the text. The Hint is what its name is made
// from. Value is one of those that [Statement] lists.
type Parameter struct {
	Hint  string
	Value any
}

// Null, True and False are the literals.
const (
	Null  Keyword = "null"
	True  Keyword = "true"
	False Keyword = "false"
)

// Keyword is a literal that is a word of the language.
type Keyword string

// Integer is an integer literal: for numbers that belong to the statement, never for a
// value from outside.
type Integer int64

// Name is a string literal that holds a name of the schema (a type, a label). It takes
// identifiers only: texts are parameters.
type Name string

// Map is a map literal, in the order given.
type Map []Entry

// Entry is a key with its value. The keys of a [Map] are distinct.
type Entry struct {
	Key   string
	Value Expression
}

// List is a list literal.
type List []Expression

// Property is of.key.
type Property struct {
	Of  Expression
	Key string
}

// Index is of[at].
type Index struct{ Of, At Expression }

// Slice is of[from..to]; From or To may be nil.
type Slice struct{ Of, From, To Expression }

// Comprehension is [variable IN in WHERE where | map]; Where and Map may be nil.
type Comprehension struct {
	Variable *Variable
	In       Expression
	Where    Expression
	Map      Expression
}

// Projection is variable {.*, key: value…}, a map projection; All is the .*.
type Projection struct {
	Of      *Variable
	All     bool
	Entries []Entry
}

// Call is name(arguments…), a function. The name is one of [functions].
type Call struct {
	Function  string
	Distinct  bool
	Arguments []Expression
}

// Case is CASE WHEN … THEN … ELSE … END; Else may be nil.
type Case struct {
	Whens []When
	Else  Expression
}

// When is a branch of a [Case].
type When struct{ If, Then Expression }

// Column is a column that a fragment returns, under the name the fragment gave it.
type Column string

// functions are those that a tree may call: none of them writes, reads files or runs
// regular expressions.
var functions = words(`AVG CEIL COALESCE COLLECT COUNT DATE DATETIME DURATION ELEMENTID HEAD ID KEYS LABELS LAST LOCALDATETIME LOCALTIME
	MAX MIN POINT.DISTANCE RANGE REDUCE REVERSE ROUND SIZE SUM TIME TOINTEGER TOLOWER TOSTRING TYPE`)

func (v *Variable) expression(p *printer) string     { return p.variable(v) }
func (v *Parameter) expression(p *printer) string    { return p.parameter(v) }
func (k Keyword) expression(*printer) string         { return string(k) }
func (i Integer) expression(p *printer) string       { return p.integer(int64(i)) }
func (c Column) expression(p *printer) string        { return p.column(string(c)) }
func (n Name) expression(p *printer) string          { return `"` + p.bare(string(n)) + `"` }
func (m Map) expression(p *printer) string           { return p.braces("", p.entries(m)) }
func (l List) expression(p *printer) string          { return "[" + p.list(l) + "]" }
func (x Property) expression(p *printer) string      { return p.operand(x.Of) + "." + p.key(x.Key) }
func (x Index) expression(p *printer) string         { return p.operand(x.Of) + "[" + x.At.expression(p) + "]" }
func (x Projection) expression(p *printer) string    { return p.projection(x) }
func (c Call) expression(p *printer) string          { return p.call(c) }
func (c Case) expression(p *printer) string          { return p.cases(c) }
func (x Comprehension) expression(p *printer) string { return p.comprehension(x) }

func (x Slice) expression(p *printer) string {
	from, to := "", ""
	if x.From != nil {
		from = x.From.expression(p)
	}
	if x.To != nil {
		to = x.To.expression(p)
	}
	return p.operand(x.Of) + "[" + from + ".." + to + "]"
}

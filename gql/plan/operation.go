// Package plan turns the text of an operation into what a compiler needs and nothing else.
//
// [Prepare] parses and validates a request, gives its variables and literals their types,
// applies @skip and @include, and flattens fragments: an [Operation], whose fields are
// merged by response key. [Build] reads the meanings of those fields and decides how the
// graph answers them: a [Plan], with where to start, how to walk, where sorts and limits
// stand and what is counted once; each decision with its reason. One file per rule
// (rule_*.go).
//
// Both are pure. The package knows no Cypher and no database.
//
// # The row
//
// The statement made from a plan has one row, whose columns are the response keys of the
// root fields and whose maps are keyed by response keys below them, so that an answer is
// read off it. Three things are left to whoever reads it: `__typename` stands in every
// map of an interface's or a union's selection, and nowhere else; cursors are integers, the edge's
// place in the whole list, which [Cursor] turns into text, or lists, which [KeysetCursor] does; and a list longer than
// the budget ([Operation.Budget]) means that the budget was exceeded, never that the list ends there.
package plan

import "github.com/vektah/gqlparser/v2/ast"

// DefaultBudget is how many items one list may have where an operation names no other.
const DefaultBudget = 10_000

// Operation is a query that is valid, complete and flat. It is read-only.
type Operation struct {
	Name   string
	Select *Selection // of the type Query

	// Budget is how many items one list of the answer may have. Lists are cut one item
	// later, so that an answer that exceeds the budget is told from one that fits.
	Budget int

	// Keysets makes the cursors of connections keysets ([Keyset]), not places, wherever
	// their sort allows. Those of both kinds are taken in any case.
	Keysets bool
}

// Selection is what is selected on a composite type. Selections are shared: where two
// types select the same, the pointers are the same.
type Selection struct {
	Type *ast.Definition

	// On holds the fields for each object type that the value can have: one for an
	// object type, several for an interface or union, in the order of the schema.
	On []Concrete
}

// Concrete holds the fields selected on an object type, in the order asked, merged by
// response key (GraphQL specification, 6.3.2 CollectFields).
type Concrete struct {
	Type   *ast.Definition
	Fields []*Field
}

// Fields are the fields for an object type; nil if the value cannot have it.
func (s *Selection) Fields(typeName string) []*Field {
	for _, c := range s.On {
		if c.Type.Name == typeName {
			return c.Fields
		}
	}
	return nil
}

// Abstract reports whether the selection is on an interface or a union.
func (s *Selection) Abstract() bool { return s.Type.IsAbstractType() }

// Field is a selected field. Fields are shared like selections.
type Field struct {
	Key  string // the response key: the alias, or else the name
	Name string

	// Definition is the field as declared where it was selected: by the object type or,
	// if all selections of this key were made on one interface, by that.
	Definition *ast.FieldDefinition

	// Arguments holds the arguments given or defaulted, coerced: nil, bool, int64,
	// float64, string (enums and temporal values too), []any and map[string]any. An argument
	// that was not given is not in it, one that was given null is nil.
	Arguments map[string]any

	Select   *Selection // nil for a leaf
	Position *ast.Position

	first *ast.Field // what tells fields apart that came from different selections
}

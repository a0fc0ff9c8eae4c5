package answer

import (
	"strconv"
	"sync/atomic"

	graphqlast "github.com/graphql-go/graphql/language/ast"
	"github.com/graphql-go/graphql/language/kinds"
	"github.com/vektah/gqlparser/v2/ast"

	"concord/gql/plan"
	"concord/gql/schema"
)

// Operation is an operation made ready to be answered any number of times, also at once.
type Operation struct {
	root          *selection
	rootType      string
	introspection *graphqlast.Document // what graphql-go executes; nil for nothing
	budget        int
	last          atomic.Int64 // bytes of the last answer

	// Introspects is true where the operation asks for nothing but the schema and
	// __typename: it needs no row.
	Introspects bool
}

// size is how many bytes an answer may well have: what the last one had, since an operation
// comes with its arguments. A buffer that grows takes several times the answer's bytes.
func (op *Operation) size() int64 { return max(op.last.Load(), 512) }

func (op *Operation) answered(bytes int) { op.last.Store(int64(bytes)) }

// selection holds the fields for each object type that a value can have.
type selection struct {
	fields   map[string][]*field
	only     []*field // the fields, where there is one object type
	abstract bool

	nodes *graphqlast.SelectionSet // what graphql-go executes, below the schema
}

// field is a plan.Field with what completing and writing look up.
type field struct {
	key, name string
	label     []byte // the key as JSON, with its colon
	parent    string // the type to name in errors
	typ       *ast.Type
	named     *ast.Definition // what typ names; nil if the schema has no such type
	leaf      leaf            // of a scalar or an enum
	cursor    bool            // its value is a place in a list
	static    string          // the value of an introspected __typename
	schema    bool            // __schema, __type and what is below: graphql-go answers it
	inner     *selection      // nil for a leaf
	locations []Location
}

const typename = "__typename"

// Prepare makes an operation ready.
func (e *Executor) Prepare(op *plan.Operation) *Operation {
	p := &preparation{executor: e, known: map[*plan.Selection]*selection{}}
	prepared := &Operation{
		rootType: op.Select.Type.Name, budget: op.Budget, Introspects: true,
		root: p.selection(op.Select, false),
	}
	for _, f := range prepared.root.only {
		prepared.Introspects = prepared.Introspects && (f.schema || f.name == typename)
	}
	if len(prepared.root.nodes.Selections) > 0 {
		prepared.introspection = graphqlast.NewDocument(&graphqlast.Document{Definitions: []graphqlast.Node{
			graphqlast.NewOperationDefinition(&graphqlast.OperationDefinition{
				Operation: graphqlast.OperationTypeQuery, SelectionSet: prepared.root.nodes,
			}),
		}})
	}
	return prepared
}

// preparation makes each selection once, however many fields share it.
type preparation struct {
	executor *Executor
	known    map[*plan.Selection]*selection
}

func (p *preparation) selection(from *plan.Selection, inSchema bool) *selection {
	if s := p.known[from]; s != nil {
		return s
	}
	s := &selection{fields: map[string][]*field{}, abstract: from.Abstract(), nodes: &graphqlast.SelectionSet{Kind: kinds.SelectionSet}}
	p.known[from] = s
	for _, concrete := range from.On {
		fields, nodes := p.fields(concrete, inSchema)
		s.fields[concrete.Type.Name] = fields
		s.nodes.Selections = append(s.nodes.Selections, nodes...)
		if !s.abstract {
			s.only = fields
		}
	}
	return s
}

// fields makes the fields of an object type and what graphql-go executes for those of the
// schema. There each field's alias is its place in the list, which finds it again.
func (p *preparation) fields(concrete plan.Concrete, inSchema bool) ([]*field, []graphqlast.Selection) {
	fields := make([]*field, len(concrete.Fields))
	var nodes []graphqlast.Selection
	for i, from := range concrete.Fields {
		f := &field{
			key: from.Key, name: from.Name, parent: concrete.Type.Name, typ: from.Definition.Type,
			named:  p.executor.api.Types[from.Definition.Type.Name()],
			cursor: p.executor.isCursor(from.Definition),
			schema: inSchema || from.Name == "__schema" || from.Name == "__type",
			label:  label(from.Key),
		}
		if f.named != nil && f.named.IsLeafType() {
			f.leaf = p.executor.leaves[f.named.Name]
		}
		if from.Position != nil {
			f.locations = []Location{{Line: from.Position.Line, Column: from.Position.Column}}
		}
		fields[i] = f
		if f.schema && f.name == typename {
			f.static = concrete.Type.Name
			continue
		}
		if from.Select != nil {
			f.inner = p.selection(from.Select, f.schema)
		}
		if f.schema {
			node := fieldNode(strconv.Itoa(i), executableName(f.name))
			node.Arguments = argumentNodes(from.Arguments)
			if f.inner != nil {
				node.SelectionSet = f.inner.nodes
			}
			nodes = append(nodes, node)
		}
	}
	return fields, nodes
}

// isCursor is true for the fields whose value is a place in a list, which goes out as text.
func (e *Executor) isCursor(definition *ast.FieldDefinition) bool {
	switch e.schema.Meaning(definition) {
	case schema.Cursor, schema.StartCursor, schema.EndCursor:
		return true
	}
	return false
}

func fieldNode(alias, name string) *graphqlast.Field {
	return &graphqlast.Field{
		Kind:  kinds.Field,
		Alias: graphqlast.NewName(&graphqlast.Name{Value: alias}),
		Name:  graphqlast.NewName(&graphqlast.Name{Value: name}),
	}
}

// argumentNodes gives introspection its arguments; those of data went into the statement.
func argumentNodes(arguments map[string]any) []*graphqlast.Argument {
	var nodes []*graphqlast.Argument
	for _, name := range []string{"name", "includeDeprecated"} {
		var value graphqlast.Value
		switch v := arguments[name].(type) {
		case string:
			value = graphqlast.NewStringValue(&graphqlast.StringValue{Value: v})
		case bool:
			value = graphqlast.NewBooleanValue(&graphqlast.BooleanValue{Value: v})
		default:
			continue
		}
		nodes = append(nodes, graphqlast.NewArgument(&graphqlast.Argument{
			Name: graphqlast.NewName(&graphqlast.Name{Value: name}), Value: value,
		}))
	}
	return nodes
}

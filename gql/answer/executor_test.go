package answer

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/parser"
	"github.com/vektah/gqlparser/v2/ast"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// executedByGraphQLGo is the data that graphql-go's executor makes of a row, with a schema of
// the whole API: what the answer has to be, arrived at another way.
func executedByGraphQLGo(t testing.TB, e *Executor, query string, row map[string]any) any {
	t.Helper()
	b := &executed{executor: e, types: map[string]graphql.Output{}, objects: map[string]*graphql.Object{}}
	root := b.output(&ast.Type{NamedType: e.api.Query.Name}).(*graphql.Object)
	s, err := graphql.NewSchema(graphql.SchemaConfig{Query: root})
	if err != nil {
		t.Fatal(err)
	}
	document, err := parser.Parse(parser.ParseParams{Source: query})
	if err != nil {
		t.Fatal(err)
	}
	result := graphql.Execute(graphql.ExecuteParams{Schema: s, Root: row, AST: document, Context: t.Context()})
	text, err := json.Marshal(result.Data)
	if err != nil {
		t.Fatal(err)
	}
	var data any
	if err := json.Unmarshal(text, &data); err != nil {
		t.Fatal(err)
	}
	return data
}

type executed struct {
	executor *Executor
	types    map[string]graphql.Output
	objects  map[string]*graphql.Object
}

func (b *executed) output(t *ast.Type) graphql.Output {
	var out graphql.Output
	if t.Elem != nil {
		out = graphql.NewList(b.output(t.Elem))
	} else {
		out = b.named(b.executor.api.Types[t.NamedType])
	}
	if t.NonNull {
		out = graphql.NewNonNull(out)
	}
	return out
}

func (b *executed) named(d *ast.Definition) graphql.Output {
	if known := b.types[d.Name]; known != nil {
		return known
	}
	switch d.Kind {
	case ast.Object:
		o := graphql.NewObject(graphql.ObjectConfig{Name: d.Name, Fields: graphql.FieldsThunk(func() graphql.Fields {
			fields := graphql.Fields{}
			for _, f := range d.Fields {
				if f.Name[0] != '_' {
					fields[f.Name] = &graphql.Field{Type: b.output(f.Type), Resolve: func(p graphql.ResolveParams) (any, error) {
						row, _ := p.Source.(map[string]any)
						return b.fitting(f.Type, row[p.Info.Path.Key.(string)]), nil
					}}
				}
			}
			return fields
		})})
		b.types[d.Name], b.objects[d.Name] = o, o
	case ast.Interface, ast.Union:
		var members []*graphql.Object
		for _, possible := range b.executor.api.PossibleTypes[d.Name] {
			if possible.Kind == ast.Object {
				members = append(members, b.named(possible).(*graphql.Object))
			}
		}
		b.types[d.Name] = graphql.NewUnion(graphql.UnionConfig{Name: d.Name, Types: members, ResolveType: func(p graphql.ResolveTypeParams) *graphql.Object {
			typ, _ := p.Value.(map[string]any)[typename].(string)
			return b.objects[typ]
		}})
	default:
		b.types[d.Name] = graphql.NewScalar(graphql.ScalarConfig{Name: "__leaf" + d.Name, Serialize: func(value any) any {
			completed, _ := b.executor.leaves[d.Name](value)
			return completed
		}})
	}
	return b.types[d.Name]
}

// fitting is a value with null in place of what is no object where the type wants one:
// graphql-go takes anything for an object.
func (b *executed) fitting(t *ast.Type, value any) any {
	if items, ok := value.([]any); ok && t.Elem != nil {
		fit := make([]any, len(items))
		for i, item := range items {
			fit[i] = b.fitting(t.Elem, item)
		}
		return fit
	}
	d := b.executor.api.Types[t.Name()]
	row, isRow := value.(map[string]any)
	switch {
	case d.IsLeafType() && t.Elem == nil:
		return value
	case t.Elem != nil || !isRow:
		return nil
	case !d.IsAbstractType():
		return value
	}
	for _, possible := range b.executor.api.PossibleTypes[d.Name] {
		if possible.Kind == ast.Object && row[typename] == possible.Name {
			return value
		}
	}
	return nil
}

// SameAsGraphQLGo fails where an answer's data is not what graphql-go's executor makes.
func SameAsGraphQLGo(t testing.TB, e *Executor, query string, row map[string]any, a Answer) {
	t.Helper()
	var data any
	if err := json.Unmarshal(a.Data, &data); err != nil {
		t.Fatalf("no JSON: %v: %s", err, a.Data)
	}
	if want := executedByGraphQLGo(t, e, query, row); !reflect.DeepEqual(data, want) {
		text, _ := json.Marshal(want)
		t.Errorf("the answer is\n%s\nand by graphql-go\n%s", a.Data, text)
	}
}

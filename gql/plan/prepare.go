package plan

import (
	"errors"
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"concord/gql/schema"
)

// maxTokens is a last line of defence for callers without a guard before them.
const maxTokens = 20_000

// The codes under `extensions.code` of the errors of Prepare and Build.
const (
	CodeParse     = "GRAPHQL_PARSE_FAILED"
	CodeValidate  = "GRAPHQL_VALIDATION_FAILED"
	CodeInput     = "BAD_USER_INPUT"
	CodeOperation = "OPERATION_RESOLUTION_FAILURE"
)

// Document is a request's text, parsed and valid. It is read-only: one may serve any
// number of requests at once.
type Document struct {
	schema *schema.Schema
	parsed *ast.QueryDocument
}

// Parse parses and validates a request's text. All errors found are returned, with
// locations and an `extensions.code`.
func Parse(s *schema.Schema, query string) (*Document, gqlerror.List) {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, maxTokens)
	if err != nil {
		var g *gqlerror.Error
		if !errors.As(err, &g) {
			g = gqlerror.Wrap(err)
		}
		return nil, coded(CodeParse, gqlerror.List{g})
	}
	if len(doc.Operations) == 0 {
		return nil, coded(CodeParse, gqlerror.List{gqlerror.Errorf("the document has no operation; write one, such as `{ countries { name } }`")})
	}
	if errs := validator.ValidateWithRules(s.API, doc, rules.NewDefaultRules()); len(errs) > 0 {
		return nil, coded(CodeValidate, errs)
	}
	return &Document{schema: s, parsed: doc}, nil
}

// Operation gives the variables of one of the document's operations their types and
// flattens it. Variables hold what encoding/json decodes, numbers as json.Number or
// float64. The name may be empty if the document has one operation.
func (d *Document) Operation(name string, variables map[string]any) (*Operation, gqlerror.List) {
	def, e := choose(d.parsed, name)
	if e != nil {
		return nil, coded(CodeOperation, gqlerror.List{e})
	}
	values, errs := coerceVariables(d.schema.API, def, variables)
	if len(errs) > 0 {
		return nil, coded(CodeInput, errs)
	}
	c := newCollector(d.schema.API, values)
	op := &Operation{Name: def.Name, Budget: DefaultBudget}
	op.Select = c.selection(d.schema.API.Query, []ast.SelectionSet{def.SelectionSet})
	if len(c.errs) > 0 {
		return nil, coded(CodeInput, c.errs)
	}
	return op, nil
}

// Prepare is [Parse] and then [Document.Operation].
func Prepare(s *schema.Schema, query, operationName string, variables map[string]any) (*Operation, gqlerror.List) {
	doc, errs := Parse(s, query)
	if len(errs) > 0 {
		return nil, errs
	}
	return doc.Operation(operationName, variables)
}

func choose(doc *ast.QueryDocument, name string) (*ast.OperationDefinition, *gqlerror.Error) {
	if name == "" && len(doc.Operations) > 1 {
		return nil, gqlerror.Errorf("the document has %d operations; name one in operationName", len(doc.Operations))
	}
	for _, def := range doc.Operations {
		if name != "" && def.Name != name {
			continue
		}
		if def.Operation != ast.Query {
			return nil, gqlerror.ErrorPosf(def.Position, "a %s is not served here; this API only reads: send a query", def.Operation)
		}
		return def, nil
	}
	return nil, gqlerror.Errorf("the document has no operation %q; correct operationName", name)
}

func coded(code string, errs gqlerror.List) gqlerror.List {
	for _, e := range errs {
		if e.Extensions == nil {
			e.Extensions = map[string]any{}
		}
		if e.Extensions["code"] == nil {
			e.Extensions["code"] = code
		}
	}
	return errs
}

// coerceVariables gives the variables of an operation their types (GraphQL specification,
// 6.1.2). A variable that is neither given nor has a default is not in the result.
func coerceVariables(api *ast.Schema, def *ast.OperationDefinition, given map[string]any) (map[string]any, gqlerror.List) {
	values := map[string]any{}
	var errs gqlerror.List
	for _, v := range def.VariableDefinitions {
		c := coercer{api: api}
		raw, ok := given[v.Variable]
		switch {
		case !ok && v.DefaultValue != nil:
			values[v.Variable], _ = c.literal(v.Type, v.DefaultValue, "$"+v.Variable)
		case !ok && v.Type.NonNull:
			c.fail(v.Position, fmt.Sprintf("$%s of type %s is not given; send it in variables", v.Variable, v.Type))
		case ok:
			c.at = v.Position
			values[v.Variable] = c.value(v.Type, raw, "$"+v.Variable)
		}
		errs = append(errs, c.errs...)
	}
	return values, errs
}

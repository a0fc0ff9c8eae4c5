package answer_test

import (
	"encoding/json"
	"testing"

	"concord/cypher"
	"concord/gql/answer"
)

// FuzzExecute gives operations rows that no statement would return: there is always an
// answer in JSON, never one whose nulls are against the schema, and always the one that
// graphql-go's executor gives.
func FuzzExecute(f *testing.F) {
	s, e := newExecutor(f, api)
	queries := []string{
		`{ version tree { leaf branches { leaf } trunk { leaf } } strict { two } }`,
		`{ parties { __typename id name ... on Country { area people kind aliases ally { name } partners { id } } ... on Organization { seat { longitude crs } } } }`,
		`{ things { ... on Country { bigNumber member anything earliest } } countries { id lasts opens seen } }`,
	}
	var ops []*answer.Operation
	for _, q := range queries {
		ops = append(ops, prepare(f, s, e, q))
	}
	for i, text := range []string{
		`{"version":"1","tree":{"leaf":1,"branches":[{"leaf":"x"},null],"trunk":{"leaf":null}},"strict":{"two":"2"}}`,
		`{"parties":[{"__typename":"Country","id":"1","name":"x","area":1,"people":2147483648,"kind":"COASTAL","aliases":[null],"ally":{"__typename":"Organization","name":"y"},"partners":[]}]}`,
		`{"things":[{"__typename":"Country","bigNumber":9007199254740993,"anything":{"a":[{}]},"member":true,"earliest":"2007"}],"countries":7}`,
		`{"parties":[{"__typename":"Organization","seat":{"longitude":1,"crs":2}}]}`, `{}`, `{"tree":[]}`,
	} {
		f.Add(i, text)
	}
	f.Fuzz(func(t *testing.T, i int, text string) {
		var raw map[string]any
		if json.Unmarshal([]byte(text), &raw) != nil {
			return
		}
		op := ops[uint(i)%uint(len(ops))]
		row := fromJSON(raw).(map[string]any)
		a := e.Execute(t.Context(), op, row, answer.Limits{Errors: 20})
		var data any
		if err := json.Unmarshal(a.Data, &data); err != nil {
			t.Fatalf("no JSON: %v: %s", err, a.Data)
		}
		if data == nil && len(a.Errors) == 0 {
			t.Error("no data and no error")
		}
		answer.SameAsGraphQLGo(t, e, queries[uint(i)%uint(len(ops))], row, a)
		for _, err := range a.Errors {
			if err.Message == "" || err.Code == "" {
				t.Errorf("an error says nothing: %#v", err)
			}
		}
	})
}

// fromJSON makes values as the database has them: whole numbers are int64, and a string
// may be a date.
func fromJSON(value any) any {
	switch v := value.(type) {
	case float64:
		if v == float64(int64(v)) {
			return int64(v)
		}
	case string:
		if len(v) == len("2007-08-09") {
			return cypher.Date(v)
		}
	case []any:
		for i := range v {
			v[i] = fromJSON(v[i])
		}
	case map[string]any:
		for key, item := range v {
			if key != "__typename" {
				v[key] = fromJSON(item)
			}
		}
	}
	return value
}

package server_test

import (
	"strings"
	"testing"
)

func TestCost(t *testing.T) {
	s := newServer(t, answering(row{}), nil)
	for _, c := range []struct{ name, query, want string }{
		{"within", `{ countries(limit: 100) { exercises(limit: 100) { participants(limit: 50) { name } } } }`, ""},
		{"no limits", `{ countries { exercises { participants { exercises { participants { name } } } } } }`, ""},
		{"one large list", `{ countries(limit: 1000000) { name } }`, ""},
		{
			"limits that multiply", `{ countries(limit: 1000) { exercises(limit: 1000) { participants(limit: 1000) { name } } } }`,
			"the query's limits allow 1001001000 nodes and at most 1000000 are accepted; lower limit or first where lists stand within each other",
		},
		{
			"connections too", `{ countriesConnection(first: 1000) { edges { node { exercisesConnection(first: 1001) { edges { node { name } } } } } } }`,
			"the query's limits allow 1002000 nodes",
		},
		{
			"in fragments on an interface", `{ parties(limit: 2000) { ... on Country { a: exercises(limit: 2000) { name } } ... on Organization { b: exercises(limit: 2000) { name } } } }`,
			"the query's limits allow 4002000 nodes", // a party is one or the other
		},
		{
			"nine levels", `{ countries(limit: 2147483647)` + strings.Repeat(`{ exercises(limit: 2147483647) { participants(limit: 2147483647)`, 4) + `{ name }` + strings.Repeat(`}}`, 4) + `}`,
			"the query's limits allow over two billion nodes",
		},
	} {
		w := post(s, c.query, "Accept", response)
		refused := w.Code == 400 && strings.Contains(w.Body.String(), "TOO_MANY_NODES")
		if refused != (c.want != "") || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s: got %d %s", c.name, w.Code, w.Body)
		}
	}
}

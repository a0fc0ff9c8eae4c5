package server_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"testing"

	"concord/gql/plan"
	"concord/gql/server"
)

// TestKeysetSurvivesInserts pages through connections while others write before the page.
func TestKeysetSurvivesInserts(t *testing.T) {
	s := openStore(t, "")
	load(t, s, "data.cypher")
	write := writer(t)
	h := newServer(t, server.FromStore(s), nil)
	for i, c := range []struct {
		name, after, query string
		insert, remove     string // before the page
		repeats            bool
	}{
		{
			name: "a property that may be missing, ascending", after: plan.KeysetStart,
			query:  `query ($a: String) { page: countriesConnection(first: 3, after: $a, sort: [{region: ASC}]) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
			insert: `CREATE (:Country {id: "country:0" + $n, iso3: "Z" + $n, name: "New", region: "AAA"})`,
		},
		{
			name: "no sort", after: plan.KeysetStart,
			query:  `query ($a: String) { page: exercisesConnection(first: 2, after: $a) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
			insert: `CREATE (:Exercise {id: "exercise:0" + $n, name: "New"})`,
		},
		{
			name: "a count of related nodes", after: plan.KeysetStart,
			query:  `query ($a: String) { page: countriesConnection(first: 2, after: $a, sort: [{exercisesConnection: {aggregate: {count: {nodes: ASC}}}}]) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
			insert: `CREATE (:Country {id: "country:0" + $n, iso3: "Z" + $n, name: "New"})`,
		},
		{
			name: "an interface", after: plan.KeysetStart,
			query:  `query ($a: String) { page: partiesConnection(first: 4, after: $a, sort: [{name: ASC}]) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
			insert: `CREATE (:Organization {id: "organization:0" + $n, name: "AAA"})`,
		},
		{
			name:   "places repeat what inserts have moved",
			query:  `query ($a: String) { page: countriesConnection(first: 3, after: $a, sort: [{region: ASC}]) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
			insert: `CREATE (:Country {id: "country:0" + $n, iso3: "Z" + $n, name: "New", region: "AAA"})`, repeats: true,
		},
		{
			name: "descending, and a row that was seen goes", after: plan.KeysetStart,
			query:  `query ($a: String) { page: countriesConnection(first: 2, after: $a, sort: [{subregion: DESC}, {name: ASC}]) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
			insert: `CREATE (:Country {id: "country:0" + $n, iso3: "Z" + $n, name: "AAA"})`,
			remove: `MATCH (c:Country {id: $seen}) DETACH DELETE c`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := turn(t, h, c.query, plan.KeysetStart, func(string) {}, 0)
			n := 0
			paged := turn(t, h, c.query, after(c.after), func(seen string) {
				n++
				write(c.insert, row{"n": fmt.Sprint(i, "-", n)})
				if c.remove != "" {
					write(c.remove, row{"seen": seen})
				}
			}, len(all)+5)
			if n < 2 {
				t.Fatalf("only %d pages", n)
			}
			var wrong []string // what was there all the time comes once
			for _, id := range all {
				if n := count(paged, id); n != 1 {
					wrong = append(wrong, fmt.Sprint(id, " ", n, " times"))
				}
			}
			if (len(wrong) > 0) != c.repeats {
				t.Errorf("%v\nundisturbed %v\npaged %v", wrong, all, paged)
			}
			write(`MATCH (n) WHERE n.name IN ["New", "AAA"] DETACH DELETE n`, nil)
		})
	}
}

func count(ids []string, id string) int {
	n := 0
	for _, other := range ids {
		if other == id {
			n++
		}
	}
	return n
}

func after(cursor string) any {
	if cursor == "" {
		return nil
	}
	return cursor
}

// turn reads all pages, and calls between after each with the last id on it. It stops
// after most rows, if that is given.
func turn(t *testing.T, h http.Handler, query string, cursor any, between func(last string), most int) []string {
	t.Helper()
	var ids []string
	for {
		body, _ := json.Marshal(row{"query": query, "variables": row{"a": cursor}})
		w := do(h, "POST", "/graphql", string(body))
		var got struct {
			Errors []any
			Data   struct {
				Page struct {
					PageInfo struct {
						HasNextPage bool
						EndCursor   string
					}
					Edges []struct{ Node struct{ ID string } }
				}
			}
		}
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || len(got.Errors) > 0 || len(got.Data.Page.Edges) == 0 {
			t.Fatalf("%v %s", err, w.Body)
		}
		for _, e := range got.Data.Page.Edges {
			ids = append(ids, e.Node.ID)
		}
		if !got.Data.Page.PageInfo.HasNextPage || most > 0 && len(ids) > most {
			return ids
		}
		between(ids[len(ids)-1])
		cursor = got.Data.Page.PageInfo.EndCursor
	}
}

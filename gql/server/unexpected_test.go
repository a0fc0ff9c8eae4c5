package server_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"concord/gql/schema"
	"concord/gql/server"
	"concord/graph/local/localtest"
)

const oddAPI = `
type Odd @node @query(aggregate: true) {
  key: String!
  n: Int
  big: BigInt
  text: String
  length: Duration
  place: Point
  spots: [CartesianPoint!]
  others: [Odd!]! @relationship(type: "ODD", direction: OUT, properties: "Tie")
}
type Tie @relationshipProperties { weight: Float }
`

const oddData = `
MATCH (o:Odd) DETACH DELETE o;
CREATE
  (a:Odd {key: "a", n: 1, big: 2, text: "one", length: duration("PT1H"), place: point({longitude: 1, latitude: 2}), spots: [point({x: 1, y: 2})]}),
  (b:Odd {key: "b", n: "two", big: "three", text: 7, length: 5, place: "here", spots: "there"}),
  (c:Odd {key: "c", place: point({x: 1, y: 2}), spots: ["there"]}),
  (a)-[:ODD {weight: "heavy"}]->(b), (a)-[:ODD {weight: 2.5}]->(c)`

// TestUnexpectedDataAnswersTheRest asks for data that is not what the schema says, where
// the database refuses to work with it: each wrong value is an error in its place.
func TestUnexpectedDataAnswersTheRest(t *testing.T) {
	s := openStore(t, "")
	uri, username, password := localtest.Neo4j(t)
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(username, password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(t.Context())
	for statement := range strings.SplitSeq(oddData, ";\n") {
		if _, err := neo4j.ExecuteQuery(t.Context(), driver, statement, nil, neo4j.EagerResultTransformer); err != nil {
			t.Fatal(err)
		}
	}
	api, err := schema.Load([]schema.Source{{Name: "odd.graphql", Text: oddAPI}}, schema.Options{CaseInsensitive: true})
	if err != nil {
		t.Fatal(err)
	}
	engine, err := server.NewEngine(api, server.FromStore(s), server.EngineLimits{Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		query, data string
		errors      []string // paths
	}{
		{
			`{ odds(sort: [{key: ASC}]) { key place { longitude } spots { x } } }`,
			`{"odds":[{"key":"a","place":{"longitude":1},"spots":[{"x":1}]},{"key":"b","place":null,"spots":null},{"key":"c","place":null,"spots":null}]}`,
			[]string{"[odds 1 place]", "[odds 1 spots]", "[odds 2 place]", "[odds 2 spots 0]"},
		},
		{`{ odds(where: {length: {gt: "PT1M"}}) { key } }`, `{"odds":[{"key":"a"}]}`, nil},
		{`{ odds(where: {text: {caseInsensitive: {eq: "ONE"}}}) { key } }`, `{"odds":[{"key":"a"}]}`, nil},
		{
			`{ oddsConnection { totalCount aggregate { node { n { sum average } big { average } text { shortest longest } } } } }`,
			`{"oddsConnection":{"totalCount":3,"aggregate":{"node":{"n":{"sum":null,"average":null},"big":{"average":null},"text":{"shortest":null,"longest":null}}}}}`,
			[]string{
				"[oddsConnection aggregate node n sum]", "[oddsConnection aggregate node n average]", "[oddsConnection aggregate node big average]",
				"[oddsConnection aggregate node text shortest]", "[oddsConnection aggregate node text longest]",
			},
		},
		{
			`{ odds(where: {key: {eq: "a"}}) { othersConnection { aggregate { count { edges } edge { weight { sum } } } } } }`,
			`{"odds":[{"othersConnection":{"aggregate":{"count":{"edges":2},"edge":{"weight":{"sum":null}}}}}]}`,
			[]string{"[odds 0 othersConnection aggregate edge weight sum]"},
		},
		{`{ odds(where: {othersConnection: {aggregate: {edge: {weight: {sum: {gt: 1}}}}}}) { key } }`, `{"odds":[{"key":"a"}]}`, nil},
		{`{ odds(where: {othersConnection: {aggregate: {node: {text: {averageLength: {eq: 0}}}}}}) { key } }`, `{"odds":[]}`, nil},
		{
			`{ odds(sort: [{othersConnection: {aggregate: {edge: {weight: {sum: DESC}}}}}, {key: DESC}]) { key } }`,
			`{"odds":[{"key":"a"},{"key":"c"},{"key":"b"}]}`, nil,
		},
	} {
		for _, again := range []string{"", " again"} { // from the cache, then
			r := engine.Execute(t.Context(), server.Request{Query: c.query})
			var paths []string
			for _, e := range r.Errors {
				paths = append(paths, fmt.Sprint(e.Path))
			}
			if string(r.Data) != c.data || fmt.Sprint(paths) != fmt.Sprint(c.errors) {
				t.Errorf("%s%s: %s\n%v", c.query, again, r.Data, r.Errors)
			}
			if again != "" && !r.Trace.Cached {
				t.Errorf("%s: made again", c.query)
			}
		}
	}
}

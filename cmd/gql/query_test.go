package main

import (
	"bytes"
	"strings"
	"testing"

	"concord/cypher"
)

func TestFindNamesTheNearest(t *testing.T) {
	for name, want := range map[string]string{
		"exercise_partner": "did you mean exercise_partners?",
		"centralcountries": "did you mean central_countries?",
		"zzzzzzzzzzzzz":    "there is no query zzzzzzzzzzzzz; gql query lists them all",
	} {
		if _, err := find(cypher.Queries(), name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

func TestPrintRows(t *testing.T) {
	columns := []string{"who", "n", "list"}
	node := map[string]any{"id": "country:CIV", "name": "Côte d’Ivoire", "labels": []any{"Country"}}
	rows := [][]any{{node, int64(2), []any{node, "a\nb"}}, {nil, 0.5, strings.Repeat("é", 70)}}
	for format, want := range map[string]string{
		"csv":   "who,n,list\nCôte d’Ivoire,2,\"Côte d’Ivoire; a\nb\"\n,0.5," + strings.Repeat("é", 70) + "\n",
		"table": "who            n    list\nCôte d’Ivoire  2    Côte d’Ivoire; a b\n               0.5  " + strings.Repeat("é", 59) + "…\n2 rows\n",
		"json":  "[\n  {\"who\": {\"id\":\"country:CIV\",\"labels\":[\"Country\"],\"name\":\"Côte d’Ivoire\"}, \"n\": 2, \"list\": [{\"id\":\"country:CIV\",\"labels\":[\"Country\"],\"name\":\"Côte d’Ivoire\"},\"a\\nb\"]},\n  {\"who\": null, \"n\": 0.5, \"list\": \"" + strings.Repeat("é", 70) + "\"}\n]\n",
	} {
		var b bytes.Buffer
		if err := printRows(&b, columns, rows, format); err != nil || b.String() != want {
			t.Errorf("%s: %v\n%q\nwant\n%q", format, err, b.String(), want)
		}
	}
}

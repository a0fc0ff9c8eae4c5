package store

import (
	"reflect"
	"testing"

	"concord/cypher"
)

func TestValues(t *testing.T) {
	s := open(t)
	params := map[string]any{
		"null": nil, "bool": true, "int": int64(-1), "float": 1.5, "string": "é", "list": []any{int64(1), "a", nil},
		"map":   map[string]any{"a": int64(1), "d": cypher.Date("2007-08-09")},
		"date":  cypher.Date("0001-01-01"),
		"local": cypher.LocalTime("12:50:35.556"), "time": cypher.Time("12:50:35.556+01:00"),
		"localDT": cypher.LocalDateTime("2015-06-24T12:50:35.556"), "dateTime": cypher.DateTime("2015-06-24T12:50:35.556+01:00"),
		"zoned":    cypher.DateTime("2015-06-24T12:50:35.556+01:00[Europe/London]"),
		"duration": cypher.Duration("P1Y2M10DT2H30M0.5S"),
		"point":    cypher.Point{SRID: 4326, X: 61.4, Y: 55.2}, "point3": cypher.Point{SRID: 9157, X: 1, Y: 2, Z: 3},
	}
	r, err := s.Read(t.Context(), cypher.Statement{Text: "RETURN $p AS p", Params: map[string]any{"p": params}}, ReadOptions{})
	if err != nil {
		t.Fatalf("%v: %v", err, cause(err))
	}
	got := r.Rows[0][0].(map[string]any)
	for name, want := range params {
		if !reflect.DeepEqual(got[name], want) {
			t.Errorf("%s came back as %#v, sent as %#v", name, got[name], want)
		}
	}
	r, err = s.Read(t.Context(), cypher.Statement{Text: "RETURN $d = duration('P1Y2M10DT2H30M0.5S') AS same", Params: map[string]any{"d": params["duration"]}}, ReadOptions{})
	if err != nil || r.Rows[0][0] != true {
		t.Errorf("duration: %v, %v", r.Rows, err)
	}
	if len(r.Bookmarks) == 0 {
		t.Error("a read gives no bookmark")
	}
}

func TestGraphValues(t *testing.T) {
	s := open(t)
	change := save(t, s, first())
	r, err := s.Read(t.Context(), cypher.Statement{Text: "MATCH p = (c:Country)-[r:MEMBER_OF]->(o) RETURN c, r, p"}, ReadOptions{Bookmarks: change.Bookmarks})
	if err != nil || len(r.Rows) != 1 {
		t.Fatalf("%v, %d rows", err, len(r.Rows))
	}
	c, m, p := r.Rows[0][0].(map[string]any), r.Rows[0][1].(map[string]any), r.Rows[0][2].(map[string]any)
	if c["id"] != "country:CHN" || !reflect.DeepEqual(c["labels"], []any{"Country"}) || m["type"] != "MEMBER_OF" || m["start"] != c["elementId"] {
		t.Errorf("node %v, relationship %v", c, m)
	}
	if len(p["nodes"].([]any)) != 2 || len(p["relationships"].([]any)) != 1 {
		t.Errorf("path %v", p)
	}
}

func TestDuration(t *testing.T) {
	for s, want := range map[string][4]int64{
		"P1Y2M10DT2H30M": {14, 10, 9000, 0}, "PT0.5S": {0, 0, 0, 5e8}, "P2W": {0, 14, 0, 0}, "-P1D": {0, -1, 0, 0}, "PT-1.5S": {0, 0, -2, 5e8},
		"PT-0.5S": {0, 0, -1, 5e8}, "PT-1H-0.25S": {0, 0, -3601, 75e7}, "P-1Y-1M2DT-1H-1M-1S": {-13, 2, -3661, 0}, "PT0S": {}, "P1D": {0, 1, 0, 0}, "PT59M0.000000001S": {0, 0, 3540, 1},
	} {
		d, err := duration(s)
		if text := durationText(d); text != s && s != "P2W" && s != "-P1D" {
			t.Errorf("%s is written %s", s, text)
		}
		if got := [4]int64{d.Months, d.Days, d.Seconds, int64(d.Nanos)}; err != nil || got != want {
			t.Errorf("%s is %v, %v; want %v", s, got, err, want)
		}
	}
	for _, s := range []string{"", "P", "PT", "P1YT", "1D", "P1.5D", "P1D2", "P99999999999999999999D"} {
		if d, err := duration(s); err == nil {
			t.Errorf("%q is %v", s, d)
		}
	}
}

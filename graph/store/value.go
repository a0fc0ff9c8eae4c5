package store

import (
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"concord/cypher"
	"concord/graph"
)

// plain turns a value of the driver into one that Result names. Maps and lists are
// changed in place: nobody else has them.
func plain(v any) any {
	switch x := v.(type) {
	case nil, bool, int64, float64, string, []byte:
		return v
	case []any:
		for i, e := range x {
			if !isPlain(e) {
				x[i] = plain(e)
			}
		}
		return x
	case map[string]any:
		for k, e := range x {
			if !isPlain(e) { // most are, and to put one back into its map costs as much as to find it
				x[k] = plain(e)
			}
		}
		return x
	case dbtype.Point2D:
		return cypher.Point{SRID: int(x.SpatialRefId), X: x.X, Y: x.Y}
	case dbtype.Point3D:
		return cypher.Point{SRID: int(x.SpatialRefId), X: x.X, Y: x.Y, Z: x.Z}
	case neo4j.Node:
		return node(x)
	case neo4j.Relationship:
		return relationship(x)
	case neo4j.Path:
		nodes, relationships := make([]any, len(x.Nodes)), make([]any, len(x.Relationships))
		for i, n := range x.Nodes {
			nodes[i] = node(n)
		}
		for i, r := range x.Relationships {
			relationships[i] = relationship(r)
		}
		return map[string]any{"nodes": nodes, "relationships": relationships}
	}
	return temporal(v)
}

// isPlain reports whether a value is one that plain leaves as it is.
func isPlain(v any) bool {
	switch v.(type) {
	case nil, bool, int64, float64, string, []byte:
		return true
	}
	return false
}

// temporal turns the driver's temporal values into ISO 8601 text, seconds with as many
// digits as they need.
func temporal(v any) any {
	switch x := v.(type) {
	case dbtype.Date:
		return cypher.Date(x.Time().Format("2006-01-02"))
	case dbtype.LocalTime:
		return cypher.LocalTime(x.Time().Format("15:04:05.999999999"))
	case dbtype.Time:
		return cypher.Time(x.Time().Format("15:04:05.999999999Z07:00"))
	case dbtype.LocalDateTime:
		return cypher.LocalDateTime(x.Time().Format("2006-01-02T15:04:05.999999999"))
	case time.Time:
		text := x.Format("2006-01-02T15:04:05.999999999Z07:00")
		if zone := x.Location().String(); strings.Contains(zone, "/") {
			text += "[" + zone + "]"
		}
		return cypher.DateTime(text)
	case dbtype.Duration:
		return cypher.Duration(durationText(x))
	}
	return fmt.Sprint(v) // no other type exists in Bolt 5
}

func node(n neo4j.Node) map[string]any {
	m := entity(n.Props, n.ElementId)
	labels := make([]any, len(n.Labels))
	for i, l := range n.Labels {
		labels[i] = l
	}
	m["labels"] = labels
	return m
}

func relationship(r neo4j.Relationship) map[string]any {
	m := entity(r.Props, r.ElementId)
	m["type"], m["start"], m["end"] = r.Type, r.StartElementId, r.EndElementId
	return m
}

func entity(properties map[string]any, elementID string) map[string]any {
	m := make(map[string]any, len(properties)+4)
	for k, v := range properties {
		m[k] = plain(v)
	}
	m["elementId"] = elementID
	return m
}

// parameters turns the values of package cypher into the driver's. A value that is not
// what its type says is an error that names the parameter.
func parameters(params map[string]any) (map[string]any, error) {
	out := make(map[string]any, len(params))
	for name, v := range params {
		p, err := parameter(v)
		if err != nil {
			return nil, &Error{Code: Parameter, Message: fmt.Sprintf("parameter %s: %v", name, err), Cause: err}
		}
		out[name] = p
	}
	return out, nil
}

func parameter(v any) (any, error) {
	switch x := v.(type) {
	case []any:
		list := make([]any, len(x))
		for i, e := range x {
			p, err := parameter(e)
			if err != nil {
				return nil, err
			}
			list[i] = p
		}
		return list, nil
	case map[string]any:
		m := make(map[string]any, len(x))
		for k, e := range x {
			p, err := parameter(e)
			if err != nil {
				return nil, err
			}
			m[k] = p
		}
		return m, nil
	case cypher.Point:
		return point(x), nil
	case cypher.Duration:
		return duration(string(x))
	case cypher.Date:
		t, err := parseTime("date", "YYYY-MM-DD", string(x), "2006-01-02")
		return dbtype.Date(t), err
	case cypher.LocalTime:
		t, err := parseTime("local time", "HH:MM:SS", string(x), "15:04:05", "15:04")
		return dbtype.LocalTime(t), err
	case cypher.Time:
		t, err := parseTime("time", "HH:MM:SS+HH:MM", string(x), "15:04:05Z07:00", "15:04Z07:00")
		return dbtype.Time(t), err
	case cypher.LocalDateTime:
		t, err := parseTime("local date and time", "YYYY-MM-DDTHH:MM:SS", string(x), "2006-01-02T15:04:05", "2006-01-02T15:04")
		return dbtype.LocalDateTime(t), err
	case cypher.DateTime:
		return dateTime(string(x))
	}
	return v, nil
}

func point(p cypher.Point) any {
	if p.SRID == 4979 || p.SRID == 9157 {
		return dbtype.Point3D{X: p.X, Y: p.Y, Z: p.Z, SpatialRefId: uint32(p.SRID)}
	}
	return dbtype.Point2D{X: p.X, Y: p.Y, SpatialRefId: uint32(p.SRID)}
}

// parseTime parses s by the first of layouts that fits; a fraction of a second may follow
// the seconds of any.
func parseTime(kind, form, s string, layouts ...string) (time.Time, error) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no %s; write %s", s, kind, form)
}

func dateTime(s string) (any, error) {
	text, zone, named := strings.Cut(strings.TrimSuffix(s, "]"), "[")
	t, err := parseTime("date and time", "YYYY-MM-DDTHH:MM:SS+HH:MM", text, "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04Z07:00")
	if err != nil {
		return nil, err
	}
	if !named {
		// The driver sends any other zone as a name, and an offset has none.
		_, seconds := t.Zone()
		return t.In(time.FixedZone("Offset", seconds)), nil
	}
	location, err := time.LoadLocation(zone)
	if err != nil {
		return nil, fmt.Errorf("%q names no time zone; write one such as Europe/London", s)
	}
	return t.In(location), nil
}

// day turns a civil day into Neo4j's DATE.
func day(d graph.Day) dbtype.Date {
	return dbtype.Date(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC))
}

package naive

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"concord/cypher"
	"concord/gql/schema"
)

// row is a node as it was reached: by a relationship, or by none.
type row struct {
	node *Node
	edge *Relationship
}

// shape is a value with fields of its own: a connection, an edge, an aggregate, a point.
type shape struct{ resolve resolve }

// complete brings a value into the form of its type (GraphQL specification, 6.4.3). It is
// false where there is null against the type, which rises (6.4.4).
func (r *run) complete(f field, t *ast.Type, v any) (any, bool) {
	failed := false
	switch list := v.(type) {
	case nil:
	case []any:
		if t.Elem == nil {
			r.fail()
			v, failed = nil, true
			break
		}
		v, failed = r.items(f, t, list)
	case Unordered:
		items, stop := r.items(f, t, list)
		if v, failed = nil, stop; !stop {
			v = Unordered(items.([]any))
		}
	default:
		if t.Elem != nil {
			r.fail()
			v, failed = nil, true
			break
		}
		v, failed = r.one(f, t, v)
	}
	if v != nil || !t.NonNull {
		return v, true
	}
	if !failed {
		r.fail()
	}
	return nil, false
}

func (r *run) items(f field, t *ast.Type, list []any) (any, bool) {
	out := make([]any, len(list))
	for i, item := range list {
		r.path = append(r.path, i)
		v, ok := r.complete(f, t.Elem, item)
		r.path = r.path[:len(r.path)-1]
		if !ok {
			return nil, true
		}
		out[i] = v
	}
	return out, false
}

// one completes a value that is no list. The second result says that an error is reported.
func (r *run) one(f field, t *ast.Type, v any) (any, bool) {
	def := r.Schema.API.Types[t.NamedType]
	if def.IsLeafType() {
		out, ok := leaf(def, v)
		if !ok {
			r.fail()
		}
		return out, !ok
	}
	var value resolve
	switch v := v.(type) {
	case row:
		def = r.Schema.API.Types[r.typeOf(def, v.node)]
		value = func(f field) any { return r.nodeField(def, f, v.node) }
	case edgeShape:
		if def.IsAbstractType() {
			def = r.Schema.API.Types[v.edge.Name]
		}
		value = v.resolve
	case shape:
		value = v.resolve
	case cypher.Point:
		value = func(f field) any { return coordinate(schema.Part(f.Name), v) }
	default:
		r.fail()
		return nil, true
	}
	o, ok := r.object(def, f.sets, value)
	if !ok {
		return nil, true
	}
	return o, false
}

func (r *run) fail() {
	var b strings.Builder
	for _, p := range r.path {
		fmt.Fprintf(&b, "/%v", p)
	}
	r.errors = append(r.errors, b.String())
}

// typeOf is the object type of a node: of those that its labels fit, the one with most labels.
func (r *run) typeOf(def *ast.Definition, n *Node) string {
	best, most := "", 0
	for _, t := range r.Schema.API.GetPossibleTypes(def) {
		for _, node := range r.Schema.Nodes {
			if node.Name == t.Name && is(n, node) && len(node.Labels) > most {
				best, most = node.Name, len(node.Labels)
			}
		}
	}
	return best
}

func coordinate(part schema.Part, p cypher.Point) any {
	switch part {
	case schema.Longitude, schema.X:
		return p.X
	case schema.Latitude, schema.Y:
		return p.Y
	case schema.Height, schema.Z:
		if p.SRID == 4979 || p.SRID == 9157 {
			return p.Z
		}
		return nil
	case schema.SRID:
		return int64(p.SRID)
	}
	return map[int]string{4326: "wgs-84", 4979: "wgs-84-3d", 7203: "cartesian", 9157: "cartesian-3d"}[p.SRID]
}

// leaf brings a value into the form of a scalar or enum in JSON ("Result Coercion").
func leaf(def *ast.Definition, v any) (any, bool) {
	if def.Kind == ast.Enum {
		s, ok := v.(string)
		return s, ok && def.EnumValues.ForName(s) != nil
	}
	i, whole := v.(int64)
	d, fraction := v.(float64)
	switch schema.Scalar(def.Name) {
	case schema.ID:
		if whole {
			return strconv.FormatInt(i, 10), true
		}
		s, ok := v.(string)
		return s, ok
	case schema.String:
		s, ok := v.(string)
		return s, ok
	case schema.Boolean:
		b, ok := v.(bool)
		return b, ok
	case schema.Int:
		if fraction && d == math.Trunc(d) {
			i, whole = int64(d), true
		}
		return i, whole && i >= math.MinInt32 && i <= math.MaxInt32
	case schema.BigInt:
		if fraction && !math.IsNaN(d) && !math.IsInf(d, 0) { // the average of integers
			i, whole = int64(math.Floor(d+0.5)), true
		}
		return strconv.FormatInt(i, 10), whole
	case schema.Float:
		if whole {
			return float64(i), true
		}
		return d, fraction && !math.IsNaN(d) && !math.IsInf(d, 0)
	}
	kind, text := temporalText(v)
	return written(kind, text, v), kind == schema.Scalar(def.Name)
}

// written is a temporal value as the API has it.
func written(kind schema.Scalar, text string, v any) string {
	switch kind {
	case schema.DateTime:
		return moment(kind, text).UTC().Format("2006-01-02T15:04:05.000Z")
	case schema.Duration:
		p := parts(v.(cypher.Duration))
		text = "P"
		for _, part := range []struct {
			n    int64
			unit string
		}{{p.months / 12, "Y"}, {p.months % 12, "M"}, {p.days, "D"}, {p.seconds, "T"}, {p.seconds / 3600, "H"}, {p.seconds / 60 % 60, "M"}, {p.seconds % 60, "S"}} {
			switch {
			case part.n == 0:
			case part.unit == "T":
				text += "T"
			default:
				text += fmt.Sprintf("%d%s", part.n, part.unit)
			}
		}
		if text == "P" {
			return "PT0S"
		}
	case schema.Time, schema.LocalTime, schema.LocalDateTime:
		at := moment(kind, text)
		if at.Nanosecond() != 0 {
			return at.Format(strings.Replace(layouts[kind], ":05", ":05.000000000", 1))
		}
	}
	return text
}

func temporalText(v any) (schema.Scalar, string) {
	switch v := v.(type) {
	case cypher.Date:
		return schema.Date, string(v)
	case cypher.Time:
		return schema.Time, string(v)
	case cypher.LocalTime:
		return schema.LocalTime, string(v)
	case cypher.DateTime:
		return schema.DateTime, string(v)
	case cypher.LocalDateTime:
		return schema.LocalDateTime, string(v)
	case cypher.Duration:
		return schema.Duration, string(v)
	}
	return "", ""
}

package naive

import (
	"cmp"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"concord/cypher"
	"concord/gql/schema"
)

// compare tests one operator on a property's value. A comparison with nothing is unknown, save
// that eq with null asks whether there is nothing.
func compare(op schema.Operator, value, with any, p *schema.Property, lower bool) truth {
	if op == schema.OpEq && with == nil {
		return truthOf(value == nil)
	}
	value = orElse(value, p)
	if lower {
		value, with = lowered(value), lowered(with)
	}
	return operate(op, value, with)
}

func operate(op schema.Operator, value, with any) truth {
	switch op {
	case schema.OpEq:
		return equal(value, with)
	case schema.OpIn:
		return in(value, with.([]any))
	case schema.OpIncludes:
		list, ok := value.([]any)
		if !ok {
			return unknown
		}
		return in(with, list)
	}
	if text, ok := value.(string); ok {
		switch part := with.(string); op {
		case schema.OpContains:
			return truthOf(strings.Contains(text, part))
		case schema.OpStartsWith:
			return truthOf(strings.HasPrefix(text, part))
		case schema.OpEndsWith:
			return truthOf(strings.HasSuffix(text, part))
		case schema.OpMatches:
			return truthOf(regexp.MustCompile(`^(?:` + part + `)$`).MatchString(text))
		}
	}
	if d, ok := value.(cypher.Duration); ok {
		return ordered(op, cmp.Compare(fromEpoch(d), fromEpoch(with.(cypher.Duration))))
	}
	c, comparable := order(value, with)
	if !comparable {
		return unknown
	}
	return ordered(op, c)
}

func ordered(op schema.Operator, c int) truth {
	switch op {
	case schema.OpGt:
		return truthOf(c > 0)
	case schema.OpGte:
		return truthOf(c >= 0)
	case schema.OpLt:
		return truthOf(c < 0)
	case schema.OpLte:
		return truthOf(c <= 0)
	}
	return unknown
}

func lowered(v any) any {
	switch v := v.(type) {
	case string:
		return strings.ToLower(v)
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = lowered(item)
		}
		return out
	}
	return v
}

func in(v any, list []any) truth {
	var some disjunction
	for _, item := range list {
		some.add(equal(v, item), true)
	}
	return some.truth
}

// equal is Cypher's =: values of different types are not equal, nothing is equal to nothing.
func equal(a, b any) truth {
	if a == nil || b == nil {
		return unknown
	}
	x, isList := a.([]any)
	y, both := b.([]any)
	if isList && both {
		if len(x) != len(y) {
			return no
		}
		all := conjunction{yes, true}
		for i := range x {
			all.add(equal(x[i], y[i]), true)
		}
		return all.truth
	}
	switch a := a.(type) {
	case cypher.Point:
		return truthOf(b == any(a))
	case cypher.Duration:
		d, ok := b.(cypher.Duration)
		return truthOf(ok && parts(a) == parts(d))
	}
	c, comparable := order(a, b)
	return truthOf(comparable && c == 0)
}

// order orders two values of the same kind (Cypher manual, "Ordering and comparison of values").
func order(a, b any) (int, bool) {
	switch x := a.(type) {
	case bool:
		y, ok := b.(bool)
		return cmp.Compare(number(x), number(y)), ok
	case int64, float64:
		switch b.(type) {
		case int64, float64:
			return compareNumbers(a, b), true
		}
		return 0, false
	case string:
		y, ok := b.(string)
		return cmp.Compare(x, y), ok // UTF-8 and Unicode order are the same
	case cypher.Duration:
		y, ok := b.(cypher.Duration)
		return compareDurations(x, y), ok
	}
	s, x := temporalText(a)
	t, y := temporalText(b)
	if s == "" || s != t {
		return 0, false
	}
	return compareMoments(moment(s, x), moment(s, y)), true
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

func compareNumbers(a, b any) int {
	x, whole := a.(int64)
	y, both := b.(int64)
	if whole && both {
		return cmp.Compare(x, y)
	}
	return cmp.Compare(toFloat(a), toFloat(b))
}

func toFloat(v any) float64 {
	if i, ok := v.(int64); ok {
		return float64(i)
	}
	return v.(float64)
}

// sorted is the order of ORDER BY, in which nothing is the greatest.
func sorted(a, b any) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	c, _ := order(a, b)
	return c
}

var layouts = map[schema.Scalar]string{
	schema.Date: "2006-01-02", schema.Time: "15:04:05Z07:00", schema.LocalTime: "15:04:05",
	schema.DateTime: "2006-01-02T15:04:05Z07:00", schema.LocalDateTime: "2006-01-02T15:04:05",
}

func moment(s schema.Scalar, text string) time.Time {
	t, err := time.Parse(layouts[s], text)
	if err != nil {
		t, _ = time.Parse(strings.Replace(layouts[s], ":05", "", 1), text)
	}
	return t
}

// compareMoments compares instants; of the same instant at different offsets, the offset decides.
func compareMoments(a, b time.Time) int {
	if c := a.Compare(b); c != 0 {
		return c
	}
	_, x := a.Zone()
	_, y := b.Zone()
	return cmp.Compare(x, y)
}

// length is a duration in its parts: they are not the same as days.
type length struct{ months, days, seconds int64 }

var durationParts = regexp.MustCompile(`^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$`)

func parts(d cypher.Duration) length {
	m := durationParts.FindStringSubmatch(string(d))
	n := func(i int) int64 {
		v, _ := strconv.ParseInt(m[i], 10, 64)
		return v
	}
	return length{12*n(1) + n(2), 7*n(3) + n(4), 3600*n(5) + 60*n(6) + n(7)}
}

// fromEpoch is the instant at which a duration from the epoch on ends: how filters compare them.
func fromEpoch(d cypher.Duration) int64 {
	p := parts(d)
	return time.Unix(0, 0).UTC().AddDate(0, int(p.months), int(p.days)).Unix() + p.seconds
}

// compareDurations orders durations by their mean length: a month is a twelfth of 365.2425 days.
func compareDurations(a, b cypher.Duration) int {
	x, y := parts(a), parts(b)
	mean := func(l length) int64 { return l.months*2_629_746 + l.days*86_400 + l.seconds }
	return cmp.Or(cmp.Compare(mean(x), mean(y)), cmp.Compare(x.months, y.months), cmp.Compare(x.days, y.days))
}

// distance tests how far a point is from another. Points of different systems have no distance.
func (r *run) distance(input *ast.Definition, v map[string]any, value any) (truth, bool) {
	from, _ := v["from"].(cypher.Point)
	point, ok := value.(cypher.Point)
	var all conjunction
	for _, f := range input.Fields {
		op, isOperator := r.Schema.Meaning(f).(schema.Operator)
		given, isGiven := v[f.Name]
		switch {
		case !isOperator || !isGiven:
		case !ok || point.SRID != from.SRID:
			all.add(unknown, true)
		default:
			all.add(operate(op, distance(from, point), given), true)
		}
	}
	return all.truth, all.said
}

// distance is in metres on a sphere of the radius that Neo4j takes for the earth, or in the units of the system.
func distance(a, b cypher.Point) float64 {
	dx, dy, dz := a.X-b.X, a.Y-b.Y, a.Z-b.Z
	if a.SRID == 7203 || a.SRID == 9157 {
		return math.Sqrt(dx*dx + dy*dy + dz*dz)
	}
	const radius, degree = 6_378_140.0, math.Pi / 180
	h := math.Pow(math.Sin(dy*degree/2), 2) + math.Cos(a.Y*degree)*math.Cos(b.Y*degree)*math.Pow(math.Sin(dx*degree/2), 2)
	along := 2 * (radius + (a.Z+b.Z)/2) * math.Asin(math.Sqrt(h))
	return math.Sqrt(along*along + dz*dz)
}

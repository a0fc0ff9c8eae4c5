package naive

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"pgregory.net/rapid"

	"concord/cypher"
	"concord/gql/schema"
)

// operation is a form with its values.
type operation struct {
	query     string
	variables map[string]any
}

// fill draws a value for each slot.
func (f form) fill(t *rapid.T) operation {
	op := operation{variables: map[string]any{}}
	pick(t, 2, "none") // rapid wants something drawn, and there may be no slot
	var b strings.Builder
	var declared []string
	for i, s := range f.slots {
		b.WriteString(f.pieces[i])
		literal, value := s.draw(t)
		if s.name == "" {
			b.WriteString(literal)
			continue
		}
		b.WriteString("$" + s.name)
		declared = append(declared, "$"+s.name+": "+s.typ)
		switch s.state {
		case null:
			op.variables[s.name] = nil
		case given:
			op.variables[s.name] = value
		}
	}
	b.WriteString(f.pieces[len(f.slots)])
	op.query = b.String()
	if len(declared) > 0 {
		op.query = "query (" + strings.Join(declared, ", ") + ") " + op.query
	}
	return op
}

// draw draws a value, as a literal and as JSON has it.
func (s slot) draw(t *rapid.T) (literal string, value any) {
	switch s.kind {
	case "count", "some":
		n := pick(t, 5, "count")
		if s.kind == "some" {
			n++
		}
		return strconv.Itoa(n), json.Number(strconv.Itoa(n))
	case "none":
		return "0", json.Number("0")
	case "cursor":
		c := cursor([]int64{0, 1, 2, 3, 40}[pick(t, 5, "cursor")])
		return strconv.Quote(c), c
	case "no cursor":
		c := []string{"", "no cursor", "YXJyYXljb25uZWN0aW9uOi0x"}[pick(t, 3, "no cursor")]
		return strconv.Quote(c), c
	case "average":
		n := []string{"0.37", "1.37", "-0.37", "2.13"}[pick(t, 4, "average")]
		return n, json.Number(n)
	case "mean":
		n := []string{"7", "-7", "2527", "1260000007"}[pick(t, 4, "mean")]
		return n, json.Number(n)
	case "expression":
		e := []string{"a.*", "[ab]+", ".*", "", "(?i)AB"}[pick(t, 5, "expression")]
		return strconv.Quote(e), e
	case "PointInput", "CartesianPointInput":
		points := valuesOf(schema.Scalar(strings.TrimSuffix(s.kind, "Input")))
		return pointLiteral(s.kind, points[pick(t, len(points), "point")].(cypher.Point))
	}
	values := valuesOf(schema.Scalar(s.kind))
	v := values[pick(t, len(values), "value")]
	switch v := v.(type) {
	case bool:
		return strconv.FormatBool(v), v
	case int64:
		n := strconv.FormatInt(v, 10)
		return n, json.Number(n)
	case float64:
		n := strconv.FormatFloat(v, 'f', -1, 64)
		return n, json.Number(n)
	case string:
		if s.kind == "K" {
			return v, v
		}
		b, _ := json.Marshal(v)
		return string(b), v
	}
	_, text := temporalText(v)
	return strconv.Quote(text), text
}

func pointLiteral(kind string, p cypher.Point) (string, any) {
	names := []string{"longitude", "latitude", "height"}
	if kind == "CartesianPointInput" {
		names = []string{"x", "y", "z"}
	}
	coordinates := []float64{p.X, p.Y, p.Z}
	if !slices.Contains([]int{4979, 9157}, p.SRID) {
		coordinates = coordinates[:2]
	}
	value := map[string]any{}
	var literals []string
	for i, c := range coordinates {
		n := strconv.FormatFloat(c, 'f', -1, 64)
		value[names[i]] = json.Number(n)
		literals = append(literals, names[i]+": "+n)
	}
	return "{" + strings.Join(literals, ", ") + "}", value
}

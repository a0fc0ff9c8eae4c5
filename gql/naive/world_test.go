package naive

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"concord/cypher"
	"concord/gql/schema"
)

// world is a schema with graphs that fit it.
type world struct {
	sdl     string
	options schema.Options
	schema  *schema.Schema
	graphs  []*Graph
}

// A drawn schema has types T0, T1…, whose relationships are of the types R0, R1…; of each
// of these either all relationships have the properties E0, E1…, or none.
const (
	mostTypes         = 4
	relationshipTypes = 3
)

// kinds are the types of properties, and their values: few, so that they meet. The averages
// of up to ten BigInt values are whole.
var kinds = []struct {
	scalar schema.Scalar
	values []any
}{
	{schema.String, []any{"a", "", "b", "ab", "Ab", "aB", "ba", "é", "É", "a`b", `'"\`, "$s0", `\u0060`, "日本", "}) RETURN 1 //"}},
	{schema.Int, []any{int64(0), int64(1), int64(2), int64(3), int64(-3), int64(7), int64(2147483647)}},
	{schema.Float, []any{0.0, 0.5, 1.0, -1.5, 2.25, 1e6}},
	{schema.Boolean, []any{false, true}},
	{"K", []any{"X", "Y", "Z"}},
	{schema.BigInt, []any{int64(0), int64(2520), int64(-2520), int64(7560000000), int64(2520000000)}},
	{schema.ID, []any{"1", "x", "X", ""}},
	{schema.Date, []any{cypher.Date("2001-02-03"), cypher.Date("2001-02-04"), cypher.Date("1999-12-31"), cypher.Date("2020-02-29")}},
	{schema.DateTime, []any{cypher.DateTime("2001-02-03T04:05:06Z"), cypher.DateTime("2001-02-03T05:05:06+01:00"), cypher.DateTime("2001-02-03T04:05:07.5Z"), cypher.DateTime("1999-12-31T23:59:59-05:30")}},
	{schema.LocalDateTime, []any{cypher.LocalDateTime("2001-02-03T04:05:06"), cypher.LocalDateTime("2001-02-03T04:05:06.25"), cypher.LocalDateTime("1999-12-31T23:59:59")}},
	{schema.Time, []any{cypher.Time("04:05:06Z"), cypher.Time("05:05:06+01:00"), cypher.Time("04:05:06.5Z"), cypher.Time("23:59:59-05:30")}},
	{schema.LocalTime, []any{cypher.LocalTime("04:05:06"), cypher.LocalTime("04:05:06.25"), cypher.LocalTime("23:59:59")}},
	{schema.Duration, []any{cypher.Duration("P1D"), cypher.Duration("PT24H"), cypher.Duration("P1M"), cypher.Duration("P30D"), cypher.Duration("P1M2DT3S"), cypher.Duration("P0D")}},
	{schema.Point, []any{cypher.Point{SRID: 4326, X: 13.25, Y: 52.5}, cypher.Point{SRID: 4326, X: -3, Y: 40}, cypher.Point{SRID: 4979, X: 13.25, Y: 52.5, Z: 10}}},
	{schema.CartesianPoint, []any{cypher.Point{SRID: 7203, X: 0, Y: 0}, cypher.Point{SRID: 7203, X: 3, Y: 4}, cypher.Point{SRID: 9157, X: 3, Y: 4, Z: 12}}},
}

func valuesOf(s schema.Scalar) []any {
	for _, k := range kinds {
		if k.scalar == s {
			return k.values
		}
	}
	return nil
}

// pick draws one of n, the same chance for each (rapid's ranges prefer the small), and shrinks to 0.
func pick(t *rapid.T, n int, label string) int { return bits.Draw(t, label) % n }

var bits = rapid.Custom(func(t *rapid.T) int {
	n := 0
	for range 7 {
		n *= 2
		if rapid.Bool().Draw(t, "bit") {
			n++
		}
	}
	return n
})

// rarely is true once in n times, and shrinks to false.
func rarely(t *rapid.T, n int, label string) bool { return pick(t, n, label) == n-1 }

// drawWorld draws a schema and graphs.
func drawWorld(t *rapid.T) world {
	d := &draft{T: t}
	w := world{sdl: d.schema(), options: schema.Options{
		StringOrder: rarely(t, 2, "string order"), CaseInsensitive: rarely(t, 2, "case insensitive"),
		SuffixOperators: rarely(t, 4, "suffixes"), Matches: rarely(t, 4, "matches"),
	}}
	s, err := schema.Load([]schema.Source{{Name: "drawn.graphql", Text: w.sdl}}, w.options)
	if err != nil {
		t.Fatalf("the schema drawn is wrong: %v\n%s", err, w.sdl)
	}
	w.schema = s
	w.graphs = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) *Graph { return drawGraph(t, s) }), 1, graphs).Draw(t, "graphs")
	return w
}

// draft is a schema being drawn.
type draft struct {
	*rapid.T
	types      int
	interfaced []bool // which types have the interface
	shared     string // the target of the relationship that the interface declares
	union      []string
	edges      [relationshipTypes]bool
}

func (d *draft) schema() string {
	d.types = 1 + pick(d.T, mostTypes, "types")
	var b strings.Builder
	d.declare(&b)
	for i := range d.types {
		d.node(&b, i)
	}
	for i, has := range d.edges {
		if has {
			fmt.Fprintf(&b, "type E%d @relationshipProperties {\n  rank: Int!\n%s}\n", i, d.properties("e"))
		}
	}
	b.WriteString("enum K { X Y Z }\n")
	return b.String()
}

// declare decides on interface, union and the types of relationships.
func (d *draft) declare(b *strings.Builder) {
	for i := range d.edges {
		d.edges[i] = rarely(d.T, 2, "edge properties")
	}
	d.interfaced = make([]bool, d.types)
	if rarely(d.T, 2, "interface") {
		for i := range d.interfaced {
			d.interfaced[i] = i == 0 || rarely(d.T, 2, "has it")
		}
		fmt.Fprintf(b, "interface I%s {\n  key: Int!\n  shared: String\n", d.limit())
		if rarely(d.T, 2, "declared relationship") {
			d.shared = d.target(false)
			fmt.Fprintf(b, "  declared: [%s!]! @declareRelationship\n", d.shared)
		}
		b.WriteString("}\n")
	}
	if rarely(d.T, 2, "union") {
		for i := range d.types {
			if i == 0 || rarely(d.T, 2, "member") {
				d.union = append(d.union, fmt.Sprintf("T%d", i))
			}
		}
		fmt.Fprintf(b, "union U = %s\n", strings.Join(d.union, " | "))
	}
}

func (d *draft) limit() string {
	switch pick(d.T, 12, "@limit") {
	case 10:
		return " @limit(default: 2)"
	case 11:
		return " @limit(default: 1, max: 2)"
	}
	return ""
}

func (d *draft) node(b *strings.Builder, i int) {
	name := fmt.Sprintf("T%d", i)
	implements := ""
	if d.interfaced[i] {
		implements = " implements I"
	}
	labels := ""
	if rarely(d.T, 4, "labels") {
		labels = fmt.Sprintf(`(labels: ["%s", "Extra"])`, name)
	}
	fmt.Fprintf(b, "type %s%s @node%s%s {\n  key: Int! @unique\n", name, implements, labels, d.limit())
	if d.interfaced[i] {
		b.WriteString("  shared: String" + []string{"", ` @alias(property: "sharedHere")`}[pick(d.T, 2, "alias")] + "\n")
		if d.shared != "" {
			fmt.Fprintf(b, "  declared: [%s!]! %s\n", d.shared, d.relationship())
		}
	}
	b.WriteString(d.properties("p"))
	for n := range pick(d.T, 4, "relationships") {
		target := d.target(true)
		if rarely(d.T, 5, "single") {
			fmt.Fprintf(b, "  r%d: %s %s\n", n, target, d.relationship())
		} else {
			fmt.Fprintf(b, "  r%d: [%s!]! %s\n", n, target, d.relationship())
		}
	}
	b.WriteString("}\n")
}

func (d *draft) target(abstract bool) string {
	names := make([]string, d.types)
	for i := range names {
		names[i] = fmt.Sprintf("T%d", i)
	}
	if abstract && slices.Contains(d.interfaced, true) {
		names = append(names, "I")
	}
	if abstract && d.union != nil {
		names = append(names, "U")
	}
	return names[pick(d.T, len(names), "target")]
}

func (d *draft) relationship() string {
	n := pick(d.T, relationshipTypes, "type")
	s := fmt.Sprintf(`@relationship(type: "R%d", direction: %s`, n, []string{"OUT", "IN"}[pick(d.T, 2, "direction")])
	if rarely(d.T, 6, "undirected") {
		s += ", queryDirection: UNDIRECTED"
	}
	if d.edges[n] {
		s += fmt.Sprintf(`, properties: "E%d"`, n)
	}
	return s + ")"
}

func (d *draft) properties(prefix string) string {
	var b strings.Builder
	for n := range pick(d.T, 5, "properties") {
		k := kinds[pick(d.T, len(kinds), "kind")].scalar
		typ := string(k)
		switch pick(d.T, 6, "form") {
		case 4:
			typ += "!"
		case 5:
			typ = "[" + typ + "!]"
		}
		directive := ""
		switch pick(d.T, 8, "directive") {
		case 6:
			directive = fmt.Sprintf(` @alias(property: "%s%dHere")`, prefix, n)
		case 7:
			if typ == "Int" || typ == "String" {
				directive = map[string]string{"Int": " @coalesce(value: 2)", "String": ` @coalesce(value: "a")`}[typ]
			}
		}
		fmt.Fprintf(&b, "  %s%d: %s%s\n", prefix, n, typ, directive)
	}
	return b.String()
}

// drawGraph draws nodes of the schema's types, and relationships that it declares.
func drawGraph(t *rapid.T, s *schema.Schema) *Graph {
	g := &Graph{}
	var owners []*schema.Node // of the nodes
	for i := range pick(t, 11, "nodes") {
		of := s.Nodes[pick(t, len(s.Nodes), "node type")]
		n := &Node{Labels: of.Labels, Properties: drawProperties(t, of.Properties)}
		n.Properties["key"] = int64(i)
		g.Nodes, owners = append(g.Nodes, n), append(owners, of)
	}
	if len(g.Nodes) == 0 {
		return g
	}
	for i := range pick(t, 25, "relationships") {
		from := pick(t, len(g.Nodes), "owner")
		if len(owners[from].Relationships) == 0 {
			continue
		}
		r := owners[from].Relationships[pick(t, len(owners[from].Relationships), "relationship")]
		var targets []*Node
		for _, n := range g.Nodes {
			if isAny(n, r.Target.Members()) {
				targets = append(targets, n)
			}
		}
		if len(targets) == 0 {
			continue
		}
		e := &Relationship{Type: r.Type, From: g.Nodes[from], To: targets[pick(t, len(targets), "target")], Properties: map[string]any{}}
		if r.Edge != nil {
			e.Properties = drawProperties(t, r.Edge.Properties)
		}
		e.Properties["rank"] = int64(i)
		if r.Direction == schema.In {
			e.From, e.To = e.To, e.From
		}
		g.Relationships = append(g.Relationships, e)
		if severalOfOne(s, g) {
			g.Relationships = g.Relationships[:len(g.Relationships)-1]
		}
	}
	return g
}

// severalOfOne says whether a relationship to one node leads to several: which of them is
// answered, nothing says.
func severalOfOne(s *schema.Schema, g *Graph) bool {
	r := &run{Evaluator: Evaluator{s, g}}
	for _, t := range s.Nodes {
		for _, way := range t.Relationships {
			for _, n := range g.Nodes {
				if way.Single && is(n, t) && len(r.related(n, way)) > 1 {
					return true
				}
			}
		}
	}
	return false
}

func drawProperties(t *rapid.T, properties []*schema.Property) map[string]any {
	m := map[string]any{}
	for _, p := range properties {
		values := valuesOf(schema.Scalar(p.Type.Name))
		one := func() any { return values[pick(t, len(values), "value")] }
		chance := 5
		if p.Type.NonNull {
			chance = 60
		}
		switch {
		case rarely(t, chance, "missing"):
		case p.Type.List:
			list := make([]any, pick(t, 3, "items"))
			for i := range list {
				list[i] = one()
			}
			if len(list) > 1 && crs(list[0]) != crs(list[1]) {
				list = list[:1] // the database stores no list of points of different systems
			}
			m[p.Column] = list
		default:
			m[p.Column] = one()
		}
	}
	return m
}

// crs is the coordinate system of a point, 0 for any other value.
func crs(v any) int {
	p, _ := v.(cypher.Point)
	return p.SRID
}

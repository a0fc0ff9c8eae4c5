package reader

import (
	"cmp"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"concord/cypher"
	"concord/gql/schema"
)

// chart is the graph's schema as its page shows it, made from the model and from the
// statements of the constraints and indexes.
type chart struct {
	Labels        []labelled
	Relationships []related
	Searches      []string // indexes over several labels, as their statements
}

type labelled struct {
	Name, Class, Description string
	Properties               []property
	Ways                     []way // the relationships at it
}

type property struct {
	Name, Type, Description string
	Index                   string // unique, index, point index, or empty
}

type way struct{ Arrow, Type, Description string }

type related struct {
	Type, Description string
	Ends              []string // Country → Exercise
	Properties        []property
}

func (s *site) schema(w http.ResponseWriter, _ *http.Request) {
	if s.Schema == nil {
		s.fault(w, http.StatusNotFound, "No schema", "This server was started without a schema to show.")
		return
	}
	s.show(w, http.StatusOK, "schema", page{Title: "Schema", Section: "schema", Body: draw(s.Schema)})
}

func draw(model *schema.Schema) chart {
	indexes, searches := indexed()
	c := chart{Searches: searches}
	types := map[string]*related{}
	for _, n := range model.Nodes {
		l := labelled{Name: n.Labels[0], Class: classOfLabel(n.Labels[0]), Description: n.Description}
		for _, p := range n.Properties {
			l.Properties = append(l.Properties, property{p.Of(n).Column, p.Type.String(), p.Description, indexes[n.Labels[0]+"."+p.Of(n).Column]})
		}
		for _, r := range n.Relationships {
			l.Ways = append(l.Ways, wayOf(n, r))
			join(types, n, r)
		}
		c.Labels = append(c.Labels, l)
	}
	for _, t := range types {
		slices.Sort(t.Ends)
		t.Ends = slices.Compact(t.Ends)
		c.Relationships = append(c.Relationships, *t)
	}
	slices.SortFunc(c.Relationships, func(a, b related) int { return cmp.Compare(a.Type, b.Type) })
	return c
}

func wayOf(n *schema.Node, r *schema.Relationship) way {
	to := strings.Join(targets(r), " | ")
	arrow := "(" + n.Labels[0] + ")-[:" + r.Type + "]->(" + to + ")"
	if r.Direction == schema.In {
		arrow = "(" + n.Labels[0] + ")<-[:" + r.Type + "]-(" + to + ")"
	}
	return way{arrow, r.Type, r.Description}
}

// join adds a relationship, as one label declares it, to what is known of its type.
func join(types map[string]*related, n *schema.Node, r *schema.Relationship) {
	t := types[r.Type]
	if t == nil {
		t = &related{Type: r.Type}
		types[r.Type] = t
	}
	if r.Edge != nil && t.Properties == nil {
		t.Description = r.Edge.Description
		for _, p := range r.Edge.Properties {
			t.Properties = append(t.Properties, property{p.Column, p.Type.String(), p.Description, ""})
		}
	}
	for _, to := range targets(r) {
		from := n.Labels[0]
		if r.Direction == schema.In {
			from, to = to, from
		}
		t.Ends = append(t.Ends, from+" → "+to)
	}
}

func targets(r *schema.Relationship) []string {
	var names []string
	for _, m := range r.Target.Members() {
		names = append(names, m.Labels[0])
	}
	return names
}

var (
	ofOne  = regexp.MustCompile(`(?s)^(?://[^\n]*\n)*CREATE (CONSTRAINT|POINT INDEX|INDEX) .*FOR \(n:(\w+)\) (?:REQUIRE|ON) \(?n\.(\w+)`)
	kinds  = map[string]string{"CONSTRAINT": "unique", "INDEX": "index", "POINT INDEX": "point index"}
	remark = regexp.MustCompile(`(?m)^//[^\n]*\n`)
)

// indexed reads which property of which label has a constraint or an index, by
// "Label.property", and which statements are about several.
func indexed() (map[string]string, []string) {
	of := map[string]string{}
	var several []string
	for _, statement := range cypher.Constraints() {
		if m := ofOne.FindStringSubmatch(statement.Text); m != nil {
			of[m[2]+"."+m[3]] = kinds[m[1]]
		} else {
			several = append(several, strings.TrimSpace(remark.ReplaceAllString(statement.Text, "")))
		}
	}
	return of, several
}

func classOfLabel(label string) string {
	for _, l := range labels {
		if l.label == label {
			return "l-" + l.prefix
		}
	}
	return "l-other"
}

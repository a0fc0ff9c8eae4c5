package evaluate

import (
	"slices"
	"strings"

	"concord/graph"
)

// Gold is what a person read in a document.
type Gold struct {
	Path     string
	Entities []*Entity // in the order of the file
	Claims   []Claim   // explicit ones, and those that entities give in short
}

// Entity is an entity of the gold whose id cannot be foretold. Properties hold the
// values that are right, of which a prediction needs one, except domains: there
// all are needed.
type Entity struct {
	Handle     string
	Labels     []graph.Label
	Names      []string
	Properties map[string][]any // string, int64 or float64
	Optional   map[string]bool  // properties that may be missing
	Form       Form
	Line       int
}

// Form says as what a claim is made.
type Form struct {
	Modality graph.Modality
	Polarity graph.Polarity
	NoEdge   bool // any modality and polarity that support no edge
}

// Accepts reports whether a claim made as modality and polarity is the one meant.
func (f Form) Accepts(c graph.Claim) bool {
	if f.NoEdge {
		return !c.Supports()
	}
	return c.Modality == f.Modality && c.Polarity == f.Polarity
}

func (f Form) String() string {
	switch {
	case f.NoEdge:
		return "no edge"
	case f.Polarity == graph.Negated && f.Modality == graph.Actual:
		return "negated"
	case f.Polarity == graph.Negated:
		return string(f.Modality) + ", negated"
	case f.Modality == graph.Actual:
		return ""
	}
	return string(f.Modality)
}

// Claim is a relation claim of the gold. Subjects and Objects hold the references
// that are right (ids, handles, or "*"), of which a prediction needs one.
type Claim struct {
	Subjects, Objects []string
	Relation          graph.RelationType
	Properties        map[string][]any
	Form              Form
	Optional          bool
	Line              int
}

// String gives the claim as one line.
func (c Claim) String() string {
	var b strings.Builder
	b.WriteString(strings.Join(c.Subjects, "|") + " " + string(c.Relation) + " " + strings.Join(c.Objects, "|"))
	writeProperties(&b, c.Properties)
	if f := c.Form.String(); f != "" {
		b.WriteString(" [" + f + "]")
	}
	return b.String()
}

// Entity returns the entity with that handle, or nil.
func (g *Gold) Entity(handle string) *Entity {
	i := slices.IndexFunc(g.Entities, func(e *Entity) bool { return e.Handle == handle })
	if i < 0 {
		return nil
	}
	return g.Entities[i]
}

// prefixes are what ids of a label begin with.
var prefixes = map[string]graph.Label{
	"country": graph.Country, "organization": graph.Organization, "group": graph.CountryGroup,
	"exercise": graph.Exercise, "meeting": graph.Meeting, "exchange": graph.Exchange,
	"treaty": graph.Treaty, "mechanism": graph.Mechanism, "mission": graph.Mission,
	"place": graph.Place, "topic": graph.Topic, "figure": graph.Figure,
}

// labels returns the labels that a reference may have; none if it is unknown.
func (g *Gold) labels(ref string) []graph.Label {
	if e := g.Entity(ref); e != nil {
		return e.Labels
	}
	prefix, _, _ := strings.Cut(ref, ":")
	if l, ok := prefixes[prefix]; ok {
		return []graph.Label{l}
	}
	return nil
}

// describe names a handle for a reader of a report.
func (g *Gold) describe(ref string) string {
	e := g.Entity(ref)
	if e == nil {
		return ref
	}
	what := ref
	if len(e.Names) > 0 {
		what += " “" + e.Names[0] + "”"
	}
	if d := e.Properties["date"]; len(d) > 0 {
		what += " " + text(d[0])
	}
	return what
}

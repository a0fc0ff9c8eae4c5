package graph

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// hostRoles are the roles of taking part that make a host.
var hostRoles = []string{"host", "co_host"}

// hostable are the relations whose roles say who hosted.
var hostable = []RelationType{ParticipatedIn, Attended}

// completing are the relations of which a claim that leaves out a part of the key
// speaks of the relationships that have it, rather than of one more: "a member of the
// SCO" is the membership that began in 2001, not a second one that never began.
var completing = []RelationType{MemberOf, PartyTo}

// MergeEdges returns the edges that claims support, sorted by ID; the claims are all
// those of relations between one subject and one object. Only affirmed and actual
// claims support an edge.
func MergeEdges(claims []Claim) []Edge {
	byType := map[RelationType][]Claim{}
	for _, c := range supporting(claims) {
		for _, t := range c.EdgeTypes() {
			byType[t] = append(byType[t], c)
		}
	}
	var edges []Edge
	for t, list := range byType {
		if r, ok := RelationOf(t); ok {
			edges = append(edges, r.edges(list)...)
		}
	}
	slices.SortFunc(edges, func(a, b Edge) int { return cmp.Compare(a.ID, b.ID) })
	return edges
}

// EdgeTypes returns the types of the edges that c is about: its relation, and HOSTED
// beside taking part as the host.
func (c Claim) EdgeTypes() []RelationType {
	if c.Relation == "" {
		return nil
	}
	types := []RelationType{c.Relation}
	role, _ := c.Properties["role"].(string)
	if slices.Contains(hostable, c.Relation) && slices.Contains(hostRoles, role) {
		hosted, _ := RelationOf(Hosted)
		from, _ := LabelOf(c.Subject)
		to, _ := LabelOf(c.Object)
		if slices.Contains(hosted.From, from) && slices.Contains(hosted.To, to) {
			types = append(types, Hosted)
		}
	}
	return types
}

// edges groups the claims of one relation between two nodes by its key, and makes an
// edge of each group.
func (r Relation) edges(claims []Claim) []Edge {
	groups := map[string][]Claim{}
	for _, c := range claims {
		groups[r.keyOf(c)] = append(groups[r.keyOf(c)], c)
	}
	if slices.Contains(completing, r.Type) {
		r.complete(groups)
	}
	edges := make([]Edge, 0, len(groups))
	for key, list := range groups {
		edges = append(edges, r.edge(key, list))
	}
	return edges
}

// keyOf returns the values of the relation's key in c, as JSON, joined by "|".
func (r Relation) keyOf(c Claim) string {
	parts := make([]string, len(r.Key))
	for i, name := range r.Key {
		switch v := c.Properties[name].(type) {
		case nil:
		case string:
			parts[i] = escapeKey.Replace(v)
		default:
			text, _ := json.Marshal(v)
			parts[i] = escapeKey.Replace(string(text))
		}
	}
	return strings.Join(parts, "|")
}

var escapeKey = strings.NewReplacer(`\`, `\\`, "|", `\|`)

// complete moves the claims of each key with parts left out to the keys that fill them
// in and agree in the others, where there are any.
func (r Relation) complete(groups map[string][]Claim) {
	keys := sortedKeys(groups)
	moved := map[string][]Claim{}
	for _, key := range keys {
		var fuller []string
		for _, other := range keys {
			if r.fills(key, other) {
				fuller = append(fuller, other)
			}
		}
		for _, other := range fuller {
			// Into the fullest only: what fills other in also fills key in.
			if !slices.ContainsFunc(fuller, func(o string) bool { return r.fills(other, o) }) {
				moved[other] = append(moved[other], groups[key]...)
			}
		}
		if len(fuller) > 0 {
			moved[key] = append(moved[key], Claim{}) // marks key as emptied
		}
	}
	for _, key := range keys {
		if slices.ContainsFunc(moved[key], func(c Claim) bool { return c.ID == "" }) {
			delete(groups, key)
			continue
		}
		groups[key] = supporting(append(groups[key], moved[key]...))
	}
}

// fills reports whether the key fuller has every part that key has, dates at least as
// exact, and more.
func (r Relation) fills(key, fuller string) bool {
	a, b := strings.Split(key, "|"), strings.Split(fuller, "|")
	if len(a) != len(r.Key) || len(b) != len(r.Key) {
		return false // a value holds the separator
	}
	for i, name := range r.Key {
		if a[i] != "" && a[i] != b[i] && !outdone(name, a[i], b[i]) {
			return false
		}
	}
	return key != fuller
}

// edge makes an edge of the claims that support it, the best first.
func (r Relation) edge(key string, claims []Claim) Edge {
	best := claims[0]
	e := Edge{Type: r.Type, From: best.Subject, To: best.Object}
	e.ID = strings.Join([]string{e.From, string(e.Type), e.To}, "|")
	if len(r.Key) > 0 {
		e.ID += "|" + key
	}
	e.Properties = map[string]any{"claims": claimIDs(claims), "quote": best.Quote, "basis": string(best.Basis)}
	confidence := 0.0
	said := map[string][]saying{}
	for _, c := range claims {
		confidence = max(confidence, c.Confidence)
		for name, v := range c.Properties {
			if v != nil && !slices.Contains(derived, name) && (r.Type == c.Relation || slices.Contains(r.Properties, name)) {
				said[name] = append(said[name], saying{value: v, by: c, text: textOf(c.Properties)})
			}
		}
	}
	e.Properties["confidence"] = confidence
	for name, sayings := range said {
		m := merge(name, sayings)
		e.Properties[name] = m.value
		if m.disputed != nil && name != "dateText" {
			e.Properties["disputed"] = true
		}
	}
	if date, ok := e.Properties["date"].(string); ok {
		setDate(e.Properties, date, dateText(date, said, nil))
	}
	if r.Type == MemberOf {
		e.membership()
	}
	return e
}

// membership fills in the days between which a membership holds. One said to end before
// it begins is disputed, and its end left open.
func (e *Edge) membership() {
	from, to := FirstDay, LastDay
	if since, ok := e.Properties["since"].(string); ok {
		if d, err := ParseDate(since); err == nil {
			from = d.Earliest()
		}
	}
	if until, ok := e.Properties["until"].(string); ok {
		if d, err := ParseDate(until); err == nil {
			to = d.Latest()
		}
	}
	if from.Compare(to) > 0 {
		to = LastDay
		e.Properties["disputed"] = true
	}
	e.Properties["validFrom"], e.Properties["validTo"] = from, to
}

package evaluate

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"concord/graph"
)

// Load reads a gold file and checks it. Its error holds every mistake, each with file:line:column.
func Load(path string) (*Gold, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("gold: %w; each document to measure needs a NAME.claims.yaml beside it", err)
	}
	return Parse(path, data)
}

// Parse reads the text of a gold file; path is for messages.
func Parse(path string, data []byte) (*Gold, error) {
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, fmt.Errorf("%s: %w; mend the YAML", path, err)
	}
	p := &parser{gold: &Gold{Path: path}}
	if len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		return nil, fmt.Errorf("%s:1:1: no mapping; write the sections entities and claims", path)
	}
	sections := map[string]func(*yaml.Node){"entities": p.entities, "claims": p.claims}
	for key, value := range pairs(root.Content[0]) {
		read, ok := sections[key.Value]
		if !ok {
			p.fail(key, "section %q is unknown; write entities or claims", key.Value)
			continue
		}
		read(value)
	}
	p.gold.check(p)
	if err := errors.Join(p.errs...); err != nil {
		return nil, err
	}
	p.gold.imply()
	return p.gold, nil
}

type parser struct {
	gold *Gold
	errs []error
}

func (p *parser) fail(n *yaml.Node, format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%s:%d:%d: %s", p.gold.Path, n.Line, n.Column, fmt.Sprintf(format, args...)))
}

func pairs(n *yaml.Node) func(func(k, v *yaml.Node) bool) {
	return func(yield func(k, v *yaml.Node) bool) {
		if n.Kind != yaml.MappingNode {
			return
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if !yield(n.Content[i], n.Content[i+1]) {
				return
			}
		}
	}
}

func (p *parser) entities(n *yaml.Node) {
	for key, value := range pairs(n) {
		p.entity(key, value)
	}
}

// own are the fields of an entity that are its own properties.
var own = []string{
	"date", "status", "ordinal", "participantTotal", "kind", "domains", "series", "laterality", "title",
	"value", "valueMax", "comparator", "unit", "asOf", "measure",
}

// completeProperties are those of an event that the gold has in full: one that it lacks is not stated.
var completeProperties = []string{"date", "status", "ordinal", "participantTotal"}

func (p *parser) entity(key, n *yaml.Node) {
	e := &Entity{Handle: key.Value, Properties: map[string][]any{}, Optional: map[string]bool{}, Line: key.Line, Form: fact}
	if p.gold.Entity(e.Handle) != nil {
		p.fail(key, "handle %q stands twice; rename one", e.Handle)
	}
	optional := map[string]bool{}
	var short []*yaml.Node
	for k, v := range pairs(n) {
		switch {
		case k.Value == "label":
			for l := range strings.SplitSeq(v.Value, "|") {
				e.Labels = append(e.Labels, graph.Label(l))
			}
		case k.Value == "name":
			e.Names = texts(v)
		case k.Value == "optional":
			for _, f := range texts(v) {
				optional[f] = true
			}
		case p.form(&e.Form, k, v):
		case slices.Contains(own, k.Value):
			e.Properties[k.Value] = values(v)
		case shorthand[k.Value] != nil || k.Value == "figures":
			short = append(short, k, v)
		default:
			p.fail(k, "field %q of an entity is unknown; see the package comment of evaluate", k.Value)
		}
	}
	if len(e.Labels) == 0 {
		p.fail(key, "entity %q has no label; add label:", e.Handle)
		return
	}
	for name := range e.Properties {
		e.Optional[name] = optional["true"] || optional[name]
	}
	p.gold.Entities = append(p.gold.Entities, e)
	for i := 0; i < len(short); i += 2 {
		field := short[i].Value
		p.short(e, field, short[i+1], optional["true"] || optional[field])
	}
}

var fact = Form{Modality: graph.Actual, Polarity: graph.Affirmed}

// form reads modality, polarity and edge into f, and reports whether k is one of them.
func (p *parser) form(f *Form, k, v *yaml.Node) bool {
	switch k.Value {
	case "modality":
		f.Modality = graph.Modality(v.Value)
		if !slices.Contains([]graph.Modality{graph.Actual, graph.Planned, graph.Hypothetical}, f.Modality) {
			p.fail(v, "modality %q is unknown; write actual, planned or hypothetical", v.Value)
		}
	case "polarity":
		f.Polarity = graph.Polarity(v.Value)
		if f.Polarity != graph.Affirmed && f.Polarity != graph.Negated {
			p.fail(v, "polarity %q is unknown; write affirmed or negated", v.Value)
		}
	case "edge":
		f.NoEdge = v.Value == "false"
	default:
		return false
	}
	return true
}

// relationInShort says which claims a field of an entity stands for: with the
// entity as the object (in) or the subject.
type relationInShort struct {
	relation graph.RelationType
	in       bool
	key, val string
}

func inShort(r graph.RelationType, in bool, key, val string) func(graph.Label) []relationInShort {
	return func(graph.Label) []relationInShort { return []relationInShort{{r, in, key, val}} }
}

func party(role string, hosts bool) func(graph.Label) []relationInShort {
	return func(l graph.Label) []relationInShort {
		took := graph.ParticipatedIn
		if l == graph.Meeting {
			took = graph.Attended
		}
		claims := []relationInShort{{took, true, "role", role}}
		if hosts {
			claims = append(claims, relationInShort{graph.Hosted, true, "role", role})
		}
		return claims
	}
}

func where(l graph.Label) []relationInShort {
	switch l {
	case graph.Mission:
		return []relationInShort{{graph.DeployedIn, false, "", ""}}
	case graph.Place:
		return []relationInShort{{graph.LocatedIn, false, "", ""}}
	}
	return []relationInShort{{graph.HeldIn, false, "", ""}}
}

var shorthand = map[string]func(graph.Label) []relationInShort{
	"participants": party("participant", false),
	"observers":    party("observer", false),
	"hosts":        party("host", true),
	"coHosts":      party("co_host", true),
	"in":           where,
	"under":        inShort(graph.Under, false, "", ""),
	"topics":       inShort(graph.HasTopic, false, "", ""),
	"signed":       inShort(graph.Signed, true, "action", "signed"),
	"concluded":    inShort(graph.Signed, true, "action", "concluded"),
	"ratified":     inShort(graph.Signed, true, "action", "ratified"),
	"acceded":      inShort(graph.Signed, true, "action", "acceded"),
	"withdrew":     inShort(graph.Signed, true, "action", "withdrew"),
	"proposed":     inShort(graph.Prepared, true, "action", "proposed"),
	"drafted":      inShort(graph.Prepared, true, "action", "drafted"),
	"formulated":   inShort(graph.Prepared, true, "action", "formulated"),
	"finalized":    inShort(graph.Prepared, true, "action", "finalized"),
	"concludedAt":  inShort(graph.ConcludedAt, false, "action", "concluded"),
	"signedAt":     inShort(graph.ConcludedAt, false, "action", "signed"),
	"adoptedAt":    inShort(graph.ConcludedAt, false, "action", "adopted"),
	"parties":      inShort(graph.PartyTo, true, "", ""),
}

func (p *parser) short(e *Entity, field string, n *yaml.Node, optional bool) {
	if field == "figures" {
		for _, f := range n.Content {
			p.add(Claim{Subjects: []string{e.Handle}, Relation: graph.HasFigure, Objects: []string{p.figure(f)}, Form: e.Form, Optional: optional, Line: f.Line})
		}
		return
	}
	for _, item := range items(n) {
		for _, s := range shorthand[field](e.Labels[0]) {
			c := Claim{Subjects: []string{e.Handle}, Relation: s.relation, Objects: refs(item.Value), Form: e.Form, Optional: optional, Line: item.Line}
			if s.in {
				c.Subjects, c.Objects = c.Objects, c.Subjects
			}
			if s.key != "" {
				c.Properties = map[string][]any{s.key: {s.val}}
				if field == "hosts" && len(items(n)) > 1 {
					c.Properties[s.key] = []any{"host", "co_host"}
				}
			}
			p.add(c)
		}
	}
}

func (p *parser) add(c Claim) { p.gold.Claims = append(p.gold.Claims, c) }

// figure reads a figure written where it stands and returns its handle.
func (p *parser) figure(n *yaml.Node) string {
	e := &Entity{
		Handle: "figure at line " + strconv.Itoa(n.Line) + ":" + strconv.Itoa(n.Column), Labels: []graph.Label{graph.Figure},
		Properties: map[string][]any{}, Optional: map[string]bool{}, Line: n.Line, Form: fact,
	}
	for k, v := range pairs(n) {
		e.Properties[k.Value] = values(v)
		if !slices.Contains(own, k.Value) {
			p.fail(k, "field %q of a figure is unknown; write value, valueMax, comparator, unit, measure, asOf or date", k.Value)
		}
	}
	if len(e.Properties["value"]) == 0 {
		p.fail(n, "a figure has no value; add value:")
	}
	p.gold.Entities = append(p.gold.Entities, e)
	return e.Handle
}

func (p *parser) claims(n *yaml.Node) {
	for _, row := range n.Content {
		if row.Kind != yaml.SequenceNode || len(row.Content) < 3 || len(row.Content) > 4 {
			p.fail(row, "a claim is not [subject, RELATION, object] or [subject, RELATION, object, {properties}]")
			continue
		}
		p.claim(row)
	}
}

func (p *parser) claim(row *yaml.Node) {
	c := Claim{Relation: graph.RelationType(row.Content[1].Value), Form: fact, Line: row.Line, Properties: map[string][]any{}}
	given := false
	if len(row.Content) == 4 {
		for k, v := range pairs(row.Content[3]) {
			switch {
			case k.Value == "optional":
				c.Optional = v.Value == "true"
			case p.form(&c.Form, k, v):
				given = true
			default:
				c.Properties[k.Value] = values(v)
			}
		}
	}
	if (c.Relation == graph.ParticipatedIn || c.Relation == graph.Attended) && len(c.Properties["role"]) == 0 {
		c.Properties["role"] = []any{"participant"}
	}
	if c.Relation == graph.Hosted && len(c.Properties["role"]) == 0 {
		c.Properties["role"] = []any{"host", "co_host"}
	}
	for _, s := range items(row.Content[0]) {
		for _, o := range items(row.Content[2]) {
			one := c
			one.Subjects = refs(s.Value)
			if o.Kind == yaml.MappingNode {
				one.Objects = []string{p.figure(o)}
			} else {
				one.Objects = refs(o.Value)
			}
			for _, ref := range append(slices.Clone(one.Subjects), one.Objects...) {
				if e := p.gold.Entity(ref); e != nil && !given && e.Form != fact {
					one.Form = e.Form
				}
			}
			p.add(one)
		}
	}
}

// items returns the items of a sequence, or n itself.
func items(n *yaml.Node) []*yaml.Node {
	if n.Kind == yaml.SequenceNode {
		return n.Content
	}
	return []*yaml.Node{n}
}

var iso3 = regexp.MustCompile(`^[A-Z]{3}$`)

// refs splits "a|b" and writes ISO 3166-1 alpha-3 codes as ids.
func refs(s string) []string {
	var out []string
	for r := range strings.SplitSeq(s, "|") {
		if iso3.MatchString(r) {
			r = "country:" + r
		}
		out = append(out, r)
	}
	return out
}

func texts(n *yaml.Node) []string {
	var out []string
	for _, i := range items(n) {
		out = append(out, i.Value)
	}
	return out
}

// values reads scalars as they are written: dates stay text, whatever YAML makes of them.
func values(n *yaml.Node) []any {
	var out []any
	for _, i := range items(n) {
		if v, err := strconv.ParseInt(i.Value, 10, 64); err == nil && i.Tag == "!!int" {
			out = append(out, v)
		} else if v, err := strconv.ParseFloat(i.Value, 64); err == nil && i.Tag == "!!float" {
			out = append(out, v)
		} else {
			out = append(out, i.Value)
		}
	}
	return out
}

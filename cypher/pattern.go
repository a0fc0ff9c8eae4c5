package cypher

import "strings"

// Pattern is a path pattern (Cypher manual, "Patterns"): nodes with relationships between
// them, so that len(Nodes) is len(Relationships)+1.
type Pattern struct {
	Nodes         []Node
	Relationships []Relationship
}

// Node is a node of a pattern. Variable may be nil.
type Node struct {
	Variable *Variable
	Labels   Labels
}

// Labels is a label expression: a node has it if it has all labels of one of the lists.
// With none, any node has it.
type Labels [][]string

// Relationship is a relationship of a pattern, between the node before it and the node
// after it. Variable may be nil.
type Relationship struct {
	Variable  *Variable
	Type      string
	Direction Direction
}

// Direction is where a relationship points: from left to right, to the left, or either.
type Direction string

// The directions.
const (
	Right  Direction = "->"
	Left   Direction = "<-"
	Either Direction = "-"
)

func (p *printer) pattern(x Pattern) string {
	var b strings.Builder
	for i, n := range x.Nodes {
		if i > 0 {
			b.WriteString(p.relationship(x.Relationships[i-1]))
		}
		b.WriteString(p.node(n))
	}
	return b.String()
}

func (p *printer) node(n Node) string {
	s := "("
	if n.Variable != nil {
		s += p.variable(n.Variable)
	}
	return s + p.labels(n.Labels) + ")"
}

func (p *printer) relationship(r Relationship) string {
	s := ""
	if r.Variable != nil {
		s = p.variable(r.Variable)
	}
	if r.Type != "" {
		s += ":" + p.key(r.Type)
	}
	if s != "" {
		s = "[" + s + "]"
	}
	switch r.Direction {
	case Left:
		return "<-" + s + "-"
	case Right:
		return "-" + s + "->"
	}
	return "-" + s + "-"
}

// labels prints :A|(B&C); nothing for none.
func (p *printer) labels(l Labels) string {
	if len(l) == 0 {
		return ""
	}
	any := make([]string, len(l))
	for i, list := range l {
		names := make([]string, len(list))
		for j, name := range list {
			names[j] = p.key(name)
		}
		any[i] = strings.Join(names, "&")
		if len(l) > 1 && len(list) > 1 {
			any[i] = "(" + any[i] + ")"
		}
	}
	return ":" + strings.Join(any, "|")
}

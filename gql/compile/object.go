package compile

import (
	"slices"

	"concord/cypher"
	"concord/gql/plan"
	"concord/gql/schema"
)

// object is the map for a node.
func (c *compiler) object(o *plan.Object, b bound) cypher.Expression {
	m := cypher.Map{}
	if o.Typename {
		m = append(m, cypher.Entry{Key: "__typename", Value: typename(b)})
	}
	for _, e := range o.Entries {
		m = append(m, cypher.Entry{Key: e.Key, Value: c.choose(e.Choices, b)})
	}
	return m
}

// choose is the value of the choice that fits the node. A property needs no test: other
// nodes' values are never looked at. A point's components do: what another type keeps under
// the name may have none.
func (c *compiler) choose(choices []plan.Choice, b bound) cypher.Expression {
	if len(choices) == 1 {
		stored, ok := choices[0].Value.(plan.Stored)
		if ok && stored.Parts == nil || choices[0].Nodes == nil {
			return c.value(choices[0].Value, b)
		}
	}
	cases := cypher.Case{}
	choices = slices.Clone(choices)
	slices.SortStableFunc(choices, func(x, y plan.Choice) int { return mostLabels(y.Nodes) - mostLabels(x.Nodes) })
	for _, choice := range choices {
		own := b
		own.members = choice.Nodes
		cases.Whens = append(cases.Whens, cypher.When{If: is(b.node, choice.Nodes), Then: c.value(choice.Value, own)})
	}
	return cases
}

// typename is the name of the type that the node is of.
func typename(b bound) cypher.Expression {
	cases := cypher.Case{}
	for _, n := range byLabels(b.members) {
		cases.Whens = append(cases.Whens, cypher.When{If: is(b.node, n.Members()), Then: cypher.Name(n.Name)})
	}
	return cases
}

// byLabels are types with those first that have more labels: a node can have the labels of
// several, and is of the one that says most of it.
func byLabels(nodes []*schema.Node) []*schema.Node {
	sorted := slices.Clone(nodes)
	slices.SortStableFunc(sorted, func(x, y *schema.Node) int { return len(y.Labels) - len(x.Labels) })
	return sorted
}

func mostLabels(nodes []*schema.Node) int {
	most := 0
	for _, n := range nodes {
		most = max(most, len(n.Labels))
	}
	return most
}

// is tests whether a node is of one of the types.
func is(v *cypher.Variable, nodes []*schema.Node) cypher.Expression {
	if len(nodes) == 0 {
		return cypher.False
	}
	return cypher.HasLabel{Of: v, Labels: labels(nodes)}
}

func labels(nodes []*schema.Node) cypher.Labels {
	l := make(cypher.Labels, len(nodes))
	for i, n := range nodes {
		l[i] = n.Labels
	}
	return l
}

// stored is a property, or the components of a point that are asked for.
func (c *compiler) stored(s plan.Stored, b bound) cypher.Expression {
	value := c.property(s.Property, b.subject(s.Subject), b)
	if s.Property.Coalesce != nil {
		value = call("coalesce", value, c.coalesce(s.Property))
	}
	if s.Parts == nil {
		return value
	}
	item := &cypher.Variable{Hint: "point"}
	switch {
	case c.careful && s.Property.Type.List:
		points := cypher.Comprehension{Variable: item, In: value, Map: ifPoint(s, item)}
		return cypher.Case{Whens: []cypher.When{{If: isType(value, cypher.AnyList), Then: points}}, Else: value}
	case c.careful:
		return ifPoint(s, value)
	case s.Property.Type.List:
		return cypher.Comprehension{Variable: item, In: value, Map: point(s.Parts, item)}
	}
	return cypher.Case{Whens: []cypher.When{{If: cypher.IsNotNull{Of: value}, Then: point(s.Parts, value)}}}
}

func point(parts []plan.PointPart, of cypher.Expression) cypher.Expression {
	m := cypher.Map{}
	for _, p := range parts {
		m = append(m, cypher.Entry{Key: p.Key, Value: component(p.Part, of)})
	}
	return m
}

// component is a component of a point. Only points in three dimensions have a third.
func component(part schema.Part, of cypher.Expression) cypher.Expression {
	value := cypher.Property{Of: of, Key: string(part)}
	srid, third := thirdOf[part]
	if !third {
		return value
	}
	is3D := cypher.Comparison{Left: cypher.Property{Of: of, Key: string(schema.SRID)}, Operator: cypher.Equal, Right: srid}
	return cypher.Case{Whens: []cypher.When{{If: is3D, Then: value}}}
}

// thirdOf names the coordinate systems that have a third component, by their SRID.
var thirdOf = map[schema.Part]cypher.Integer{schema.Height: 4979, schema.Z: 9157}

// property is the property of a node or relationship. Where the types keep it under
// different names, the type decides.
func (c *compiler) property(p *schema.Property, of *cypher.Variable, b bound) cypher.Expression {
	if p.Column != "" || len(b.members) == 0 {
		return cypher.Property{Of: of, Key: p.Column}
	}
	cases := cypher.Case{}
	for _, n := range byLabels(b.members) {
		if own := p.Of(n); own != nil {
			cases.Whens = append(cases.Whens, cypher.When{If: is(of, n.Members()), Then: cypher.Property{Of: of, Key: own.Column}})
		}
	}
	return cases
}

package schema

import "github.com/vektah/gqlparser/v2/ast"

// link puts the nodes' own fields behind what interfaces declare, and checks that they
// are what the interface says (GraphQL spec, section 3.6.1, IsValidImplementation).
func (l *loader) link() {
	for _, i := range l.schema.Interfaces {
		l.linkInterface(i)
	}
	for _, n := range l.schema.Nodes {
		for _, r := range n.Relationships {
			l.firstDeclared(r, n.Interfaces, n.Name)
		}
	}
}

func (l *loader) linkInterface(i *Interface) {
	for _, above := range i.Interfaces {
		for _, def := range l.drafts[above.Name].def.Fields {
			l.implements(i.Name, above.Name, def)
		}
	}
	for _, n := range i.members {
		for _, def := range l.drafts[i.Name].def.Fields {
			l.implements(n.Name, i.Name, def)
		}
	}
	for _, p := range i.Properties {
		l.linkProperty(i, p)
	}
	for _, c := range i.Cyphers {
		l.linkCypher(i, c)
	}
	for _, r := range i.Relationships {
		l.linkRelationship(i, r)
		l.firstDeclared(r, i.Interfaces, i.Name)
	}
}

// implements notes a field of an interface that a type lacks or has with another type.
func (l *loader) implements(typeName, interfaceName string, declared *ast.FieldDefinition) {
	def := l.drafts[typeName].def
	own := def.Fields.ForName(declared.Name)
	switch {
	case own == nil:
		l.wrong(def.Position, "add it", "%s lacks the field %s: %s of %s", typeName, declared.Name, declared.Type, interfaceName)
	case !narrower(own.Type, declared.Type):
		l.wrong(own.Position, "write the interface's type", "%s.%s is %s, and in %s it is %s", typeName, own.Name, own.Type, interfaceName, declared.Type)
	case own.Directives.ForName("private") != nil:
		l.wrong(own.Position, "remove @private, or the field from "+interfaceName, "%s.%s is private and %s shows it", typeName, own.Name, interfaceName)
	}
}

// narrower says whether a value of one type is always one of the other: the same type,
// or non-null instead of nullable.
func narrower(own, declared *ast.Type) bool {
	if declared.NonNull && !own.NonNull || (own.Elem == nil) != (declared.Elem == nil) {
		return false
	}
	if own.Elem != nil {
		return narrower(own.Elem, declared.Elem)
	}
	return own.NamedType == declared.NamedType
}

func (l *loader) linkProperty(i *Interface, p *Property) {
	p.own = make(map[*Node]*Property, len(i.members))
	p.Unique = len(i.members) > 0
	for k, n := range i.members {
		own := n.properties[p.Name]
		if own == nil {
			p.Unique = false
			l.otherwise(n, i, p.Name, "a property")
			continue
		}
		p.own[n] = own
		p.Unique = p.Unique && own.Unique
		if k == 0 {
			p.Column = own.Column
		} else if own.Column != p.Column {
			p.Column = ""
		}
		l.shown(own.selectable, p.selectable, own.Position, n.Name+"."+p.Name, i.Name)
	}
}

func (l *loader) linkCypher(i *Interface, c *Cypher) {
	c.own = make(map[*Node]*Cypher, len(i.members))
	for _, n := range i.members {
		own := n.cyphers[c.Name]
		if own == nil {
			l.otherwise(n, i, c.Name, "a field with @cypher")
			continue
		}
		c.own[n] = own
		for _, a := range c.definition.Arguments {
			other := own.definition.Arguments.ForName(a.Name)
			if other == nil || other.Type.String() != a.Type.String() {
				l.wrong(own.Position, "give both the same arguments", "%s.%s lacks the argument %s: %s of %s", n.Name, c.Name, a.Name, a.Type, i.Name)
			}
		}
		for _, a := range own.definition.Arguments {
			if c.definition.Arguments.ForName(a.Name) == nil && a.Type.NonNull && a.DefaultValue == nil {
				l.wrong(a.Position, "give both the same arguments", "%s.%s needs the argument %s, which %s has not", n.Name, c.Name, a.Name, i.Name)
			}
		}
		l.shown(own.selectable, c.selectable, own.Position, n.Name+"."+c.Name, i.Name)
	}
}

// linkRelationship gives a declaration what its nodes' relationships share.
func (l *loader) linkRelationship(i *Interface, r *Relationship) {
	r.own = make(map[*Node]*Relationship, len(i.members))
	for k, n := range i.members {
		own := n.relationships[r.Name]
		if own == nil {
			l.otherwise(n, i, r.Name, "a field with @relationship")
			continue
		}
		r.own[n] = own
		if k == 0 {
			r.Type, r.Direction, r.Edge = own.Type, own.Direction, own.Edge
		}
		if own.Type != r.Type {
			r.Type = ""
		}
		if own.Direction != r.Direction {
			r.Direction = ""
		}
		if own.Edge != r.Edge {
			r.Edge = nil
		}
		l.shown(own.selectable, r.selectable, own.Position, n.Name+"."+r.Name, i.Name)
	}
}

// otherwise notes a field that is another kind of thing in a node than in its interface.
func (l *loader) otherwise(n *Node, i *Interface, field, what string) {
	def := l.drafts[n.Name].def.Fields.ForName(field)
	if def == nil || def.Directives.ForName("private") != nil {
		return // noted already
	}
	remedy := "make it the same in every type with the interface"
	if n.relationships[field] != nil {
		remedy = "write @declareRelationship in the interface, or make it the same in every type with it"
	}
	l.wrong(def.Position, remedy, "%s.%s is not %s, as %s.%s declares", n.Name, field, what, i.Name, field)
}

func (l *loader) shown(own, declared selectable, at *ast.Position, field, interfaceName string) {
	if declared.onRead && !own.onRead {
		l.wrong(at, "put the same @selectable on both", "@selectable hides %s, and %s shows it", field, interfaceName)
	}
}

// firstDeclared finds the interface that names the types of a relationship's connection:
// the one that declares it and inherits it from none.
func (l *loader) firstDeclared(r *Relationship, interfaces []*Interface, typeName string) {
	var first *Interface
	for _, i := range interfaces {
		declared := i.relationship(r.Name)
		if declared == nil || inherits(i, r.Name) {
			continue
		}
		if first != nil {
			l.wrong(r.Position, "declare it in one, and let the other implement that one", "%s.%s is declared by both %s and %s", typeName, r.Name, first.Name, i.Name)
			continue
		}
		first, r.first = i, declared
	}
}

func inherits(i *Interface, name string) bool {
	for _, above := range i.Interfaces {
		if above.relationship(name) != nil {
			return true
		}
	}
	return false
}

func (i *Interface) relationship(name string) *Relationship {
	for _, r := range i.Relationships {
		if r.Name == name {
			return r
		}
	}
	return nil
}

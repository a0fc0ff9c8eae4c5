package schema

import "github.com/vektah/gqlparser/v2/ast"

// fieldDraft is a field of the SDL and what its directives say.
type fieldDraft struct {
	owner *typeDraft
	def   *ast.FieldDefinition

	alias, coalesce, initial, cypher, relationship, declare, unique use

	private    bool
	selectable selectable
	filterable filterable
	sortable   bool
	deprecated ast.DirectiveList
}

// name is Type.field, as mistakes say it.
func (f *fieldDraft) name() string { return f.owner.def.Name + "." + f.def.Name }

// fill reads the fields of all types into the model.
func (l *loader) fill() {
	for _, t := range l.order {
		for _, def := range t.def.Fields {
			f := &fieldDraft{
				owner: t, def: def, sortable: true,
				selectable: selectable{true, true}, filterable: filterable{true, true},
			}
			location := ast.LocationFieldDefinition
			if t.kind == inputKind {
				location = ast.LocationInputFieldDefinition
			}
			l.apply(def.Directives, location, func(d *directive, u use) {
				if d.onField != nil {
					d.onField(l, f, u)
				}
			})
			l.fillArguments(f)
			l.fillField(f)
		}
		if t.fulltext.present() && t.kind == nodeKind {
			l.fillFullText(t)
		}
	}
}

func (l *loader) fillField(f *fieldDraft) {
	switch f.owner.kind {
	case nodeKind:
		l.fillNode(l.targets[f.owner.def.Name].(*Node), f)
	case interfaceKind:
		l.fillInterface(l.targets[f.owner.def.Name].(*Interface), f)
	case edgeKind:
		e := l.edges[f.owner.def.Name]
		switch {
		case f.cypher.present():
			if c := l.cypher(f); c != nil {
				e.Cyphers = append(e.Cyphers, c)
				e.attributes = append(e.attributes, c)
			}
		default:
			if p := l.property(f); p != nil {
				e.Properties = append(e.Properties, p)
				e.attributes = append(e.attributes, p)
			}
		}
	case rowKind:
		l.fillRow(l.rows[f.owner.def.Name], f)
	case queryKind:
		if !f.cypher.present() {
			l.wrong(f.def.Position, "add @cypher; lists and connections of types are made from the types", "%s has no @cypher", f.name())
			return
		}
		if c := l.cypher(f); c != nil {
			l.schema.Queries = append(l.schema.Queries, c)
		}
	case inputKind:
		l.inputType(f.def.Type, f.def.Position, f.name())
	}
}

func (l *loader) fillNode(n *Node, f *fieldDraft) {
	if f.private {
		return
	}
	switch {
	case f.relationship.present():
		if r := l.relationship(f, n); r != nil {
			n.Relationships = append(n.Relationships, r)
			n.relationships[r.Name] = r
		}
	case f.cypher.present():
		if c := l.cypher(f); c != nil {
			n.Cyphers = append(n.Cyphers, c)
			n.cyphers[c.Name] = c
			n.attributes = append(n.attributes, c)
		}
	default:
		if p := l.property(f); p != nil {
			n.Properties = append(n.Properties, p)
			n.properties[p.Name] = p
			n.attributes = append(n.attributes, p)
		}
	}
}

func (l *loader) fillInterface(i *Interface, f *fieldDraft) {
	if f.private {
		l.wrong(f.def.Position, "remove the field, or @private", "%s is private, and an interface only declares", f.name())
		return
	}
	for _, u := range []use{f.alias, f.cypher, f.coalesce, f.initial, f.unique} {
		if u.present() {
			l.wrong(u.at(), "put it on the field of each type with the interface", "@%s on %s has no property to act on", u.directive.Name, f.name())
			return
		}
	}
	switch {
	case f.declare.present():
		if r := l.relationship(f, i); r != nil {
			i.Relationships = append(i.Relationships, r)
		}
	case l.declaresCypher(i, f):
		if c := l.cypher(f); c != nil {
			i.Cyphers = append(i.Cyphers, c)
			i.attributes = append(i.attributes, c)
		}
	default:
		if p := l.property(f); p != nil {
			i.Properties = append(i.Properties, p)
			i.attributes = append(i.attributes, p)
		}
	}
}

// declaresCypher says whether every type with the interface has the field with @cypher.
func (l *loader) declaresCypher(i *Interface, f *fieldDraft) bool {
	for _, n := range i.members {
		def := l.drafts[n.Name].def.Fields.ForName(f.def.Name)
		if def == nil || def.Directives.ForName("cypher") == nil {
			return false
		}
	}
	return len(i.members) > 0
}

// property is the property that a field stands for; nil, with the mistakes noted, if it
// cannot be one.
func (l *loader) property(f *fieldDraft) *Property {
	for _, name := range []string{"relationship", "declareRelationship", "cypher"} {
		if f.def.Directives.ForName(name) != nil {
			return nil // wrong, and noted where the directive was read
		}
	}
	if f.private {
		return nil
	}
	t, ok := l.typeOf(f.def.Type)
	switch name := f.def.Type.Name(); {
	case ok:
	case nested(f.def.Type):
		l.wrong(f.def.Position, "use a list of scalars", "%s is a list of lists, which no property of the database can be", f.name())
		return nil
	case l.targets[name] != nil || l.rows[name] != nil:
		l.wrong(f.def.Position, "add @relationship or @cypher (on an interface @declareRelationship)", "%s has the type %s, which is no scalar", f.name(), f.def.Type)
		return nil
	default:
		l.unknownType(f, "a property")
		return nil
	}
	if len(f.def.Arguments) > 0 {
		l.wrong(f.def.Arguments[0].Position, "remove it, or add @cypher", "%s is a property and takes no arguments", f.name())
	}
	p := &Property{
		Name: f.def.Name, Description: f.def.Description, Position: f.def.Position,
		Column: f.def.Name, Type: t, Unique: f.unique.present(),
		selectable: f.selectable, filterable: f.filterable, sortable: f.sortable, directives: f.deprecated,
	}
	if f.alias.present() {
		p.Column = f.alias.text("property")
	}
	l.checkValues(f, p)
	if p.Unique && t.List {
		l.wrong(f.unique.at(), "remove it, or make the field a single value", "@%s on %s, which is a list", f.unique.directive.Name, f.name())
	}
	return p
}

func nested(t *ast.Type) bool { return t.Elem != nil && t.Elem.Elem != nil }

// unknownType notes a field whose type is none that what it stands for can have.
func (l *loader) unknownType(f *fieldDraft, what string) {
	switch name := f.def.Type.Name(); {
	case nested(f.def.Type):
		l.wrong(f.def.Position, "use a list", "%s is a list of lists", f.name())
	case l.drafts[name] == nil:
		l.wrong(f.def.Position, "declare it, or correct the name", "%s has the type %s, which is not declared", f.name(), f.def.Type)
	default:
		l.wrong(f.def.Position, "use a scalar, an enum or an object type", "%s has the type %s, which %s cannot have", f.name(), f.def.Type, what)
	}
}

// checkValues checks @coalesce and @default against the property's type.
func (l *loader) checkValues(f *fieldDraft, p *Property) {
	for _, u := range []use{f.coalesce, f.initial} {
		if !u.present() {
			continue
		}
		value, ok := fits(p.Type, u.directive.Arguments.ForName("value").Value)
		if !ok {
			l.wrong(u.of("value"), "write a literal of the type "+f.def.Type.String(), "@%s(value:) does not fit %s", u.directive.Name, f.name())
			continue
		}
		if u.directive.Name == "coalesce" {
			p.Coalesce = value
		}
	}
}

// fillRow reads a field of a row type.
func (l *loader) fillRow(r *Row, f *fieldDraft) {
	if f.private {
		return
	}
	for _, u := range []use{f.cypher, f.coalesce, f.unique} {
		if u.present() {
			l.wrong(u.at(), "remove it, or add @node or @relationshipProperties to "+r.Name, "@%s on %s: %s is neither a node nor a relationship", u.directive.Name, f.name(), r.Name)
			return
		}
	}
	if f.relationship.present() || f.declare.present() {
		return // noted where the directive was read
	}
	if len(f.def.Arguments) > 0 {
		l.wrong(f.def.Arguments[0].Position, "remove it", "%s is a column and takes no arguments", f.name())
	}
	result, ok := l.resultOf(f.def.Type)
	if !ok {
		l.unknownType(f, "a column")
		return
	}
	field := &RowField{Name: f.def.Name, Description: f.def.Description, Position: f.def.Position, Column: f.def.Name, Result: result, directives: f.deprecated}
	if f.alias.present() {
		field.Column = f.alias.text("property")
	}
	r.Fields = append(r.Fields, field)
}

// fillArguments checks the arguments of a field.
func (l *loader) fillArguments(f *fieldDraft) {
	seen := map[string]bool{}
	for _, a := range f.def.Arguments {
		if seen[a.Name] {
			l.wrong(a.Position, "rename one", "%s has the argument %s twice", f.name(), a.Name)
		}
		seen[a.Name] = true
		l.apply(a.Directives, ast.LocationArgumentDefinition, func(*directive, use) {})
		if !l.inputType(a.Type, a.Position, f.name()+"("+a.Name+":)") || a.DefaultValue == nil {
			continue
		}
		if _, problem := literal(a.Type, a.DefaultValue, l.inputTypes()); problem != "" {
			l.wrong(a.Position, "write a literal of the type "+a.Type.String(), "the default of %s(%s:) %s", f.name(), a.Name, problem)
		}
	}
}

// inputTypes are the declared types that a literal can have.
func (l *loader) inputTypes() map[string]*ast.Definition {
	if l.inputs == nil {
		l.inputs = map[string]*ast.Definition{}
		for _, t := range l.order {
			l.inputs[t.def.Name] = t.def
		}
	}
	return l.inputs
}

// inputType notes a type that no argument or input field can have.
func (l *loader) inputType(t *ast.Type, at *ast.Position, what string) bool {
	name := t.Name()
	switch Scalar(name) {
	case Point, CartesianPoint:
		l.wrong(at, "write "+name+"Input", "%s has the type %s, which is an object and cannot be given", what, t)
		return false
	case Point + "Input", CartesianPoint + "Input":
		return true
	}
	if Scalar(name).builtin() {
		return true
	}
	d := l.drafts[name]
	if d != nil && (d.kind == enumKind || d.kind == scalarKind || d.kind == inputKind) {
		return true
	}
	l.wrong(at, "use a scalar, an enum or an input type", "%s has the type %s, which cannot be given", what, t)
	return false
}

package schema

import "strings"

// relationship is what a field with @relationship or @declareRelationship stands for;
// nil, with the mistakes noted, if it cannot be one.
func (l *loader) relationship(f *fieldDraft, owner Target) *Relationship {
	u := f.relationship
	if f.declare.present() {
		u = f.declare
	}
	for _, other := range []use{f.cypher, f.alias, f.coalesce, f.unique, f.initial} {
		if other.present() {
			l.wrong(other.at(), "keep one", "%s has both @%s and @%s", f.name(), u.directive.Name, other.directive.Name)
		}
	}
	if len(f.def.Arguments) > 0 {
		l.wrong(f.def.Arguments[0].Position, "remove it: the API gives relationships their arguments", "%s has an argument", f.name())
	}
	t := f.def.Type
	target := l.targets[t.Name()]
	if target == nil {
		l.wrong(f.def.Position, "name a type with @node, an interface or a union", "%s leads to %s, which is no node", f.name(), t.Name())
		return nil
	}
	single := t.Elem == nil
	switch {
	case single && t.NonNull:
		l.wrong(f.def.Position, "write "+t.Name()+": nothing in the database keeps the node there", "%s cannot be non-null", f.name())
	case !single && (t.Elem.Elem != nil || !t.Elem.NonNull || !t.NonNull):
		l.wrong(f.def.Position, "write ["+t.Name()+"!]!", "%s is a list of related nodes, which is never null and holds no null", f.name())
	}
	aggregate, given := u.arguments["aggregate"].(bool)
	r := &Relationship{
		Name: f.def.Name, Description: f.def.Description, Position: f.def.Position,
		Target: target, Owner: owner, Single: single, Declared: f.declare.present(),
		aggregate: aggregate || !given, selectable: f.selectable, filterable: f.filterable, directives: f.deprecated,
	}
	r.first = r
	if r.Declared {
		return r
	}
	r.Type = u.text("type")
	r.Direction = Direction(u.text("direction"))
	if u.text("queryDirection") == "UNDIRECTED" {
		r.Direction = Undirected
	}
	if name := u.text("properties"); u.given("properties") {
		r.Edge = l.edges[name]
		if r.Edge == nil {
			l.wrong(u.of("properties"), "declare `type "+strings.TrimSpace(name)+" @relationshipProperties`, or correct the name", "%s has the properties %s, which is no type with @relationshipProperties", f.name(), name)
		}
	}
	return r
}

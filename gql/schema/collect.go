package schema

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// kind is what a type of the SDL stands for in the model.
type kind int

const (
	rowKind kind = iota // an object type with neither @node nor @relationshipProperties
	nodeKind
	edgeKind
	interfaceKind
	unionKind
	enumKind
	scalarKind
	inputKind
	queryKind
)

// typeDraft is a type of the SDL with its extensions, and what its directives say.
type typeDraft struct {
	def  *ast.Definition
	kind kind

	node, edge  use
	labels      []string
	plural      string
	limit       Limit
	access      *Access
	query       use
	fulltext    use
	specifiedBy *ast.Directive
}

// collect gathers the types with their extensions, and runs the directives on them.
func (l *loader) collect(doc *ast.SchemaDocument) {
	for _, def := range doc.Definitions {
		l.collectType(def)
	}
	for _, ext := range doc.Extensions {
		l.extend(ext)
	}
	for _, def := range doc.Directives {
		l.wrong(def.Position, "remove it and its uses: nothing here would act on it", "directive @%s is declared", def.Name)
	}
	for _, def := range doc.DirectiveExtensions {
		l.wrong(def.Position, "remove it", "directive @%s is extended", def.Name)
	}
	for _, def := range append(doc.Schema, doc.SchemaExtension...) {
		l.collectSchema(def)
	}
	for _, t := range l.order {
		l.classify(t)
	}
	if len(l.order) == 0 && len(l.mistakes) == 0 {
		l.wrong(nil, "declare a type with @node", "the type definitions are empty")
	}
}

func (l *loader) collectType(def *ast.Definition) {
	switch first, builtin := l.drafts[def.Name], Scalar(def.Name).builtin(); {
	case strings.HasPrefix(def.Name, "__"):
		l.wrong(def.Position, "rename it", "type %s begins with __, which is kept for introspection", def.Name)
	case builtin && def.Kind == ast.Scalar:
		// Some write `scalar DateTime` for their editor: it is what it is.
	case builtin || def.Name == string(Point)+"Input" || def.Name == string(CartesianPoint)+"Input":
		l.wrong(def.Position, "rename it", "type %s has the name of a type that is always there", def.Name)
	case def.Name == "Mutation" || def.Name == "Subscription":
		l.wrong(def.Position, "remove it: the API only reads", "type %s is declared", def.Name)
	case first != nil:
		l.wrong(def.Position, "rename one, or write `extend`", "type %s is declared twice, first at %s", def.Name, where(first.def.Position))
	default:
		t := &typeDraft{def: def}
		l.drafts[def.Name] = t
		l.order = append(l.order, t)
	}
}

func where(at *ast.Position) string {
	return Mistake{File: at.Src.Name, Line: at.Line, Column: at.Column}.place()
}

func (l *loader) extend(ext *ast.Definition) {
	t := l.drafts[ext.Name]
	switch {
	case t == nil && ext.Name == "Query" && ext.Kind == ast.Object:
		l.collectType(ext)
		return
	case t == nil:
		l.wrong(ext.Position, "declare it, or correct the name", "type %s is extended but not declared", ext.Name)
		return
	case t.def.Kind != ext.Kind:
		l.wrong(ext.Position, "extend it as what it is", "%s is extended as another kind of type than it is declared", ext.Name)
		return
	}
	t.def.Directives = append(t.def.Directives, ext.Directives...)
	t.def.Interfaces = append(t.def.Interfaces, ext.Interfaces...)
	t.def.Fields = append(t.def.Fields, ext.Fields...)
	t.def.Types = append(t.def.Types, ext.Types...)
	t.def.EnumValues = append(t.def.EnumValues, ext.EnumValues...)
	if t.def.Description == "" {
		t.def.Description = ext.Description
	}
}

func (l *loader) collectSchema(def *ast.SchemaDefinition) {
	for _, operation := range def.OperationTypes {
		if operation.Operation != ast.Query || operation.Type != "Query" {
			l.wrong(operation.Position, "leave only `query: Query`", "the schema names %s as the type for %s", operation.Type, operation.Operation)
		}
	}
	if def.Description != "" {
		l.description = def.Description
	}
	l.apply(def.Directives, ast.LocationSchema, func(d *directive, u use) {
		if d.onSchema != nil {
			d.onSchema(l, u)
		}
	})
}

// classify runs a type's directives and decides what it stands for.
func (l *loader) classify(t *typeDraft) {
	location := map[ast.DefinitionKind]ast.DirectiveLocation{
		ast.Scalar: ast.LocationScalar, ast.Object: ast.LocationObject, ast.Interface: ast.LocationInterface,
		ast.Union: ast.LocationUnion, ast.Enum: ast.LocationEnum, ast.InputObject: ast.LocationInputObject,
	}[t.def.Kind]
	l.apply(t.def.Directives, location, func(d *directive, u use) {
		if d.onType != nil {
			d.onType(l, t, u)
		}
	})
	switch t.def.Kind {
	case ast.Interface:
		t.kind = interfaceKind
	case ast.Union:
		t.kind = unionKind
	case ast.Enum:
		t.kind = enumKind
	case ast.Scalar:
		t.kind = scalarKind
	case ast.InputObject:
		t.kind = inputKind
	default:
		t.kind = l.objectKind(t)
	}
	l.distinct(t)
}

func (l *loader) objectKind(t *typeDraft) kind {
	switch {
	case t.def.Name == "Query":
		if t.node.present() || t.edge.present() {
			l.wrong(t.def.Position, "remove the directive", "Query is the root of the API, not a node or a relationship")
		}
		return queryKind
	case t.node.present() && t.edge.present():
		l.wrong(t.edge.at(), "keep one", "%s has both @node and @relationshipProperties", t.def.Name)
		return nodeKind
	case t.node.present():
		return nodeKind
	}
	for _, d := range []struct {
		given bool
		name  string
		at    *ast.Position
	}{
		{t.plural != "", "plural", t.def.Position},
		{t.limit != Limit{}, "limit", t.def.Position},
		{t.access != nil, "query", t.def.Position},
		{t.fulltext.present(), "fulltext", t.def.Position},
	} {
		if d.given {
			l.wrong(d.at, "add @node, or remove it", "%s has @%s and is no node", t.def.Name, d.name)
		}
	}
	if t.edge.present() {
		return edgeKind
	}
	return rowKind
}

// distinct notes fields, values, interfaces and members that are given twice.
func (l *loader) distinct(t *typeDraft) {
	seen := map[string]bool{}
	fields := t.def.Fields[:0:0]
	for _, f := range t.def.Fields {
		if seen[f.Name] {
			l.wrong(f.Position, "remove or rename one", "%s has the field %s twice", t.def.Name, f.Name)
			continue
		}
		if strings.HasPrefix(f.Name, "__") {
			l.wrong(f.Position, "rename it", "field %s.%s begins with __, which is kept for introspection", t.def.Name, f.Name)
			continue
		}
		seen[f.Name] = true
		fields = append(fields, f)
	}
	t.def.Fields = fields
	if len(fields) == 0 && (t.def.Kind == ast.Object || t.def.Kind == ast.Interface || t.def.Kind == ast.InputObject) {
		l.wrong(t.def.Position, "give it a field, or remove it", "%s has no fields", t.def.Name)
	}
	for _, names := range [][]string{t.def.Interfaces, t.def.Types} {
		twice := map[string]bool{}
		for _, name := range names {
			if twice[name] {
				l.wrong(t.def.Position, "keep one", "%s names %s twice", t.def.Name, name)
			}
			twice[name] = true
		}
	}
	values := map[string]bool{}
	for _, v := range t.def.EnumValues {
		if values[v.Name] {
			l.wrong(v.Position, "keep one", "enum %s has the value %s twice", t.def.Name, v.Name)
		}
		values[v.Name] = true
		l.apply(v.Directives, ast.LocationEnumValue, func(*directive, use) {})
	}
}

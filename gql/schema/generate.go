package schema

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"
)

// generator makes the reading API of a linked model, with the names of @neo4j/graphql 7.
// Each type is made once, when it is first named, and in time linear in the model.
type generator struct {
	*loader
	api       *ast.Schema
	at        *ast.Position // of the type that types are being made for
	deprecate *ast.DirectiveDefinition
	types     map[string]*ast.Type // shared: most types are named many times

	// Shared likewise.
	lists           map[Target]ast.ArgumentDefinitionList
	selections      map[*Property]*ast.FieldDefinition // in aggregates
	aggregateInputs map[*Property]*ast.FieldDefinition // in filters by aggregates
	connections     map[*Relationship]ast.ArgumentDefinitionList

	taken    map[string]bool // shared types whose name a declared type has
	followed map[*Edge]bool  // those that a relationship has: the API shows no others
}

// generate is the last step of [Load].
func (l *loader) generate() {
	g := &generator{
		loader: l,
		api: &ast.Schema{
			Types:         map[string]*ast.Definition{},
			Directives:    map[string]*ast.DirectiveDefinition{},
			PossibleTypes: map[string][]*ast.Definition{},
			Implements:    map[string][]*ast.Definition{},
			Description:   l.description,
		},
		types:           map[string]*ast.Type{},
		lists:           map[Target]ast.ArgumentDefinitionList{},
		selections:      map[*Property]*ast.FieldDefinition{},
		aggregateInputs: map[*Property]*ast.FieldDefinition{},
		connections:     map[*Relationship]ast.ArgumentDefinitionList{},
		taken:           map[string]bool{},
		followed:        map[*Edge]bool{},
	}
	l.schema.API = g.api
	g.prelude()
	g.declared()
	g.api.Query = g.define(ast.Object, "Query", "What can be asked.")
	for _, n := range l.schema.Nodes {
		for _, r := range n.Relationships {
			g.followed[r.Edge] = true
		}
	}
	for _, t := range l.order {
		g.generateType(t)
	}
	g.queries()
	if len(g.api.Query.Fields) == 0 {
		l.wrong(nil, "declare a type with @node, or a field of Query with @cypher", "there is nothing to query")
	}
	g.relate()
	g.api.Query.Fields = append(g.api.Query.Fields, validator.QueryIntrospectionFields()...)
}

// prelude adds what GraphQL has in every schema: its scalars, directives and introspection.
func (g *generator) prelude() {
	doc := validator.PreludeDocument()
	for _, def := range doc.Definitions {
		g.api.Types[def.Name] = def
	}
	for _, def := range doc.Directives {
		g.api.Directives[def.Name] = def
	}
	g.deprecate = g.api.Directives["deprecated"]
}

// declared adds what the API takes over as it is: enums, scalars, input types.
func (g *generator) declared() {
	for _, t := range g.order {
		switch t.kind {
		case enumKind:
			def := g.define(ast.Enum, t.def.Name, t.def.Description)
			for _, v := range t.def.EnumValues {
				value := *v
				value.Directives = g.deprecations(v.Directives)
				def.EnumValues = append(def.EnumValues, &value)
			}
		case scalarKind:
			def := g.define(ast.Scalar, t.def.Name, t.def.Description)
			if t.specifiedBy != nil {
				specified := *t.specifiedBy
				specified.Definition = g.api.Directives["specifiedBy"]
				def.Directives = ast.DirectiveList{&specified}
			}
		case inputKind:
			def := g.define(ast.InputObject, t.def.Name, t.def.Description)
			g.schema.given[def.Name] = true
			for _, f := range t.def.Fields {
				field := *f
				field.Directives = g.deprecations(f.Directives)
				def.Fields = append(def.Fields, &field)
				g.scalar(f.Type.Name())
			}
		}
	}
}

func (g *generator) generateType(t *typeDraft) {
	g.at = t.def.Position
	switch t.kind {
	case nodeKind:
		g.node(g.targets[t.def.Name].(*Node))
	case interfaceKind:
		g.interfaceType(g.targets[t.def.Name].(*Interface))
	case unionKind:
		g.union(g.targets[t.def.Name].(*Union))
	case edgeKind:
		if e := g.edges[t.def.Name]; g.followed[e] {
			g.edge(e)
		}
	case rowKind:
		g.row(g.rows[t.def.Name])
	}
}

// relate fills what the validator asks of a schema: who implements what.
func (g *generator) relate() {
	for _, name := range sortedKeys(g.api.Types) {
		def := g.api.Types[name]
		g.twice(def)
		switch def.Kind {
		case ast.Union:
			for _, member := range def.Types {
				g.api.AddPossibleType(def.Name, g.api.Types[member])
				g.api.AddImplements(member, def)
			}
		case ast.Object:
			g.api.AddPossibleType(def.Name, def)
			fallthrough
		case ast.Interface:
			for _, i := range def.Interfaces {
				g.api.AddPossibleType(i, def)
				g.api.AddImplements(def.Name, g.api.Types[i])
			}
		}
	}
}

// twice notes fields that would have the same name, such as a property that is called
// like the connection of a relationship.
func (g *generator) twice(def *ast.Definition) {
	if def == g.api.Query || def.BuiltIn {
		return // Query is checked with its plurals
	}
	for i, f := range def.Fields {
		for _, other := range def.Fields[:i] { // they are few, and there are many types
			if other.Name != f.Name {
				continue
			}
			at := cmp.Or(g.declaredAt(f), g.declaredAt(other), def.Position)
			g.wrong(at, "rename the field, or what it clashes with", "%s of the API has the field %s twice", def.Name, f.Name)
			break
		}
	}
}

// declaredAt is where the field stands that a field of the API is made for, if one is.
func (g *generator) declaredAt(f *ast.FieldDefinition) *ast.Position {
	switch m := g.schema.meanings[f].(type) {
	case *Property:
		return m.Position
	case *Cypher:
		return m.Position
	case *Relationship:
		return m.Position
	case Connection:
		return m.Position
	default:
		return nil
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// define adds a type. A name that is taken is a mistake of the definitions: two types,
// or a type and one that is made for another, would have it.
func (g *generator) define(kind ast.DefinitionKind, name, description string) *ast.Definition {
	def := &ast.Definition{Kind: kind, Name: name, Description: description}
	if kind != ast.Enum && kind != ast.Scalar && kind != ast.Union {
		def.Fields = make(ast.FieldList, 0, 4)
	}
	if g.api.Types[name] != nil {
		at := g.at
		if t := g.drafts[name]; t != nil {
			at = t.def.Position
		}
		g.wrong(at, "rename the type, or the type or field it is made for", "the API makes a type %s of its own", name)
		return def
	}
	if t := g.drafts[name]; t != nil {
		def.Position = t.def.Position
	}
	g.api.Types[name] = def
	return def
}

// once adds a type that several fields share, and calls fill the first time.
func (g *generator) once(kind ast.DefinitionKind, name, description string, fill func(*ast.Definition)) string {
	if g.api.Types[name] == nil || g.drafts[name] != nil && !g.taken[name] {
		g.taken[name] = true // so that a clash is noted once
		fill(g.define(kind, name, description))
	}
	return name
}

// add adds a field and its meaning.
func (g *generator) add(def *ast.Definition, name, typeText, description string, m Meaning) *ast.FieldDefinition {
	return g.addTyped(def, name, g.typ(typeText), description, m)
}

func (g *generator) addTyped(def *ast.Definition, name string, t *ast.Type, description string, m Meaning) *ast.FieldDefinition {
	f := &ast.FieldDefinition{Name: name, Type: t, Description: description}
	def.Fields = append(def.Fields, f)
	if m != nil {
		g.schema.meanings[f] = m
	}
	return f
}

// typ is the type that a text such as [Country!]! says.
func (g *generator) typ(text string) *ast.Type {
	if t := g.types[text]; t != nil {
		return t
	}
	t := &ast.Type{}
	inner, nonNull := strings.CutSuffix(text, "!")
	t.NonNull = nonNull
	if item, ok := strings.CutPrefix(inner, "["); ok {
		t.Elem = g.typ(strings.TrimSuffix(item, "]"))
	} else {
		t.NamedType = inner
		g.scalar(inner)
	}
	g.types[text] = t
	return t
}

func (g *generator) argument(name, typeText, description string) *ast.ArgumentDefinition {
	return &ast.ArgumentDefinition{Name: name, Type: g.typ(typeText), Description: description}
}

// deprecation is @deprecated with a reason.
func deprecation(reason string) ast.DirectiveList {
	return ast.DirectiveList{{
		Name:      "deprecated",
		Arguments: ast.ArgumentList{{Name: "reason", Value: &ast.Value{Kind: ast.StringValue, Raw: reason}}},
	}}
}

func (g *generator) deprecated(list ast.DirectiveList) ast.DirectiveList {
	for _, d := range list {
		d.Definition = g.deprecate
	}
	return list
}

// deprecations keeps @deprecated of a list of directives.
func (g *generator) deprecations(list ast.DirectiveList) ast.DirectiveList {
	d := list.ForName("deprecated")
	if d == nil {
		return nil
	}
	reason := "No longer supported"
	if a := d.Arguments.ForName("reason"); a != nil && a.Value != nil {
		reason = a.Value.Raw
	}
	return g.deprecated(deprecation(reason))
}

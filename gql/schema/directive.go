package schema

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// directive is a directive of the SDL: how it is declared, and what it does to what it
// stands on. A nil handler means that it is checked and has no effect on reading.
type directive struct {
	declaration string // in SDL, with a description
	onSchema    func(*loader, use)
	onType      func(*loader, *typeDraft, use)
	onField     func(*loader, *fieldDraft, use)

	// refused is why the directive cannot be honoured, and remedy what to do instead.
	refused, remedy string

	name       string
	definition *ast.DirectiveDefinition
}

// directives are all directives that are known, in alphabetical order. README.md
// describes each; a test compares the two.
func directives() []directive {
	return []directive{
		aliasDirective(),
		authenticationDirective(),
		authorizationDirective(),
		coalesceDirective(),
		customResolverDirective(),
		cypherDirective(),
		declareRelationshipDirective(),
		defaultDirective(),
		deprecatedDirective(),
		filterableDirective(),
		fulltextDirective(),
		groupByDirective(),
		idDirective(),
		jwtDirective(),
		jwtClaimDirective(),
		limitDirective(),
		mutationDirective(),
		nodeDirective(),
		pluralDirective(),
		populatedByDirective(),
		privateDirective(),
		queryDirective(),
		relationshipDirective(),
		relationshipPropertiesDirective(),
		relayIDDirective(),
		selectableDirective(),
		settableDirective(),
		sortableDirective(),
		specifiedByDirective(),
		subscriptionDirective(),
		subscriptionsAuthorizationDirective(),
		timestampDirective(),
		uniqueDirective(),
		vectorDirective(),
	}
}

// argumentTypes are the types that the declarations of directives use. ScalarOrEnum is
// any literal that is no object.
const argumentTypes = `
scalar ScalarOrEnum
scalar Anything
enum RelationshipDirection { IN OUT }
enum RelationshipQueryDirection { DIRECTED UNDIRECTED }
enum RelationshipNestedOperations { CREATE UPDATE DELETE CONNECT DISCONNECT }
enum MutationOperations { CREATE UPDATE DELETE }
enum SubscriptionEvent { CREATED UPDATED DELETED }
enum WriteOperation { CREATE UPDATE }
input FulltextInput { indexName: String! queryName: String! fields: [String!]! }
`

// vocabulary is the directives by name, with the types of their arguments.
type vocabulary struct {
	byName map[string]*directive
	types  map[string]*ast.Definition
}

func newVocabulary() vocabulary {
	all := directives()
	v := vocabulary{make(map[string]*directive, len(all)), map[string]*ast.Definition{}}
	var text strings.Builder
	text.WriteString(argumentTypes)
	for _, d := range all {
		text.WriteString(d.declaration)
		text.WriteByte('\n')
	}
	doc, err := parser.ParseSchema(&ast.Source{Name: "directives.graphql", Input: text.String()})
	if err != nil {
		panic(err) // the declarations are constants, and tested
	}
	for _, def := range doc.Definitions {
		v.types[def.Name] = def
	}
	for i, def := range doc.Directives {
		all[i].name, all[i].definition = def.Name, def
		v.byName[def.Name] = &all[i]
	}
	return v
}

// use is a directive where it stands, its arguments checked: given ones and defaults.
type use struct {
	directive *ast.Directive
	arguments map[string]any
}

func (u use) at() *ast.Position { return u.directive.Position }

// of is where an argument stands, or the directive if it is not given.
func (u use) of(argument string) *ast.Position {
	if a := u.directive.Arguments.ForName(argument); a != nil && a.Position != nil {
		return a.Position
	}
	return u.directive.Position
}

func (u use) given(argument string) bool { return u.arguments[argument] != nil }

func (u use) text(argument string) string {
	text, _ := u.arguments[argument].(string)
	return text
}

func (u use) flag(argument string) bool {
	flag, _ := u.arguments[argument].(bool)
	return flag
}

// apply runs the directives of one place: unknown, misplaced, repeated or wrongly
// written ones are mistakes, the others go to run.
func (l *loader) apply(list ast.DirectiveList, where ast.DirectiveLocation, run func(*directive, use)) {
	seen := map[string]bool{}
	for _, d := range list {
		known := l.vocabulary.byName[d.Name]
		switch {
		case known == nil:
			l.wrong(d.Position, "remove it, or correct its name", "unknown directive @%s", d.Name)
			continue
		case known.refused != "":
			l.wrong(d.Position, known.remedy, "@%s cannot be honoured: %s", d.Name, known.refused)
			continue
		case !allowed(known.definition, where):
			l.wrong(d.Position, "put it on "+places(known.definition), "@%s does not belong on %s", d.Name, place(where))
			continue
		case seen[d.Name]:
			l.wrong(d.Position, "keep one", "@%s stands here twice", d.Name)
			continue
		}
		seen[d.Name] = true
		if arguments, ok := l.arguments(d, known.definition); ok {
			run(known, use{d, arguments})
		}
	}
}

func allowed(def *ast.DirectiveDefinition, where ast.DirectiveLocation) bool {
	for _, at := range def.Locations {
		if at == where {
			return true
		}
	}
	return false
}

func places(def *ast.DirectiveDefinition) string {
	names := make([]string, len(def.Locations))
	for i, at := range def.Locations {
		names[i] = place(at)
	}
	return strings.Join(names, ", ")
}

func place(at ast.DirectiveLocation) string {
	switch at {
	case ast.LocationFieldDefinition:
		return "a field"
	case ast.LocationObject:
		return "an object type"
	case ast.LocationInterface:
		return "an interface"
	case ast.LocationUnion:
		return "a union"
	case ast.LocationSchema:
		return "the schema"
	case ast.LocationScalar:
		return "a scalar"
	case ast.LocationEnum:
		return "an enum"
	case ast.LocationEnumValue:
		return "an enum value"
	case ast.LocationArgumentDefinition:
		return "an argument"
	case ast.LocationInputFieldDefinition:
		return "an input field"
	default:
		return strings.ToLower(strings.ReplaceAll(string(at), "_", " "))
	}
}

// arguments checks the arguments of a directive against its declaration.
func (l *loader) arguments(d *ast.Directive, def *ast.DirectiveDefinition) (map[string]any, bool) {
	ok := true
	values := make(map[string]any, len(def.Arguments))
	for _, given := range d.Arguments {
		parameter := def.Arguments.ForName(given.Name)
		if parameter == nil {
			l.wrong(given.Position, "remove it, or correct its name", "@%s has no argument %s", d.Name, given.Name)
			ok = false
			continue
		}
		if _, twice := values[given.Name]; twice {
			l.wrong(given.Position, "keep one", "@%s(%s:) is given twice", d.Name, given.Name)
			ok = false
			continue
		}
		value, problem := literal(parameter.Type, given.Value, l.vocabulary.types)
		if problem != "" {
			l.wrong(given.Position, "write a literal of the type "+parameter.Type.String(), "@%s(%s:) %s", d.Name, given.Name, problem)
			ok = false
			continue
		}
		values[given.Name] = value
	}
	for _, parameter := range def.Arguments {
		if _, given := values[parameter.Name]; given || d.Arguments.ForName(parameter.Name) != nil {
			continue
		}
		if parameter.DefaultValue != nil {
			values[parameter.Name], _ = literal(parameter.Type, parameter.DefaultValue, l.vocabulary.types)
		} else if parameter.Type.NonNull {
			l.wrong(d.Position, "give it, of the type "+parameter.Type.String(), "@%s needs the argument %s", d.Name, parameter.Name)
			ok = false
		}
	}
	return values, ok
}

// present is false for a directive that does not stand there.
func (u use) present() bool { return u.directive != nil }

// identifier notes an argument that is not a plain name.
func (l *loader) identifier(u use, argument string) {
	if name := u.text(argument); !identifier.MatchString(name) {
		l.wrong(u.of(argument), "use letters, digits and _, and no digit first", "@%s(%s:) %q is no plain name", u.directive.Name, argument, name)
	}
}

package schema

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/gertd/go-pluralize"
)

// identifier is what a label, a relationship type, a property or a column may be called
// in the database: nothing that would need quoting, since \u0060 in a quoted name ends it.
var identifier = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

// namer makes the root names of @neo4j/graphql 7: npm's camelcase 6 and pluralize 8.
type namer struct{ rules *pluralize.Client }

func newNamer() namer {
	rules := pluralize.NewClient()
	rules.AddIrregularRule("canvas", "canvas") // as pluralize 8 has it
	return namer{rules}
}

// singular is the root name in the singular: CountryGroup becomes countryGroup.
func (namer) singular(name string) string {
	trimmed := strings.TrimLeft(name, "_")
	if trimmed == "" {
		return name
	}
	return name[:len(name)-len(trimmed)] + camelCase(trimmed)
}

// plural is the root name: TreatyParty becomes treatyParties.
func (n namer) plural(name string) string {
	singular := n.singular(name)
	trimmed := strings.TrimLeft(singular, "_")
	return singular[:len(singular)-len(trimmed)] + n.rules.Plural(trimmed)
}

// camelCase is npm's camelcase 6 for GraphQL names: words end before an upper-case letter
// that follows a lower-case one, before the last of several upper-case letters, and at
// underscores; a letter after digits is upper case.
func camelCase(name string) string {
	var out strings.Builder
	up := false
	for i, word := range words(name) {
		for j, r := range word {
			switch {
			case unicode.IsDigit(r):
				up = true
			case up, i > 0 && j == 0:
				r, up = unicode.ToUpper(r), false
			default:
				r = unicode.ToLower(r)
			}
			out.WriteRune(r)
		}
	}
	return out.String()
}

func words(name string) []string {
	var all []string
	start := 0
	cut := func(i int) {
		if i > start {
			all = append(all, name[start:i])
		}
		start = i
	}
	for i := 0; i < len(name); i++ {
		switch {
		case name[i] == '_':
			cut(i)
			start = i + 1
		case i > start && upper(name[i]) && lower(name[i-1]):
			cut(i)
		case i > start+1 && lower(name[i]) && upper(name[i-1]) && upper(name[i-2]):
			cut(i - 1)
		}
	}
	cut(len(name))
	return all
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }
func lower(c byte) bool { return 'a' <= c && c <= 'z' }

// upperFirst is the name with its first letter in upper case.
func upperFirst(name string) string {
	if name == "" || !lower(name[0]) {
		return name
	}
	return string(name[0]-'a'+'A') + name[1:]
}

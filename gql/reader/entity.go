package reader

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// Labels are the labels of entities, in the order in which a page lists them; each has
// its colour in the style (.l-country) and the start of its ids.
var labels = []struct{ label, prefix string }{
	{"Country", "country"},
	{"Organization", "organization"},
	{"CountryGroup", "group"},
	{"Exercise", "exercise"},
	{"Meeting", "meeting"},
	{"Exchange", "exchange"},
	{"Treaty", "treaty"},
	{"Mechanism", "mechanism"},
	{"Mission", "mission"},
	{"Place", "place"},
	{"Topic", "topic"},
	{"Figure", "figure"},
}

func rankOf(id string) int {
	prefix, _, _ := strings.Cut(id, ":")
	return slices.IndexFunc(labels, func(l struct{ label, prefix string }) bool { return l.prefix == prefix })
}

// labelOf reads an entity's label off its id, which starts with it: country:CHN is a
// Country. An id of another graph gives its own start.
func labelOf(id string) string {
	if rank := rankOf(id); rank >= 0 {
		return labels[rank].label
	}
	prefix, _, _ := strings.Cut(id, ":")
	return prefix
}

// classOf is the style's class for an entity's label.
func classOf(id string) string {
	if rank := rankOf(id); rank >= 0 {
		return "l-" + labels[rank].prefix
	}
	return "l-other"
}

// aboutLink opens the playground with the question what is claimed about an entity.
func aboutLink(id string) string {
	id = escapeGraphQL(id)
	query := `# What is claimed about ` + id + `?
# Every claim with the entity as its subject or object, and the sentence that says so.
query About($id: ID! = "` + id + `") {
  claims(where: { OR: [{ subject: { some: { id: { eq: $id } } } }, { object: { some: { id: { eq: $id } } } }] }) {
    subject { name }
    relation
    object { name }
    property
    value
    sentence
    document { title published }
  }
}
`
	return "/#query=" + strings.ReplaceAll(url.QueryEscape(query), "+", "%20")
}

// escapeGraphQL keeps an id inside its string (GraphQL specification, "String Value").
// What has no place in an id of this graph is left out.
func escapeGraphQL(id string) string {
	return strings.Map(func(c rune) rune {
		if c == '"' || c == '\\' || unicode.IsControl(c) {
			return -1
		}
		return c
	}, id)
}

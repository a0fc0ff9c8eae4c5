// Package gazetteer knows names: of countries and their adjectives, of organizations,
// missions and places, from data files. It finds them in a text, longest name first.
//
// It owns known entities and the forms their names take. It does not know what a
// sentence says about them, nor names that only a document introduces.
package gazetteer

import (
	"embed"
	"maps"
	"slices"
	"strings"

	"concord/graph"
)

//go:embed data/*.tsv
var data embed.FS

// Form says how a name in a text stands for its entity.
type Form string

// The forms. A force is the name of armed forces or of a service ("PLA",
// "Bundeswehr", "Royal Navy"); a capital is the name of a country's capital, which may
// stand for its government (Entry.Metonym); a prefix is an adjective that lives before a hyphen only
// ("Sino-"); a decoy looks like a country or a place and is no participant ("Korean War").
const (
	Name      Form = "name"
	Acronym   Form = "acronym"
	Adjective Form = "adjective"
	Demonym   Form = "demonym"
	Prefix    Form = "prefix"
	Force     Form = "force"
	Capital   Form = "capital"
	Decoy     Form = "decoy"
)

// Entry is a known entity and what is known of it beside its properties. All ids are those
// of other entries.
//
// Kind is an organization's or a place's kind as in the graph, else "country",
// "territory" (a dependency with an ISO 3166-1 code), "mission" or "decoy"; a decoy has no Entity.ID.
// Country is the country whose body an organization is, or in which a place lies, and
// a country's own id. Metonym is the country that a capital's name may stand for.
// Parent is what an organization or a place is a part of. Under and In are a
// mission's organizations, and the countries and places it is deployed in.
type Entry struct {
	Entity  graph.Entity
	Kind    string
	Country string
	Metonym string
	Parent  string
	Under   []string
	In      []string
}

// Match is a known name in a text, at the byte offsets [Start, End). Where the name
// has several readings, Entry is the most usual one and Others the rest, most usual first.
// Possessive endings and a leading "the" are not part of it.
type Match struct {
	Start, End int
	Entry      *Entry
	Form       Form
	Others     []*Entry
}

// Gazetteer holds the known entities. It is safe for concurrent use.
type Gazetteer struct {
	byID   map[string]*Entry
	lookup map[string][]*Entry // by code, or by folded name
	names  trie
}

// New reads the data files. Its errors name file and line, all of them.
func New() (*Gazetteer, error) { return load(data) }

// Entity returns the entity with this id.
func (g *Gazetteer) Entity(id string) (graph.Entity, bool) {
	e, ok := g.byID[id]
	if !ok {
		return graph.Entity{}, false
	}
	return e.Entity, true
}

// Entry returns the entry with this id.
func (g *Gazetteer) Entry(id string) (*Entry, bool) {
	e, ok := g.byID[id]
	return e, ok
}

// Entries returns all entries but decoys, sorted by id.
func (g *Gazetteer) Entries() []*Entry {
	entries := make([]*Entry, 0, len(g.byID))
	for _, id := range slices.Sorted(maps.Keys(g.byID)) {
		entries = append(entries, g.byID[id])
	}
	return entries
}

// Lookup returns the entry whose id, name, alias, acronym or ISO 3166-1 code (alpha-2,
// alpha-3, or the three digits of M49) is exactly name, apart from case, accents and white
// space in names; codes and acronyms count as written. Of several readings it
// returns the most usual.
func (g *Gazetteer) Lookup(name string) (*Entry, bool) {
	if readings := g.Readings(name); len(readings) > 0 {
		return readings[0], true
	}
	return nil, false
}

// Readings returns all entries that Lookup could mean, most usual first.
func (g *Gazetteer) Readings(name string) []*Entry {
	if e, ok := g.byID[name]; ok {
		return []*Entry{e}
	}
	if found := g.lookup[name]; found != nil {
		return found
	}
	return g.lookup["~"+strings.TrimPrefix(foldName(name), "the ")]
}

package graph

// Label is a node label of the graph.
type Label string

// The labels of entities, then those of evidence.
const (
	Country      Label = "Country"
	Organization Label = "Organization"
	CountryGroup Label = "CountryGroup"
	Exercise     Label = "Exercise"
	Meeting      Label = "Meeting"
	Exchange     Label = "Exchange"
	Treaty       Label = "Treaty"
	Mechanism    Label = "Mechanism"
	Mission      Label = "Mission"
	Place        Label = "Place"
	Topic        Label = "Topic"
	Figure       Label = "Figure"

	DocumentLabel Label = "Document"
	PassageLabel  Label = "Passage"
	ClaimLabel    Label = "Claim"
)

// EntityLabels lists the labels a claim may have as its subject or object, in
// the order in which summaries show them.
var EntityLabels = []Label{
	Country, Organization, CountryGroup, Exercise, Meeting, Exchange, Treaty,
	Mechanism, Mission, Place, Topic, Figure,
}

// Entity is a node of the graph as one document describes it.
//
// ID is deterministic and readable, "label:slug" (NewID); Name is the form shown
// to people; Aliases are other forms met in texts, sorted, without Name.
// Properties hold string, bool, int64, float64 or []string values; dates are EDTF
// strings in "date" (ISO 8601-2), from which the view derives earliest, latest and datePrecision.
type Entity struct {
	ID         string
	Label      Label
	Name       string
	Aliases    []string
	Properties map[string]any
}

// Document is a source text. ID is "doc:" and the SHA-256 of Text in hexadecimal.
// Published is an EDTF date or empty; Language is a BCP 47 tag.
type Document struct {
	ID        string
	Title     string
	Publisher string
	Published string
	Language  string
	URL       string
	Path      string // as given on the command line, for messages only; not stored
	Text      string
}

// Passage is a sentence, heading, list item or table row of a document. ID is the
// document's ID, "#s" and Ordinal (from 1). Start and End are offsets into the
// document's text in Unicode code points, End exclusive.
type Passage struct {
	ID       string
	Ordinal  int
	Section  string // the nearest heading above, empty at the top
	Text     string
	Start    int
	End      int
	Mentions []Mention
}

// Mention is a place in a passage that names an entity. Start and End are offsets
// into the document's text in code points, and Surface is the text between them.
type Mention struct {
	Entity  string
	Surface string
	Start   int
	End     int
}

// Bundle is everything one document contributes: what a store saves and removes as
// a whole, and what JSON Lines hold. Entities, Passages and Claims are sorted by ID
// (passages by Ordinal), so that the same text gives the same bytes.
type Bundle struct {
	Document Document
	Passages []Passage
	Entities []Entity
	Claims   []Claim
}

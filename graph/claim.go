package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"
)

// Basis says how a claim follows from its words.
type Basis string

// stated: the words say it. implied: the words cannot be true without it.
// inferred: it follows from the words and reference knowledge together.
// reference: it is reference knowledge.
const (
	Stated    Basis = "stated"
	Implied   Basis = "implied"
	Inferred  Basis = "inferred"
	Reference Basis = "reference"
)

// Polarity says whether a claim affirms or denies.
type Polarity string

// The polarities.
const (
	Affirmed Polarity = "affirmed"
	Negated  Polarity = "negated"
)

// Modality says whether a claim is about what happened.
type Modality string

// actual: it happened or holds. planned: announced, proposed, invited.
// hypothetical: conditional, called for, imagined.
const (
	Actual       Modality = "actual"
	Planned      Modality = "planned"
	Hypothetical Modality = "hypothetical"
)

// Claim says that a passage of a document states, in the words of Quote, either that
// Subject Relation Object with Properties, or that Subject's Property is Value.
//
// Exactly one of Relation (with Object) and Property (with Value) is set. Start and
// End are offsets into the document's text in Unicode code points, End exclusive, and
// Quote is the text between them, verbatim. Confidence is in [0, 1]. Rule names the
// extraction rule that found it.
type Claim struct {
	ID         string
	Subject    string
	Relation   RelationType
	Object     string
	Property   string
	Value      any
	Properties map[string]any

	Document   string
	Passage    string
	Quote      string
	Start      int
	End        int
	Basis      Basis
	Polarity   Polarity
	Modality   Modality
	Confidence float64
	Rule       string

	Verdict  Verdict // of an analyst about the claim with the ID Corrects; "" where the claim is a document's own
	Corrects string
}

// Supports reports whether c can hold up a relationship or a property of the view:
// only what is affirmed and actual, and no rejection, does.
func (c Claim) Supports() bool {
	return c.Polarity == Affirmed && c.Modality == Actual && c.Verdict != Reject
}

// ComputeID returns the claim's ID: "claim:" and the SHA-256, in hexadecimal, of what
// it says and where (not of how sure it is or which rule found it).
func (c Claim) ComputeID() string {
	h := sha256.New()
	field := func(s string) {
		h.Write([]byte(strconv.Itoa(len(s))))
		h.Write([]byte{':'})
		h.Write([]byte(s))
	}
	value, _ := json.Marshal(c.Value)           // scalars and []string always marshal
	properties, _ := json.Marshal(c.Properties) // map keys come out sorted
	if len(c.Properties) == 0 {
		properties = nil
	}
	for _, s := range []string{
		c.Subject, string(c.Relation), c.Object, c.Property, string(value), string(properties),
		c.Document, c.Passage, strconv.Itoa(c.Start), strconv.Itoa(c.End),
		string(c.Basis), string(c.Polarity), string(c.Modality),
	} {
		field(s)
	}
	if c.Verdict != "" {
		field(string(c.Verdict))
		field(c.Corrects)
	}
	return "claim:" + hex.EncodeToString(h.Sum(nil))
}

package graph

import (
	"crypto/sha256"
	"encoding/hex"
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
	var space [1024]byte
	return c.idOf(c.appendFact(space[:0]))
}

// idOf returns the ID of the claim whose fact is given.
func (c *Claim) idOf(fact []byte) string {
	b := appendField(fact, strconv.Itoa(c.Start))
	b = appendField(b, strconv.Itoa(c.End))
	for _, s := range []string{string(c.Basis), string(c.Polarity), string(c.Modality)} {
		b = appendField(b, s)
	}
	if c.Verdict != "" {
		b = appendField(b, string(c.Verdict))
		b = appendField(b, c.Corrects)
	}
	sum := sha256.Sum256(b)
	var id [len("claim:") + 2*sha256.Size]byte
	return string(hex.AppendEncode(append(id[:0], "claim:"...), sum[:]))
}

// FactSize is the size in bytes of a fact's hash.
const FactSize = sha256.Size

// ComputeIDs returns the claim's ID, and a hash of what it says and in which passage, without
// its words and its basis: two claims of one passage that say the same have the same.
func (c Claim) ComputeIDs() (id string, fact [FactSize]byte) {
	var space [1024]byte
	b := c.appendFact(space[:0])
	said := appendField(b, string(c.Polarity))
	fact = sha256.Sum256(appendField(said, string(c.Modality)))
	return c.idOf(b), fact
}

// appendFact appends what the claim says and the passage that says it.
func (c *Claim) appendFact(b []byte) []byte {
	for _, s := range []string{c.Subject, string(c.Relation), c.Object, c.Property} {
		b = appendField(b, s)
	}
	var space [256]byte
	value, err := appendJSON(space[:0], c.Value, jsonStyle{html: true})
	if err != nil {
		value = nil // scalars and lists of strings always marshal
	}
	b = appendField(b, value)
	var properties []byte
	if len(c.Properties) > 0 {
		if properties, err = appendJSONObject(space[:0], c.Properties, jsonStyle{html: true}); err != nil {
			properties = nil
		}
	}
	b = appendField(b, properties)
	b = appendField(b, c.Document)
	return appendField(b, c.Passage)
}

// appendField appends s behind its length, so that no two lists of fields are the same bytes.
func appendField[T string | []byte](b []byte, s T) []byte {
	b = strconv.AppendInt(b, int64(len(s)), 10)
	b = append(b, ':')
	return append(b, s...)
}

package graph

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Problem is one mistake in a bundle. ID is that of the document, passage, entity or
// claim it is in, and Field the field of its JSON line that is wrong, "" for the whole.
type Problem struct {
	ID      string
	Field   string
	Message string
}

func (p Problem) Error() string { return p.ID + ": " + p.Message }

// Check reports every mistake in b, which should be Normalized: what a store would
// refuse to save. It returns nil or the Problems joined.
func (b Bundle) Check() error {
	var errs []error
	for _, p := range b.Problems() {
		errs = append(errs, p)
	}
	return errors.Join(errs...)
}

// Problems returns every mistake in b, in the order document, passages, entities, claims:
// ids that are not what they should be, quotes that are not the document's words at
// their offsets, relationships the model does not have between those labels, missing
// entities and passages, values of the wrong kind.
func (b Bundle) Problems() []Problem {
	c := checker{bundle: b, text: newTextIndex(b.Document.Text), entities: map[string]Label{}, passages: map[string]*Passage{}}
	for _, e := range b.Entities {
		c.entities[e.ID] = e.Label
	}
	c.document()
	for i := range b.Passages {
		c.passage(&b.Passages[i])
	}
	for i, e := range b.Entities {
		if i > 0 && b.Entities[i-1].ID == e.ID {
			c.report(e.ID, "id", "this id has two different descriptions; make them one")
		}
		c.entity(e)
	}
	for _, claim := range b.Claims {
		c.claim(claim)
	}
	return c.problems
}

type checker struct {
	bundle   Bundle
	text     textIndex
	entities map[string]Label
	passages map[string]*Passage
	problems []Problem
}

func (c *checker) report(id, field, format string, args ...any) {
	c.problems = append(c.problems, Problem{ID: id, Field: field, Message: fmt.Sprintf(format, args...)})
}

func (c *checker) document() {
	d := c.bundle.Document
	switch {
	case !strings.HasPrefix(d.ID, "doc:") || len(d.ID) == len("doc:"):
		c.report(d.ID, "id", `a document's id is "doc:" and the SHA-256 of its text; leave the id out to have it computed`)
	case d.Text != "" && d.ID != DocumentID(d.Text):
		c.report(d.ID, "text", "the text is not the one this id stands for; restore the text, or take out the id and the document's claims")
	}
	if d.Published != "" {
		if _, err := ParseDate(d.Published); err != nil {
			c.report(d.ID, "published", "published: %v", err)
		}
	}
}

func (c *checker) passage(p *Passage) {
	if n, ok := ordinalOf(c.bundle.Document.ID, p.ID); !ok || n != p.Ordinal {
		c.report(p.ID, "id", "the id of passage %d is %q", p.Ordinal, PassageID(c.bundle.Document.ID, p.Ordinal))
	}
	if c.passages[p.ID] != nil {
		c.report(p.ID, "id", "two passages have this id; number them apart")
	}
	c.passages[p.ID] = p
	c.words(p.ID, "text", p.Text, p.Start, p.End)
	if c.bundle.Document.Text == "" && !wholePassage(p) && !strings.Contains(p.Text, leftOut) {
		c.report(p.ID, "text", "runs from %d to %d, but its text has %d code points", p.Start, p.End, utf8.RuneCountInString(p.Text))
	}
	for _, m := range p.Mentions {
		if _, ok := c.entities[m.Entity]; !ok {
			c.report(p.ID, "mentions", "mentions %q, which no entity line describes; add one", m.Entity)
		}
		if m.Start < p.Start || m.End > p.End || m.Start >= m.End {
			c.report(p.ID, "mentions", "the mention of %q at %d to %d is outside the passage, %d to %d", m.Entity, m.Start, m.End, p.Start, p.End)
		} else {
			c.words(p.ID, "mentions", m.Surface, m.Start, m.End)
		}
	}
}

// leftOut stands in the text of a passage of which only quotes are known, for what lies
// between them.
const leftOut = " […] "

// wholePassage reports whether p has its text from its first code point to its last.
func wholePassage(p *Passage) bool { return utf8.RuneCountInString(p.Text) == p.End-p.Start }

// quotedAt returns the words of p at the offsets of a claim.
func quotedAt(p *Passage, claim Claim) string {
	s, _ := newTextIndex(p.Text).slice(claim.Start-p.Start, claim.End-p.Start)
	return s
}

// words checks that the document's text from start to end is s, as far as it is known.
func (c *checker) words(id, field, s string, start, end int) {
	switch got, ok := c.text.slice(start, end); {
	case start < 0 || end < start:
		c.report(id, "start", "runs from %d to %d; start is the first code point, end the one after the last", start, end)
	case c.bundle.Document.Text == "":
	case !ok:
		c.report(id, "end", "ends at %d, after the document's last code point; count code points of the document's text", end)
	case got != s:
		c.report(id, field, "the document's text from %d to %d is %q, not %q; quote it verbatim", start, end, clip(got), clip(s))
	}
}

func clip(s string) string {
	if utf8.RuneCountInString(s) <= 60 {
		return s
	}
	return string([]rune(s)[:57]) + "…"
}

func (c *checker) entity(e Entity) {
	label, ok := LabelOf(e.ID)
	switch {
	case !slices.Contains(EntityLabels, e.Label):
		c.report(e.ID, "label", "there is no label %q; the labels are %s", e.Label, join(EntityLabels))
	case !ok || label != e.Label || strings.ContainsAny(e.ID, " \t\n|"):
		c.report(e.ID, "id", "the id begins with %q and goes on with a slug, without spaces", idPrefix(e.Label)+":")
	}
	if e.Name == "" && e.Label != Country {
		c.report(e.ID, "name", "has no name; name it as the document does")
	}
	c.properties(e.ID, "properties", e.Properties)
}

func (c *checker) properties(id, field string, properties map[string]any) {
	for _, name := range sortedKeys(properties) {
		if why := checkPropertyName(name); why != "" {
			c.report(id, field, "%s", why)
		} else if _, why := normalValue(name, properties[name]); why != "" {
			c.report(id, field, "%s", why)
		}
	}
}

func (c *checker) claim(claim Claim) {
	id := claim.ID
	c.says(claim)
	c.properties(id, "properties", claim.Properties)
	if claim.Document != c.bundle.Document.ID {
		c.report(id, "document", "is of document %q, not of this one, %q", claim.Document, c.bundle.Document.ID)
	}
	switch p := c.passages[claim.Passage]; {
	case p == nil:
		c.report(id, "passage", "there is no passage %q; name the passage that the quote is from", claim.Passage)
	case claim.Quote == "":
		c.report(id, "quote", "has no quote; quote the words that say so")
	case utf8.RuneCountInString(claim.Quote) != claim.End-claim.Start:
		c.report(id, "end", "runs from %d to %d, but its quote has %d code points", claim.Start, claim.End, utf8.RuneCountInString(claim.Quote))
	case claim.Start < p.Start || claim.End > p.End:
		c.report(id, "start", "runs from %d to %d, outside its passage, %d to %d", claim.Start, claim.End, p.Start, p.End)
	case !strings.Contains(p.Text, claim.Quote):
		c.report(id, "quote", "its passage does not have the words %q; quote it verbatim", clip(claim.Quote))
	case wholePassage(p) && quotedAt(p, claim) != claim.Quote:
		c.report(id, "quote", "its passage has other words than %q from %d to %d; quote it verbatim", clip(claim.Quote), claim.Start, claim.End)
	default:
		c.words(id, "quote", claim.Quote, claim.Start, claim.End)
	}
	oneOf(c, id, "basis", claim.Basis, Stated, Implied, Inferred, Reference)
	oneOf(c, id, "polarity", claim.Polarity, Affirmed, Negated)
	oneOf(c, id, "modality", claim.Modality, Actual, Planned, Hypothetical)
	if claim.Verdict != "" {
		oneOf(c, id, "verdict", claim.Verdict, Accept, Reject, Replace)
	}
	if (claim.Verdict == "") != (claim.Corrects == "") || claim.Corrects != "" && !claimID.MatchString(claim.Corrects) {
		c.report(id, "corrects", "corrects %q; leave the field out, or give a verdict and the id of the claim that it is about", claim.Corrects)
	}
	if !(claim.Confidence >= 0 && claim.Confidence <= 1) {
		c.report(id, "confidence", "has confidence %v; it runs from 0 to 1", claim.Confidence)
	}
}

func oneOf[S ~string](c *checker, id, field string, s S, allowed ...S) {
	if !slices.Contains(allowed, s) {
		c.report(id, field, "there is no %s %q; it is one of %s", field, s, join(allowed))
	}
}

// says checks what a claim says: its subject and relation and object, or its property.
func (c *checker) says(claim Claim) {
	id := claim.ID
	subject, ok := c.entities[claim.Subject]
	if !ok {
		c.report(id, "subject", "no entity line describes its subject %q; add one", claim.Subject)
	}
	switch {
	case claim.Relation == "" && claim.Property == "":
		c.report(id, "relation", "says nothing; give it a relation and an object, or a property and a value")
	case claim.Relation != "" && claim.Property != "":
		c.report(id, "property", "has both a relation and a property; make two claims of it")
	case claim.Property != "":
		if claim.Object != "" {
			c.report(id, "object", "the claim of a property has no object; leave it out")
		}
		if why := checkPropertyName(claim.Property); why != "" {
			c.report(id, "property", "%s", why)
		} else if v, why := normalValue(claim.Property, claim.Value); why != "" {
			c.report(id, "value", "%s", why)
		} else if v == nil {
			c.report(id, "value", "has no value; say what %s is", claim.Property)
		}
	default:
		c.relates(claim, subject, ok)
	}
}

func (c *checker) relates(claim Claim, subject Label, subjectKnown bool) {
	id := claim.ID
	if claim.Value != nil {
		c.report(id, "value", "the claim of a relation has no value; leave it out")
	}
	object, ok := c.entities[claim.Object]
	if !ok {
		c.report(id, "object", "no entity line describes its object %q; add one", claim.Object)
	}
	relation, known := RelationOf(claim.Relation)
	if !known {
		c.report(id, "relation", "there is no relation %q; see the relationships of the graph's model", claim.Relation)
		return
	}
	if subjectKnown && !slices.Contains(relation.From, subject) {
		c.report(id, "subject", "%s goes from %s, not from %s", claim.Relation, join(relation.From), subject)
	}
	if ok && !slices.Contains(relation.To, object) {
		c.report(id, "object", "%s goes to %s, not to %s", claim.Relation, join(relation.To), object)
	}
}

func join[S ~string](list []S) string {
	s := make([]string, len(list))
	for i, e := range list {
		s[i] = string(e)
	}
	return strings.Join(s, ", ")
}

package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"regexp"
	"strings"
)

// Verdict is what an analyst decides about a claim; "" is nobody's decision.
type Verdict string

// accept: the claim is right, whatever others say. reject: the words do not say that.
// replace: the words say this instead.
const (
	Accept  Verdict = "accept"
	Reject  Verdict = "reject"
	Replace Verdict = "replace"
)

// overrules reports whether the claim that v is about no longer counts.
func (v Verdict) overrules() bool { return v == Reject || v == Replace }

// Standing returns the claims that no verdict among them overrules, and those that one does.
func Standing(claims []Claim) (standing, overruled []Claim) {
	gone := map[string]bool{}
	for _, c := range claims {
		if c.Verdict.overrules() {
			gone[c.Corrects] = true
		}
	}
	for _, c := range claims {
		if gone[c.ID] {
			overruled = append(overruled, c)
		} else {
			standing = append(standing, c)
		}
	}
	return standing, overruled
}

// CorrectionsID returns the ID of the document that holds an analyst's corrections of
// another document. It is the same whatever the corrections are.
func CorrectionsID(analyst, document string) string {
	sum := sha256.Sum256([]byte("corrections\n" + analyst + "\n" + document))
	return "doc:" + hex.EncodeToString(sum[:])
}

// separate takes the corrections out of b, whose claims have the IDs that stand in its file, and
// returns them as the analyst's own document: Corrects names the claim that each is
// about, its passages are b's, with b's offsets. In source stays what b's document says by
// itself. Without any correction own is nil.
func (b Bundle) separate(analyst string) (source Bundle, own *Bundle) {
	source, own = b, &Bundle{Document: Document{
		ID: CorrectionsID(analyst, b.Document.ID), Publisher: analyst, Language: b.Document.Language,
		Title: "Corrections of " + cmp.Or(b.Document.Title, b.Document.ID),
	}}
	source.Claims = nil
	passages, entities := map[string]bool{}, map[string]bool{}
	for _, c := range b.Claims {
		said, correction := c.correction()
		if said.ID != "" {
			source.Claims = append(source.Claims, said)
		}
		if correction.Verdict == "" || c.Corrects != "" {
			continue
		}
		passages[c.Passage], entities[c.Subject], entities[c.Object] = true, true, true
		own.Claims = append(own.Claims, correction.movedTo(own.Document.ID))
	}
	if len(own.Claims) == 0 {
		return source, nil
	}
	for _, p := range b.Passages {
		if passages[p.ID] {
			p.ID, p.Mentions = PassageID(own.Document.ID, p.Ordinal), nil
			own.Passages = append(own.Passages, p)
		}
	}
	for _, e := range b.Entities {
		if entities[e.ID] {
			own.Entities = append(own.Entities, e.without(own.Claims))
		}
	}
	normal := own.Normalized()
	return source, &normal
}

// correction tells apart what the document says in c, whose ID is the one that stands in the
// file, and what an analyst corrects by it: a line with a verdict, or one that was edited
// but for its ID, which stands for replace. An edited or added line is not the document's; the
// first has no ID then, or the second no verdict.
func (c Claim) correction() (said, correction Claim) {
	if c.Corrects != "" {
		return c.normalized(), Claim{}
	}
	given, verdict := c.ID, c.Verdict
	c.Verdict = ""
	c = c.normalized()
	edited := given != c.ID && claimID.MatchString(given)
	if verdict == "" && !edited {
		return c, Claim{}
	}
	correction = c
	correction.Verdict, correction.Corrects = verdict, c.ID
	if edited {
		correction.Corrects = given
		if verdict != Reject {
			correction.Verdict = Replace
		}
	}
	if given != c.ID {
		c = Claim{}
	}
	return c, correction
}

// movedTo returns c as a claim of another document, from the passage of the same ordinal.
func (c Claim) movedTo(document string) Claim {
	c.Passage = strings.Replace(c.Passage, c.Document, document, 1)
	c.Document = document
	return c.normalized()
}

// claimID is what ComputeID returns.
var claimID = regexp.MustCompile(`^claim:[0-9a-f]{64}$`)

// without returns e without the properties that claims speak of.
func (e Entity) without(claims []Claim) Entity {
	e.Properties = maps.Clone(e.Properties)
	for _, c := range claims {
		if c.Subject == e.ID && c.Property != "" {
			delete(e.Properties, c.Property)
			if c.Property == "date" {
				delete(e.Properties, "dateText")
			}
		}
	}
	return e
}

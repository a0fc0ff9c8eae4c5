package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// DocumentID returns the ID of the document that has this text.
func DocumentID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "doc:" + hex.EncodeToString(sum[:])
}

// PassageID returns the ID of a document's passage; ordinal counts from 1.
func PassageID(document string, ordinal int) string {
	return document + "#s" + strconv.Itoa(ordinal)
}

// ordinalOf returns the ordinal in a passage's ID, and whether id is one of document's.
func ordinalOf(document, id string) (int, bool) {
	tail, ok := strings.CutPrefix(id, document+"#s")
	n, err := strconv.Atoi(tail)
	return n, ok && err == nil && n > 0 && PassageID(document, n) == id
}

// Normalized returns b in the one form that has its content: sorted as Bundle says,
// aliases sorted without doubles and without the name, values of the types their kinds
// have where they can be (see Kind), absent ones left out, claims with the IDs that
// they compute. Entities and claims that say the same twice stand once; of claims that
// differ only in how sure they are, the surest stands. It shares no memory that it changes with b.
func (b Bundle) Normalized() Bundle {
	b.Passages = slices.Clone(b.Passages)
	slices.SortStableFunc(b.Passages, func(x, y Passage) int {
		return cmp.Or(cmp.Compare(x.Ordinal, y.Ordinal), cmp.Compare(x.ID, y.ID))
	})
	for i := range b.Passages {
		b.Passages[i].Mentions = normalMentions(b.Passages[i].Mentions)
	}
	b.Entities = slices.Clone(b.Entities)
	for i := range b.Entities {
		b.Entities[i] = b.Entities[i].normalized()
	}
	slices.SortStableFunc(b.Entities, func(x, y Entity) int { return cmp.Compare(x.ID, y.ID) })
	b.Entities = slices.CompactFunc(b.Entities, func(x, y Entity) bool { return x.equal(y) })
	b.Claims = slices.Clone(b.Claims)
	for i := range b.Claims {
		b.Claims[i] = b.Claims[i].normalized()
	}
	slices.SortStableFunc(b.Claims, func(x, y Claim) int {
		return cmp.Or(cmp.Compare(x.ID, y.ID), cmp.Compare(y.Confidence, x.Confidence), cmp.Compare(x.Rule, y.Rule))
	})
	b.Claims = slices.CompactFunc(b.Claims, func(x, y Claim) bool { return x.ID == y.ID })
	return b
}

func normalMentions(mentions []Mention) []Mention {
	if len(mentions) == 0 {
		return nil
	}
	mentions = slices.Clone(mentions)
	slices.SortFunc(mentions, compareMentions)
	return slices.Compact(mentions)
}

func compareMentions(x, y Mention) int {
	return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End), cmp.Compare(x.Entity, y.Entity), cmp.Compare(x.Surface, y.Surface))
}

func (e Entity) normalized() Entity {
	var aliases []string
	for _, a := range e.Aliases {
		if a != "" && a != e.Name {
			aliases = append(aliases, a)
		}
	}
	slices.Sort(aliases)
	e.Aliases = slices.Compact(aliases)
	e.Properties = normalProperties(e.Properties)
	return e
}

func (c Claim) normalized() Claim {
	c.Properties = normalProperties(c.Properties)
	if v, why := normalValue(c.Property, c.Value); why == "" && c.Property != "" {
		c.Value = v
	}
	c.ID = c.ComputeID()
	return c
}

// normalProperties keeps values that are wrong as they are, for Check to name.
func normalProperties(properties map[string]any) map[string]any {
	normal := map[string]any{}
	for name, v := range properties {
		if n, why := normalValue(name, v); why == "" {
			v = n
		}
		if v != nil {
			normal[name] = v
		}
	}
	if len(normal) == 0 {
		return nil
	}
	return normal
}

func (e Entity) equal(o Entity) bool {
	return e.ID == o.ID && e.Label == o.Label && e.Name == o.Name && slices.Equal(e.Aliases, o.Aliases) &&
		maps.EqualFunc(e.Properties, o.Properties, equalValues)
}

func equalValues(a, b any) bool {
	x, isList := a.([]string)
	y, isList2 := b.([]string)
	if isList || isList2 {
		return isList && isList2 && slices.Equal(x, y)
	}
	switch a.(type) {
	case string, int64, float64, bool, Point:
		return a == b
	}
	return fmt.Sprintf("%#v", a) == fmt.Sprintf("%#v", b)
}

package graph

import (
	"cmp"
	"slices"
)

// normal reports whether b is Normalized as it is, so that writing it needs no copy of it.
// It may say no of a bundle that is.
func (b *Bundle) normal() bool {
	for i := range b.Passages {
		if p := &b.Passages[i]; i > 0 && p.Ordinal <= b.Passages[i-1].Ordinal || !ascending(p.Mentions, compareMentions) {
			return false
		}
	}
	for i := range b.Entities {
		e := &b.Entities[i]
		if i > 0 && e.ID <= b.Entities[i-1].ID || !ascending(e.Aliases, cmp.Compare) || slices.Contains(e.Aliases, "") || slices.Contains(e.Aliases, e.Name) || !normalAlready(e.Properties) {
			return false
		}
	}
	for i := range b.Claims {
		c := &b.Claims[i]
		if i > 0 && c.ID <= b.Claims[i-1].ID || !normalAlready(c.Properties) || c.Property != "" && !sameNormal(c.Property, c.Value) || c.ID != c.ComputeID() {
			return false
		}
	}
	return true
}

// ascending reports whether each of list comes behind the one before.
func ascending[T any](list []T, compare func(a, b T) int) bool {
	for i := 1; i < len(list); i++ {
		if compare(list[i-1], list[i]) >= 0 {
			return false
		}
	}
	return true
}

// normalAlready reports whether normalProperties would change nothing.
func normalAlready(properties map[string]any) bool {
	for name, v := range properties {
		if v == nil || !sameNormal(name, v) {
			return false
		}
	}
	return true
}

// sameNormal reports whether a value is of the type that its kind has.
func sameNormal(name string, v any) bool {
	n, why := normalValue(name, v)
	if why != "" {
		return true // it is kept as it is
	}
	switch x := v.(type) {
	case string, int64, float64, bool, Point:
		return n == x
	case []string:
		_, same := n.([]string)
		return same
	}
	return false
}

package graph

import (
	"cmp"
	"slices"
	"strings"
)

// MergeNode returns the node of which descriptions and claims speak; there is at least
// one description, and claims may hold any claims with the entity as their subject, of
// which those of properties count. What claims say wins over what descriptions say.
// Overruled are claims that no longer count (see Standing), and what the descriptions of
// their documents say of the same property does not either.
func MergeNode(descriptions []Description, claims, overruled []Claim) Node {
	descriptions = slices.Clone(descriptions)
	slices.SortFunc(descriptions, func(a, b Description) int { return cmp.Compare(a.Document, b.Document) })
	n := Node{ID: descriptions[0].Entity.ID, Label: descriptions[0].Entity.Label, Properties: map[string]any{}}
	claimed := map[string][]saying{}
	for _, c := range supporting(claims) {
		if c.Property == "" || slices.Contains(derived, c.Property) {
			continue
		}
		claimed[c.Property] = append(claimed[c.Property], saying{value: c.Value, by: c, text: textOf(c.Properties)})
	}
	n.name(descriptions, claimed)
	described := describedBy(descriptions, overruled)
	var disputed []Claim
	for name, sayings := range described {
		if claimed[name] == nil {
			n.Properties[name] = merge(name, sayings).value
		}
	}
	for name, sayings := range claimed {
		if name == "name" || name == "aliases" {
			continue
		}
		m := merge(name, sayings)
		n.Properties[name] = m.value
		disputed = append(disputed, m.disputed...)
	}
	if date, ok := n.Properties["date"].(string); ok {
		setDate(n.Properties, date, dateText(date, claimed, described))
	} else {
		delete(n.Properties, "dateText")
	}
	if len(disputed) > 0 {
		n.Properties["disputed"] = true
		n.Properties["claims"] = claimIDs(disputed)
	}
	return n
}

// describedBy returns what descriptions say of each property but the derived ones, and but
// what they share with overruled claims.
func describedBy(descriptions []Description, overruled []Claim) map[string][]saying {
	described := map[string][]saying{}
	for _, d := range descriptions {
		for name, v := range d.Entity.Properties {
			if v != nil && name != "name" && name != "aliases" && !slices.Contains(derived, name) && !isOverruled(d, name, v, overruled) {
				by := Claim{Document: d.Document}
				described[name] = append(described[name], saying{value: v, by: by, text: textOf(d.Entity.Properties)})
			}
		}
	}
	return described
}

func isOverruled(d Description, name string, v any, overruled []Claim) bool {
	return slices.ContainsFunc(overruled, func(c Claim) bool {
		return c.Document == d.Document && c.Subject == d.Entity.ID && c.Property == name && equalValues(c.Value, v)
	})
}

func textOf(properties map[string]any) string {
	s, _ := properties["dateText"].(string)
	return s
}

// dateText returns how the documents that give date put it: the claims of the date
// themselves, else claims of the property dateText from the same passages, else the descriptions.
func dateText(date string, claimed, described map[string][]saying) string {
	var texts []string
	passages := map[string]bool{}
	for _, s := range claimed["date"] {
		if s.value == date {
			passages[s.by.Passage] = true
			if s.text != "" {
				texts = append(texts, s.text)
			}
		}
	}
	if len(texts) == 0 {
		for _, s := range claimed["dateText"] {
			if text, ok := s.value.(string); ok && passages[s.by.Passage] {
				texts = append(texts, text)
			}
		}
	}
	if len(texts) == 0 {
		for _, s := range described["date"] {
			if s.value == date && s.text != "" {
				texts = append(texts, s.text)
			}
		}
	}
	return mostSaid(texts)
}

// name chooses the node's name: one that a claim gives, else the one that most documents
// use, else for a country its code; the other names are aliases.
func (n *Node) name(descriptions []Description, claimed map[string][]saying) {
	var names, all []string
	for _, d := range descriptions {
		if d.Entity.Name != "" {
			names = append(names, d.Entity.Name)
			all = append(all, d.Entity.Name)
		}
		all = append(all, d.Entity.Aliases...)
	}
	n.Name = mostSaid(names)
	if sayings := claimed["name"]; len(sayings) > 0 {
		for _, s := range sayings {
			if name, ok := s.value.(string); ok {
				all = append(all, name)
			}
		}
		n.Name, _ = merge("name", sayings).value.(string)
	}
	if sayings := claimed["aliases"]; len(sayings) > 0 {
		all = append(all, unite(sayings)...)
	}
	if n.Name == "" {
		_, n.Name, _ = strings.Cut(n.ID, ":")
	}
	slices.Sort(all)
	n.Aliases = slices.DeleteFunc(slices.Compact(all), func(s string) bool { return s == n.Name || s == "" })
	if n.Aliases == nil {
		n.Aliases = []string{}
	}
}

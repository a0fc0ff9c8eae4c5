package infer

import (
	"maps"

	"concord/graph"
	"concord/ingest/reference"
)

// shrink is what an inference leaves of the confidence of what it follows from.
const shrink = 0.9

// members makes of each claim about the members of an organization one about each country that
// was a full member (or, in forums that have none, a participant) through all days that the date of the claim or of its object allows.
// Without a date, and for claims that deny something of the group as a whole, it makes none.
func (a *adder) members() {
	groups := map[string]string{}
	for _, e := range a.from.Entities {
		if of, ok := e.Properties["ofOrganization"].(string); ok && e.Label == graph.CountryGroup {
			groups[e.ID] = of
		}
	}
	for _, c := range a.from.Claims {
		organization, ok := groups[c.Subject]
		if !ok || c.Relation == "" || c.Relation == graph.PartOf || c.Polarity != graph.Affirmed || !joins(c.Relation) {
			continue
		}
		date, ok := a.dateOf(c)
		if !ok {
			continue
		}
		for _, m := range membersAt(a.knowledge.Memberships, organization, date) {
			member := c
			member.Subject = m.Country
			member.Properties = maps.Clone(c.Properties)
			member.Confidence *= shrink
			member.Rule = "infer.members"
			a.claim(member)
		}
	}
}

// membersAt returns the full members of an organization, or the participants of a forum.
func membersAt(all []reference.Membership, organization string, date graph.Date) []reference.Membership {
	if full := reference.Members(all, organization, "full", date); len(full) > 0 {
		return full
	}
	return reference.Members(all, organization, "participant", date)
}

// joins reports whether what a group does by this relation each of its members does.
func joins(t graph.RelationType) bool {
	switch t {
	case graph.Signed, graph.ParticipatedIn, graph.Attended, graph.Prepared:
		return true
	}
	return false
}

// dateOf returns when what a claim says happened: its own date, else the one date that its object has.
func (a *adder) dateOf(c graph.Claim) (graph.Date, bool) {
	if s, ok := c.Properties["date"].(string); ok {
		return parseDate(s)
	}
	dates := map[string]bool{}
	for _, o := range a.from.Claims {
		if o.Subject == c.Object && o.Property == "date" && o.Polarity == graph.Affirmed {
			if s, ok := o.Value.(string); ok {
				dates[s] = true
			}
		}
	}
	for _, e := range a.from.Entities {
		if s, ok := e.Properties["date"].(string); ok && e.ID == c.Object {
			dates[s] = true
		}
	}
	if len(dates) != 1 {
		return graph.Date{}, false
	}
	for s := range dates {
		return parseDate(s)
	}
	return graph.Date{}, false
}

func parseDate(s string) (graph.Date, bool) {
	d, err := graph.ParseDate(s)
	return d, err == nil && !d.IsZero()
}

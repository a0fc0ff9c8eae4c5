package infer

import "concord/graph"

// places says of each entity that a passage mentions what the gazetteer knows it is a part of, in the
// words of its first mention: an organization or a group of members is PART_OF another organization or a
// country, a place LOCATED_IN another or a country, a mission UNDER organizations and
// DEPLOYED_IN countries and places. It goes on with these, up to what is part of nothing.
func (a *adder) places() {
	first := map[string]mention{}
	for _, p := range a.from.Passages {
		for _, m := range p.Mentions {
			if _, seen := first[m.Entity]; !seen {
				first[m.Entity] = mention{p.ID, m}
			}
		}
	}
	for _, e := range a.from.Entities {
		at, ok := first[e.ID]
		if !ok {
			at, ok = a.firstClaim(e.ID)
		}
		if ok {
			a.parts(e, at)
		}
	}
}

// mention is where a passage names an entity.
type mention struct {
	passage string
	graph.Mention
}

// firstClaim returns the words of the first claim about an entity, for those that no passage
// mentions by name.
func (a *adder) firstClaim(id string) (mention, bool) {
	var found graph.Claim
	for _, c := range a.from.Claims {
		if (c.Subject == id || c.Object == id) && c.Basis != graph.Inferred && (found.ID == "" || c.Start < found.Start || c.Start == found.Start && c.End < found.End) {
			found = c
		}
	}
	return mention{found.Passage, graph.Mention{Entity: id, Surface: found.Quote, Start: found.Start, End: found.End}}, found.ID != ""
}

func (a *adder) parts(e graph.Entity, at mention) {
	add := func(relation graph.RelationType, object, rule string) {
		if object == "" || object == e.ID {
			return
		}
		a.claim(graph.Claim{
			Subject: e.ID, Relation: relation, Object: object,
			Document: a.from.Document.ID, Passage: at.passage, Quote: at.Surface, Start: at.Start, End: at.End,
			Polarity: graph.Affirmed, Modality: graph.Actual, Confidence: 1, Rule: rule,
		})
		if whole, ok := a.knowledge.Gazetteer.Entity(object); ok {
			a.parts(whole, at)
		}
	}
	if of, ok := e.Properties["ofOrganization"].(string); ok && e.Label == graph.CountryGroup {
		add(graph.PartOf, of, "infer.group")
		return
	}
	entry, ok := a.knowledge.Gazetteer.Entry(e.ID)
	if !ok {
		return
	}
	switch e.Label {
	case graph.Organization:
		if entry.Parent != "" {
			add(graph.PartOf, entry.Parent, "infer.part_of")
		} else {
			add(graph.PartOf, entry.Country, "infer.part_of")
		}
	case graph.Place:
		add(graph.LocatedIn, entry.Parent, "infer.located_in")
	case graph.Mission:
		for _, o := range entry.Under {
			add(graph.Under, o, "infer.under")
		}
		for _, place := range entry.In {
			add(graph.DeployedIn, place, "infer.deployed_in")
		}
	}
}

package extract

import (
	"cmp"
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// memberLine reads a line of a list of members, in a document about their organization: "Chad: since 1999",
// "Mali: from 1999 to 2012".
func (s *sentence) memberLine() {
	org := s.st.topicOrg
	if !s.listItem || org == nil || len(s.items) < 3 || !s.items[0].country() || !s.items[0].byName() || s.hasVerb() {
		return
	}
	x := 1
	if s.items[x].punct(":") || s.items[x].punct("-") || s.items[x].punct(",") || s.items[x].punct("(") {
		x++
	}
	var since, until *dateSpan
	for i := range s.ph {
		p := &s.ph[i]
		if p.k != pDate {
			continue
		}
		if len(p.dates) != 1 || p.dates[0].edtf == "" {
			return
		}
		switch {
		case p.x == x+1 && (p.prep == "since" || p.prep == "from"):
			since = p.dates[0]
		case since != nil && until == nil && (p.prep == "to" || p.prep == "until"):
			until = p.dates[0]
		default:
			return
		}
	}
	if since == nil {
		return
	}
	if from, to, ok := strings.Cut(since.edtf, "/"); ok && until == nil {
		a, b := *since, *since
		a.edtf, b.edtf = from, to
		since, until = &a, &b
	}
	it := &s.items[0]
	s.member(partyList{parties: []party{{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b}}}, org, cmp.Or(s.st.memberHead, "full"), since, until, noVerb(), it.a, s.items[len(s.items)-1].b)
}

// membersNamed reads lists of an organization's members beside its name: "ORG, whose members include A and
// B", "ORG, of which A and B are members", "the five members of ORG, namely A, B…", "A and B, both members of ORG".
func (s *sentence) membersNamed(list []clause) {
	for k := range list {
		if m, _ := list[k].modality(); m != graph.Actual || list[k].verb.neg {
			return
		}
	}
	c := &clause{v: -1, verb: &verbGroup{class: "named"}}
	for x := 0; x+2 < len(s.items); x++ {
		if !s.manyMembers(x) {
			continue
		}
		if x > 0 && s.items[x-1].low == "whose" {
			y := x + 1
			if v := s.items[y].value(cVerb); v != "involve" && s.items[y].value(cAux) != "be" {
				continue
			}
			if org := s.orgBefore(x - 1); org != nil {
				m, z := s.parties(y+1, false)
				if z > y+1 && len(m.parties) > 1 {
					s.member(m, org, memberStatus(s.items[x].low), nil, nil, c, s.items[x].a, m.b)
				}
			}
			continue
		}
		y := x + 1
		if s.items[y].punct("(") {
			s.allMembers(x, c)
		}
		if s.items[y].low != "of" {
			continue
		}
		for y++; y < len(s.items) && s.items[y].is(cDet); y++ {
		}
		if y >= len(s.items) || s.items[y].label() != graph.Organization {
			continue
		}
		org, status := s.items[y].ent, memberStatus(s.items[x].low)
		if status == "" {
			status = "full"
		}
		if z := s.listAfter(y + 1); z > 0 {
			if m, end := s.parties(z, false); end > z && len(m.parties) > 1 {
				s.member(m, org, status, nil, nil, c, s.items[x].a, m.b)
			}
		}
	}
}

// allMembers reads "all six member states (A, B, C…)" at item x, of the organization named last.
func (s *sentence) allMembers(x int, c *clause) {
	org := s.st.namedOrg(s)
	if org == nil || x == 0 || s.items[x-1].k != iNum || !strings.HasPrefix(s.items[x].low, "member") {
		return
	}
	if m, z := s.parties(x+2, false); z > x+2 && len(m.parties) == int(s.items[x-1].num.value) && z < len(s.items) && s.items[z].punct(")") {
		s.member(m, org, "full", nil, nil, c, s.items[x-1].a, s.items[z].b)
	}
}

// manyMembers reports whether item x is a noun for several members.
func (s *sentence) manyMembers(x int) bool {
	it := &s.items[x]
	if it.k != iLex {
		return false
	}
	words := strings.ToLower(s.text(it.a, it.b))
	return memberNoun(it) && strings.HasSuffix(words, "s") && !strings.HasSuffix(words, "status") && memberStatus(words) != "" ||
		strings.HasPrefix(it.low, "member") && s.groupNoun(x) || strings.HasPrefix(it.low, "found") && memberNoun(it) && strings.HasSuffix(words, "s")
}

// listAfter is the item at which the list starts that ", namely", a colon, a dash or a bracket brings
// after item y; 0 where there is none.
func (s *sentence) listAfter(y int) int {
	for z := y; z < len(s.items) && z < y+5; z++ {
		it := &s.items[z]
		switch {
		case it.punct(":") || it.value(cPrep) == "including" || it.low == "-" && it.k == iPunct:
			return z + 1
		case it.punct("(") && z == y && z+2 < len(s.items) && !s.items[z+2].punct(")"):
			return z + 1
		case it.punct("(") && z == y && z+2 < len(s.items):
			z += 2
		case it.punct(","):
		case it.k == iEnt || it.is(cPrep) || it.punct(";") || it.punct("."):
			return 0
		}
	}
	return 0
}

// orgBefore is the organization named last before item x, in the same clause.
func (s *sentence) orgBefore(x int) *gazetteer.Entry {
	for x--; x >= 0; x-- {
		it := &s.items[x]
		switch {
		case it.label() == graph.Organization && isOrganization(it.ent):
			return it.ent
		case it.punct(",") || it.punct("(") || it.punct(")"):
		default:
			return nil
		}
	}
	return nil
}

// orgOfWhich is the organization of "ORG, of which A is a member", where the verb at item v is that of the
// relative clause.
func (s *sentence) orgOfWhich(v int) *gazetteer.Entry {
	for x := v - 1; x > 0; x-- {
		it := &s.items[x]
		if it.low == "which" && s.items[x-1].low == "of" {
			return s.orgBefore(x - 1)
		}
		if it.verb() != nil || it.punct(";") {
			return nil
		}
	}
	return nil
}

// leavesIt is the organization that a clause says somebody left: the one named last before "it".
func (s *sentence) leavesIt(c *clause) *gazetteer.Entry {
	if !leaves(c.verb) || c.passive {
		return nil
	}
	it := &s.items[min(s.ph[c.v].y, len(s.items)-1)]
	if it.low != "it" {
		return nil
	}
	return s.st.namedOrg(s)
}

// namedOrg is the one organization that the sentence before names.
func (st *state) namedOrg(s *sentence) *gazetteer.Entry {
	if st.lastOrg == nil || s.ordinal-st.lastOrgAt > 1 {
		return nil
	}
	return st.lastOrg
}

// noteOrg remembers the last organization that the sentence names.
func (s *sentence) noteOrg() {
	for x := range s.items {
		if it := &s.items[x]; it.label() == graph.Organization && isOrganization(it.ent) {
			s.st.lastOrg, s.st.lastOrgAt = it.ent, s.ordinal
		}
	}
}

// belongs reads "A belongs to ORG", "Neither A nor B belongs to it".
func (s *sentence) belongs(c *clause) {
	if !contains(" belong belongs belonged ", c.verb.low) {
		return
	}
	org, phrase := s.orgAfter(c, false)
	b := s.ph[c.v].b
	if org == nil {
		if y := s.ph[c.v].y; y+1 < len(s.items) && s.items[y].low == "to" && contains(" it them ", s.items[y+1].low) {
			org = s.st.namedOrg(s)
			b = s.items[y+1].b
		}
	} else {
		b = phrase.b
	}
	s.member(c.subject, org, "full", nil, nil, c, c.subject.a, b)
}

// partsOf writes what an organization is a part of where the text joins the two: "the X of ORG",
// "ORG's X", "its X". Which of all that stand so are parts, the gazetteer knows.
func (s *sentence) partsOf() {
	for x := range s.items {
		it := &s.items[x]
		if it.label() != graph.Organization || it.ent.Parent == "" {
			continue
		}
		a, b := it.a, it.b
		whole := ""
		if x > 0 && s.items[x-1].poss && s.items[x-1].label() == graph.Organization {
			whole, a = s.items[x-1].ent.Entity.ID, s.items[x-1].a
		} else if x > 0 && s.items[x-1].value(cDet) == "its" {
			whole, a = it.ent.Parent, s.items[x-1].a
		} else {
			y := x + 1
			if y+2 < len(s.items) && s.items[y].punct("(") && s.items[y+2].punct(")") {
				y += 3
			}
			if y < len(s.items) && s.items[y].low == "of" {
				for y++; y < len(s.items) && s.items[y].is(cDet); y++ {
				}
				if y < len(s.items) && s.items[y].label() == graph.Organization {
					whole, b = s.items[y].ent.Entity.ID, s.items[y].b
				}
			}
		}
		if whole == it.ent.Parent {
			s.st.out.claim(graph.Claim{Subject: it.ent.Entity.ID, Relation: graph.PartOf, Object: whole, Confidence: 0.9, Rule: "part.of"}, s, a, b)
		}
	}
}

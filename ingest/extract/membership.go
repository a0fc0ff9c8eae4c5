package extract

import (
	"cmp"
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// memberStatus is the status that a member noun means.
func memberStatus(words string) string {
	low := strings.ToLower(words)
	switch {
	case strings.Contains(low, "observer"):
		return "observer"
	case strings.Contains(low, "associate"):
		return "associate"
	case strings.Contains(low, "dialogue partner"):
		return "dialogue_partner"
	case strings.Contains(low, "member"):
		return "full"
	case strings.Contains(low, "participant"):
		return "participant"
	}
	return ""
}

// member writes that parties belong, or no longer belong, to an organization.
func (s *sentence) member(list partyList, org *gazetteer.Entry, status string, since, until *dateSpan, c *clause, a, b int) {
	if org == nil || !isOrganization(org) {
		return
	}
	m, pol := c.modality()
	s.st.memberOrg, s.st.memberAt, s.st.memberSince = org, s.ordinal, since != nil && until == nil
	for _, p := range list.parties {
		if p.label != graph.Country && p.label != graph.Organization || p.id == org.Entity.ID {
			continue
		}
		props := map[string]any{"status": status}
		if since != nil && since.edtf != "" {
			props["since"] = since.edtf
		}
		if until != nil && until.edtf != "" {
			props["until"] = until.edtf
		}
		s.st.out.claim(graph.Claim{
			Subject: p.id, Relation: graph.MemberOf, Object: org.Entity.ID, Properties: props, Modality: m, Polarity: pol,
			Confidence: 0.9, Rule: "member." + c.verb.class,
		}, s, min(a, nonZero(p.a, a)), max(b, p.b))
	}
}

func nonZero(a, b int) int {
	if a == 0 {
		return b
	}
	return a
}

func isOrganization(e *gazetteer.Entry) bool {
	l, _ := graph.LabelOf(e.Entity.ID)
	return l == graph.Organization && !bodyKind(e.Kind) && e.Country == ""
}

// memberships reads who belongs to what since when in clause k.
func (s *sentence) memberships(list []clause, k int) {
	c := &list[k]
	if k == 0 {
		s.bracketMembers()
		s.apposedMembers()
		s.memberRoll(list)
		s.memberLine()
		s.membersNamed(list)
		s.memberLists(list)
		s.partsOf()
		s.memberNouns(list)
	}
	if c.v >= 0 && c.verb.low == "followed" {
		s.followers(c)
	}
	if s.statusGiven(c) {
		return
	}
	if c.v < 0 || len(c.subject.parties) == 0 && !s.membersAre(c) || len(c.subject.parties) == 0 {
		return
	}
	v := &s.ph[c.v]
	if s.holdsStatus(c) || s.admits(c) {
		return
	}
	switch c.verb.class {
	case "join", "accede", "withdraw":
		if c.passive || c.verb.class == "join" && !strings.HasPrefix(c.verb.low, "join") && !strings.HasPrefix(c.verb.low, "rejoin") {
			return
		}
		org, phrase := s.orgAfter(c, c.verb.class != "join")
		if org == nil && c.verb.class == "accede" && (s.st.last[graph.Treaty] != nil || c.verb.low != "acceded") {
			return
		}
		if org == nil {
			if t := s.st.last[graph.Treaty]; c.verb.class == "withdraw" && s.bareJoin(c) && s.subjectOrg() != nil && (t == nil || t.section != s.section && s.ordinal-t.seen > 5) {
				s.member(c.subject, s.subjectOrg(), "full", nil, s.dateOf(c), c, c.subject.a, v.b)
				s.ellipsis(c, s.subjectOrg(), "full")
			} else if left := s.leavesIt(c); left != nil {
				s.member(c.subject, left, "full", nil, s.dateOf(c), c, c.subject.a, v.b)
				s.ellipsis(c, left, "full")
			}
			if c.verb.class != "withdraw" && s.bareJoin(c) && s.subjectOrg() != nil && (s.st.topicHeaded || s.ordinal-s.st.lastOrgAt <= 8) {
				status := cmp.Or(s.statusAfter(c), "full")
				s.member(c.subject, s.subjectOrg(), status, s.dateOf(c), nil, c, c.subject.a, v.b)
				s.ellipsis(c, s.subjectOrg(), status)
			}
			return
		}
		if phrase.prep == "with" || phrase.prep == "in" {
			return
		}
		status := "full"
		if st := s.statusAfter(c); st != "" {
			status = st
		}
		if c.verb.class == "withdraw" {
			s.member(c.subject, org, "full", nil, s.dateOf(c), c, c.subject.a, phrase.b)
			s.ellipsis(c, org, "full")
			return
		}
		if s.memberEach(c, org, status) {
			return
		}
		s.member(c.subject, org, status, s.dateOf(c), nil, c, c.subject.a, phrase.b)
		s.ellipsis(c, org, status)
	case "occur":
		if org := s.st.memberOrg; c.verb.low == "followed" && !s.followedBy(c) && org != nil && s.st.memberSince && s.ordinal-s.st.memberAt <= 1 && s.st.memberAt >= s.st.blockAt && !c.subject.pronoun && s.dateOf(c) != nil {
			s.member(c.subject, org, "full", s.dateOf(c), nil, c, c.subject.a, v.b)
			s.ellipsis(c, org, "full")
		}
	case "other":
		s.belongs(c)
	case "become", "be", "admit", "have":
		if s.hostIs(c) || s.takersAre(c) || s.membersAre(c) {
			return
		}
		s.becomes(c)
	case "establish":
		if org, phrase := s.orgAfter(c, false); org != nil && !c.passive && (c.verb.low == "founded" || c.verb.low == "established" || c.verb.low == "formed") && len(c.subject.parties) > 1 {
			s.member(c.subject, org, "full", s.dateOf(c), nil, c, c.subject.a, phrase.b)
		}
	}
}

// bareJoin reports whether nothing but a date follows "joined".
func (s *sentence) bareJoin(c *clause) bool {
	if len(c.subject.parties) == 0 || c.subject.pronoun {
		return false
	}
	for _, i := range c.post {
		p := &s.ph[i]
		switch p.k {
		case pDate:
			continue
		case pMark:
			return true
		case pEvent:
			return p.ev[0].label == graph.Meeting
		case pOther:
			if p.prep != "as" || !memberNoun(&s.items[p.y-1]) {
				return false
			}
		default:
			return false
		}
	}
	return s.dateOf(c) != nil
}

// subjectOrg is the organization whose members the sentence before was about, in the same
// paragraph, else the one that the document, its section or the paragraph is about.
func (s *sentence) subjectOrg() *gazetteer.Entry {
	if st := s.st; st.memberOrg != nil && s.ordinal-st.memberAt <= 1 && st.memberAt >= st.blockAt {
		return st.memberOrg
	}
	if s.st.topicTreaty != nil && !s.st.topicHeaded {
		return nil // the text is about a treaty
	}
	if st := s.st; !st.topicHeaded && (st.lastOrg != st.topicOrg || s.ordinal-st.lastOrgAt > 4) {
		return nil // named in passing, or too long ago
	}
	return s.st.topicOrg
}

// noteParagraph takes the organization that a paragraph begins with as what it is about, where no heading says
// what is: "The African Union has 55 members. Morocco joined in 2017."
func (s *sentence) noteParagraph(list []clause) {
	c := &list[0]
	if s.heading || s.ordinal != s.st.blockAt || s.st.topicHeaded || len(c.subject.parties) != 1 || contains(" join accede become withdraw admit ", c.verb.class) {
		return
	}
	if org, ok := s.st.gaz.Entry(c.subject.parties[0].id); ok && isOrganization(org) {
		s.st.topicOrg = org
	}
}

// orgAfter finds the organization that follows the clause's verb.
func (s *sentence) orgAfter(c *clause, anyPrep bool) (*gazetteer.Entry, *phrase) {
	for _, i := range c.post {
		p := &s.ph[i]
		switch p.k {
		case pParty:
			if len(p.list.parties) >= 1 && p.list.parties[0].label == graph.Organization && (p.prep == "" || p.prep == "to" || p.prep == "from" || p.prep == "of" || anyPrep) {
				if e, ok := s.st.gaz.Entry(p.list.parties[0].id); ok {
					return e, p
				}
			}
			return nil, nil
		case pOther:
			if org := s.subjectOrg(); p.prep == "" && org != nil && contains(" alliance organization organisation bloc community grouping union group ", p.word) && p.y-p.x <= 2 {
				return org, p
			}
		case pEvent, pMission:
			return nil, nil
		case pVerb:
			return nil, nil
		}
	}
	return nil, nil
}

// statusAfter is the status named after the clause's verb: "as an observer".
func (s *sentence) statusAfter(c *clause) string {
	for _, i := range c.post {
		p := &s.ph[i]
		for x := p.x; x < p.y; x++ {
			if memberNoun(&s.items[x]) {
				return memberStatus(s.text(s.items[max(x-1, p.x)].a, s.items[x].b))
			}
		}
		if p.k == pEvent {
			return ""
		}
	}
	return ""
}

func memberNoun(it *item) bool {
	for _, l := range it.lex {
		if l.class == cNoun && l.value == "member" {
			return true
		}
	}
	return false
}

// becomes reads "X became a full member of ORG in 2017", "X has been a dialogue partner since 2009",
// "X and Y were admitted".
func (s *sentence) becomes(c *clause) {
	status, at := "", -1
	var org *gazetteer.Entry
	var more []party // organizations beside org: "a member of NATO and the European Union"
	b := s.ph[c.v].b
	var since *dateSpan
	for _, i := range c.post {
		p := &s.ph[i]
		if p.k == pOther && status == "" && (p.prep == "" || p.prep == "as" || p.prep == "to") {
			for x := p.x; x < p.y; x++ {
				if memberNoun(&s.items[x]) {
					status = memberStatus(s.text(s.items[p.x].a, s.items[x].b))
					at = i
					b = p.b
				}
			}
		}
		if p.k == pParty && org == nil && len(p.list.parties) > 0 && p.list.parties[0].label == graph.Organization && (p.prep == "of" || p.prep == "to" || p.prep == "in" || p.prep == "") {
			if e, ok := s.st.gaz.Entry(p.list.parties[0].id); ok {
				org, b = e, max(b, p.b)
				more = p.list.parties[1:]
			}
		}
		if p.k == pDate && len(p.dates) == 1 && p.dates[0].edtf != "" && since == nil {
			since = p.dates[0]
		}
		if p.k == pMark && p.word == ";" {
			break
		}
	}
	if since == nil && c.verb.class == "become" {
		since = cmp.Or(s.leadingYear(c), s.whenBefore(c))
	}
	verb := s.text(s.items[c.verb.x].a, s.items[c.verb.x].b)
	phrasal := strings.Contains(verb, "admitted") || strings.Contains(verb, "accepted")
	if c.verb.class == "admit" || (c.passive || phrasal) && c.verb.class == "become" {
		if !c.passive && !phrasal {
			return
		}
		if status == "" {
			status = "full"
		}
		if org == nil {
			org = s.subjectOrg()
		}
		s.member(c.subject, org, status, since, nil, c, c.subject.a, b)
		return
	}
	if at < 0 && c.verb.class == "be" && len(c.subject.parties) > 1 && len(c.post) > 0 {
		if p := &s.ph[c.post[0]]; p.k == pParty && p.prep == "" && (s.manyMembers(p.x) || s.items[p.x].value(cPron) == "members") {
			at, status, b = c.post[0], "full", p.b
		}
	}
	if at < 0 || status == "" {
		return
	}
	if org == nil {
		org = s.orgOfWhich(s.ph[c.v].x)
	}
	if org == nil {
		if org = s.subjectOrg(); org == nil {
			return
		}
	}
	if c.verb.class == "be" && since != nil && !s.sinceDate(c) {
		since = nil
	}
	if c.verb.class == "be" {
		since = cmp.Or(since, s.admittedBefore(c), s.leadingSince(c))
	}
	s.member(c.subject, org, status, since, nil, c, c.subject.a, b)
	for _, p := range more {
		if e, ok := s.st.gaz.Entry(p.id); ok {
			s.member(c.subject, e, status, since, nil, c, c.subject.a, b)
		}
	}
	s.ellipsis(c, org, status)
}

// sinceDate reports whether the clause's date is one from which something holds.
func (s *sentence) sinceDate(c *clause) bool {
	for _, i := range c.post {
		if s.ph[i].k == pDate {
			return s.ph[i].prep == "since" || s.ph[i].prep == "from" && !(i+1 < len(s.ph) && s.ph[i+1].k == pDate)
		}
	}
	return false
}

// ellipsis reads "…since 2009 and Türkiye since 2012", "A joined in 1992, B on 3 May 1994".
func (s *sentence) ellipsis(c *clause, org *gazetteer.Entry, status string) {
	for _, i := range c.post {
		if !s.gap(i) {
			continue
		}
		p, q := &s.ph[i], s.gapDate(i)
		switch {
		case c.verb.class == "withdraw":
			s.member(p.list, org, status, nil, q.dates[0], c, p.a, q.b)
		case q.prep == "since" || c.verb.class != "be":
			s.member(p.list, org, status, q.dates[0], nil, c, p.a, q.b)
		}
	}
}

// bracketMembers reads "ASEAN Plus Three (China, Japan and the Republic of Korea)".
func (s *sentence) bracketMembers() {
	for x := 0; x+3 < len(s.items); x++ {
		it := &s.items[x]
		if it.k != iEnt || it.label() != graph.Organization || !s.items[x+1].punct("(") || !isOrganization(it.ent) {
			continue
		}
		list, y := s.parties(x+2, false)
		if y == x+2 || y >= len(s.items) || !s.items[y].punct(")") || len(list.parties) < 2 || list.parties[0].label != graph.Country {
			continue
		}
		s.member(list, it.ent, "full", nil, nil, &clause{verb: &verbGroup{class: "brackets"}}, it.a, s.items[y].b)
	}
}

func (s *sentence) hasVerb() bool {
	for i := range s.ph {
		if s.ph[i].k == pVerb {
			return true
		}
	}
	return false
}

// membersAre reads "Its members are A, B and C".
func (s *sentence) membersAre(c *clause) bool {
	org := s.st.lastGroup
	if c.verb.class != "be" || org == nil {
		return false
	}
	switch {
	case len(c.subject.parties) == 1 && c.subject.parties[0].entity != nil:
		id, _ := c.subject.parties[0].entity.Properties["ofOrganization"].(string)
		if e, ok := s.st.gaz.Entry(id); ok {
			org = e
		}
	case c.subj >= 0 && c.subject.total > 0 && len(c.subject.parties) == 0 && strings.Contains(s.text(s.ph[c.subj].a, s.ph[c.subj].b), "member"):
		s.ph[c.subj].list.others = true // no figure of its own
	default:
		return false
	}
	for _, i := range c.post {
		if p := &s.ph[i]; p.k == pParty && p.prep == "" && len(p.list.parties) > 1 {
			s.member(p.list, org, "full", nil, nil, c, c.subject.a, p.b)
			return true
		}
	}
	return false
}

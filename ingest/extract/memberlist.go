package extract

import (
	"cmp"
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// memberLists reads who makes up an organization, where no verb of joining says it: "ORG comprises A, B and
// C", "it has three members: A, B and C", "Observers: A and B", "ORG was founded in 1981 by A, B and C".
func (s *sentence) memberLists(list []clause) {
	for k := range list {
		if !list[k].isFact() {
			return
		}
	}
	for k := range list {
		c := &list[k]
		s.madeUpOf(c)
		s.foundedBy(c)
	}
	for x := 0; x+2 < len(s.items); x++ {
		if !s.manyMembers(x) {
			continue
		}
		if y := s.listAt(x + 1); y > 0 {
			s.rollMembers(y, s.orgOfMembers(x), s.statusOf(x), nil, x)
		}
	}
}

// madeUpOf reads "ORG comprises A, B and C", in the present tense.
func (s *sentence) madeUpOf(c *clause) {
	if c.v > 0 && c.verb.class == "involve" && s.ph[c.v-1].k == pRel && s.ph[c.v-1].word == "which" && strings.HasSuffix(s.items[c.verb.x].low, "s") {
		s.rollMembers(s.ph[c.v].y, s.orgBefore(s.ph[c.v-1].x), "full", nil, s.ph[c.v].x)
		return
	}
	if c.v < 0 || len(c.subject.parties) != 1 || c.subject.parties[0].rep != "" || c.subject.parties[0].forces != nil {
		return
	}
	org, ok := s.st.gaz.Entry(c.subject.parties[0].id)
	if !ok || !isOrganization(org) {
		return
	}
	y := s.ph[c.v].y
	switch {
	case c.verb.class == "involve" && strings.HasSuffix(s.items[c.verb.x].low, "s"):
	case c.verb.class == "be":
		if y = s.groupingOf(y); y == 0 {
			return
		}
	default:
		return
	}
	s.rollMembers(y, org, "full", nil, s.ph[c.v].x)
}

// groupings are the nouns for an organization as the sum of its members.
const groupings = " grouping bloc alliance organization organisation association union community group body forum league council partnership "

// groupingOf is the item at which the members start in "a regional grouping of A, B and C", or 0.
func (s *sentence) groupingOf(y int) int {
	for x := y; x+2 < len(s.items) && x < y+8; x++ {
		if it := &s.items[x]; it.is(cPrep) || it.k == iPunct && !it.punct(",") || it.is(cRel) {
			return 0
		} else if contains(groupings, it.low) && s.items[x+1].low == "of" {
			return x + 2
		} else if contains(groupings, it.low) && s.items[x+1].value(cVerb) == "involve" {
			return x + 2
		}
	}
	return 0
}

// rollMembers writes that the two or more countries listed from item y on belong to an organization.
func (s *sentence) rollMembers(y int, org *gazetteer.Entry, status string, since *dateSpan, from int) {
	r, _ := s.roll(y)
	if org == nil || len(r) < 2 && !(len(r) == 1 && s.listItem) {
		return
	}
	c := &clause{v: -1, verb: &verbGroup{class: "list"}}
	for _, m := range r {
		at := since
		if m.since != nil {
			at = m.since
		}
		s.member(partyList{parties: []party{m.party}}, org, cmp.Or(status, "full"), at, nil, c, min(s.items[from].a, m.a), m.b)
	}
}

// foundedBy reads "ORG was founded in 1981 by A, B and C" and "ORG, founded by A and B in 1981".
func (s *sentence) foundedBy(c *clause) {
	if c.v < 0 || c.verb.class != "establish" || !c.passive && !s.participle(c) || !contains(" founded established created formed set ", c.verb.low) {
		return
	}
	var org *gazetteer.Entry
	switch x := s.ph[c.v].x; {
	case len(c.subject.parties) == 1 && c.passive && !s.participle(c):
		if e, ok := s.st.gaz.Entry(c.subject.parties[0].id); ok && isOrganization(e) {
			org = e
		}
	case x > 0:
		org = s.orgBefore(x)
	default: // "Founded in 1981 by A and B, ORG…", whose list takes in ORG
		for _, i := range c.post {
			if p := &s.ph[i]; p.k == pParty && p.prep == "by" && len(p.list.parties) > 1 {
				if e, ok := s.st.gaz.Entry(p.list.parties[len(p.list.parties)-1].id); ok && isOrganization(e) {
					org = e
				}
			}
		}
	}
	if org == nil {
		return
	}
	for _, i := range c.post {
		if p := &s.ph[i]; p.k == pParty && p.prep == "by" {
			s.rollMembers(p.x, org, "full", s.dateOf(c), s.ph[c.v].x)
			return
		}
	}
	union := false // "founded in 1945 as a union of seven states: A, B and C"
	for x := s.ph[c.v].y; x < len(s.items); x++ {
		if union = union || contains(groupings, s.items[x].low); union && s.items[x].punct(":") {
			s.rollMembers(x+1, org, "full", s.dateOf(c), s.ph[c.v].x)
			return
		}
	}
}

// listAt is the item at which the list starts that a colon, a dash, a bracket or "namely" brings right at item
// y; 0 where there is none.
func (s *sentence) listAt(y int) int {
	if y+1 >= len(s.items) {
		return 0
	}
	if s.items[y].punct(",") && s.items[y+1].value(cPrep) == "including" {
		y++
	}
	if y+4 < len(s.items) && s.items[y].punct("(") && s.items[y+1].k == iNum && s.items[y+2].punct(")") && s.items[y+3].punct(":") {
		return y + 4 // "Members (6): A, B…"
	}
	if y+3 < len(s.items) && s.items[y].punct(":") && s.items[y+1].k == iNum && s.items[y+2].punct("(") {
		return y + 3 // "Member states: 7 (A, B…)"
	}
	if it := &s.items[y]; it.punct(":") || it.punct("(") || it.k == iPunct && it.low == "-" && !it.joined || it.value(cPrep) == "including" {
		return y + 1
	}
	return 0
}

// statusOf is the status that the member noun at item x means.
func (s *sentence) statusOf(x int) string {
	a := s.items[x].a
	if x > 0 && s.items[x-1].k == iWord {
		a = s.items[x-1].a
	}
	return cmp.Or(memberStatus(s.text(a, s.items[x].b)), "full")
}

// orgOfMembers is the organization whose members the noun at item x names: that of "ORG's members", "ORG has
// six members", else the one that the text is about.
func (s *sentence) orgOfMembers(x int) *gazetteer.Entry {
	for y := x - 1; y >= 0; y-- {
		it := &s.items[y]
		switch {
		case it.label() == graph.Organization && isOrganization(it.ent):
			return it.ent
		case it.k == iEnt && it.label() != graph.Place && !it.country(), it.eventNoun() != nil, it.label() == graph.Mission:
			return nil
		}
	}
	if !s.st.topicHeaded && s.ordinal-s.st.memberAt > 1 {
		return nil
	}
	return s.subjectOrg()
}

// statusVerbs say that somebody has or gets a status.
const statusVerbs = " have has had having hold holds held holding enjoy enjoys enjoyed obtain obtains obtained obtaining receive receives received receiving gain gains gained gaining acquire acquired acquiring secure secured get got attain attained win won "

// holdsStatus reads "A has held observer status since 2015", "A obtained dialogue partner status in ORG in
// 2009", and reports whether the clause is of that form.
func (s *sentence) holdsStatus(c *clause) bool {
	if c.passive || !contains(statusVerbs, c.verb.low) || len(c.post) == 0 || len(c.subject.parties) == 0 || c.subject.parties[0].label != graph.Country {
		return false
	}
	p := &s.ph[c.post[0]]
	last := &s.items[p.y-1]
	if p.k != pOther || p.prep != "" || !memberNoun(last) || !strings.HasSuffix(s.text(last.a, last.b), "status") && !strings.HasSuffix(s.text(last.a, last.b), "membership") {
		return false
	}
	status := cmp.Or(memberStatus(s.text(s.items[p.x].a, last.b)), "full")
	org, phrase := s.orgAfter(c, true)
	b := p.b
	if org == nil {
		org = s.subjectOrg()
	} else {
		b = phrase.b
	}
	date := s.dateOf(c)
	if date == nil {
		for _, i := range c.post {
			if q := &s.ph[i]; q.k == pDate && q.prep == "since" && len(q.dates) == 1 && q.dates[0].edtf != "" {
				date = q.dates[0]
			}
		}
	} else if contains(" have has had having hold holds held holding enjoy enjoys enjoyed ", c.verb.low) {
		date = nil
	}
	s.member(c.subject, org, status, date, nil, c, c.subject.a, b)
	s.ellipsis(c, org, status)
	return true
}

// admits reads "ORG admitted A as an observer in 1999", and reports whether the clause is of that form.
func (s *sentence) admits(c *clause) bool {
	if c.verb.class != "admit" || c.passive || contains(" welcome welcomes welcomed ", c.verb.low) || len(c.subject.parties) != 1 || len(c.post) == 0 {
		return false
	}
	org, ok := s.st.gaz.Entry(c.subject.parties[0].id)
	p := &s.ph[c.post[0]]
	if !ok || !isOrganization(org) || p.k != pParty || p.prep != "" {
		return false
	}
	status := s.statusAfter(c)
	if status == "" && !strings.HasPrefix(c.verb.low, "admit") {
		return false
	}
	s.member(p.list, org, cmp.Or(status, "full"), s.dateOf(c), nil, c, c.subject.a, p.b)
	s.ellipsis(c, org, cmp.Or(status, "full"))
	return true
}

// followedBy reports whether the clause says by whom somebody was followed.
func (s *sentence) followedBy(c *clause) bool {
	return c.v+1 < len(s.ph) && (s.ph[c.v+1].prep == "by" || c.passive)
}

// followers reads "…, followed by A in 1955 and B in 1982" and "They were followed in 2004 by A and B" of those
// who joined the organization told of.
func (s *sentence) followers(c *clause) {
	org := s.st.memberOrg
	if org == nil || !s.followedBy(c) || !s.st.memberSince || s.ordinal-s.st.memberAt > 1 {
		return
	}
	for n, i := range c.post {
		p := &s.ph[i]
		if p.k != pParty || p.prep != "by" && !(p.prep == "" && s.gap(i)) {
			continue
		}
		var d *dateSpan
		if n+1 < len(c.post) && p.prep == "" {
			d = s.gapDate(i).dates[0]
		} else if n+1 < len(c.post) && s.ph[i+1].k == pDate && len(s.ph[i+1].dates) == 1 {
			d = s.ph[i+1].dates[0]
		} else if n > 0 && s.ph[i-1].k == pDate && len(s.ph[i-1].dates) == 1 {
			d = s.ph[i-1].dates[0]
		}
		if d != nil && d.edtf != "" {
			s.member(p.list, org, "full", d, nil, c, p.a, p.b)
		}
	}
}

// apposedMembers reads "As a permanent member of ORG, X…" and "X, a member of ORG, …".
func (s *sentence) apposedMembers() {
	for i := 0; i+1 < len(s.ph); i++ {
		p, q := &s.ph[i], &s.ph[i+1]
		org, since, end := s.orgOfApposed(i)
		if org == nil {
			continue
		}
		if since != nil {
			q = &s.ph[end]
		}
		status := ""
		for x := p.x; x < p.y; x++ {
			if memberNoun(&s.items[x]) && !strings.HasSuffix(s.items[x].low, "s") {
				status = memberStatus(s.text(s.items[p.x].a, s.items[x].b))
			}
		}
		if status == "" {
			continue
		}
		c := &clause{verb: &verbGroup{class: "apposition"}}
		switch {
		case i == 0 && p.prep == "" && s.listItem && s.st.topicCountry != nil && !s.hasVerb():
			s.member(partyList{parties: []party{*s.st.topicCountry}}, org, status, since, nil, c, p.a, q.b)
		case p.prep == "as" && end == i+1 && i+3 < len(s.ph) && s.ph[i+2].k == pMark && s.ph[i+3].k == pParty && s.ph[i+3].prep == "":
			s.member(s.ph[i+3].list, org, status, nil, nil, c, p.a, s.ph[i+3].b)
		case p.prep == "" && i >= 2 && s.ph[i-1].k == pMark && s.ph[i-1].word == "," && s.ph[i-2].k == pParty && len(s.ph[i-2].list.parties) == 1:
			s.member(s.ph[i-2].list, org, status, since, nil, c, s.ph[i-2].a, q.b)
		}
	}
}

// orgOfApposed is the organization that phrase i is a member of, since when, and the last phrase that says so:
// "a member of ORG", "an observer since 2005", "a member of ORG since 2005". There is none where it is nil.
func (s *sentence) orgOfApposed(i int) (org *gazetteer.Entry, since *dateSpan, end int) {
	end = i + 1
	q := &s.ph[end]
	if q.k == pParty && q.prep == "of" && len(q.list.parties) == 1 && q.list.parties[0].label == graph.Organization {
		org, _ = s.st.gaz.Entry(q.list.parties[0].id)
		if end+1 < len(s.ph) {
			if d := &s.ph[end+1]; d.k == pDate && d.prep == "since" && len(d.dates) == 1 && d.dates[0].edtf != "" {
				return org, d.dates[0], end + 1
			}
		}
		return org, nil, end
	}
	if q.k == pDate && q.prep == "since" && len(q.dates) == 1 && q.dates[0].edtf != "" && i > 1 && s.ph[i-1].k == pMark {
		return s.subjectOrg(), q.dates[0], end
	}
	return nil, nil, end
}

// memberEach reads "A and B joined ORG in 1999 and 2003 respectively", and reports whether the clause is of that
// form.
func (s *sentence) memberEach(c *clause, org *gazetteer.Entry, status string) bool {
	for _, i := range c.post {
		p := &s.ph[i]
		if p.k != pDate || len(p.dates) < 2 || len(p.dates) != len(c.subject.parties) {
			continue
		}
		for n, d := range p.dates {
			s.member(partyList{parties: c.subject.parties[n : n+1]}, org, status, d, nil, c, c.subject.a, p.b)
		}
		return true
	}
	return false
}

// whenBefore is the date that a clause begins with by "when": "remained an observer until 1999, when it became a
// member".
func (s *sentence) whenBefore(c *clause) *dateSpan {
	i := c.subj - 1
	if i < 1 || s.items[s.ph[i].x].low != "when" {
		return nil
	}
	if i--; i > 0 && s.comma(i) {
		i--
	}
	if p := &s.ph[i]; p.k == pDate && len(p.dates) == 1 && p.dates[0].edtf != "" && p.dates[0].hi.y == 0 {
		return p.dates[0]
	}
	return nil
}

// admittedBefore is the date of the participle between a member and its verb: "A, admitted on 5 May 2011, is the
// newest member".
func (s *sentence) admittedBefore(c *clause) *dateSpan {
	for i := c.subj + 1; i > 0 && i+1 < c.v; i++ {
		p, next := &s.ph[i], &s.ph[i+1]
		if p.k == pVerb && contains(" admitted joined acceded ", p.verb.low) && next.k == pDate && len(next.dates) == 1 && next.dates[0].edtf != "" {
			return next.dates[0]
		}
	}
	return nil
}

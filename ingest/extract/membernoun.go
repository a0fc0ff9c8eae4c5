package extract

import (
	"strings"

	"concord/graph"
	"concord/ingest/gazetteer"
)

// Who belongs to an organization, told by nouns: "the accession of A to ORG in 2004", "observer status was granted to B".

// joining are the nouns for becoming a member, and parting those for ceasing to be one.
const (
	joining = " accession admission readmission "
	parting = " withdrawal departure exit "
)

// leadingSince is the date that a clause begins with by "since": "Since 2004 it has been a member".
func (s *sentence) leadingSince(c *clause) *dateSpan {
	for _, i := range c.leading {
		if p := &s.ph[i]; p.k == pDate && p.prep == "since" && len(p.dates) == 1 && p.dates[0].edtf != "" {
			return p.dates[0]
		}
	}
	return nil
}

// memberNouns reads the nouns of the sentence that tell of joining and leaving, where it takes them for done.
func (s *sentence) memberNouns(list []clause) {
	for i := range s.ph {
		p := &s.ph[i]
		joins, parts := contains(joining, p.word), contains(parting, p.word)
		if p.k != pOther || !joins && !parts {
			continue
		}
		who, end := s.whoseNoun(i)
		if len(who.parties) == 0 || who.parties[0].label != graph.Country || !contains(" with following since ", p.prep) && !s.happened(list, i) && !s.tookEffect(list, i) {
			continue
		}
		org, date := s.orgOfNoun(end)
		if org == nil && joins && end < len(s.ph) && contains(" with following ", p.prep) && s.st.topicHeaded && date != nil {
			org = s.subjectOrg()
		}
		c := &clause{v: -1, verb: &verbGroup{class: "noun"}}
		if joins {
			s.member(who, org, "full", date, nil, c, p.a, max(p.b, who.b))
		} else if date != nil {
			s.member(who, org, "full", nil, date, c, p.a, max(p.b, who.b))
		}
	}
}

// whoseNoun is whose accession or withdrawal phrase i tells of, "of A" or "A's", and the phrase that follows.
func (s *sentence) whoseNoun(i int) (partyList, int) {
	p := &s.ph[i]
	if it := &s.items[p.x]; it.country() && it.poss && p.y-p.x == 2 {
		return partyList{parties: []party{{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b}}, a: it.a, b: it.b}, i + 1
	}
	if i+1 < len(s.ph) && s.ph[i+1].k == pParty && (s.ph[i+1].prep == "of" || s.ph[i+1].prep == "by") {
		return s.ph[i+1].list, i + 2
	}
	return partyList{}, i + 1
}

// orgOfNoun is the organization that the phrases from i on name after "to", "into" or "from", and the day behind it.
func (s *sentence) orgOfNoun(i int) (org *gazetteer.Entry, date *dateSpan) {
	for ; i < len(s.ph); i++ {
		switch p := &s.ph[i]; {
		case p.k == pParty && org == nil && contains(" to into from ", p.prep) && len(p.list.parties) == 1 && p.list.parties[0].label == graph.Organization:
			org, _ = s.st.gaz.Entry(p.list.parties[0].id)
		case p.k == pDate && len(p.dates) == 1 && p.dates[0].edtf != "" && contains(" in on ", p.prep):
			return org, p.dates[0]
		case p.k == pVerb && p.verb.class == "force":
		default:
			return org, nil
		}
	}
	return org, nil
}

// tookEffect reports whether the clause that phrase i begins says that it came about: "A's withdrawal took effect".
func (s *sentence) tookEffect(list []clause, i int) bool {
	for k := range list {
		if c := &list[k]; c.v > i {
			return s.ph[i].prep == "" && c.verb.class == "force" && c.isFact()
		}
	}
	return false
}

// statusGiven reads "Observer status was granted to A and B in 2005", and reports whether the clause is of that form.
func (s *sentence) statusGiven(c *clause) bool {
	if c.v < 1 || !c.isFact() {
		return false
	}
	v, p := &s.ph[c.v], &s.ph[0]
	verb := strings.ToLower(s.text(v.a, v.b))
	given := false
	for _, w := range []string{"granted", "accorded", "given", "extended", "conferred", "awarded"} {
		given = given || strings.HasSuffix(verb, w)
	}
	if !given || p.prep != "" {
		return false
	}
	words := strings.ToLower(s.text(p.a, s.ph[c.v-1].b))
	status := memberStatus(words)
	if status == "" || !strings.Contains(words, "status") && !strings.Contains(words, "membership") && !strings.Contains(words, "partnership") {
		return false
	}
	org, _ := s.orgAfter(c, true)
	for i := 0; i < c.v && org == nil; i++ {
		if q := &s.ph[i]; q.k == pParty && len(q.list.parties) == 1 && q.list.parties[0].label == graph.Organization {
			org, _ = s.st.gaz.Entry(q.list.parties[0].id)
		}
	}
	if org == nil {
		org = s.subjectOrg()
	}
	for _, i := range c.post {
		if q := &s.ph[i]; q.k == pParty && q.prep == "to" && len(q.list.parties) > 0 && q.list.parties[0].label == graph.Country {
			s.member(q.list, org, status, s.dateOf(c), nil, c, p.a, q.b)
			return true
		}
	}
	return false
}

package extract

import (
	"slices"
	"strings"

	"concord/graph"
)

// What treaties underwent, told by nouns: "We welcome the signing of the X Convention by A and B on 7 June 2017".

// nominals are the nouns for what is done to treaties.
var nominals = map[string]string{
	"signing": "signed", "signature": "signed", "conclusion": "concluded", "ratification": "ratified", "accession": "acceded", "adherence": "acceded", "withdrawal": "withdrew", "acceptance": "ratified", "denunciation": "withdrew",
}

// tellingVerbs take what follows them for something that has happened.
const tellingVerbs = " welcome welcomes welcomed welcoming recall recalls recalled recalling note notes noted noting commend commends commended hail hails hailed hailing applaud applauds applauded mark marks marked marking celebrate celebrates celebrated celebrating witnessed congratulated followed "

// nominalSigning reads "the accession of A to the X Treaty", "the ratification of the X Treaty by A" and "the signing of
// the X Memorandum between A and B", where the sentence welcomes or recalls it.
func (s *sentence) nominalSigning(list []clause) {
	for i := 0; i+1 < len(s.ph); i++ {
		p := &s.ph[i]
		action := nominals[p.word]
		if p.k != pOther || action == "" || p.y-p.x > 2 {
			continue
		}
		var treaty *event
		who := s.approvers(list, i)
		if who == nil && !s.happened(list, i) {
			continue
		}
		var date *dateSpan
		for j := i + 1; j < len(s.ph) && j < i+8; j++ {
			q := &s.ph[j]
			if q.k == pVerb || q.k == pRel || q.k == pMark && q.word != "(" && q.word != ")" && q.word != "," {
				break
			}
			switch {
			case q.k == pEvent && q.np.label == graph.Treaty && treaty == nil && (q.prep == "of" || q.prep == "to" || q.prep == "from" || q.prep == ""):
				treaty = q.ev[0]
			case q.k == pParty && (q.prep == "by" || q.prep == "between" || q.prep == "of" && treaty == nil):
				who = append(who, q.list.parties...)
			case q.k == pDate && date == nil && len(q.dates) == 1 && q.dates[0].edtf != "" && (q.prep == "on" || q.prep == "in" || q.prep == ""):
				date = q.dates[0]
			}
		}
		if treaty == nil || treaty.plural || date == nil && len(who) == 0 {
			continue
		}
		if len(who) == 0 && treaty.np != nil && action != "acceded" && action != "withdrew" {
			who = treaty.np.countries
			if len(treaty.np.sides) > 1 {
				who = append(who, treaty.np.sides...)
			}
		}
		if date != nil && treaty.date == "" && (action == "signed" || action == "concluded") {
			treaty.date = date.edtf
			treaty.property("date", date.edtf, s, date.a, date.b, nil, "date.signed")
		}
		for _, a := range who {
			props := map[string]any{"action": action}
			if date != nil {
				props["date"] = date.edtf
			}
			treaty.relate(arg{rel: graph.Signed, party: a.id, props: props, a: p.a, b: max(p.b, a.b), modality: graph.Actual, polarity: graph.Affirmed, rule: "treaty.noun"}, s, nil)
		}
	}
}

// approvers are those whose clause approves or completes what the noun at phrase i names: "the parliament of A approved
// the ratification of".
func (s *sentence) approvers(list []clause, i int) []party {
	if s.ph[i].word != "ratification" && s.ph[i].word != "accession" {
		return nil
	}
	for k := range list {
		c := &list[k]
		if c.v+1 == i && s.ph[i].prep == "" && (c.verb.class == "adopt" || contains(" completed completes completing finalized finalised authorised authorized ", c.verb.low)) && c.isFact() && len(c.subject.parties) == 1 {
			return c.subject.parties
		}
	}
	return nil
}

// happened reports whether the sentence takes what the noun at phrase i tells for done: it is the object of a verb of
// welcoming or recalling, or stands after "following" or "since".
func (s *sentence) happened(list []clause, i int) bool {
	if p := s.ph[i].prep; p == "following" || p == "since" {
		return true
	}
	for k := range list {
		c := &list[k]
		if c.v < 0 || c.v > i || k+1 < len(list) && list[k+1].v < i {
			continue
		}
		if contains(" note notes noted noting ", c.verb.low) && s.ph[i].prep == "of" {
			return c.isFact() // "takes note of"
		}
		return contains(tellingVerbs, c.verb.low) && c.isFact() && s.ph[i].prep == ""
	}
	return false
}

// followSigning reads "A was the first to ratify, in 2001; B and C followed in 2002, D in 2003".
func (s *sentence) followSigning(c *clause) {
	st := s.st
	if c.v < 0 || c.verb.low != "followed" || s.followedBy(c) || st.signingOf == nil || st.signing != "ratified" && st.signing != "acceded" || s.ordinal-st.signingAt > 1 || st.memberAt >= st.signingAt || c.subject.pronoun || c.verb.neg || c.verb.modality != "" {
		return
	}
	tell := func(list []party, d *dateSpan) {
		for _, a := range list {
			st.signingOf.relate(arg{rel: graph.Signed, party: a.id, props: map[string]any{"action": st.signing, "date": d.edtf}, a: a.a, b: max(a.b, d.b), rule: "treaty.followed"}, s, c)
		}
	}
	d := s.dateOf(c)
	if d == nil || len(c.subject.parties) == 0 {
		return
	}
	tell(c.subject.parties, d)
	for _, i := range c.post {
		if s.gap(i) {
			tell(s.ph[i].list.parties, s.gapDate(i).dates[0])
		}
	}
	st.signingAt = s.ordinal
}

// signedLater reads "A and B signed X in 1990. Y followed in 2005 and Z on 7 December 2015": the same two signed them.
func (s *sentence) signedLater(c *clause) {
	st := s.st
	if c.v < 0 || c.verb.low != "followed" || c.passive || !c.isFact() || c.subj < 0 || s.ph[c.subj].k != pEvent || st.signingOf == nil || st.signing != "signed" && st.signing != "concluded" || s.ordinal-st.signingAt > 1 || len(st.pair) != 2 {
		return
	}
	var t *event
	tell := func(p *phrase) {
		d := p.dates[0]
		if t == nil || t.np == nil || t.np.det == "the" || len(p.dates) != 1 || d.edtf == "" {
			return
		}
		if t.date == "" {
			t.date = d.edtf
			t.property("date", d.edtf, s, d.a, d.b, c, "date.signed")
		}
		for _, a := range st.pair {
			t.relate(arg{rel: graph.Signed, party: a.id, props: map[string]any{"action": st.signing, "date": d.edtf}, a: t.a, b: d.b, basis: graph.Implied, conf: 0.8, rule: "treaty.followed"}, s, c)
		}
		t, st.signingAt = nil, s.ordinal
	}
	for _, i := range append([]int{c.subj}, c.post...) {
		switch p := &s.ph[i]; {
		case p.k == pEvent && p.prep == "" && len(p.ev) == 1 && p.ev[0].label == graph.Treaty:
			t = p.ev[0]
		case p.k == pDate:
			tell(p)
		}
	}
}

// signedBy reports whether the clause names those who signed after "by".
func (s *sentence) signedBy(c *clause) bool {
	for _, i := range c.post {
		if p := &s.ph[i]; p.k == pParty && p.prep == "by" {
			return true
		}
	}
	return false
}

// calledSo is the treaty that "the Pact" or "the Convention" means: the last one told of in the section whose name has
// that word, though another instrument was told of since.
func (s *sentence) calledSo(np *nounPhrase) *event {
	last := s.st.last[graph.Treaty]
	if np.label != graph.Treaty || np.det != "the" || np.head < 0 || !s.items[np.head].cap || last == nil {
		return nil
	}
	word := s.items[np.head].low
	for i := len(s.st.events) - 1; i >= 0; i-- {
		e := s.st.events[i]
		if e.label != graph.Treaty || e.name == "" || e.plural {
			continue
		}
		if e.section != s.section || s.ordinal-e.seen > 6 {
			return nil
		}
		if contains(" "+strings.ToLower(e.name)+" ", word) {
			return e
		}
	}
	return nil
}

// shortened is the meeting or treaty whose longer name begins with the words that the phrase now calls it by: "the Joint
// Summit" after "the Joint Summit of the Heads of State of A".
func (s *sentence) shortened(np *nounPhrase, name string) *event {
	if np.det != "the" || np.ordinal > 0 || np.plural || np.label != graph.Meeting && np.label != graph.Treaty || strings.Count(name, " ") == 0 {
		return nil
	}
	low := strings.ToLower(name) + " "
	for _, e := range slices.Backward(s.st.byLabel[np.label]) {
		if s.ordinal-e.seen > 12 || !strings.HasPrefix(strings.ToLower(withoutOrdinal(e.name)), low) || s.otherYear(np, e) {
			continue
		}
		if _, organization := s.st.gaz.Lookup(e.name); !organization { // "X Treaty Organization" is not the X Treaty
			return e
		}
	}
	return nil
}

package extract

import (
	"slices"
	"strings"
)

// As what people serve in missions.

// adverbial reports whether a phrase of other words tells only how or since when: "now", "still".
func (s *sentence) adverbial(p *phrase) bool {
	for x := p.x; x < p.y; x++ {
		if !s.items[x].is(cAdv) && !s.items[x].is(cNeg) && !contains(" now without break today already present ", s.items[x].low) {
			return false
		}
	}
	return true
}

// rolesOf are the roles that an item names, which may be a phrase of two: "military observers and staff officers".
func (s *sentence) rolesOf(it *item) (roles []string) {
	if r := it.value(cRole); r != "" {
		if r == "mission_total" {
			return nil
		}
		return []string{r}
	}
	if first, second, ok := strings.Cut(tidy(s.text(it.a, it.b)), " and "); ok && it.k == iLex {
		for _, part := range []string{first, second} {
			toks := tokenize(part, 0, len(part))
			found, _ := s.st.lex.match(toks, 0)
			for _, l := range found {
				if l.class == cRole {
					roles = append(roles, l.value)
				}
			}
		}
	}
	return roles
}

// servedAs is what the clause's people are: one role for all, or several that one country's people have
// ("engineers and medics"); "" where it doesn't say.
func (s *sentence) servedAs(c *clause, countries int) []string {
	var roles []string
	take := func(p *phrase) {
		for x := p.x; x < p.y; x++ {
			for _, r := range s.rolesOf(&s.items[x]) {
				roles = appendNew(roles, r)
			}
		}
	}
	if c.subj >= 0 {
		for i := c.subj; i < c.v; i++ { // "Fijian engineers and medics"
			if p := &s.ph[i]; i > c.subj && !(p.k == pMark && p.word == "and") && p.k != pOther {
				break
			}
			take(&s.ph[i])
		}
	} else if i := s.ownSubjectOf(c); i >= 0 {
		for ; i < c.v; i++ {
			take(&s.ph[i])
		}
	}
	if c.subj < 0 && roles == nil {
		for i := c.v - 1; i >= 0 && (s.ph[i].k == pOther || s.ph[i].k == pCount || s.ph[i].k == pParty || s.ph[i].k == pMark && s.ph[i].word == "and"); i-- {
			if s.ph[i].prep == "" || s.ph[i].prep == "of" {
				take(&s.ph[i])
			}
		}
	}
	reached := false // the mission
	for _, i := range c.post {
		p := &s.ph[i]
		if p.k == pRel || p.k == pMark && p.word != "and" && p.word != "," || reached && p.k == pMark && p.word == "and" {
			break
		}
		reached = reached || i > c.v+1 && s.missionAt(i) != nil
		if (p.k == pOther || p.k == pParty || p.k == pCount) && (!reached && (p.prep == "" || p.prep == "of") || p.prep == "as" || p.prep == "with" || p.prep == "including") {
			take(p)
		}
	}
	if len(roles) > 1 {
		roles = slices.DeleteFunc(roles, func(r string) bool { return r == "troops" })
	}
	if len(roles) == 0 || len(roles) > 1 && countries > 1 {
		return []string{""}
	}
	return roles
}

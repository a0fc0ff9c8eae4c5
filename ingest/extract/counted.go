package extract

import (
	"strings"

	"concord/graph"
)

// Counts of countries, and the names that a colon or a bracket gives them.

// expandCounts gives a count of countries the names that a colon brings: "Ten countries took part: A, B and C".
func (s *sentence) expandCounts() {
	for i := 1; i+1 < len(s.ph); i++ {
		q := &s.ph[i+1]
		if s.ph[i].k != pMark || s.ph[i].word != ":" || q.k != pParty || q.prep != "" || len(q.list.parties) < 2 {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			p := &s.ph[j]
			if p.k == pOther && p.prep == "" && p.y-p.x <= 2 && contains(" countries nations states navies ", p.word) {
				p.k, p.list = pParty, q.list // "the following countries took part: A, B and C"
				q.k, q.list = pOther, partyList{}
				break
			}
			if p.k == pParty && p.list.total > 0 && p.list.others && len(p.list.parties) == p.list.before {
				p.list.parties = append(p.list.parties[:p.list.before:p.list.before], q.list.parties...)
				q.k, q.list = pOther, partyList{}
				break
			}
			if p.k == pParty && p.list.total > 0 && len(p.list.parties) == 0 || p.k == pParty && p.prep == "" && len(p.list.parties) == 1 && p.list.parties[0].label == graph.CountryGroup {
				p.list.parties = q.list.parties
				q.k, q.list = pOther, partyList{}
				break
			}
		}
		if q.k == pParty && q.list.parties[0].personnel > 0 {
			if e := s.current(); e != nil {
				s.addParties(e, q.list, "participant", noVerb(), "participants.numbers")
			} else {
				s.numbered = q.list
			}
		}
	}
}

// describedNations passes up to three words that describe the countries counted, as in "14 European and African
// nations"; it stays where it is when no such noun follows them.
func (s *sentence) describedNations(y int) int {
	for z := y; z+1 < len(s.items) && z < y+5; z++ {
		it := &s.items[z]
		if it.k != iWord && it.k != iEnt && it.value(cNoun) != "member" && it.value(cNoun) != "group" && !(it.value(cConj) == "and" && z > y) || it.is(cVerb) || it.is(cPrep) || it.poss {
			return y
		}
		if it.k == iWord && it.cap && z == y && !(s.items[z+1].value(cConj) == "and" && s.st.lex.lists["continental"][it.low]) {
			return y
		}
		if next := &s.items[z+1]; next.value(cNoun) == "count" || next.is(cNoun) && s.countNoun(z+1) {
			return z + 1
		}
	}
	return y
}

// takersOf reports whether the words mean countries that take part: "nations taking part".
func takersOf(it *item) bool {
	if !hasNoun(it, "taker") {
		return false
	}
	for _, w := range []string{"countries", "nations", "states", "navies", "militaries"} {
		if strings.Contains(it.low, w) {
			return true
		}
	}
	return strings.Contains(it.low, "countr") || strings.Contains(it.low, "nation")
}

// skipRegion passes "of Southeast Asia" between a count and the list that a colon or bracket starts.
func (s *sentence) skipRegion(y int) int {
	if y+1 >= len(s.items) || s.items[y].value(cPrep) != "of" && s.items[y].value(cPrep) != "in" && s.items[y].value(cPrep) != "from" {
		return y
	}
	for z := y + 1; z < len(s.items) && z < y+6; z++ {
		if s.items[z].punct(":") || s.items[z].punct("(") {
			return z
		}
		if s.items[z].country() || s.items[z].verb() != nil || s.items[z].k == iPunct {
			return y
		}
	}
	return y
}

func (s *sentence) countNoun(y int) bool {
	for _, l := range s.items[y].lex {
		if l.class == cNoun && l.value == "count" {
			return true
		}
	}
	return false
}

package extract

import (
	"slices"
	"strings"

	"concord/graph"
)

// Officials who are named beside their titles, as press releases name them.

// joinOfficials takes the names out that stand in commas beside titles, and joins the officials into one list:
// "Ana Diaz, Minister of Defence of A, and Jon Eze, Minister of Defence of B, signed".
func (s *sentence) joinOfficials() {
	for i := 0; i < len(s.ph); i++ {
		if !s.official(i) {
			continue
		}
		s.takeName(i)
		if i+2 < len(s.ph) && s.comma(i+1) && s.personName(i+2) && (i+3 == len(s.ph) || s.ph[i+3].k == pMark && s.ph[i+3].word != "(" || s.ph[i+3].prep != "") {
			n := i + 3
			if s.comma(n) {
				n++
			}
			s.ph = append(s.ph[:i+1], s.ph[n:]...)
		} else if i >= 2 && s.comma(i-1) && s.ph[i].prep == "" && s.named(i-2) {
			n := i + 1
			if s.comma(n) {
				n++
			}
			p := s.ph[i]
			p.prep = s.ph[i-2].prep // "attended by Ana Diaz, President of A"
			s.ph = append(append(s.ph[:i-2], p), s.ph[n:]...)
			i -= 2
		}
	}
	for i := 0; i+2 < len(s.ph); i++ {
		for s.official(i) || len(s.ph[i].list.parties) > 1 && s.ph[i].list.parties[0].rep != "" {
			q := s.nextOfficial(i)
			if q < 0 && s.withName(i) && s.comma(i+1) && i+2 < len(s.ph) && s.ph[i+2].prep == "" && s.official(i+2) && s.withName(i+2) {
				q = i + 2
			}
			if q < 0 || slices.ContainsFunc(s.ph[i].list.parties, func(p party) bool { return p.id == s.ph[q].list.parties[0].id }) {
				break
			}
			p, r := &s.ph[i], &s.ph[q]
			p.list = joinLists(p.list, r.list)
			p.y, p.b = r.y, r.b
			s.ph = append(s.ph[:i+1], s.ph[q+1:]...)
		}
	}
}

// takeName makes the name that follows a title without a comma a part of its phrase: "President of A Ana Diaz".
func (s *sentence) takeName(i int) {
	p := &s.ph[i]
	if i+1 >= len(s.ph) || s.ph[i+1].x != p.y || !s.items[p.y-1].country() || !s.personName(i+1) {
		return
	}
	n := i + 2
	if last := &s.ph[i+1]; last.y-last.x == 1 && last.b-last.a == 1 && n+1 < len(s.ph) && s.ph[n].k == pMark && s.ph[n].word == "." && s.personName(n+1) {
		n += 2 // "E. Rahmon"
	}
	if n < len(s.ph) && s.ph[n].k != pVerb && (s.ph[n].k != pMark || s.ph[n].word == "(") {
		return
	}
	p.y, p.b = s.ph[n-1].y, s.ph[n-1].b
	s.ph = append(s.ph[:i+1], s.ph[n:]...)
}

// withName reports whether the phrase of officials ends with somebody's name.
func (s *sentence) withName(i int) bool {
	it := &s.items[s.ph[i].y-1]
	return it.k == iWord && it.cap
}

// nextOfficial is the phrase of the official that follows phrase i with "and" or a semicolon between, or -1.
func (s *sentence) nextOfficial(i int) int {
	joined := false
	for q := i + 1; q < len(s.ph) && q < i+4; q++ {
		if p := &s.ph[q]; p.k == pMark && (p.word == "and" || p.word == ";") {
			joined = true
		} else if p.k != pMark || p.word != "," {
			if joined && p.prep == "" && s.official(q) {
				return q
			}
			return -1
		}
	}
	return -1
}

// named reports whether phrase i is a person's name at the beginning of a list, or of a member of one.
func (s *sentence) named(i int) bool {
	p := s.ph[i].prep
	return s.capitals(i) && (p == "by" || p == "with" || p == "" && (i == 0 || s.ph[i-1].k == pMark || s.ph[i-1].k == pDate))
}

// official reports whether phrase i is one country or organization by somebody with a title.
func (s *sentence) official(i int) bool {
	p := &s.ph[i]
	return p.k == pParty && len(p.list.parties) == 1 && p.list.parties[0].rep != "" && p.list.parties[0].label != graph.CountryGroup
}

// personName reports whether phrase i is nothing but a few capitalised words that name nothing known.
func (s *sentence) personName(i int) bool {
	return s.ph[i].prep == "" && s.capitals(i)
}

func (s *sentence) capitals(i int) bool {
	p := &s.ph[i]
	if p.k != pOther || p.y-p.x > 6 {
		return false
	}
	for x := p.x; x < p.y; x++ {
		if it := &s.items[x]; !it.cap && !it.punct(".") || it.k == iEnt || it.is(cDet) || it.k == iDate {
			return false
		}
	}
	return true
}

// officialsAgain reads "the Presidents" and "the ministers", with no word of whose, as those of the two or more
// countries told of last.
func (s *sentence) officialsAgain(x int) (partyList, int) {
	it := &s.items[x]
	if x == 0 || s.items[x-1].low != "the" || s.heading || !it.is(cBody) || contains(" government ministry ", it.value(cBody)) || len(s.st.together) < 2 || s.ordinal-s.st.togetherAt > 3 {
		return partyList{}, x
	}
	words := strings.ToLower(s.text(it.a, it.b))
	if !strings.HasSuffix(words, "s") && !strings.HasPrefix(words, "heads") && !strings.HasPrefix(words, "ministers") || x+1 < len(s.items) && (s.items[x+1].is(cPrep) && contains(" of from for between with ", s.items[x+1].value(cPrep)) || s.items[x+1].k == iEnt || s.items[x+1].poss || s.items[x+1].eventNoun() != nil || it.poss) {
		return partyList{}, x
	}
	if v, y := s.nextVerb(x + 1); y == x+1 || !contains(" sign conclude adopt ", v.class) {
		return partyList{}, x
	}
	list := append([]party(nil), s.st.together...)
	for k := range list {
		p := &list[k]
		p.a, p.b, p.forces, p.rep, p.personnel, p.role = it.a, it.b, nil, singular(s.text(it.a, it.b)), 0, ""
	}
	return partyList{parties: list, pronoun: true, a: it.a, b: it.b}, x + 1
}

// nextVerb is the verb group at item x; it ends at x where none or the text's end is there.
func (s *sentence) nextVerb(x int) (*verbGroup, int) {
	if x >= len(s.items) {
		return nil, x
	}
	return s.verbGroup(x)
}

package extract

import "concord/graph"

// Officials who are named beside their titles, as press releases name them.

// joinOfficials takes the names out that stand in commas beside titles, and joins the officials into one list:
// "Ana Diaz, Minister of Defence of A, and Jon Eze, Minister of Defence of B, signed".
func (s *sentence) joinOfficials() {
	for i := 0; i < len(s.ph); i++ {
		if !s.official(i) {
			continue
		}
		if i+2 < len(s.ph) && s.comma(i+1) && s.personName(i+2) && (i+3 == len(s.ph) || s.ph[i+3].k == pMark && s.ph[i+3].word != "(" || s.ph[i+3].prep != "") {
			n := i + 3
			if s.comma(n) {
				n++
			}
			s.ph = append(s.ph[:i+1], s.ph[n:]...)
		} else if i >= 2 && s.comma(i-1) && s.personName(i-2) && (i == 2 || s.ph[i-3].k == pMark || s.ph[i-3].k == pDate) {
			n := i + 1
			if s.comma(n) {
				n++
			}
			p := s.ph[i]
			s.ph = append(append(s.ph[:i-2], p), s.ph[n:]...)
			i -= 2
		}
	}
	for i := 0; i+2 < len(s.ph); i++ {
		q := i + 1
		if s.comma(q) && q+2 < len(s.ph) {
			q++
		}
		if !s.official(i) || s.ph[q].k != pMark || s.ph[q].word != "and" || !s.official(q+1) || s.ph[q+1].prep != "" {
			continue
		}
		p, r := &s.ph[i], &s.ph[q+1]
		if len(p.list.parties) != 1 || p.list.parties[0].id == r.list.parties[0].id {
			continue
		}
		p.list = joinLists(p.list, r.list)
		p.y, p.b = r.y, r.b
		s.ph = append(s.ph[:i+1], s.ph[q+2:]...)
	}
}

// official reports whether phrase i is one country or organization by somebody with a title.
func (s *sentence) official(i int) bool {
	p := &s.ph[i]
	return p.k == pParty && len(p.list.parties) == 1 && p.list.parties[0].rep != "" && p.list.parties[0].label != graph.CountryGroup
}

// personName reports whether phrase i is nothing but a few capitalised words that name nothing known.
func (s *sentence) personName(i int) bool {
	p := &s.ph[i]
	if p.k != pOther || p.prep != "" || p.y-p.x > 6 {
		return false
	}
	for x := p.x; x < p.y; x++ {
		if it := &s.items[x]; !it.cap && !it.punct(".") || it.k == iEnt || it.is(cDet) || it.k == iDate {
			return false
		}
	}
	return true
}

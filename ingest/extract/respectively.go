package extract

// distribution says into how many members the clause's lists fall that belong together
// one by one: those of a "respectively", or several dates of one event.
func (s *sentence) distribution(c *clause, evs []*event) int {
	if len(evs) == 0 {
		return 0
	}
	idx := append(append(append([]int(nil), c.leading...), c.pre...), c.post...)
	respectively := false
	lens := map[int]int{}
	dates := 0
	for _, i := range idx {
		p := &s.ph[i]
		switch p.k {
		case pRespectively:
			respectively = true
		case pDate:
			if len(p.dates) > 1 {
				lens[len(p.dates)]++
				dates = len(p.dates)
			}
		case pPlace:
			if len(p.places) > 1 {
				lens[len(p.places)]++
			}
		case pParty:
			if len(p.list.parties) > 1 && (p.prep == "with" || p.prep == "by") {
				lens[len(p.list.parties)]++
			}
		}
	}
	if respectively {
		if len(evs) > 1 && lens[len(evs)] > 0 {
			return len(evs)
		}
		for n, times := range lens {
			if len(evs) == 1 && times > 1 {
				return n
			}
		}
		if len(evs) == 1 && dates > 1 {
			return dates
		}
		return 0
	}
	if len(evs) == 1 && dates > 1 && dates < 7 && evs[0].date == "" && evs[0].name == "" && (evs[0].plural || !s.consecutive(idx)) {
		return dates
	}
	return 0
}

// split makes n events of one that a sentence tells of together, at n dates or places.
func (s *sentence) split(c *clause, e *event, n int) []*event {
	list := []*event{e}
	e.plural = false
	for len(list) < n {
		list = append(list, e.clone())
	}
	for i := range s.ph {
		if p := &s.ph[i]; p.k == pEvent && len(p.ev) == 1 && p.ev[0] == e {
			p.ev = list
		}
	}
	return list
}

// consecutive reports whether two dates are months or days in a row, and so one stretch of time.
func (s *sentence) consecutive(idx []int) bool {
	for _, i := range idx {
		if p := &s.ph[i]; p.k == pDate && len(p.dates) == 2 {
			return span(p.dates) != p.dates[0]
		}
	}
	return false
}

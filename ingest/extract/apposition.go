package extract

import (
	"cmp"

	"concord/graph"
)

// apposition is the event that phrase i describes a second time: "AMAZONLOG 17, a logistics
// exercise", "a naval exercise, Peace-2007".
func (s *sentence) apposition(i int) *event {
	if i >= 2 && s.ph[i].prep == "of" && s.ph[i].np.name == "" && s.ph[i-1].k == pOther && contains(" edition phase stage part iteration far leg ", s.ph[i-1].word) {
		for j := i - 2; j >= 0; j-- {
			if s.ph[j].k == pEvent && len(s.ph[j].ev) == 1 && s.ph[j].ev[0].label == s.ph[i].np.label {
				return s.ph[j].ev[0]
			}
		}
	}
	if e := s.shortTitle(i); e != nil {
		return e
	}
	if e := s.describedInLine(i); e != nil {
		return e
	}
	if i < 2 || s.ph[i-1].k != pMark || s.ph[i-1].word != "," && s.ph[i-1].word != "(" && s.ph[i-1].word != "-" {
		return nil
	}
	j := i - 2
	for j > 0 && s.ph[j].k == pParty && (s.ph[j].prep == "between" || s.ph[j].prep == "with") && s.ph[i].np.name != "" {
		j-- // "the exercise between A and B, Exercise X"
	}
	if s.ph[j].k != pEvent || len(s.ph[j].ev) != 1 {
		return nil
	}
	np, e := s.ph[i].np, s.ph[j].ev[0]
	if s.ph[i-1].word == "(" && e.label == np.label && (np.label == graph.Treaty || s.toks[s.items[np.x].i].acronym() && np.y <= np.x+2) && np.name != "" && e.name != "" {
		if np.series != "" {
			e.series = np.series
			s.st.renamed(e)
			key := nameKey(np.label, tidy(np.name))
			s.st.byName[key] = append(s.st.byName[key], e)
		}
		e.aliases = appendNew(e.aliases, tidy(np.name))
		return e
	}
	if s.ph[i].prep != "" || e.label != np.label || np.plural || e.plural || (np.name == "") == (e.name == "") || np.name == "" && np.det == "" && s.hasVerb() {
		return nil
	}
	if np.name != "" {
		e.name = tidy(np.name)
		s.st.renamed(e)
		s.st.byName[nameKey(np.label, e.name)] = append(s.st.byName[nameKey(np.label, e.name)], e)
	}
	e.learn(np, "")
	return e
}

// describedInLine is the exercise whose name begins a list's item, which phrase i describes: "Swift Response (Poland,
// 2-20 May): a US-led airborne exercise with A and B".
func (s *sentence) describedInLine(i int) *event {
	p, q := &s.ph[i], &s.ph[0]
	if !s.listItem || i < 2 || p.np.name != "" || p.np.plural || p.np.det != "a" && p.np.det != "" || p.prep != "" || s.ph[i-1].k != pMark || q.k != pEvent || len(q.ev) != 1 || q.ev[0].name == "" || q.ev[0].label != p.np.label {
		return nil
	}
	for j := 1; j < i; j++ {
		if s.ph[j].k == pVerb || s.ph[j].k == pEvent {
			return nil
		}
	}
	e := q.ev[0]
	e.learn(p.np, "")
	return e
}

// namedByPredicate takes the name of "Blue Harbour is a biennial naval exercise", and makes
// one event of "Bright Star began in 1980 as an exercise of A and B".
func (s *sentence) namedByPredicate(list []clause) {
	for k := range list {
		c := &list[k]
		if c.v < 1 || c.verb.neg || c.verb.modality != "" || c.verb.class != "be" && c.verb.class != "hold" && c.verb.class != "establish" {
			continue
		}
		s.namedSeries(c)
		for _, i := range c.post {
			p := &s.ph[i]
			if p.k != pEvent || p.np.name != "" || p.np.plural || p.np.det == "the" || p.ev != nil {
				continue
			}
			q := &s.ph[c.v-1]
			switch {
			case c.verb.class == "be" && p.prep == "" && q.k == pOther && q.prep == "" && s.allCaps(q) && c.v == 1:
				p.np.name, p.np.nameA, p.np.nameB = s.text(q.a, q.b), q.a, q.b
				p.np.habitual = p.np.habitual || s.present(c)
				p.np.series = cmp.Or(p.np.series, p.np.name)
			case p.prep == "as" && c.subj >= 0 && s.ph[c.subj].k == pEvent && s.ph[c.subj].np.label == p.np.label && s.ph[c.subj].np.name != "":
				p.np.name = s.ph[c.subj].np.name
				p.np.habitual = true
				s.ph[c.subj].np.habitual = true
			}
			break
		}
	}
}

// namedSeries takes the name of "Eastern Shield is a series of regional exercises".
func (s *sentence) namedSeries(c *clause) {
	if c.verb.class != "be" || c.v != 1 || s.ph[0].k != pOther || s.ph[0].prep != "" || !s.allCaps(&s.ph[0]) {
		return
	}
	series, q := false, &s.ph[0]
	for _, i := range c.post {
		p := &s.ph[i]
		series = series || p.k == pOther && p.word == "series"
		if np := p.np; p.k == pEvent && (series && p.prep == "of" || p.prep == "" && s.aSeriesOf(np.x)) && np.label == graph.Exercise && np.name == "" && np.count == 0 {
			np.name, np.nameA, np.nameB, np.series = s.text(q.a, q.b), q.a, q.b, s.text(q.a, q.b)
			np.plural, np.generic, np.habitual, p.prep = false, false, true, ""
			return
		}
		if p.k == pVerb || p.k == pRel || p.k == pEvent {
			return
		}
	}
}

// namedByApposition takes the name beside an exercise that has none: "the first army exercise, Steppe Guard, took
// place", "took part in TAMARIND, an exercise hosted by A".
func (s *sentence) namedByApposition() {
	for i := 2; i < len(s.ph); i++ {
		if m := &s.ph[i-1]; m.k != pMark || m.word != "," {
			continue
		}
		first, second := &s.ph[i-2], &s.ph[i]
		if i > 2 && first.k == pParty && (first.prep == "of" || first.prep == "between" || first.prep == "with") {
			first = &s.ph[i-3] // "the exercise of A and B, X,"
		}
		if second.prep != "" {
			continue
		}
		e, name := first, second
		ok := i+1 == len(s.ph) || s.ph[i+1].k == pMark
		if second.k == pEvent {
			e, name = second, first
			ok = name.x > 0 || s.toks[s.items[name.x].i].acronym()
		}
		quoted := name.y == name.x+1 && s.items[name.x].k == iName
		if !ok && !quoted || e.k != pEvent || name.k != pOther || !quoted && (!s.allCaps(name) || !s.bareName(name)) {
			continue
		}
		if np := e.np; np.label == graph.Exercise && np.name == "" && np.series == "" && !np.plural {
			np.name, np.nameA, np.nameB = tidy(s.text(name.a, name.b)), name.a, name.b
		}
	}
}

// allCaps reports whether the phrase is a name of one to four capitalised words.
func (s *sentence) allCaps(p *phrase) bool {
	for x := p.x; x < p.y; x++ {
		if !s.items[x].cap || s.items[x].k == iEnt || s.items[x].k == iDate {
			return false
		}
	}
	return p.y-p.x <= 4
}

// bareName reports whether the phrase has no article and names nobody who speaks: no "the North's Chiefs of Staff".
func (s *sentence) bareName(p *phrase) bool {
	if p.x > 0 && s.items[p.x-1].is(cDet) {
		return false
	}
	for x := p.x; x < p.y; x++ {
		if it := &s.items[x]; it.poss || it.is(cBody) {
			return false
		}
	}
	return true
}

// sameAgain binds the event of "This was the first time that X took part in a … exercise" to the one told before.
func (s *sentence) sameAgain() {
	if len(s.items) < 3 || s.items[0].low != "this" && s.items[0].low != "it" || s.items[1].value(cAux) != "be" {
		return
	}
	for i := range s.ph {
		p := &s.ph[i]
		if p.k != pEvent || p.np.name != "" || p.np.plural || p.np.det == "the" && (p.np.ordinal == 0 || s.items[1].low != "was" && s.items[1].low != "is") {
			continue
		}
		if e := s.st.last[p.np.label]; e != nil && (e.ordinal == 0 || p.np.ordinal == 0 || e.ordinal == p.np.ordinal) && e.section == s.section && s.ordinal-e.seen <= 1 {
			p.ev = []*event{e}
			e.seen = s.ordinal
			e.learn(p.np, "")
			if p.np.ordinal > 0 && e.ordinal == p.np.ordinal {
				e.property("ordinal", int64(e.ordinal), s, p.a, p.b, nil, "ordinal")
			}
			if i+1 < len(s.ph) && s.ph[i+1].k == pEvent && s.ph[i+1].prep == "of" && s.ph[i+1].np.name == "" && s.ph[i+1].np.label == e.label {
				s.ph[i+1].ev = p.ev
			}
			for _, d := range p.np.domains {
				e.property("domains", d, s, p.a, p.b, nil, "domain")
			}
		}
		return
	}
}

// absorb takes over what is known of another mention of the same event.
func (e *event) absorb(o *event) {
	if o == e {
		return
	}
	e.args = append(e.args, o.args...)
	e.date = cmp.Or(e.date, o.date)
	e.ordinal = cmp.Or(e.ordinal, o.ordinal)
	e.lateral = cmp.Or(e.lateral, o.lateral)
	for _, d := range o.domains {
		e.domains = appendNew(e.domains, d)
	}
	for _, f := range o.forces {
		e.forces = appendNew(e.forces, f)
	}
	o.dropped = true
	st := e.s.st
	if st.last[e.label] == o {
		st.last[e.label] = e
	}
	if st.lastAny == o {
		st.lastAny = e
	}
}

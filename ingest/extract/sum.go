package extract

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Figures check themselves: where a text gives a total and its parts, the total's Figure says
// what they come to. Parts of one role are added first, as in 88 observers + 1,315 engineers.

// sum is a total and the parts that the text gives of it.
type sum struct {
	s        *sentence
	a, b     int // of the total
	value    float64
	over     bool // "more than" the value
	parts    []sumPart
	complete bool // the parts are said to be all of it
}

type sumPart struct {
	role  string
	value float64
}

// sums looks for a total with its parts in the sentence, or for the parts of the total in the sentence before.
func (s *sentence) sums() {
	open := s.st.open
	s.st.open = nil
	if open != nil && s.partsOfThem() && open.s.ordinal == s.ordinal-1 && open.s.ordinal >= s.st.blockAt {
		open.parts = s.sumParts(0)
		s.st.close(open)
		return
	}
	for i := range s.ph {
		p := &s.ph[i]
		if p.k != pCount || p.count.unit != "persons" && p.count.role == "" {
			continue
		}
		t := &sum{s: s, a: p.a, b: p.b, value: p.count.num.value, over: p.count.comparator == "gt" || p.count.comparator == "gte"}
		if p.count.comparator != "eq" && !t.over {
			return
		}
		for j := i + 1; j < len(s.ph); j++ {
			if q := &s.ph[j]; q.k == pMark && q.word == ":" || q.k == pVerb && contains(" comprising consisting ", q.verb.low) {
				t.complete = true
				t.parts = s.sumParts(j + 1)
				break
			} else if q.k == pVerb && q.verb.ing && q.verb.class == "involve" || q.prep == "including" {
				t.parts = s.sumParts(j)
				break
			}
		}
		s.st.close(t)
		s.st.open = t
		return
	}
}

// partsOfThem reports whether the sentence tells of parts: "Among them were…", "Of these, …".
func (s *sentence) partsOfThem() bool {
	words := strings.Join(strings.Fields(strings.ToLower(s.text(s.a, min(s.b, s.a+40)))), " ")
	for _, start := range []string{"among them", "among these", "of these", "of them", "of those", "they include", "they comprise", "these include"} {
		if strings.HasPrefix(words, start) {
			return true
		}
	}
	return false
}

// sumParts are the exact numbers of people from phrase i on; none if one is not exact.
func (s *sentence) sumParts(i int) []sumPart {
	var parts []sumPart
	for ; i < len(s.ph); i++ {
		p := &s.ph[i]
		switch {
		case p.k == pCount && (p.count.unit == "persons" || p.count.role != ""):
			if p.count.comparator != "eq" {
				return nil
			}
			parts = append(parts, sumPart{p.count.role, p.count.num.value})
		case p.k == pParty:
			for _, party := range p.list.parties {
				if party.personnel > 0 {
					parts = append(parts, sumPart{"", float64(party.personnel)})
				}
			}
		}
	}
	return parts
}

// close keeps a total whose parts are known.
func (st *state) close(t *sum) {
	if len(t.parts) > 1 && (t.complete || t.adds()) {
		st.sums = append(st.sums, t)
	}
}

func (t *sum) total() float64 {
	n := 0.0
	for _, p := range t.parts {
		n += p.value
	}
	return n
}

// adds reports whether the parts come to the total.
func (t *sum) adds() bool {
	n := t.total()
	return n == t.value || t.over && n > t.value
}

// terms is the addition of the parts: "88 + 1,315 + 340 + 206".
func (t *sum) terms() string {
	var byRole []sumPart
	for _, p := range t.parts {
		k := slices.IndexFunc(byRole, func(q sumPart) bool { return q.role == p.role && p.role != "" })
		if k < 0 {
			byRole = append(byRole, p)
		} else {
			byRole[k].value += p.value
		}
	}
	if len(byRole) == 1 {
		byRole = t.parts
	}
	var terms []string
	for _, p := range byRole {
		terms = append(terms, thousands(p.value))
	}
	return strings.Join(terms, " + ")
}

// thousands writes a whole number with commas.
func thousands(v float64) string {
	digits := strconv.FormatFloat(v, 'f', -1, 64)
	for i := len(digits) - 3; i > 0 && !strings.Contains(digits, "."); i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// note tells a reader what the parts come to.
func (t *sum) note() Note {
	verdict := "adds up"
	if !t.adds() {
		verdict = fmt.Sprintf("does not add up, the text says %s", thousands(t.value))
	}
	return Note{Passage: t.s.ordinal, Words: t.s.text(t.a, t.b), Why: fmt.Sprintf("%s = %s: %s", t.terms(), thousands(t.total()), verdict)}
}

// checkFigures gives the figures that are totals what their parts come to.
func (st *state) checkFigures() {
	of := map[*sentence][]int{}
	for k := range st.figures {
		of[st.figures[k].s] = append(of[st.figures[k].s], k)
	}
	for _, t := range st.sums {
		for _, k := range of[t.s] {
			if f := &st.figures[k]; f.a <= t.a && t.b <= f.b || t.a <= f.a && f.b <= t.b {
				f.props["parts"] = fmt.Sprintf("%s = %s", t.terms(), thousands(t.total()))
				f.props["addsUp"] = t.adds()
			}
		}
	}
}

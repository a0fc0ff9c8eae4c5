package evaluate

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"concord/graph"
)

// Score compares what a bundle claims with what the gold says its document states.
func Score(b graph.Bundle, g *Gold) Report {
	s := &scorer{alignment: align(b, g), report: newReport(b, g)}
	s.relations()
	s.properties()
	s.quotes()
	return s.report
}

type scorer struct {
	*alignment
	report Report
	real   map[string]bool // predicted entities with a relation claim that is right or may be
	wrong  map[string]bool // and with one that is wrong
}

// prediction is a relation claim in the gold's references, once for all its repetitions.
type prediction struct {
	claim           graph.Claim
	subject, object string
}

func (s *scorer) predictions() []prediction {
	var out []prediction
	seen := map[string]bool{}
	for _, c := range s.claims {
		if c.Relation == "" {
			continue
		}
		p := prediction{c, s.ref(c.Subject), s.ref(c.Object)}
		key := strings.Join([]string{p.subject, string(c.Relation), p.object, string(c.Modality), string(c.Polarity)}, "\x00")
		for _, k := range slices.Sorted(maps.Keys(c.Properties)) {
			key += "\x00" + k + "\x00" + strings.Join(each(c.Properties[k]), "\x01")
		}
		if !seen[key] {
			seen[key] = true
			out = append(out, p)
		}
	}
	return out
}

// fits reports whether p says what g says, whatever the relation's own properties.
func fits(g Claim, p prediction) bool {
	if p.claim.Relation != g.Relation || !g.Form.Accepts(p.claim) {
		return false
	}
	if accepts(g.Subjects, p.subject) && accepts(g.Objects, p.object) {
		return true
	}
	return g.Relation == graph.CooperatesWith && accepts(g.Subjects, p.object) && accepts(g.Objects, p.subject)
}

// agreement is how many properties of g p has, less those in which it differs.
func agreement(g Claim, p prediction) int {
	n := 0
	for name, right := range g.Properties {
		switch got := each(p.claim.Properties[name]); {
		case sameValues(right, got):
			n++
		case len(got) > 0:
			n--
		}
	}
	return n
}

// contradicts reports whether p differs from g in the relation's key.
func contradicts(g Claim, p prediction) bool {
	rel, _ := graph.RelationOf(g.Relation)
	return slices.ContainsFunc(rel.Key, func(name string) bool {
		got := each(p.claim.Properties[name])
		return len(got) > 0 && len(g.Properties[name]) > 0 && !sameValues(g.Properties[name], got)
	})
}

func (s *scorer) relations() {
	s.real, s.wrong = map[string]bool{}, map[string]bool{}
	predictions := s.predictions()
	type pair struct{ g, p, agreement int }
	var candidates []pair
	for gi, g := range s.gold.Claims {
		for pi, p := range predictions {
			if !g.Optional && fits(g, p) {
				candidates = append(candidates, pair{gi, pi, agreement(g, p)})
			}
		}
	}
	slices.SortStableFunc(candidates, func(a, b pair) int { return cmp.Compare(b.agreement, a.agreement) })
	found, taken := map[int]int{}, map[int]bool{}
	for _, c := range candidates {
		if _, done := found[c.g]; !done && !taken[c.p] {
			found[c.g], taken[c.p] = c.p, true
		}
	}
	for gi, g := range s.gold.Claims {
		if g.Optional {
			continue
		}
		kind := string(g.Relation)
		if pi, ok := found[gi]; ok {
			s.report.count(kind).True++
			s.values(g, predictions[pi])
			s.sound(predictions[pi])
		} else {
			s.report.count(kind).Missed++
			s.report.miss(kind, s.tell(g), g.Line, s.passage(g))
		}
	}
	for pi, p := range predictions {
		if !taken[pi] {
			s.surplus(p)
		}
	}
}

// surplus judges a prediction that no claim of the gold was left for.
func (s *scorer) surplus(p prediction) {
	kind := string(p.claim.Relation)
	if slices.ContainsFunc(s.gold.Claims, func(g Claim) bool { return fits(g, p) && (g.Optional || !contradicts(g, p)) }) {
		s.sound(p)
		return
	}
	if p.claim.Relation == graph.HasFigure && s.repeats(p.claim.Object) || p.claim.Relation == graph.Includes && s.repeats(p.claim.Subject) {
		return
	}
	s.wrong[p.claim.Subject], s.wrong[p.claim.Object] = true, true
	s.report.count(kind).False++
	s.report.wrong(kind, s.told(p), p.claim)
}

func (s *scorer) sound(p prediction) {
	s.real[p.claim.Subject], s.real[p.claim.Object] = true, true
}

// repeats reports whether a figure's number is one that the gold has as a property.
func (s *scorer) repeats(id string) bool {
	v := s.value(id)
	for _, c := range s.gold.Claims {
		if among(c.Properties["personnel"], v) {
			return true
		}
	}
	return slices.ContainsFunc(s.gold.Entities, func(e *Entity) bool { return among(e.Properties["participantTotal"], v) })
}

// judged are the properties of relations that are counted, on claims that are right.
var judged = []string{"role", "action", "status", "personnel", "asOf", "since", "until", "date", "forces", "endpoint", "representedBy", "domain"}

// judgedWhereGiven are those of them that the gold need not have.
var judgedWhereGiven = []string{"forces", "endpoint", "representedBy", "domain", "status", "since", "until", "date"}

func (s *scorer) values(g Claim, p prediction) {
	for _, name := range judged {
		s.judge(name, g.Properties[name], each(p.claim.Properties[name]), p.claim, s.told(p), slices.Contains(judgedWhereGiven, name))
	}
	if g.Relation == graph.HasFigure {
		e := s.gold.Entity(s.ref(p.claim.Object))
		for _, name := range []string{"comparator", "unit", "asOf", "valueMax"} {
			if e != nil {
				s.judge(name, e.Properties[name], each(s.entity[p.claim.Object].Properties[name]), p.claim, s.told(p), true)
			}
		}
	}
}

// judge counts a property's value got against those that are right.
func (s *scorer) judge(name string, right []any, got []string, c graph.Claim, told string, whereGiven bool) {
	counts := s.report.value(name)
	switch {
	case len(right) == 0 && (len(got) == 0 || whereGiven):
	case len(got) == 0 && among(right, ""):
	case sameValues(right, got):
		counts.True++
	default:
		if len(got) > 0 {
			counts.False++
		}
		if len(right) > 0 {
			counts.Missed++
		}
		s.report.misvalue(name, told+"; right: "+strings.Join(each(right), "|"), c)
	}
}

// sameValues reports whether got is right: each of its values is among those that are,
// or it has none where none is right as well.
func sameValues(right []any, got []string) bool {
	if len(got) == 0 {
		return among(right, "")
	}
	return !slices.ContainsFunc(got, func(v string) bool { return !among(right, v) })
}

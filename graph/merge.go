package graph

import (
	"cmp"
	"encoding/json"
	"slices"
)

// saying is a value that somebody gives a property.
type saying struct {
	value any
	by    Claim  // the claim; a description's has no ID
	text  string // the date as the document puts it, where it does
}

func (s saying) byAnalyst() bool { return s.by.byAnalyst() > 0 }

// merged is what sayings of one property come to.
type merged struct {
	value    any
	text     string
	disputed []Claim // the claims that contradict each other, nil when none do
}

// ladders hold values of which a later one says more than an earlier one, or comes
// after it, without contradicting it: who hosted took part; what was signed had been drafted.
var ladders = map[string][]string{
	"role": {"participant", "host", "co_host"},
	"status": {
		"planned", "under_negotiation", "proposed", "drafted", "formulated", "finalized", "adopted", "established",
		"launched", "signed", "concluded", "ratified", "in_force", "suspended", "terminated",
	},
}

// merge brings together what is said of the property called name. Lists are united. Of
// dates, one that lies within another takes its place. Of other values one is chosen:
// that of the strongest basis, then of the most documents, then of the surest claim,
// then the first in the order of their JSON. Values that are left and differ are a dispute.
//
// What an analyst says of the property is all that counts, where one does.
func merge(name string, sayings []saying) merged {
	if slices.ContainsFunc(sayings, saying.byAnalyst) {
		sayings = slices.DeleteFunc(slices.Clone(sayings), func(s saying) bool { return !s.byAnalyst() })
	}
	if slices.ContainsFunc(sayings, func(s saying) bool { return kindOfValue(s.value) == KindList }) {
		return merged{value: unite(sayings)}
	}
	groups := group(sayings)
	left := groups[:0:0]
	for _, g := range groups {
		if !slices.ContainsFunc(groups, func(o sameValue) bool { return outdone(name, g.value, o.value) }) {
			left = append(left, g)
		}
	}
	slices.SortFunc(left, compareGroups)
	m := merged{value: left[0].value, text: left[0].text()}
	if len(left) > 1 {
		for _, g := range left {
			m.disputed = append(m.disputed, g.claims...)
		}
	}
	return m
}

func unite(sayings []saying) []string {
	var all []string
	for _, s := range sayings {
		list, _ := s.value.([]string)
		all = append(all, list...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// sameValue is a value and the claims that give it.
type sameValue struct {
	value     any
	key       string
	claims    []Claim
	texts     []string
	documents int
}

func (g sameValue) best() Claim {
	return slices.MinFunc(g.claims, compareClaims)
}

// text returns the way of putting the date that most say, then the longest, then the first.
func (g sameValue) text() string { return mostSaid(g.texts) }

func group(sayings []saying) []sameValue {
	byKey := map[string]*sameValue{}
	var order []string
	documents := map[[2]string]bool{}
	for _, s := range sayings {
		k, _ := json.Marshal(s.value)
		g := byKey[string(k)]
		if g == nil {
			g = &sameValue{value: s.value, key: string(k)}
			byKey[g.key] = g
			order = append(order, g.key)
		}
		g.claims = append(g.claims, s.by)
		if s.text != "" {
			g.texts = append(g.texts, s.text)
		}
		if d := [2]string{g.key, s.by.Document}; !documents[d] {
			documents[d] = true
			g.documents++
		}
	}
	slices.Sort(order)
	groups := make([]sameValue, len(order))
	for i, k := range order {
		groups[i] = *byKey[k]
	}
	return groups
}

func compareGroups(a, b sameValue) int {
	x, y := a.best(), b.best()
	return cmp.Or(
		cmp.Compare(y.Basis.rank(), x.Basis.rank()),
		cmp.Compare(b.documents, a.documents),
		cmp.Compare(y.Confidence, x.Confidence),
		cmp.Compare(a.key, b.key),
	)
}

// outdone reports whether other says all that value does, and more.
func outdone(name string, value, other any) bool {
	a, ok1 := value.(string)
	b, ok2 := other.(string)
	if !ok1 || !ok2 || a == b {
		return false
	}
	if kind, _ := KindOf(name); kind == KindDate {
		return lessExact(a, b)
	}
	if ladder := ladders[name]; ladder != nil {
		i, j := slices.Index(ladder, a), slices.Index(ladder, b)
		return i >= 0 && i < j
	}
	return false
}

// lessExact reports whether the date b lies within the date a. Of two that allow the same
// days, one without a qualifier is the more exact, and one shorter in print.
func lessExact(a, b string) bool {
	x, err1 := ParseDate(a)
	y, err2 := ParseDate(b)
	if err1 != nil || err2 != nil || !y.Within(x) {
		return false
	}
	if !x.Within(y) {
		return true
	}
	hedged := func(d Date) int {
		n := 0
		if d.Uncertain() {
			n++
		}
		if d.Approximate() {
			n++
		}
		return n
	}
	return cmp.Or(cmp.Compare(hedged(y), hedged(x)), cmp.Compare(len(b), len(a)), cmp.Compare(b, a)) < 0
}

// mostSaid returns the string that stands most often in list, of those the longest, of
// those the first in byte order; "" if the list is empty.
func mostSaid(list []string) string {
	counts := map[string]int{}
	best := ""
	for _, s := range list {
		counts[s]++
	}
	for s, n := range counts {
		if best == "" || cmp.Or(cmp.Compare(n, counts[best]), cmp.Compare(len(s), len(best)), cmp.Compare(best, s)) > 0 {
			best = s
		}
	}
	return best
}

// setDate writes date and what follows from it into properties.
func setDate(properties map[string]any, date, text string) {
	d, err := ParseDate(date)
	if err != nil {
		return
	}
	properties["date"] = date
	properties["earliest"] = d.Earliest()
	properties["latest"] = d.Latest()
	properties["datePrecision"] = string(d.Precision())
	delete(properties, "dateText")
	if text != "" {
		properties["dateText"] = text
	}
}

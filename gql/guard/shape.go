package guard

import (
	"fmt"
	"strconv"
	"strings"
)

// size is what a selection amounts to once fragments are expanded. Sums saturate: a
// fragment bomb stands for more fields than an int can count.
type size struct {
	fields        int
	roots         int // fields of the outermost level
	depth         int // selection sets within each other
	typeLists     int // fields named like lists of __Type within each other
	introspection int // the same, below __schema or __type
}

const saturated = 1 << 30

// count prints a number that may have saturated.
type count int

func (c count) String() string {
	if c >= saturated {
		return "over a billion"
	}
	return strconv.Itoa(int(c))
}

func (a *size) add(b size) {
	a.fields = min(a.fields+b.fields, saturated)
	a.roots = min(a.roots+b.roots, saturated)
	a.depth = max(a.depth, b.depth)
	a.typeLists = max(a.typeLists, b.typeLists)
	a.introspection = max(a.introspection, b.introspection)
}

// sizer computes the size of each fragment once.
type sizer struct {
	fragments map[string]*definition // the first of each name, as validators take them
	known     map[*definition]size
	path      []string // of spreads, to find cycles
	open      map[*definition]bool
	cycle     *mistake
}

// shape reports what only shows once fragments are expanded: cycles, and the size and
// depth of every definition, used or not.
func (r *refusals) shape(text string, l Limits, doc *document) {
	z := &sizer{
		fragments: map[string]*definition{},
		known:     map[*definition]size{},
		open:      map[*definition]bool{},
	}
	for _, d := range doc.definitions {
		if d.name != "" && z.fragments[d.name] == nil {
			z.fragments[d.name] = d
		}
	}
	for _, d := range doc.definitions {
		got := z.definition(d)
		if z.cycle != nil {
			refusal := z.cycle.in(text)
			refusal.Code = FragmentCycle
			*r = append(*r, refusal)
			return
		}
		r.definition(text, l, d, got)
		if len(*r) > 0 {
			return
		}
		if got.fields > l.SameKey {
			r.sameKey(text, l, z, d)
		}
	}
}

func (r *refusals) definition(text string, l Limits, d *definition, got size) {
	what := "the operation"
	if d.name != "" {
		what = "the fragment " + shorten(d.name)
	} else {
		r.limit(text, TooManyRootFields, l.RootFields, got.roots, d.offset,
			what+" has %v root fields and at most %d are accepted; send several requests")
	}
	r.limit(text, TooManyFields, l.Fields, got.fields, d.offset,
		what+" asks for %v fields once its fragments are expanded and at most %d are accepted; select fewer fields")
	r.limit(text, TooDeep, l.Nesting, got.depth, d.offset,
		what+" nests %v selections once its fragments are expanded and at most %d are accepted; ask for the inner part in a request of its own")
	r.limit(text, TooManyTypeLists, l.TypeLists, got.introspection, d.offset,
		what+" nests %v lists of an introspected type and at most %d are accepted; ask for the inner types by name with __type")
}

func (z *sizer) definition(d *definition) size {
	if got, ok := z.known[d]; ok {
		return got
	}
	z.open[d] = true
	got := z.selections(d.selected)
	z.open[d] = false
	z.known[d] = got
	return got
}

// selections sums up a selection set, itself one level deep.
func (z *sizer) selections(selected []selection) size {
	var sum size
	for i := range selected {
		switch s := &selected[i]; {
		case s.spread != "":
			sum.add(z.spread(s))
		case s.key == "":
			inner := z.selections(s.selected)
			inner.depth-- // an inline fragment adds no level to the answer
			sum.add(inner)
		default:
			sum.add(z.field(s))
		}
	}
	sum.depth++
	return sum
}

func (z *sizer) field(s *selection) size {
	one := size{fields: 1, roots: 1}
	if len(s.selected) > 0 {
		inner := z.selections(s.selected)
		inner.roots = 0
		one.add(inner)
	}
	switch s.field {
	case "fields", "inputFields", "interfaces", "possibleTypes":
		one.typeLists++
	case "__schema", "__type":
		one.introspection = one.typeLists
	}
	return one
}

func (z *sizer) spread(s *selection) size {
	d := z.fragments[s.spread]
	if d == nil || z.cycle != nil {
		// An unknown fragment is for the validator to report. It counts as a field so
		// that no expansion is longer than its number of fields lets expect.
		return size{fields: 1, roots: 1}
	}
	z.path = append(z.path, s.spread)
	defer func() { z.path = z.path[:len(z.path)-1] }()
	if z.open[d] {
		z.cycle = &mistake{s.offset, fmt.Sprintf("the fragment %s contains itself (%s); remove one of these spreads",
			shorten(s.spread), shorten(strings.Join(z.path, " → ")))}
		return size{}
	}
	got := z.definition(d)
	got.depth--
	return got
}

// place is a response key at its place in the answer, with the fields that ask for it.
type place struct {
	fields int
	inner  map[string]*place
}

// sameKey reports response keys that too many fields share: validators compare them
// pairwise. The definition's size is within the limit, so that expanding it is cheap.
func (r *refusals) sameKey(text string, l Limits, z *sizer, d *definition) {
	if s := z.crowd(d.selected, &place{}, l.SameKey); s != nil {
		line, column := position(text, s.offset)
		*r = append(*r, Refusal{
			Code: TooManySameKey, Limit: l.SameKey, Got: l.SameKey + 1, Line: line, Column: column,
			Message: fmt.Sprintf("more than %d fields have the response key %s at the same place; select it once", l.SameKey, shorten(s.key)),
		})
	}
}

// crowd adds selections to their place and gives the first field that is one too many.
func (z *sizer) crowd(selected []selection, at *place, limit int) *selection {
	for i := range selected {
		s := &selected[i]
		inner := at
		switch {
		case s.spread != "":
			if d := z.fragments[s.spread]; d != nil {
				if found := z.crowd(d.selected, at, limit); found != nil {
					return found
				}
			}
			continue
		case s.key != "":
			if at.inner == nil {
				at.inner = map[string]*place{}
			}
			if inner = at.inner[s.key]; inner == nil {
				inner = &place{}
				at.inner[s.key] = inner
			}
			if inner.fields++; inner.fields > limit {
				return s
			}
		}
		if found := z.crowd(s.selected, inner, limit); found != nil {
			return found
		}
	}
	return nil
}

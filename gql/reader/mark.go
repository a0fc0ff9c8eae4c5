package reader

import (
	"slices"
	"strconv"
	"strings"
)

// sentence is a passage as its page shows it.
type sentence struct {
	Ordinal  int
	Heading  bool // it is the heading that stands over others
	Break    bool // more than a space lies between it and the one before
	Segments []segment
	Claims   []claim

	section, text string
	start, end    int
}

// segment is a stretch of a sentence that is marked alike throughout.
type segment struct {
	Text   string
	Entity string // the id of what it names, or empty
	Name   string
	Claims string // the places, among the sentence's claims, of those that quote it: "0 2"
}

type mention struct {
	start, end   int
	entity, name string
}

type claim struct {
	ID, Anchor                  string
	Subject, SubjectName        string
	Relation, Object            string
	ObjectName, Property, Value string
	Basis, Polarity, Modality   string
	Rule                        string
	Confidence                  float64

	start, end int
}

// mark cuts a sentence's text at the bounds of names and quotes. Offsets are those of
// the document, in code points. Of names that overlap the longer one counts, and a quote
// that cuts a name in two is drawn out to the name's bounds, so that names stay whole.
func mark(s sentence, mentions []mention, claims []claim) []segment {
	text := []rune(s.text)
	names := longest(mentions, s.start, s.start+len(text))
	quotes := make([]mention, len(claims))
	cuts := []int{s.start, s.start + len(text)}
	for _, m := range names {
		cuts = append(cuts, m.start, m.end)
	}
	for i, c := range claims {
		start, end := max(c.start, s.start), min(c.end, s.start+len(text))
		for _, m := range names {
			if m.start < start && start < m.end {
				start = m.start
			}
			if m.start < end && end < m.end {
				end = m.end
			}
		}
		if start < end {
			quotes[i] = mention{start: start, end: end}
			cuts = append(cuts, start, end)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)

	var segments []segment
	for i := range len(cuts) - 1 {
		start, end := cuts[i], cuts[i+1]
		seg := segment{Text: string(text[start-s.start : end-s.start])}
		for _, m := range names {
			if m.start <= start && end <= m.end {
				seg.Entity, seg.Name = m.entity, m.name
			}
		}
		var quoted []string
		for n, q := range quotes {
			if q.start <= start && end <= q.end {
				quoted = append(quoted, strconv.Itoa(n))
			}
		}
		seg.Claims = strings.Join(quoted, " ")
		segments = append(segments, seg)
	}
	return segments
}

// longest keeps, of names that overlap, the longest (of equal ones the first), in the
// order of the text, and leaves out what does not lie within the bounds.
func longest(mentions []mention, from, to int) []mention {
	byLength := slices.Clone(mentions)
	slices.SortStableFunc(byLength, func(a, b mention) int { return (b.end - b.start) - (a.end - a.start) })
	var kept []mention
	for _, m := range byLength {
		apart := func(k mention) bool { return m.end <= k.start || k.end <= m.start }
		if m.start >= from && m.end <= to && m.start < m.end && !slices.ContainsFunc(kept, func(k mention) bool { return !apart(k) }) {
			kept = append(kept, m)
		}
	}
	slices.SortFunc(kept, func(a, b mention) int { return a.start - b.start })
	return kept
}

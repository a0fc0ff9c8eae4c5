package extract

import (
	"strings"

	"concord/graph"
)

// An event may be dated by its two ends apart: "The drill opened on Tuesday. It lasts until 22 February."

// endings and beginnings are verbs by which an event's last or first day is told.
const (
	endings    = " ended ends end ending concluding concluded concludes closed closes closing finished finishes wrapped-up came-to-an-end come-to-an-end drew-to-a-close last lasts lasted lasting "
	beginnings = " began begun begins begin beginning started starts starting opened opens opening commenced commences kicked-off kicks-off launched got-under-way "
)

// edge says which end of an event the clause's date is: 'a' the first day, 'b' the last, 0 neither.
func (s *sentence) edge(p *phrase, c *clause) byte {
	if c.v < 0 {
		return 0
	}
	it := &s.items[c.verb.x]
	verb := strings.ToLower(strings.Join(strings.FieldsFunc(s.text(it.a, it.b), func(r rune) bool { return r == ' ' || r == '-' }), "-"))
	switch {
	case p.prep == "until" && contains(" hold occur host be other ", c.verb.class):
		return 'b'
	case p.prep != "on" && p.prep != "" && p.prep != "in":
		return 0
	case contains(endings, verb):
		return 'b'
	case contains(beginnings, verb):
		return 'a'
	}
	return 0
}

// extend takes a day as one end of an event, and reports whether both ends are known now
// and have become its date.
func (s *sentence) extend(e *event, p *phrase, d *dateSpan, c *clause) bool {
	if e.label != graph.Exercise && e.label != graph.Meeting || len(d.edtf) != len("2006-01-02") || c.verb.neg {
		return false
	}
	switch s.edge(p, c) {
	case 'a':
		e.began = d.edtf
	case 'b':
		e.ended = d.edtf
	default:
		return false
	}
	if e.began == "" || e.ended == "" || e.began >= e.ended || e.date != "" && e.date != e.began && e.date != e.ended && !e.dateSilent {
		return false
	}
	e.date, e.dateSilent = e.began+"/"+e.ended, false
	e.forget("date")
	e.property("date", e.date, s, d.a, d.b, nil, "date.ends")
	return true
}

// join lengthens an event's date to the end of a later phase, and reports whether it did.
func (e *event) join(d *dateSpan, s *sentence, c *clause) bool {
	first, last := ends(e.date)
	_, end := ends(d.edtf)
	if len(first) != len("2006-01-02") || len(end) != len(first) || end <= last {
		return false
	}
	e.date = first + "/" + end
	e.forget("date")
	e.property("date", e.date, s, d.a, d.b, c, "date.phases")
	return true
}

// ends are the first and last day, month or year of an EDTF date.
func ends(edtf string) (first, last string) {
	first, last, interval := strings.Cut(edtf, "/")
	if !interval {
		last = first
	}
	return first, last
}

package extract

import (
	"strconv"
	"strings"
	"time"
)

// calendar is what a date without a year, or relative to another, is resolved with:
// the day the document was published, and the last date before it in the text.
type calendar struct {
	published ymd
	last      ymd
	lastAt    int // the ordinal of the passage the last date stands in
	section   int // the section being read
	lastIn    int // the section of the last date
}

func newCalendar(published string) calendar {
	first, _, _ := strings.Cut(published, "/")
	parts := strings.Split(first, "-")
	var p [3]int
	for i := 0; i < len(parts) && i < 3; i++ {
		n, err := strconv.Atoi(parts[i])
		if err != nil {
			break
		}
		p[i] = n
	}
	c := calendar{published: ymd{p[0], p[1], p[2]}, lastAt: -100}
	if !c.published.valid() {
		c.published = ymd{}
	}
	return c
}

// resolve fills in what the date lacks and sets its EDTF form; it stays empty where the
// text and the day of publication don't tell. future says that the sentence is about what is to come.
func (c *calendar) resolve(d *dateSpan, at int, future bool) {
	switch d.rel {
	case absolute:
		c.fillYear(d, at, future)
	default:
		c.fromRelative(d, at)
	}
	if d.lo.y == 0 || !d.lo.valid() || !d.hi.valid() {
		return
	}
	d.edtf = d.lo.String()
	if d.hi.m > 0 || d.hi.y > 0 {
		if d.hi.y == 0 {
			d.hi.y = d.lo.y
		}
		if earlier(d.hi, d.lo) {
			d.hi.y++
		}
		d.edtf += "/" + d.hi.String()
	}
	if d.rel != pastYears {
		c.last, c.lastAt, c.lastIn = d.lo, at, c.section
		if d.hi.y > 0 {
			c.last = d.hi
		}
	}
}

func earlier(p, q ymd) bool {
	if p.y != q.y {
		return p.y < q.y
	}
	if p.m != q.m {
		return p.m != 0 && q.m != 0 && p.m < q.m
	}
	return p.d != 0 && q.d != 0 && p.d < q.d
}

// fillYear gives a date without a year that of the last date nearby, or of the publication.
// What is to come does not lie before the publication, whatever year the text spoke of last.
func (c *calendar) fillYear(d *dateSpan, at int, future bool) {
	if d.lo.y != 0 {
		return
	}
	d.partial = true
	if d.hi.y != 0 {
		d.lo.y = d.hi.y
		return
	}
	if c.last.y != 0 && (at-c.lastAt <= 3 || c.lastIn == c.section && at-c.lastAt < 12) {
		d.lo.y = c.last.y
		if !future || c.published.y == 0 || !earlier(d.lo, c.published) {
			return
		}
		d.lo.y = 0
	}
	if c.published.y == 0 || c.published.m == 0 {
		return
	}
	d.lo.y = c.published.y
	switch {
	case !future && d.lo.m > c.published.m:
		d.lo.y--
	case future && d.lo.m < c.published.m:
		d.lo.y++
	}
}

func (c *calendar) fromRelative(d *dateSpan, at int) {
	near := c.last
	if far := at - c.lastAt; far > 3 && !(c.lastIn == c.section && far < 8) {
		near = ymd{}
	}
	p := c.published
	switch d.rel {
	case sameYear:
		d.lo = ymd{near.y, d.lo.m, d.lo.d}
	case followingYear:
		if near.y > 0 {
			d.lo = ymd{near.y + 1, 0, 0}
		}
	case sameMonth:
		if near.m > 0 {
			d.lo = ymd{near.y, near.m, 0}
		}
	case followMonth:
		c.followingMonth(d, near)
	case lastYear, thisYear, nextYear:
		if p.y > 0 {
			d.lo.y = p.y + map[relative]int{lastYear: -1, thisYear: 0, nextYear: 1}[d.rel]
		}
	case lastMonth, thisMonth, nextMonth:
		c.namedMonth(d)
	case weekday, today, yesterday, tomorrow:
		c.nearDay(d)
	case pastYears:
		if p.y > 0 {
			from := ymd{p.y - d.lo.d, p.m, 0}
			d.lo, d.hi = from, ymd{p.y, p.m, 0}
		}
	}
}

func (c *calendar) followingMonth(d *dateSpan, near ymd) {
	if near.m == 0 {
		if near.y > 0 && d.lo.m > 0 {
			d.lo = ymd{near.y + 1, d.lo.m, 0}
		}
		return
	}
	if d.lo.m > 0 { // "the following May"
		y := near.y
		if d.lo.m <= near.m {
			y++
		}
		d.lo = ymd{y, d.lo.m, 0}
		return
	}
	d.lo = ymd{near.y, near.m + 1, 0}
	if d.lo.m > 12 {
		d.lo = ymd{near.y + 1, 1, 0}
	}
}

// namedMonth resolves "last May" and "last month" by the day of publication.
func (c *calendar) namedMonth(d *dateSpan) {
	p := c.published
	if p.m == 0 {
		return
	}
	step := map[relative]int{lastMonth: -1, thisMonth: 0, nextMonth: 1}[d.rel]
	if d.lo.m == 0 {
		t := time.Date(p.y, time.Month(p.m+step), 1, 0, 0, 0, 0, time.UTC)
		d.lo = ymd{t.Year(), int(t.Month()), 0}
		return
	}
	d.lo.y = p.y
	if step < 0 && d.lo.m >= p.m {
		d.lo.y--
	} else if step > 0 && d.lo.m <= p.m {
		d.lo.y++
	}
}

// nearDay resolves a weekday to the last one up to the day of publication.
func (c *calendar) nearDay(d *dateSpan) {
	p := c.published
	if p.d == 0 {
		d.lo = ymd{}
		return
	}
	t := time.Date(p.y, time.Month(p.m), p.d, 0, 0, 0, 0, time.UTC)
	switch d.rel {
	case yesterday:
		t = t.AddDate(0, 0, -1)
	case tomorrow:
		t = t.AddDate(0, 0, 1)
	case weekday:
		back := (int(t.Weekday()) + 7 - d.lo.m%7) % 7
		t = t.AddDate(0, 0, -back)
	}
	d.lo = ymd{t.Year(), int(t.Month()), t.Day()}
}

// issued takes a whole day as that of publication, where none is known.
func (c *calendar) issued(d dateSpan) {
	if c.published.y == 0 && d.rel == absolute && d.lo.d > 0 && d.lo.y > 0 && d.hi == (ymd{}) && d.lo.valid() {
		c.published = d.lo
	}
}

package graph

import (
	"cmp"
	"fmt"
	"strings"
)

// Day is a civil day of the proleptic Gregorian calendar, year 1 to 9999.
type Day struct{ Year, Month, Day int }

// The days that stand for an open end, in Date.Earliest and Date.Latest and in the
// validFrom and validTo of MEMBER_OF, so that filters need no null test.
var (
	FirstDay = Day{1, 1, 1}
	LastDay  = Day{9999, 12, 31}
)

// String returns d as YYYY-MM-DD (ISO 8601-1).
func (d Day) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Compare returns a negative number when d is before e, 0 when they are the same day,
// and a positive number when d is after e.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Precision says how exact a Date is.
type Precision string

// The precisions. A date with unspecified digits has the precision of what it does
// specify: 2004-06-XX is a month, 2004-XX a year, 201X a decade, 20XX a century.
const (
	PrecisionDay      Precision = "day"
	PrecisionMonth    Precision = "month"
	PrecisionYear     Precision = "year"
	PrecisionDecade   Precision = "decade"
	PrecisionCentury  Precision = "century"
	PrecisionInterval Precision = "interval"
)

// Date is a date in EDTF, the Extended Date/Time Format (ISO 8601-2:2019, Annex A;
// Library of Congress, EDTF specification): of level 0 the calendar dates (2007,
// 2007-08, 2007-08-09) and intervals (2007-08-09/2007-08-17); of level 1 the qualifiers
// ? ~ %, unspecified digits from the right (201X, 2004-XX, 2004-06-XX), and intervals
// with an open or unknown end (1990/.., ../2008, 1990/). Times of day, seasons and
// years outside 0001 to 9999 are refused.
//
// The zero Date is no date. Dates are comparable with ==.
type Date struct {
	start, end point
	interval   bool
}

// pointKind says what an end of an interval is; a single date is always known.
type pointKind byte

const (
	known   pointKind = iota
	open              // ".."
	unknown           // ""
)

// point is one calendar date. year holds the digits before the unspecified ones, with
// 0 in their place. month and day are 0 where absent.
type point struct {
	kind             pointKind
	year, month, day int
	yearX            int  // how many digits of the year are unspecified: 0, 1 or 2
	monthX, dayX     bool // written XX
	qualifier        byte // 0, '?', '~' or '%'
}

// NewYear returns the date YYYY. It panics if year is not in 1 to 9999, as the other
// constructors do on days that do not exist; use ParseDate for what comes from outside.
func NewYear(year int) Date { return mustDate(point{year: year}) }

// NewMonth returns the date YYYY-MM.
func NewMonth(year, month int) Date { return mustDate(point{year: year, month: month}) }

// NewDay returns the date YYYY-MM-DD.
func NewDay(year, month, day int) Date {
	return mustDate(point{year: year, month: month, day: day})
}

func mustDate(p point) Date {
	d := Date{start: p}
	if _, err := ParseDate(d.String()); err != nil {
		panic("graph: " + err.Error())
	}
	return d
}

// NewInterval returns the interval from the first day of from to the last day of to; the
// zero Date makes that end open. It fails where the interval would end before it
// starts, where either is itself an interval, and where both ends are open.
func NewInterval(from, to Date) (Date, error) {
	if from.interval || to.interval {
		return Date{}, fmt.Errorf("interval %s to %s: an end is itself an interval; give a year, month or day", from, to)
	}
	end := func(d Date) string {
		if d.IsZero() {
			return ".."
		}
		return d.String()
	}
	return ParseDate(end(from) + "/" + end(to))
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// IsInterval reports whether d is an interval.
func (d Date) IsInterval() bool { return d.interval }

// Ends returns the two ends of an interval, the zero Date for an open or unknown one;
// a date that is no interval is both its ends.
func (d Date) Ends() (from, to Date) {
	if !d.interval {
		return d, d
	}
	if d.start.kind == known {
		from = Date{start: d.start}
	}
	if d.end.kind == known {
		to = Date{start: d.end}
	}
	return from, to
}

// Uncertain reports whether the date, or an end of it, is marked ? or %.
func (d Date) Uncertain() bool { return d.qualified('?') }

// Approximate reports whether the date, or an end of it, is marked ~ or %.
func (d Date) Approximate() bool { return d.qualified('~') }

func (d Date) qualified(q byte) bool {
	has := func(p point) bool { return p.qualifier == q || p.qualifier == '%' }
	return has(d.start) || has(d.end)
}

// String returns d in EDTF: what ParseDate was given. The zero Date is "".
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.interval:
		return d.start.String() + "/" + d.end.String()
	default:
		return d.start.String()
	}
}

func (p point) String() string {
	switch p.kind {
	case open:
		return ".."
	case unknown:
		return ""
	}
	s := fmt.Sprintf("%04d", p.year)
	s = s[:4-p.yearX] + strings.Repeat("X", p.yearX)
	two := func(n int, x bool) {
		switch {
		case x:
			s += "-XX"
		case n != 0:
			s += fmt.Sprintf("-%02d", n)
		}
	}
	two(p.month, p.monthX)
	two(p.day, p.dayX)
	if p.qualifier != 0 {
		s += string(p.qualifier)
	}
	return s
}

// Precision returns how exact d is, "" for the zero Date.
func (d Date) Precision() Precision {
	p := d.start
	switch {
	case d.IsZero():
		return ""
	case d.interval:
		return PrecisionInterval
	case p.day != 0:
		return PrecisionDay
	case p.month != 0:
		return PrecisionMonth
	case p.yearX == 0:
		return PrecisionYear
	case p.yearX == 1:
		return PrecisionDecade
	default:
		return PrecisionCentury
	}
}

// Earliest returns the first day that d allows, FirstDay where its start is open or
// unknown. A qualifier does not widen it: nobody has said by how much.
func (d Date) Earliest() Day {
	p := d.start
	if p.kind != known || d.IsZero() {
		return FirstDay
	}
	return Day{max(p.year, 1), max(p.month, 1), max(p.day, 1)}
}

// Latest returns the last day that d allows, LastDay where its end is open or unknown.
func (d Date) Latest() Day {
	p := d.start
	if d.interval {
		p = d.end
	}
	if p.kind != known || d.IsZero() {
		return LastDay
	}
	last := Day{p.year + []int{0, 9, 99}[p.yearX], 12, p.day}
	if p.month != 0 {
		last.Month = p.month
	}
	if last.Day == 0 {
		last.Day = daysIn(last.Year, last.Month)
	}
	return last
}

// Within reports whether every day that d allows is one that e allows: then d is at
// least as exact as e and does not contradict it.
func (d Date) Within(e Date) bool {
	return d.Earliest().Compare(e.Earliest()) >= 0 && d.Latest().Compare(e.Latest()) <= 0
}

// Overlaps reports whether d and e have a day in common.
func (d Date) Overlaps(e Date) bool {
	return d.Earliest().Compare(e.Latest()) <= 0 && e.Earliest().Compare(d.Latest()) <= 0
}

// daysIn returns how many days a month of the Gregorian calendar has.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

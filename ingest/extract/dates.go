package extract

import (
	"fmt"
	"slices"
	"strconv"
)

// ymd is a date whose month, day or year may be missing (0).
type ymd struct{ y, m, d int }

// String returns the date in EDTF, or "" without a year.
func (p ymd) String() string {
	switch {
	case p.y == 0:
		return ""
	case p.m == 0:
		return fmt.Sprintf("%04d", p.y)
	case p.d == 0:
		return fmt.Sprintf("%04d-%02d", p.y, p.m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", p.y, p.m, p.d)
}

func (p ymd) valid() bool {
	if p.m < 0 || p.m > 12 || p.d < 0 || p.y != 0 && (p.y < 1600 || p.y > 2199) {
		return false
	}
	return p.d == 0 || p.m != 0 && p.d <= daysIn(p.y, p.m)
}

func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y == 0 || y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// relative says how a date hangs on another one.
type relative uint8

const (
	absolute      relative = iota
	sameYear               // "the same year", "that year", "that May"
	followingYear          // "the following year"
	sameMonth              // "the same month"
	followMonth            // "the following month"
	lastYear               // of publication
	thisYear
	nextYear
	lastMonth
	thisMonth
	nextMonth
	weekday // "on Tuesday": m holds the day, Monday 1
	today
	yesterday
	tomorrow
	pastYears // "the past two years": d holds how many
)

// dateSpan is a date as written: lo, and hi where it is a range.
type dateSpan struct {
	lo, hi  ymd
	rel     relative
	edtf    string // once resolved
	a, b    int    // bytes
	partial bool   // the year comes from elsewhere
}

var monthNames = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
	"jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdayNames = []string{"", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

// dateReader reads dates from tokens.
type dateReader struct{ toks []tok }

// at returns token i, or a mark that is nothing where there is none.
func (r dateReader) at(i int) *tok {
	if i < 0 || i >= len(r.toks) {
		return &tok{kind: tPunct}
	}
	return &r.toks[i]
}

// date reads the longest date that starts at token i, and says where it ends (i when there is none).
func (r dateReader) date(i int) (dateSpan, int) {
	if !r.mayStart(i) {
		return dateSpan{}, i
	}
	if d, end := r.relativeDate(i); end > i {
		return r.span(d, i, end)
	}
	start := i
	i = r.skipVague(i)
	for _, read := range [...]func(dateReader, int) (dateSpan, int){dateReader.iso, dateReader.dayFirst, dateReader.monthFirst, dateReader.yearOnly} {
		if d, end := read(r, i); end > i && d.lo.valid() && d.hi.valid() {
			return r.span(d, start, end)
		}
	}
	return dateSpan{}, start
}

func (r dateReader) span(d dateSpan, i, end int) (dateSpan, int) {
	d.a, d.b = r.toks[i].start, r.toks[end-1].end
	return d, end
}

// skipVague passes "early", "the end of", "the first half of" before a month or year.
func (r dateReader) skipVague(i int) int {
	j := i
	if r.at(j).is("the") {
		j++
	}
	switch r.at(j).low {
	case "early", "mid", "late":
		j++
		if r.at(j).hyphen() {
			j++
		}
	case "end", "beginning", "start", "middle", "spring", "summer", "autumn", "fall", "winter", "month", "year":
		j++
		if r.at(j).is("of") {
			j++
		} else if k := r.at(j - 1).low; k == "end" || k == "beginning" || k == "start" || k == "middle" || k == "month" || k == "year" {
			return i
		}
	case "first", "second", "third", "fourth", "last":
		if w := r.at(j + 1).low; (w == "half" || w == "quarter" || w == "week" || w == "days") && r.at(j+2).is("of") {
			j += 3
		} else {
			return i
		}
	default:
		return i
	}
	if r.month(j) > 0 || r.year(j) > 0 {
		return j
	}
	return i
}

func (r dateReader) month(i int) int {
	t := r.at(i)
	if !t.cap() {
		return 0
	}
	m := monthNames[t.low]
	if (m == 5 || m == 3) && len(t.text) > 2 && !r.monthContext(i) {
		return 0
	}
	return m
}

// afterMonth is the place after a month's name and the point of its abbreviation.
func (r dateReader) afterMonth(i int) int {
	if r.at(i+1).is(".") && len(r.at(i).text) <= 4 {
		return i + 2
	}
	return i + 1
}

// year returns the year that token i is, or 0.
func (r dateReader) year(i int) int {
	t := r.at(i)
	if t.kind != tNumber || len(t.text) != 4 {
		return 0
	}
	y, err := strconv.Atoi(t.text)
	if err != nil || y < 1850 || y > 2100 {
		return 0
	}
	return y
}

// day reads "9", "9th" at token i.
func (r dateReader) day(i int) (day, end int) {
	t := r.at(i)
	if t.kind != tNumber || len(t.text) > 2 {
		return 0, i
	}
	n, _ := strconv.Atoi(t.text)
	if n < 1 || n > 31 {
		return 0, i
	}
	if s := r.at(i + 1); !s.spaced && (s.is("th") || s.is("st") || s.is("nd") || s.is("rd")) {
		return n, i + 2
	}
	return n, i + 1
}

// until reports whether what token i starts is the end of a range whose beginning starts at token from.
func (r dateReader) until(i, from int) bool {
	return r.rangeMark(i) || r.at(i).is("and") && r.at(from-1).is("between")
}

func (r dateReader) rangeMark(i int) bool {
	t := r.at(i)
	return t.hyphen() || t.is("to") || t.is("until") || t.is("through") || t.is("till") || t.is("/")
}

// iso reads 2016-04-19.
func (r dateReader) iso(i int) (dateSpan, int) {
	y := r.year(i)
	if y == 0 || !r.at(i+1).hyphen() || r.at(i+1).spaced || !r.at(i+3).hyphen() {
		return dateSpan{}, i
	}
	m, _ := strconv.Atoi(r.at(i + 2).text)
	d, end := r.day(i + 4)
	if len(r.at(i+2).text) != 2 || m == 0 || d == 0 {
		return dateSpan{}, i
	}
	return dateSpan{lo: ymd{y, m, d}}, end
}

// dayFirst reads "9 August 2007", "9–17 August", "28 July to 3 August 2007", "the 9th of May".
func (r dateReader) dayFirst(i int) (dateSpan, int) {
	none := i
	if r.at(i).is("the") {
		i++
	}
	d1, j := r.day(i)
	if d1 == 0 {
		return dateSpan{}, none
	}
	var d dateSpan
	if r.rangeMark(j) || r.at(j).is("and") || r.at(j).is("&") {
		if d2, k := r.day(j + 1); d2 > d1 {
			if m := r.month(k); m > 0 {
				y, end := r.trailingYear(r.afterMonth(k), len(r.at(k).text) == 3)
				d.lo, d.hi = ymd{y, m, d1}, ymd{y, m, d2}
				return d, end
			}
			return d, none
		}
	}
	if r.at(j).is("of") {
		j++
	}
	m := r.month(j)
	if m == 0 {
		return d, none
	}
	y, end := r.trailingYear(r.afterMonth(j), len(r.at(j).text) == 3)
	d.lo = ymd{y, m, d1}
	if r.until(end, none) {
		d2, k := r.day(end + 1)
		if m2 := r.month(k); d2 > 0 && m2 > 0 {
			y2, end2 := r.trailingYear(r.afterMonth(k), len(r.at(k).text) == 3)
			d.hi = ymd{y2, m2, d2}
			if d.lo.y == 0 && y2 > 0 {
				if d.lo.y = y2; m > m2 {
					d.lo.y--
				}
			}
			return d, end2
		}
	}
	return d, end
}

// trailingYear reads ", 2007", "2007" or, after an abbreviated month, "17".
func (r dateReader) trailingYear(i int, short bool) (year, end int) {
	j := i
	if r.at(j).is(",") {
		j++
	}
	if y := r.year(j); y > 0 && !r.at(j+1).is("%") {
		return y, j + 1
	}
	if t := r.at(i); short && t.kind == tNumber && len(t.text) == 2 && t.spaced {
		y, _ := strconv.Atoi(t.text)
		if y += 2000; y > 2060 {
			y -= 100
		}
		return y, i + 1
	}
	return 0, i
}

// monthFirst reads "August 2007", "August 9, 2007", "August 9-17", "July 28 - August 3, 2007", "May to July 2007".
func (r dateReader) monthFirst(i int) (dateSpan, int) {
	m := r.month(i)
	if m == 0 {
		return dateSpan{}, i
	}
	j := r.afterMonth(i)
	if d1, k := r.day(j); d1 > 0 && !r.at(k).is("%") && r.month(k) == 0 {
		return r.monthDay(m, d1, k, i)
	}
	d := dateSpan{lo: ymd{0, m, 0}}
	end := j
	if r.at(j).is("the") && r.at(j+1).is("same") && r.at(j+2).is("year") || r.at(j).is("of") && r.at(j+1).is("the") && r.at(j+2).is("same") && r.at(j+3).is("year") ||
		r.at(j).is("of") && r.at(j+1).is("that") && r.at(j+2).is("year") {
		for !r.at(j).is("year") {
			j++
		}
		d.rel = sameYear
		return d, j + 1
	}
	if r.at(j+1).is("year") && (r.at(j).is("last") || r.at(j).is("this") || r.at(j).is("next")) {
		d.rel = map[string]relative{"last": lastYear, "this": thisYear, "next": nextYear}[r.at(j).low]
		return d, j + 2
	}
	if r.at(j).is("of") && r.year(j+1) > 0 {
		j++
	}
	if y, k := r.trailingYear(j, false); y > 0 {
		d.lo.y, end = y, k
	}
	if r.rangeMark(end) || r.at(end).is("and") && d.lo.y == 0 && r.at(i-1).is("between") {
		if m2 := r.month(end + 1); m2 > 0 {
			if dd, _ := r.day(r.afterMonth(end + 1)); dd == 0 {
				y2, k := r.trailingYear(r.afterMonth(end+1), false)
				d.hi = ymd{y2, m2, 0}
				if d.lo.y == 0 {
					d.lo.y = y2
				}
				return d, k
			}
		}
	}
	return d, end
}

func (r dateReader) monthDay(m, d1, k, from int) (dateSpan, int) {
	var d dateSpan
	d.lo = ymd{0, m, d1}
	end := k
	if r.rangeMark(k) || r.at(k).is("and") {
		if m2 := r.month(k + 1); m2 > 0 {
			if d2, e := r.day(r.afterMonth(k + 1)); d2 > 0 {
				d.hi, end = ymd{0, m2, d2}, e
			}
		} else if d2, e := r.day(k + 1); d2 > d1 && r.month(e) == 0 {
			d.hi, end = ymd{0, m, d2}, e
		}
	}
	if y, e := r.trailingYear(end, false); y > 0 {
		end = e
		d.lo.y = y
		if d.hi.m > 0 {
			d.hi.y = y
		} else if r.until(e, from) {
			if m2 := r.month(e + 1); m2 > 0 {
				if d2, e2 := r.day(r.afterMonth(e + 1)); d2 > 0 {
					y2, e3 := r.trailingYear(e2, false)
					d.hi, end = ymd{y2, m2, d2}, e3
				}
			}
		}
	}
	return d, end
}

// yearOnly reads "2007", "2003–2006" where a year can stand.
func (r dateReader) yearOnly(i int) (dateSpan, int) {
	y := r.year(i)
	if y == 0 {
		return dateSpan{}, i
	}
	if r.rangeMark(i+1) && !r.at(i+1).is("/") {
		if y2 := r.year(i + 2); y2 > y {
			return dateSpan{lo: ymd{y, 0, 0}, hi: ymd{y2, 0, 0}}, i + 3
		}
	}
	switch p := r.at(i - 1); {
	case p.kind == tPunct && !slices.Contains([]string{"(", ",", ";", "[", "|", ":"}, p.low):
		if i > 0 && p.hyphen() && r.at(i).spaced {
			break
		}
		if i > 0 {
			return dateSpan{}, i
		}
	}
	return dateSpan{lo: ymd{y, 0, 0}}, i + 1
}

// mayStart reports whether a date can start at token i, so that most tokens need no more looking at.
func (r dateReader) mayStart(i int) bool {
	t := r.at(i)
	if t.kind != tWord {
		return t.kind == tNumber
	}
	return slices.Contains(dateStarts, t.low) || t.cap()
}

// dateStarts are the words that a date can start with, beside the names of months and weekdays.
var dateStarts = []string{
	"the", "that", "this", "last", "next", "early", "mid", "late", "spring", "summer", "autumn", "fall", "winter",
	"end", "beginning", "start", "middle", "month", "year", "first", "second", "third", "fourth",
	"today", "yesterday", "tomorrow", "a", "one",
}

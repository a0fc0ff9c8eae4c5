package graph

import (
	"fmt"
	"strings"
)

// ParseDate parses a date in EDTF. What it accepts, Date.String prints again byte for
// byte. The error names the part that is wrong and what to write instead.
func ParseDate(s string) (Date, error) {
	wrong := func(why string) (Date, error) { return Date{}, fmt.Errorf("date %q: %s", s, why) }
	if s == "" {
		return wrong("is empty; write EDTF such as 2007, 2007-08 or 2007-08-09/2007-08-17")
	}
	from, to, isInterval := strings.Cut(s, "/")
	start, why := parsePoint(from, isInterval)
	if why != "" {
		return wrong(why)
	}
	if !isInterval {
		return Date{start: start}, nil
	}
	end, why := parsePoint(to, true)
	if why != "" {
		return wrong(why)
	}
	d := Date{start: start, end: end, interval: true}
	if start.kind != known && end.kind != known {
		return wrong("has no start and no end; leave the date out")
	}
	if d.Earliest().Compare(d.Latest()) > 0 {
		return wrong("ends before it starts; swap its ends")
	}
	return d, nil
}

// parsePoint parses one calendar date, or with inInterval also ".." and "". It returns
// why it cannot, or "".
func parsePoint(s string, inInterval bool) (p point, why string) {
	if inInterval && s == ".." {
		return point{kind: open}, ""
	}
	if inInterval && s == "" {
		return point{kind: unknown}, ""
	}
	if n := len(s) - 1; n >= 0 && strings.IndexByte("?~%", s[n]) >= 0 {
		p.qualifier, s = s[n], s[:n]
	}
	if strings.ContainsRune(s, 'T') {
		return p, "has a time of day; write the day alone, YYYY-MM-DD"
	}
	fields := strings.Split(s, "-")
	if len(fields) > 3 {
		return p, "has more than year, month and day; write YYYY-MM-DD"
	}
	if why := p.parseYear(fields[0]); why != "" {
		return p, why
	}
	if len(fields) > 1 {
		if why := p.parseMonth(fields[1]); why != "" {
			return p, why
		}
	}
	if len(fields) > 2 {
		if why := p.parseDay(fields[2]); why != "" {
			return p, why
		}
	}
	return p, ""
}

func (p *point) parseYear(s string) (why string) {
	digits := strings.TrimRight(s, "X")
	p.yearX = len(s) - len(digits)
	n, ok := number(digits)
	switch {
	case len(s) != 4 || !ok || p.yearX > 2:
		return fmt.Sprintf("%q is no year; write four digits, of which the last or the last two may be X", s)
	case n == 0:
		return "the year is 0; years run from 0001 to 9999"
	}
	for range p.yearX {
		n *= 10
	}
	p.year = n
	return ""
}

func (p *point) parseMonth(s string) (why string) {
	n, ok := number(s)
	switch {
	case s == "XX" && p.yearX == 0:
		p.monthX = true
	case p.yearX > 0:
		return "a year with unspecified digits has no month; leave the month out"
	case len(s) != 2 || !ok:
		return fmt.Sprintf("%q is no month; write two digits, 01 to 12, or XX", s)
	case n >= 21 && n <= 41:
		return fmt.Sprintf("%q is a season or quarter; write the year, or an interval of months", s)
	case n < 1 || n > 12:
		return fmt.Sprintf("there is no month %s; write 01 to 12", s)
	default:
		p.month = n
	}
	return ""
}

func (p *point) parseDay(s string) (why string) {
	n, ok := number(s)
	switch {
	case s == "XX":
		p.dayX = true
	case p.monthX:
		return "an unspecified month has no day; write XX for the day too"
	case len(s) != 2 || !ok:
		return fmt.Sprintf("%q is no day; write two digits, or XX", s)
	case n < 1 || n > daysIn(p.year, p.month):
		return fmt.Sprintf("%04d-%02d has no day %s; its last is %d", p.year, p.month, s, daysIn(p.year, p.month))
	default:
		p.day = n
	}
	return ""
}

// number reads ASCII digits only: strconv.Atoi would take a sign.
func number(s string) (n int, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
		if n > 9999 {
			return 0, false
		}
	}
	return n, s != ""
}

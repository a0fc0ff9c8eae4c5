package extract

import (
	"slices"
	"strings"
)

var relativeDates = []struct {
	words string
	rel   relative
}{
	{"the same year", sameYear},
	{"the same calendar year", sameYear},
	{"that year", sameYear},
	{"the following year", followingYear},
	{"the next year", followingYear},
	{"a year later", followingYear},
	{"one year later", followingYear},
	{"the same month", sameMonth},
	{"that month", sameMonth},
	{"that same month", sameMonth},
	{"that same year", sameYear},
	{"the following month", followMonth},
	{"a month later", followMonth},
	{"one month later", followMonth},
	{"last year", lastYear},
	{"this year", thisYear},
	{"next year", nextYear},
	{"last month", lastMonth},
	{"this month", thisMonth},
	{"next month", nextMonth},
	{"today", today},
	{"yesterday", yesterday},
	{"tomorrow", tomorrow},
	{"the past two years", pastYears},
	{"the last two years", pastYears},
	{"the past three years", pastYears},
	{"the past year", pastYears},
}

// relativeStarts are the places in relativeDates by first word.
var relativeStarts = func() map[string][]int {
	starts := map[string][]int{}
	for k, d := range relativeDates {
		first, _, _ := strings.Cut(d.words, " ")
		starts[first] = append(starts[first], k)
	}
	return starts
}()

func (r dateReader) relativeDate(i int) (dateSpan, int) {
	t := r.at(i)
	if w := slices.Index(weekdayNames, t.low); w > 0 && t.cap() {
		j := i + 1
		if r.at(j).is(",") { // "Monday, 3 May"
			j++
		}
		if d, end := r.date(j); end > j && d.lo.d > 0 {
			return d, end
		}
		return dateSpan{rel: weekday, lo: ymd{0, w, 0}}, i + 1
	}
	if t.is("that") || t.is("last") || t.is("next") || t.is("this") || t.is("the") && r.at(i+1).is("following") {
		j := i + 1
		if t.is("the") {
			j++
		}
		if m := r.month(j); m > 0 && r.at(j+1).kind != tNumber {
			rel := map[string]relative{"that": sameYear, "last": lastMonth, "next": nextMonth, "this": thisYear, "the": followMonth}[t.low]
			return dateSpan{rel: rel, lo: ymd{0, m, 0}}, r.afterMonth(j)
		}
	}
	for _, k := range relativeStarts[t.low] {
		c := &relativeDates[k]
		if count := r.has(i, c.words); count > 0 {
			words := strings.Fields(c.words)
			n := 2
			switch words[max(0, len(words)-2)] {
			case "three":
				n = 3
			case "past":
				n = 1
			}
			d := dateSpan{rel: c.rel}
			if c.rel == pastYears {
				d.lo.d = n
			}
			return d, i + count
		}
	}
	return dateSpan{}, i
}

// has returns how many words there are, if just they start at token i; else 0.
func (r dateReader) has(i int, words string) int {
	for n := 1; ; n++ {
		word, rest, more := strings.Cut(words, " ")
		if r.at(i+n-1).low != word {
			return 0
		}
		if !more {
			return n
		}
		words = rest
	}
}

// monthContext reports whether "May" or "March" at token i is a month.
func (r dateReader) monthContext(i int) bool {
	if n := r.at(i + 1); n.kind == tNumber || n.is("the") && r.at(i+2).is("same") {
		return true
	}
	switch p := r.at(i - 1); p.low {
	case "in", "of", "during", "since", "that", "early", "mid", "late", "until", "till", "from", "by", "to", "and", "between", "-", "th", "st", "nd", "rd", "last", "next", "on", "or", "this", "each", "every", "(":
		return true
	default:
		return p.kind == tNumber
	}
}

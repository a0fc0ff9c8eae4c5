package document

import (
	"regexp"
	"strings"
	"time"
)

var (
	edtfShape = regexp.MustCompile(`^(\.\.|[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?)(/(\.\.|[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?)?)?$`)
	dateTime  = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[T ]\d`)
)

// edtf returns s as an EDTF date, and whether it is one: EDTF itself, a date and time (ISO
// 8601), or a date as English texts and web pages write it.
func edtf(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if s == "" || edtfShape.MatchString(s) {
		return s, true
	}
	if m := dateTime.FindStringSubmatch(s); m != nil {
		return m[1], true
	}
	for _, l := range []struct{ layout, out string }{
		{"2006/01/02", time.DateOnly},
		{"2006/1/2", time.DateOnly},
		{"20060102", time.DateOnly},
		{"January 2, 2006", time.DateOnly},
		{"2 January 2006", time.DateOnly},
		{"Jan 2, 2006", time.DateOnly},
		{"2 Jan 2006", time.DateOnly},
		{"Jan. 2, 2006", time.DateOnly},
		{time.RFC1123, time.DateOnly},
		{time.RFC1123Z, time.DateOnly},
		{"January 2006", "2006-01"},
		{"2006/01", "2006-01"},
	} {
		if t, err := time.Parse(l.layout, s); err == nil {
			return t.Format(l.out), true
		}
	}
	return "", false
}

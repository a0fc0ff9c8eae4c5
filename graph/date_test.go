package graph

import (
	"strings"
	"testing"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		in, earliest, latest string
		precision            Precision
	}{
		{"2007", "2007-01-01", "2007-12-31", PrecisionYear},
		{"2007-08", "2007-08-01", "2007-08-31", PrecisionMonth},
		{"2008-02", "2008-02-01", "2008-02-29", PrecisionMonth},
		{"1900-02", "1900-02-01", "1900-02-28", PrecisionMonth},
		{"2000-02", "2000-02-01", "2000-02-29", PrecisionMonth},
		{"2007-08-09", "2007-08-09", "2007-08-09", PrecisionDay},
		{"2007-08-09/2007-08-17", "2007-08-09", "2007-08-17", PrecisionInterval},
		{"2006/2008", "2006-01-01", "2008-12-31", PrecisionInterval},
		{"2008-12/2009", "2008-12-01", "2009-12-31", PrecisionInterval},
		{"1990/..", "1990-01-01", "9999-12-31", PrecisionInterval},
		{"../2008", "0001-01-01", "2008-12-31", PrecisionInterval},
		{"1990/", "1990-01-01", "9999-12-31", PrecisionInterval},
		{"/2008-06", "0001-01-01", "2008-06-30", PrecisionInterval},
		{"1984?", "1984-01-01", "1984-12-31", PrecisionYear},
		{"1984-06~", "1984-06-01", "1984-06-30", PrecisionMonth},
		{"1984-06-02%", "1984-06-02", "1984-06-02", PrecisionDay},
		{"1984~/2004-06", "1984-01-01", "2004-06-30", PrecisionInterval},
		{"201X", "2010-01-01", "2019-12-31", PrecisionDecade},
		{"20XX", "2000-01-01", "2099-12-31", PrecisionCentury},
		{"00XX", "", "", ""},
		{"2004-XX", "2004-01-01", "2004-12-31", PrecisionYear},
		{"2004-06-XX", "2004-06-01", "2004-06-30", PrecisionMonth},
		{"2004-XX-XX", "2004-01-01", "2004-12-31", PrecisionYear},
		{"201X/..", "2010-01-01", "9999-12-31", PrecisionInterval},
	} {
		d, err := ParseDate(c.in)
		if c.earliest == "" {
			if err == nil {
				t.Errorf("ParseDate(%q) = %v, want an error", c.in, d)
			}
			continue
		}
		if err != nil {
			t.Error(err)
			continue
		}
		if d.String() != c.in || d.Earliest().String() != c.earliest || d.Latest().String() != c.latest || d.Precision() != c.precision {
			t.Errorf("%q: prints %q, %s to %s, %s; want %s to %s, %s",
				c.in, d, d.Earliest(), d.Latest(), d.Precision(), c.earliest, c.latest, c.precision)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"":                    "is empty",
		"07":                  "no year",
		"0000":                "year is 0",
		"-0044":               "no year",
		"Y17000":              "no year",
		"+2007":               "no year",
		"2XXX":                "no year",
		"X007":                "no year",
		"2007-8":              "no month",
		"2007-13":             "no month 13",
		"2007-00":             "no month 00",
		"2007-21":             "season",
		"201X-05":             "leave the month out",
		"2007-02-29":          "has no day 29; its last is 28",
		"2007-XX-05":          "write XX for the day too",
		"2007-08-1":           "no day",
		"2007-08-09T10:00:00": "time of day",
		"2007-08-09-10":       "more than year, month and day",
		"2008/2007":           "ends before it starts",
		"../..":               "no start and no end",
		"/":                   "no start and no end",
		"2007/2008/2009":      "2008/2009",
		"..":                  "no year",
		" 2007":               "no year",
		"2007??":              "no year",
		"August 2007":         "no year",
	} {
		d, err := ParseDate(in)
		if err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error with %q", in, d, want)
		} else if !strings.Contains(err.Error(), want) {
			t.Errorf("ParseDate(%q): %v; want %q in it", in, err, want)
		}
	}
}

func TestNewDates(t *testing.T) {
	open, err := NewInterval(NewYear(1990), Date{})
	if err != nil || open.String() != "1990/.." {
		t.Errorf("NewInterval(1990, open) = %v, %v", open, err)
	}
	days, err := NewInterval(NewDay(2007, 8, 9), NewDay(2007, 8, 17))
	if err != nil || days.String() != "2007-08-09/2007-08-17" {
		t.Errorf("NewInterval of days = %v, %v", days, err)
	}
	if from, to := days.Ends(); from != NewDay(2007, 8, 9) || to != NewDay(2007, 8, 17) {
		t.Errorf("Ends = %v, %v", from, to)
	}
	if _, err := NewInterval(days, Date{}); err == nil {
		t.Error("an interval of intervals was taken")
	}
	if _, err := NewInterval(NewYear(2008), NewYear(2007)); err == nil {
		t.Error("an interval that ends before it starts was taken")
	}
	if (Date{}).String() != "" || !(Date{}).IsZero() || (Date{}).Precision() != "" {
		t.Error("the zero date is not empty")
	}
	defer func() {
		if recover() == nil {
			t.Error("NewDay(2007, 2, 29) did not panic")
		}
	}()
	NewDay(2007, 2, 29)
}

func TestDateWithin(t *testing.T) {
	for _, c := range []struct {
		d, e             string
		within, overlaps bool
	}{
		{"2007-08-09", "2007-08", true, true},
		{"2007-08", "2007", true, true},
		{"2007", "2007-08", false, true},
		{"2007-08-09/2007-08-17", "2007-08", true, true},
		{"2007-09", "2007-08", false, false},
		{"2007", "200X", true, true},
		{"2007-07-30/2007-08-02", "2007-08", false, true},
		{"2007", "1990/..", true, true},
	} {
		d, _ := ParseDate(c.d)
		e, _ := ParseDate(c.e)
		if d.Within(e) != c.within || d.Overlaps(e) != c.overlaps {
			t.Errorf("%s within %s: %v, overlaps: %v; want %v, %v", d, e, d.Within(e), d.Overlaps(e), c.within, c.overlaps)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2007-08-09/2007-08-17", "1984~/..", "201X", "2004-XX-XX?", "../2008", "2007-02-29"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			return
		}
		if d.String() != s {
			t.Errorf("ParseDate(%q) prints %q", s, d)
		}
		if d.IsZero() || d.Earliest().Compare(d.Latest()) > 0 {
			t.Errorf("%q runs from %s to %s", s, d.Earliest(), d.Latest())
		}
	})
}

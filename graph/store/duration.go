package store

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

var durationForm = regexp.MustCompile(`^(-?)P(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+)(?:\.(\d{1,9}))?S)?)?$`)

// duration parses an ISO 8601 duration with whole numbers, and a fraction of seconds.
func duration(s string) (dbtype.Duration, error) {
	wrong := fmt.Errorf("%q is no duration; write one such as P1Y2M10DT2H30M", s)
	m := durationForm.FindStringSubmatch(s)
	if m == nil || s[len(s)-1] == 'P' || s[len(s)-1] == 'T' {
		return dbtype.Duration{}, wrong
	}
	bad := false
	n := func(i int) int64 {
		if m[i] == "" {
			return 0
		}
		v, err := strconv.ParseInt(m[i], 10, 64)
		bad = bad || err != nil || v > math.MaxInt32 || v < math.MinInt32
		return v
	}
	d := dbtype.Duration{Months: 12*n(2) + n(3), Days: 7*n(4) + n(5), Seconds: 3600*n(6) + 60*n(7) + n(8)}
	if m[9] != "" {
		nanos, _ := strconv.Atoi((m[9] + "000000000")[:9])
		if m[8] != "" && m[8][0] == '-' {
			nanos = -nanos
		}
		d.Nanos = nanos
	}
	if m[1] == "-" {
		d.Months, d.Days, d.Seconds, d.Nanos = -d.Months, -d.Days, -d.Seconds, -d.Nanos
	}
	if d.Nanos < 0 { // Bolt's nanoseconds are never negative
		d.Seconds, d.Nanos = d.Seconds-1, d.Nanos+1e9
	}
	if bad {
		return dbtype.Duration{}, wrong
	}
	return d, nil
}

// durationText writes a duration as Cypher's toString does: months as years and months,
// seconds as hours, minutes and seconds, each with its own sign; PT0S for none.
func durationText(d dbtype.Duration) string {
	seconds, nanos, minus := d.Seconds, d.Nanos, ""
	if seconds < 0 && nanos > 0 { // Bolt's nanoseconds count up from the second below
		seconds, nanos = seconds+1, 1e9-nanos
		if seconds == 0 {
			minus = "-"
		}
	}
	var b strings.Builder
	part := func(n int64, unit string) {
		if n != 0 {
			b.WriteString(strconv.FormatInt(n, 10) + unit)
		}
	}
	b.WriteByte('P')
	part(d.Months/12, "Y")
	part(d.Months%12, "M")
	part(d.Days, "D")
	if seconds != 0 || nanos != 0 || b.Len() == 1 {
		b.WriteByte('T')
		part(seconds/3600, "H")
		part(seconds/60%60, "M")
		if nanos != 0 {
			fraction := strings.TrimRight(fmt.Sprintf("%09d", nanos), "0")
			if seconds < 0 && seconds%60 == 0 {
				minus = "-"
			}
			fmt.Fprintf(&b, "%s%d.%sS", minus, seconds%60, fraction)
		} else {
			part(seconds%60, "S")
		}
	}
	if b.String() == "PT" {
		return "PT0S"
	}
	return b.String()
}

package export

import (
	"cmp"
	"slices"
	"testing"

	"concord/ingest/gazetteer"
)

// states gives, of some years, how many members COW's list (State System Membership, version 2016)
// has in them by any day of the year, and which of them have no line here.
var states = []struct {
	year, members int
	left          []int64
}{
	{1946, 66, nil},
	{1950, 75, nil},
	{1960, 107, []int64{817}}, // the Republic of Vietnam
	{1964, 122, []int64{511, 817}},
	{1975, 150, []int64{817}},
	{1989, 161, nil},
	{1990, 165, []int64{260, 678}}, // counted as what they united in
	{1991, 177, nil},
	{2000, 191, nil},
	{2016, 195, nil},
}

// oneState are the entries of ISO 3166 that COW takes for one state, by its code.
var oneState = map[int64][]string{
	345: {"SCG", "SRB", "YUG"},
	365: {"RUS", "SUN"},
	816: {"VDR", "VNM"},
}

// TestCOWMembers compares the table's states with the list's, year by year.
func TestCOWMembers(t *testing.T) {
	for _, y := range states {
		members := map[int64][]string{}
		for iso3 := range cowCodes() {
			if c, ok := cowOf(iso3, y.year); ok {
				members[c.code] = append(members[c.code], iso3)
			}
		}
		if got := len(members) + len(y.left); got != y.members {
			t.Errorf("%d members in %d, want %d", got, y.year, y.members)
		}
		for _, code := range y.left {
			if members[code] != nil {
				t.Errorf("%v has the code %d in %d", members[code], code, y.year)
			}
		}
		for code, several := range members {
			if slices.Sort(several); len(several) > 1 && !slices.Equal(several, oneState[code]) {
				t.Errorf("%v share the code %d in %d", several, code, y.year)
			}
		}
	}
}

// TestCOWSpells holds of every line: a country's spells come one after another, a code has one
// abbreviation and one country, and lies in the numbers that COW gives the country's part of the
// world.
func TestCOWSpells(t *testing.T) {
	codes, err := readCOW(cowTable)
	if err != nil {
		t.Fatal(err)
	}
	abbreviations, countries := map[int64]string{}, map[int64]string{}
	for iso3, spells := range codes {
		last := 0
		for _, c := range spells {
			if c.first <= last || c.last < c.first || c.first < 1816 {
				t.Errorf("%s: the spell %d to %d is out of order", iso3, c.first, c.last)
			}
			last = c.last
			if had := cmp.Or(abbreviations[c.code], c.abbreviation); had != c.abbreviation {
				t.Errorf("%d is %s and %s", c.code, had, c.abbreviation)
			}
			if had := cmp.Or(countries[c.code], iso3); had != iso3 && !slices.Contains(oneState[c.code], iso3) {
				t.Errorf("%s and %s both have the code %d", had, iso3, c.code)
			}
			abbreviations[c.code], countries[c.code] = c.abbreviation, iso3
			if part := partOf(c.code); part == "" {
				t.Errorf("%s: COW has no part of the world for %d", iso3, c.code)
			}
		}
	}
}

// partOf returns the part of the world that a code's number says, by COW's ranges; "" for none.
func partOf(code int64) string {
	for _, p := range []struct {
		first, last int64
		name        string
	}{{2, 165, "Americas"}, {200, 395, "Europe"}, {402, 626, "Africa"}, {630, 698, "Middle East"}, {700, 860, "Asia"}, {900, 990, "Oceania"}} {
		if code >= p.first && code <= p.last {
			return p.name
		}
	}
	return ""
}

// TestCOWKnowsTheCountries finds every country of the gazetteer in the table, but those that are no
// state of COW's, in COW's part of the world for its region of M49.
func TestCOWKnowsTheCountries(t *testing.T) {
	g, err := gazetteer.New()
	if err != nil {
		t.Fatal(err)
	}
	// What M49 counts elsewhere than COW.
	elsewhere := map[string]string{
		"ARM": "Europe", "AZE": "Europe", "CYP": "Europe", "GEO": "Europe", "EGY": "Middle East", "IRN": "Middle East",
	}
	none := []string{"ANT", "PSE", "VAT"}
	n := 0
	for _, e := range g.Entries() {
		if (e.Kind != "country" && e.Kind != "former") || iso3Of(e.Entity.ID) == "" {
			continue
		}
		n++
		iso3 := iso3Of(e.Entity.ID)
		c, ok := cowLast(iso3)
		if slices.Contains(none, iso3) {
			if ok {
				t.Errorf("%s has the code %d and is no state of COW's", iso3, c.code)
			}
			continue
		}
		region, _ := e.Entity.Properties["region"].(string)
		subregion, _ := e.Entity.Properties["subregion"].(string)
		want := cmp.Or(elsewhere[iso3], region)
		if subregion == "Western Asia" && elsewhere[iso3] == "" {
			want = "Middle East"
		}
		if !ok || region != "" && partOf(c.code) != want {
			t.Errorf("%s has the code %d of %q, want one of %s", iso3, c.code, partOf(c.code), want)
		}
	}
	if n < 195 {
		t.Errorf("%d countries were compared", n)
	}
}

// TestCOWUnions has what is easily wrong: states that were divided, became one, fell apart, changed
// their codes, or joined late.
func TestCOWUnions(t *testing.T) {
	for _, c := range []struct {
		iso3 string
		year int
		want int64 // 0 for none
	}{
		{"DEU", 1938, 255},
		{"DEU", 1950, 0},
		{"DEU", 1955, 260},
		{"DEU", 1989, 260},
		{"DEU", 1990, 255},
		{"DDR", 1953, 0},
		{"DDR", 1990, 265},
		{"DDR", 1991, 0},
		{"YEM", 1989, 678},
		{"YEM", 1990, 679},
		{"YMD", 1990, 680},
		{"YMD", 1966, 0},
		{"VNM", 1960, 816},
		{"VNM", 1980, 816},
		{"SUN", 1980, 365},
		{"RUS", 1992, 365},
		{"UKR", 1990, 0},
		{"UKR", 1991, 369},
		{"YUG", 1985, 345},
		{"SRB", 2010, 345},
		{"MNE", 2005, 0},
		{"MNE", 2006, 341},
		{"XKX", 2007, 0},
		{"XKX", 2008, 347},
		{"XKX", 2024, 347},
		{"CSK", 1992, 315},
		{"CSK", 1993, 0},
		{"CZE", 1992, 0},
		{"CZE", 1993, 316},
		{"SVK", 1993, 317},
		{"MCO", 1992, 0},
		{"MCO", 1993, 221},
		{"AND", 1993, 232},
		{"LIE", 1990, 223},
		{"SMR", 1992, 331},
		{"NRU", 1998, 0},
		{"TUV", 2000, 947},
		{"TLS", 2002, 860},
		{"SSD", 2011, 626},
		{"SYR", 1960, 0}, // in the United Arab Republic
		{"TWN", 1949, 713},
		{"ISR", 1948, 666},
		{"VAT", 2000, 0},
		{"PSE", 2020, 0},
	} {
		if got, _ := cowOf(c.iso3, c.year); got.code != c.want {
			t.Errorf("%s has the code %d in %d, want %d", c.iso3, got.code, c.year, c.want)
		}
	}
	for iso3, want := range map[string]int64{"DEU": 255, "DDR": 265, "YEM": 679, "SUN": 365, "CSK": 315, "XKX": 347} {
		if c, _ := cowLast(iso3); c.code != want {
			t.Errorf("%s has the code %d, want %d", iso3, c.code, want)
		}
	}
}

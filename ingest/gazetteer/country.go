package gazetteer

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"concord/graph"
)

// subregions are the groups of countries that UN M49 calls subregions, or intermediate
// regions where it has those, and the regions they belong to.
var subregions = []struct{ code, name, region string }{
	{"015", "Northern Africa", "Africa"},
	{"011", "Western Africa", "Africa"},
	{"014", "Eastern Africa", "Africa"},
	{"017", "Middle Africa", "Africa"},
	{"018", "Southern Africa", "Africa"},
	{"021", "Northern America", "Americas"},
	{"029", "Caribbean", "Americas"},
	{"013", "Central America", "Americas"},
	{"005", "South America", "Americas"},
	{"143", "Central Asia", "Asia"},
	{"030", "Eastern Asia", "Asia"},
	{"035", "South-eastern Asia", "Asia"},
	{"034", "Southern Asia", "Asia"},
	{"145", "Western Asia", "Asia"},
	{"151", "Eastern Europe", "Europe"},
	{"154", "Northern Europe", "Europe"},
	{"039", "Southern Europe", "Europe"},
	{"155", "Western Europe", "Europe"},
	{"053", "Australia and New Zealand", "Oceania"},
	{"054", "Melanesia", "Oceania"},
	{"057", "Micronesia", "Oceania"},
	{"061", "Polynesia", "Oceania"},
}

// country reads a line of countries.tsv. What the CLDR tables of golang.org/x/text know is taken
// from there: the common English short name (unless the line has another),
// the codes, and the group of M49.
func (l *loader) country(r row) {
	iso3 := r.cells["iso3"]
	kind := "country"
	if k := r.cells["kind"]; k != "" {
		kind = k
	}
	region, err := language.ParseRegion(iso3)
	assigned := err == nil && region.IsCountry() && region.ISO3() == iso3
	if !assigned && kind != "former" || iso3 != strings.ToUpper(iso3) || len(iso3) != 3 {
		l.fail(r, "%q is no alpha-3 code of ISO 3166-1, nor of ISO 3166-3 on a line of kind former: mend it", iso3)
		return
	}
	id := "country:" + iso3
	name := r.cells["name"]
	if name == "" {
		name = display.English.Regions().Name(region)
	}
	official := r.cells["official"]
	properties := map[string]any{"iso3": iso3, "officialName": official}
	if kind != "former" {
		properties["iso2"] = region.String()
		properties["m49"] = fmt.Sprintf("%03d", region.M49())
	}
	properties["region"], properties["subregion"] = l.m49(r, region)
	e := &Entry{Entity: entity(graph.Country, id, name, properties), Kind: kind, Country: id}

	aliases := r.list("aliases")
	if official != "" {
		aliases = append(aliases, strings.TrimPrefix(official, "the "))
	}
	l.enter(r, e, plain(aliases))
	l.name(r, Name, name, e)
	for _, a := range aliases {
		form := Name
		if isAcronym(strings.TrimSuffix(a, "?")) {
			form = Acronym
		}
		l.name(r, form, a, e)
	}
	for _, a := range r.list("adjectives") {
		if p, ok := strings.CutSuffix(a, "-"); ok {
			l.name(r, Prefix, p, e)
			continue
		}
		l.name(r, Adjective, a, e)
	}
	for _, d := range r.list("demonyms") {
		l.name(r, Demonym, d, e)
	}
	for _, key := range []string{"iso2", "iso3", "m49"} {
		if code, ok := properties[key].(string); ok {
			l.code(code, e)
		}
	}
}

// m49 returns the names of the region and subregion of a country, empty for
// Antarctica, which has none.
func (l *loader) m49(r row, country language.Region) (region, subregion string) {
	code := r.cells["m49"]
	for _, s := range subregions {
		if s.code == code || code == "" && language.MustParseRegion(s.code).Contains(country) {
			return s.region, s.name
		}
	}
	if code != "" && code != "-" {
		l.fail(r, "%q is no subregion of M49 known here: mend the code", code)
	}
	return "", ""
}

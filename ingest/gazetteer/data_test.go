package gazetteer

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"concord/graph"
)

// TestCountriesAreAll holds the countries against the library's codes: all that ISO 3166-1 assigns are
// there, and no other but the states of ISO 3166-3.
func TestCountriesAreAll(t *testing.T) {
	g := names(t)
	// Codes that CLDR has besides those that ISO 3166-1 assigns: reserved, withdrawn, or its own.
	besides := strings.Fields("AC AN BU CP CQ CS CT DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ RH SU TA TP UK UN VD WK XK YD YU ZR")
	assigned := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			region, err := language.ParseRegion(code)
			if err != nil || !region.IsCountry() || region.String() != code || slices.Contains(besides, code) {
				continue
			}
			assigned++
			e, ok := g.Entry("country:" + region.ISO3())
			if !ok {
				t.Errorf("%s (%s) is missing", region.ISO3(), display.English.Regions().Name(region))
				continue
			}
			p := e.Entity.Properties
			if p["iso2"] != code || p["iso3"] != region.ISO3() || len(p["m49"].(string)) != 3 {
				t.Errorf("%s has codes %v", code, p)
			}
			if (p["region"] == nil || p["subregion"] == nil) && code != "AQ" {
				t.Errorf("%s has no region of M49", code)
			}
		}
	}
	if assigned != 249 {
		t.Errorf("%d codes are assigned, want 249", assigned)
	}
	countries := 0
	for _, e := range g.Entries() {
		if e.Entity.Label == graph.Country && e.Kind != "former" {
			countries++
		}
	}
	if countries != 249 {
		t.Errorf("%d countries and territories, want 249", countries)
	}
}

// newerNames are the names that differ from those of the library: of later versions of CLDR, or its short variants.
var newerNames = map[string]string{
	"MKD": "North Macedonia", "SWZ": "Eswatini", "TUR": "Türkiye",
	"MMR": "Myanmar", "HKG": "Hong Kong", "MAC": "Macao", "PSE": "Palestine",
}

func TestCountryNames(t *testing.T) {
	g := names(t)
	for _, e := range g.Entries() {
		if e.Entity.Label != graph.Country || e.Kind == "former" {
			continue
		}
		iso3 := e.Entity.Properties["iso3"].(string)
		want := display.English.Regions().Name(language.MustParseRegion(iso3))
		if newer, ok := newerNames[iso3]; ok {
			want = newer
		}
		if e.Entity.Name != want {
			t.Errorf("%s is called %s, want %s", iso3, e.Entity.Name, want)
		}
	}
}

// TestEveryNameIsFound looks for each entity by its name and aliases, alone and in a sentence.
func TestEveryNameIsFound(t *testing.T) {
	g := names(t)
	for _, e := range g.Entries() {
		for _, name := range append([]string{e.Entity.Name}, e.Entity.Aliases...) {
			text := "On Monday " + name + ", it was said."
			found := slices.ContainsFunc(g.Find(text), func(m Match) bool {
				return text[m.Start:m.End] == name && (m.Entry == e || slices.Contains(m.Others, e))
			})
			if !found {
				t.Errorf("%q is not found as %s: %s", text, e.Entity.ID, show(text, g.Find(text)))
			}
			if !slices.Contains(g.Readings(name), e) {
				t.Errorf("looking up %q does not give %s", name, e.Entity.ID)
			}
		}
	}
}

func TestEveryCountryHasAnAdjective(t *testing.T) {
	g := names(t)
	without := []string{"LIE", "NZL", "VAT"} // a name of theirs is the adjective
	for _, e := range g.Entries() {
		if e.Kind != "country" || slices.Contains(without, e.Entity.Properties["iso3"].(string)) {
			continue
		}
		has := slices.ContainsFunc(g.names.ends, func(names []*name) bool {
			return slices.ContainsFunc(names, func(n *name) bool {
				return n.form == Adjective && slices.Contains(n.readings, e)
			})
		})
		if !has {
			t.Errorf("%s has no adjective", e.Entity.ID)
		}
	}
}

// TestAmbiguousNames lists all names with several readings, so that none comes about unseen.
func TestAmbiguousNames(t *testing.T) {
	want := map[string]string{
		"Congo": "COG COD", "Congolese": "COD COG", "Dominican": "DOM DMA", "Dominicans": "DOM DMA",
		"Korea": "KOR PRK", "Korean": "KOR PRK", "Koreans": "KOR PRK", "Georgia": "GEO place:georgia-us",
		"AFP":    "organization:afp organization:armed-forces-of-the-philippines",
		"BDF":    "organization:bdf organization:bahrain-defence-force",
		"IDF":    "organization:idf organization:irish-defence-forces",
		"OIF":    "organization:oif mission:iraqi-freedom",
		"RCAF":   "organization:rcaf organization:royal-canadian-air-force",
		"RSAF":   "organization:republic-of-singapore-air-force organization:royal-saudi-air-force",
		"SAF":    "organization:saf organization:sudanese-armed-forces",
		"UNAVEM": "mission:unavem-i mission:unavem-ii mission:unavem-iii",
		"UNEF":   "mission:unef-i mission:unef-ii",
		"UNOSOM": "mission:unosom-i mission:unosom-ii",
	}
	g := names(t)
	for _, names := range g.names.ends {
		for _, n := range names {
			if len(n.readings) < 2 {
				continue
			}
			var ids []string
			for _, e := range n.readings {
				ids = append(ids, strings.TrimPrefix(e.Entity.ID, "country:"))
			}
			text := strings.Join(n.tokens, " ")
			if got := strings.Join(ids, " "); got != want[text] {
				t.Errorf("%s may be %s, want %q: mark the less usual readings with ? and list them here", text, got, want[text])
			}
			delete(want, text)
		}
	}
	for text := range want {
		t.Errorf("%s has one reading only", text)
	}
}

func TestLookup(t *testing.T) {
	g := names(t)
	for name, want := range map[string]string{
		"China": "country:CHN", "CHN": "country:CHN", "CN": "country:CHN", "156": "country:CHN", "country:CHN": "country:CHN",
		"china": "country:CHN", "The Gambia": "country:GMB", "the Netherlands": "country:NLD", "Korea, Republic of": "country:KOR",
		"cote d'ivoire": "country:CIV", "Bolivia (Plurinational State of)": "country:BOL", "Trinidad and Tobago": "country:TTO",
		"US": "country:USA", "USA": "country:USA", "United States of America": "country:USA", "Viet Nam": "country:VNM",
		"SCO": "organization:sco", "MONUC": "mission:monuc", "UNMONUC": "mission:monuc", "Chelyabinsk": "place:chelyabinsk",
		"Hong Kong": "country:HKG", "Soviet Union": "country:SUN", "Georgia": "country:GEO",
		"Chinese": "", "cn": "", "sco": "", "Atlantis": "", "": "", "Korean War": "",
	} {
		e, ok := g.Lookup(name)
		switch {
		case ok != (want != ""):
			t.Errorf("%q: found is %v", name, ok)
		case ok && e.Entity.ID != want:
			t.Errorf("%q is %s, want %s", name, e.Entity.ID, want)
		}
	}
}

// TestEntities holds every entity against the model.
func TestEntities(t *testing.T) {
	g := names(t)
	var b graph.Bundle
	b.Document = graph.Document{ID: graph.DocumentID("x"), Text: "x"}
	for _, e := range g.Entries() {
		b.Entities = append(b.Entities, e.Entity)
		if label, ok := graph.LabelOf(e.Entity.ID); !ok || label != e.Entity.Label {
			t.Errorf("%s is a %s", e.Entity.ID, e.Entity.Label)
		}
		if !slices.IsSorted(e.Entity.Aliases) || slices.Contains(e.Entity.Aliases, e.Entity.Name) {
			t.Errorf("%s has aliases %q", e.Entity.ID, e.Entity.Aliases)
		}
		for _, id := range append([]string{e.Country, e.Metonym, e.Parent}, append(e.Under, e.In...)...) {
			if _, ok := g.Entry(id); id != "" && !ok {
				t.Errorf("%s refers to %s, which is not there", e.Entity.ID, id)
			}
		}
	}
	if err := b.Normalized().Check(); err != nil {
		t.Error(err)
	}
}

func TestLoadNamesEveryMistake(t *testing.T) {
	files := fstest.MapFS{}
	entries, _ := data.ReadDir("data")
	for _, e := range entries {
		b, _ := data.ReadFile("data/" + e.Name())
		files["data/"+e.Name()] = &fstest.MapFile{Data: b}
	}
	add := func(file, lines string) {
		f := files["data/"+file]
		files["data/"+file] = &fstest.MapFile{Data: append(slices.Clone(f.Data), lines...)}
	}
	add("countries.tsv", "QQQ\t\tNowhere\nCHN\n")
	add("organizations.tsv", "x\tX\tXs\tclub\tnosuch\n")
	add("places.tsv", "y\tYtown\tplanet\tCHN\t\tnorth\t200\nz\tZtown\tcity\tCHN\t\t\t\t\textra\n")
	add("missions.tsv", "\t\t\tnosuch\n")
	_, err := load(files)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		`countries.tsv:`, `"QQQ" is no alpha-3 code`, `country:CHN is defined twice`, `"club" is no kind of organization`,
		`organization:nosuch is not defined`, `"planet" is no kind of place`, `lat is "north"`, `lon is "200"`, `9 cells under 8 columns`, `a name is missing`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the errors do not say %q:\n%v", want, err)
		}
	}
}

package extract

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"concord/graph"
	"concord/ingest/document"
)

// documents are all documents of the repository that extraction is measured on.
func documents(t testing.TB) []string {
	t.Helper()
	var files []string
	for _, pattern := range []string{"*.txt", "*.md", "*.html", "blind/*.txt", "blind/*.md", "blind/*.html"} {
		found, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "documents", pattern))
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Fatal("no documents under testdata/documents")
	}
	return files
}

// TestInvariants holds the bundle of every document against what all bundles promise, and
// against itself extracted again by another extractor.
func TestInvariants(t *testing.T) {
	x, y := newExtractor(t), newExtractor(t)
	for _, file := range documents(t) {
		d, err := document.Open(file, document.Meta{})
		if err != nil {
			t.Error(err)
			continue
		}
		b := x.Extract(d)
		checkBundle(t, b)
		if again := y.Extract(d); !reflect.DeepEqual(b, again) {
			t.Errorf("%s: extracted twice, the bundles differ", file)
		}
	}
}

// TestPermutations swaps countries, months, years and places in a text: the claims must be
// those of the text before, with the same swaps, and nothing else.
func TestPermutations(t *testing.T) {
	const text = "In March 2011, %[1]s and %[2]s held the exercise “Iron Gate-2011” in %[3]s. " +
		"It focused on maritime security. %[4]s sent observers.\n\n" +
		"The defence ministers of %[1]s and %[4]s met in %[3]s in %[5]s 2014. " +
		"In %[5]s 2015 %[2]s hosted a workshop on disaster relief with %[4]s. " +
		"%[4]s contributed 120 troops to MINUSMA."
	x := newExtractor(t)
	type names struct{ a, b, c, place, month string }
	base := names{"Kenya", "Norway", "Peru", "Lisbon", "May"}
	ids := map[string]string{
		"Kenya": "KEN", "Norway": "NOR", "Peru": "PER", "Japan": "JPN", "South Africa": "ZAF", "Portugal": "PRT", "Papua New Guinea": "PNG", "Niger": "NER",
		"Lisbon": "lisbon", "Chiang Mai": "chiang-mai", "Vladivostok": "vladivostok", "May": "05", "October": "10", "March": "03", "January": "01",
	}
	claims := func(n names) []string {
		d, err := document.Read("case.txt", []byte(fmt.Sprintf(text, n.a, n.b, n.place, n.c, n.month)), document.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		b := x.Extract(d)
		checkBundle(t, b)
		slot := func(s string) string {
			for _, r := range []struct{ name, as string }{{n.a, "A"}, {n.b, "B"}, {n.c, "C"}} {
				s = strings.ReplaceAll(s, "country:"+ids[r.name], "country:"+r.as)
				s = strings.ReplaceAll(s, "-"+strings.ToLower(ids[r.name])+"-", "-~-")
				s = strings.ReplaceAll(s, ":"+strings.ToLower(ids[r.name])+"-", ":~-")
			}
			s = strings.ReplaceAll(s, ids[n.place], "P")
			s = strings.ReplaceAll(s, "2014-"+ids[n.month], "2014-M")
			return strings.ReplaceAll(s, "2015-"+ids[n.month], "2015-M")
		}
		for _, c := range b.Claims {
			out = append(out, slot(fmt.Sprint(c.Subject, c.Relation, c.Object, c.Property, c.Value, c.Properties, c.Modality, c.Polarity)))
		}
		slices.Sort(out)
		return out
	}
	want := claims(base)
	if len(want) < 15 {
		t.Fatalf("only %d claims of the text", len(want))
	}
	for _, n := range []names{
		{"Norway", "Peru", "Kenya", "Lisbon", "May"},
		{"Japan", "South Africa", "Portugal", "Chiang Mai", "October"},
		{"Papua New Guinea", "Japan", "Niger", "Vladivostok", "March"},
		{"Peru", "Kenya", "Norway", "Chiang Mai", "January"},
	} {
		if got := claims(n); !slices.Equal(got, want) {
			for _, c := range want {
				if !slices.Contains(got, c) {
					t.Errorf("%v: lost  %s", n, c)
				}
			}
			for _, c := range got {
				if !slices.Contains(want, c) {
					t.Errorf("%v: new   %s", n, c)
				}
			}
		}
	}
}

// TestGroupStaysOne: members spoken of as one are a group, not their names.
func TestGroupStaysOne(t *testing.T) {
	d, err := document.Read("case.txt", []byte("The SCO member states signed the Agreement on Border Trust in June 2009.\n"), document.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range newExtractor(t).Extract(d).Claims {
		if c.Relation == graph.Signed && c.Subject != "group:sco-member-states" {
			t.Errorf("%s signed", c.Subject)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"In May 2007 China and eight other countries, including Singapore, conducted an exercise (WPNS).",
		"“X-2007”: the (ABC) exercise, held in, by, with; and respectively in July and 2008.",
		"| A | B |\n|---|---|\n| China | 10 |\n", "Exercises. 38th of the , and, respectively 9–17 of May the same year, \u00a0’s it was",
		"- Hosts: Peru\n- 2015: Chile and Peru\n", "The U.S. and the US's 1,000 troops from, from (10) and 3-2-1.",
	} {
		f.Add(s)
	}
	x := newExtractor(f)
	f.Fuzz(func(t *testing.T, text string) {
		d, err := document.Read("fuzz.md", []byte(text), document.Meta{Date: "2011-05-06"})
		if err != nil {
			return
		}
		checkBundle(t, x.Extract(d))
	})
}

package graph

import (
	"regexp"
	"strings"
	"testing"
)

func TestNewID(t *testing.T) {
	for _, c := range []struct {
		label Label
		parts []string
		want  string
	}{
		{Country, []string{"CHN"}, "country:CHN"},
		{Country, []string{"chn"}, "country:CHN"},
		{Organization, []string{"SCO"}, "organization:sco"},
		{CountryGroup, []string{"SCO", "member states"}, "group:sco-member-states"},
		{Exercise, []string{"“Peace-2007”"}, "exercise:peace-2007"},
		{Exercise, []string{"PEACE 2007"}, "exercise:peace-2007"},
		{Meeting, []string{"ARF Ministerial Meeting", "14", "", "2007-08"}, "meeting:arf-ministerial-meeting-14-2007-08"},
		{Place, []string{"Côte d’Ivoire"}, "place:cote-divoire"},
		{Place, []string{"Łódź"}, "place:lodz"},
		{Place, []string{"Lod\u0301z"}, "place:lodz"},
		{Place, []string{"ĐÀ NẴNG"}, "place:da-nang"},
		{Place, []string{"İstanbul"}, "place:istanbul"},
		{Organization, []string{"Research & Development"}, "organization:research-and-development"},
		{Topic, []string{"counter-terrorism"}, "topic:counter-terrorism"},
		{Treaty, []string{"People's  Republic -- of"}, "treaty:peoples-republic-of"},
	} {
		if got := NewID(c.label, c.parts...); got != c.want {
			t.Errorf("NewID(%s, %q) = %q, want %q", c.label, c.parts, got, c.want)
		}
	}
}

func TestNewIDKeepsNamesApart(t *testing.T) {
	long := strings.Repeat("agreement on cooperation ", 8)
	for _, pair := range [][2]string{
		{"Мирная миссия", "Совместное море"},
		{"和平使命", "海上联合"},
		{"和平使命 2007", "海上联合 2007"},
		{long + "one", long + "two"},
		{"", "-"},
	} {
		a, b := NewID(Treaty, pair[0]), NewID(Treaty, pair[1])
		if a == b {
			t.Errorf("%q and %q are both %s", pair[0], pair[1], a)
		}
		if a != NewID(Treaty, pair[0]) {
			t.Errorf("%q has two IDs", pair[0])
		}
	}
}

func TestLabelOf(t *testing.T) {
	for _, label := range EntityLabels {
		if got, ok := LabelOf(NewID(label, "abc")); !ok || got != label {
			t.Errorf("LabelOf(NewID(%s, …)) = %s, %v", label, got, ok)
		}
	}
	for _, id := range []string{"", "country", "country:", "doc:abc", "Country:CHN", "claim:1"} {
		if got, ok := LabelOf(id); ok {
			t.Errorf("LabelOf(%q) = %s", id, got)
		}
	}
}

func TestPassageID(t *testing.T) {
	for _, n := range []int{1, 42, 40000} {
		if got, ok := ordinalOf("doc:a", PassageID("doc:a", n)); got != n || !ok {
			t.Errorf("ordinalOf(%q) = %d, %v", PassageID("doc:a", n), got, ok)
		}
	}
	for _, id := range []string{"doc:a#s0", "doc:a#s01", "doc:a#s-1", "doc:a#s", "doc:b#s1", "doc:a#s1x"} {
		if n, ok := ordinalOf("doc:a", id); ok {
			t.Errorf("ordinalOf(%q) = %d", id, n)
		}
	}
}

var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func FuzzSlug(f *testing.F) {
	f.Add("Peace-2007", "x")
	f.Add(strings.Repeat("é ", 100), "和平")
	f.Fuzz(func(t *testing.T, a, b string) {
		s := Slug(a, b)
		if !slugForm.MatchString(s) || len(s) > maxSlug {
			t.Errorf("Slug(%q, %q) = %q", a, b, s)
		}
	})
}

package reference

import (
	"strings"
	"testing"

	"concord/graph"
	"concord/ingest/gazetteer"
)

func names(t *testing.T) *gazetteer.Gazetteer {
	t.Helper()
	g, err := gazetteer.New()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestBundle(t *testing.T) {
	g := names(t)
	b, err := Bundle(g)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Check(); err != nil {
		t.Fatal(err)
	}
	if len(b.Claims) != len(b.Passages) {
		t.Errorf("%d claims in %d passages, want one in each", len(b.Claims), len(b.Passages))
	}
	text := []rune(b.Document.Text)
	for _, c := range b.Claims {
		if got := string(text[c.Start:c.End]); got != c.Quote {
			t.Errorf("the text at %d is %q, not %q", c.Start, got, c.Quote)
		}
		if c.Basis != graph.Reference || c.Relation != graph.MemberOf {
			t.Errorf("%s %s has basis %s", c.Relation, c.Quote, c.Basis)
		}
	}
	for _, want := range []string{
		"Kazakhstan has been a full member of the Shanghai Cooperation Organization (SCO) since 2001-06-15.",
		"United Kingdom was a full member of the European Union (EU) from 1993-11-01 until 2020-01-31.",
		"Côte d’Ivoire has been a full member of the Economic Community of West African States (ECOWAS) since 1975-05-28.",
	} {
		if !strings.Contains(b.Document.Text, want+"\n") {
			t.Errorf("the document does not say %q", want)
		}
	}
	again, err := Bundle(g)
	if err != nil || again.Document.ID != b.Document.ID || len(again.Claims) != len(b.Claims) {
		t.Errorf("a second bundle differs from the first (%v)", err)
	}
}

func TestMembers(t *testing.T) {
	all, err := Memberships(names(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ organization, status, date, want string }{
		{"sco", "full", "2007-08", "CHN KAZ KGZ RUS TJK UZB"},
		{"sco", "observer", "2007-08", "IND IRN MNG PAK"},
		{"sco", "full", "2018", "CHN IND KAZ KGZ PAK RUS TJK UZB"},
		{"sco", "full", "2017", "CHN KAZ KGZ RUS TJK UZB"}, // two joined in the middle of it
		{"sco", "full", "1999", ""},
		{"sco", "full", "", ""},
		{"asean", "full", "1996-01", "BRN IDN MYS PHL SGP THA VNM"},
		{"unsc", "full", "1960", "FRA GBR SUN TWN USA"},
		{"unsc", "full", "2008-11", "CHN FRA GBR RUS USA"},
		{"csto", "full", "2013", "ARM BLR KAZ KGZ RUS TJK"},
	} {
		var date graph.Date
		if test.date != "" {
			if date, err = graph.ParseDate(test.date); err != nil {
				t.Fatal(err)
			}
		}
		var got []string
		for _, m := range Members(all, "organization:"+test.organization, test.status, date) {
			got = append(got, strings.TrimPrefix(m.Country, "country:"))
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s members of %s in %q: %s, want %s", test.status, test.organization, test.date, s, test.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	g := names(t)
	const header = "organization\tstatus\tsince\tuntil\tmembers\n"
	for _, test := range []struct{ data, want string }{
		{"sco\tfull\t2001\t\tCHN\textra", "6 cells"},
		{"nosuch\tfull\t2001\t\tCHN", "not in the gazetteer"},
		{"sco\tmember\t2001\t\tCHN", "no status"},
		{"sco\tfull\tlong ago\t\tCHN", "since"},
		{"sco\tfull\t2001\tsoon\tCHN", "until"},
		{"sco\tfull\t2001\t\tXYZ", "alpha-3"},
		{"sco\tfull\t2001\t\tCHN\nsco\tobserver\t2000\t2003\tCHN", "twice at once"},
	} {
		_, err := parse(header+test.data, g)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "members.tsv") {
			t.Errorf("%q: %v, want %q", test.data, err, test.want)
		}
	}
	_, err := parse(header+"sco\tbad\t2001\t\tCHN\nsco\tfull\tnever\t\tCHN", g)
	if err == nil || !strings.Contains(err.Error(), ":2:") || !strings.Contains(err.Error(), ":3:") {
		t.Errorf("%v, want both lines named", err)
	}
}

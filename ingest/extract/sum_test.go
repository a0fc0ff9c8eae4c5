package extract

import (
	"testing"

	"concord/ingest/document"
)

func TestFiguresCheckThemselves(t *testing.T) {
	x := newExtractor(t)
	for _, c := range []struct {
		text, parts string
		adds        bool
	}{
		{"As of March 2010 China had 120 peacekeepers in UN missions. Among them were 20 military observers, 60 engineers and 40 medical personnel.", "20 + 60 + 40 = 120", true},
		{"As of May 2011 Ghana had 100 soldiers abroad: 60 in UNIFIL and 30 in UNMIL.", "60 + 30 = 90", false},
		{"As of March 2010 China had 120 peacekeepers in UN missions. Among them were 20 military observers and 60 engineers.", "", false}, // and others
		{"As of March 2010 China had 120 peacekeepers in UN missions.", "", false},
	} {
		d, err := document.Read("test.txt", []byte("Peacekeeping\n\n"+c.text+"\n"), document.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		parts, adds := "", false
		for _, e := range x.Extract(d).Entities {
			if p, ok := e.Properties["parts"].(string); ok {
				parts, adds = p, e.Properties["addsUp"].(bool)
			}
		}
		if parts != c.parts || adds != c.adds {
			t.Errorf("%s: parts %q, adds up %v, want %q, %v", c.text, parts, adds, c.parts, c.adds)
		}
	}
	found := false
	for _, e := range chapter(t).Entities {
		found = found || e.Properties["parts"] == "88 + 1,315 + 206 + 340 = 1,949" && e.Properties["addsUp"] == true
	}
	if !found {
		t.Error("the chapter's 1,949 peacekeepers are not compared with their parts")
	}
}

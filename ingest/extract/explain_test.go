package extract

import (
	"testing"

	"concord/ingest/document"
)

func TestExplain(t *testing.T) {
	const text = "Peru held a naval exercise with Chile in May 2012. Such exercises are useful. The drill mattered to many.\n"
	d, err := document.Read("case.txt", []byte(text), document.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	notes := newExtractor(t).Explain(d)
	var passages []int
	for _, n := range notes {
		if n.Why == "" || n.Words == "" {
			t.Errorf("%+v says nothing", n)
		}
		passages = append(passages, n.Passage)
	}
	for _, n := range passages {
		if n == 1 {
			t.Errorf("the first sentence has claims, and yet: %+v", notes)
		}
	}
	if len(notes) == 0 {
		t.Error("nothing is said of the sentences without claims")
	}
}

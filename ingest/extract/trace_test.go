package extract

import (
	"fmt"
	"os"
	"testing"

	"concord/ingest/document"
)

func TestTrace(t *testing.T) {
	path := os.Getenv("TRACE_FILE")
	if path == "" {
		t.Skip("set TRACE_FILE to a document to see how its sentences are parsed")
	}
	x := newExtractor(t)
	d, err := document.Open(path, document.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	trace := func(s *sentence, list []clause) {
		fmt.Printf("\n## %s\n", s.text(s.a, s.b))
		for i, p := range s.ph {
			v := ""
			if p.verb != nil {
				v = fmt.Sprintf("%s/%s passive=%v bare=%v ing=%v %s", p.verb.class, p.verb.low, p.verb.passive, p.verb.bare, p.verb.ing, p.verb.modality)
			}
			np := ""
			if p.np != nil {
				np = fmt.Sprintf("%s/%s name=%q plural=%v ev=%d", p.np.label, p.np.kind, p.np.name, p.np.plural, len(p.ev))
			}
			fmt.Printf("  %2d %s prep=%q [%s] %s%s\n", i, []string{"other", "party", "event", "mission", "place", "date", "topic", "domain", "VERB", "count", "mark", "rel", "resp"}[p.k], p.prep, s.text(s.items[p.x].a, s.items[p.y-1].b), v, np)
		}
		for _, c := range list {
			fmt.Printf("  clause v=%d %s subj=%d inherit=%v passive=%v lead=%v pre=%v post=%v\n", c.v, c.verb.class, c.subj, c.inherit, c.passive, c.leading, c.pre, c.post)
		}
	}
	x.read(d, trace)
}

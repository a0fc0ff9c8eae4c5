package extract

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"concord/graph"
	"concord/ingest/document"
)

// unrelated are sentences that say nothing of security cooperation, of several kinds.
var unrelated = []string{
	"The harbour cafés were full, and the weather stayed mild all week.",
	"Critics called the new opera long but well sung.",
	"Mix the flour with two eggs, add 300 grams of sugar and bake it for forty minutes.",
	"The library lends more than 4,000 books, most of them novels.",
	"Her grandmother, who taught mathematics, still plays chess; she rarely loses.",
	"Bees visit the orchard early, before the heat.",
}

// plain are the documents of the repository whose text is that of the file.
func plain(t *testing.T) map[string]*document.Document {
	t.Helper()
	docs := map[string]*document.Document{}
	for _, file := range documents(t) {
		if filepath.Ext(file) == ".html" {
			continue
		}
		d, err := document.Open(file, document.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		docs[filepath.Base(file)] = d
	}
	return docs
}

// sayings are the claims of a text, without the places where they stand, sorted.
func sayings(t *testing.T, x *Extractor, d *document.Document, text string) []string {
	t.Helper()
	e, err := document.Read(d.Path, []byte(text), document.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range x.Extract(e).Claims {
		out = append(out, saying(c))
	}
	slices.Sort(out)
	return out
}

func saying(c graph.Claim) string {
	return fmt.Sprint(c.Subject, " ", c.Relation, c.Property, " ", c.Object, c.Value, " ", c.Properties, c.Modality, c.Polarity, " ", c.Rule, " «", c.Quote, "»")
}

// without returns what a has more of than b; both are sorted.
func without(a, b []string) []string {
	var rest []string
	i := 0
	for _, s := range a {
		for i < len(b) && b[i] < s {
			i++
		}
		if i < len(b) && b[i] == s {
			i++
			continue
		}
		rest = append(rest, s)
	}
	return rest
}

// TestUnrelatedSentence puts sentences that have nothing to do with it behind a document, and one between
// its paragraphs. Behind, nothing changes. Between, it adds nothing; but a description or a pronoun may
// stand one sentence too far from what it means then, which must stay rare.
func TestUnrelatedSentence(t *testing.T) {
	x := newExtractor(t)
	between, changed := 0, 0
	for name, d := range plain(t) {
		want := sayings(t, x, d, d.Text)
		end := d.Blocks[len(d.Blocks)-1].Span.End
		behind := d.Text[:end] + "\n\n" + strings.Join(unrelated, "\n\n") + "\n\n" + strings.Join(unrelated, " ") + "\n" + d.Text[end:]
		got := sayings(t, x, d, behind)
		for _, c := range without(want, got) {
			t.Errorf("%s: sentences at the end lose %s", name, c)
		}
		for _, c := range without(got, want) {
			t.Errorf("%s: sentences at the end add %s", name, c)
		}
		for i := range d.Blocks[:len(d.Blocks)-1] {
			at := d.Blocks[i].Span.End
			if !paragraphEnds(d, i) {
				continue
			}
			between++
			s := unrelated[i%len(unrelated)]
			got := sayings(t, x, d, d.Text[:at]+"\n\n"+s+"\n"+d.Text[at:])
			lost, added := without(want, got), without(got, want)
			if len(lost) > 0 {
				changed++
				t.Logf("%s: %q at %d loses %q, adds %q", name, s, at, lost, added)
			}
			if len(added) > 0 && len(lost) == 0 {
				t.Errorf("%s: %q at %d adds %q", name, s, at, added)
			}
		}
	}
	if between < 100 || changed*50 > between {
		t.Errorf("at %d of %d places between paragraphs a sentence changed what is told; at most one in fifty may", changed, between)
	}
}

// paragraphEnds reports whether block i is a paragraph, and a blank line and a paragraph or heading follow.
func paragraphEnds(d *document.Document, i int) bool {
	b, next := &d.Blocks[i], &d.Blocks[i+1]
	return b.Kind == document.Paragraph && (next.Kind == document.Paragraph || next.Kind == document.Heading) && strings.Contains(d.Text[b.Span.End:next.Span.Start], "\n\n")
}

// TestSplit cuts documents in two between paragraphs. What is read from top to bottom cannot know what comes:
// all that the first part tells, the whole tells too, unless it tells the event's property better further down;
// and all that the whole tells above the cut, the first part tells, unless the event is told of below as well. The
// second part, with the title, date and publisher of the whole, tells few relations that the whole does not: those
// that it finds another referent for.
func TestSplit(t *testing.T) {
	x := newExtractor(t)
	cuts, below, astray := 0, 0, 0
	for name, d := range plain(t) {
		whole := x.Extract(d)
		exact, loose := map[string]bool{}, map[string]bool{}
		for _, c := range whole.Claims {
			exact[saying(c)], loose[relating(c)] = true, true
		}
		passages := 0
		for i := range d.Blocks[:len(d.Blocks)-1] {
			passages += len(d.Blocks[i].Sentences)
			if !paragraphEnds(d, i) {
				continue
			}
			cuts++
			cut := d.Blocks[i].Span.End
			point := d.Offsets().CodePoint(cut)
			crossing, corrected := map[string]bool{}, map[string]bool{} // events told of below the cut, and properties
			for _, c := range whole.Claims {
				if c.End > point {
					crossing[c.Subject], crossing[c.Object] = true, true
					corrected[c.Property] = corrected[c.Property] || c.Property != ""
				}
			}
			first := part(t, d, d.Text[:cut]+"\n", document.Meta{})
			told := map[string]bool{}
			for _, c := range x.Extract(first).Claims {
				told[saying(c)] = true
				if !exact[saying(c)] && !loose[relating(c)] && !corrected[c.Property] {
					t.Errorf("%s cut at %d: only the first part tells %s", name, cut, saying(c))
				}
			}
			for _, c := range whole.Claims {
				event := eventful(c.Subject) && crossing[c.Subject] || eventful(c.Object) && crossing[c.Object]
				if c.End <= point && !event && !told[saying(c)] {
					t.Errorf("%s cut at %d: the first part does not tell %s", name, cut, saying(c))
				}
			}
			second := part(t, d, d.Text[d.Blocks[i+1].Span.Start:], document.Meta{Title: d.Title, Date: d.Published, Publisher: d.Publisher, URL: d.URL})
			for _, c := range x.Extract(second).Claims {
				if c.Relation == "" {
					continue
				}
				c.Passage = fmt.Sprintf("#s%d", passages+ordinal(t, c))
				if below++; !loose[relating(c)] {
					astray++
					t.Logf("%s cut at %d: only the second part tells %s", name, cut, saying(c))
				}
			}
		}
	}
	if cuts < 100 || astray*50 > below {
		t.Errorf("at %d cuts, %d of %d relations are told by the second part alone; at most one in fifty may", cuts, astray, below)
	}
}

func part(t *testing.T, d *document.Document, text string, meta document.Meta) *document.Document {
	t.Helper()
	p, err := document.Read(d.Path, []byte(text), meta)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// relating is what a claim says, without which event it says it of, and in which passage.
func relating(c graph.Claim) string {
	subject, object := c.Subject, c.Object
	if eventful(subject) {
		subject, _, _ = strings.Cut(subject, ":")
	}
	if eventful(object) {
		object, _, _ = strings.Cut(object, ":")
	}
	return fmt.Sprint(subject, " ", c.Relation, c.Property, " ", object, " ", c.Polarity, c.Modality, c.Rule, c.Passage[strings.LastIndex(c.Passage, "#"):])
}

// eventful reports whether the text tells which entity has the id, not the gazetteer.
func eventful(id string) bool {
	label, _ := graph.LabelOf(id)
	return slices.Contains([]graph.Label{graph.Exercise, graph.Meeting, graph.Exchange, graph.Treaty, graph.Mechanism, graph.Figure}, label)
}

func ordinal(t *testing.T, c graph.Claim) int {
	t.Helper()
	n := 0
	if _, err := fmt.Sscanf(c.Passage[strings.LastIndex(c.Passage, "#"):], "#s%d", &n); err != nil {
		t.Fatal(err)
	}
	return n
}

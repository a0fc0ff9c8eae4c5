package extract

import (
	"slices"
	"strings"

	"concord/graph"
	"concord/ingest/document"
)

// Rows of two cells without a header, as infoboxes and fact sheets have: what the first names, the second says
// of the exercise or meeting told of.

// holdsFacts reports whether the rows of a table may be facts: no header says what its columns hold, or what looks
// like one is the first fact, which is read then.
func (t *table) holdsFacts(s *sentence, block *document.Block) bool {
	if t == nil || !slices.ContainsFunc(t.columns, func(c column) bool { return c.kind != "" }) {
		return true
	}
	if len(t.header.Cells) != 2 || len(block.Cells) != 2 || t.columns[1].kind == "role" || s.cell(block.Cells[0]).factKey() == "" || !t.s.factRow(t.header) {
		return false
	}
	t.columns = nil
	return true
}

// factRow reads "Host nations | Malaysia and Singapore", and reports whether the row is of that form.
func (s *sentence) factRow(block *document.Block) bool {
	if len(block.Cells) != 2 {
		return false
	}
	key, value := s.cell(block.Cells[0]), s.cell(block.Cells[1])
	kind := key.factKey()
	if kind == "" || len(value.items) == 0 || value.factKey() != "" {
		return false
	}
	c := &clause{v: -1, verb: &verbGroup{class: "row"}}
	if kind == "exercise" || kind == "name" {
		if e := s.factName(value, kind, c); e != nil {
			e.seen = s.ordinal
			s.st.note(e)
		}
		return true
	}
	e := s.st.lastAny
	if e == nil || participation(e.label) == "" || e.label == graph.Exchange || e.section != s.section && s.ordinal-e.seen > 1 || s.ordinal-e.seen > 12 {
		return true
	}
	if kind == "country" && strings.EqualFold(tidyKey(s.text(key.items[0].a, key.items[0].b)), "country") {
		kind = "place"
	}
	r := cells{by: map[string]*sentence{kind: value}, order: []*sentence{value}, cols: []column{{kind: kind}}}
	if d := s.rowDate(&r); d != nil && !value.goesOn() {
		s.dateRow(e, d, c)
	}
	s.rowDetails(&r, e, c)
	e.seen = s.ordinal
	return true
}

func tidyKey(words string) string { return strings.Trim(words, " :") }

// factKey is what the header's words in a cell stand for, if there are no others in it.
func (s *sentence) factKey() string {
	n := len(s.toks)
	for n > 0 && (s.toks[n-1].is(":") || s.toks[n-1].is(")")) {
		n--
	}
	if n == 0 {
		return ""
	}
	found, end := s.st.lex.columns.match(s.toks, 0)
	if len(found) == 0 || end < n && !(s.toks[end].is("(") && end+2 >= n) {
		return ""
	}
	return found[0].value
}

// goesOn reports whether a cell's date has no end: "2003–present".
func (s *sentence) goesOn() bool {
	for x := range s.items {
		if contains(" present ongoing since annual annually yearly biennial biennially ", s.items[x].low) {
			return true
		}
	}
	return false
}

// factName is the exercise that a cell names, if it is one by its words or an edition of the one told of.
func (s *sentence) factName(value *sentence, kind string, c *clause) *event {
	for _, np := range value.nounPhrases() {
		if np.label == graph.Exercise && (np.name != "" || kind == "exercise") {
			return s.rowEvent(value, graph.Exercise, c)
		}
	}
	base := s.st.last[graph.Exercise]
	if base == nil || base.root() == "" || !strings.HasPrefix(graph.Slug(s.text(value.items[0].a, value.items[len(value.items)-1].b)), graph.Slug(base.root())) {
		return nil
	}
	return s.rowEvent(value, graph.Exercise, c)
}

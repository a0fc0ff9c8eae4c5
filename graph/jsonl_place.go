package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// placeEntities gives each entity line to its documents, and each document the entities
// that its claims and mentions name.
func (in *jsonlReader) placeEntities() {
	byID := map[string][]entityLine{}
	for _, e := range in.entities {
		byID[e.entity.ID] = append(byID[e.entity.ID], e)
		if len(in.order) == 1 {
			e.owner = in.order[0]
		}
		if e.owner != nil {
			e.owner.add(e)
		}
	}
	for _, s := range in.order {
		for _, id := range s.references() {
			if _, ok := s.places[id]; ok {
				continue
			}
			if lines := byID[id]; len(lines) > 0 {
				s.add(lines[0])
			} else if label, _ := LabelOf(id); label == Country {
				code := strings.TrimPrefix(id, "country:")
				s.bundle.Entities = append(s.bundle.Entities, Entity{ID: id, Label: Country, Properties: map[string]any{"iso3": code}})
			}
		}
	}
	in.leftovers()
}

func (s *section) add(e entityLine) {
	s.bundle.Entities = append(s.bundle.Entities, e.entity)
	if _, ok := s.places[e.entity.ID]; !ok {
		s.places[e.entity.ID] = e.place
	}
}

// references returns the ids of the entities that the document's claims and mentions
// name, each once, in their order.
func (s *section) references() []string {
	seen := map[string]bool{}
	var ids []string
	add := func(id string) {
		if id != "" && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for i := range s.bundle.Claims {
		add(s.bundle.Claims[i].Subject)
		add(s.bundle.Claims[i].Object)
	}
	for i := range s.bundle.Passages {
		for _, m := range s.bundle.Passages[i].Mentions {
			add(m.Entity)
		}
	}
	return ids
}

// leftovers reports the entity lines that came to no document.
func (in *jsonlReader) leftovers() {
	for _, e := range in.entities {
		placed := slices.ContainsFunc(in.order, func(s *section) bool { _, ok := s.places[e.entity.ID]; return ok })
		if !placed {
			in.fail(nil, e.place, 1, "no document describes %q: no document line stands above it and no claim names it; add one of them", e.entity.ID)
		}
	}
}

// finish fills in what a document's lines leave out, and checks the whole.
func (in *jsonlReader) finish(s *section) {
	b := &s.bundle
	for i := range b.Claims {
		if why := s.locate(&b.Claims[i]); why != "" {
			in.fail(s, s.unplaced[i], s.unplaced[i].column("quote"), "%s", why)
			return
		}
	}
	s.missingPassages()
	for i, c := range b.Claims {
		said, correction := c.correction()
		if said.ID != "" {
			in.account(s, said, i)
		}
		if correction.ID != "" {
			in.account(s, correction.movedTo(CorrectionsID(in.analyst, b.Document.ID)), i)
		}
	}
	if s.failed {
		return
	}
	source, own := b.separate(in.analyst)
	s.bundle = source.Normalized()
	problems := s.bundle.Problems()
	if own != nil {
		s.corrections = own
		problems = append(problems, own.Problems()...)
	}
	for _, p := range problems {
		at, ok := s.places[p.ID]
		if !ok {
			at = place{line: 1}
		}
		in.fail(s, at, at.column(p.Field), "%s", p.Message)
	}
}

// account notes where claim c, of the i-th of the document's lines, stands.
func (in *jsonlReader) account(s *section, c Claim, i int) {
	first, twice := s.places[c.ID]
	s.places[c.ID] = s.unplaced[i]
	if twice && !sameAccount(s.accounts[c.ID], c) {
		in.fail(s, s.unplaced[i], 1, "line %d makes the same claim with another confidence, quote or rule; keep one of them", first.line)
	}
	s.accounts[c.ID] = c
}

// sameAccount reports whether two claims with the same ID are the same in the rest too.
func sameAccount(a, b Claim) bool {
	return a.Quote == b.Quote && a.Confidence == b.Confidence && a.Rule == b.Rule
}

// locate finds the passage and the offsets of a claim that gives only its words. It
// returns why it cannot, or "".
func (s *section) locate(c *Claim) (why string) {
	length := utf8.RuneCountInString(c.Quote)
	if c.Start >= 0 && c.End < 0 {
		c.End = c.Start + length
	}
	if c.Start >= 0 && c.Passage != "" {
		return ""
	}
	var found []Claim
	for i := range s.bundle.Passages {
		p := &s.bundle.Passages[i]
		at := strings.Index(p.Text, c.Quote)
		if c.Passage != "" && c.Passage != p.ID || at < 0 || c.Quote == "" {
			continue
		}
		start := p.Start + utf8.RuneCountInString(p.Text[:at])
		switch {
		case c.Start >= 0 && (c.Start < p.Start || c.End > p.End):
			continue
		case c.Start >= 0:
			start = c.Start
		case strings.Contains(p.Text[at+1:], c.Quote):
			return fmt.Sprintf("the words %q stand in passage %s more than once; give start and end", clip(c.Quote), p.ID)
		}
		hit := *c
		hit.Passage, hit.Start, hit.End = p.ID, start, start+length
		found = append(found, hit)
	}
	switch len(found) {
	case 0:
		return fmt.Sprintf("no passage line has the words %q; give passage, start and end", clip(c.Quote))
	case 1:
		*c = found[0]
		return ""
	}
	return fmt.Sprintf("the words %q stand in %d passages; name the passage", clip(c.Quote), len(found))
}

// missingPassages makes the passages that a document known by its id alone has claims from.
func (s *section) missingPassages() {
	b := &s.bundle
	if !s.stub {
		return
	}
	known := map[string]bool{}
	for i := range b.Passages {
		known[b.Passages[i].ID] = true
	}
	quotes := map[string][]Claim{}
	var order []string
	for _, c := range b.Claims {
		if _, ok := ordinalOf(b.Document.ID, c.Passage); known[c.Passage] || !ok {
			continue
		}
		if quotes[c.Passage] == nil {
			order = append(order, c.Passage)
		}
		quotes[c.Passage] = append(quotes[c.Passage], c)
	}
	for _, id := range order {
		b.Passages = append(b.Passages, passageOfQuotes(b.Document.ID, id, quotes[id]))
	}
}

// passageOfQuotes makes a passage of what is quoted from it.
func passageOfQuotes(document, id string, claims []Claim) Passage {
	slices.SortStableFunc(claims, func(a, b Claim) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	ordinal, _ := ordinalOf(document, id)
	p := Passage{ID: id, Ordinal: ordinal, Start: claims[0].Start, End: claims[0].End, Text: claims[0].Quote}
	for _, c := range claims[1:] {
		runes := []rune(c.Quote)
		switch {
		case c.End <= p.End:
		case c.Start > p.End:
			p.Text += leftOut + c.Quote
			p.End = c.End
		default:
			p.Text += string(runes[min(max(p.End-c.Start, 0), len(runes)):])
			p.End = c.End
		}
	}
	return p
}

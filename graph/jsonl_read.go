package graph

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// ReadJSONL reads what WriteJSONL writes and people may have edited: the bundles of r,
// Normalized, in the order in which their documents appear. Name is the file's, for messages.
//
// It takes lines in any order, blank lines, claims without an id (computed), without
// confidence (1), basis (stated), polarity (affirmed), modality (actual), passage,
// start and end (found where the quote stands once in the document's passages).
//
// Entity lines belong to the document whose line is the last above them; those above
// every document line, to the documents whose claims and mentions name them. A document
// that only claims name is known by its id alone: it has no title, and its passages have
// as text the quotes of their claims, with " […] " for what is left out between them.
// A country needs no entity line: its id says which one it is.
//
// A claim with "verdict":"accept" or "reject", and one that was edited and kept its id,
// which replaces the claim of that id, are corrections. They come in a bundle of their own
// (see CorrectionsID) before that of the document they correct; the analyst is who made them.
//
// The error joins one error for each mistake, "name:line:column: …", columns in code
// points; the bundles returned with it are those of the documents without one.
func ReadJSONL(r io.Reader, name, analyst string) ([]Bundle, error) {
	in := &jsonlReader{name: name, analyst: analyst, documents: map[string]*section{}}
	br := bufio.NewReaderSize(r, 1<<16)
	for {
		line, err := br.ReadBytes('\n')
		if len(line) > 0 {
			in.lineNumber++
			in.read(line)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w; try again", name, in.lineNumber, err)
		}
	}
	return in.bundles()
}

// section is what the lines of one document say.
type section struct {
	bundle      Bundle
	stub        bool             // there is no line of the document itself
	corrections *Bundle          // what an analyst corrects, nil for nothing
	places      map[string]place // of the lines of entities, passages and claims, by ID
	unplaced    []place          // of claims, in step with bundle.Claims
	accounts    map[string]Claim // by ID
	failed      bool
}

// place is where a line stands, and where its fields do.
type place struct {
	line   int
	fields []fieldAt
}

type fieldAt struct {
	name   string
	column int
}

func (p place) column(field string) int {
	for _, f := range p.fields {
		if f.name == field {
			return f.column
		}
	}
	return 1
}

type jsonlReader struct {
	name       string
	analyst    string
	lineNumber int
	order      []*section
	documents  map[string]*section
	current    *section // of the last document line
	entities   []entityLine
	claims     []claimLine
	errs       []error
	lost       bool // a mistake in a line that cannot be told to be one document's
}

type entityLine struct {
	entity Entity
	place  place
	owner  *section
}

type claimLine struct {
	claim Claim
	place place
}

func (in *jsonlReader) fail(s *section, p place, column int, format string, args ...any) {
	in.errs = append(in.errs, positioned{p.line, column, fmt.Errorf("%s:%d:%d: %s", in.name, p.line, column, fmt.Sprintf(format, args...))})
	if s == nil {
		in.lost = true
	} else {
		s.failed = true
	}
}

// positioned is an error with its place, so that errors can be reported in order.
type positioned struct {
	line, column int
	error
}

func (in *jsonlReader) read(line []byte) {
	if in.lineNumber == 1 {
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
	}
	line = bytes.TrimRight(line, "\r\n")
	if len(bytes.TrimSpace(line)) == 0 {
		return
	}
	at := place{line: in.lineNumber}
	o, err := parseJSON(line)
	if err != nil {
		var syntax syntaxError
		errors.As(err, &syntax)
		in.fail(in.current, at, column(line, syntax.offset), "%v", err)
		return
	}
	for _, k := range o.keys {
		at.fields = append(at.fields, fieldAt{k, column(line, o.fields[k].offset)})
	}
	f := fields{object: o, report: func(field, format string, args ...any) {
		in.fail(in.current, at, at.column(field), format, args...)
	}}
	switch kind := f.text("type"); kind {
	case "entity":
		in.entity(&f, at, line)
	case "claim":
		in.claims = append(in.claims, claimLine{f.claim(), at})
	case "":
		f.report("type", `has no type; it is "entity" or "claim"`)
	default:
		f.report("type", `there is no type %q; it is "entity" or "claim"`, kind)
	}
	f.rest()
}

func column(line []byte, offset int) int {
	return utf8.RuneCount(line[:min(max(offset, 0), len(line))]) + 1
}

func (in *jsonlReader) entity(f *fields, at place, line []byte) {
	id, label := f.text("id"), Label(f.text("label"))
	name, aliases := f.text("name"), f.list("aliases")
	inner := f.properties()
	for _, k := range inner.object.keys {
		at.fields = append(at.fields, fieldAt{k, column(line, inner.object.fields[k].offset)})
	}
	inner.report = func(field, format string, args ...any) {
		in.fail(in.current, at, at.column(field), format, args...)
	}
	switch label {
	case DocumentLabel:
		d := inner.document(id, name)
		if d.ID == "" {
			f.report("id", "the document has neither an id nor a text; give it one of them")
			return
		}
		s := in.section(d.ID)
		if !s.stub {
			f.report("id", "the document has a second line; keep one")
			return
		}
		s.bundle.Document, s.stub, s.places[d.ID], in.current = d, false, at, s
		inner.rest()
	case PassageLabel:
		document, _, _ := strings.Cut(id, "#s")
		p := inner.passage(id, document)
		s := in.section(document)
		s.bundle.Passages = append(s.bundle.Passages, p)
		s.places[id] = at
		inner.rest()
	default:
		if id == "" {
			f.report("id", "the entity has no id; give it one, %q and a slug", idPrefix(label)+":")
			return
		}
		e := Entity{ID: id, Label: label, Name: name, Aliases: aliases, Properties: inner.values()}
		in.entities = append(in.entities, entityLine{e, at, in.current})
	}
}

func (in *jsonlReader) section(document string) *section {
	s := in.documents[document]
	if s == nil {
		s = &section{stub: true, places: map[string]place{}, accounts: map[string]Claim{}}
		s.bundle.Document.ID = document
		in.documents[document] = s
		in.order = append(in.order, s)
	}
	return s
}

// bundles puts each line with its document, once all are read.
func (in *jsonlReader) bundles() ([]Bundle, error) {
	in.placeClaims()
	in.placeEntities()
	var good []Bundle
	for _, s := range in.order {
		in.finish(s)
		if s.failed || in.lost {
			continue
		}
		if s.corrections != nil {
			good = append(good, *s.corrections)
		}
		if !s.stub || len(s.bundle.Claims) > 0 || s.corrections == nil {
			good = append(good, s.bundle)
		}
	}
	slices.SortStableFunc(in.errs, func(a, b error) int {
		var x, y positioned
		errors.As(a, &x)
		errors.As(b, &y)
		return cmp.Or(cmp.Compare(x.line, y.line), cmp.Compare(x.column, y.column))
	})
	return good, errors.Join(in.errs...)
}

func (in *jsonlReader) placeClaims() {
	for _, c := range in.claims {
		if c.claim.Document == "" && len(in.order) == 1 {
			c.claim.Document = in.order[0].bundle.Document.ID
		}
		if c.claim.Document == "" {
			in.fail(nil, c.place, 1, "the claim has no document; name the one it is from")
			continue
		}
		s := in.section(c.claim.Document)
		s.bundle.Claims = append(s.bundle.Claims, c.claim)
		s.unplaced = append(s.unplaced, c.place)
	}
}

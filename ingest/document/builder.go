package document

import "strings"

// builder collects a document's text and blocks, in order, while a format is read. Formats of
// text set text and add blocks over it; the others write their blocks' words.
type builder struct {
	path    string
	text    string
	written strings.Builder
	blocks  []Block
}

// add appends a block over text[start:end] without the space at its ends; an empty one
// vanishes.
func (b *builder) add(kind Kind, level, start, end int) {
	if s := trim(b.text, Span{start, end}); s.Start < s.End {
		b.blocks = append(b.blocks, Block{Kind: kind, Level: level, Span: s})
	}
}

// addRow appends a table row with its cells, empty ones included.
func (b *builder) addRow(kind Kind, cells []Span) {
	trimmed := make([]Span, len(cells))
	for i, c := range cells {
		trimmed[i] = trim(b.text, c)
	}
	b.appendRow(kind, trimmed)
}

func (b *builder) appendRow(kind Kind, cells []Span) {
	row := Block{Kind: kind, Cells: cells}
	for _, c := range cells {
		if c.Start == c.End {
			continue
		}
		if row.Span.End == 0 {
			row.Span.Start = c.Start
		}
		row.Span.End = c.End
	}
	if row.Span.End == 0 {
		return
	}
	row.Sentences = []Span{row.Span}
	b.blocks = append(b.blocks, row)
}

// write appends a block and its words, and parts it from the one before.
func (b *builder) write(kind Kind, level int, words string) {
	if words = strings.TrimFunc(words, isBlank); words == "" {
		return
	}
	b.separate(kind)
	start := b.written.Len()
	b.written.WriteString(words)
	b.blocks = append(b.blocks, Block{Kind: kind, Level: level, Span: Span{start, b.written.Len()}})
}

// writeRow appends a table row and its cells' words.
func (b *builder) writeRow(kind Kind, cells []string) {
	if strings.TrimFunc(strings.Join(cells, ""), isBlank) == "" {
		return
	}
	b.separate(kind)
	var spans []Span
	for i, c := range cells {
		if i > 0 {
			b.written.WriteByte('\t')
		}
		start := b.written.Len()
		b.written.WriteString(strings.TrimFunc(c, isBlank))
		spans = append(spans, Span{start, b.written.Len()})
	}
	b.appendRow(kind, spans)
}

func (b *builder) separate(kind Kind) {
	if len(b.blocks) == 0 {
		return
	}
	last := b.blocks[len(b.blocks)-1].Kind
	b.written.WriteByte('\n')
	if tight := kind == Item && last == Item || kind == Row && (last == Row || last == HeaderRow); !tight {
		b.written.WriteByte('\n')
	}
}

// finish gives every block its sentences and the headings above it.
func (b *builder) finish() {
	if b.written.Len() > 0 {
		b.text = b.written.String()
	}
	b.demote()
	var above []Block
	for i := range b.blocks {
		block := &b.blocks[i]
		if block.Kind == Heading {
			block.Level = max(block.Level, 1)
			for len(above) > 0 && above[len(above)-1].Level >= block.Level {
				above = above[:len(above)-1]
			}
		}
		for _, h := range above {
			block.Sections = append(block.Sections, oneLine(b.text[h.Span.Start:h.Span.End]))
		}
		if n := len(block.Sections); n > 0 {
			block.Section = block.Sections[n-1]
		}
		switch {
		case block.Kind == Heading:
			above = append(above, *block)
			block.Sentences = []Span{block.Span}
		case block.Sentences == nil:
			block.Sentences = Sentences(b.text, block.Span)
		}
	}
}

// demote turns headings with nothing below them into paragraphs: signatures and such.
func (b *builder) demote() {
	for i := len(b.blocks) - 1; i > 0 && b.blocks[i].Kind == Heading; i-- {
		b.blocks[i].Kind, b.blocks[i].Level = Paragraph, 0
	}
}

// firstHeading returns the first heading's text, if one stands before any paragraph.
func (b *builder) firstHeading() string {
	for _, block := range b.blocks {
		switch block.Kind {
		case Heading:
			return oneLine(b.text[block.Span.Start:block.Span.End])
		case Paragraph:
			return ""
		}
	}
	return ""
}

// oneLine returns s with all runs of white space made one space.
func oneLine(s string) string { return strings.Join(strings.FieldsFunc(s, isBlank), " ") }

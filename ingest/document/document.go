// Package document turns a file into a Document: its text, what it is (title,
// publisher, date), and its structure with offsets. One file per format.
//
// It owns reading, decoding, and splitting into blocks and sentences. It does not know
// what the sentences mean, and looks at no names of countries or organizations.
package document

// Kind is the kind of a block.
type Kind string

// The kinds of blocks. A table's header is a row of kind HeaderRow.
const (
	Heading   Kind = "heading"
	Paragraph Kind = "paragraph"
	Item      Kind = "item" // of a list
	Row       Kind = "row"  // of a table
	HeaderRow Kind = "header_row"
)

// Span is a range of byte offsets into a document's text, End exclusive.
type Span struct{ Start, End int }

// Document is a file that was read. Text is valid UTF-8, exactly the file's text for
// text formats (plain text, Markdown: byte order mark and all, decoded to UTF-8), and
// the readable text extracted for the others. Blocks cover all that is worth reading,
// in order, without overlaps; what lies between them is white space and markup.
type Document struct {
	ID        string // "doc:" and the SHA-256 of Text in hexadecimal
	Path      string // as given
	Title     string
	Publisher string
	Published string // EDTF (ISO 8601-2), or empty
	Language  string // BCP 47, "en" unless told otherwise
	URL       string
	Text      string
	Blocks    []Block
}

// Block is a heading, paragraph, list item or table row.
//
// Level is a heading's level from 1, or a list item's depth from 1. Section is the text
// of the nearest heading above, and Sections those of all headings above, outermost
// first. Sentences tile the block without the space between them; a row is one
// sentence and has its Cells beside.
type Block struct {
	Kind      Kind
	Level     int
	Span      Span
	Section   string
	Sections  []string
	Sentences []Span
	Cells     []Span
}

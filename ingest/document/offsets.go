package document

import (
	"sort"
	"unicode/utf8"
)

// stride is how many bytes lie between two places whose code point is known.
const stride = 64

// Offsets turns byte offsets into a text into offsets in Unicode code points, and back. Making one
// takes a single pass over the text; each question afterwards looks at a few dozen bytes.
type Offsets struct {
	text  string
	ascii bool  // bytes are code points
	marks []int // the code points before byte i*stride
}

// Offsets returns the offsets of the document's text.
func (d *Document) Offsets() *Offsets { return NewOffsets(d.Text) }

// NewOffsets returns the offsets of text.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text, marks: make([]int, 0, len(text)/stride+1)}
	points := 0
	for i := range len(text) {
		if i%stride == 0 {
			o.marks = append(o.marks, points)
		}
		if utf8.RuneStart(text[i]) {
			points++
		}
	}
	if o.ascii = points == len(text); o.ascii {
		o.marks = nil
	}
	return o
}

// CodePoint returns how many code points lie before the byte offset at, which must be
// in [0, len(text)] and at the start of a character.
func (o *Offsets) CodePoint(at int) int {
	if o.ascii {
		return at
	}
	mark := at / stride
	if mark >= len(o.marks) {
		mark = len(o.marks) - 1
	}
	if mark < 0 {
		return 0
	}
	points := o.marks[mark]
	for i := mark * stride; i < at; i++ {
		if utf8.RuneStart(o.text[i]) {
			points++
		}
	}
	return points
}

// Byte returns the byte offset of the code point with this offset, and len(text) for
// what lies behind the last.
func (o *Offsets) Byte(point int) int {
	if o.ascii {
		return min(point, len(o.text))
	}
	mark := sort.SearchInts(o.marks, point+1) - 1
	if mark < 0 {
		return 0
	}
	points := o.marks[mark]
	for i := mark * stride; i < len(o.text); i++ {
		if utf8.RuneStart(o.text[i]) {
			if points == point {
				return i
			}
			points++
		}
	}
	return len(o.text)
}

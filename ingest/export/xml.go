package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"reflect"
)

// xmlWriter writes elements one after another, so that a document is never whole in memory.
// The first error stays; what is written after it goes nowhere.
type xmlWriter struct {
	out *bufio.Writer
	enc *xml.Encoder
	err error
}

func newXML(w io.Writer) *xmlWriter {
	out := bufio.NewWriterSize(w, 1<<16)
	x := &xmlWriter{out: out, enc: xml.NewEncoder(out)}
	x.raw(xml.Header)
	return x
}

// raw writes markup that holds no data.
func (x *xmlWriter) raw(markup string) {
	if x.err == nil {
		_, x.err = x.out.WriteString(markup)
	}
}

// element writes a value as an element on a line of its own.
func (x *xmlWriter) element(v any) {
	if x.err == nil {
		x.err = x.enc.Encode(v)
	}
	x.raw("\n")
}

func (x *xmlWriter) end(markup string) error {
	x.raw(markup)
	if x.err == nil {
		x.err = x.out.Flush()
	}
	return x.err
}

// attribute is a column of nodes or edges as GraphML and GEXF declare it. Its id differs
// from every other's in the file.
type attribute struct {
	column
	id string
}

// attributesOf returns the columns of a row's type but those that the format has a place
// of its own for.
func attributesOf(row reflect.Type, prefix string, placed ...string) []attribute {
	var list []attribute
columns:
	for _, c := range columnsOf(row) {
		for _, name := range placed {
			if c.name == name {
				continue columns
			}
		}
		list = append(list, attribute{c, fmt.Sprintf("%s%d", prefix, len(list))})
	}
	return list
}

package graph

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
)

// WriteJSONL writes bundles as JSON Lines, the interchange of claims: for each bundle
// the line of its document, those of its passages, those of its entities, and those of
// its claims. A document is an entity of label Document, its title the name; a passage
// one of label Passage without a name, with its mentions as the property
//
//	"mentions":[{"entity":"country:CHN","surface":"China","start":0,"end":5}]
//
// Offsets are code points of the document's text. A number that is not a count is
// written with a decimal point (8.0), so that reading it back gives the same kind.
//
// Bundles are Normalized first: the same content gives the same bytes.
func WriteJSONL(w io.Writer, bundles ...Bundle) error {
	out := bufio.NewWriterSize(w, 1<<16)
	for _, b := range bundles {
		if !b.normal() {
			b = b.Normalized()
		}
		if err := writeBundle(out, b); err != nil {
			return fmt.Errorf("write the claims of %s: %w", b.Document.ID, err)
		}
	}
	return out.Flush()
}

func writeBundle(w *bufio.Writer, b Bundle) error {
	lines := lineWriter{}
	flush := func() error {
		if lines.err == nil {
			_, lines.err = w.Write(lines.line)
		}
		lines.line = lines.line[:0]
		return lines.err
	}
	lines.document(b.Document)
	if err := flush(); err != nil {
		return err
	}
	for i := range b.Passages {
		lines.passage(&b.Passages[i])
		if err := flush(); err != nil {
			return err
		}
	}
	for _, e := range b.Entities {
		lines.entity(e.ID, string(e.Label), e.Name, e.Aliases, func() { lines.properties(e.Properties) })
		if err := flush(); err != nil {
			return err
		}
	}
	for i := range b.Claims {
		lines.claim(&b.Claims[i])
		if err := flush(); err != nil {
			return err
		}
	}
	return nil
}

// lineWriter writes JSON objects key by key, in the order in which people read them.
type lineWriter struct {
	line []byte
	err  error
}

// key starts a member: the first of an object follows its brace, the others a comma. The
// name is a word of the format, or a property's.
func (w *lineWriter) key(name string) {
	if n := len(w.line); n > 0 && w.line[n-1] != '{' {
		w.line = append(w.line, ',')
	}
	w.line = append(appendJSONString(w.line, name, lineStyle), ':')
}

// lineStyle is how the lines write values.
var lineStyle = jsonStyle{decimals: true}

func (w *lineWriter) member(name string, v any) {
	w.key(name)
	line, err := appendJSON(w.line, v, lineStyle)
	if err != nil && w.err == nil {
		w.err = err
	}
	w.line = line
}

func (w *lineWriter) text(name, s string) {
	w.key(name)
	w.line = appendJSONString(w.line, s, lineStyle)
}

func (w *lineWriter) number(name string, n int) {
	w.key(name)
	w.line = strconv.AppendInt(w.line, int64(n), 10)
}

func (w *lineWriter) raw(s string) { w.line = append(w.line, s...) }

func (w *lineWriter) properties(properties map[string]any) {
	var space [8]string
	for _, name := range appendKeys(space[:0], properties) {
		w.member(name, properties[name])
	}
}

func (w *lineWriter) entity(id, label, name string, aliases []string, properties func()) {
	if aliases == nil {
		aliases = []string{}
	}
	w.raw("{")
	w.text("type", "entity")
	w.text("id", id)
	w.text("label", label)
	w.text("name", name)
	w.member("aliases", aliases)
	w.key("properties")
	w.raw("{")
	properties()
	w.raw("}}\n")
}

func (w *lineWriter) document(d Document) {
	w.entity(d.ID, string(DocumentLabel), d.Title, nil, func() {
		for _, p := range []struct{ name, value string }{
			{"title", d.Title},
			{"publisher", d.Publisher},
			{"published", d.Published},
			{"language", d.Language},
			{"url", d.URL},
			{"text", d.Text},
		} {
			if p.value != "" {
				w.text(p.name, p.value)
			}
		}
	})
}

func (w *lineWriter) passage(p *Passage) {
	w.entity(p.ID, string(PassageLabel), "", nil, func() {
		w.number("ordinal", p.Ordinal)
		if p.Section != "" {
			w.text("section", p.Section)
		}
		w.text("text", p.Text)
		w.number("start", p.Start)
		w.number("end", p.End)
		if len(p.Mentions) == 0 {
			return
		}
		w.key("mentions")
		for i, m := range p.Mentions {
			w.line = append(w.line, "[,"[min(i, 1)])
			w.raw("{")
			w.text("entity", m.Entity)
			w.text("surface", m.Surface)
			w.number("start", m.Start)
			w.number("end", m.End)
			w.raw("}")
		}
		w.raw("]")
	})
}

func (w *lineWriter) claim(c *Claim) {
	w.raw("{")
	w.text("type", "claim")
	w.text("id", c.ID)
	w.text("subject", c.Subject)
	if c.Relation != "" {
		w.text("relation", string(c.Relation))
		w.text("object", c.Object)
	}
	if c.Property != "" {
		w.text("property", c.Property)
		w.member("value", c.Value)
	}
	if c.Relation != "" || len(c.Properties) > 0 {
		w.key("properties")
		w.raw("{")
		w.properties(c.Properties)
		w.raw("}")
	}
	w.text("document", c.Document)
	w.text("passage", c.Passage)
	w.text("quote", c.Quote)
	w.number("start", c.Start)
	w.number("end", c.End)
	w.text("basis", string(c.Basis))
	w.text("polarity", string(c.Polarity))
	w.text("modality", string(c.Modality))
	w.key("confidence")
	w.line = strconv.AppendFloat(w.line, c.Confidence, 'g', -1, 64)
	if c.Rule != "" {
		w.text("rule", c.Rule)
	}
	if c.Verdict != "" {
		w.text("verdict", string(c.Verdict))
		w.text("corrects", c.Corrects)
	}
	w.raw("}\n")
}

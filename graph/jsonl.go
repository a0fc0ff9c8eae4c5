package graph

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
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
		b = b.Normalized()
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
			_, lines.err = w.Write(lines.line.Bytes())
		}
		lines.line.Reset()
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
	line bytes.Buffer
	err  error
}

// key starts a member: the first of an object follows its brace, the others a comma.
func (w *lineWriter) key(name string) {
	if b := w.line.Bytes(); len(b) > 0 && b[len(b)-1] != '{' {
		w.line.WriteByte(',')
	}
	w.value(name)
	w.line.WriteByte(':')
}

func (w *lineWriter) member(name string, v any) {
	w.key(name)
	w.value(v)
}

func (w *lineWriter) value(v any) {
	if f, ok := v.(float64); ok && f == math.Trunc(f) && math.Abs(f) < 1e21 {
		w.line.WriteString(strconv.FormatFloat(f, 'f', 1, 64))
		return
	}
	enc := json.NewEncoder(&w.line)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		if w.err == nil {
			w.err = err
		}
		return
	}
	w.line.Truncate(w.line.Len() - 1) // Encode ends in a line feed
}

func (w *lineWriter) properties(properties map[string]any) {
	for _, name := range sortedKeys(properties) {
		w.member(name, properties[name])
	}
}

func (w *lineWriter) entity(id, label, name string, aliases []string, properties func()) {
	if aliases == nil {
		aliases = []string{}
	}
	w.line.WriteByte('{')
	w.member("type", "entity")
	w.member("id", id)
	w.member("label", label)
	w.member("name", name)
	w.member("aliases", aliases)
	w.key("properties")
	w.line.WriteByte('{')
	properties()
	w.line.WriteString("}}\n")
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
				w.member(p.name, p.value)
			}
		}
	})
}

func (w *lineWriter) passage(p *Passage) {
	w.entity(p.ID, string(PassageLabel), "", nil, func() {
		w.member("ordinal", p.Ordinal)
		if p.Section != "" {
			w.member("section", p.Section)
		}
		w.member("text", p.Text)
		w.member("start", p.Start)
		w.member("end", p.End)
		if len(p.Mentions) == 0 {
			return
		}
		w.key("mentions")
		for i, m := range p.Mentions {
			w.line.WriteByte("[,"[min(i, 1)])
			w.line.WriteByte('{')
			w.member("entity", m.Entity)
			w.member("surface", m.Surface)
			w.member("start", m.Start)
			w.member("end", m.End)
			w.line.WriteByte('}')
		}
		w.line.WriteByte(']')
	})
}

func (w *lineWriter) claim(c *Claim) {
	w.line.WriteByte('{')
	w.member("type", "claim")
	w.member("id", c.ID)
	w.member("subject", c.Subject)
	if c.Relation != "" {
		w.member("relation", c.Relation)
		w.member("object", c.Object)
	}
	if c.Property != "" {
		w.member("property", c.Property)
		w.member("value", c.Value)
	}
	if c.Relation != "" || len(c.Properties) > 0 {
		w.key("properties")
		w.line.WriteByte('{')
		w.properties(c.Properties)
		w.line.WriteByte('}')
	}
	w.member("document", c.Document)
	w.member("passage", c.Passage)
	w.member("quote", c.Quote)
	w.member("start", c.Start)
	w.member("end", c.End)
	w.member("basis", c.Basis)
	w.member("polarity", c.Polarity)
	w.member("modality", c.Modality)
	w.key("confidence")
	w.line.WriteString(strconv.FormatFloat(c.Confidence, 'g', -1, 64))
	if c.Rule != "" {
		w.member("rule", c.Rule)
	}
	if c.Verdict != "" {
		w.member("verdict", c.Verdict)
		w.member("corrects", c.Corrects)
	}
	w.line.WriteString("}\n")
}

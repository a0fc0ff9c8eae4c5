package document

import "strings"

// header reads what stands at the very start of text and tells of the document, between
// two lines of "---" or as labelled lines, and returns where the body begins.
func header(text string) (Meta, int, error) {
	start := 0
	if strings.HasPrefix(text, "\ufeff") {
		start = len("\ufeff")
	}
	if meta, body := labelled(text, start); body > 0 {
		return meta, body, nil
	}
	return frontMatter(text, start)
}

// labelled reads lines like "Date: 20 January 2009", up to the first empty one. Two of
// them make a header, or the date alone; a line with another label makes it text.
func labelled(text string, start int) (Meta, int) {
	var meta Meta
	lines := 0
	for pos := start; pos < len(text); {
		l, _, _ := strings.Cut(text[pos:], "\n")
		pos = min(pos+len(l)+1, len(text))
		if strings.TrimSpace(l) == "" {
			if lines >= 2 || meta.Date != "" {
				return meta, pos
			}
			return Meta{}, 0
		}
		label, value, ok := strings.Cut(l, ":")
		if field := meta.field(label); !ok || field == nil || *field != "" {
			return Meta{}, 0
		} else if *field = strings.TrimSpace(value); *field == "" {
			return Meta{}, 0
		}
		if date, ok := edtf(meta.Date); !ok {
			return Meta{}, 0
		} else {
			meta.Date = date
		}
		lines++
	}
	return Meta{}, 0
}

// field returns the field that a label at the head of a document names, nil for another.
func (m *Meta) field(label string) *string {
	switch strings.ToLower(strings.TrimSpace(label)) {
	case "title", "headline", "subject":
		return &m.Title
	case "publisher", "source", "issued by", "published by":
		return &m.Publisher
	case "author", "authors", "by":
		return new(string) // known, and not kept
	case "date", "published", "release date", "publication date", "date of publication":
		return &m.Date
	case "url", "link":
		return &m.URL
	case "language":
		return &m.Language
	}
	return nil
}

// frontMatter reads a header between two lines of "---" and returns where the body begins.
// Anything there but the keys of Meta makes it no header but text, unless it names one of
// them.
func frontMatter(text string, start int) (Meta, int, error) {
	first, rest, ok := strings.Cut(text[start:], "\n")
	if !ok || strings.TrimSpace(first) != "---" {
		return Meta{}, 0, nil
	}
	bodyStart := len(text) - len(rest)
	for pos := bodyStart; pos < len(text); {
		line := text[pos:]
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line = line[:i+1]
		}
		if strings.TrimSpace(line) == "---" {
			meta, err := parseMeta([]byte(text[bodyStart:pos]))
			if err != nil && !namesMeta(text[bodyStart:pos]) {
				return Meta{}, 0, nil
			}
			return meta, pos + len(line), err
		}
		pos += len(line)
	}
	return Meta{}, 0, nil
}

func namesMeta(header string) bool {
	for line := range strings.Lines(header) {
		key, _, ok := strings.Cut(line, ":")
		if ok && (key == "title" || key == "publisher" || key == "date" || key == "url" || key == "language") {
			return true
		}
	}
	return false
}

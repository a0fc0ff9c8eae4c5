package document

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// html reads the readable part of a web page: its main element or article, or else the body, without
// navigation, scripts, forms and footers.
func (b *builder) html(data []byte) (Meta, error) {
	raw, err := decodePage(data)
	if err != nil {
		return Meta{}, err
	}
	root, err := html.Parse(strings.NewReader(raw))
	if err != nil {
		return Meta{}, errors.New("nests too deeply to be read: save it as text")
	}
	r := &page{b: b}
	main := mainPart(root)
	r.inside(main)
	r.flush(Paragraph, 0)
	if len(b.blocks) == 0 && main != root {
		r.inside(root)
		r.flush(Paragraph, 0)
	}
	return pageMeta(root), nil
}

// decodePage returns a page as UTF-8: by its byte order mark or the encoding that it names, else as text is.
func decodePage(data []byte) (string, error) {
	encoding, name, certain := charset.DetermineEncoding(data[:min(len(data), 1024)], "text/html")
	if !certain || name == "utf-8" {
		return decode(data)
	}
	decoded, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("says it is %s but is malformed (%w): convert it to UTF-8", name, err)
	}
	return strings.ToValidUTF8(string(decoded), "\ufffd"), nil
}

// page collects the words of a page; those of the block at hand are in words.
type page struct {
	b     *builder
	words strings.Builder
	lists int
}

// flush ends the block at hand.
func (p *page) flush(kind Kind, level int) {
	words := oneLine(p.words.String())
	p.words.Reset()
	p.b.write(kind, level, words)
}

func (p *page) inside(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.node(c)
	}
}

func (p *page) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		p.words.WriteString(n.Data)
	case n.Type != html.ElementNode || unread(n):
		return
	case n.DataAtom == atom.Br:
		p.lineBreak(n)
	case headingLevel(n) > 0:
		p.flush(Paragraph, 0)
		p.inside(n)
		p.flush(Heading, headingLevel(n))
	case n.DataAtom == atom.Li:
		p.flush(Item, p.lists)
		p.inside(n)
		p.flush(Item, max(p.lists, 1))
	case n.DataAtom == atom.Ul || n.DataAtom == atom.Ol:
		p.list(n)
	case n.DataAtom == atom.Table:
		p.flush(Paragraph, 0)
		p.table(n)
	case n.DataAtom == atom.Sup && isFootnote(n):
		return
	case blocks[n.DataAtom]:
		p.flushAs(Paragraph)
		p.inside(n)
		p.flushAs(Paragraph)
	default:
		p.inside(n)
	}
}

// flushAs ends the block at hand; within a list it is an item.
func (p *page) flushAs(kind Kind) {
	if p.lists > 0 {
		p.flush(Item, p.lists)
		return
	}
	p.flush(kind, 0)
}

// list reads a list, unless it is a menu: short items that are links.
func (p *page) list(n *html.Node) {
	all, linked := len(oneLine(textOf(n))), linkedText(n)
	if linked*10 > all*8 && all < 80*countItems(n) {
		return
	}
	p.flushAs(Paragraph)
	p.lists++
	p.inside(n)
	p.lists--
}

// lineBreak takes a single break for a wrapped line, unless a sentence ends there.
func (p *page) lineBreak(n *html.Node) {
	next := n.NextSibling
	for next != nil && next.Type == html.TextNode && strings.TrimSpace(next.Data) == "" {
		next = next.NextSibling
	}
	double := next != nil && next.DataAtom == atom.Br
	if double || endsSentence(strings.TrimFunc(p.words.String(), isBlank)) {
		p.flushAs(Paragraph)
		return
	}
	p.words.WriteByte(' ')
}

// table reads a table's rows; a table that only lays out a page (one cell a row, or
// tables and paragraphs inside) is read as the text in it.
func (p *page) table(n *html.Node) {
	if layout(n) {
		for c := range n.Descendants() {
			if c.DataAtom == atom.Td && !within(c, n, atom.Td) {
				p.inside(c)
				p.flushAs(Paragraph)
			}
		}
		return
	}
	for row := range n.Descendants() {
		switch row.DataAtom {
		case atom.Caption:
			p.inside(row)
			p.flush(Paragraph, 0)
		case atom.Tr:
			cells, header := rowCells(row)
			kind := Row
			if header {
				kind = HeaderRow
			}
			p.b.writeRow(kind, cells)
		}
	}
}

func rowCells(row *html.Node) (cells []string, header bool) {
	header = true
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells = append(cells, oneLine(textOf(c)))
			header = header && c.DataAtom == atom.Th
		}
	}
	return cells, header && len(cells) > 0
}

// layout reports whether a table lays out a page.
func layout(n *html.Node) bool {
	widest := 0
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.Ul, atom.Ol:
			return true
		case atom.P:
			if len(textOf(d)) > 300 {
				return true
			}
		case atom.Tr:
			cells, _ := rowCells(d)
			widest = max(widest, len(cells))
		}
	}
	return widest < 2
}

func within(n, root *html.Node, a atom.Atom) bool {
	for p := n.Parent; p != nil && p != root; p = p.Parent {
		if p.DataAtom == a {
			return true
		}
	}
	return false
}

var footnote = regexp.MustCompile(`^\[?[\d*†a-z]{1,3}\]?$`)

// isFootnote reports whether a superscript is a footnote's mark, not the "th" of 14th.
func isFootnote(n *html.Node) bool {
	words := strings.TrimSpace(textOf(n))
	switch words {
	case "st", "nd", "rd", "th":
		return false
	}
	return footnote.MatchString(words)
}

// textOf returns the readable words in n.
func textOf(n *html.Node) string {
	var words strings.Builder
	var read func(*html.Node)
	read = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				words.WriteString(c.Data)
			case c.Type != html.ElementNode || unread(c) || c.DataAtom == atom.Sup && isFootnote(c):
			default:
				if c.DataAtom == atom.Br || blocks[c.DataAtom] {
					words.WriteByte(' ')
				}
				read(c)
			}
		}
	}
	read(n)
	return words.String()
}

func linkedText(n *html.Node) int {
	length := 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.A {
			length += len(oneLine(textOf(d)))
		}
	}
	return length
}

func countItems(n *html.Node) int {
	items := 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.Li {
			items++
		}
	}
	return items
}

package document

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// markdown reads Markdown (CommonMark, and tables as GitHub has them), with or without
// a header. Inline markup stays where it is; fenced code and HTML blocks are left out.
func (b *builder) markdown(data []byte) (Meta, error) {
	decoded, err := decode(data)
	if err != nil {
		return Meta{}, err
	}
	b.text = decoded
	meta, body, err := header(decoded)
	if err != nil {
		return Meta{}, err
	}
	// What stands before the body is blanked out, so that offsets hold.
	source := []byte(decoded)
	for i := range body {
		if source[i] != '\n' {
			source[i] = ' '
		}
	}
	root := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(text.NewReader(source))
	err = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		return b.markdownNode(n), nil
	})
	return meta, err
}

func (b *builder) markdownNode(n ast.Node) ast.WalkStatus {
	switch n := n.(type) {
	case *ast.Heading:
		b.addLines(Heading, n.Level, n)
	case *ast.Paragraph, *ast.TextBlock:
		if depth := listDepth(n); depth > 0 {
			b.addLines(Item, depth, n)
		} else {
			b.addLines(Paragraph, 0, n)
		}
	case *ast.CodeBlock: // text that only stands in
		b.addLines(Paragraph, 0, n)
	case *east.TableHeader:
		b.addRow(HeaderRow, cellsOf(n))
	case *east.TableRow:
		b.addRow(Row, cellsOf(n))
	case *ast.FencedCodeBlock, *ast.HTMLBlock:
	default:
		return ast.WalkContinue
	}
	return ast.WalkSkipChildren
}

// addLines adds a block over the lines of n.
func (b *builder) addLines(kind Kind, level int, n ast.Node) {
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
		if kind == Item && strings.HasPrefix(b.text[start:end], "[") { // a task's box
			for _, box := range []string{"[ ] ", "[x] ", "[X] "} {
				if strings.HasPrefix(b.text[start:end], box) {
					start += len(box)
				}
			}
		}
		b.add(kind, level, start, end)
	}
}

// listDepth returns how many lists n lies in.
func listDepth(n ast.Node) int {
	depth := 0
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindList {
			depth++
		}
	}
	return depth
}

// cellsOf returns where a row's cells are.
func cellsOf(row ast.Node) []Span {
	var cells []Span
	at := 0
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		s := Span{at, at}
		if lines := c.Lines(); lines != nil && lines.Len() > 0 {
			s = Span{lines.At(0).Start, lines.At(lines.Len() - 1).Stop}
		}
		at = s.End
		cells = append(cells, s)
	}
	return cells
}

package document

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks are the elements that end a line of text.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Blockquote: true,
	atom.Pre: true, atom.Figure: true, atom.Figcaption: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Hr: true,
	atom.Address: true, atom.Center: true, atom.Details: true, atom.Summary: true, atom.Header: true, atom.Body: true,
	atom.Html: true, atom.Fieldset: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true, atom.Li: true,
}

// skipped are the elements without anything to read.
var skipped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Nav: true,
	atom.Footer: true, atom.Aside: true, atom.Form: true, atom.Button: true, atom.Select: true, atom.Input: true,
	atom.Textarea: true, atom.Svg: true, atom.Iframe: true, atom.Object: true, atom.Video: true, atom.Audio: true,
	atom.Canvas: true, atom.Dialog: true, atom.Menu: true, atom.Math: true, atom.Map: true,
}

// chrome matches the classes and ids of what surrounds a page's text.
var chrome = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|footer|sidebar|side-bar|breadcrumbs?|share|sharing|social|cookies?|` +
	`comments?|related|newsletter|subscribe|advert(?:isement)?|banner|skip|pagination|toc|editsection|mw-editsection|navbox|noprint|reflist)(?:$|[\s_-])`)

// unread reports whether an element is none of a page's text.
func unread(n *html.Node) bool {
	if skipped[n.DataAtom] {
		return true
	}
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.Main || n.DataAtom == atom.Article {
		return false
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" {
				return true
			}
		case "role":
			switch a.Val {
			case "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu":
				return true
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
				return true
			}
		case "class", "id":
			if chrome.MatchString(a.Val) {
				return true
			}
		}
	}
	return false
}

func headingLevel(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

// mainPart returns the element that holds a page's text: the main element, or the
// longest article, or the body; the last where the others hold less than half the words.
func mainPart(root *html.Node) *html.Node {
	body := root
	var best *html.Node
	length := 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.DataAtom == atom.Body {
			body = n
		}
		if n.DataAtom == atom.Main || n.DataAtom == atom.Article || attr(n, "role") == "main" {
			if l := len(oneLine(textOf(n))); l > length {
				best, length = n, l
			}
		}
	}
	if best == nil || length*2 < len(oneLine(textOf(body))) {
		return body
	}
	return best
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// metaNames say which meta elements tell what, the best first. Sources: Open Graph, Dublin Core,
// Highwire Press (citation_…), schema.org's microdata and common practice.
var metaNames = struct{ title, publisher, date, url []string }{
	title:     []string{"og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title"},
	publisher: []string{"dc.publisher", "dcterms.publisher", "citation_publisher", "publisher", "og:site_name", "application-name"},
	date: []string{
		"article:published_time", "dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date", "citation_publication_date",
		"citation_date", "datepublished", "pubdate", "publishdate", "publish_date", "publication_date", "date",
	},
	url: []string{"og:url"},
}

// pageMeta returns what a page's head tells.
func pageMeta(root *html.Node) Meta {
	told := map[string]string{}
	var m Meta
	title, canonical, published := "", "", ""
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Html:
			m.Language = attr(n, "lang")
		case atom.Meta:
			for _, key := range []string{"name", "property", "itemprop"} {
				if name := strings.ToLower(attr(n, key)); name != "" && told[name] == "" {
					told[name] = oneLine(attr(n, "content"))
				}
			}
		case atom.Title:
			if title == "" && n.FirstChild != nil && n.Namespace == "" {
				title = oneLine(n.FirstChild.Data)
			}
		case atom.Link:
			if attr(n, "rel") == "canonical" {
				canonical = attr(n, "href")
			}
		case atom.Time:
			if published == "" {
				published = attr(n, "datetime")
			}
		}
	}
	first := func(names []string, otherwise string) string {
		for _, name := range names {
			if told[name] != "" {
				return told[name]
			}
		}
		return otherwise
	}
	m.Publisher = first(metaNames.publisher, "")
	m.Title = withoutSite(first(metaNames.title, title), m.Publisher, told["og:site_name"])
	m.URL = first(metaNames.url, canonical)
	for _, name := range metaNames.date {
		if date, ok := edtf(told[name]); ok && date != "" {
			m.Date = date
			break
		}
	}
	if date, ok := edtf(published); ok && m.Date == "" {
		m.Date = date
	}
	return m
}

// withoutSite returns a title without the name of its site at the end.
func withoutSite(title string, sites ...string) string {
	for _, site := range sites {
		if site == "" {
			continue
		}
		for _, sep := range []string{" - ", " | ", " – ", " — ", " :: "} {
			if t, ok := strings.CutSuffix(title, sep+site); ok {
				return t
			}
		}
	}
	return title
}

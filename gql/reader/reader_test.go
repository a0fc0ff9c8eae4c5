package reader

import (
	"context"
	"encoding/json"
	"errors"
	"html/template"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"concord"
	"concord/cypher"
	"concord/gql/schema"
)

// The document of the tests: two sentences below a heading. Offsets count code points.
const (
	docID   = "doc:0123"
	heading = "Naval exercises"
	first   = "In May 2007 Côte d'Ivoire & Ghana held the Reef exercise."
	second  = "Togo was <invited>."
)

func rows(query string) []Row {
	n := func(i int) int64 { return int64(i) }
	switch query {
	case "documents", "document":
		return []Row{{
			"id": docID, "title": "A report", "publisher": "A ministry", "published": "2007-06", "language": "en", "url": "javascript:alert(1)",
			"passages": n(3), "entities": n(4), "claims": n(2),
		}}
	case "document_passages":
		return []Row{
			{"ordinal": n(1), "section": "", "text": heading, "start": n(0), "end": n(15)},
			{"ordinal": n(2), "section": heading, "text": first, "start": n(17), "end": n(74)},
			{"ordinal": n(3), "section": heading, "text": second, "start": n(75), "end": n(94)},
		}
	case "document_mentions":
		return []Row{
			{"ordinal": n(2), "start": n(29), "end": n(42), "surface": "Côte d'Ivoire", "entity": "country:CIV", "name": "Côte d’Ivoire"},
			{"ordinal": n(2), "start": n(45), "end": n(50), "surface": "Ghana", "entity": "country:GHA", "name": "Ghana"},
			{"ordinal": n(2), "start": n(60), "end": n(73), "surface": "Reef exercise", "entity": "exercise:reef", "name": "Reef"},
			{"ordinal": n(2), "start": n(60), "end": n(64), "surface": "Reef", "entity": "place:reef", "name": "Reef"},
			{"ordinal": n(3), "start": n(75), "end": n(79), "surface": "Togo", "entity": "country:TGO", "name": "Togo"},
		}
	case "document_claims":
		return []Row{
			{
				"ordinal": n(2), "id": "claim:aa", "subject": "country:CIV", "subjectName": "Côte d’Ivoire", "relation": "PARTICIPATED_IN", "object": "exercise:reef",
				"objectName": "Reef", "start": n(29), "end": n(73), "basis": "stated", "polarity": "affirmed", "modality": "actual", "confidence": 0.95, "rule": "participants.with",
			},
			{
				"ordinal": n(3), "id": "claim:bb", "subject": "country:TGO", "subjectName": "Togo", "property": "asOf", "value": "<2007>", "start": n(84), "end": n(93),
				"basis": "implied", "polarity": "negated", "modality": "planned", "confidence": 1.0, "rule": "r",
			},
		}
	}
	return nil
}

func handler(t *testing.T, run func(query string, params map[string]any) ([]Row, error)) http.Handler {
	t.Helper()
	model, err := schema.Load([]schema.Source{{Name: "schema.graphql", Text: concord.SchemaSDL}}, schema.Options{Queries: cypher.Queries()})
	if err != nil {
		t.Fatal(err)
	}
	h, err := Handler(Options{
		Run: func(_ context.Context, query string, params map[string]any) ([]Row, error) {
			return run(query, params)
		},
		Queries: cypher.Queries(),
		Schema:  model,
		Browser: "http://127.0.0.1:7474/browser/?dbms=neo4j://127.0.0.1:7687",
	})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func standing(query string, params map[string]any) ([]Row, error) {
	if id, ok := params["document"]; ok && id != docID {
		return nil, nil
	}
	return rows(query), nil
}

func get(h http.Handler, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	return w
}

func TestDocument(t *testing.T) {
	w := get(handler(t, standing), "/documents/"+url.PathEscape(docID))
	if w.Code != http.StatusOK {
		t.Fatalf("status %d", w.Code)
	}
	body := w.Body.String()
	for _, want := range []string{
		`<h2>Naval exercises</h2>`,
		`>Côte d&#39;Ivoire</a><span data-claims="0"> &amp; </span>`, // names and the words between them, in a claim's quote
		`>Reef exercise</a>.</p>`,                                    // the longer of two names; the full stop is not quoted
		`id="claim-aa"`,
		`<em>participated in</em>`,
		`95 % sure</span> <code>participants.with</code>`,
		`<li id="claim-bb" data-claim="0" class="unsupporting">`,
		`<strong>negated</strong> <strong>planned</strong>`,
		`<em>as of</em> <b class="value">&lt;2007&gt;</b>`,
		`&lt;invited&gt;`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, bad := range []string{"javascript:", "<invited>", "place:reef<", ">Reef</a> exercise"} {
		if strings.Contains(body, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
	plain := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(regexp.MustCompile(`(?s)<p>(.*?)</p>`).FindString(body[strings.Index(body, `id="s2"`):]), "")
	if want := strings.NewReplacer("'", "&#39;", "&", "&amp;").Replace(first); plain != want {
		t.Errorf("the marked sentence reads %q, want %q", plain, want)
	}
}

func TestPages(t *testing.T) {
	h := handler(t, standing)
	for _, c := range []struct {
		path   string
		status int
		want   string
	}{
		{"/documents", 200, `<a href="/documents/doc:0123">A report</a>`},
		{"/documents?text=report", 200, `value="report"`},
		{"/documents?skip=50&text=a%26b", 200, `href="/documents?skip=0&amp;text=a%26b" rel="prev"`},
		{"/documents/doc:none", 404, "doc:none"},
		{"/queries", 200, "exercise_partners.cypher"},
		{"/queries", 200, "cmd=edit"},
		{"/queries", 200, `<h2 class="level" id="level-hard">`},
		{"/queries", 200, `href="/queries/reach"`},
		{"/queries/reach", 200, `value="China"`},
		{"/queries/documents?text=%3Cb%3E&skip=0&limit=5", 200, `<td>A report</td>`},
		{"/queries/documents?text=%3Cb%3E&skip=0&limit=5", 200, `value="&lt;b&gt;"`},
		{"/queries/documents?skip=x&limit=5", 400, "parameter skip: &#34;x&#34; is no whole number"},
		{"/queries/evidence", 200, "gives it <code>this</code>"},
		{"/queries/nothing", 404, "There is no query nothing"},
		{"/schema", 200, `<section class="query" id="Exercise">`},
		{"/schema", 200, "(Exercise)&lt;-[:PARTICIPATED_IN]-(Country | Organization | CountryGroup)"},
		{"/schema", 200, "<td>unique</td>"},
	} {
		w := get(h, c.path)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%s: status %d, want %d with %s", c.path, w.Code, c.status, c.want)
		}
		if got := w.Header().Get("Content-Security-Policy"); got != Policy {
			t.Errorf("%s: policy %q", c.path, got)
		}
		if got := w.Header().Get("Content-Type"); got != "text/html; charset=utf-8" {
			t.Errorf("%s: type %q", c.path, got)
		}
		if got := w.Header().Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%s: cache %q", c.path, got)
		}
		keepsPolicy(t, c.path, w.Body.String())
	}
}

// keepsPolicy fails where a page runs or loads what the policy forbids: an inline
// script or style, a handler attribute, a file of another host.
func keepsPolicy(t *testing.T, path, body string) {
	t.Helper()
	forbidden := regexp.MustCompile(`(?i)<script(?:\s[^>]*)?>\s*[^\s<]|<style|\sstyle\s*=|<[^>]*\son[a-z]+\s*=|<(?:script|link|img)[^>]*(?:src|href)="(?:https?:)?//`)
	if found := forbidden.FindString(body); found != "" {
		t.Errorf("%s: %q is forbidden by the policy", path, found)
	}
}

func TestAssets(t *testing.T) {
	h := handler(t, standing)
	body := get(h, "/documents").Body.String()
	for kind, link := range map[string]*regexp.Regexp{
		"text/css; charset=utf-8":        regexp.MustCompile(`href="(/reader/[^"]+\.css)"`),
		"text/javascript; charset=utf-8": regexp.MustCompile(`src="(/reader/[^"]+\.js)"`),
	} {
		found := link.FindStringSubmatch(body)
		if found == nil {
			t.Fatalf("no link to %s", kind)
		}
		w := get(h, found[1])
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != kind || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s: status %d, %v", found[1], w.Code, w.Header())
		}
	}
	if w := get(h, "/reader/000000000000/style.css"); w.Code != http.StatusNotFound {
		t.Errorf("an outdated style: status %d, want 404", w.Code)
	}
}

func TestDatabaseFails(t *testing.T) {
	w := get(handler(t, func(string, map[string]any) ([]Row, error) {
		return nil, errors.New("bolt: secret.example:7687 refused")
	}), "/documents")
	if w.Code != http.StatusServiceUnavailable || strings.Contains(w.Body.String(), "secret.example") {
		t.Errorf("status %d; the page must not show %s", w.Code, w.Body)
	}
}

// Every query the pages ask is a research query with the parameters they give and the
// columns they read.
func TestQueriesAreThere(t *testing.T) {
	for query, want := range map[string][]string{"documents": {"text", "skip", "limit"}, "document": {"document"}, "document_passages": {"document"}, "document_mentions": {"document"}, "document_claims": {"document"}} {
		q, err := cypher.ReadQuery(cypher.Queries(), query)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, name := range want {
			if _, ok := q.Parameter(name); !ok {
				t.Errorf("%s has no parameter %s", query, name)
			}
		}
		for column := range rows(query)[0] {
			if _, ok := q.Column(column); !ok && query != "document" {
				t.Errorf("%s has no column %s", query, column)
			}
		}
	}
}

// A label has one colour everywhere, and none is forgotten: the playground's palette,
// the style and the list of labels agree.
func TestColoursAgree(t *testing.T) {
	text, err := os.ReadFile("../playground/src/palette.json")
	if err != nil {
		t.Fatal(err)
	}
	var palette map[string]string
	if err := json.Unmarshal(text, &palette); err != nil {
		t.Fatal(err)
	}
	style, err := assetFiles.ReadFile("assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range labels {
		if want := ".l-" + l.prefix + " { --c: " + palette[l.label] + "; }"; !strings.Contains(string(style), want) {
			t.Errorf("style.css lacks %s", want)
		}
		if want := "#show-l-" + l.prefix + ":not(:checked)"; !strings.Contains(string(style), want) {
			t.Errorf("style.css lacks the switch %s", want)
		}
		delete(palette, l.label)
	}
	grass, err := assetFiles.ReadFile("assets/style.grass")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &palette); err != nil {
		t.Fatal(err)
	}
	for label, colour := range palette {
		if want := "node." + label + " {\n  color: " + colour + ";"; !strings.Contains(string(grass), want) {
			t.Errorf("style.grass lacks %s", want)
		}
	}
	for _, l := range labels {
		delete(palette, l.label)
	}
	for label := range palette {
		if label != "Document" && label != "Passage" && label != "Claim" {
			t.Errorf("palette.json has %s, which is missing in entity.go", label)
		}
	}
}

func TestAboutLinkKeepsTheIDInItsString(t *testing.T) {
	u, err := url.Parse(aboutLink("topic:a\"b\\\n}"))
	if err != nil {
		t.Fatal(err)
	}
	if want := `$id: ID! = "topic:ab}"`; !strings.Contains(u.Fragment, want) || strings.Contains(u.Fragment, `about topic:a"`) {
		t.Errorf("%s lacks %s", u.Fragment, want)
	}
}

// Neo4j Browser, a page of another origin, asks first whether it may (with headers of
// its own), then for the file.
func TestBrowserMayAsk(t *testing.T) {
	h := handler(t, standing)
	for path, want := range map[string]string{
		"/browser/style.grass":         "node.Exercise {",
		"/browser/guide.html":          `<pre class="pre-scrollable code runnable">:style http://concord.test/browser/style.grass</pre>`,
		"/browser/guide/networks.html": `<a data-exec="guide http://concord.test/browser/guide/evidence.html">Evidence</a>`,
		"/browser/guide/schema.html":   `<a data-populate="MATCH (n:Exercise) RETURN n LIMIT 25">Exercise</a>`,
	} {
		r := httptest.NewRequest("OPTIONS", "http://concord.test"+path, nil)
		r.Header.Set("Origin", "http://127.0.0.1:7474")
		r.Header.Set("Access-Control-Request-Method", "GET")
		r.Header.Set("Access-Control-Request-Headers", "cache-control,pragma")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusNoContent || w.Header().Get("Access-Control-Allow-Origin") != "*" || w.Header().Get("Access-Control-Allow-Headers") != "cache-control,pragma" {
			t.Errorf("%s: preflight: status %d, %v", path, w.Code, w.Header())
		}
		r = httptest.NewRequest("GET", "http://concord.test"+path, nil)
		r.Header.Set("Origin", "http://127.0.0.1:7474")
		w = httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusOK || w.Header().Get("Access-Control-Allow-Origin") != "*" || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s: status %d, %v, without %s", path, w.Code, w.Header(), want)
		}
	}
}

// Every topic of the queries is a chapter of the guide, in the same order, every query that
// can be run stands in one chapter, and a chapter that is not there is not found.
func TestGuideHasEveryQuery(t *testing.T) {
	h := handler(t, standing)
	var names []string
	text := ""
	for _, c := range chapters {
		names = append(names, c.Name)
		text += get(h, "/browser/guide/"+c.Name+".html").Body.String()
	}
	if want := append(cypher.Topics(), schemaChapter); !slices.Equal(names, want) {
		t.Errorf("the chapters are %v, want %v", names, want)
	}
	all, err := cypher.QueryNames(cypher.Queries())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range all {
		q, err := cypher.ReadQuery(cypher.Queries(), name)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(text, "<b>"+template.HTMLEscapeString(q.Question)+"</b>"); n != 1 && !q.Bound() {
			t.Errorf("%s stands in the guide %d times", name, n)
		}
	}
	if w := get(h, "/browser/guide/nothing.html"); w.Code != http.StatusNotFound {
		t.Errorf("a chapter that is not there: status %d, want 404", w.Code)
	}
}

func TestCoded(t *testing.T) {
	if got, want := string(coded("the id, `country:*` & *some <more>*, 2 * 3")), "the id, <code>country:*</code> &amp; <em>some &lt;more&gt;</em>, 2 * 3"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

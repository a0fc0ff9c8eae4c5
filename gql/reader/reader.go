// Package reader serves the pages on which people check what the graph says: the
// documents, each with every name and claim marked in its text, the research queries as
// they stand and run, and the graph's schema.
//
// It owns these pages, their style, and the links to a claim's sentence
// (/documents/{id}#claim-…). It knows no database: it is given a function that answers a
// research query by its name. The pages work without JavaScript; a script of their own
// only marks the words of the claim that is pointed at, and copies queries.
package reader

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"concord/gql/schema"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed assets
var assetFiles embed.FS

// Policy is the Content-Security-Policy (W3C, level 3) of the reader's pages: nothing
// from another host, nothing inline.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// Row is one row of a query's result, by column. Values are nil, bool, int64, float64,
// string and []any of these.
type Row = map[string]any

// Options say what the pages are made from.
type Options struct {
	// Run answers the research query of that name (queries/NAME.cypher).
	Run func(ctx context.Context, query string, params map[string]any) ([]Row, error)

	// Queries holds the research queries, NAME.cypher.
	Queries fs.FS

	// Schema is the graph's, for the page that documents it.
	Schema *schema.Schema

	// Browser is the address of Neo4j Browser; empty where there is none.
	Browser string

	// Logger is told why a page could not be made; nil for nobody.
	Logger *slog.Logger
}

type site struct {
	Options
	pages     map[string]*template.Template
	guidePage *template.Template
	assets    map[string]asset
}

type asset struct {
	body []byte
	kind string
	path string // with the hash of its content, so that it may be kept forever
}

// Handler serves /documents, /documents/{id}, /queries, /queries/{name}, /schema, the files these pages need below
// /reader/, and what Neo4j Browser asks for below /browser/. Mount it at the root; what it does not know is not found.
func Handler(o Options) (http.Handler, error) {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	s := &site{Options: o, assets: map[string]asset{}}
	for name, kind := range map[string]string{"style.css": "text/css; charset=utf-8", "script.js": "text/javascript; charset=utf-8", "style.grass": "text/plain; charset=utf-8"} {
		body, err := assetFiles.ReadFile("assets/" + name)
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(body)
		s.assets[name] = asset{body, kind, "/reader/" + hex.EncodeToString(sum[:6]) + "/" + name}
	}
	if err := s.parse(); err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /documents", s.documents)
	mux.HandleFunc("GET /documents/{id}", s.document)
	mux.HandleFunc("GET /queries", s.queries)
	mux.HandleFunc("GET /queries/{name}", s.run)
	mux.HandleFunc("GET /schema", s.schema)
	mux.HandleFunc("GET /reader/{hash}/{name}", s.asset)
	for path, handle := range map[string]http.HandlerFunc{"/browser/style.grass": s.grass, "/browser/guide.html": s.guide, "/browser/guide/{chapter}": s.guide} {
		mux.HandleFunc("GET "+path, s.open(handle))
		mux.HandleFunc("OPTIONS "+path, s.open(handle))
	}
	return mux, nil
}

func (s *site) parse() error {
	functions := template.FuncMap{
		"asset":   func(name string) string { return s.assets[name].path },
		"words":   words,
		"kind":    kind,
		"percent": func(f float64) string { return fmt.Sprintf("%.0f %%", 100*f) },
		"label":   labelOf,
		"class":   classOf,
		"about":   aboutLink,
		"coded":   coded,
	}
	guide, err := parseGuide()
	if err != nil {
		return err
	}
	s.guidePage = guide
	s.pages = map[string]*template.Template{}
	for _, name := range []string{"documents", "document", "queries", "query", "schema", "fault"} {
		t, err := template.New("layout.html").Funcs(functions).ParseFS(templateFiles, "templates/layout.html", "templates/fields.html", "templates/"+name+".html")
		if err != nil {
			return err
		}
		s.pages[name] = t
	}
	return nil
}

// page is what every page's template is given.
type page struct {
	Title   string
	Section string // the entry of the navigation it belongs to
	Body    any
}

func (s *site) show(w http.ResponseWriter, status int, name string, p page) {
	var b bytes.Buffer
	if err := s.pages[name].Execute(&b, p); err != nil {
		s.Logger.Error("page", "name", name, "error", err)
		http.Error(w, "the page could not be made", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Security-Policy", Policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // an error here is the client's going away
}

func (s *site) fault(w http.ResponseWriter, status int, title, message string) {
	s.show(w, status, "fault", page{Title: title, Body: message})
}

func (s *site) failed(w http.ResponseWriter, err error) {
	s.Logger.Error("reader", "error", err)
	s.fault(w, http.StatusServiceUnavailable, "The graph does not answer", "The database could not be asked. Check that it runs, then load this page again.")
}

func (s *site) asset(w http.ResponseWriter, r *http.Request) {
	a, ok := s.assets[r.PathValue("name")]
	if !ok || a.path != r.URL.Path {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", a.kind)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	_, _ = w.Write(a.body)
}

// words turns a relationship's type or a property's name into words: PARTICIPATED_IN
// into "participated in", asOf into "as of".
func words(name string) string {
	var b strings.Builder
	camel := name != strings.ToUpper(name)
	for i, c := range name {
		if camel && i > 0 && unicode.IsUpper(c) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(c))
	}
	return strings.ReplaceAll(b.String(), "_", " ")
}

// kind is a label in words: "Country group" for CountryGroup.
func kind(label string) string {
	w := words(label)
	if w == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(first)) + w[size:]
}

// emphasis is what stands between asterisks in a description.
var emphasis = regexp.MustCompile(`\*([^*\s](?:[^*]*[^*\s])?)\*`)

// coded is a description as HTML: what stands between backticks as code, between asterisks
// emphasised.
func coded(text string) template.HTML {
	var b strings.Builder
	for i, part := range strings.Split(text, "`") {
		part = template.HTMLEscapeString(part)
		if i%2 == 1 {
			b.WriteString("<code>" + part + "</code>")
		} else {
			b.WriteString(emphasis.ReplaceAllString(part, "<em>$1</em>"))
		}
	}
	return template.HTML(b.String())
}

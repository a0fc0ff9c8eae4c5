package reader

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"slices"
)

// Neo4j Browser asks for its style (`:style URL`) and its guide (`:guide URL`) from the
// page of another origin. Both say nothing about the graph's content, so any page may
// read them.
func (s *site) open(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		if r.Method == http.MethodOptions { // a preflight (Fetch standard, "CORS-preflight fetch")
			h.Set("Access-Control-Allow-Methods", "GET")
			h.Set("Access-Control-Allow-Headers", r.Header.Get("Access-Control-Request-Headers"))
			h.Set("Access-Control-Max-Age", "600")
			h.Add("Vary", "Access-Control-Request-Headers")
			w.WriteHeader(http.StatusNoContent)
			return
		}
		h.Set("Cache-Control", "no-cache")
		next(w, r)
	}
}

// grass is the style: a colour, size and caption for every label, the evidence quiet.
func (s *site) grass(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write(s.assets["style.grass"].body)
}

type guide struct {
	Base  string // the address of these pages, without a slash at the end
	Steps []step
}

// A step is a slide of the guide: a few research queries.
type step struct {
	Title   string
	Queries []guided
}

const queriesPerStep = 4 // what a slide shows without much scrolling

type guided struct{ Question, Parameters, Statement string }

func (s *site) guide(w http.ResponseWriter, r *http.Request) {
	all, err := s.research()
	if err != nil {
		s.Logger.Error("guide", "error", err)
		http.Error(w, "the guide could not be made", http.StatusInternalServerError)
		return
	}
	g := guide{Base: "http://" + r.Host}
	if r.TLS != nil {
		g.Base = "https://" + r.Host
	}
	var queries []guided
	for _, q := range all {
		if !q.Bound() {
			queries = append(queries, guided{q.Question, q.Commands(), q.Statement})
		}
	}
	steps := (len(queries) + queriesPerStep - 1) / queriesPerStep
	for some := range slices.Chunk(queries, queriesPerStep) {
		title := fmt.Sprintf("Research queries, %d of %d", len(g.Steps)+1, steps)
		g.Steps = append(g.Steps, step{title, some})
	}
	var b bytes.Buffer
	if err := s.guidePage.Execute(&b, g); err != nil {
		s.Logger.Error("guide", "error", err)
		http.Error(w, "the guide could not be made", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(b.Bytes())
}

// parseGuide reads the guide's template: a part of a page, in the markup that Neo4j
// Browser gives a meaning (Neo4j Browser manual, "Custom guides").
func parseGuide() (*template.Template, error) {
	return template.ParseFS(templateFiles, "templates/guide.html")
}

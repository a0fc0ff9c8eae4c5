package reader

import (
	"net/http"
	"net/url"
	"strings"
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

// browserLink opens Neo4j Browser with a text in its editor, not run: its parameters
// cmd=edit and arg (Neo4j Browser manual, "URL parameters"). It decodes its address before
// it looks for the next parameter, so what would end this one goes by its Unicode escape,
// which Cypher reads wherever it stands.
func browserLink(browser, text string) string {
	u, err := url.Parse(browser)
	if err != nil || browser == "" {
		return ""
	}
	v := u.Query()
	v.Set("cmd", "edit")
	v.Set("arg", strings.NewReplacer("&", `\u0026`, "#", `\u0023`).Replace(text))
	u.RawQuery = strings.ReplaceAll(v.Encode(), "+", "%20")
	return u.String()
}

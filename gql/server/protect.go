package server

import (
	"net"
	"net/http"
	"slices"
	"strings"
)

// protected keeps off requests that come under a foreign name, and sets the headers that
// keep a browser from doing harm with an answer.
func (s *Server) protected(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Content-Security-Policy", contentSecurityPolicy)
		if !s.knownHost(r.Host) {
			media, _ := negotiate(r.Header.Values("Accept"))
			s.refuse(w, r, media, refuse(http.StatusMisdirectedRequest, "UNKNOWN_HOST", "this server is not known as %.80q; ask it under one of the names it was started with", r.Host))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// guarded lets only pages of this server, and of the sites that are allowed to, ask the
// endpoint (Fetch standard, "CORS protocol"). Other pages decide for themselves who may
// read them.
func (s *Server) guarded(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		origin := r.Header.Get("Origin")
		allowed := origin != "" && s.knownOrigin(origin)
		if len(s.config.Origins) > 0 {
			h.Add("Vary", "Origin")
		}
		switch {
		case allowed:
			h.Set("Access-Control-Allow-Origin", origin)
			h.Set("Access-Control-Expose-Headers", "X-Request-Id, Retry-After, "+bookmarksHeader)
			if isPreflight(r) {
				h.Set("Access-Control-Allow-Methods", "GET, POST")
				h.Set("Access-Control-Allow-Headers", "Content-Type, X-Concord-Explain, X-Request-Id, "+bookmarksHeader)
				h.Set("Access-Control-Max-Age", "600")
				w.WriteHeader(http.StatusNoContent)
				return
			}
		case crossSite(r):
			media, _ := negotiate(r.Header.Values("Accept"))
			s.refuse(w, r, media, refuse(http.StatusForbidden, "CROSS_SITE", "a page of another site asks; start the server with that site among its origins to allow it"))
			return
		}
		next(w, r)
	}
}

// contentSecurityPolicy is for answers that are no pages; pages set what they need.
const contentSecurityPolicy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; " +
	"style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// knownHost keeps DNS rebinding out: a page of a foreign name that resolves to this
// machine sends that name.
func (s *Server) knownHost(host string) bool {
	if len(s.config.Hosts) == 0 {
		return true
	}
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.Trim(host, "[]"))
	return slices.Contains(s.config.Hosts, host)
}

func (s *Server) knownOrigin(origin string) bool {
	return slices.Contains(s.config.Origins, origin) || slices.Contains(s.config.Origins, "*")
}

func isPreflight(r *http.Request) bool {
	return r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != ""
}

// crossSite is true for what a page of another site makes a browser send, other than
// following a link. Where the browser doesn't say (Fetch Metadata), the origin does;
// programs send neither.
func crossSite(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return false
	case "cross-site", "same-site":
		return r.Method != http.MethodGet || r.Header.Get("Sec-Fetch-Mode") != "navigate"
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return false
	}
	_, host, found := strings.Cut(origin, "://")
	return !found || !strings.EqualFold(host, r.Host)
}

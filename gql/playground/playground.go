// Package playground serves the page on which people ask the graph: GraphiQL with
// ready-made questions, the answer drawn as a graph, its source sentences and the
// Cypher that ran.
//
// It owns the page's sources (src/, built by npm into dist/) and how its files are
// served: types, caching, compression and what the page may load. It knows neither the
// schema nor the database; the page itself asks for both over HTTP, at graphql and
// config.json beside it.
package playground

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// Built with `make playground`; in a clone that has not built it, dist holds nothing
// but the file that makes this pattern match.
//
//go:embed all:dist
var embedded embed.FS

//go:embed unbuilt.html
var unbuilt []byte

// Policy is the Content-Security-Policy (W3C, level 3) the page runs under: nothing
// from another host, no inline script, workers of its own. The editors set styles on
// elements, hence 'unsafe-inline' for styles alone.
const Policy = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; " +
	"style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Handler serves the page at / and its files below it: index.html, favicon.svg and
// assets/. Mount it where it should appear, behind [http.StripPrefix] if that is not
// the root; the page finds everything relative to its own address, which has to end in
// a slash. Files whose names carry a hash may be kept forever, others are asked for
// again each time. In a program built without the page, / explains how to build it.
func Handler() http.Handler {
	dist, err := fs.Sub(embedded, "dist")
	if err != nil {
		panic(err) // unreachable: the name is a literal and valid
	}
	return handler(dist)
}

func handler(dist fs.FS) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "the playground's files are read with GET", http.StatusMethodNotAllowed)
			return
		}
		name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
		if name == "" {
			name = "index.html"
		}
		body, err := fs.ReadFile(dist, name)
		switch {
		case err == nil && servable(name):
			serve(w, r, dist, name, body)
		case name == "index.html":
			headers(w, name, unbuilt)
			w.Header().Set("Cache-Control", "no-store")
			write(w, r, http.StatusServiceUnavailable, unbuilt)
		default:
			http.NotFound(w, r)
		}
	})
}

// types are the files the page is made of. Others in dist (.gz, .gitkeep) are not
// pages of their own.
var types = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".svg":  "image/svg+xml",
	".ttf":  "font/ttf",
	".txt":  "text/plain; charset=utf-8",
}

func servable(name string) bool {
	_, ok := types[path.Ext(name)]
	return ok
}

func serve(w http.ResponseWriter, r *http.Request, dist fs.FS, name string, body []byte) {
	headers(w, name, body)
	if strings.HasPrefix(name, "assets/") {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		w.Header().Set("Cache-Control", "no-cache")
	}
	if w.Header().Get("ETag") == r.Header.Get("If-None-Match") {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if packed, err := fs.ReadFile(dist, name+".gz"); err == nil {
		w.Header().Set("Vary", "Accept-Encoding")
		if acceptsGzip(r.Header.Get("Accept-Encoding")) {
			w.Header().Set("Content-Encoding", "gzip")
			body = packed
		}
	}
	write(w, r, http.StatusOK, body)
}

func headers(w http.ResponseWriter, name string, body []byte) {
	sum := sha256.Sum256(body)
	h := w.Header()
	h.Set("Content-Type", types[path.Ext(name)])
	h.Set("ETag", `W/"`+hex.EncodeToString(sum[:12])+`"`) // weak: both encodings of one file share it
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Content-Security-Policy", Policy)
}

func write(w http.ResponseWriter, r *http.Request, status int, body []byte) {
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		_, _ = w.Write(body) // an error here is the client's going away
	}
}

// acceptsGzip reports whether an Accept-Encoding field allows gzip (RFC 9110, 12.5.3).
func acceptsGzip(field string) bool {
	for part := range strings.SplitSeq(field, ",") {
		coding, params, _ := strings.Cut(part, ";")
		if c := strings.TrimSpace(coding); !strings.EqualFold(c, "gzip") && c != "*" {
			continue
		}
		weight, found := strings.CutPrefix(strings.ReplaceAll(params, " ", ""), "q=")
		q, err := strconv.ParseFloat(weight, 64)
		return !found || err != nil || q > 0
	}
	return false
}

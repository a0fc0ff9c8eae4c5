package playground

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

func packed(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestHandler(t *testing.T) {
	const script = "console.log('playground')"
	built := fstest.MapFS{
		".gitkeep":                   {Data: nil},
		"index.html":                 {Data: []byte("<!doctype html>")},
		"favicon.svg":                {Data: []byte("<svg/>")},
		"assets/page-ABC12345.js":    {Data: []byte(script)},
		"assets/page-ABC12345.js.gz": {Data: packed(t, script)},
		"assets/icons-ABC12345.ttf":  {Data: []byte("font")},
	}
	const forever, again = "public, max-age=31536000, immutable", "no-cache"
	for _, c := range []struct {
		name, method, path, accept string
		status                     int
		contentType, cache, coding string
	}{
		{"page", "GET", "/", "gzip", 200, "text/html; charset=utf-8", again, ""},
		{"page by name", "GET", "/index.html", "", 200, "text/html; charset=utf-8", again, ""},
		{"icon", "GET", "/favicon.svg", "", 200, "image/svg+xml", again, ""},
		{"script, plain", "GET", "/assets/page-ABC12345.js", "", 200, "text/javascript; charset=utf-8", forever, ""},
		{"script, packed", "GET", "/assets/page-ABC12345.js", "br, gzip;q=0.8", 200, "text/javascript; charset=utf-8", forever, "gzip"},
		{"script, gzip refused", "GET", "/assets/page-ABC12345.js", "gzip;q=0, identity", 200, "text/javascript; charset=utf-8", forever, ""},
		{"font", "GET", "/assets/icons-ABC12345.ttf", "gzip", 200, "font/ttf", forever, ""},
		{"head", "HEAD", "/", "", 200, "text/html; charset=utf-8", again, ""},
		{"packed file by name", "GET", "/assets/page-ABC12345.js.gz", "", 404, "", "", ""},
		{"folder", "GET", "/assets/", "", 404, "", "", ""},
		{"outside", "GET", "/../playground.go", "", 404, "", "", ""},
		{"placeholder", "GET", "/.gitkeep", "", 404, "", "", ""},
		{"post", "POST", "/", "", 405, "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := httptest.NewRequest(c.method, "http://concord.test/", nil)
			r.URL.Path = c.path
			r.Header.Set("Accept-Encoding", c.accept)
			w := httptest.NewRecorder()
			handler(built).ServeHTTP(w, r)
			h := w.Result().Header
			if w.Code != c.status {
				t.Fatalf("status %d, want %d", w.Code, c.status)
			}
			if c.status != http.StatusOK {
				return
			}
			for key, want := range map[string]string{
				"Content-Type": c.contentType, "Cache-Control": c.cache, "Content-Encoding": c.coding,
				"Content-Security-Policy": Policy, "X-Content-Type-Options": "nosniff",
			} {
				if got := h.Get(key); got != want {
					t.Errorf("%s: %q, want %q", key, got, want)
				}
			}
			if c.method == "HEAD" && w.Body.Len() != 0 {
				t.Error("HEAD was answered with a body")
			}
			if c.coding == "gzip" {
				zr, err := gzip.NewReader(w.Body)
				if err != nil {
					t.Fatal(err)
				}
				if got, err := io.ReadAll(zr); err != nil || string(got) != script {
					t.Errorf("unpacked %q, %v", got, err)
				}
			}
		})
	}
}

func TestHandlerNotModified(t *testing.T) {
	h := handler(fstest.MapFS{"index.html": {Data: []byte("<!doctype html>")}})
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	r := httptest.NewRequest("GET", "/", nil)
	r.Header.Set("If-None-Match", w.Header().Get("ETag"))
	w = httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified || w.Body.Len() != 0 {
		t.Errorf("status %d with %d bytes, want 304 with none", w.Code, w.Body.Len())
	}
}

func TestHandlerUnbuilt(t *testing.T) {
	w := httptest.NewRecorder()
	handler(fstest.MapFS{".gitkeep": {}}).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Code != http.StatusServiceUnavailable {
		t.Errorf("status %d, want 503", w.Code)
	}
	for _, want := range []string{"make playground", "Node.js 20"} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if got := w.Header().Get("Cache-Control"); got != "no-store" {
		t.Errorf("Cache-Control %q, want no-store: the page changes once it is built", got)
	}
}

// What the policy forbids would not run: no page may have a script of its own, a
// handler attribute, or an address on another host.
func TestPagesKeepThePolicy(t *testing.T) {
	inline := regexp.MustCompile(`(?i)<script(?:\s[^>]*)?>\s*[^\s<]|\son[a-z]+\s*=|javascript:|(?:src|href)\s*=\s*["']?(?:https?:)?//`)
	pages := map[string][]byte{"unbuilt.html": unbuilt}
	if body, err := embedded.ReadFile("dist/index.html"); err == nil {
		pages["dist/index.html"] = body
	}
	for name, body := range pages {
		if found := inline.Find(body); found != nil {
			t.Errorf("%s: %q runs or loads what the policy forbids", name, found)
		}
	}
}

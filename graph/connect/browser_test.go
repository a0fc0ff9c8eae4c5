package connect

import "testing"

func TestPages(t *testing.T) {
	for pages, want := range map[Pages]string{
		"127.0.0.1:8080":   "http://127.0.0.1:8080",
		":8080":            "http://127.0.0.1:8080",
		"0.0.0.0:8080":     "http://127.0.0.1:8080",
		"[::]:8080":        "http://127.0.0.1:8080",
		"[::1]:8080":       "http://[::1]:8080",
		"example.org:8080": "http://example.org:8080",
	} {
		if got := pages.URL(); got != want {
			t.Errorf("%s is asked at %s, not %s", pages, got, want)
		}
	}
	if got, want := Pages("[::]:9000").BrowserCommand(), "style http://127.0.0.1:9000/browser/style.grass; guide http://127.0.0.1:9000/browser/guide.html"; got != want {
		t.Errorf("Browser runs %q, not %q", got, want)
	}
}

func TestAsLocalhost(t *testing.T) {
	for pages, want := range map[Pages]Pages{
		"127.0.0.1:8080":   "localhost:8080",
		":8080":            "localhost:8080",
		"[::1]:8080":       "localhost:8080",
		"10.0.0.7:8080":    "10.0.0.7:8080",
		"example.org:8080": "example.org:8080",
	} {
		if got := pages.AsLocalhost(); got != want {
			t.Errorf("%s is %s, want %s", pages, got, want)
		}
	}
}

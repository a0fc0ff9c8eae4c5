package server_test

import (
	"net/http"
	"testing"

	"concord/gql/server"
)

func TestWhoMayAsk(t *testing.T) {
	local := newServer(t, answering(china), func(c *server.Config) {
		c.Hosts = server.LoopbackHosts()
		c.Origins = []string{"https://friend.example"}
	})
	open := newServer(t, answering(china), func(c *server.Config) { c.Origins = []string{"*"} })
	for _, c := range []struct {
		name    string
		s       *server.Server
		headers []string
		status  int
		allowed string
	}{
		{"a program", local, []string{"Host", "127.0.0.1:8080"}, 200, ""},
		{"by name", local, []string{"Host", "localhost:8080"}, 200, ""},
		{"by IPv6 address", local, []string{"Host", "[::1]:8080"}, 200, ""},
		{"a rebound name", local, []string{"Host", "evil.example:8080"}, 421, ""},
		{"the server's own page", local, []string{"Host", "localhost:8080", "Origin", "http://localhost:8080", "Sec-Fetch-Site", "same-origin"}, 200, ""},
		{"the same in an older browser", local, []string{"Host", "localhost:8080", "Origin", "http://localhost:8080"}, 200, ""},
		{"another site's page", local, []string{"Host", "localhost:8080", "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"}, 403, ""},
		{"the same in an older browser", local, []string{"Host", "localhost:8080", "Origin", "https://evil.example"}, 403, ""},
		{"a page without an origin", local, []string{"Host", "localhost:8080", "Origin", "null"}, 403, ""},
		{"another port's page", local, []string{"Host", "localhost:8080", "Origin", "http://localhost:9090", "Sec-Fetch-Site", "same-site"}, 403, ""},
		{"an allowed site's page", local, []string{"Host", "localhost:8080", "Origin", "https://friend.example", "Sec-Fetch-Site", "cross-site"}, 200, "https://friend.example"},
		{"any site's page", open, []string{"Origin", "https://anybody.example", "Sec-Fetch-Site", "cross-site"}, 200, "https://anybody.example"},
	} {
		w := post(c.s, "{ countries { name } }", c.headers...)
		if w.Code != c.status || w.Header().Get("Access-Control-Allow-Origin") != c.allowed {
			t.Errorf("%s: got %d, allowed %q; want %d, %q", c.name, w.Code, w.Header().Get("Access-Control-Allow-Origin"), c.status, c.allowed)
		}
	}
}

func TestCrossSiteGet(t *testing.T) {
	s := newServer(t, answering(china), nil)
	const target = "/graphql?query=%7Bcountries%7Bname%7D%7D"
	if w := do(s, "GET", target, "", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"); w.Code != 403 {
		t.Errorf("an image of another site: got %d", w.Code)
	}
	if w := do(s, "GET", target, "", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"); w.Code != 200 {
		t.Errorf("a link of another site: got %d", w.Code)
	}
}

func TestPreflight(t *testing.T) {
	s := newServer(t, answering(china), func(c *server.Config) { c.Origins = []string{"https://friend.example"} })
	w := do(s, "OPTIONS", "/graphql", "", "Origin", "https://friend.example", "Access-Control-Request-Method", "POST")
	if w.Code != 204 || w.Header().Get("Access-Control-Allow-Methods") != "GET, POST" {
		t.Errorf("got %d %v", w.Code, w.Header())
	}
	w = do(s, "OPTIONS", "/graphql", "", "Origin", "https://evil.example", "Access-Control-Request-Method", "POST")
	if w.Code == 204 || w.Header().Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("another site: got %d %v", w.Code, w.Header())
	}
}

// TestPagesAnswerForThemselves shows that a page may be read by other sites if it says so.
func TestPagesAnswerForThemselves(t *testing.T) {
	s := newServer(t, answering(china), func(c *server.Config) {
		c.Pages = map[string]http.Handler{"/style": http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Access-Control-Allow-Origin", "*")
			w.WriteHeader(http.StatusOK)
		})}
	})
	for _, method := range []string{"GET", "OPTIONS"} {
		w := do(s, method, "/style", "", "Origin", "http://localhost:7474", "Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors")
		if w.Code != 200 || w.Header().Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s: got %d %v", method, w.Code, w.Header())
		}
	}
}

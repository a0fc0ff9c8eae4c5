package server_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"concord/cypher"
	"concord/gql/server"
)

func TestBookmarks(t *testing.T) {
	var given []string
	h := newServer(t, func(ctx context.Context, _ cypher.Statement) (map[string]any, error) {
		b := server.BookmarksOf(ctx)
		given = b.Given
		b.See([]string{"FB:new"})
		return china, nil
	}, nil)
	w := do(h, "POST", "/graphql", `{"query":"{ countries { name } }"}`, "X-Neo4j-Bookmarks", "FB:a, FB:b")
	if w.Code != 200 || w.Header().Get("X-Neo4j-Bookmarks") != "FB:new" || strings.Join(given, "|") != "FB:a|FB:b" {
		t.Errorf("got %d %v, given %v", w.Code, w.Header(), given)
	}
	for _, bad := range []string{"FB:a b", strings.Repeat("x", 2000), strings.Repeat("x,", 40)} {
		if w := do(h, "POST", "/graphql", `{"query":"{ countries { name } }"}`, "X-Neo4j-Bookmarks", bad, "Accept", response); w.Code != 400 || w.Body.Len() > 400 {
			t.Errorf("%.20s: got %d %s", bad, w.Code, w.Body)
		}
	}
}

// TestBookmarksOnNeo4j hands back what it was given, and what no server gave.
func TestBookmarksOnNeo4j(t *testing.T) {
	s := openStore(t, "")
	h := newServer(t, server.FromStore(s), func(c *server.Config) { c.Limits.Timeout = time.Minute })
	w := post(h, "{ countries { name } }")
	seen := w.Header().Get("X-Neo4j-Bookmarks")
	if w.Code != 200 || seen == "" {
		t.Fatalf("got %d %s, bookmarks %q", w.Code, w.Body, seen)
	}
	if w := post(h, "{ countries { name } }", "X-Neo4j-Bookmarks", seen); w.Code != 200 {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
	if w := post(h, "{ countries { name } }", "X-Neo4j-Bookmarks", "nonsense", "Accept", response); w.Code != 400 {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
}

// TestSettings shows that an error says which setting its limit has.
func TestSettings(t *testing.T) {
	w := newWaiting()
	h := newServer(t, w.database, func(c *server.Config) {
		c.Limits.Timeout, c.Limits.Settings = 20*time.Millisecond, map[string]string{"QUERY_TIMEOUT": "--timeout", "TOO_MANY_ROOT_FIELDS": "--root-fields"}
	})
	for query, want := range map[string]string{
		"{ countries { name } }":                              `"code":"QUERY_TIMEOUT","limit":"20ms","setting":"--timeout"`,
		"{" + strings.Repeat(" countries { name }", 11) + "}": `"actual":11,"code":"TOO_MANY_ROOT_FIELDS","limit":10,"setting":"--root-fields"`,
	} {
		if got := post(h, query).Body.String(); !strings.Contains(got, want) {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

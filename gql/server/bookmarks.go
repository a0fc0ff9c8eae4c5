package server

import (
	"context"
	"net/http"
	"regexp"
	"strings"
	"sync"
)

// bookmarksHeader names the writes that a request must see, and in an answer those that it
// has seen: bookmarks of Neo4j, with commas between them. Clients hand back what they were
// given, by this server or by what wrote.
const bookmarksHeader = "X-Neo4j-Bookmarks"

const bookmarksKey contextKey = 1

// Bookmarks are those of one request.
type Bookmarks struct {
	Given []string

	mu   sync.Mutex
	seen []string
}

// See records the bookmarks of a statement that was run.
func (b *Bookmarks) See(seen []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.seen = append(b.seen, seen...)
}

// BookmarksOf gives a [Database] the bookmarks of the request that it runs a statement for;
// nil where there is none.
func BookmarksOf(ctx context.Context) *Bookmarks {
	b, _ := ctx.Value(bookmarksKey).(*Bookmarks)
	return b
}

func withBookmarks(ctx context.Context, b *Bookmarks) context.Context {
	return context.WithValue(ctx, bookmarksKey, b)
}

// Bounds of what a client may hand in: a cluster has a bookmark for each database written to.
const (
	mostBookmarks   = 32
	longestBookmark = 1024
)

var bookmarkForm = regexp.MustCompile(`^[A-Za-z0-9+/=:_.-]+$`)

func readBookmarks(r *http.Request) (*Bookmarks, *refusal) {
	b := &Bookmarks{}
	for part := range strings.SplitSeq(strings.Join(r.Header.Values(bookmarksHeader), ","), ",") {
		part = strings.TrimSpace(part)
		switch {
		case part == "":
		case len(b.Given) == mostBookmarks || len(part) > longestBookmark || !bookmarkForm.MatchString(part):
			return nil, badRequest("%s holds %.60q, or more than %d bookmarks; send back those that you were given, with commas between them", bookmarksHeader, part, mostBookmarks)
		default:
			b.Given = append(b.Given, part)
		}
	}
	return b, nil
}

func (b *Bookmarks) write(h http.Header) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.seen) > 0 {
		h.Set(bookmarksHeader, strings.Join(b.seen, ","))
	}
}

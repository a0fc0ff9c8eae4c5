package server

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	lru "github.com/hashicorp/golang-lru/v2"

	"concord/gql/plan"
)

// cache keeps what was made of requests, in a bounded number of entries of a bounded
// size. Everything in it depends on its key alone.
type cache struct {
	documents      *lru.Cache[cacheKey, *plan.Document] // by text
	statements     *lru.Cache[cacheKey, *prepared]      // by text, operation and variables
	introspections *lru.Cache[cacheKey, *prepared]      // the same, with answers
}

// What is larger is made again: the entries of a full cache are some tens of megabytes.
const (
	largestDocument  = 4 << 10
	largestRequest   = 8 << 10
	largestStatement = 16 << 10

	// introspectionsKept is enough for the tools that people use, which each have their
	// own query. An answer may have megabytes.
	introspectionsKept = 8
)

func newCache(entries int) (*cache, error) {
	documents, err := lru.New[cacheKey, *plan.Document](entries)
	if err != nil {
		return nil, fmt.Errorf("make room for %d operations: %w", entries, err)
	}
	statements, err := lru.New[cacheKey, *prepared](entries)
	if err != nil {
		return nil, fmt.Errorf("make room for %d operations: %w", entries, err)
	}
	introspections, err := lru.New[cacheKey, *prepared](introspectionsKept)
	if err != nil {
		return nil, fmt.Errorf("make room for %d introspections: %w", introspectionsKept, err)
	}
	return &cache{documents, statements, introspections}, nil
}

func (c *cache) document(text string) *plan.Document {
	if len(text) > largestDocument {
		return nil
	}
	d, _ := c.documents.Get(sha256.Sum256([]byte(text)))
	return d
}

func (c *cache) keepDocument(text string, d *plan.Document) {
	if len(text) <= largestDocument {
		c.documents.Add(sha256.Sum256([]byte(text)), d)
	}
}

func (c *cache) operation(key cacheKey) *prepared {
	if p, ok := c.statements.Get(key); ok {
		return p
	}
	p, _ := c.introspections.Get(key)
	return p
}

func (c *cache) keep(key cacheKey, p *prepared) {
	switch {
	case p.data != nil:
		c.introspections.Add(key, p)
	case len(p.statement.Text) <= largestStatement:
		c.statements.Add(key, p)
	}
}

// cacheKey is a digest: texts that share one are the same.
type cacheKey [sha256.Size]byte

// keyOf gives the cache key of a request, unless it is too large to keep.
func keyOf(r Request) (cacheKey, bool) {
	variables, err := json.Marshal(r.Variables) // keys come sorted
	if err != nil || len(variables)+len(r.Query) > largestRequest {
		return cacheKey{}, false
	}
	h := sha256.New()
	for _, part := range [][]byte{[]byte(r.Query), []byte(r.OperationName), variables} {
		fmt.Fprintf(h, "%d:", len(part))
		h.Write(part)
	}
	return cacheKey(h.Sum(nil)), true
}

// hash names a document in logs.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:6])
}

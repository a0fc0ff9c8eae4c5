package store

import (
	"context"
	"math/rand/v2"
	"time"
)

// retries says how long to go on trying.
type retries struct {
	budget time.Duration // from the first try to the start of the last
	first  time.Duration // the pause after the first try; each further one is twice as long
}

// Requests wait for an answer, so reading gives up soon. Writing waits for another leader,
// or for a server that starts again.
var (
	readRetries  = retries{budget: 2 * time.Second, first: 50 * time.Millisecond}
	writeRetries = retries{budget: time.Minute, first: 100 * time.Millisecond}
)

const longestPause = 2 * time.Second

// retry runs try until it succeeds, fails for good, or the time for retries is over. What
// is worth another try is a server that does not answer and a conflict between writers.
// A statement that needs too much memory is not: Neo4j calls that transient, and would be
// filled up again and again. The error is an *Error.
func (s *Store) retry(ctx context.Context, r retries, try func() error) error {
	start, pause := time.Now(), r.first
	for {
		err := try()
		if err == nil {
			return nil
		}
		e := translate(ctx, err)
		if e.Code != Unavailable && e.Code != Conflict {
			return e
		}
		wait := pause/2 + rand.N(pause) // so that writers that met do not meet again
		if time.Since(start)+wait > r.budget {
			return e
		}
		select {
		case <-ctx.Done():
			return translate(ctx, ctx.Err())
		case <-time.After(wait):
		}
		pause = min(pause*2, longestPause)
	}
}

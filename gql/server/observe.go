package server

import (
	"net/http"
	"time"
)

// Observation is a request that was answered, for metrics and traces.
type Observation struct {
	Header http.Header // of the request
	Began  time.Time
	Took   time.Duration
	Status int
	Code   string // `extensions.code` of the first error; empty for none
	Bytes  int    // of the answer
	Trace  Trace  // empty where the request was refused before it was read
}

// observe tells the observers of an answer.
func (s *Server) observe(o Observation) {
	for _, observer := range s.config.Observers {
		observer(o)
	}
}

// InFlight is how many requests are carried out at the moment, and how many may be.
func (s *Server) InFlight() (now, most int) { return len(s.turns), cap(s.turns) }

func codeOf(errs []Error) string {
	if len(errs) == 0 {
		return ""
	}
	code, _ := errs[0].Extensions["code"].(string)
	return code
}

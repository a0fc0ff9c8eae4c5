// Package server serves the graph over HTTP: GraphQL at /graphql, the playground at /,
// and what operators ask for at /healthz and /readyz.
//
// It owns the pipeline of a request (Engine: guard, plan, compile, database, answer), the
// GraphQL over HTTP protocol, the limits on what clients may send and cost, the mapping
// of errors to codes and statuses, logs, and an orderly end. It knows neither how a plan
// is made nor how a statement is run: it is given a function that runs one.
package server

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/klauspost/compress/gzhttp"

	"concord/gql/schema"
)

// Config is what a Server needs and may do. Schema, Database and Ready are required.
type Config struct {
	Schema   *schema.Schema
	Database Database

	// Ready asks the database for a sign of life; its error says what is wrong and what
	// helps, and is shown to whoever asks /readyz.
	Ready func(context.Context) error

	// Limits of one request; zero fields take their defaults.
	Limits EngineLimits

	// Explain lets a client see the Cypher of its request, with the header
	// X-Concord-Explain: 1 or {"explain": true} in the request's extensions.
	Explain bool

	// Hosts are the names that requests may come under, without port; empty for all.
	// A server that listens on a loopback address should have LoopbackHosts: else a page
	// of another site could reach it under a name of its own (DNS rebinding).
	Hosts []string

	// Origins are the sites whose pages may ask, such as https://example.org, besides
	// the server's own; "*" for all.
	Origins []string

	BodyBytes  int64         // of one request; 256 KiB if zero
	Concurrent int           // requests carried out at once; 64 if zero
	Wait       time.Duration // how long a request waits for its turn; 500 ms if zero

	// Pages are served beside the API, by the patterns of http.ServeMux; "/" is what no
	// other pattern matches, such as the playground. They get no CORS headers from here.
	Pages map[string]http.Handler

	Logger *slog.Logger // nil for none

	// Observers are told of each request to the endpoint once it is answered. They must
	// not wait for anything.
	Observers []func(Observation)
}

// LoopbackHosts are the names of this machine.
func LoopbackHosts() []string { return []string{"localhost", "127.0.0.1", "::1"} }

// Server is an http.Handler; Serve runs it with the timeouts it should have.
type Server struct {
	engine  *Engine
	config  Config
	readers places // for requests whose body is being read
	turns   places // for requests that are carried out
	handler http.Handler
}

// New makes a server. It asks nothing of the database yet.
func New(c Config) (*Server, error) {
	if c.Schema == nil || c.Database == nil || c.Ready == nil {
		return nil, errors.New("the server has no schema, database or readiness check; set Schema, Database and Ready")
	}
	orDefault(&c.BodyBytes, 256<<10)
	orDefault(&c.Concurrent, 64)
	orDefault(&c.Wait, 500*time.Millisecond)
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	engine, err := NewEngine(c.Schema, c.Database, c.Limits)
	if err != nil {
		return nil, err
	}
	s := &Server{
		engine: engine, config: c,
		readers: make(places, readersPerTurn*c.Concurrent), turns: make(places, c.Concurrent),
	}
	s.handler = s.identified(s.protected(s.compressed(s.routes())))
	return s, nil
}

// readersPerTurn allows for clients that send slowly. Together with BodyBytes it bounds
// the memory of what is being read.
const readersPerTurn = 4

// Engine answers requests without HTTP.
func (s *Server) Engine() *Engine { return s.engine }

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/graphql", s.guarded(s.graphql))
	mux.HandleFunc("GET /healthz", healthy)
	mux.HandleFunc("GET /readyz", s.ready)
	for pattern, page := range s.config.Pages {
		mux.Handle(pattern, page)
	}
	if s.config.Pages["/"] == nil {
		mux.HandleFunc("/", notFound)
	}
	return mux
}

func (s *Server) compressed(next http.Handler) http.Handler {
	// Clients on Node before 22.15 (graphql-codegen's among them) say that they take zstd and
	// then cannot read it, so it is for those that take nothing else.
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(1024), gzhttp.KeepAcceptRanges(), gzhttp.PreferZstd(false))
	if err != nil {
		return next // unreachable: the options are literals and valid
	}
	return wrap(next)
}

package main

import (
	"context"
	"net"
	"net/http"
	"os"

	"concord/gql/metrics"
	"concord/gql/server"
	"concord/gql/tracing"
)

// watchFlags say what operators see of the server.
type watchFlags struct {
	Metrics string `enum:"auto,on,off" default:"auto" env:"CONCORD_METRICS" help:"Metrics for Prometheus at /metrics: on, off, or auto (for this machine only)."`
	Traces  string `env:"CONCORD_TRACES" help:"OpenTelemetry collector that takes OTLP over HTTP, for a trace of each request; without it, OTEL_EXPORTER_OTLP_ENDPOINT, or none." placeholder:"URL"`
}

// watch is what the flags ask for: who is told of requests, and what is served for it.
type watch struct {
	observers []func(server.Observation)
	metrics   *metrics.Metrics
	tracer    *tracing.Tracer
}

func (f watchFlags) start(ctx context.Context, pages map[string]http.Handler) (watch, error) {
	var w watch
	if f.Metrics != "off" {
		w.metrics = metrics.New()
		w.observers = append(w.observers, w.metrics.Observe)
		pages["GET /metrics"] = w.metrics.Handler()
		if f.Metrics == "auto" {
			pages["GET /metrics"] = thisMachineOnly(pages["GET /metrics"])
		}
	}
	if f.Traces != "" || os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT") != "" || os.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") != "" {
		var err error
		if w.tracer, err = tracing.Start(ctx, f.Traces); err != nil {
			return w, err
		}
		w.observers = append(w.observers, w.tracer.Observe)
	}
	return w, nil
}

// gauges adds what is asked of the server when the metrics are read.
func (w watch) gauges(s *server.Server) {
	if w.metrics == nil {
		return
	}
	w.metrics.Gauge("concord_requests_in_flight", "GraphQL requests being carried out.", func() float64 { now, _ := s.InFlight(); return float64(now) })
	w.metrics.Gauge("concord_requests_in_flight_max", "GraphQL requests that may be carried out at once.", func() float64 { _, most := s.InFlight(); return float64(most) })
	w.metrics.Gauge("concord_statements_in_flight", "Statements running on Neo4j, each on a connection of the pool.", func() float64 { return float64(s.Engine().Running()) })
}

// close sends the traces that are left.
func (w watch) close(ctx context.Context) error {
	if w.tracer == nil {
		return nil
	}
	return w.tracer.Close(ctx)
}

// thisMachineOnly refuses requests from elsewhere.
func thisMachineOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, _ := net.SplitHostPort(r.RemoteAddr)
		if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
			http.Error(w, "metrics are shown on this machine only; start the server with --metrics=on to show them elsewhere", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

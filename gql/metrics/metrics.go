// Package metrics counts what the server does, in the form that Prometheus reads.
//
// It owns the Prometheus client, the names of the metrics and their buckets. It learns of
// requests from observations that package server makes, and decides nothing.
package metrics

import (
	"net/http"
	"strconv"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"concord/gql/server"
)

// Metrics has a registry of its own: nothing is global.
type Metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	took     prometheus.Histogram
	phases   *prometheus.HistogramVec
	cache    *prometheus.CounterVec
	bytes    prometheus.Histogram
}

// buckets go from what a cached lookup takes to the default timeout, in seconds.
var buckets = []float64{.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}

// New makes the metrics.
func New() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "concord_requests_total", Help: "GraphQL requests by HTTP status and by the code of their first error (ok for none).",
		}, []string{"status", "code"}),
		took: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "concord_request_seconds", Help: "Time from a request's text to its answer.", Buckets: buckets,
		}),
		phases: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "concord_phase_seconds", Help: "Time in a phase of a request: guard, parse, prepare, compile, database, answer.", Buckets: buckets,
		}, []string{"phase"}),
		cache: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "concord_operations_total", Help: "Operations by whether they were ready in the cache.",
		}, []string{"cached"}),
		bytes: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "concord_answer_bytes", Help: "Size of answers before compression.", Buckets: prometheus.ExponentialBuckets(256, 8, 7),
		}),
	}
	m.registry.MustRegister(m.requests, m.took, m.phases, m.cache, m.bytes,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Gauge adds a value that is asked for when the metrics are read.
func (m *Metrics) Gauge(name, help string, value func() float64) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value))
}

// Observe counts a request. Labels come from fixed lists, never from a request's text.
func (m *Metrics) Observe(o server.Observation) {
	code := o.Code
	if code == "" {
		code = "ok"
	}
	m.requests.WithLabelValues(strconv.Itoa(o.Status), code).Inc()
	m.bytes.Observe(float64(o.Bytes))
	if o.Trace.Hash == "" {
		return // refused before it was read
	}
	m.took.Observe(o.Took.Seconds())
	m.cache.WithLabelValues(strconv.FormatBool(o.Trace.Cached)).Inc()
	for _, p := range o.Trace.Phases {
		m.phases.WithLabelValues(p.Name).Observe(p.Took.Seconds())
	}
}

// Handler serves the metrics in the text format of Prometheus.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{MaxRequestsInFlight: 4})
}

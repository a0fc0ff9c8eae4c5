package metrics_test

import (
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"concord/gql/metrics"
	"concord/gql/server"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestMetrics(t *testing.T) {
	m := metrics.New()
	m.Gauge("concord_requests_in_flight", "GraphQL requests being carried out.", func() float64 { return 3 })
	m.Observe(server.Observation{Status: 200, Took: 3 * time.Millisecond, Bytes: 300, Trace: server.Trace{
		Hash: "abc", Cached: true, Phases: []server.Phase{{Name: "database", Took: 2 * time.Millisecond}},
	}})
	m.Observe(server.Observation{Status: 400, Code: "QUERY_TOO_DEEP", Trace: server.Trace{Hash: "abc"}})
	m.Observe(server.Observation{Status: 415, Code: "UNSUPPORTED_MEDIA_TYPE"})
	w := httptest.NewRecorder()
	m.Handler().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	for _, want := range []string{
		`concord_requests_total{code="ok",status="200"} 1`,
		`concord_requests_total{code="QUERY_TOO_DEEP",status="400"} 1`,
		`concord_requests_total{code="UNSUPPORTED_MEDIA_TYPE",status="415"} 1`,
		`concord_phase_seconds_bucket{phase="database",le="0.001"} 0`,
		`concord_phase_seconds_bucket{phase="database",le="0.0025"} 1`,
		`concord_operations_total{cached="true"} 1`,
		`concord_operations_total{cached="false"} 1`,
		`concord_request_seconds_count 2`,
		`concord_requests_in_flight 3`,
	} {
		if !strings.Contains(w.Body.String(), want+"\n") {
			t.Errorf("there is no %s", want)
		}
	}
}

// Package tracing sends a trace of each request to an OpenTelemetry collector.
//
// It owns the OpenTelemetry library and the names of spans and attributes. It learns of
// requests from observations that package server makes once they are answered, so that
// nothing waits for it. Attributes hold neither a query's text nor its values.
package tracing

import (
	"context"
	"fmt"
	"strings"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	"go.opentelemetry.io/otel/sdk/trace"
	api "go.opentelemetry.io/otel/trace"

	"concord/gql/server"
)

// Tracer sends spans. Close sends what is left.
type Tracer struct {
	provider *trace.TracerProvider
	tracer   api.Tracer
}

// Start begins to send to a collector that takes OTLP over HTTP, such as
// http://127.0.0.1:4318. An empty endpoint means the one in the environment
// (OpenTelemetry specification, "OTEL_EXPORTER_OTLP_ENDPOINT").
func Start(ctx context.Context, endpoint string) (*Tracer, error) {
	var options []otlptracehttp.Option
	if endpoint != "" {
		options = append(options, otlptracehttp.WithEndpointURL(strings.TrimRight(endpoint, "/")+"/v1/traces"))
	}
	exporter, err := otlptracehttp.New(ctx, options...)
	if err != nil {
		return nil, fmt.Errorf("traces cannot be sent to %s: %w; write the address as http://host:4318", endpoint, err)
	}
	about, err := resource.New(ctx, resource.WithAttributes(attribute.String("service.name", "concord-gql")), resource.WithFromEnv())
	if err != nil {
		return nil, fmt.Errorf("the environment's OTEL_RESOURCE_ATTRIBUTES are not understood: %w; write them as name=value,…", err)
	}
	p := trace.NewTracerProvider(trace.WithBatcher(exporter), trace.WithResource(about))
	return &Tracer{provider: p, tracer: p.Tracer("concord/gql")}, nil
}

// Observe makes the spans of a request: one for all of it, below the caller's where the
// request names one (W3C Trace Context), and one for each phase.
func (t *Tracer) Observe(o server.Observation) {
	ctx := propagation.TraceContext{}.Extract(context.Background(), propagation.HeaderCarrier(o.Header))
	name := "graphql"
	if o.Trace.Operation != "" {
		name += " " + o.Trace.Operation
	}
	ctx, span := t.tracer.Start(ctx, name, api.WithTimestamp(o.Began), api.WithSpanKind(api.SpanKindServer), api.WithAttributes(
		attribute.String("graphql.operation.name", o.Trace.Operation),
		attribute.String("graphql.document.hash", o.Trace.Hash),
		attribute.Int("http.response.status_code", o.Status),
		attribute.Bool("concord.cached", o.Trace.Cached),
	))
	if o.Code != "" {
		span.SetAttributes(attribute.String("error.type", o.Code))
	}
	if o.Status >= 500 {
		span.SetStatus(codes.Error, o.Code)
	}
	for _, p := range o.Trace.Phases {
		_, phase := t.tracer.Start(ctx, p.Name, api.WithTimestamp(p.Began))
		phase.End(api.WithTimestamp(p.Began.Add(p.Took)))
	}
	span.End(api.WithTimestamp(o.Began.Add(o.Took)))
}

// Close sends the spans that are left and stops.
func (t *Tracer) Close(ctx context.Context) error { return t.provider.Shutdown(ctx) }

package server

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"strings"
	"time"
)

type contextKey int

const requestIDKey contextKey = 0

// requestIDForm is what a caller's own id may look like, to be safe in logs and headers.
var requestIDForm = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// identified gives each request an id, or keeps the one it came with, and turns a panic
// into a status.
func (s *Server) identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get("X-Request-Id")
		if !requestIDForm.MatchString(id) {
			id = rand.Text()
		}
		w.Header().Set("X-Request-Id", id)
		r = r.WithContext(context.WithValue(r.Context(), requestIDKey, id))
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if cause == http.ErrAbortHandler {
				panic(cause)
			}
			s.config.Logger.LogAttrs(r.Context(), slog.LevelError, "panic",
				slog.String("request", id), slog.String("cause", fmt.Sprint(cause)), slog.String("stack", string(debug.Stack())))
			media, _ := negotiate(r.Header.Values("Accept"))
			s.refuse(w, r, media, refuse(http.StatusInternalServerError, "INTERNAL_SERVER_ERROR", "the server failed; report this with the request's id %s", id))
		}()
		next.ServeHTTP(w, r)
	})
}

func requestID(r *http.Request) string {
	id, _ := r.Context().Value(requestIDKey).(string)
	return id
}

// log tells what a request was and where its time went. It holds neither the query's
// values nor its text.
func (s *Server) log(r *http.Request, response Response, status, bytes int, took time.Duration) {
	level := slog.LevelInfo
	if status >= http.StatusInternalServerError && response.Failure != Canceled {
		level = slog.LevelError
	}
	attrs := []slog.Attr{
		slog.String("request", requestID(r)),
		slog.String("operation", response.Trace.Operation),
		slog.String("hash", response.Trace.Hash),
		slog.Int("status", status),
		slog.Int("bytes", bytes),
		slog.Duration("took", took),
		slog.Bool("cached", response.Trace.Cached),
	}
	for _, phase := range response.Trace.Phases {
		attrs = append(attrs, slog.Duration(phase.Name, phase.Took))
	}
	if n := len(response.Errors); n > 0 {
		attrs = append(attrs, slog.Int("errors", n), slog.Any("code", response.Errors[0].Extensions["code"]))
	}
	if response.Cause != nil {
		attrs = append(attrs, slog.String("cause", causes(response.Cause)))
	}
	s.config.Logger.LogAttrs(r.Context(), level, "graphql", attrs...)
}

// causes gives an error and what caused it: the store keeps the driver's words out of its
// own message.
func causes(err error) string {
	text := err.Error()
	if cause := errors.Unwrap(err); cause != nil && !strings.Contains(text, cause.Error()) {
		text += ": " + cause.Error()
	}
	return text
}

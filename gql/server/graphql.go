package server

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// graphql is the endpoint of the GraphQL over HTTP specification.
func (s *Server) graphql(w http.ResponseWriter, r *http.Request) {
	media, acceptable := negotiate(r.Header.Values("Accept"))
	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodPost:
		w.Header().Set("Allow", "GET, POST")
		s.refuse(w, r, media, refuse(http.StatusMethodNotAllowed, "METHOD_NOT_ALLOWED", "GraphQL is asked with GET or POST, not %.20s", r.Method))
		return
	case wantsPage(r):
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	case !acceptable:
		s.refuse(w, r, media, refuse(http.StatusNotAcceptable, "NOT_ACCEPTABLE", "the answer is %s or %s; accept one of them", mediaResponse, mediaJSON))
		return
	}
	bookmarks, refused := readBookmarks(r)
	var request Request
	if refused == nil {
		request, refused = s.read(w, r)
	}
	if refused == nil {
		refused = s.turns.take(r, s.config.Wait)
	}
	if refused != nil {
		s.refuse(w, r, media, refused)
		return
	}
	defer s.turns.leave()
	if r.Header.Get("X-Concord-Explain") == "1" {
		request.Explain = true
	}
	request.Explain = request.Explain && s.config.Explain
	start := time.Now()
	response := s.engine.Execute(withBookmarks(r.Context(), bookmarks), request)
	status := statusFor(response.Failure, media)
	body := response.encode()
	bookmarks.write(w.Header())
	took := time.Since(start)
	s.log(r, response, status, body.size(), took)
	s.observe(Observation{r.Header, start, took, status, codeOf(response.Errors), body.size(), response.Trace})
	retry := response.Failure == Unavailable
	s.write(w, media, status, retry, body)
}

// read takes the request out of the body when there is room for one more.
func (s *Server) read(w http.ResponseWriter, r *http.Request) (Request, *refusal) {
	if refused := s.readers.take(r, s.config.Wait); refused != nil {
		return Request{}, refused
	}
	defer s.readers.leave()
	return readRequest(w, r, s.config.BodyBytes)
}

// places are a number of things that may be done at once.
type places chan struct{}

// take waits for a place, as long as patience lasts and the client is there.
func (p places) take(r *http.Request, patience time.Duration) *refusal {
	select {
	case p <- struct{}{}:
		return nil
	default:
	}
	end := time.NewTimer(patience)
	defer end.Stop()
	select {
	case p <- struct{}{}:
		return nil
	case <-r.Context().Done():
	case <-end.C:
	}
	full := refuse(http.StatusServiceUnavailable, "OVERLOADED", "the server has %d requests at hand already; try again in a moment", cap(p))
	full.retry = true
	return full
}

func (p places) leave() { <-p }

// The media types of an answer.
const (
	mediaResponse = "application/graphql-response+json"
	mediaJSON     = "application/json"
)

// statusFor chooses the HTTP status. Under application/json, what a client's mistake made
// fail is 200 as well: older clients read no body of another status (GraphQL over HTTP,
// "application/json").
func statusFor(f Failure, media string) int {
	if media == mediaJSON && f == RequestError {
		return http.StatusOK
	}
	return f.Status()
}

// negotiate chooses the media type of the answer: the one preferred of those that an
// Accept header allows (RFC 9110, 12.5.1), application/json where there is none.
func negotiate(accept []string) (media string, ok bool) {
	if len(accept) == 0 {
		return mediaJSON, true
	}
	best, media := 0.0, mediaJSON
	for part := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		name, params, _ := strings.Cut(part, ";")
		offered := ""
		switch strings.ToLower(strings.TrimSpace(name)) {
		case mediaResponse:
			offered = mediaResponse
		case mediaJSON, "application/*", "*/*":
			offered = mediaJSON
		}
		if q := quality(params); offered != "" && (q > best || q == best && q > 0 && offered == mediaResponse) {
			best, media = q, offered
		}
	}
	return media, best > 0
}

func quality(params string) float64 {
	for param := range strings.SplitSeq(params, ";") {
		if value, found := strings.CutPrefix(strings.ToLower(strings.TrimSpace(param)), "q="); found {
			q, err := strconv.ParseFloat(value, 64)
			if err != nil {
				return 0
			}
			return q
		}
	}
	return 1
}

// wantsPage is true for a person who opened the endpoint in a browser.
func wantsPage(r *http.Request) bool {
	return r.Method == http.MethodGet && r.URL.RawQuery == "" && strings.Contains(r.Header.Get("Accept"), "text/html")
}

// refuse answers what is no GraphQL request, or one that has no turn.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, media string, refused *refusal) {
	response := Response{Errors: []Error{{Message: refused.message, Extensions: map[string]any{"code": refused.code}}}}
	s.engine.name(response.Errors)
	body := response.encode()
	s.config.Logger.LogAttrs(r.Context(), slog.LevelInfo, "refused",
		slog.String("request", requestID(r)), slog.Int("status", refused.status), slog.String("code", refused.code))
	s.observe(Observation{Header: r.Header, Began: time.Now(), Status: refused.status, Code: refused.code, Bytes: body.size()})
	s.write(w, media, refused.status, refused.retry, body)
}

func (s *Server) write(w http.ResponseWriter, media string, status int, retry bool, body encoded) {
	h := w.Header()
	h.Set("Content-Type", media+"; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept")
	if retry {
		h.Set("Retry-After", "2")
	}
	w.WriteHeader(status)
	for _, piece := range body {
		if _, err := w.Write(piece); err != nil {
			return // the client has gone away
		}
	}
}

// encoded is a response as JSON, in pieces: what stands before the data, the data, what
// stands behind. The data, which may have megabytes, is not copied.
type encoded [3][]byte

func (e encoded) size() int { return len(e[0]) + len(e[1]) + len(e[2]) }

// encode puts a response into JSON (GraphQL spec 7.1): errors first, so that people see
// them; no data where nothing was executed.
func (r *Response) encode() encoded {
	before, behind := []byte{'{'}, []byte{}
	if len(r.Errors) > 0 {
		before = append(append(before, `"errors":`...), encodeJSON(r.Errors)...)
		before = append(before, ',')
	}
	if r.Data != nil {
		before = append(before, `"data":`...)
		behind = append(behind, ',')
	}
	if len(r.Extensions) > 0 {
		behind = append(append(behind, `"extensions":`...), encodeJSON(r.Extensions)...)
		behind = append(behind, ',')
	}
	switch {
	case len(behind) > 0:
		behind[len(behind)-1] = '}'
	case len(before) > 1:
		before[len(before)-1] = '}'
	default:
		behind = append(behind, '}')
	}
	return encoded{before, r.Data, behind}
}

// encodeJSON leaves <, > and & as they are: the answer is never part of a page.
func encodeJSON(value any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return []byte("null")
	}
	return bytes.TrimSpace(b.Bytes())
}

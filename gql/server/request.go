package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// refusal is a request that is none: the HTTP status, and what to tell the client.
type refusal struct {
	status  int
	code    string
	message string
	retry   bool // Retry-After is worth sending
}

func (r *refusal) Error() string { return r.message }

func refuse(status int, code, format string, args ...any) *refusal {
	return &refusal{status: status, code: code, message: fmt.Sprintf(format, args...)}
}

func badRequest(format string, args ...any) *refusal {
	return refuse(http.StatusBadRequest, "BAD_REQUEST", format, args...)
}

// Limits of the JSON of a request, beside its bytes.
const (
	maxJSONDepth  = 32
	maxJSONValues = 20_000
)

// parameters are the keys that a request may have (GraphQL over HTTP, "Request parameters").
var parameters = []string{"query", "operationName", "variables", "extensions"}

// readRequest takes the GraphQL request out of an HTTP request, as the GraphQL over HTTP
// specification has it. It reads the body to its end: only then does net/http notice a
// client that leaves.
func readRequest(w http.ResponseWriter, r *http.Request, most int64) (Request, *refusal) {
	if r.Method == http.MethodGet {
		return fromURL(r.URL)
	}
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "application/json" {
		return Request{}, refuse(http.StatusUnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE",
			"the request's Content-Type is %.60q; send the query as application/json", r.Header.Get("Content-Type"))
	}
	if charset := params["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") {
		return Request{}, refuse(http.StatusUnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE",
			"the request's charset is %.40q; send UTF-8", charset)
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, most))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return Request{}, refuse(http.StatusRequestEntityTooLarge, "REQUEST_TOO_LARGE",
			"the request has more than %d bytes; send smaller lists in variables, in several requests", most)
	case err != nil:
		return Request{}, badRequest("the request's body broke off; send it again")
	}
	return fromJSON(body)
}

func fromURL(u *url.URL) (Request, *refusal) {
	values, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return Request{}, badRequest("the query string is not well encoded; encode it as application/x-www-form-urlencoded")
	}
	object := map[string]any{}
	for key, given := range values {
		name, known := parameter(key)
		if !known {
			continue // others on the way may have added it
		}
		if name != key || len(given) > 1 {
			return Request{}, badRequest("the query string has %.40q in another letter case or more than once; give each of %s once", key, strings.Join(parameters, ", "))
		}
		object[key] = given[0]
		if key == "variables" || key == "extensions" {
			if given[0] == "" {
				delete(object, key)
				continue
			}
			decoded, refused := decodeJSON([]byte(given[0]))
			if refused != nil {
				return Request{}, refused
			}
			object[key] = decoded
		}
	}
	return fromObject(object)
}

func fromJSON(body []byte) (Request, *refusal) {
	decoded, refused := decodeJSON(body)
	if refused != nil {
		return Request{}, refused
	}
	object, ok := decoded.(map[string]any)
	if !ok {
		return Request{}, badRequest(`the request is no JSON object; send one such as {"query": "{ __typename }"}, and one request at a time`)
	}
	for _, key := range slices.Sorted(maps.Keys(object)) {
		if name, _ := parameter(key); name != key {
			return Request{}, badRequest("the request has the key %.40q; its keys are %s", key, strings.Join(parameters, ", "))
		}
	}
	return fromObject(object)
}

// parameter finds the parameter that a key means, in whatever letter case.
func parameter(key string) (string, bool) {
	for _, name := range parameters {
		if strings.EqualFold(name, key) {
			return name, true
		}
	}
	return "", false
}

func fromObject(object map[string]any) (Request, *refusal) {
	var r Request
	switch query := object["query"].(type) {
	case string:
		r.Query = query
	case nil:
		return r, badRequest(`the request has no query; send one such as {"query": "{ __typename }"}`)
	default:
		return r, badRequest("query is no string; send the GraphQL document as text")
	}
	switch name := object["operationName"].(type) {
	case string:
		r.OperationName = name
	case nil:
	default:
		return r, badRequest("operationName is no string; send the operation's name, or leave it out")
	}
	switch variables := object["variables"].(type) {
	case map[string]any:
		r.Variables = variables
	case nil:
	default:
		return r, badRequest("variables is no object; send an object with a key for each variable, or leave it out")
	}
	switch extensions := object["extensions"].(type) {
	case map[string]any:
		r.Explain, _ = extensions["explain"].(bool)
	case nil:
	default:
		return r, badRequest("extensions is no object; send an object, or leave it out")
	}
	return r, nil
}

// decodeJSON reads one JSON value, with numbers as json.Number. Unlike encoding/json it
// refuses a key that an object has twice.
func decodeJSON(text []byte) (any, *refusal) {
	d := &decoder{json: json.NewDecoder(bytes.NewReader(text))}
	d.json.UseNumber()
	value, refused := d.value(0)
	if refused != nil {
		return nil, refused
	}
	if _, err := d.json.Token(); !errors.Is(err, io.EOF) {
		return nil, badRequest("something follows the JSON value; send one value only")
	}
	return value, nil
}

type decoder struct {
	json   *json.Decoder
	values int
}

func (d *decoder) value(depth int) (any, *refusal) {
	if d.values++; d.values > maxJSONValues {
		return nil, badRequest("the request's JSON has more than %d values; send smaller lists in several requests", maxJSONValues)
	}
	if depth > maxJSONDepth {
		return nil, badRequest("the request's JSON nests more than %d levels; send simpler variables", maxJSONDepth)
	}
	token, err := d.json.Token()
	if err != nil {
		return nil, notJSON(err)
	}
	switch token {
	case json.Delim('{'):
		return d.object(depth)
	case json.Delim('['):
		return d.array(depth)
	}
	return token, nil
}

func (d *decoder) object(depth int) (any, *refusal) {
	object := map[string]any{}
	for d.json.More() {
		token, err := d.json.Token()
		key, ok := token.(string)
		if err != nil || !ok {
			return nil, notJSON(err)
		}
		if _, twice := object[key]; twice {
			return nil, badRequest("the request's JSON has the key %.40q twice in one object; send it once", key)
		}
		value, refused := d.value(depth + 1)
		if refused != nil {
			return nil, refused
		}
		object[key] = value
	}
	if _, err := d.json.Token(); err != nil {
		return nil, notJSON(err)
	}
	return object, nil
}

func (d *decoder) array(depth int) (any, *refusal) {
	array := []any{}
	for d.json.More() {
		value, refused := d.value(depth + 1)
		if refused != nil {
			return nil, refused
		}
		array = append(array, value)
	}
	if _, err := d.json.Token(); err != nil {
		return nil, notJSON(err)
	}
	return array, nil
}

func notJSON(err error) *refusal {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return badRequest("the request is not JSON at byte %d (%s); send a JSON object", syntax.Offset, syntax)
	}
	return badRequest("the request's JSON is not complete; send a JSON object")
}

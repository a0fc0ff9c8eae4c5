package server_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"concord"
	"concord/cypher"
	"concord/gql/guard/guardtest"
	"concord/gql/schema"
	"concord/gql/server"
	"concord/graph/local/localtest"
	"concord/graph/store"
)

// What toxiproxy leaves behind of a line that it cut is its own.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(localtest.Tests{M: m}, goleak.IgnoreAnyFunction("github.com/Shopify/toxiproxy/v2/toxics.(*ToxicStub).Run"))
}

type row = map[string]any

func bundled(t testing.TB) *schema.Schema {
	t.Helper()
	s, err := schema.Load([]schema.Source{{Name: "schema.graphql", Text: concord.SchemaSDL}}, schema.Options{Queries: cypher.Queries()})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// answering is a database that answers every statement with the same row.
func answering(r row) server.Database {
	return func(context.Context, cypher.Statement) (map[string]any, error) { return r, nil }
}

func failing(err error) server.Database {
	return func(context.Context, cypher.Statement) (map[string]any, error) { return nil, err }
}

var china = row{"countries": []any{row{"name": "China", "iso3": "CHN"}}}

// newServer serves the bundled schema; change alters the configuration.
func newServer(t testing.TB, database server.Database, change func(*server.Config)) *server.Server {
	t.Helper()
	c := server.Config{
		Schema: bundled(t), Database: database,
		Ready:   func(context.Context) error { return nil },
		Explain: true,
	}
	if change != nil {
		change(&c)
	}
	s, err := server.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// do sends a request to a handler; headers are pairs.
func do(h http.Handler, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	if host := r.Header.Get("Host"); host != "" {
		r.Host = host
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func post(h http.Handler, query string, headers ...string) *httptest.ResponseRecorder {
	body, _ := json.Marshal(map[string]any{"query": query})
	return do(h, http.MethodPost, "/graphql", string(body), headers...)
}

const response = "application/graphql-response+json"

func TestProtocol(t *testing.T) {
	s := newServer(t, answering(china), nil)
	const ok = `{"data":{"countries":[{"name":"China"}]}}`
	get := "/graphql?query=" + url.QueryEscape("{ countries { name } }")
	for _, c := range []struct {
		name, method, target, body string
		headers                    []string
		status                     int
		want                       string
	}{
		{"post", "POST", "/graphql", `{"query":"{ countries { name } }"}`, nil, 200, ok},
		{"get", "GET", get, "", nil, 200, ok},
		{"variables in the body", "POST", "/graphql", `{"query":"query A($n: String) { countries(where: {name: {eq: $n}}) { name } }","operationName":"A","variables":{"n":"China"},"extensions":{}}`, nil, 200, ok},
		{"variables in the URL", "GET", "/graphql?operationName=A&variables=" + url.QueryEscape(`{"n":"China"}`) + "&query=" + url.QueryEscape("query A($n: String) { countries(where: {name: {eq: $n}}) { name } }"), "", nil, 200, ok},
		{"nulls for what is left out", "POST", "/graphql", `{"query":"{ countries { name } }","operationName":null,"variables":null,"extensions":null}`, nil, 200, ok},
		{"charset", "POST", "/graphql", `{"query":"{ countries { name } }"}`, []string{"Content-Type", "application/json; charset=UTF-8"}, 200, ok},
		{"syntax error", "POST", "/graphql", `{"query":"{"}`, []string{"Accept", response}, 400, `GRAPHQL_PARSE_FAILED`},
		{"syntax error for an old client", "POST", "/graphql", `{"query":"{"}`, nil, 200, `GRAPHQL_PARSE_FAILED`},
		{"validation error", "POST", "/graphql", `{"query":"{ nothing }"}`, []string{"Accept", response}, 400, `GRAPHQL_VALIDATION_FAILED`},
		{"variable of the wrong type", "POST", "/graphql", `{"query":"query($n: Int) { countries(limit: $n) { name } }","variables":{"n":"x"}}`, []string{"Accept", response}, 400, `BAD_USER_INPUT`},
		{"unknown operation", "POST", "/graphql", `{"query":"query A { countries { name } }","operationName":"B"}`, []string{"Accept", response}, 400, `OPERATION_RESOLUTION_FAILURE`},
		{"mutation", "POST", "/graphql", `{"query":"mutation { a }"}`, []string{"Accept", response}, 400, `"errors"`},
		{"other methods", "PUT", "/graphql", ``, nil, 405, `METHOD_NOT_ALLOWED`},
		{"no query", "POST", "/graphql", `{}`, nil, 400, `the request has no query`},
		{"no query in the URL", "GET", "/graphql?variables=", "", nil, 400, `the request has no query`},
		{"form", "POST", "/graphql", `query=x`, []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, `UNSUPPORTED_MEDIA_TYPE`},
		{"text", "POST", "/graphql", `{"query":"{ countries { name } }"}`, []string{"Content-Type", "text/plain"}, 415, `UNSUPPORTED_MEDIA_TYPE`},
		{"other charset", "POST", "/graphql", `{"query":"{a}"}`, []string{"Content-Type", "application/json; charset=utf-16"}, 415, `send UTF-8`},
		{"nothing acceptable", "POST", "/graphql", `{"query":"{a}"}`, []string{"Accept", "text/csv"}, 406, `NOT_ACCEPTABLE`},
		{"no JSON", "POST", "/graphql", `{"query":`, nil, 400, `JSON`},
		{"something after the JSON", "POST", "/graphql", `{"query":"{a}"} {}`, nil, 400, `something follows`},
		{"array", "POST", "/graphql", `[{"query":"{a}"}]`, nil, 400, `one request at a time`},
		{"a key in another case", "POST", "/graphql", `{"query":"{ countries { name } }","QUERY":"{ __typename }"}`, nil, 400, `the key \"QUERY\"`},
		{"a key twice", "POST", "/graphql", `{"query":"{ countries { name } }","query":"{ __typename }"}`, nil, 400, `the key \"query\" twice`},
		{"a variable twice", "POST", "/graphql", `{"query":"query($a:Int){a}","variables":{"a":1,"a":2}}`, nil, 400, `the key \"a\" twice`},
		{"an unknown key", "POST", "/graphql", `{"query":"{a}","vars":{}}`, nil, 400, `the key \"vars\"`},
		{"a parameter twice", "GET", get + "&query=x", "", nil, 400, `more than once`},
		{"a parameter in another case", "GET", "/graphql?Query=x", "", nil, 400, `another letter case`},
		{"variables that are no object", "POST", "/graphql", `{"query":"{a}","variables":[]}`, nil, 400, `variables is no object`},
		{"operationName that is no string", "POST", "/graphql", `{"query":"{a}","operationName":7}`, nil, 400, `operationName is no string`},
		{"query that is no string", "POST", "/graphql", `{"query":{}}`, nil, 400, `query is no string`},
		{"extensions that are no object", "POST", "/graphql", `{"query":"{a}","extensions":"x"}`, nil, 400, `extensions is no object`},
		{"too large", "POST", "/graphql", `{"query":"` + strings.Repeat("x", 2<<20) + `"}`, nil, 413, `REQUEST_TOO_LARGE`},
		{"deep variables", "POST", "/graphql", `{"query":"{a}","variables":{"a":` + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + `}}`, nil, 400, `nests more than`},
		{"many variables", "POST", "/graphql", `{"query":"{a}","variables":{"a":[` + strings.Repeat("1,", 30_000) + `1]}}`, nil, 400, `more than 20000 values`},
		{"a browser", "GET", "/graphql", "", []string{"Accept", "text/html,*/*;q=0.8"}, 303, ``},
		{"healthz", "GET", "/healthz", "", nil, 200, "ok"},
		{"readyz", "GET", "/readyz", "", nil, 200, "ready"},
		{"elsewhere", "GET", "/nowhere", "", nil, 404, "there is nothing at /nowhere"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := do(s, c.method, c.target, c.body, c.headers...)
			if w.Code != c.status || !strings.Contains(w.Body.String(), c.want) {
				t.Errorf("got %d %s\nwant %d %s", w.Code, w.Body, c.status, c.want)
			}
			if id := w.Header().Get("X-Request-Id"); id == "" {
				t.Error("no request id")
			}
			if w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Content-Security-Policy") == "" {
				t.Errorf("headers %v", w.Header())
			}
		})
	}
}

func TestMediaTypes(t *testing.T) {
	s := newServer(t, answering(china), nil)
	for accept, want := range map[string]string{
		"":                              "application/json; charset=utf-8",
		"*/*":                           "application/json; charset=utf-8",
		"application/json":              "application/json; charset=utf-8",
		response:                        response + "; charset=utf-8",
		response + ", application/json": response + "; charset=utf-8",
		"application/json, " + response: response + "; charset=utf-8",
		"application/json, " + response + ";q=0.5": "application/json; charset=utf-8",
		"text/html, */*;q=0.1":                     "application/json; charset=utf-8",
	} {
		var headers []string
		if accept != "" {
			headers = []string{"Accept", accept}
		}
		w := post(s, "{ countries { name } }", headers...)
		if got := w.Header().Get("Content-Type"); got != want || w.Code != 200 {
			t.Errorf("%q: got %d %q, want %q", accept, w.Code, got, want)
		}
	}
}

// TestAttacks sends every hostile document to the whole server. Each is refused with an
// error that fits in a page, within 64 MB of memory, and the server goes on.
func TestAttacks(t *testing.T) {
	s := newServer(t, answering(china), nil)
	for _, a := range guardtest.Attacks() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		w := post(s, a.Text, "Accept", response)
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		used := after.TotalAlloc - before.TotalAlloc
		t.Logf("%s: %s, %d kB", a.Name, took, used>>10)
		if used > 64<<20 {
			t.Errorf("%s: %d MB were allocated", a.Name, used>>20)
		}
		if w.Code != http.StatusBadRequest && w.Code != http.StatusRequestEntityTooLarge {
			t.Errorf("%s: got %d %.200s", a.Name, w.Code, w.Body)
		}
		if w.Body.Len() > 20<<10 {
			t.Errorf("%s: the answer has %d bytes", a.Name, w.Body.Len())
		}
	}
	if w := post(s, "{ countries { name } }"); w.Code != 200 {
		t.Errorf("afterwards the server answers %d %s", w.Code, w.Body)
	}
}

// BenchmarkAttacks shows how long each attack holds a core.
func BenchmarkAttacks(b *testing.B) {
	s := newServer(b, answering(china), nil)
	for _, a := range guardtest.Attacks() {
		b.Run(a.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				post(s, a.Text, "Accept", response)
			}
		})
	}
}

func TestErrorsAreCapped(t *testing.T) {
	s := newServer(t, answering(china), nil)
	fields := strings.Repeat("x", 100)
	var query strings.Builder
	query.WriteString("{ countries {")
	for i := range 400 {
		query.WriteString(fields + string(rune('a'+i%26)) + string(rune('a'+i/26)) + " ")
	}
	query.WriteString("} }")
	w := post(s, query.String())
	var got struct {
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if n := len(got.Errors); n != 21 || got.Errors[20].Message != "380 more errors are not listed; correct these first" {
		t.Errorf("got %d errors, the last: %s", n, got.Errors[n-1].Message)
	}
	if w.Body.Len() > 17<<10 {
		t.Errorf("the answer has %d bytes", w.Body.Len())
	}
}

// TestFaults shows what a client is told of the database's errors: a stable code, a
// status, and nothing of the server's own.
func TestFaults(t *testing.T) {
	secret := errors.New("dial tcp 10.0.0.7:7687: MATCH (n:Secret) refused")
	for code, want := range map[store.Code]struct {
		status int
		code   string
		retry  bool
	}{
		store.Unavailable:     {503, "DATABASE_UNAVAILABLE", true},
		store.Auth:            {503, "DATABASE_UNAVAILABLE", true},
		store.Conflict:        {503, "DATABASE_UNAVAILABLE", true},
		store.Timeout:         {504, "QUERY_TIMEOUT", false},
		store.Memory:          {422, "QUERY_TOO_EXPENSIVE", false},
		store.Parameter:       {400, "BAD_USER_INPUT", false},
		store.Code("another"): {500, "INTERNAL_SERVER_ERROR", false},
	} {
		s := newServer(t, failing(&store.Error{Code: code, Message: secret.Error(), Cause: secret}), nil)
		w := post(s, "{ countries { name } }", "Accept", response)
		if w.Code != want.status || !strings.Contains(w.Body.String(), `"code":"`+want.code+`"`) || (w.Header().Get("Retry-After") != "") != want.retry {
			t.Errorf("%s: got %d %s, want %v", code, w.Code, w.Body, want)
		}
		if body := w.Body.String(); strings.Contains(body, "10.0.0.7") || strings.Contains(body, "MATCH") || strings.Contains(body, "data") && strings.Contains(body, `"data"`) {
			t.Errorf("%s: the answer tells too much: %s", code, body)
		}
	}
}

func TestPanic(t *testing.T) {
	s := newServer(t, func(context.Context, cypher.Statement) (map[string]any, error) { panic("a secret") }, nil)
	w := post(s, "{ countries { name } }", "X-Request-Id", "seven")
	if w.Code != 500 || strings.Contains(w.Body.String(), "secret") || !strings.Contains(w.Body.String(), "id seven") {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
	if strings.Contains(w.Body.String(), "goroutine") {
		t.Error("the answer has a stack")
	}
}

func TestNotReady(t *testing.T) {
	s := newServer(t, answering(china), func(c *server.Config) {
		c.Ready = func(context.Context) error { return errors.New("Neo4j does not answer; start it") }
	})
	w := do(s, "GET", "/readyz", "")
	if w.Code != 503 || w.Body.String() != "not ready: Neo4j does not answer; start it\n" || w.Header().Get("Retry-After") == "" {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
	if w := do(s, "GET", "/healthz", ""); w.Code != 200 {
		t.Errorf("healthz: got %d", w.Code)
	}
}

func TestExplain(t *testing.T) {
	allowed := newServer(t, answering(china), nil)
	kept := newServer(t, answering(china), func(c *server.Config) { c.Explain = false })
	for name, c := range map[string]struct {
		s    *server.Server
		w    func(http.Handler) *httptest.ResponseRecorder
		want bool
	}{
		"not asked": {allowed, func(h http.Handler) *httptest.ResponseRecorder { return post(h, "{ countries { name } }") }, false},
		"by header": {allowed, func(h http.Handler) *httptest.ResponseRecorder {
			return post(h, "{ countries { name } }", "X-Concord-Explain", "1")
		}, true},
		"by extension": {allowed, func(h http.Handler) *httptest.ResponseRecorder {
			return do(h, "POST", "/graphql", `{"query":"{ countries { name } }","extensions":{"explain":true}}`)
		}, true},
		"kept by the operator": {kept, func(h http.Handler) *httptest.ResponseRecorder {
			return post(h, "{ countries { name } }", "X-Concord-Explain", "1")
		}, false},
	} {
		w := c.w(c.s)
		var got struct {
			Extensions struct {
				Cypher struct {
					Statement, Paste string
					Parameters       map[string]any
				}
			}
		}
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if shown := strings.Contains(got.Extensions.Cypher.Statement, "Country"); shown != c.want {
			t.Errorf("%s: shown %t, want %t: %s", name, shown, c.want, w.Body)
		}
		if c.want && !strings.HasSuffix(got.Extensions.Cypher.Paste, got.Extensions.Cypher.Statement) {
			t.Errorf("%s: paste is %s", name, got.Extensions.Cypher.Paste)
		}
	}
}

func TestCompression(t *testing.T) {
	var many []any
	for range 200 {
		many = append(many, row{"name": "China"})
	}
	s := newServer(t, answering(row{"countries": many}), nil)
	w := post(s, "{ countries { name } }", "Accept-Encoding", "gzip")
	if w.Header().Get("Content-Encoding") != "gzip" || w.Body.Len() > 500 {
		t.Errorf("got %d bytes, %v", w.Body.Len(), w.Header())
	}
}

// TestCache shows that what is kept ready is told apart by document, operation and values.
func TestCache(t *testing.T) {
	var last cypher.Statement
	s := newServer(t, func(_ context.Context, st cypher.Statement) (map[string]any, error) { last = st; return china, nil }, nil)
	ask := func(query, operation string, name any) server.Response {
		return s.Engine().Execute(t.Context(), server.Request{Query: query, OperationName: operation, Variables: row{"n": name}})
	}
	const two = `query A($n: String) { countries(where: {name: {eq: $n}}) { name } } query B($n: String) { countries(where: {name: {contains: $n}}) { name } }`
	first := ask(two, "A", "China")
	statement := last
	again := ask(two, "A", "China")
	if first.Trace.Cached || !again.Trace.Cached || string(first.Data) != string(again.Data) || last.Text != statement.Text {
		t.Errorf("first %v, again %v", first.Trace, again.Trace)
	}
	if other := ask(two, "A", "Nepal"); other.Trace.Cached || !contains(last.Params, "Nepal") {
		t.Errorf("other value: %v %v", other.Trace, last.Params)
	}
	if other := ask(two, "B", "China"); other.Trace.Cached || last.Text == statement.Text {
		t.Errorf("other operation: %v", other.Trace)
	}
}

// TestSharedDocument runs one document at once with many values, for the race detector.
func TestSharedDocument(t *testing.T) {
	e := newServer(t, func(_ context.Context, st cypher.Statement) (map[string]any, error) {
		for _, v := range st.Params {
			if name, ok := v.(string); ok {
				return row{"countries": []any{row{"name": name, "participants": nil}}}, nil
			}
		}
		return nil, errors.New("no value")
	}, nil).Engine()
	done := make(chan string)
	for i := range 32 {
		name := strings.Repeat("x", i+1)
		go func() {
			r := e.Execute(t.Context(), server.Request{
				Query:     `query ($n: String, $not: Boolean = false) { countries(where: {name: {eq: $n}}) { ...F name @skip(if: $not) } } fragment F on Party { name }`,
				Variables: row{"n": name},
			})
			if want := `{"countries":[{"name":"` + name + `"}]}`; string(r.Data) != want {
				done <- string(r.Data) + " instead of " + want
			}
			done <- ""
		}()
	}
	for range 32 {
		if wrong := <-done; wrong != "" {
			t.Error(wrong)
			<-done
		}
	}
}

func contains(params row, value any) bool {
	for _, v := range params {
		if v == value {
			return true
		}
	}
	return false
}

func read(t *testing.T, r io.Reader) string {
	t.Helper()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

package server_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"concord/gql/guard/guardtest"
)

// TestAttacksOverHTTP sends hostile requests to a listening server, one after another and
// then all at once: each gets an answer that fits in a page, and nothing is left of them.
// How long each takes is told, and bounded by what no busy machine exceeds.
func TestAttacksOverHTTP(t *testing.T) {
	address, _ := serve(t, newServer(t, answering(china), nil), time.Second)
	client := newClient(t)
	bodies := map[string]string{
		"many operations in one array":    "[" + strings.Repeat(`{"query":"{ countries { name } }"},`, 50) + `{"query":"{ countries { name } }"}]`,
		"variable of a million":           `{"query":"query($a:[String!]){countries(where:{iso3:{in:$a}}){name}}","variables":{"a":[` + strings.Repeat(`"x",`, 1_000_000) + `"x"]}}`,
		"variable nested 10,000 times":    `{"query":"{__typename}","variables":{"a":` + strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000) + `}}`,
		"keys in another letter case":     `{"query":"{ __typename }","QUERY":"{ countries { name } }"}`,
		"a key twice":                     `{"query":"{ __typename }","query":"{ countries { name } }"}`,
		"null in place of everything":     `{"query":null,"variables":null,"operationName":null}`,
		"a name with an escaped backtick": `{"query":"{ countries { \u0060) DETACH DELETE n // } }"}`,
	}
	for _, a := range guardtest.Attacks() {
		body, err := json.Marshal(map[string]string{"query": a.Text})
		if err != nil {
			t.Fatal(err)
		}
		bodies[a.Name] = string(body)
	}
	attack(t, client, address, "a harmless request", `{"query":"{ countries { name } }"}`, 200)
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	slowest, name := time.Duration(0), ""
	for n, body := range bodies {
		if took := attack(t, client, address, n, body, 0); took > slowest {
			slowest, name = took, n
		}
	}
	t.Logf("%d hostile requests, the slowest %s: %s", len(bodies), slowest, name)
	if slowest > 2*time.Second {
		t.Errorf("%s took %s", name, slowest)
	}
	done := make(chan struct{}, len(bodies))
	for n, body := range bodies {
		go func() { attack(t, client, address, n, body, 0); done <- struct{}{} }()
	}
	for range bodies {
		<-done
	}
	attack(t, client, address, "a harmless request", `{"query":"{ countries { name } }"}`, 200)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 16<<20 {
		t.Errorf("%d MB are still held", grown>>20)
	}
}

// attack sends a body and checks the answer's form; status 0 is any refusal.
func attack(t *testing.T, client *http.Client, address, name, body string, status int) time.Duration {
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address+"/graphql", strings.NewReader(body))
	if err != nil {
		t.Error(err)
		return 0
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", response)
	start := time.Now()
	got, err := client.Do(r)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return 0
	}
	defer got.Body.Close()
	text, _ := io.ReadAll(got.Body)
	took := time.Since(start)
	var answer struct{ Errors []any }
	if err := json.NewDecoder(bytes.NewReader(text)).Decode(&answer); err != nil {
		t.Errorf("%s: %d %v: %.200s", name, got.StatusCode, err, text)
	}
	refused := got.StatusCode >= 400 && got.StatusCode < 500 || got.StatusCode == http.StatusServiceUnavailable
	if status == 0 && !refused || status != 0 && got.StatusCode != status {
		t.Errorf("%s: got %d %.200s", name, got.StatusCode, text)
	}
	if len(answer.Errors) > 21 || len(text) > 17<<10 {
		t.Errorf("%s: %d errors in %d bytes", name, len(answer.Errors), len(text))
	}
	return took
}

package yardstick_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"concord/gql/peertest"
	"concord/graph/local"
)

func TestMain(m *testing.M) {
	if config := os.Getenv(bareVariable); config != "" {
		fmt.Fprintln(os.Stderr, serveBare(config))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// outsideVariable names a yardstick kept outside, instead of the one here.
const outsideVariable = "CONCORD_YARDSTICK"

// How a question is measured: every contender has its turn in each round.
const (
	measuredRounds = 5
	turn           = 400 * time.Millisecond
	warming        = 1200 * time.Millisecond
	slowest        = 15 * time.Second // of one contender, after which it has no more turns
)

// BenchmarkYardstick gives, for each question and number of connections, the requests per
// second of gql and its ratio to each of the others: the median of the rounds, with the
// lowest and highest beside it, which tell how much of it is noise. The least noise is in
// work-of: the processor time that a request takes of the other and of Neo4j, divided by
// what it takes of gql and of Neo4j.
func BenchmarkYardstick(b *testing.B) {
	at, all, schema := prepare(b)
	contenders := []contender{startGQL(b, at, schema), startBare(b, at, all, false), startBare(b, at, all, true)}
	idle := contenders[0].used()
	if folder := os.Getenv(peertest.Variable); folder != "" {
		contenders = append(contenders, startPeer(b, at, folder, schema))
	}
	for _, q := range all {
		agree(b, q, contenders)
		for _, connections := range []int{1, 16} {
			b.Run(fmt.Sprintf("%s/%d", q.Name, connections), func(b *testing.B) {
				for b.Loop() {
					compare(b, at, q, connections, contenders)
				}
			})
		}
	}
	b.Run("memory", func(b *testing.B) {
		for b.Loop() {
		}
		b.ReportMetric(0, "ns/op")
		b.ReportMetric(idle.memory, "gql-idle-MB")
		for _, c := range contenders {
			b.ReportMetric(c.used().memory, c.name+"-MB")
		}
	})
}

// prepare starts a Neo4j with the graph of the yardstick.
func prepare(b *testing.B) (neo4jAt, []question, string) {
	b.Helper()
	ctx := context.Background()
	bolt, web, err := local.FreePorts()
	if err != nil {
		b.Fatal(err)
	}
	server, err := local.Start(ctx, local.Config{Dir: b.TempDir(), BoltPort: bolt, HTTPPort: web, Heap: "1g", PageCache: "128m"})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := server.Stop(ctx); err != nil {
			b.Error(err)
		}
	})
	at := neo4jAt{server.URI(), server.Username(), server.Password(), server.PID()}
	if folder := os.Getenv(outsideVariable); folder != "" {
		o := outside(folder)
		all, err := o.questions()
		if err != nil {
			b.Fatal(err)
		}
		if err := o.generate(ctx, at, fmt.Sprintf("http://127.0.0.1:%d", web)); err != nil {
			b.Fatal(err)
		}
		return at, all, filepath.Join(folder, "typedefs.graphql")
	}
	all, err := questions()
	if err != nil {
		b.Fatal(err)
	}
	driver, err := neo4j.NewDriverWithContext(at.uri, neo4j.BasicAuth(at.username, at.password, ""))
	if err != nil {
		b.Fatal(err)
	}
	defer driver.Close(ctx)
	if err := write(ctx, driver, generated()); err != nil {
		b.Fatal(err)
	}
	return at, all, filepath.Join("testdata", "schema.graphql")
}

// bodies are a question's requests, one for each value.
func (q question) bodies() [][]byte {
	var all [][]byte
	for _, variables := range q.Variables {
		body, err := json.Marshal(map[string]any{"query": q.Operation, "variables": variables})
		if err != nil {
			panic(err) // unreachable: texts and numbers marshal
		}
		all = append(all, body)
	}
	return all
}

// ask sends one request and returns the answer's data, or nil if check is false.
func (c contender) ask(body []byte, check bool) (any, error) {
	response, err := client.Post(c.address, "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK || !bytes.Contains(text, []byte(`"data":{`)) || bytes.Contains(text, []byte(`"errors":`)) {
		return nil, fmt.Errorf("%s answers %s: %.300s", c.name, response.Status, text)
	}
	if !check {
		return nil, nil
	}
	var answer struct{ Data any }
	err = json.Unmarshal(text, &answer)
	return rounded(answer.Data), err
}

// rounded cuts numbers to twelve digits: what is beyond depends on the order in which Neo4j adds.
func rounded(v any) any {
	switch v := v.(type) {
	case float64:
		f, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
		return f
	case []any:
		for i, item := range v {
			v[i] = rounded(item)
		}
	case map[string]any:
		for k, item := range v {
			v[k] = rounded(item)
		}
	}
	return v
}

// agree fails where contenders answer a question differently: then nothing is to be compared.
func agree(b *testing.B, q question, contenders []contender) {
	b.Helper()
	bodies := q.bodies()
	for _, body := range [][]byte{bodies[0], bodies[len(bodies)/2]} {
		want, err := contenders[0].ask(body, true)
		if err != nil {
			b.Fatalf("%s: %v", q.Name, err)
		}
		for _, c := range contenders[1:] {
			if got, err := c.ask(body, true); err != nil || !reflect.DeepEqual(got, want) {
				b.Fatalf("%s: %s answers %.1000v (%v), and gql %.1000v", q.Name, c.name, got, err, want)
			}
		}
	}
}

// measured is what one contender did in its turns.
type measured struct {
	rates             []float64 // requests per second, by round
	requests          int
	spent, own, neo4j time.Duration // time passed, processor time of the process and of Neo4j
}

// work is the processor time of one request, Neo4j's included.
func (m measured) work() float64 { return m.perRequest(m.own + m.neo4j) }

func (m measured) perRequest(d time.Duration) float64 {
	return float64(d.Microseconds()) / float64(max(m.requests, 1))
}

// compare measures one question and reports it.
func compare(b *testing.B, at neo4jAt, q question, connections int, contenders []contender) {
	b.Helper()
	all := make([]measured, len(contenders))
	bodies := q.bodies()
	for round := range 1 + measuredRounds {
		during := turn
		if round == 0 {
			during = warming
		}
		for i, c := range contenders {
			m := &all[i]
			if len(m.rates) > 0 && m.spent > slowest {
				continue
			}
			own, neo4j := c.used().cpu, usedBy(at.pid).cpu
			n, took, err := c.load(bodies, connections, during)
			if err != nil {
				b.Fatalf("%s: %v", q.Name, err)
			}
			if m.spent += took; round > 0 {
				m.rates = append(m.rates, float64(n)/took.Seconds())
				m.requests += n
				m.own += c.used().cpu - own
				m.neo4j += usedBy(at.pid).cpu - neo4j
			}
		}
	}
	report(b, contenders, all)
}

func report(b *testing.B, contenders []contender, all []measured) {
	b.Helper()
	gql := all[0]
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(gql.rates), "gql/s")
	for i, c := range contenders {
		m := all[i]
		b.ReportMetric(m.perRequest(m.own), c.name+"-µs")
		b.ReportMetric(m.perRequest(m.neo4j), c.name+"-neo4j-µs")
		if i == 0 || len(m.rates) == 0 {
			continue
		}
		var ratios []float64
		for round, rate := range m.rates {
			ratios = append(ratios, gql.rates[round]/rate)
		}
		b.ReportMetric(median(ratios), "of-"+c.name)
		b.ReportMetric(slices.Min(ratios), "of-"+c.name+"-min")
		b.ReportMetric(slices.Max(ratios), "of-"+c.name+"-max")
		b.ReportMetric(m.work()/gql.work(), "work-of-"+c.name)
	}
}

func median(all []float64) float64 {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

// load asks at a number of connections for a time and says how many requests were answered
// in which: the last ones may end later. It opens connections of its own: a server may close
// those of its last turn at any moment.
func (c contender) load(bodies [][]byte, connections int, during time.Duration) (int, time.Duration, error) {
	client.CloseIdleConnections()
	var next, answered atomic.Int64
	var failed atomic.Pointer[error]
	var all sync.WaitGroup
	start := time.Now()
	for range connections {
		all.Go(func() {
			for time.Since(start) < during && failed.Load() == nil {
				i := int(next.Add(1)) % len(bodies)
				if _, err := c.ask(bodies[i], false); err != nil {
					failed.Store(&err)
					return
				}
				answered.Add(1)
			}
		})
	}
	all.Wait()
	if err := failed.Load(); err != nil {
		return 0, 0, *err
	}
	return int(answered.Load()), time.Since(start), nil
}

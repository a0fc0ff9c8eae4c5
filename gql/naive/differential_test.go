package naive

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"

	"concord/gql/answer"
)

// A check draws one schema, so many graphs, so many forms, and so many operations of each: the
// values vary and the text of the statement does not, so that the database plans it once.
const (
	checks     = 15 // make differential has more
	graphs     = 3
	forms      = 8
	operations = 16
	portions   = 8
	atOnce     = 3
)

// TestDifferential draws schemas, graphs and operations, and compares what Neo4j answers with
// what the naive evaluator does. A failure is made small, printed, and kept as a case in
// testdata/kept, which TestKept runs ever after.
//
// Draw others, or more, with the flags of rapid, -rapid.seed and -rapid.checks, as make
// differential does.
func TestDifferential(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: random operations on Neo4j, because of -short")
	}
	byDefault(t, "rapid.seed", "1")
	byDefault(t, "rapid.checks", strconv.Itoa(checks))
	byDefault(t, "rapid.nofailfile", "true") // kept cases say the same, and outlive other generators
	d := open(t)
	var c count
	t.Cleanup(func() {
		if f := c.failed.Load(); f != nil {
			f.keep(t)
		}
	})
	start := time.Now()
	rapid.Check(t, func(t *rapid.T) { d.check(t, &c) })
	texts := 0
	c.texts.Range(func(any, any) bool { texts++; return true })
	t.Logf("%d operations gave the same JSON, %d of them with more than nulls and empty lists; %d texts of statements; %d drawn were not valid; %v",
		c.same.Load(), c.full.Load(), texts, c.invalid.Load(), time.Since(start).Round(time.Second))
	if c.same.Load() < 9*(c.same.Load()+c.invalid.Load())/10 {
		t.Errorf("%d operations drawn were not valid", c.invalid.Load())
	}
}

// byDefault sets a flag that is not given.
func byDefault(t *testing.T, name, value string) {
	t.Helper()
	is := false
	flag.Visit(func(f *flag.Flag) { is = is || f.Name == name })
	if !is {
		if err := flag.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
}

type count struct {
	same, full, invalid atomic.Int64
	texts               sync.Map                // of the statements
	failed              atomic.Pointer[failure] // the last, which is the smallest
}

// check draws a world with operations and compares.
func (d database) check(t *rapid.T, c *count) {
	w := drawWorld(t)
	drawn := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) []operation {
		f := drawForm(t, w.schema)
		var ops []operation
		for range portions { // one alone would be too short
			ops = append(ops, rapid.SliceOfN(rapid.Custom(f.fill), 0, operations).Draw(t, "operations")...)
		}
		return ops
	}), 1, forms).Draw(t, "forms")
	e, err := answer.New(w.schema)
	if err != nil {
		t.Fatal(err)
	}
	for i := range drawn {
		drawn[i] = each(drawn[i])
	}
	for _, g := range w.graphs {
		if err := d.load(g); err != nil {
			t.Fatal(err)
		}
		if problem := d.all(w, g, e, drawn, c); problem != "" {
			t.Fatal(problem)
		}
	}
}

// all compares the answers to all operations over a graph, those of several forms at once.
func (d database) all(w world, g *Graph, e *answer.Executor, drawn [][]operation, c *count) string {
	problems := make([]string, len(drawn))
	var running sync.WaitGroup
	turns := make(chan struct{}, atOnce)
	for i, ops := range drawn {
		turns <- struct{}{}
		running.Go(func() {
			defer func() { <-turns }()
			for _, o := range ops {
				if problems[i] = d.compare(w, g, e, o, c); problems[i] != "" {
					return
				}
			}
		})
	}
	running.Wait()
	for _, p := range problems {
		if p != "" {
			return p
		}
	}
	return ""
}

// each leaves out operations that were drawn before.
func each(all []operation) []operation {
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(o operation) bool {
		variables, _ := json.Marshal(o.variables)
		key := o.query + string(variables)
		defer func() { seen[key] = true }()
		return seen[key]
	})
}

// compare answers an operation both ways; the result is empty where the answers are the same.
func (d database) compare(w world, g *Graph, e *answer.Executor, o operation, c *count) string {
	want, err := answered(Evaluator{w.schema, g}, o)
	got := d.ask(w.schema, e, o)
	problem := ""
	switch {
	case err != nil && got.err != nil:
		c.invalid.Add(1)
		return ""
	case err != nil || got.err != nil:
		problem = fmt.Sprintf("naive: %v\nours: %v", err, got.err)
	default:
		problem = differ(want, got)
	}
	if problem != "" {
		c.failed.Store(&failure{w, g, o})
		variables, _ := json.Marshal(o.variables)
		return fmt.Sprintf("%s\n%s\nvariables %s\n%s\n%v\n%s\nnaive: %s\nours:  %s\nnaive errors %v\nours  errors %v",
			problem, o.query, variables, got.statement.Text, got.statement.Params, w.sdl, show(want.Data), got.data, want.Errors, got.errors)
	}
	c.same.Add(1)
	if full(want.Data) {
		c.full.Add(1)
	}
	c.texts.Store(got.statement.Text, true)
	return ""
}

// answered is the evaluator's answer; where it panics, an error.
func answered(e Evaluator, o operation) (a Answer, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v\n%s", p, debug.Stack())
		}
	}()
	return e.Answer(o.query, o.variables)
}

// differ says where two answers differ; empty where they don't.
func differ(want Answer, got asked) string {
	var decoded any
	d := json.NewDecoder(bytes.NewReader(got.data))
	d.UseNumber()
	decoded, err := decode(d)
	if err != nil {
		return err.Error()
	}
	if p := differAt("data", want.Data, decoded); p != "" {
		return p
	}
	if len(want.Errors) != len(got.errors) {
		return fmt.Sprintf("%d errors, want %d", len(got.errors), len(want.Errors))
	}
	return ""
}

// decode decodes JSON with objects as Object, which keeps the order of keys.
func decode(d *json.Decoder) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		o := Object{}
		for d.More() {
			key, err := d.Token()
			if err != nil {
				return nil, err
			}
			v, err := decode(d)
			if err != nil {
				return nil, err
			}
			o = append(o, Entry{key.(string), v})
		}
		_, err := d.Token()
		return o, err
	case json.Delim('['):
		list := []any{}
		for d.More() {
			v, err := decode(d)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err := d.Token()
		return list, err
	}
	return token, nil
}

func differAt(path string, want, got any) string {
	different := fmt.Sprintf("%s is %s, want %s", path, show(got), show(want))
	switch want := want.(type) {
	case Object:
		o, ok := got.(Object)
		if !ok || len(o) != len(want) {
			return different
		}
		for i, e := range want {
			if o[i].Key != e.Key {
				return different
			}
			if p := differAt(path+"."+e.Key, e.Value, o[i].Value); p != "" {
				return p
			}
		}
	case Unordered:
		list, ok := got.([]any)
		if !ok || len(list) != len(want) {
			return different
		}
		left := slices.Clone(list)
		for _, item := range want {
			i := slices.IndexFunc(left, func(other any) bool { return differAt("", item, other) == "" })
			if i < 0 {
				return different
			}
			left = slices.Delete(left, i, i+1)
		}
	case []any:
		list, ok := got.([]any)
		if !ok || len(list) != len(want) {
			return different
		}
		for i, item := range want {
			if p := differAt(fmt.Sprintf("%s[%d]", path, i), item, list[i]); p != "" {
				return p
			}
		}
	case int64, float64:
		n, ok := got.(json.Number)
		f, err := n.Float64()
		if !ok || err != nil || !near(toFloat(want), f) {
			return different
		}
	default:
		if want != got {
			return different
		}
	}
	return ""
}

// near leaves out the digits that depend on the order in which numbers are added.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a)) }

func show(v any) string {
	var b strings.Builder
	switch v := v.(type) {
	case Object:
		b.WriteString("{")
		for _, e := range v {
			fmt.Fprintf(&b, " %s: %s", e.Key, show(e.Value))
		}
		b.WriteString(" }")
	case []any:
		for _, item := range v {
			fmt.Fprintf(&b, ", %s", show(item))
		}
		return "[" + strings.TrimPrefix(b.String(), ", ") + "]"
	case Unordered:
		return "unordered " + show([]any(v))
	case string:
		return fmt.Sprintf("%q", v)
	default:
		return fmt.Sprint(v)
	}
	return b.String()
}

// full says whether an answer holds anything.
func full(v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case Object:
		return slices.ContainsFunc(v, func(e Entry) bool { return full(e.Value) })
	case []any:
		return slices.ContainsFunc(v, full)
	case Unordered:
		return slices.ContainsFunc(v, full)
	}
	return true
}

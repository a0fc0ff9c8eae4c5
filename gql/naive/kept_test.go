package naive

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"concord/cypher"
	"concord/gql/answer"
	"concord/gql/schema"
)

const keptFolder = "testdata/kept"

// failure is an operation whose two answers differed.
type failure struct {
	world world
	graph *Graph
	op    operation
}

// TestKept answers what was answered differently once. A case is a file with the sections
// schema.graphql, options, graph, query and variables.
func TestKept(t *testing.T) {
	paths, err := filepath.Glob(keptFolder + "/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no cases in ", keptFolder, err)
	}
	d := open(t)
	for _, p := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(p), ".txtar"), func(t *testing.T) {
			f := readKept(t, p)
			if err := d.load(f.graph); err != nil {
				t.Fatal(err)
			}
			e, err := answer.New(f.world.schema)
			if err != nil {
				t.Fatal(err)
			}
			var c count
			if problem := d.compare(f.world, f.graph, e, f.op, &c); problem != "" {
				t.Error(problem)
			} else if c.same.Load() == 0 {
				t.Error("the operation is not valid")
			}
		})
	}
}

// keep writes a case, named after its content.
func (f failure) keep(t testing.TB) {
	t.Helper()
	indented := func(v any) []byte {
		b, err := json.MarshalIndent(v, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		return append(b, '\n')
	}
	text := txtar.Format(&txtar.Archive{Files: []txtar.File{
		{Name: "schema.graphql", Data: []byte(f.world.sdl)},
		{Name: "options", Data: indented(f.world.options)},
		{Name: "graph", Data: indented(f.graph.stored())},
		{Name: "query", Data: []byte(f.op.query + "\n")},
		{Name: "variables", Data: indented(f.op.variables)},
	}})
	h := fnv.New32()
	h.Write(text)
	path := filepath.Join(keptFolder, fmt.Sprintf("%08x.txtar", h.Sum32()))
	if err := os.MkdirAll(keptFolder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("kept as %s; give it a name once it is mended", path)
}

func readKept(t *testing.T, path string) failure {
	t.Helper()
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sections := map[string][]byte{}
	for _, s := range a.Files {
		sections[s.Name] = s.Data
	}
	decode := func(name string, into any) {
		d := json.NewDecoder(bytes.NewReader(sections[name]))
		d.UseNumber()
		if err := d.Decode(into); err != nil {
			t.Fatalf("%s: %s: %v", path, name, err)
		}
	}
	f := failure{world: world{sdl: string(sections["schema.graphql"])}, op: operation{query: string(sections["query"])}}
	decode("options", &f.world.options)
	decode("variables", &f.op.variables)
	var s storedGraph
	decode("graph", &s)
	f.graph = s.graph(t)
	if f.world.schema, err = schema.Load([]schema.Source{{Name: path, Text: f.world.sdl}}, f.world.options); err != nil {
		t.Fatal(err)
	}
	return f
}

// storedGraph is a graph as JSON. Values other than texts, truths and integers name their type:
// {"Date": "2001-02-03"}.
type storedGraph struct {
	Nodes         []storedNode
	Relationships []storedRelationship
}

type storedNode struct {
	Labels     []string
	Properties map[string]any
}

type storedRelationship struct {
	Type       string
	From, To   int // places in Nodes
	Properties map[string]any
}

func (g *Graph) stored() storedGraph {
	var s storedGraph
	place := map[*Node]int{}
	for i, n := range g.Nodes {
		place[n] = i
		s.Nodes = append(s.Nodes, storedNode{n.Labels, named(n.Properties).(map[string]any)})
	}
	for _, e := range g.Relationships {
		s.Relationships = append(s.Relationships, storedRelationship{e.Type, place[e.From], place[e.To], named(e.Properties).(map[string]any)})
	}
	return s
}

func named(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, item := range v {
			out[k] = named(item)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = named(item)
		}
		return out
	case float64:
		return map[string]any{"Float": v}
	case cypher.Point:
		return map[string]any{"Point": []any{v.SRID, v.X, v.Y, v.Z}}
	}
	if kind, text := temporalText(v); kind != "" {
		return map[string]any{string(kind): text}
	}
	return v
}

func (s storedGraph) graph(t *testing.T) *Graph {
	g := &Graph{}
	for _, n := range s.Nodes {
		g.Nodes = append(g.Nodes, &Node{n.Labels, values(t, n.Properties)})
	}
	for _, e := range s.Relationships {
		g.Relationships = append(g.Relationships, &Relationship{e.Type, g.Nodes[e.From], g.Nodes[e.To], values(t, e.Properties)})
	}
	return g
}

func values(t *testing.T, properties map[string]any) map[string]any {
	out := map[string]any{}
	for k, v := range properties {
		out[k] = unnamed(t, v)
	}
	return out
}

func unnamed(t *testing.T, v any) any {
	switch v := v.(type) {
	case json.Number:
		n, err := v.Int64()
		if err != nil {
			t.Fatal(err)
		}
		return n
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = unnamed(t, item)
		}
		return out
	case map[string]any:
		for kind, of := range v {
			switch kind {
			case "Float":
				f, _ := of.(json.Number).Float64()
				return f
			case "Point":
				var n [4]float64
				for i, c := range of.([]any) {
					n[i], _ = c.(json.Number).Float64()
				}
				return cypher.Point{SRID: int(n[0]), X: n[1], Y: n[2], Z: n[3]}
			}
			return scalarInput(schema.Scalar(kind), of)
		}
	}
	return v
}

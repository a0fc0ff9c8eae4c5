package export

import (
	"fmt"
	"io"
	"iter"
	"runtime"
	"strings"
	"testing"

	"concord/graph"
)

// large is a graph that is nowhere in memory: countries that take part in exercises, each node and
// edge made when it is asked for.
type large struct{ countries, exercises, perExercise int }

func (l large) edges() int { return l.exercises * l.perExercise }

func (l large) country(i int) graph.SourcedNode {
	code := string([]byte{'A' + byte(i/676%26), 'A' + byte(i/26%26), 'A' + byte(i%26)})
	return graph.SourcedNode{Node: graph.Node{Label: graph.Country, ID: "country:" + code, Name: "Country " + code, Properties: props{"iso3": code}}}
}

func (l large) exercise(i int) graph.SourcedNode {
	year := 1990 + i%30
	return graph.SourcedNode{Node: graph.Node{Label: graph.Exercise, ID: fmt.Sprintf("exercise:e%06d", i), Name: fmt.Sprintf("Exercise %d", i), Properties: props{
		"date": fmt.Sprint(year), "earliest": graph.Day{Year: year, Month: 1, Day: 1}, "latest": graph.Day{Year: year, Month: 12, Day: 31},
	}}}
}

// edge is the participation of the exercise's nth country.
func (l large) edge(exercise, n int) graph.SourcedEdge {
	subject, object := l.country((exercise+n*7)%l.countries), l.exercise(exercise)
	claim := fmt.Sprintf("claim:%06d-%d", exercise, n)
	return graph.SourcedEdge{
		Edge: graph.Edge{ID: claim, Type: graph.ParticipatedIn, From: subject.ID, To: object.ID, Properties: props{
			"role": "participant", "basis": string(graph.Stated), "confidence": 0.9, "claims": []string{claim}, "quote": "They took part.",
		}},
		Subject: subject, Object: object,
		Sources: []graph.Source{{Claim: claim, Document: "doc:1", Title: "A report", Quote: strings.Repeat("They took part. ", 5), Basis: graph.Stated, Confidence: 0.9}},
	}
}

func (l large) Nodes() iter.Seq2[graph.SourcedNode, error] {
	return func(yield func(graph.SourcedNode, error) bool) {
		for i := range l.countries {
			if !yield(l.country(i), nil) {
				return
			}
		}
		for i := range l.exercises {
			if !yield(l.exercise(i), nil) {
				return
			}
		}
	}
}

func (l large) Edges() iter.Seq2[graph.SourcedEdge, error] {
	return func(yield func(graph.SourcedEdge, error) bool) {
		for e := range l.exercises {
			for n := range l.perExercise {
				if !yield(l.edge(e, n), nil) {
					return
				}
			}
		}
	}
}

func (l large) NodesOf(ids []string) iter.Seq2[graph.SourcedNode, error] {
	return func(yield func(graph.SourcedNode, error) bool) {}
}

func (l large) EdgesFrom(ids []string) iter.Seq2[graph.SourcedEdge, error] {
	return func(yield func(graph.SourcedEdge, error) bool) {
		for _, id := range ids {
			for e := range l.exercises {
				for n := range l.perExercise {
					if l.country((e+n*7)%l.countries).ID == id && !yield(l.edge(e, n), nil) {
						return
					}
				}
			}
		}
	}
}

func (l large) EdgesInto(ids []string) iter.Seq2[graph.SourcedEdge, error] {
	return func(yield func(graph.SourcedEdge, error) bool) {
		for _, id := range ids {
			var e int
			if _, err := fmt.Sscanf(id, "exercise:e%d", &e); err != nil {
				continue // nothing leads into a country here
			}
			for n := range l.perExercise {
				if !yield(l.edge(e, n), nil) {
					return
				}
			}
		}
	}
}

func (l large) Bundles() iter.Seq2[graph.Bundle, error] {
	return func(yield func(graph.Bundle, error) bool) {
		for e := range l.exercises {
			b := graph.Bundle{Document: graph.Document{ID: fmt.Sprintf("doc:%06d", e), Title: "A report"}}
			for n := range l.perExercise {
				edge := l.edge(e, n)
				b.Entities = append(b.Entities, graph.Entity{ID: edge.From, Label: graph.Country, Name: edge.Subject.Name})
				b.Claims = append(b.Claims, graph.Claim{
					ID: edge.ID, Subject: edge.From, Relation: edge.Type, Object: edge.To, Document: b.Document.ID, Passage: b.Document.ID + "#s1",
					Quote: "They took part.", Basis: graph.Stated, Polarity: graph.Affirmed, Modality: graph.Actual, Confidence: 0.9,
				})
			}
			if !yield(b, nil) {
				return
			}
		}
	}
}

// watched is a graph that looks, every so many nodes, edges and documents that are asked of it, how
// much of the heap is in use.
type watched struct {
	Graph
	n    int
	most uint64
}

const looked = 20_000

func (w *watched) Nodes() iter.Seq2[graph.SourcedNode, error] { return watching(w, w.Graph.Nodes()) }

func (w *watched) Edges() iter.Seq2[graph.SourcedEdge, error] { return watching(w, w.Graph.Edges()) }

func (w *watched) Bundles() iter.Seq2[graph.Bundle, error] { return watching(w, w.Graph.Bundles()) }

func watching[V any](w *watched, all iter.Seq2[V, error]) iter.Seq2[V, error] {
	return func(yield func(V, error) bool) {
		for v, err := range all {
			if w.n++; w.n%looked == looked-1 {
				w.most = max(w.most, inUse())
			}
			if !yield(v, err) {
				return
			}
		}
	}
}

type counted int

func (c *counted) Write(b []byte) (int, error) {
	*c += counted(len(b))
	return len(b), nil
}

// inUse returns the bytes of the heap that something still refers to.
func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestWritersHoldOnlyAPart writes a graph of 200,000 edges in every format: what a writer holds at
// a time does not grow with it.
func TestWritersHoldOnlyAPart(t *testing.T) {
	if testing.Short() {
		t.Skip("writes half a gigabyte")
	}
	const most = 16 << 20 // the most is a row group of Parquet
	for _, f := range Formats {
		if strings.HasPrefix(f.Name, "dyads-") {
			continue // a country's own dyads are held, see dyadRows
		}
		before := inUse()
		g := &watched{Graph: large{countries: 200, exercises: 20_000, perExercise: 10}}
		var out counted
		if err := f.Write(&out, g); err != nil {
			t.Fatal(err)
		}
		if g.n < 20_000 {
			t.Errorf("%s asked for %d nodes, edges and documents only", f.Name, g.n)
		}
		held := int64(g.most) - int64(before)
		t.Logf("%s: %.1f MB written, at most %.1f MB held", f.Name, float64(out)/(1<<20), float64(held)/(1<<20))
		if held > most {
			t.Errorf("%s: holds %d bytes at a time, want at most %d", f.Name, held, most)
		}
	}
}

// BenchmarkExport writes a graph of 200,000 edges.
func BenchmarkExport(b *testing.B) {
	g := large{countries: 200, exercises: 20_000, perExercise: 10}
	for _, f := range Formats {
		if strings.HasPrefix(f.Name, "dyads-") {
			continue // the graph above finds a country's edges by looking through all
		}
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Write(io.Discard, g); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(g.edges())*float64(b.N)/b.Elapsed().Seconds(), "edges/s")
		})
	}
}

package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"

	"concord/graph"
)

var update = flag.Bool("update", false, "rewrite the files that the tests compare with")

type props = map[string]any

// awkward has what breaks formats: markup, quotation marks, separators, a line feed, and
// letters outside the Basic Multilingual Plane.
const awkward = "R&D <\"Blue\", 'Sea'|\\\n𝔘𝔫𝔦𝔱𝔢𝔡 🚢>"

// said builds a bundle from sentences, each with the claim that it makes.
type said struct {
	b    graph.Bundle
	text strings.Builder
}

func (s *said) entity(id, name string, p props) {
	label, _ := graph.LabelOf(id)
	s.b.Entities = append(s.b.Entities, graph.Entity{ID: id, Label: label, Name: name, Properties: p})
}

func (s *said) say(sentence string, c graph.Claim) {
	start := utf8.RuneCountInString(s.text.String())
	c.Quote, c.Start, c.End = sentence, start, start+utf8.RuneCountInString(sentence)
	c.Basis, c.Polarity, c.Confidence = graph.Stated, graph.Affirmed, 0.9
	if c.Modality == "" {
		c.Modality = graph.Actual
	}
	s.b.Passages = append(s.b.Passages, graph.Passage{Ordinal: len(s.b.Passages) + 1, Text: sentence, Start: c.Start, End: c.End})
	s.b.Claims = append(s.b.Claims, c)
	s.text.WriteString(sentence + "\n")
}

func (s *said) bundle(title string) graph.Bundle {
	b := s.b
	b.Document = graph.Document{ID: graph.DocumentID(s.text.String()), Title: title, Published: "2009-01", Text: s.text.String()}
	for i := range b.Passages {
		b.Passages[i].ID = graph.PassageID(b.Document.ID, i+1)
		b.Claims[i].Document, b.Claims[i].Passage = b.Document.ID, b.Passages[i].ID
	}
	return b.Normalized()
}

func sample(t *testing.T) Graph {
	t.Helper()
	var s said
	s.entity("country:DEU", "Germany", props{"iso3": "DEU"})
	s.entity("country:FRA", "France", props{"iso3": "FRA"})
	s.entity("country:YEM", "Yemen", nil)
	s.entity("organization:nato", "North Atlantic Treaty Organization", props{"acronym": "NATO"})
	s.entity("exercise:one", awkward, props{"domains": []string{"air|sea", `back\slash`}, "participantTotal": int64(2)})
	s.entity("exercise:two", "Two", nil)
	s.entity("mission:unmil", "UNMIL", props{"extra": 7.5})
	s.entity("place:kiel", "Kiel", props{"location": graph.Point{Latitude: 54.3, Longitude: 10.1}})
	take := func(country, exercise, role string) graph.Claim {
		return graph.Claim{Subject: country, Relation: graph.ParticipatedIn, Object: exercise, Properties: props{"role": role}}
	}
	s.say("Germany hosted "+awkward+".", take("country:DEU", "exercise:one", "host"))
	s.say("France was there.", take("country:FRA", "exercise:one", "participant"))
	s.say("It was in 1988.", graph.Claim{Subject: "exercise:one", Property: "date", Value: "1988-05"})
	s.say("It was NATO's.", graph.Claim{Subject: "exercise:one", Relation: graph.Under, Object: "organization:nato"})
	s.say("And in Kiel.", graph.Claim{Subject: "exercise:one", Relation: graph.HeldIn, Object: "place:kiel"})
	s.say("Two was for Germany.", take("country:DEU", "exercise:two", "participant"))
	s.say("And for Yemen, too.", take("country:YEM", "exercise:two", "participant"))
	s.say("Two lasted from 1989 to 1991.", graph.Claim{Subject: "exercise:two", Property: "date", Value: "1989/1991"})
	s.say("France will join Two.", func() graph.Claim {
		c := take("country:FRA", "exercise:two", "participant")
		c.Modality = graph.Planned
		return c
	}())
	s.say("France sent 40 in June 2005.", graph.Claim{Subject: "country:FRA", Relation: graph.ContributedTo, Object: "mission:unmil", Properties: props{"asOf": "2005-06", "personnel": int64(40)}})
	s.say("And medics.", graph.Claim{Subject: "country:FRA", Relation: graph.ContributedTo, Object: "mission:unmil", Properties: props{"role": "medical"}})
	b := s.bundle(`A "title", with a comma`)
	if err := b.Check(); err != nil {
		t.Fatal(err)
	}
	return OfClaims([]graph.Bundle{b})
}

func written(t *testing.T, format string, g Graph) []byte {
	t.Helper()
	f, err := FormatOf(format, "")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out, g); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return out.Bytes()
}

// rowsOf reads a CSV table, each row by its columns' names.
func rowsOf(t *testing.T, format string, g Graph) []map[string]string {
	t.Helper()
	cells, err := csv.NewReader(bytes.NewReader(written(t, format, g))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range cells[1:] {
		row := map[string]string{}
		for i, name := range cells[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func collect[V any](t *testing.T, all iter.Seq2[V, error]) []V {
	t.Helper()
	var list []V
	for v, err := range all {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
	return list
}

func TestGolden(t *testing.T) {
	for _, f := range Formats {
		if strings.HasSuffix(f.Name, "-parquet") { // binary; TestParquet reads it back
			continue
		}
		for name, g := range map[string]Graph{"sample": sample(t), "empty": OfClaims(nil)} {
			got := written(t, f.Name, g)
			file := filepath.Join("testdata", name+"."+f.Name)
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s differs from %s (go test -update rewrites it):\n%s", f.Name, file, got)
			}
		}
	}
}

type xmlDoc struct {
	Keys []struct {
		ID   string `xml:"id,attr"`
		For  string `xml:"for,attr"`
		Name string `xml:"attr.name,attr"`
	} `xml:"key"`
	Nodes []xmlElement `xml:"graph>node"`
	Edges []xmlElement `xml:"graph>edge"`
}

type xmlElement struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Data   []struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	} `xml:"data"`
}

// TestGraphMLForGephi reads GraphML back by the rules of Gephi's importer: what is shown is
// the attribute called label, and edges without ids of their own are lost.
func TestGraphMLForGephi(t *testing.T) {
	var doc xmlDoc
	if err := xml.Unmarshal(written(t, "graphml", sample(t)), &doc); err != nil {
		t.Fatal(err)
	}
	label, declared := map[string]string{}, map[string]bool{}
	for _, k := range doc.Keys {
		if declared[k.ID] {
			t.Errorf("the key %s is declared twice", k.ID)
		}
		declared[k.ID] = true
		if k.Name == "label" {
			label[k.For] = k.ID
		}
	}
	nodes, edges := map[string]string{}, map[string]string{}
	read := func(kind string, elements []xmlElement, into map[string]string) {
		for _, e := range elements {
			if _, twice := into[e.ID]; twice || e.ID == "" {
				t.Errorf("the id %q of a %s is empty or there twice", e.ID, kind)
			}
			into[e.ID] = ""
			for _, d := range e.Data {
				if !declared[d.Key] {
					t.Errorf("the key %s is not declared", d.Key)
				}
				if d.Key == label[kind] {
					into[e.ID] = d.Value
				}
			}
		}
	}
	read("node", doc.Nodes, nodes)
	read("edge", doc.Edges, edges)
	if nodes["exercise:one"] != awkward {
		t.Errorf("the label of the exercise is %q, want %q", nodes["exercise:one"], awkward)
	}
	for _, e := range doc.Edges {
		if _, ok := nodes[e.Source]; !ok || edges[e.ID] == "" {
			t.Errorf("the edge %s has no source or no label", e.ID)
		}
		if _, ok := nodes[e.Target]; !ok {
			t.Errorf("the edge %s has no target", e.ID)
		}
	}
	if contributions := slices.DeleteFunc(doc.Edges, func(e xmlElement) bool { return e.Target != "mission:unmil" }); len(contributions) != 2 {
		t.Errorf("%d edges between France and its mission, want both", len(contributions))
	}
}

func TestGEXFHasSpells(t *testing.T) {
	var doc struct {
		Edges []struct {
			Source string `xml:"source,attr"`
			Target string `xml:"target,attr"`
			Kind   string `xml:"kind,attr"`
			Start  string `xml:"start,attr"`
			End    string `xml:"end,attr"`
		} `xml:"graph>edges>edge"`
	}
	if err := xml.Unmarshal(written(t, "gexf", sample(t)), &doc); err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, e := range doc.Edges {
		if e.Target == "exercise:two" {
			found++
			if e.Start != "1989-01-01" || e.End != "1991-12-31" || e.Kind != "PARTICIPATED_IN" {
				t.Errorf("%+v, want the days of the exercise", e)
			}
		}
	}
	if found != 2 {
		t.Errorf("%d edges to the exercise, want 2", found)
	}
}

func TestParquetIsTheSameTableAsCSV(t *testing.T) {
	g := sample(t)
	sameTable(t, g, "nodes", nodeRows(g))
	sameTable(t, g, "edges", edgeRows(g))
	sameTable(t, g, "dyads", dyadRows(g))
	sameTable(t, g, "claims", claimRows(g))
}

func sameTable[Row any](t *testing.T, g Graph, name string, rows iter.Seq2[Row, error]) {
	t.Helper()
	data := written(t, name+"-parquet", g)
	got, err := parquet.Read[Row](bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	want := collect(t, rows)
	if len(got) == 0 || len(got) != len(want) {
		t.Fatalf("%s: %d rows, want %d", name, len(got), len(want))
	}
	for i := range got {
		for _, c := range columnsOf(reflect.TypeFor[Row]()) {
			if g, w := c.textOf(reflect.ValueOf(got[i])), c.textOf(reflect.ValueOf(want[i])); g != w {
				t.Errorf("%s, row %d: %s is %q, want %q", name, i, c.name, g, w)
			}
		}
	}
}

func TestEmptyParquet(t *testing.T) {
	data := written(t, "edges-parquet", OfClaims(nil))
	if rows, err := parquet.Read[EdgeRow](bytes.NewReader(data), int64(len(data))); err != nil || len(rows) != 0 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}

func TestJSONLD(t *testing.T) {
	var doc struct {
		Context props   `json:"@context"`
		Graph   []props `json:"@graph"`
	}
	if err := json.Unmarshal(written(t, "jsonld", sample(t)), &doc); err != nil {
		t.Fatal(err)
	}
	statements, triples := 0, 0
	for _, o := range doc.Graph {
		if o["@type"] == "rdf:Statement" {
			statements++
			if sources, _ := o["sources"].([]any); len(sources) == 0 {
				t.Errorf("%v has no sources", o["@id"])
			}
		}
		if _, ok := o["PARTICIPATED_IN"]; ok {
			triples++
		}
		if o["@id"] == "urn:concord:exercise:one" && o["@type"] == "Exercise" && o["name"] != awkward {
			t.Errorf("the name is %q", o["name"])
		}
	}
	if edges := len(collect(t, sample(t).Edges())); statements != edges || triples != 4 {
		t.Errorf("%d statements and %d triples of taking part, want %d and 4", statements, triples, edges)
	}
}

// TestJSONLinesMakeTheSameGraph reads the claims back and compares every other format.
func TestJSONLinesMakeTheSameGraph(t *testing.T) {
	g := sample(t)
	bundles, err := graph.ReadJSONL(bytes.NewReader(written(t, "jsonl", g)), "exported", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"graphml", "edges-csv", "claims-csv"} {
		if !bytes.Equal(written(t, format, OfClaims(bundles)), written(t, format, g)) {
			t.Errorf("%s of what was read back differs", format)
		}
	}
}

func TestFormatOf(t *testing.T) {
	for _, c := range []struct{ name, file, want, err string }{
		{"", "a.graphml", "graphml", ""},
		{"", "A.GEXF", "gexf", ""},
		{"", "a.jsonl", "jsonl", ""},
		{"edges-csv", "a.graphml", "edges-csv", ""},
		{"", "a.csv", "", "a.csv"},
		{"", "", "", "--format"},
		{"xlsx", "", "", "nodes-csv"},
	} {
		f, err := FormatOf(c.name, c.file)
		if f.Name != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%q, %q: %q, %v; want %q, %q", c.name, c.file, f.Name, err, c.want, c.err)
		}
	}
}

// broken is a graph of which reading fails half-way.
type broken struct{ Graph }

var errBroken = errors.New("the connection broke")

func (b broken) Nodes() iter.Seq2[graph.SourcedNode, error] { return failing(b.Graph.Nodes()) }
func (b broken) Edges() iter.Seq2[graph.SourcedEdge, error] { return failing(b.Graph.Edges()) }
func (b broken) Bundles() iter.Seq2[graph.Bundle, error]    { return failing(b.Graph.Bundles()) }

func failing[V any](all iter.Seq2[V, error]) iter.Seq2[V, error] {
	return func(yield func(V, error) bool) {
		for v := range all {
			if !yield(v, nil) {
				return
			}
			break
		}
		var none V
		yield(none, errBroken)
	}
}

func TestErrorsOfReadingEndWriting(t *testing.T) {
	for _, f := range Formats {
		if err := f.Write(&bytes.Buffer{}, broken{sample(t)}); !errors.Is(err, errBroken) {
			t.Errorf("%s: %v, want the error of reading", f.Name, err)
		}
	}
}

package export

import (
	"encoding/xml"
	"io"
	"reflect"

	"concord/graph"
)

// gexfTypes are the attribute types of the kinds of columns. GEXF's lists are left aside:
// programs read them differently.
var gexfTypes = map[kind]string{
	text: "string", list: "string", date: "string", integer: "long", number: "double", boolean: "boolean",
}

type gexfAttribute struct {
	XMLName xml.Name `xml:"attribute"`
	ID      string   `xml:"id,attr"`
	Title   string   `xml:"title,attr"`
	Type    string   `xml:"type,attr"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

type gexfValues struct {
	Values []gexfValue `xml:"attvalue"`
}

type gexfNode struct {
	XMLName xml.Name   `xml:"node"`
	ID      string     `xml:"id,attr"`
	Label   string     `xml:"label,attr"`
	Start   string     `xml:"start,attr,omitempty"`
	End     string     `xml:"end,attr,omitempty"`
	Values  gexfValues `xml:"attvalues"`
}

type gexfEdge struct {
	XMLName xml.Name   `xml:"edge"`
	ID      string     `xml:"id,attr"`
	Source  string     `xml:"source,attr"`
	Target  string     `xml:"target,attr"`
	Kind    string     `xml:"kind,attr"`
	Label   string     `xml:"label,attr"`
	Start   string     `xml:"start,attr,omitempty"`
	End     string     `xml:"end,attr,omitempty"`
	Values  gexfValues `xml:"attvalues"`
}

// writeGEXF writes GEXF 1.3 (https://gexf.net): a directed graph whose nodes and edges
// have the days between which they were, where these are known, so that a timeline can
// show it. kind, the relation, keeps edges of different relations between two nodes apart.
func writeGEXF(w io.Writer, g Graph) error {
	x := newXML(w)
	x.raw(`<gexf xmlns="http://gexf.net/1.3" version="1.3">` + "\n" +
		`<meta><creator>Concord</creator></meta>` + "\n" +
		`<graph mode="dynamic" defaultedgetype="directed" timeformat="date">` + "\n")
	nodes := attributesOf(reflect.TypeFor[NodeRow](), "n", "id", "name")
	edges := attributesOf(reflect.TypeFor[EdgeRow](), "e", "id", "source", "target")
	declareGEXF(x, "node", nodes, shownNode)
	declareGEXF(x, "edge", edges, func(name string) string { return name })
	x.raw("<nodes>\n")
	for n, err := range g.Nodes() {
		if err != nil {
			return err
		}
		row, err := nodeRow(n)
		if err != nil {
			return err
		}
		start, end := spell(n.Properties)
		x.element(gexfNode{ID: row.ID, Label: row.Name, Start: start, End: end, Values: gexfValuesOf(nodes, row)})
	}
	x.raw("</nodes>\n<edges>\n")
	for e, err := range g.Edges() {
		if err != nil {
			return err
		}
		row, err := edgeRow(e)
		if err != nil {
			return err
		}
		start, end := spell(e.Properties)
		if start+end == "" {
			start, end = spell(e.Object.Properties)
		}
		x.element(gexfEdge{
			ID: row.ID, Source: row.Source, Target: row.Target, Kind: row.Relation, Label: row.Relation,
			Start: start, End: end, Values: gexfValuesOf(edges, row),
		})
	}
	return x.end("</edges>\n</graph>\n</gexf>\n")
}

func declareGEXF(x *xmlWriter, class string, attributes []attribute, name func(string) string) {
	x.raw(`<attributes class="` + class + `" mode="static">` + "\n")
	for _, a := range attributes {
		x.element(gexfAttribute{ID: a.id, Title: name(a.name), Type: gexfTypes[a.kind]})
	}
	x.raw("</attributes>\n")
}

func gexfValuesOf(attributes []attribute, row any) gexfValues {
	v := reflect.ValueOf(row)
	var values []gexfValue
	for _, a := range attributes {
		if s := a.textOf(v); s != "" {
			values = append(values, gexfValue{a.id, s})
		}
	}
	return gexfValues{values}
}

// spell returns the first and the last day of what has these properties, "" for an open
// end and for what is not known.
func spell(properties map[string]any) (start, end string) {
	from, to, ok := period(properties)
	if !ok {
		return "", ""
	}
	if from != graph.FirstDay {
		start = from.String()
	}
	if to != graph.LastDay {
		end = to.String()
	}
	return start, end
}

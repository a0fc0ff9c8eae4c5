package export

import (
	"encoding/xml"
	"io"
	"reflect"
)

// graphMLTypes are the attr.type of the kinds of columns. GraphML has no lists and no dates.
var graphMLTypes = map[kind]string{
	text: "string", list: "string", date: "string", integer: "long", number: "double", boolean: "boolean",
}

type graphMLKey struct {
	XMLName xml.Name `xml:"key"`
	ID      string   `xml:"id,attr"`
	For     string   `xml:"for,attr"`
	Name    string   `xml:"attr.name,attr"`
	Type    string   `xml:"attr.type,attr"`
}

type graphMLData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

type graphMLNode struct {
	XMLName xml.Name      `xml:"node"`
	ID      string        `xml:"id,attr"`
	Data    []graphMLData `xml:"data"`
}

type graphMLEdge struct {
	XMLName xml.Name      `xml:"edge"`
	ID      string        `xml:"id,attr"`
	Source  string        `xml:"source,attr"`
	Target  string        `xml:"target,attr"`
	Data    []graphMLData `xml:"data"`
}

// writeGraphML writes GraphML 1.0 (http://graphml.graphdrawing.org): one directed graph,
// every edge with an id of its own, for without one Gephi keeps a single edge of those
// between two nodes. The attribute called label, which programs show, is a node's name
// and an edge's relation; the label in the sense of Neo4j is nodeLabel.
func writeGraphML(w io.Writer, g Graph) error {
	x := newXML(w)
	x.raw(`<graphml xmlns="http://graphml.graphdrawing.org/xmlns"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
		` xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">` + "\n")
	nodes := attributesOf(reflect.TypeFor[NodeRow](), "n", "id")
	edges := attributesOf(reflect.TypeFor[EdgeRow](), "e", "id", "source", "target")
	for _, a := range nodes {
		x.element(graphMLKey{ID: a.id, For: "node", Name: shownNode(a.name), Type: graphMLTypes[a.kind]})
	}
	for _, a := range edges {
		x.element(graphMLKey{ID: a.id, For: "edge", Name: shownEdge(a.name), Type: graphMLTypes[a.kind]})
	}
	x.raw(`<graph id="concord" edgedefault="directed">` + "\n")
	for row, err := range nodeRows(g) {
		if err != nil {
			return err
		}
		x.element(graphMLNode{ID: row.ID, Data: graphMLValues(nodes, row)})
	}
	for row, err := range edgeRows(g) {
		if err != nil {
			return err
		}
		x.element(graphMLEdge{ID: row.ID, Source: row.Source, Target: row.Target, Data: graphMLValues(edges, row)})
	}
	return x.end("</graph>\n</graphml>\n")
}

func graphMLValues(attributes []attribute, row any) []graphMLData {
	v := reflect.ValueOf(row)
	var data []graphMLData
	for _, a := range attributes {
		if s := a.textOf(v); s != "" {
			data = append(data, graphMLData{a.id, s})
		}
	}
	return data
}

// shownNode and shownEdge name a column where the name label means what is shown.
func shownNode(column string) string {
	switch column {
	case "name":
		return "label"
	case "label":
		return "nodeLabel"
	}
	return column
}

func shownEdge(column string) string {
	if column == "relation" {
		return "label"
	}
	return column
}

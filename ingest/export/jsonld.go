package export

import (
	"bufio"
	"encoding/json"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"

	"concord/graph"
)

// namespace is where the graph's own terms and nodes live: names, not addresses.
const namespace = "urn:concord:"

// edtfType is the type of EDTF literals, as the Library of Congress names it.
const edtfType = "http://id.loc.gov/datatypes/edtf/EDTF"

// writeJSONLD writes JSON-LD 1.1 (W3C): a node object for each node, and for each edge two: the
// plain triple, and an rdf:Statement about it that has the edge's properties and, as
// prov:wasDerivedFrom (PROV-O), the claims that it stands on with their words and documents.
func writeJSONLD(w io.Writer, g Graph) error {
	out := &jsonLD{w: bufio.NewWriterSize(w, 1<<16)}
	out.text(`{"@context":`)
	out.value(jsonLDContext())
	out.text(",\n\"@graph\":[")
	for n, err := range g.Nodes() {
		if err != nil {
			return err
		}
		out.object(jsonLDNode(n))
	}
	for e, err := range g.Edges() {
		if err != nil {
			return err
		}
		out.object(map[string]any{"@id": iri(e.From), string(e.Type): reference(e.To)})
		out.object(jsonLDEdge(e))
	}
	out.text("\n]}\n")
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

type jsonLD struct {
	w       *bufio.Writer
	objects int
	err     error
}

func (j *jsonLD) text(s string) {
	if j.err == nil {
		_, j.err = j.w.WriteString(s)
	}
}

func (j *jsonLD) value(v any) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil && j.err == nil {
		j.err = err
	}
	j.text(strings.TrimSuffix(b.String(), "\n"))
}

func (j *jsonLD) object(v map[string]any) {
	if j.objects++; j.objects > 1 {
		j.text(",")
	}
	j.text("\n")
	j.value(v)
}

// jsonLDContext says what the terms mean: those of RDF, schema.org and PROV-O where they
// have them, the graph's own under its namespace.
func jsonLDContext() map[string]any {
	const xsd = "http://www.w3.org/2001/XMLSchema#"
	typed := func(id, t string) map[string]string { return map[string]string{"@id": id, "@type": t} }
	c := map[string]any{
		"@version": 1.1, "@vocab": namespace + "term:",
		"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "prov": "http://www.w3.org/ns/prov#", "schema": "https://schema.org/",
		"name": "schema:name", "aliases": "schema:alternateName", "title": "schema:name", "url": typed("schema:url", "@id"),
		"publisher": "schema:publisher", "sources": "prov:wasDerivedFrom", "document": typed("prov:hadPrimarySource", "@id"),
		"quote": "prov:value", "subject": typed("rdf:subject", "@id"), "object": typed("rdf:object", "@id"),
		"predicate": typed("rdf:predicate", "@vocab"), "latitude": "schema:latitude", "longitude": "schema:longitude",
	}
	for _, name := range []string{"date", "since", "until", "asOf", "published"} {
		c[name] = typed(namespace+"term:"+name, edtfType)
	}
	for _, name := range []string{"earliest", "latest", "validFrom", "validTo"} {
		c[name] = typed(namespace+"term:"+name, xsd+"date")
	}
	for _, t := range relationTypes() {
		c[string(t)] = typed(namespace+"term:"+string(t), "@id")
	}
	return c
}

// iri returns the name of what has this ID.
func iri(id string) string {
	prefix, rest, _ := strings.Cut(id, ":")
	return namespace + url.PathEscape(prefix) + ":" + url.PathEscape(rest)
}

func reference(id string) map[string]string { return map[string]string{"@id": iri(id)} }

func jsonLDNode(n graph.SourcedNode) map[string]any {
	o := jsonLDValues(n.Properties)
	o["@id"], o["@type"], o["name"] = iri(n.ID), string(n.Label), n.Name
	if len(n.Aliases) > 0 {
		o["aliases"] = n.Aliases
	}
	if c, ok := cowLast(iso3Of(n.ID)); ok {
		o["cow"] = c.code
	}
	sources := jsonLDSources(n.Sources)
	for _, d := range n.Documents {
		sources = append(sources, jsonLDDocument(d))
	}
	o["sources"] = sources
	return o
}

func jsonLDDocument(d graph.Document) map[string]any {
	o := map[string]any{"@id": iri(d.ID), "@type": string(graph.DocumentLabel)}
	for name, v := range map[string]string{"title": d.Title, "publisher": d.Publisher, "published": d.Published, "url": d.URL} {
		if v != "" {
			o[name] = v
		}
	}
	return o
}

func jsonLDEdge(e graph.SourcedEdge) map[string]any {
	o := jsonLDValues(e.Properties)
	delete(o, "quote") // the best source has it
	o["@id"], o["@type"] = iri("edge:"+e.ID), "rdf:Statement"
	o["subject"], o["predicate"], o["object"] = iri(e.From), string(e.Type), iri(e.To)
	o["sources"] = jsonLDSources(e.Sources)
	return o
}

func jsonLDSources(sources []graph.Source) []map[string]any {
	list := make([]map[string]any, len(sources))
	for i, s := range sources {
		list[i] = map[string]any{
			"@id": iri(s.Claim), "@type": string(graph.ClaimLabel), "quote": s.Quote, "document": iri(s.Document),
			"passage": s.Passage, "basis": string(s.Basis), "confidence": s.Confidence,
		}
	}
	return list
}

// jsonLDValues returns properties as JSON-LD has them: days as text, a point as its degrees.
func jsonLDValues(properties map[string]any) map[string]any {
	o := map[string]any{}
	for _, name := range slices.Sorted(maps.Keys(properties)) {
		switch v := properties[name].(type) {
		case graph.Day:
			o[name] = v.String()
		case graph.Point:
			o["latitude"], o["longitude"] = v.Latitude, v.Longitude
		case []string:
			if name != "claims" {
				o[name] = v
			}
		default:
			o[name] = v
		}
	}
	return o
}

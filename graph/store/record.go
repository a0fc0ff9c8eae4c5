package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"concord/graph"
)

// row is a row of one of the store's own statements, by column. The getters return the
// zero value for null.
type row map[string]any

func (r row) text(column string) string {
	s, _ := r[column].(string)
	return s
}

func (r row) number(column string) int {
	n, _ := r[column].(int64)
	return int(n)
}

func (r row) list(column string) []string { return texts(r[column]) }

func texts(v any) []string {
	values, _ := v.([]any)
	list := make([]string, 0, len(values))
	for _, e := range values {
		if s, ok := e.(string); ok {
			list = append(list, s)
		}
	}
	return list
}

// runner is a transaction or what runs one statement in its own.
type runner func(ctx context.Context, statement string, params map[string]any) ([]row, error)

// query runs one of the store's statements that read, in a transaction of its own.
func (s *Store) query(ctx context.Context, statement string, params map[string]any) ([]row, error) {
	var rows []row
	err := s.retry(ctx, readRetries, func() error {
		session := s.session(ctx, neo4j.AccessModeRead, nil)
		defer session.Close(context.WithoutCancel(ctx))
		result, err := session.Run(ctx, statement, in(params), neo4j.WithTxTimeout(s.config.ReadTimeout))
		if err == nil {
			rows, err = collect(ctx, result)
		}
		return err
	})
	return rows, err
}

// in puts the parameters of one of the store's statements into its one parameter.
func in(params map[string]any) map[string]any {
	if params == nil {
		return nil
	}
	return map[string]any{"in": params}
}

func collect(ctx context.Context, result neo4j.ResultWithContext) ([]row, error) {
	records, err := result.Collect(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([]row, len(records))
	for i, record := range records {
		rows[i] = record.AsMap()
	}
	return rows, nil
}

// inTransaction returns the runner of tx.
func inTransaction(tx neo4j.ExplicitTransaction) runner {
	return func(ctx context.Context, statement string, params map[string]any) ([]row, error) {
		result, err := tx.Run(ctx, statement, in(params))
		if err != nil {
			return nil, err
		}
		return collect(ctx, result)
	}
}

// description reads a row of storedDescriptions or descriptionsOf.
func (r row) description() (graph.Description, error) {
	id := r.text("id")
	label, _ := graph.LabelOf(id)
	properties, err := graph.DecodeProperties(r.text("properties"))
	if err != nil {
		return graph.Description{}, fmt.Errorf("what %s says of %s: %w", r.text("document"), id, err)
	}
	e := graph.Entity{ID: id, Label: label, Name: r.text("name"), Aliases: r.list("aliases"), Properties: properties}
	if len(e.Aliases) == 0 {
		e.Aliases = nil
	}
	return graph.Description{Document: r.text("document"), Entity: e}, nil
}

// claimProperties returns what stands on the node of a claim. The value is there as text
// for people, and as JSON where that is not the same.
func claimProperties(c *graph.Claim) (map[string]any, error) {
	m := map[string]any{
		"id": c.ID, "about": c.About(), "document": c.Document, "passage": c.Passage, "quote": c.Quote,
		"start": c.Start, "end": c.End, "basis": string(c.Basis), "polarity": string(c.Polarity),
		"modality": string(c.Modality), "confidence": c.Confidence,
	}
	for name, v := range map[string]string{"relation": string(c.Relation), "property": c.Property, "rule": c.Rule, "verdict": string(c.Verdict), "corrects": c.Corrects} {
		if v != "" {
			m[name] = v
		}
	}
	properties, err := graph.EncodeProperties(c.Properties)
	if err != nil {
		return nil, err
	}
	m["properties"] = properties
	switch v := c.Value.(type) {
	case nil:
	case string:
		m["value"] = v
	default:
		// {"value":8} without what stands around the value.
		object, err := graph.EncodeProperties(map[string]any{"value": v})
		if err != nil {
			return nil, err
		}
		m["value"] = strings.TrimSuffix(strings.TrimPrefix(object, `{"value":`), "}")
		m["valueJSON"] = m["value"]
	}
	return m, nil
}

// claim reads the node of a claim.
func (r row) claim() (graph.Claim, error) {
	m, _ := r["claim"].(map[string]any)
	n := row(m)
	c := graph.Claim{
		ID: n.text("id"), Relation: graph.RelationType(n.text("relation")), Property: n.text("property"),
		Document: n.text("document"), Passage: n.text("passage"), Quote: n.text("quote"), Start: n.number("start"), End: n.number("end"),
		Basis: graph.Basis(n.text("basis")), Polarity: graph.Polarity(n.text("polarity")), Modality: graph.Modality(n.text("modality")), Rule: n.text("rule"),
		Verdict: graph.Verdict(n.text("verdict")), Corrects: n.text("corrects"),
	}
	c.Confidence, _ = m["confidence"].(float64)
	c.Subject, c.Object, _ = strings.Cut(n.text("about"), "|")
	properties, err := graph.DecodeProperties(n.text("properties"))
	if err != nil {
		return c, fmt.Errorf("the properties of %s: %w", c.ID, err)
	}
	c.Properties = properties
	switch text, ok := m["valueJSON"].(string); {
	case ok:
		object, err := graph.DecodeProperties(`{"` + c.Property + `":` + text + `}`)
		if err != nil {
			return c, fmt.Errorf("the value of %s: %w", c.ID, err)
		}
		c.Value = object[c.Property]
	case c.Property != "":
		c.Value = n.text("value")
	}
	return c, nil
}

// stored turns the properties of a node or edge of the view into those that Neo4j keeps:
// days become DATE, points POINT.
func stored(properties map[string]any) map[string]any {
	m := make(map[string]any, len(properties)+3)
	for name, v := range properties {
		switch x := v.(type) {
		case graph.Day:
			m[name] = day(x)
		case graph.Point:
			m[name] = dbtype.Point2D{X: x.Longitude, Y: x.Latitude, SpatialRefId: 4326}
		default:
			m[name] = v
		}
	}
	return m
}

// restored is stored backwards.
func restored(properties map[string]any) map[string]any {
	m := make(map[string]any, len(properties))
	for name, v := range properties {
		switch x := v.(type) {
		case dbtype.Date:
			t := x.Time()
			m[name] = graph.Day{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
		case time.Time:
			m[name] = graph.Day{Year: x.Year(), Month: int(x.Month()), Day: x.Day()}
		case dbtype.Point2D:
			m[name] = graph.Point{Latitude: x.Y, Longitude: x.X}
		case []any:
			m[name] = texts(x)
		default:
			m[name] = v
		}
	}
	return m
}

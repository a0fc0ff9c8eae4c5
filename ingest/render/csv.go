package render

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"concord/graph"
)

var columns = []string{
	"claim", "subject", "subject_name", "relation", "object", "object_name", "property", "value", "properties",
	"polarity", "modality", "basis", "confidence", "rule", "quote", "document", "title", "passage", "start", "end",
}

func newCSV(w io.Writer) func(graph.Bundle) error {
	out := csv.NewWriter(w)
	headed := false
	return func(b graph.Bundle) error {
		if !headed {
			headed = true
			if err := out.Write(columns); err != nil {
				return err
			}
		}
		names := make(map[string]string, len(b.Entities))
		for _, e := range b.Entities {
			names[e.ID] = e.Name
		}
		for _, c := range b.Claims {
			if err := out.Write(row(c, b.Document.Title, names)); err != nil {
				return err
			}
		}
		out.Flush()
		return out.Error()
	}
}

func row(c graph.Claim, title string, names map[string]string) []string {
	return []string{
		c.ID, c.Subject, names[c.Subject], string(c.Relation), c.Object, names[c.Object], c.Property, valueText(c.Value), propertiesText(c.Properties),
		string(c.Polarity), string(c.Modality), string(c.Basis), strconv.FormatFloat(c.Confidence, 'g', -1, 64), c.Rule, c.Quote,
		c.Document, title, c.Passage, strconv.Itoa(c.Start), strconv.Itoa(c.End),
	}
}

// valueText returns a property's value: text as it is, everything else as JSON.
func valueText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	text, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(text)
}

// propertiesText returns properties as a JSON object with sorted keys; nothing for none.
func propertiesText(properties map[string]any) string {
	if len(properties) == 0 {
		return ""
	}
	return valueText(properties)
}

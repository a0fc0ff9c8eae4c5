package graph

import "errors"

// EncodeProperties returns properties as one JSON object, keys sorted, "{}" for none.
// Whole numbers that are float64 keep a decimal point, so that DecodeProperties returns
// what was given.
func EncodeProperties(properties map[string]any) (string, error) {
	text, err := appendJSONObject(nil, properties, lineStyle)
	return string(text), err
}

// DecodeProperties returns the properties in text, nil for none.
func DecodeProperties(text string) (map[string]any, error) {
	if text == "" || text == "{}" {
		return nil, nil
	}
	o, err := parseJSON([]byte(text))
	if err != nil {
		return nil, err
	}
	var errs []error
	f := fields{object: o, report: func(_, format string, args ...any) {
		errs = append(errs, Problem{Message: format})
	}}
	return normalProperties(f.values()), errors.Join(errs...)
}

package cypher

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Arguments reads the values of a query's parameters from text, as a command line or a
// form gives them: the parameters for [Statement]. A parameter that may be null and is
// not given is null. Lists are JSON, days are written YYYY-MM-DD. All mistakes are
// reported at once: a parameter that is missing, unknown, or not of its type.
func (q QueryFile) Arguments(given map[string]string) (map[string]any, error) {
	values := make(map[string]any, len(q.Parameters))
	var errs []error
	for _, p := range q.Parameters {
		text, ok := given[p.Name]
		switch {
		case ok:
			value, err := p.read(text)
			if err != nil {
				errs = append(errs, fmt.Errorf("%s: parameter %s: %w", q.Name, p.Name, err))
			}
			values[p.Name] = value
		case strings.HasSuffix(p.Type, "!"):
			errs = append(errs, fmt.Errorf("%s: parameter %s is missing: %s; give it as %s=%s", q.Name, p.Name, p.Description, p.Name, p.sample()))
		default:
			values[p.Name] = nil
		}
	}
	for name := range given {
		if _, ok := q.Parameter(name); !ok {
			errs = append(errs, fmt.Errorf("%s has no parameter %s; %s", q.Name, name, q.known()))
		}
	}
	return values, errors.Join(errs...)
}

// Examples are the values of the parameters that the header gives as examples, as text
// that [QueryFile.Arguments] reads.
func (q QueryFile) Examples() map[string]string {
	given := map[string]string{}
	for _, p := range q.Parameters {
		if text, ok := p.ExampleText(); ok {
			given[p.Name] = text
		}
	}
	return given
}

// ExampleText is the parameter's example as people write it, without the quotation marks
// of JSON, and whether there is one; null is none.
func (f QueryField) ExampleText() (string, bool) {
	if f.Example == "" || f.Example == "null" {
		return "", false
	}
	var text string
	if json.Unmarshal([]byte(f.Example), &text) == nil {
		return text, true
	}
	return f.Example, true
}

func (f QueryField) sample() string {
	if text, ok := f.ExampleText(); ok {
		return strconv.Quote(text)
	}
	return "VALUE"
}

func (q QueryFile) known() string {
	if len(q.Parameters) == 0 {
		return "it has none"
	}
	names := make([]string, len(q.Parameters))
	for i, p := range q.Parameters {
		names[i] = p.Name
	}
	return "it has " + strings.Join(names, ", ")
}

// read reads a value of the parameter's type.
func (f QueryField) read(text string) (any, error) {
	if strings.HasPrefix(f.Type, "[") {
		return f.readList(text)
	}
	switch strings.TrimSuffix(f.Type, "!") {
	case "ID", "String":
		return text, nil
	case "Int":
		n, err := strconv.ParseInt(text, 10, 32) // GraphQL specification, "Int"
		if err != nil {
			return nil, fmt.Errorf("%q is no whole number of 32 bits; write it like %s", text, or(f.Example, "10"))
		}
		return n, nil
	case "Float":
		x, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return nil, fmt.Errorf("%q is no number; write it like %s", text, or(f.Example, "0.5"))
		}
		return x, nil
	case "Boolean":
		if text != "true" && text != "false" {
			return nil, fmt.Errorf("%q is neither true nor false; write one of them", text)
		}
		return text == "true", nil
	case "Date":
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			return nil, fmt.Errorf("%q is no day; write YYYY-MM-DD, for example %s", text, or(strings.Trim(f.Example, `"`), "2007-08-16"))
		}
		return Date(text), nil
	}
	return nil, fmt.Errorf("its type %s cannot be written as text; run the query in GraphQL", f.Type)
}

func (f QueryField) readList(text string) (any, error) {
	var items []json.RawMessage
	if err := json.Unmarshal([]byte(text), &items); err != nil {
		return nil, fmt.Errorf("%q is no list; write JSON, for example %s", text, or(f.Example, `["a","b"]`))
	}
	item := QueryField{Name: f.Name, Type: strings.Trim(f.Type, "[]!")}
	list := make([]any, len(items))
	for i, raw := range items {
		text := string(raw)
		var s string
		if json.Unmarshal(raw, &s) == nil {
			text = s
		}
		value, err := item.read(text)
		if err != nil {
			return nil, fmt.Errorf("item %d: %w", i+1, err)
		}
		list[i] = value
	}
	return list, nil
}

func or(text, otherwise string) string {
	if text == "" || text == "null" {
		return otherwise
	}
	return text
}

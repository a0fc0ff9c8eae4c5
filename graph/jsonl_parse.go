package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// jsonValue is a JSON value with the byte offset at which it starts in its line.
type jsonValue struct {
	offset int
	value  any // nil, bool, int64, float64, string, []jsonValue, *jsonObject
}

// jsonObject is a JSON object. encoding/json into a struct would take keys in other
// letter case and the last of two equal keys, without a word.
type jsonObject struct {
	keys   []string
	fields map[string]jsonValue
}

// syntaxError is a mistake in a line, at a byte offset.
type syntaxError struct {
	offset  int
	message string
}

func (e syntaxError) Error() string { return e.message }

const maxJSONDepth = 8

// parseJSON parses one line, which must be one JSON object.
func parseJSON(line []byte) (*jsonObject, error) {
	if !utf8.Valid(line) {
		return nil, syntaxError{invalidAt(line), "is not UTF-8; save the file as UTF-8"}
	}
	p := jsonParser{line: line, dec: json.NewDecoder(bytes.NewReader(line))}
	p.dec.UseNumber()
	v, err := p.next(0)
	if err != nil {
		return nil, err
	}
	o, ok := v.value.(*jsonObject)
	if !ok {
		return nil, syntaxError{v.offset, "is no JSON object; a line is one {…}"}
	}
	end := int(p.dec.InputOffset())
	if rest := bytes.TrimSpace(line[end:]); len(rest) > 0 {
		return nil, syntaxError{p.start(end), "goes on after its object; put each object on a line of its own"}
	}
	return o, nil
}

func invalidAt(line []byte) int {
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRune(line[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return 0
}

type jsonParser struct {
	line []byte
	dec  *json.Decoder
}

// start returns the offset of the next token at or after offset.
func (p *jsonParser) start(offset int) int {
	for offset < len(p.line) && bytes.IndexByte([]byte(" \t\r\n:,"), p.line[offset]) >= 0 {
		offset++
	}
	return offset
}

func (p *jsonParser) token() (json.Token, int, error) {
	at := p.start(int(p.dec.InputOffset()))
	t, err := p.dec.Token()
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return nil, 0, syntaxError{len(p.line), "ends in the middle of its object; close it with }"}
	case errors.As(err, &syntax):
		return nil, 0, syntaxError{min(max(int(syntax.Offset)-1, 0), len(p.line)), "is no JSON: " + syntax.Error() + "; mend the line"}
	case err != nil:
		return nil, 0, syntaxError{at, "is no JSON: " + err.Error() + "; mend the line"}
	}
	return t, at, nil
}

func (p *jsonParser) next(depth int) (jsonValue, error) {
	t, at, err := p.token()
	if err != nil {
		return jsonValue{}, err
	}
	if depth > maxJSONDepth {
		return jsonValue{}, syntaxError{at, fmt.Sprintf("is nested deeper than %d; flatten it", maxJSONDepth)}
	}
	switch x := t.(type) {
	case json.Delim:
		if x == '[' {
			return p.array(at, depth)
		}
		return p.object(at, depth)
	case json.Number:
		return number64(x, at)
	default:
		return jsonValue{at, x}, nil
	}
}

// number64 is an int64 where the number is written without point and exponent.
func number64(n json.Number, at int) (jsonValue, error) {
	if i, err := strconv.ParseInt(n.String(), 10, 64); err == nil && n != "-0" {
		return jsonValue{at, i}, nil
	}
	f, err := n.Float64()
	if err != nil {
		return jsonValue{}, syntaxError{at, fmt.Sprintf("%s is too large a number; give one of at most 15 digits", n)}
	}
	if f == 0 {
		f = 0 // no negative zero
	}
	return jsonValue{at, f}, nil
}

func (p *jsonParser) array(at, depth int) (jsonValue, error) {
	list := []jsonValue{}
	for p.dec.More() {
		v, err := p.next(depth + 1)
		if err != nil {
			return jsonValue{}, err
		}
		list = append(list, v)
	}
	_, _, err := p.token()
	return jsonValue{at, list}, err
}

func (p *jsonParser) object(at, depth int) (jsonValue, error) {
	o := &jsonObject{fields: map[string]jsonValue{}}
	for p.dec.More() {
		k, keyAt, err := p.token()
		if err != nil {
			return jsonValue{}, err
		}
		key, ok := k.(string)
		if !ok {
			return jsonValue{}, syntaxError{keyAt, "has a key that is no string; put it in double quotes"}
		}
		if _, twice := o.fields[key]; twice {
			return jsonValue{}, syntaxError{keyAt, fmt.Sprintf("has %q twice; keep one", key)}
		}
		v, err := p.next(depth + 1)
		if err != nil {
			return jsonValue{}, err
		}
		o.keys = append(o.keys, key)
		o.fields[key] = v
	}
	_, _, err := p.token()
	return jsonValue{at, o}, err
}

// plain returns v without offsets: nil, bool, int64, float64, string, []any, map[string]any.
func (v jsonValue) plain() any {
	switch x := v.value.(type) {
	case []jsonValue:
		list := make([]any, len(x))
		for i, e := range x {
			list[i] = e.plain()
		}
		return list
	case *jsonObject:
		m := map[string]any{}
		for k, e := range x.fields {
			m[k] = e.plain()
		}
		return m
	default:
		return v.value
	}
}

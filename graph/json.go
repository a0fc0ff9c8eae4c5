package graph

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"unicode/utf8"
)

// jsonStyle is how appendJSON writes what JSON leaves open.
type jsonStyle struct {
	html     bool // <, > and & escaped, as by json.Marshal
	decimals bool // a whole float64 written 8.0, so that reading it back gives the same kind
}

// appendJSON appends v as encoding/json writes it, byte for byte (but for decimals). The
// values that claims have, most of them short words, take a short way; any other value that
// marshals is left to encoding/json. What does not marshal is an error and appends nothing.
func appendJSON(b []byte, v any, style jsonStyle) ([]byte, error) {
	switch x := v.(type) {
	case nil:
		return append(b, "null"...), nil
	case string:
		return appendJSONString(b, x, style), nil
	case bool:
		return strconv.AppendBool(b, x), nil
	case int:
		return strconv.AppendInt(b, int64(x), 10), nil
	case int64:
		return strconv.AppendInt(b, x, 10), nil
	case float64:
		if style.decimals && x == math.Trunc(x) && math.Abs(x) < 1e21 {
			return strconv.AppendFloat(b, x, 'f', 1, 64), nil
		}
	case []string:
		if x == nil {
			return append(b, "null"...), nil
		}
		b = append(b, '[')
		for i, s := range x {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendJSONString(b, s, style)
		}
		return append(b, ']'), nil
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(style.html)
	if err := enc.Encode(v); err != nil {
		return b, err
	}
	return append(b, bytes.TrimSuffix(out.Bytes(), []byte("\n"))...), nil
}

// appendJSONObject appends properties as one object, keys sorted.
func appendJSONObject(b []byte, properties map[string]any, style jsonStyle) ([]byte, error) {
	var space [8]string
	b = append(b, '{')
	for i, k := range appendKeys(space[:0], properties) {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendJSONString(b, k, style), ':')
		var err error
		if b, err = appendJSON(b, properties[k], style); err != nil {
			return b, err
		}
	}
	return append(b, '}'), nil
}

func appendJSONString(b []byte, s string, style jsonStyle) []byte {
	if plainJSON(s, style) {
		b = append(b, '"')
		b = append(b, s...)
		return append(b, '"')
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(style.html)
	_ = enc.Encode(s) // strings always marshal
	return append(b, bytes.TrimSuffix(out.Bytes(), []byte("\n"))...)
}

// plainJSON reports whether nothing in s needs to be escaped.
func plainJSON(s string, style jsonStyle) bool {
	ascii := true
	for i := range len(s) {
		switch c := s[i]; {
		case c < 0x20 || c == '"' || c == '\\':
			return false
		case style.html && (c == '<' || c == '>' || c == '&'):
			return false
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2]&^1 == 0xa8: // U+2028, U+2029
			return false
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return ascii || utf8.ValidString(s)
}

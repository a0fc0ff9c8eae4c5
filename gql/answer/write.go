package answer

import (
	"encoding/json"
	"math"
	"strconv"
	"unicode/utf8"
)

// writer puts an answer into JSON (GraphQL spec 7.2). What is beyond most bytes is not for
// anybody: whoever writes stops when it is full.
type writer struct {
	out  []byte
	most int
}

func (w *writer) full() bool { return w.most > 0 && len(w.out) > w.most }

// label is a response key as JSON, with its colon.
func label(key string) []byte {
	var w writer
	w.text(key)
	return append(w.out, ':')
}

// executed writes what graphql-go made of a field: the keys of its objects are places in
// their selections.
func (w *writer) executed(f *field, value any) {
	switch v := value.(type) {
	case []any:
		w.out = append(w.out, '[')
		for i, item := range v {
			if i > 0 {
				w.out = append(w.out, ',')
			}
			if w.executed(f, item); w.full() {
				return
			}
		}
		w.out = append(w.out, ']')
	case map[string]any:
		w.out = append(w.out, '{')
		for i, inner := range f.inner.only {
			if i > 0 {
				w.out = append(w.out, ',')
			}
			w.out = append(w.out, inner.label...)
			if inner.static != "" {
				w.text(inner.static)
				continue
			}
			if w.executed(inner, v[strconv.Itoa(i)]); w.full() {
				return
			}
		}
		w.out = append(w.out, '}')
	default:
		w.scalar(v)
	}
}

// scalar writes a completed value.
func (w *writer) scalar(value any) {
	switch v := value.(type) {
	case nil:
		w.out = append(w.out, "null"...)
	case string:
		w.text(v)
	case bool:
		w.out = strconv.AppendBool(w.out, v)
	case int64:
		w.out = strconv.AppendInt(w.out, v, 10)
	case float64:
		w.float(v)
	default:
		w.any(v)
	}
}

// float writes the shortest decimal that reads back as f, as JavaScript does.
func (w *writer) float(f float64) {
	format := byte('f')
	if abs := math.Abs(f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	w.out = strconv.AppendFloat(w.out, f, format, -1, 64)
}

// text writes a JSON string. Most need no escape.
func (w *writer) text(s string) {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			if c >= utf8.RuneSelf && utf8.ValidString(s[i:]) && plain(s[i:]) {
				break
			}
			w.any(s)
			return
		}
	}
	w.out = append(w.out, '"')
	w.out = append(w.out, s...)
	w.out = append(w.out, '"')
}

func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

func (w *writer) any(value any) {
	encoded, err := json.Marshal(value)
	if err != nil {
		encoded = []byte("null") // no completed value is one that JSON can't hold
	}
	w.out = append(w.out, encoded...)
}

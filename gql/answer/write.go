package answer

import (
	"encoding/json"
	"math"
	"strconv"
	"unicode/utf8"
)

// writer puts an executed answer into JSON (GraphQL spec 7.2), with keys in the order of
// the selection. Past most bytes it stops.
type writer struct {
	out  []byte
	most int
}

func (w *writer) full() bool { return w.most > 0 && len(w.out) > w.most }

// object writes what graphql-go made of a selection: its keys are places in fields.
func (w *writer) object(fields []*field, data map[string]any) {
	w.out = append(w.out, '{')
	first := true
	for i, f := range fields {
		value, has := any(f.static), f.static != ""
		if !has {
			if value, has = data[strconv.Itoa(i)]; !has {
				continue
			}
		}
		if !first {
			w.out = append(w.out, ',')
		}
		first = false
		w.text(f.key)
		w.out = append(w.out, ':')
		w.value(f, value)
		if w.full() {
			return
		}
	}
	w.out = append(w.out, '}')
}

func (w *writer) value(f *field, value any) {
	switch v := value.(type) {
	case []any:
		w.out = append(w.out, '[')
		for i, item := range v {
			if i > 0 {
				w.out = append(w.out, ',')
			}
			if w.value(f, item); w.full() {
				return
			}
		}
		w.out = append(w.out, ']')
	case map[string]any:
		if f.inner == nil {
			w.any(v) // of a custom scalar
		} else {
			w.object(f.inner.of(v), v)
		}
	default:
		w.leaf(v)
	}
}

func (w *writer) leaf(value any) {
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

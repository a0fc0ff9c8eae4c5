package graph

import (
	"bytes"
	"encoding/json"
	"testing"

	"pgregory.net/rapid"
)

// TestAppendJSON holds the short ways against encoding/json, which they stand for.
func TestAppendJSON(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-z <>&"\\\x{2027}-\x{202a}\x{7f}]*`), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
	value := rapid.OneOf(
		rapid.Map(text, func(s string) any { return s }),
		rapid.Map(rapid.SliceOf(text), func(s []string) any { return s }),
		rapid.Map(rapid.Int64(), func(n int64) any { return n }),
		rapid.Map(rapid.Int(), func(n int) any { return n }),
		rapid.Map(rapid.Float64(), func(f float64) any { return f }),
		rapid.Map(rapid.Bool(), func(b bool) any { return b }),
		rapid.SampledFrom([]any{nil, []string(nil), Point{1, 2.5}, 8.0, 1e300, Affirmed}),
	)
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.OneOf(value, rapid.Map(rapid.MapOf(text, value), func(m map[string]any) any { return m })).Draw(t, "value")
		for _, html := range []bool{true, false} {
			var want bytes.Buffer
			enc := json.NewEncoder(&want)
			enc.SetEscapeHTML(html)
			if err := enc.Encode(v); err != nil {
				t.Skip(err)
			}
			got, err := appendJSON([]byte("head "), v, jsonStyle{html: html})
			if m, ok := v.(map[string]any); ok && err == nil {
				got, err = appendJSONObject([]byte("head "), m, jsonStyle{html: html})
			}
			if err != nil || string(got) != "head "+want.String()[:want.Len()-1] {
				t.Fatalf("%#v: %s and %v, not %s", v, got, err, &want)
			}
		}
	})
}

package server

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"
)

// FuzzDecodeJSON holds the strict decoder against encoding/json: what it takes means the
// same there.
func FuzzDecodeJSON(f *testing.F) {
	for _, text := range []string{
		`{"query":"{a}","variables":{"a":[1,2.5e3,null,true,"x\u0000"]}}`, `{"a":1,"a":2}`, `[[[]]]`, `{} {}`, `{"a":}`, `{"a":1,}`, `7`, ``, "\xff",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		got, refused := decodeJSON(text)
		if refused != nil {
			if refused.status != 400 || refused.message == "" {
				t.Errorf("refused with %d %q", refused.status, refused.message)
			}
			return
		}
		d := json.NewDecoder(bytes.NewReader(text))
		d.UseNumber()
		var want any
		if err := d.Decode(&want); err != nil {
			t.Fatalf("taken, but encoding/json says: %v", err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	})
}

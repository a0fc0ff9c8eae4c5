package cypher

import "testing"

func TestPasteKeepsIntegers(t *testing.T) {
	s := Statement{Text: "RETURN $budget", Params: map[string]any{"name": "China", "budget": int64(5)}}
	if got, want := s.Paste(), ":param budget => 5;\n:param name => 'China';\n\nRETURN $budget"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

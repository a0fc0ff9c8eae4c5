package server_test

import (
	"os"
	"path/filepath"
	"testing"

	"concord/gql/server"
)

// TestReadyMadeQuestions shows that what the playground offers is within the limits and
// compiles against the bundled API.
func TestReadyMadeQuestions(t *testing.T) {
	e := newServer(t, answering(row{}), nil).Engine()
	paths, err := filepath.Glob("../playground/src/questions/*.graphql")
	if err != nil || len(paths) == 0 {
		t.Fatal("no questions", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if r := e.Execute(t.Context(), server.Request{Query: string(text)}); r.Failure != server.NoFailure {
			t.Errorf("%s: %v", path, r.Errors)
		}
	}
}

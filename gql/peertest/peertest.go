// Package peertest gives tests the answers of @neo4j/graphql 7, on the tests' Neo4j.
package peertest

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"concord/graph/local/localtest"
)

// Variable names the folder where npm installed @neo4j/graphql, graphql and neo4j-driver
// (make peer does).
const Variable = "CONCORD_PEER"

// Folder returns that folder; without one the test is skipped.
func Folder(t *testing.T) string {
	t.Helper()
	folder := os.Getenv(Variable)
	if folder == "" {
		t.Skip("SKIPPED: the comparison with @neo4j/graphql; run make peer, or set " + Variable + " to a folder where it is installed")
	}
	return folder
}

// Answer is a response; its numbers are json.Number.
type Answer struct {
	Data   any
	Errors []struct{ Message string }
}

// Ask serves the tests' Neo4j by the definitions sdl and returns the answers by the names
// of the cases, which as JSON are a list of objects with name, query and variables.
func Ask(t *testing.T, folder, sdl string, cases any) map[string]Answer {
	t.Helper()
	uri, username, password := localtest.Neo4j(t)
	input, err := json.Marshal(map[string]any{
		"modules": filepath.Join(folder, "node_modules"), "typeDefs": sdl,
		"uri": uri, "username": username, "password": password, "cases": cases,
	})
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "node", filepath.Join(folder, "answer.mjs"))
	cmd.Stdin, cmd.Stderr = bytes.NewReader(input), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	answers := map[string]Answer{}
	d := json.NewDecoder(bytes.NewReader(out))
	d.UseNumber()
	if err := d.Decode(&answers); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	return answers
}

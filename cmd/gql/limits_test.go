package main

import (
	"bytes"
	"strings"
	"testing"

	"concord/cmd/cli"
)

// TestSettings shows that every flag that an error names exists.
func TestSettings(t *testing.T) {
	var help bytes.Buffer
	p := cli.Program{Name: "gql", Commands: &commands{}}
	if status := p.Run(t.Context(), []string{"serve", "--help"}, cli.Streams{Out: &help, Err: &help}); status != cli.OK {
		t.Fatal(status, help.String())
	}
	for code, flag := range settings {
		if !strings.Contains(help.String(), flag+"=") {
			t.Errorf("%s names %s, which gql serve has not", code, flag)
		}
	}
}

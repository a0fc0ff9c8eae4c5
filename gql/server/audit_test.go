package server_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// notMet are audits that the server doesn't meet, with the reason; none is a MUST.
var notMet = map[string]string{}

// TestAudit runs the audits of graphql-http, the reference implementation of GraphQL over
// HTTP, against the running server.
func TestAudit(t *testing.T) {
	if _, err := os.Stat("audit/node_modules/graphql-http"); err != nil {
		t.Skip("SKIPPED: graphql-http is not installed; run npm ci in gql/server/audit")
	}
	address, _ := serve(t, newServer(t, answering(china), nil), time.Second)
	cmd := exec.Command("node", "audit.mjs", address+"/graphql")
	cmd.Dir = "audit"
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	counts := map[string]int{}
	for line := range strings.Lines(string(out)) {
		fields := strings.SplitN(strings.TrimSpace(line), "\t", 4)
		if len(fields) < 3 {
			t.Fatalf("not understood: %s", line)
		}
		status, id, name := fields[0], fields[1], fields[2]
		counts[status]++
		_, known := notMet[id]
		switch {
		case status == "error", status != "ok" && !known:
			t.Errorf("%s", line)
		case status == "ok" && known:
			t.Errorf("%s %s is met: remove it from notMet", id, name)
		}
	}
	t.Log(counts)
	if counts["ok"] < 50 {
		t.Errorf("only %d audits were met", counts["ok"])
	}
}

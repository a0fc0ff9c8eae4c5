package concord_test

import (
	"encoding/json"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// rowOf finds a line of ingest's summary: new, changed, unchanged, removed.
func rowOf(t *testing.T, summary, name string) []string {
	t.Helper()
	m := regexp.MustCompile(`(?m)^\s*` + regexp.QuoteMeta(name) + `\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)`).FindStringSubmatch(summary)
	if m == nil {
		t.Fatalf("no line %q in the summary\n%s", name, summary)
	}
	return m[1:]
}

// snapshot is the graph as questions see it, for comparing.
func snapshot(t *testing.T, url string) string {
	t.Helper()
	answer, err := json.Marshal(data(t, url, `{
		entities(sort: [{id: ASC}]) { __typename id name aliases }
		exercises(sort: [{id: ASC}]) { id date kind domains
			participantsConnection(sort: [{node: {id: ASC}}]) { edges { node { id } properties { role quote basis claims } } } }
		treaties(sort: [{id: ASC}]) { id status date signatoriesConnection(sort: [{node: {id: ASC}}]) { edges { node { id } properties { action claims } } } }
		documents(sort: [{id: ASC}]) { id title }
	}`, nil))
	if err != nil {
		t.Fatal(err)
	}
	return string(answer)
}

const someDocuments = "testdata/documents/cooperation-news.txt testdata/documents/cooperation-report.txt"

func TestIngestTwiceRetractAndLoad(t *testing.T) {
	p := newProduct(t)
	p.must(t, "ingest run "+someDocuments)
	url := p.serve(t)
	before := snapshot(t, url)

	again := p.must(t, "ingest run "+someDocuments)
	for _, name := range []string{"documents", "claims", "Country", "PARTICIPATED_IN"} {
		if row := rowOf(t, again, name); row[0] != "0" || row[1] != "0" || row[3] != "0" {
			t.Errorf("reading again gave %s %v (new, changed, unchanged, removed), want nothing new", name, row)
		}
	}
	if after := snapshot(t, url); after != before {
		t.Error("reading again changed the graph")
	}

	extra := filepath.Join(t.TempDir(), "extra.txt")
	text := "Joint drills\n\nIn June 2011 Brazil, Chile and Peru held the joint exercise Southern Lights 2011 in Valparaiso, Chile.\n"
	if err := os.WriteFile(extra, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p.must(t, "ingest run --title 'A document to take back' "+extra)
	if snapshot(t, url) == before {
		t.Error("a further document changed nothing")
	}
	p.must(t, "ingest retract 'a document to take back'")
	if after := snapshot(t, url); after != before {
		t.Errorf("a retracted document left a trace:\n%s\nwas\n%s", after, before)
	}

	p.must(t, "ingest extract --title 'A document to take back' "+extra+" > "+extra+".jsonl")
	p.must(t, "ingest run --title 'A document to take back' "+extra)
	read := snapshot(t, url)
	p.must(t, "ingest retract 'A document to take back'")
	p.must(t, "ingest load "+extra+".jsonl")
	if loaded := snapshot(t, url); loaded != read {
		t.Error("loading what extract prints gives another graph than reading the document")
	}
	p.must(t, "ingest retract 'A document to take back'")
	if got := p.must(t, "ingest verify"); !strings.Contains(got, "sound") {
		t.Errorf("verify: %s", got)
	}
}

func TestAnalystCorrects(t *testing.T) {
	p := newProduct(t)
	file := filepath.Join(t.TempDir(), "drills.txt")
	text := "Joint drills\n\nIn June 2011 Brazil, Chile and Peru held the joint exercise Southern Lights 2011 in Valparaiso, Chile.\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p.must(t, "ingest extract "+file+" > "+file+".jsonl")
	// Peru's line gets a verdict, in Chile's the country is exchanged.
	p.must(t, `sed -i -E '/"subject":"country:PER"/s/^\{/{"verdict":"reject",/; /"subject":"country:CHL","relation":"PARTICIPATED_IN"/s/country:CHL/country:BOL/' `+file+".jsonl")
	p.must(t, "ingest load --analyst 'R. Chen' "+file+".jsonl")
	url := p.serve(t)
	const question = `{ exercises(where: {name: {eq: "Southern Lights 2011"}}) { participants(sort: [{name: ASC}]) { name } } }`
	const want = `[{"name":"Bolivia"},{"name":"Brazil"}]`
	for _, command := range []string{"ingest verify", "ingest run " + file, "ingest verify", "ingest load --analyst 'R. Chen' " + file + ".jsonl", "ingest verify"} {
		p.must(t, command)
		if got := ask(t, url, question, nil); !strings.Contains(got, want) {
			t.Errorf("after %s: %s, want %s", command, got, want)
		}
	}
	if got := p.must(t, "ingest documents"); !strings.Contains(got, "R. Chen") {
		t.Errorf("the corrections are no document:\n%s", got)
	}
	p.must(t, "ingest retract 'Corrections of Joint drills'; ingest run "+file)
	if got := ask(t, url, question, nil); !strings.Contains(got, `[{"name":"Brazil"},{"name":"Chile"},{"name":"Peru"}]`) {
		t.Errorf("corrections taken back: %s", got)
	}
}

func TestIngestTellsWhatFailed(t *testing.T) {
	p := newProduct(t)
	dir := t.TempDir()
	binary := filepath.Join(dir, "binary.txt")
	if err := os.WriteFile(binary, []byte{0x7f, 'E', 'L', 'F', 0, 0, 1, 0, 2, 0}, 0o600); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(dir, "broken.jsonl")
	if err := os.WriteFile(broken, []byte("{\"type\":\"claim\",\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		command, want string
		status        int
	}{
		{"ingest run " + binary + " testdata/documents/cooperation-news.txt", "binary.txt", 1},
		{"ingest load " + broken, "broken.jsonl:1", 1},
		{"ingest extract no-such-file.txt", "no-such-file.txt", 1},
		{"ingest retract doc:0000000000", "list the documents", 1},
		{"ingest run", "path", 2},
		{"ingest frobnicate", "frobnicate", 2},
		{"NEO4J_URI=bolt://127.0.0.1:1 ingest verify", "127.0.0.1:1", 2},
		{"NEO4J_PASSWORD=wrong ingest verify", "password", 2},
		{"gql serve --listen nowhere:99999", "nowhere:99999", 2},
		{"gql explain no-such-file.graphql", "no-such-file.graphql", 2},
		{"echo '{ countrys { name } }' | gql explain -", "countrys", 2},
		{"echo 'type A @node { a: Strin }' > " + dir + "/a.graphql; gql schema --schema " + dir + "/a.graphql", "a.graphql:1:", 2},
	} {
		r := p.run(t, "", c.command)
		if r.status != c.status || !strings.Contains(strings.ToLower(r.stderr), strings.ToLower(c.want)) {
			t.Errorf("%s: exit status %d, want %d; standard error without %q:\n%s", c.command, r.status, c.status, c.want, r.stderr)
		}
	}
}

func TestExtractFromStandardInput(t *testing.T) {
	p := newProduct(t)
	r := p.run(t, "In May 2014 Kenya and Uganda held a joint military exercise in Nakuru, Kenya.\n", "ingest extract --date 2014-06 -")
	if r.status != 0 || !strings.Contains(r.stdout, `"subject":"country:KEN","relation":"PARTICIPATED_IN"`) {
		t.Errorf("exit status %d\n%s%s", r.status, r.stdout, r.stderr)
	}
}

// TestLocalNeo4jIsSharedAndStopped runs the programs as make run does, on a Neo4j of
// their own.
func TestLocalNeo4jIsSharedAndStopped(t *testing.T) {
	p := newProduct(t)
	dir := t.TempDir()
	kept := p.env[:0:0]
	for _, e := range p.env {
		if !strings.HasPrefix(e, "NEO4J_") {
			kept = append(kept, e)
		}
	}
	p.env = append(kept, "CONCORD_DATA="+dir)
	p.must(t, "ingest run --keep testdata/documents/cooperation-news.txt")
	var state struct{ PID int }
	read, err := os.ReadFile(filepath.Join(dir, "server.json"))
	if err != nil || json.Unmarshal(read, &state) != nil {
		t.Fatalf("no server was left running: %v", err)
	}
	t.Run("serve", func(t *testing.T) {
		url := p.serve(t)
		if got := data(t, url, `{ documents(where: {title: {contains: "Beijing"}}) { title } }`, nil); len(got["documents"].([]any)) != 1 {
			t.Errorf("the document read is not there: %v", got)
		}
	})
	// A process that ended and that nobody has waited for yet has no command line.
	if cmdline, err := os.ReadFile("/proc/" + strconv.Itoa(state.PID) + "/cmdline"); err == nil && len(cmdline) > 0 {
		t.Errorf("Neo4j, process %d, runs on after the last program stopped", state.PID)
	}
}

func TestServeOnTakenPort(t *testing.T) {
	p := newProduct(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	r := p.run(t, "", "gql serve --listen "+l.Addr().String())
	if r.status != 2 || !strings.Contains(r.stderr, l.Addr().String()) || !strings.Contains(r.stderr, "--listen") {
		t.Errorf("exit status %d\n%s", r.status, r.stderr)
	}
}

package concord_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"concord/ingest/export"
)

// TestExport exports some of the bundled documents from Neo4j, and from the claims that come out of
// it, with and without filters: the bytes are the same, and loading the claims again
// changes nothing.
func TestExport(t *testing.T) {
	p := newProduct(t)
	dir := t.TempDir()
	p.must(t, "ingest run "+someDocuments)
	claims := filepath.Join(dir, "graph.jsonl")
	p.must(t, "ingest export --output "+claims)
	for _, flags := range []string{
		"--format graphml", "--format gexf", "--format jsonld", "--format nodes-csv", "--format edges-csv", "--format dyads-csv", "--format claims-csv",
		"--format edges-csv --organization SCO", "--format nodes-csv --label Exercise --since 2007-08 --until 2007-08",
		"--format jsonl --relation SIGNED --relation HOSTED",
	} {
		stored := p.must(t, "ingest export "+flags)
		if read := p.must(t, "ingest export --from "+claims+" "+flags); read != stored {
			t.Errorf("ingest export %s: Neo4j and the claims give different bytes, %d and %d", flags, len(stored), len(read))
		}
		if strings.Count(stored, "\n") < 2 {
			t.Errorf("ingest export %s: there is nothing in it:\n%s", flags, stored)
		}
	}
	url := p.serve(t)
	before := snapshot(t, url)
	p.must(t, "ingest load "+claims)
	if after := snapshot(t, url); after != before {
		t.Error("loading what was exported changed the graph")
	}
}

// TestExportOfClaims exports what all bundled documents claim, without a database.
func TestExportOfClaims(t *testing.T) {
	p := newProduct(t)
	claims := filepath.Join(t.TempDir(), "claims.jsonl")
	p.must(t, "ingest extract testdata/documents > "+claims)
	for _, f := range export.Formats {
		got := p.must(t, "ingest export --format "+f.Name+" < "+claims+" --from -")
		if len(got) < 10_000 {
			t.Errorf("%s has %d bytes", f.Name, len(got))
		}
		if strings.HasSuffix(f.Name, "-csv") {
			rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
			if err != nil || len(rows) < 100 {
				t.Errorf("%s has %d rows, %v", f.Name, len(rows), err)
			}
			if at := slices.Index(rows[0], "properties"); at >= 0 && !strings.HasPrefix(f.Name, "claims") {
				for _, row := range rows[1:] {
					if row[at] != "" {
						t.Errorf("%s: %s has no column for %s", f.Name, row[0], row[at])
					}
				}
			}
		}
	}
}

// TestExtractPrintsTheExportedTable compares the rows that come of a document by both ways.
func TestExtractPrintsTheExportedTable(t *testing.T) {
	p := newProduct(t)
	const document = "testdata/documents/cooperation-news.txt"
	rows := func(command string) [][]string {
		rows, err := csv.NewReader(strings.NewReader(p.must(t, command))).ReadAll()
		if err != nil || len(rows) < 10 {
			t.Fatalf("%s: %d rows, %v", command, len(rows), err)
		}
		slices.SortFunc(rows[1:], func(a, b []string) int { return strings.Compare(a[0], b[0]) })
		return rows
	}
	printed, exported := rows("ingest extract --format csv "+document), rows("ingest extract "+document+" | ingest export --from - --format claims-csv")
	if !reflect.DeepEqual(printed, exported) {
		t.Errorf("ingest extract --format csv has %d rows, ingest export of the same claims %d, and they are not the same", len(printed), len(exported))
	}
}

func TestExportTellsWhatIsWrong(t *testing.T) {
	p := newProduct(t)
	dir := t.TempDir()
	claims, kept := filepath.Join(dir, "claims.jsonl"), filepath.Join(dir, "kept.graphml")
	p.must(t, "ingest extract testdata/documents/cooperation-news.txt > "+claims)
	if err := os.WriteFile(kept, []byte("as it was"), 0o600); err != nil {
		t.Fatal(err)
	}
	for command, want := range map[string]string{
		"--label Contry -o " + kept:              "Contry",
		"--organization Nobody -o " + kept:       "Nobody",
		"--since 20-7 -o " + kept:                "--since 20-7",
		"-o " + dir + "/table.csv":               "--format",
		"--format gexf -o " + dir:                "folder",
		"--format gexf -o " + dir + "/no/a.gexf": "/no/a.gexf",
		"--format gexf --from no-such.jsonl":     "no-such.jsonl",
	} {
		r := p.run(t, "", "ingest export --from "+claims+" "+command)
		if r.status != 2 || !strings.Contains(r.stderr, want) {
			t.Errorf("ingest export %s: exit status %d, want 2; standard error without %q:\n%s", command, r.status, want, r.stderr)
		}
	}
	if text, err := os.ReadFile(kept); err != nil || string(text) != "as it was" {
		t.Errorf("an export that failed left %q, %v", text, err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("an export that failed left %q", left)
	}
}

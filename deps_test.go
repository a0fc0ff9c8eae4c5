package concord_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// imports says which packages of this module each package may import besides the
// standard library, and which modules from outside it owns. A package without a row
// fails the test: adding one means deciding here where it stands.
//
// Tests inside a package may import more, except that no arrow may point up.
var imports = map[string]struct{ inside, outside []string }{
	"concord":        {},
	"concord/graph":  {},
	"concord/cypher": {},
	"concord/cmd/ingest": {
		inside:  []string{"concord/cmd/cli", "concord/graph", "concord/graph/store", "concord/graph/connect", "concord/ingest/document", "concord/ingest/export", "concord/ingest/gazetteer", "concord/ingest/extract", "concord/ingest/infer", "concord/ingest/reference", "concord/ingest/render", "concord/ingest/table"},
		outside: []string{"github.com/vbauerster/mpb/v8", "golang.org/x/term"},
	},
	"concord/cmd/cli": {outside: []string{"github.com/alecthomas/kong"}},
	"concord/cmd/gql": {
		inside:  []string{"concord/cmd/cli", "concord", "concord/cypher", "concord/graph/store", "concord/graph/connect", "concord/gql/schema", "concord/gql/guard", "concord/gql/plan", "concord/gql/compile", "concord/gql/answer", "concord/gql/server", "concord/gql/metrics", "concord/gql/tracing", "concord/gql/playground", "concord/gql/reader"},
		outside: []string{"github.com/agnivade/levenshtein"},
	},

	"concord/ingest/document": {
		outside: []string{"github.com/clipperhouse/uax29/v2", "golang.org/x/net", "golang.org/x/text", "github.com/yuin/goldmark", "github.com/klippa-app/go-pdfium", "github.com/tetratelabs/wazero", "go.yaml.in/yaml/v3"},
	},
	"concord/ingest/gazetteer": {inside: []string{"concord/graph"}, outside: []string{"golang.org/x/text", "go.yaml.in/yaml/v3"}},
	"concord/ingest/extract":   {inside: []string{"concord/graph", "concord/ingest/document", "concord/ingest/gazetteer"}, outside: []string{"golang.org/x/text", "go.yaml.in/yaml/v3"}},
	"concord/ingest/infer":     {inside: []string{"concord/graph", "concord/ingest/gazetteer", "concord/ingest/reference"}},
	"concord/ingest/reference": {inside: []string{"concord/graph", "concord/ingest/gazetteer"}},
	"concord/ingest/render":    {inside: []string{"concord/graph", "concord/ingest/export"}},
	"concord/ingest/export":    {inside: []string{"concord/graph"}, outside: []string{"github.com/parquet-go/parquet-go"}},
	"concord/ingest/evaluate":  {inside: []string{"concord/graph"}, outside: []string{"go.yaml.in/yaml/v3"}},

	"concord/graph/store":           {inside: []string{"concord/graph", "concord/cypher"}, outside: []string{"github.com/neo4j/neo4j-go-driver/v5"}},
	"concord/graph/connect":         {inside: []string{"concord/graph/store", "concord/graph/local"}},
	"concord/graph/local":           {},
	"concord/graph/local/jars":      {inside: []string{"concord/graph/local"}},
	"concord/graph/local/localtest": {inside: []string{"concord/graph/local"}, outside: []string{"github.com/testcontainers/testcontainers-go"}},

	"concord/gql/schema":          {inside: []string{"concord/cypher"}, outside: []string{"github.com/vektah/gqlparser/v2", "github.com/gertd/go-pluralize"}},
	"concord/gql/guard":           {},
	"concord/gql/peertest":        {inside: []string{"concord/graph/local/localtest"}},
	"concord/gql/guard/guardtest": {inside: []string{"concord/gql/guard"}},
	"concord/gql/plan":            {inside: []string{"concord/gql/schema"}, outside: []string{"github.com/vektah/gqlparser/v2"}},
	"concord/gql/compile":         {inside: []string{"concord/cypher", "concord/gql/schema", "concord/gql/plan"}, outside: []string{"github.com/vektah/gqlparser/v2"}},
	"concord/gql/naive":           {inside: []string{"concord/cypher", "concord/gql/schema"}, outside: []string{"github.com/vektah/gqlparser/v2"}},
	"concord/gql/answer":          {inside: []string{"concord/cypher", "concord/gql/schema", "concord/gql/plan"}, outside: []string{"github.com/graphql-go/graphql", "github.com/vektah/gqlparser/v2"}},
	"concord/gql/server":          {inside: []string{"concord/cypher", "concord/graph/store", "concord/gql/schema", "concord/gql/guard", "concord/gql/plan", "concord/gql/compile", "concord/gql/answer", "concord/gql/playground"}, outside: []string{"github.com/vektah/gqlparser/v2", "github.com/hashicorp/golang-lru/v2", "github.com/klauspost/compress"}},
	"concord/gql/metrics":         {inside: []string{"concord/gql/server"}, outside: []string{"github.com/prometheus/client_golang"}},
	"concord/gql/tracing":         {inside: []string{"concord/gql/server"}, outside: []string{"go.opentelemetry.io/otel"}},
	"concord/gql/playground":      {},
	"concord/gql/reader":          {inside: []string{"concord/cypher", "concord/gql/schema"}},
	"concord/gql/yardstick":       {},
}

type listed struct {
	ImportPath string
	Imports    []string
}

func TestImports(t *testing.T) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		row, ok := imports[p.ImportPath]
		if !ok {
			t.Errorf("%s has no row in the import table of deps_test.go", p.ImportPath)
			continue
		}
		for _, imp := range p.Imports {
			switch {
			case imp == "concord" || strings.HasPrefix(imp, "concord/"):
				if !slices.Contains(row.inside, imp) {
					t.Errorf("%s must not import %s: the import table of deps_test.go has no such arrow", p.ImportPath, imp)
				}
			case strings.Contains(strings.SplitN(imp, "/", 2)[0], "."):
				if !slices.ContainsFunc(row.outside, func(m string) bool { return imp == m || strings.HasPrefix(imp, m+"/") }) {
					t.Errorf("%s must not import %s: another package owns that module", p.ImportPath, imp)
				}
			}
		}
	}
}

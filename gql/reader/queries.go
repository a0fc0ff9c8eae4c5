package reader

import (
	"io/fs"
	"net/http"
	"net/url"
	"strings"

	"concord/cypher"
)

// research is a research query as its page shows it.
type research struct {
	cypher.QueryFile
	Open string // its address in Neo4j Browser, or empty
}

// Bound reports whether the query is about a node or relationship that GraphQL gives
// it; it cannot be run by itself.
func (q research) Bound() bool { _, ok := q.Parameter("this"); return ok }

func (s *site) queries(w http.ResponseWriter, _ *http.Request) {
	all, err := s.research()
	if err != nil {
		s.Logger.Error("queries", "error", err)
		s.fault(w, http.StatusInternalServerError, "A query cannot be read", "A file among the research queries has a mistake; the server's log says where.")
		return
	}
	s.show(w, http.StatusOK, "queries", page{Title: "Cypher queries", Section: "queries", Body: all})
}

// research reads all research queries, in the order of their names.
func (s *site) research() ([]research, error) {
	names, err := fs.Glob(s.Queries, "*.cypher")
	if err != nil {
		return nil, err
	}
	var all []research
	for _, name := range names {
		file, err := cypher.ReadQuery(s.Queries, strings.TrimSuffix(name, ".cypher"))
		if err != nil {
			return nil, err
		}
		q := research{QueryFile: file}
		if !q.Bound() {
			q.Open = browserLink(s.Browser, parameters(file)+file.Statement)
		}
		all = append(all, q)
	}
	return all, nil
}

// parameters is the command that sets a query's parameters to its examples. JSON text is
// a Cypher expression too, for the values an example may have.
func parameters(q cypher.QueryFile) string {
	var b strings.Builder
	for _, p := range q.Parameters {
		value := p.Example
		if value == "" {
			value = "null"
		}
		b.WriteString(":param " + p.Name + " => " + value + ";\n")
	}
	return b.String()
}

// browserLink opens Neo4j Browser with a text in its editor, not run: its parameters
// cmd=edit and arg (Neo4j Browser manual, "URL parameters"). It decodes its address before
// it looks for the next parameter, so what would end this one goes by its Unicode escape,
// which Cypher reads wherever it stands.
func browserLink(browser, text string) string {
	u, err := url.Parse(browser)
	if err != nil || browser == "" {
		return ""
	}
	v := u.Query()
	v.Set("cmd", "edit")
	v.Set("arg", strings.NewReplacer("&", `\u0026`, "#", `\u0023`).Replace(text))
	u.RawQuery = strings.ReplaceAll(v.Encode(), "+", "%20")
	return u.String()
}

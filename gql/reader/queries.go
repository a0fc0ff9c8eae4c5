package reader

import (
	"net/http"

	"concord/cypher"
)

// research is a research query as its page shows it.
type research struct {
	cypher.QueryFile
	Open string // its address in Neo4j Browser, or empty
}

// shelf is the queries of one level, the simplest level first.
type shelf struct {
	ID, Title, About string
	Queries          []research
}

func (s *site) queries(w http.ResponseWriter, _ *http.Request) {
	all, err := s.research()
	if err != nil {
		s.Logger.Error("queries", "error", err)
		s.fault(w, http.StatusInternalServerError, "A query cannot be read", "A file among the research queries has a mistake; the server's log says where.")
		return
	}
	s.show(w, http.StatusOK, "queries", page{Title: "Cypher queries", Section: "queries", Body: shelves(all)})
}

// shelves sorts queries by level; those that a field of GraphQL runs come last.
func shelves(all []research) []shelf {
	list := []shelf{
		{ID: "simple", Title: "Simple", About: "One pattern each: look something up, list what is around it."},
		{ID: "intermediate", Title: "Intermediate", About: "Several patterns, counts, days of membership, what is denied."},
		{ID: "hard", Title: "Hard", About: "Networks, paths, and sources against each other."},
		{ID: "bound", Title: "Of GraphQL", About: "They answer fields of GraphQL, which give them a node or a relationship as this."},
	}
	for _, q := range all {
		at := 0
		for i, l := range list {
			if l.ID == q.Level {
				at = i
			}
		}
		if q.Bound() {
			at = len(list) - 1
		}
		list[at].Queries = append(list[at].Queries, q)
	}
	return list
}

// research reads all research queries, in the order of their names.
func (s *site) research() ([]research, error) {
	names, err := cypher.QueryNames(s.Queries)
	if err != nil {
		return nil, err
	}
	var all []research
	for _, name := range names {
		q, err := s.read(name)
		if err != nil {
			return nil, err
		}
		all = append(all, q)
	}
	return all, nil
}

func (s *site) read(name string) (research, error) {
	file, err := cypher.ReadQuery(s.Queries, name)
	q := research{QueryFile: file}
	if err == nil && !q.Bound() {
		q.Open = browserLink(s.Browser, file.Commands()+file.Statement)
	}
	return q, err
}

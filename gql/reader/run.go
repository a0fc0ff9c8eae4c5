package reader

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"concord/cypher"
)

// mostRows is how many rows of a result a page shows.
const mostRows = 200

// trial is the page on which a query runs: its form and its rows.
type trial struct {
	research
	Fields   []input
	Mistakes []string // what is wrong with the values given
	Ran      bool
	Header   []string
	Rows     [][]string
	More     bool // there are more rows than are shown
}

// input is a parameter in the form.
type input struct {
	cypher.QueryField
	Value string
}

// run answers one query with the values of its form, or with its examples when none are
// given. An empty value of a parameter that may be null is null.
func (s *site) run(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	names, err := cypher.QueryNames(s.Queries)
	if err != nil || !slices.Contains(names, name) {
		s.fault(w, http.StatusNotFound, "No such query", "There is no query "+name+". Look for it among the queries.")
		return
	}
	q, err := s.read(name)
	if err != nil {
		s.Logger.Error("query", "error", err)
		s.fault(w, http.StatusInternalServerError, "A query cannot be read", "The query's file has a mistake; the server's log says where.")
		return
	}
	t := trial{research: q}
	given := values(q.QueryFile, r.URL.Query())
	for _, p := range q.Parameters {
		t.Fields = append(t.Fields, input{p, given[p.Name]})
	}
	status := http.StatusOK
	if !q.Bound() {
		params, err := q.Arguments(given)
		if err != nil {
			status = http.StatusBadRequest
			t.Mistakes = strings.Split(err.Error(), "\n")
		} else if err := s.answer(r, &t, params); err != nil {
			s.failed(w, err)
			return
		}
	}
	s.show(w, status, "query", page{Title: q.Question, Section: "queries", Body: t})
}

// values are what the form gives, or the examples where nothing is asked yet.
func values(q cypher.QueryFile, form url.Values) map[string]string {
	if len(form) == 0 {
		return q.Examples()
	}
	given := map[string]string{}
	for name := range form {
		p, known := q.Parameter(name)
		if text := form.Get(name); text != "" || !known || p.Type == "String!" {
			given[name] = text
		}
	}
	return given
}

func (s *site) answer(r *http.Request, t *trial, params map[string]any) error {
	rows, err := s.Run(r.Context(), t.Name, params)
	if err != nil {
		return err
	}
	t.Ran = true
	t.More = len(rows) > mostRows
	for _, c := range t.Columns {
		t.Header = append(t.Header, c.Name)
	}
	for _, row := range rows[:min(len(rows), mostRows)] {
		cells := make([]string, len(t.Header))
		for i, column := range t.Header {
			cells[i] = shown(row[column])
		}
		t.Rows = append(t.Rows, cells)
	}
	return nil
}

// shown is a value as people read it: a node by its name, a list by its items.
func shown(value any) string {
	switch v := value.(type) {
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = shown(item)
		}
		return strings.Join(items, "; ")
	case map[string]any:
		for _, key := range []string{"name", "title", "quote", "text", "id"} {
			if text, ok := v[key].(string); ok {
				return text
			}
		}
	}
	return text(Row{"": value}, "")
}

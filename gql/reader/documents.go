package reader

import (
	"net/http"
	"net/url"
	"strconv"
)

// perPage is how many documents a page of the list shows.
const perPage = 50

type library struct {
	Sources        []source
	Text           string // what the list was searched for
	Earlier, Later string // the queries of the pages before and after, or empty
}

func (s *site) documents(w http.ResponseWriter, r *http.Request) {
	search := r.URL.Query().Get("text")
	skip, err := strconv.Atoi(r.URL.Query().Get("skip"))
	if err != nil || skip < 0 {
		skip = 0
	}
	params := map[string]any{"text": nil, "skip": int64(skip), "limit": int64(perPage + 1)}
	if search != "" {
		params["text"] = search
	}
	rows, err := s.Run(r.Context(), "documents", params)
	if err != nil {
		s.failed(w, err)
		return
	}
	l := library{Text: search}
	for _, row := range rows[:min(len(rows), perPage)] {
		l.Sources = append(l.Sources, sourceOf(row))
	}
	if skip > 0 {
		l.Earlier = listQuery(search, max(0, skip-perPage))
	}
	if len(rows) > perPage {
		l.Later = listQuery(search, skip+perPage)
	}
	s.show(w, http.StatusOK, "documents", page{Title: "Documents", Section: "documents", Body: l})
}

func listQuery(search string, skip int) string {
	v := url.Values{}
	if search != "" {
		v.Set("text", search)
	}
	v.Set("skip", strconv.Itoa(skip))
	return "?" + v.Encode()
}

package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"concord/cypher"
	"concord/gql/playground"
	"concord/gql/reader"
	"concord/gql/schema"
	"concord/graph/connect"
	"concord/graph/store"
)

// pages are what is served beside the API: the playground, what it asks about its
// surroundings, and the documents and queries to read.
func pages(model *schema.Schema, database *connect.Database, timeout time.Duration, log *slog.Logger) (map[string]http.Handler, error) {
	browser := ""
	if l := database.Local; l != nil {
		// Without the login, which pages are not told: Browser keeps it, or asks for it.
		browser = l.BrowserURL()
	}
	read, err := reader.Handler(reader.Options{
		Queries: cypher.Queries(),
		Schema:  model,
		Browser: browser,
		Logger:  log,
		Run: func(ctx context.Context, name string, params map[string]any) ([]reader.Row, error) {
			query, err := cypher.ReadQuery(cypher.Queries(), name)
			if err != nil {
				return nil, err
			}
			return rows(ctx, database.Store, cypher.Statement{Text: query.Text, Params: params}, timeout)
		},
	})
	if err != nil {
		return nil, err
	}
	return map[string]http.Handler{
		"/":                playground.Handler(),
		"GET /config.json": surroundings(browser),
		"/documents":       read,
		"/documents/":      read,
		"/queries":         read,
		"/queries/":        read,
		"/schema":          read,
		"/reader/":         read,
		"/browser/":        read,
	}, nil
}

// rows runs a statement within the timeout and gives its rows by column.
func rows(ctx context.Context, s *store.Store, statement cypher.Statement, timeout time.Duration) ([]reader.Row, error) {
	result, err := s.Read(ctx, statement, store.ReadOptions{Timeout: timeout})
	if err != nil {
		return nil, err
	}
	named := make([]reader.Row, len(result.Rows))
	for i, values := range result.Rows {
		named[i] = make(reader.Row, len(result.Columns))
		for j, column := range result.Columns {
			named[i][column] = values[j]
		}
	}
	return named, nil
}

// surroundings tells the playground what is beside it.
func surroundings(browser string) http.Handler {
	config := map[string]string{}
	if info, ok := debug.ReadBuildInfo(); ok {
		config["version"] = info.Main.Version
	}
	if browser != "" {
		config["browser"] = browser
	}
	body, err := json.Marshal(config)
	if err != nil {
		panic(err) // unreachable: strings marshal
	}
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-cache")
		w.Write(body)
	})
}

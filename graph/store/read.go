package store

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"concord/cypher"
)

// ReadOptions say how to run a statement that reads. The zero value is good.
type ReadOptions struct {
	Timeout   time.Duration // the store's ReadTimeout if zero
	Bookmarks []string      // of writes that must be seen (Result.Bookmarks, Change.Bookmarks)
}

// Result is what a statement returns. Each row has a value for each column: nil, bool,
// int64, float64, string, []byte, []any, map[string]any, or a temporal or spatial type of
// package cypher. A node or relationship is the map of its properties with, beside them,
// "elementId" and "labels", or "elementId", "type", "start" and "end", the latter two element ids; a
// path is a map of "nodes" and "relationships".
type Result struct {
	Columns   []string
	Rows      [][]any
	Bookmarks []string
}

// Read runs a statement in a transaction of its own that cannot write, once the server
// has seen the bookmarks. It is tried again for up to 2 s where the server does not
// answer or the connection breaks, never where the statement needs too much memory.
// Context and timeout end it, on the server too.
func (s *Store) Read(ctx context.Context, statement cypher.Statement, o ReadOptions) (Result, error) {
	if o.Timeout <= 0 {
		o.Timeout = s.config.ReadTimeout
	}
	params, err := parameters(statement.Params)
	if err != nil {
		return Result{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, o.Timeout)
	defer cancel()
	var result Result
	err = s.retry(ctx, readRetries, func() (err error) {
		result, err = s.readOnce(ctx, statement.Text, params, o)
		return err
	})
	return result, err
}

// readOnce runs the statement as an auto-commit transaction: two messages fewer than
// with an explicit one.
func (s *Store) readOnce(ctx context.Context, text string, params map[string]any, o ReadOptions) (r Result, err error) {
	session := s.session(ctx, neo4j.AccessModeRead, o.Bookmarks)
	defer session.Close(context.WithoutCancel(ctx))
	result, err := session.Run(ctx, text, params, neo4j.WithTxTimeout(o.Timeout))
	if err != nil {
		return Result{}, err
	}
	if r.Columns, err = result.Keys(); err != nil {
		return Result{}, err
	}
	for result.Next(ctx) {
		row := result.Record().Values
		for i, v := range row {
			row[i] = plain(v)
		}
		r.Rows = append(r.Rows, row)
	}
	if err := result.Err(); err != nil {
		return Result{}, err
	}
	if _, err := result.Consume(ctx); err != nil {
		return Result{}, err
	}
	r.Bookmarks = neo4j.BookmarksToRawValues(session.LastBookmarks())
	return r, nil
}

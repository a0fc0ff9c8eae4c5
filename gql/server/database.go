package server

import (
	"context"
	"errors"
	"fmt"
	"time"

	"concord/cypher"
	"concord/graph/store"
)

// FromStore runs statements on a store: each in a transaction that cannot write, and that
// ends with the request's time even where the server doesn't hear that it should.
func FromStore(s *store.Store) Database {
	return func(ctx context.Context, statement cypher.Statement) (map[string]any, error) {
		var options store.ReadOptions
		if deadline, ok := ctx.Deadline(); ok {
			options.Timeout = max(time.Until(deadline), time.Millisecond)
		}
		bookmarks := BookmarksOf(ctx)
		if bookmarks != nil {
			options.Bookmarks = bookmarks.Given
		}
		result, err := s.Read(ctx, statement, options)
		if err != nil {
			return nil, err
		}
		if bookmarks != nil {
			bookmarks.See(result.Bookmarks)
		}
		return onlyRow(result)
	}
}

// onlyRow gives the one row of a result by column.
func onlyRow(r store.Result) (map[string]any, error) {
	if len(r.Rows) != 1 || len(r.Rows[0]) != len(r.Columns) {
		return nil, errNotOneRow(len(r.Rows))
	}
	row := make(map[string]any, len(r.Columns))
	for i, column := range r.Columns {
		row[column] = r.Rows[0][i]
	}
	return row, nil
}

var errRows = errors.New("a statement has one row for each operation")

func errNotOneRow(n int) error { return fmt.Errorf("the statement returned %d rows: %w", n, errRows) }

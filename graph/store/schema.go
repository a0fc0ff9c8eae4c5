package store

import (
	"context"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"concord/cypher"
)

// EnsureSchema makes the constraints and indexes of cypher/constraints that are missing,
// known by their names, in one transaction, and waits until all are filled.
func (s *Store) EnsureSchema(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, s.config.WriteTimeout)
	defer cancel()
	missing, err := s.missingConstraints(ctx)
	if err != nil || len(missing) == 0 {
		return err
	}
	err = s.retry(ctx, writeRetries, func() error {
		session := s.session(ctx, neo4j.AccessModeWrite, nil)
		defer session.Close(context.WithoutCancel(ctx))
		tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(s.config.WriteTimeout))
		if err != nil {
			return err
		}
		defer tx.Close(context.WithoutCancel(ctx))
		for _, c := range missing {
			if _, err := inTransaction(tx)(ctx, c.Text, nil); err != nil {
				return err
			}
		}
		return tx.Commit(ctx)
	})
	if err != nil {
		return err
	}
	_, err = s.query(ctx, awaitIndexes, map[string]any{"seconds": int64(s.config.WriteTimeout.Seconds())})
	return err
}

// missingConstraints returns the statements that make what the database does not have.
func (s *Store) missingConstraints(ctx context.Context) ([]cypher.Statement, error) {
	present := map[string]bool{}
	for _, q := range []string{constraintNames, indexNames} {
		rows, err := s.query(ctx, q, nil)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			present[r.text("name")] = true
		}
	}
	var missing []cypher.Statement
	for _, c := range cypher.Constraints() {
		if !present[constraintName(c.Text)] {
			missing = append(missing, c)
		}
	}
	return missing, nil
}

// constraintName returns the name that a statement gives: the word before IF NOT EXISTS.
func constraintName(statement string) string {
	before, _, _ := strings.Cut(statement, " IF NOT EXISTS")
	return before[strings.LastIndexAny(before, " \n")+1:]
}

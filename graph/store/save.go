package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"concord/graph"
)

// layout is part of every fingerprint: a store that would keep a bundle differently has
// another one, so that saving again brings what is there up to date.
const layout = "1"

// Save makes b what its document contributes to the graph, all of it or nothing, in one
// transaction: what the document contributed before and b does not is removed, and the
// nodes and relationships that this touches are computed anew from all documents. Saving
// what is there already changes nothing. A bundle that has Problems is refused whole.
//
// Writers wait for each other; one that died holds nobody up, for its transaction ends
// with its connection, or after the write timeout. Where the connection broke while the
// transaction was committing, the document's fingerprint says whether it had.
func (s *Store) Save(ctx context.Context, b graph.Bundle) (Change, error) {
	b = b.Normalized()
	if err := b.Check(); err != nil {
		return Change{}, &Error{Code: Invalid, Message: err.Error(), Cause: err}
	}
	mark, err := fingerprint(b)
	if err != nil {
		return Change{}, &Error{Code: Invalid, Message: err.Error(), Cause: err}
	}
	return s.replace(ctx, replacement{document: b.Document.ID, bundle: &b, fingerprint: mark})
}

// fingerprint is a hash of all that b says.
func fingerprint(b graph.Bundle) (string, error) {
	h := sha256.New()
	h.Write([]byte(layout))
	if err := graph.WriteJSONL(h, b); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Retract removes what a document contributed, in one transaction. The key is its ID, the
// beginning of its ID (at least 6 digits, "doc:" or not), or its title in any letter case.
func (s *Store) Retract(ctx context.Context, key string) (Change, error) {
	rows, err := s.query(ctx, findDocuments, map[string]any{"key": key, "prefix": prefix(key)})
	if err != nil {
		return Change{}, err
	}
	switch {
	case len(rows) == 0:
		return Change{}, &Error{Code: NotFound, Message: "no document has this id or title: " + key + "; list the documents and give one of them"}
	case len(rows) > 1 && rows[0].text("id") != key:
		var ids []string
		for _, r := range rows {
			ids = append(ids, r.text("id"))
		}
		return Change{}, &Error{Code: Ambiguous, Message: "more than one document fits " + key + ": " + strings.Join(ids, ", ") + "; give more of the id"}
	}
	return s.replace(ctx, replacement{document: rows[0].text("id")})
}

// prefix is the beginning of the ids that key stands for, or what no id begins with.
func prefix(key string) string {
	digits := strings.TrimPrefix(key, "doc:")
	if len(digits) < 6 || strings.Trim(digits, "0123456789abcdef") != "" {
		return "no id"
	}
	return "doc:" + digits
}

// replacement is a document's contribution to put in the place of its old one; no bundle
// removes it.
type replacement struct {
	document    string
	bundle      *graph.Bundle
	fingerprint string
}

func (s *Store) replace(ctx context.Context, r replacement) (Change, error) {
	var lost *Change // what a transaction did of which nobody knows whether it committed
	var change Change
	err := s.retry(ctx, writeRetries, func() error {
		ctx, cancel := context.WithTimeout(ctx, s.config.WriteTimeout)
		defer cancel()
		session := s.session(ctx, neo4j.AccessModeWrite, nil)
		defer session.Close(context.WithoutCancel(ctx))
		tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(s.config.WriteTimeout))
		if err != nil {
			return translate(ctx, err)
		}
		defer tx.Close(context.WithoutCancel(ctx))
		var done bool
		change, done, err = r.run(ctx, inTransaction(tx), lost)
		if err != nil || done {
			return orNil(ctx, err)
		}
		lost = &change
		if err := tx.Commit(ctx); err != nil {
			kept := change
			lost = &kept
			return translate(ctx, err)
		}
		change.Bookmarks = neo4j.BookmarksToRawValues(session.LastBookmarks())
		return nil
	})
	if CodeOf(err) == Memory {
		return Change{}, &Error{Code: Memory, Message: tooLarge, Cause: err}
	}
	if err != nil {
		return Change{}, err
	}
	return change, nil
}

const tooLarge = "the document is too large for one transaction of Neo4j, which needs about 20 KB of memory for each claim; " +
	"raise the server's heap (server.memory.heap.max_size) and dbms.memory.transaction.total.max, or split the document"

// orNil keeps a nil *Error from becoming an error that is not nil.
func orNil(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	return translate(ctx, err)
}

// run does the replacement in a transaction, once every other writer's has ended. It is
// done, with nothing to commit, where the graph has it already.
func (r replacement) run(ctx context.Context, run runner, lost *Change) (change Change, done bool, err error) {
	rows, err := run(ctx, lockWriter, map[string]any{"document": r.document})
	if err != nil {
		return Change{}, false, err
	}
	found, _ := rows[0]["found"].(bool)
	stored := rows[0].text("fingerprint")
	switch {
	case lost != nil && (r.bundle == nil && !found || r.bundle != nil && stored == r.fingerprint):
		return *lost, true, nil
	case r.bundle == nil && !found:
		return Change{}, false, &Error{Code: NotFound, Message: "the document is gone already; list the documents"}
	case r.bundle != nil && stored == r.fingerprint:
		return unchanged(*r.bundle), true, nil
	}
	var old graph.Bundle
	if found {
		if old, err = load(ctx, run, r.document); err != nil {
			return Change{}, false, err
		}
	}
	u := newUpdate(r, found, old)
	if err := u.recompute(ctx, run); err != nil {
		return Change{}, false, err
	}
	if err := u.write(ctx, run); err != nil {
		return Change{}, false, err
	}
	return u.change, false, nil
}

// load reads what a document has contributed. The text of the document is not stored.
func load(ctx context.Context, run runner, document string) (graph.Bundle, error) {
	b := graph.Bundle{Document: graph.Document{ID: document}}
	params := map[string]any{"document": document}
	steps := []struct {
		statement string
		read      func(row) error
	}{
		{storedDocument, func(r row) error {
			b.Document = graph.Document{
				ID: document, Title: r.text("title"), Publisher: r.text("publisher"), Published: r.text("published"),
				Language: r.text("language"), URL: r.text("url"),
			}
			return nil
		}},
		{storedPassages, func(r row) error {
			b.Passages = append(b.Passages, r.passage())
			return nil
		}},
		{storedDescriptions, func(r row) error {
			d, err := r.description()
			b.Entities = append(b.Entities, d.Entity)
			return err
		}},
		{storedClaims, func(r row) error {
			c, err := r.claim()
			b.Claims = append(b.Claims, c)
			return err
		}},
	}
	for _, step := range steps {
		rows, err := run(ctx, step.statement, params)
		if err != nil {
			return b, err
		}
		var errs []error
		for _, r := range rows {
			errs = append(errs, step.read(r))
		}
		if err := errors.Join(errs...); err != nil {
			return b, err
		}
	}
	return b.Normalized(), nil
}

func (r row) passage() graph.Passage {
	p := graph.Passage{
		ID: r.text("id"), Ordinal: r.number("ordinal"), Section: r.text("section"), Text: r.text("text"), Start: r.number("start"), End: r.number("end"),
	}
	mentions, _ := r["mentions"].([]any)
	for _, v := range mentions {
		m, _ := v.(map[string]any)
		p.Mentions = append(p.Mentions, graph.Mention{
			Entity: row(m).text("entity"), Surface: row(m).text("surface"), Start: row(m).number("start"), End: row(m).number("end"),
		})
	}
	return p
}

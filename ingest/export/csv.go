package export

import (
	"encoding/csv"
	"io"
	"iter"
	"reflect"

	"concord/graph"
)

// csvTable writes rows as CSV (RFC 4180, UTF-8, lines end in a line feed), the columns'
// names first.
type csvTable[Row any] struct {
	out     *csv.Writer
	columns []column
	cells   []string
	headed  bool
}

func newCSV[Row any](w io.Writer) *csvTable[Row] {
	columns := columnsOf(reflect.TypeFor[Row]())
	return &csvTable[Row]{out: csv.NewWriter(w), columns: columns, cells: make([]string, len(columns))}
}

// head writes the columns' names, once.
func (t *csvTable[Row]) head() error {
	if t.headed {
		return nil
	}
	t.headed = true
	for i, c := range t.columns {
		t.cells[i] = c.name
	}
	return t.out.Write(t.cells)
}

// write writes rows; flush has them written to the end.
func (t *csvTable[Row]) write(rows iter.Seq2[Row, error]) error {
	if err := t.head(); err != nil {
		return err
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		v := reflect.ValueOf(row)
		for i, c := range t.columns {
			t.cells[i] = c.textOf(v)
		}
		if err := t.out.Write(t.cells); err != nil {
			return err
		}
	}
	return nil
}

func (t *csvTable[Row]) flush() error {
	t.out.Flush()
	return t.out.Error()
}

// writeCSV writes a whole table, the columns' names also where there is no row.
func writeCSV[Row any](w io.Writer, rows iter.Seq2[Row, error]) error {
	t := newCSV[Row](w)
	if err := t.write(rows); err != nil {
		return err
	}
	return t.flush()
}

// ClaimsCSV returns a function that writes the claims of one bundle after another to w, as the
// rows of claims-csv, each call's to its end. The names of columns come with the first one's.
func ClaimsCSV(w io.Writer) func(graph.Bundle) error {
	t := newCSV[ClaimRow](w)
	return func(b graph.Bundle) error {
		if err := t.write(claimRowsOf(b)); err != nil {
			return err
		}
		return t.flush()
	}
}

package export

import (
	"encoding/csv"
	"io"
	"iter"
	"reflect"
)

// writeCSV writes rows as CSV (RFC 4180, UTF-8, lines end in a line feed), the columns'
// names first, also where there is no row.
func writeCSV[Row any](w io.Writer, rows iter.Seq2[Row, error]) error {
	out := csv.NewWriter(w)
	columns := columnsOf(reflect.TypeFor[Row]())
	cells := make([]string, len(columns))
	for i, c := range columns {
		cells[i] = c.name
	}
	if err := out.Write(cells); err != nil {
		return err
	}
	for row, err := range rows {
		if err != nil {
			return err
		}
		v := reflect.ValueOf(row)
		for i, c := range columns {
			cells[i] = c.textOf(v)
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

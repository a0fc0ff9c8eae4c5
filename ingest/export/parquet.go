package export

import (
	"errors"
	"io"
	"iter"

	"github.com/parquet-go/parquet-go"
)

// rowsOfGroup is how many rows are held in memory before they are written.
const rowsOfGroup = 10_000

// writeParquet writes rows as Apache Parquet, compressed with Snappy, which every reader has.
func writeParquet[Row any](w io.Writer, rows iter.Seq2[Row, error]) error {
	out := parquet.NewGenericWriter[Row](w,
		parquet.Compression(&parquet.Snappy),
		parquet.MaxRowsPerRowGroup(rowsOfGroup),
		parquet.CreatedBy("concord", "ingest export", ""))
	batch := make([]Row, 0, 100)
	flush := func() error {
		_, err := out.Write(batch)
		batch = batch[:0]
		return err
	}
	for row, err := range rows {
		if err != nil {
			return errors.Join(err, out.Close())
		}
		if batch = append(batch, row); len(batch) == cap(batch) {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	return out.Close()
}

package extract

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"concord/graph"
	"concord/ingest/document"
	"concord/ingest/evaluate"
)

// TestScore measures extraction on the documents with known claims, and fails when it gets
// worse than it was. Run it with -v to see the tables, and with SCORE_ERRORS set to see every miss and
// false claim of the open half.
func TestScore(t *testing.T) {
	x := newExtractor(t)
	run := func(path string) (graph.Bundle, error) {
		d, err := document.Open(path, document.Meta{})
		if err != nil {
			return graph.Bundle{}, err
		}
		return x.Extract(d), nil
	}
	for _, half := range []struct {
		dir               string
		precision, recall float64
	}{{"documents", 0.965, 0.77}, {"documents/blind", 0.875, 0.595}} {
		files, err := evaluate.Documents(filepath.Join("..", "..", "testdata", half.dir))
		if err != nil {
			t.Fatal(err)
		}
		sum, err := evaluate.Run(files, run)
		if err != nil {
			t.Error(err)
		}
		check(t, half.dir, sum, half.precision, half.recall)
		if os.Getenv("SCORE_ERRORS") == half.dir {
			err = errors.Join(err, sum.WriteErrors(os.Stdout))
		}
		if err != nil {
			t.Error(err)
		}
	}
}

// TestScoreChapter measures extraction on the chapter.
func TestScoreChapter(t *testing.T) {
	b := chapter(t)
	gold, err := evaluate.Load(filepath.Join("..", "..", "testdata", "chapter.claims.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var sum evaluate.Summary
	sum.Add("chapter", evaluate.Score(b, gold))
	check(t, "chapter", sum, 0.98, 0.95)
}

func check(t *testing.T, name string, sum evaluate.Summary, precision, recall float64) {
	t.Helper()
	if testing.Verbose() {
		if err := sum.WriteTable(os.Stdout); err != nil {
			t.Error(err)
		}
	}
	total := sum.Total()
	t.Logf("%s: precision %.3f, recall %.3f", name, total.Precision(), total.Recall())
	if total.Precision() < precision || total.Recall() < recall {
		t.Errorf("%s: precision %.3f and recall %.3f; they were at least %.3f and %.3f", name, total.Precision(), total.Recall(), precision, recall)
	}
}

package evaluate

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"concord/graph"
)

func TestRun(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"b.md": peaceText, "b.claims.yaml": peaceGold,
		"a.txt": peaceText, "a.claims.yaml": peaceGold,
		"broken.txt": peaceText, "broken.claims.yaml": "claims: [[CHN, MEMBER_OF]]",
		"without.txt": peaceText,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, err := Documents(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, filepath.Base(f))
	}
	if want := []string{"a.txt", "b.md", "broken.txt"}; !slices.Equal(names, want) {
		t.Errorf("documents %v, want %v", names, want)
	}
	s, err := Run(files, func(path string) (graph.Bundle, error) {
		if strings.HasSuffix(path, ".md") {
			return graph.Bundle{}, errors.New("unreadable")
		}
		return perfect(), nil
	})
	if len(s.Reports) != 1 || s.Total().F1() != 1 {
		t.Errorf("%d reports, F1 %v; want one that is perfect", len(s.Reports), s.Total().F1())
	}
	for _, want := range []string{"b.md: unreadable", "broken.claims.yaml:1:10: a claim is not"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v lacks %q", err, want)
		}
	}
}

func TestSummary(t *testing.T) {
	gold, err := Parse("peace.claims.yaml", []byte(peaceGold))
	if err != nil {
		t.Fatal(err)
	}
	b := perfect()
	b.Claims = b.Claims[1:]
	var s Summary
	s.Add("one.txt", Score(perfect(), gold))
	s.Add("two.txt", Score(b, gold))
	var table, list strings.Builder
	if err := errors.Join(s.WriteTable(&table), s.WriteErrors(&list)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"PARTICIPATED_IN             5      0      1     1.000   0.833  0.909", "two.txt", "2 documents"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, table.String())
		}
	}
	if want := "missed  country:CHN PARTICIPATED_IN peace “Peace-2007” 2007-03 {role: participant}"; !strings.Contains(list.String(), want) || !strings.Contains(list.String(), peaceText) {
		t.Errorf("the list lacks %q or its sentence:\n%s", want, list.String())
	}
}

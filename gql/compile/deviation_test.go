package compile_test

import (
	"os"
	"path/filepath"
	"testing"

	"go.yaml.in/yaml/v3"
)

// deviation is a difference from the peer, on purpose.
type deviation struct {
	Name, Peer, Ours, Why string
	Cases                 []string
}

func deviations(t *testing.T) []deviation {
	t.Helper()
	text, err := os.ReadFile("../../testdata/deviations.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var list []deviation
	if err := yaml.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	if len(list) == 0 {
		t.Fatal("no deviations read")
	}
	return list
}

// Every difference from the peer names its reason and a case that shows it.
func TestDeviationsHaveCases(t *testing.T) {
	for _, d := range deviations(t) {
		if d.Name == "" || d.Peer == "" || d.Ours == "" || d.Why == "" || len(d.Cases) == 0 {
			t.Errorf("%+v is incomplete", d)
		}
		for _, c := range d.Cases {
			if _, err := os.Stat(filepath.Join(folder, c+".txtar")); err != nil {
				t.Errorf("%s: no case: %v", d.Name, err)
			}
		}
	}
}

package extract

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// again is an expression that reads the sentence of an event or of something said of it.
var again = regexp.MustCompile(`\.s\.(toks|items|ph|matches)\b`)

// TestRoomsAreLeft: the room of a sentence that was read is another's. No rule reads it again, but those that
// look into a document's title, whose sentences keep their rooms.
func TestRoomsAreLeft(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || file == "meetingseries.go" {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for n, line := range strings.Split(string(text), "\n") {
			if found := again.FindString(line); found != "" {
				t.Errorf("%s:%d: %s is gone once the sentence has been read; note in the event what is needed, or look at lastTitle", file, n+1, found)
			}
		}
	}
}

package schema

import (
	_ "embed"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

//go:embed README.md
var readme string

// TestDirectives compares the list of directives, their declarations, their files and
// the table in README.md.
func TestDirectives(t *testing.T) {
	v := newVocabulary()
	var listed []string
	for _, d := range directives() {
		name := regexp.MustCompile(`directive @(\w+)`).FindStringSubmatch(d.declaration)[1]
		listed = append(listed, name)
		known := v.byName[name]
		if known == nil {
			t.Errorf("@%s is listed, and not in the vocabulary", name)
			continue
		}
		if known.definition.Description == "" {
			t.Errorf("@%s has no description", name)
		}
		if (known.refused == "") != (known.remedy == "") {
			t.Errorf("@%s is refused without a remedy, or has a remedy for nothing", name)
		}
		file := "directive_" + strings.ToLower(strings.TrimSuffix(name, "Claim")) + ".go"
		if _, err := os.Stat(file); err != nil {
			t.Errorf("@%s has no file %s", name, file)
		}
	}
	sorted := slices.SortedFunc(slices.Values(listed), func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	if !slices.Equal(listed, sorted) {
		t.Errorf("the list of directives is not in alphabetical order: %v", listed)
	}
	var documented []string
	for _, row := range regexp.MustCompile("(?m)^\\| `@(\\w+)(.*)$").FindAllStringSubmatch(readme, -1) {
		documented = append(documented, row[1])
		if d := v.byName[row[1]]; d != nil && (d.refused != "") != strings.Contains(row[2], "refused") {
			t.Errorf("README.md and the code differ on whether @%s is refused", row[1])
		}
	}
	if !slices.Equal(listed, documented) {
		t.Errorf("README.md documents %v, the list has %v", documented, listed)
	}
}

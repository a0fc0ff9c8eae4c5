package yardstick_test

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/tools/txtar"
)

// question is one of the yardstick's, with the values that its variables take in turns.
type question struct {
	Name      string           `json:"name"`
	Operation string           `json:"gql"`
	Variables []map[string]any `json:"vars"`
	Answer    string           `json:"root"`   // the root field
	One       bool             `json:"single"` // the answer is the first row, not all of them
	ByHand    string           `json:"cypher"` // a column for each field of a row
}

//go:embed testdata/questions/*.txtar
var questionFiles embed.FS

// questions are those of testdata/questions.
func questions() ([]question, error) {
	names, err := fs.Glob(questionFiles, "testdata/questions/*.txtar")
	if err != nil {
		return nil, err
	}
	var all []question
	for _, name := range names {
		text, err := questionFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		q := question{Name: strings.TrimSuffix(filepath.Base(name), ".txtar")}
		for _, section := range txtar.Parse(text).Files {
			content := strings.TrimSpace(string(section.Data))
			switch section.Name {
			case "operation":
				q.Operation = content
			case "by_hand":
				q.ByHand = content
			case "answer":
				q.Answer, q.One = strings.CutSuffix(content, ", one")
			case "values":
				q.Variables = values(content)
			}
		}
		if q.Operation == "" || q.ByHand == "" || q.Answer == "" || len(q.Variables) == 0 {
			return nil, fmt.Errorf("%s lacks one of operation, by_hand, answer and values", name)
		}
		all = append(all, q)
	}
	return all, nil
}

// values are what a question is asked with: some of a kind.
func values(kind string) []map[string]any {
	kinds := map[string]struct {
		count int
		value func(i int) any
	}{
		"country":      {50, func(i int) any { return iso3(i * 4) }},
		"member":       {10, func(i int) any { return iso3(i) }},
		"organization": {50, func(i int) any { return acronym(i * 2) }},
		"place":        {50, func(i int) any { return placeName(i * 10) }},
		"year":         {10, func(i int) any { return 2005 + i }},
	}
	var all []map[string]any
	for i := range kinds[kind].count {
		all = append(all, map[string]any{"value": kinds[kind].value(i)})
	}
	return all
}

// outside is a yardstick that is kept outside of this module: a folder with typedefs.graphql,
// gen.py (which writes its graph over Neo4j's HTTP API) and questions.mjs.
type outside string

func (o outside) questions() ([]question, error) {
	cmd := exec.Command("node", "--input-type=module", "-e",
		"const {defs} = await import(process.argv[1]); console.log(JSON.stringify(defs))", filepath.Join(string(o), "questions.mjs"))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("node: %w", err)
	}
	var all []question
	return all, json.Unmarshal(out, &all)
}

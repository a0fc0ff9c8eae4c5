package cypher

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed constraints/*.cypher
var constraints embed.FS

// Constraints returns the statements that give a database its constraints and indexes,
// in the order in which they are to run: that of the files of constraints/, and within a
// file that of the statements, each of which ends in a semicolon at the end of a line.
func Constraints() []Statement {
	folder := below(constraints, "constraints")
	names, err := fs.Glob(folder, "*.cypher") // sorted
	if err != nil {
		panic(err) // the pattern is fixed
	}
	var list []Statement
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			panic(err) // the file is embedded above
		}
		for _, statement := range strings.SplitAfter(string(text), ";\n") {
			if statement = strings.TrimSuffix(strings.TrimSpace(statement), ";"); statement != "" {
				list = append(list, Statement{Text: statement})
			}
		}
	}
	return list
}

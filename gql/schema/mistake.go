package schema

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Mistake is something wrong in the type definitions: where, what, and how to mend it.
type Mistake struct {
	File         string // the name of the source
	Line, Column int    // from 1; Column counts Unicode code points
	Message      string
	Remedy       string
}

func (m Mistake) Error() string { return m.place() + ": " + m.Message + "; " + m.Remedy }

func (m Mistake) place() string { return fmt.Sprintf("%s:%d:%d", m.File, m.Line, m.Column) }

// Mistakes is all that is wrong, in the order of the sources. It is the error of [Load].
type Mistakes []Mistake

func (m Mistakes) Error() string {
	lines := make([]string, len(m))
	for i, mistake := range m {
		lines[i] = mistake.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the mistakes one by one.
func (m Mistakes) Unwrap() []error {
	errs := make([]error, len(m))
	for i, mistake := range m {
		errs[i] = mistake
	}
	return errs
}

// wrong notes a mistake. at is nil for what concerns the definitions as a whole.
func (l *loader) wrong(at *ast.Position, remedy, message string, args ...any) {
	m := Mistake{File: "schema", Line: 1, Column: 1, Message: fmt.Sprintf(message, args...), Remedy: remedy}
	for file, i := range l.sources {
		if i == 0 {
			m.File = file
		}
	}
	if at != nil {
		m.Line, m.Column = max(at.Line, 1), max(at.Column, 1)
		if at.Src != nil {
			m.File = at.Src.Name
		}
	}
	l.mistakes = append(l.mistakes, m)
}

// failed is the mistakes in the order of the sources, or nil if there are none.
func (l *loader) failed() error {
	if len(l.mistakes) == 0 {
		return nil
	}
	slices.SortStableFunc(l.mistakes, func(a, b Mistake) int {
		return cmp.Or(
			cmp.Compare(l.sources[a.File], l.sources[b.File]),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
		)
	})
	return slices.Compact(l.mistakes)
}

package gazetteer

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"concord/graph"
)

// files are the data files, in the order in which their entries count as more usual
// readings of a name that several share, and what their lines mean.
var files = []struct {
	name string
	read func(*loader, row)
}{
	{"countries.tsv", (*loader).country},
	{"organizations.tsv", (*loader).organization},
	{"forces.tsv", (*loader).organization},
	{"missions.tsv", (*loader).mission},
	{"places.tsv", (*loader).place},
	{"decoys.tsv", (*loader).decoy},
}

// loader builds a gazetteer and collects what is wrong with the data.
type loader struct {
	g        *Gazetteer
	problems []error
	pending  []reference // ids to look up when all lines are read
	later    []func()    // less usual readings, to enter after all others
}

// reference is an id that a line names and that must exist.
type reference struct {
	at row
	id string
}

// row is a line of a data file: its cells by column name.
type row struct {
	file  string
	line  int
	cells map[string]string
}

func load(data fs.FS) (*Gazetteer, error) {
	l := &loader{g: &Gazetteer{byID: map[string]*Entry{}, lookup: map[string][]*Entry{}, names: newTrie()}}
	for _, f := range files {
		rows, err := readRows(data, path.Join("data", f.name))
		if err != nil {
			l.problems = append(l.problems, err)
		}
		for _, r := range rows {
			f.read(l, r)
		}
	}
	for _, ref := range l.pending {
		if _, ok := l.g.byID[ref.id]; !ok {
			l.fail(ref.at, "%s is not defined in any data file: add its line or mend the name", ref.id)
		}
	}
	for _, enter := range l.later {
		enter()
	}
	l.g.names.order()
	if err := errors.Join(l.problems...); err != nil {
		return nil, err
	}
	return l.g, nil
}

func (l *loader) fail(r row, format string, args ...any) {
	l.problems = append(l.problems, fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...)))
}

// readRows reads a data file: tab-separated, "#" begins a comment line, the first
// other line names the columns; missing cells at a line's end are empty.
func readRows(data fs.FS, name string) ([]row, error) {
	b, err := fs.ReadFile(data, name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w: every data file must be embedded", name, err)
	}
	var rows []row
	var columns []string
	var problems []error
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if columns == nil {
			columns = cells
			continue
		}
		if len(cells) > len(columns) {
			problems = append(problems, fmt.Errorf("%s:%d: %d cells under %d columns: remove a tab", name, i+1, len(cells), len(columns)))
			continue
		}
		r := row{name, i + 1, map[string]string{}}
		for c, cell := range cells {
			r.cells[columns[c]] = strings.TrimSpace(cell)
		}
		rows = append(rows, r)
	}
	return rows, errors.Join(problems...)
}

// list splits a cell at its semicolons.
func (r row) list(column string) []string {
	var items []string
	for item := range strings.SplitSeq(r.cells[column], ";") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// location returns the id of what a cell names: a country by its alpha-3 code, else a
// place by its slug; empty for an empty cell.
func (l *loader) location(r row, cell string) string {
	switch {
	case cell == "":
		return ""
	case len(cell) == 3 && cell == strings.ToUpper(cell):
		return l.refer(r, "country:"+cell)
	default:
		return l.refer(r, "place:"+cell)
	}
}

func (l *loader) locations(r row, column string) []string {
	var ids []string
	for _, cell := range r.list(column) {
		ids = append(ids, l.location(r, cell))
	}
	return ids
}

func (l *loader) refer(r row, id string) string {
	l.pending = append(l.pending, reference{r, id})
	return id
}

// enter adds an entry with the names it is shown and known under.
func (l *loader) enter(r row, e *Entry, aliases []string) {
	if e.Entity.Name == "" {
		l.fail(r, "a name is missing: fill the column")
		return
	}
	if e.Entity.ID != "" {
		if _, taken := l.g.byID[e.Entity.ID]; taken {
			l.fail(r, "%s is defined twice: remove one line or give it a slug of its own", e.Entity.ID)
			return
		}
		l.g.byID[e.Entity.ID] = e
	}
	for _, a := range aliases {
		if a != e.Entity.Name {
			e.Entity.Aliases = append(e.Entity.Aliases, a)
		}
	}
	slices.Sort(e.Entity.Aliases)
	e.Entity.Aliases = slices.Compact(e.Entity.Aliases)
}

// name enters a form of an entry's name, in all its spellings. In the data, "=" before
// a form means: in this very spelling only; "?" after it: a less usual reading.
func (l *loader) name(r row, form Form, text string, e *Entry) {
	if text, ok := strings.CutSuffix(text, "?"); ok {
		l.later = append(l.later, func() { l.name(r, form, text, e) })
		return
	}
	exact := strings.HasPrefix(text, "=")
	text = strings.TrimPrefix(text, "=")
	if text == "" {
		l.fail(r, "a form is empty: remove a semicolon")
		return
	}
	if rest, ok := strings.CutPrefix(text, "Operation "); ok && !exact {
		l.name(r, form, "operation "+rest, e)
	}
	for _, s := range spellings(text) {
		if n := len(strings.Fields(s)); n > longest/2 {
			l.fail(r, "%q has %d words: a name may have %d", s, n, longest/2)
			continue
		}
		l.g.names.add(s, form, exact || isAcronym(s), form == Prefix, e)
		if e.Entity.ID == "" || form == Adjective || form == Demonym || form == Prefix {
			continue
		}
		key := s
		if !isAcronym(s) {
			key = "~" + strings.TrimPrefix(foldName(s), "the ")
		}
		l.code(key, e)
	}
}

// code makes e what Lookup finds under key.
func (l *loader) code(key string, e *Entry) {
	if !containsEntry(l.g.lookup[key], e) {
		l.g.lookup[key] = append(l.g.lookup[key], e)
	}
}

// isAcronym reports whether all letters of s are capitals.
func isAcronym(s string) bool { return s == strings.ToUpper(s) }

// plain removes the marks that forms have in the data.
func plain(forms []string) []string {
	var names []string
	for _, f := range forms {
		names = append(names, strings.TrimSuffix(strings.TrimPrefix(f, "="), "?"))
	}
	return names
}

func entity(label graph.Label, id, name string, properties map[string]any) graph.Entity {
	for k, v := range properties {
		if v == "" {
			delete(properties, k)
		}
	}
	return graph.Entity{ID: id, Label: label, Name: name, Properties: properties}
}

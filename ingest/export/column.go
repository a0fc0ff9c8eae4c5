package export

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"concord/graph"
)

// kind is the type of a column.
type kind string

const (
	text    kind = "text"
	integer kind = "integer"
	number  kind = "number"
	boolean kind = "boolean"
	date    kind = "date" // days since 1970-01-01 in the row, YYYY-MM-DD in text
	list    kind = "list" // of texts
)

// column is a column of a table, named once, by the parquet tag of the row's field.
type column struct {
	name  string
	kind  kind
	index int
}

// columnsOf returns the columns of a row's type in their order.
func columnsOf(row reflect.Type) []column {
	columns := make([]column, row.NumField())
	for i := range columns {
		f := row.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("parquet"), ",")
		c := column{name: name, index: i, kind: text}
		t := f.Type
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		switch {
		case strings.Contains(options, "date"):
			c.kind = date
		case t.Kind() == reflect.Slice:
			c.kind = list
		case t.Kind() == reflect.Bool:
			c.kind = boolean
		case t.Kind() == reflect.Float64:
			c.kind = number
		case t.Kind() == reflect.Int64:
			c.kind = integer
		}
		columns[i] = c
	}
	return columns
}

// textOf returns the column's value in a row as text, "" for none. A list's entries stand
// between vertical bars; a bar or backslash inside one follows a backslash.
func (c column) textOf(row reflect.Value) string {
	v := row.Field(c.index)
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return ""
		}
		v = v.Elem()
	}
	switch c.kind {
	case date:
		return time.Unix(v.Int()*secondsOfDay, 0).UTC().Format(time.DateOnly)
	case list:
		entries := make([]string, v.Len())
		for i := range entries {
			entries[i] = escapeEntry.Replace(v.Index(i).String())
		}
		return strings.Join(entries, "|")
	case integer:
		return strconv.FormatInt(v.Int(), 10)
	case number:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	case boolean:
		return strconv.FormatBool(v.Bool())
	}
	return v.String()
}

var escapeEntry = strings.NewReplacer(`\`, `\\`, "|", `\|`)

const secondsOfDay = 24 * 60 * 60

// daysOf returns a day as Parquet counts it, from 1970-01-01.
func daysOf(d graph.Day) *int32 {
	n := int32(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay)
	return &n
}

// properties hands out the properties of a node or edge by name; what nobody took is left.
type properties map[string]any

func take[T any](p properties, name string) (value T) {
	if v, ok := p[name].(T); ok {
		delete(p, name)
		return v
	}
	return value
}

func takePointer[T any](p properties, name string) *T {
	if v, ok := p[name].(T); ok {
		delete(p, name)
		return &v
	}
	return nil
}

func (p properties) day(name string) *int32 {
	if d := takePointer[graph.Day](p, name); d != nil {
		return daysOf(*d)
	}
	return nil
}

// rest returns what nobody took as one JSON object, "" for nothing.
func (p properties) rest() (string, error) {
	if len(p) == 0 {
		return "", nil
	}
	return graph.EncodeProperties(p)
}

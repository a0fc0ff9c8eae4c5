package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode/utf8"
)

// widest is how many characters of a value a table shows.
const widest = 60

// printRows prints a result: as a table with long values cut, as CSV (RFC 4180) with
// nodes by their names, or as a JSON array with all of it.
func printRows(w io.Writer, columns []string, rows [][]any, format string) error {
	switch format {
	case "json":
		return printJSON(w, columns, rows)
	case "csv":
		c := csv.NewWriter(w)
		c.Write(columns)
		for _, row := range rows {
			c.Write(cells(row))
		}
		c.Flush()
		return c.Error()
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, strings.Join(columns, "\t"))
	for _, row := range rows {
		shown := cells(row)
		for i, cell := range shown {
			shown[i] = short(cell)
		}
		fmt.Fprintln(t, strings.Join(shown, "\t"))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	plural := "s"
	if len(rows) == 1 {
		plural = ""
	}
	_, err := fmt.Fprintf(w, "%d row%s\n", len(rows), plural)
	return err
}

// printJSON keeps the columns in their order, a row a line.
func printJSON(w io.Writer, columns []string, rows [][]any) error {
	var b bytes.Buffer
	b.WriteString("[")
	for i, row := range rows {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n  {")
		for j, column := range columns {
			if j > 0 {
				b.WriteString(", ")
			}
			value, err := json.Marshal(row[j])
			if err != nil {
				return fmt.Errorf("%s: %w", column, err)
			}
			fmt.Fprintf(&b, "%q: %s", column, value)
		}
		b.WriteString("}")
	}
	if len(rows) > 0 {
		b.WriteString("\n")
	}
	b.WriteString("]\n")
	_, err := b.WriteTo(w)
	return err
}

func cells(row []any) []string {
	shown := make([]string, len(row))
	for i, value := range row {
		shown[i] = cell(value)
	}
	return shown
}

// cell is a value as people read it: a node by its name, a list by its items.
func cell(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []any:
		return strings.Join(cells(v), "; ")
	case map[string]any:
		for _, key := range []string{"name", "title", "quote", "text", "id"} {
			if text, ok := v[key].(string); ok {
				return text
			}
		}
		text, err := json.Marshal(v)
		if err != nil {
			return fmt.Sprint(v)
		}
		return string(text)
	}
	return fmt.Sprint(value)
}

// short is a value on one line, cut where a table would become too wide.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= widest {
		return text
	}
	return string([]rune(text)[:widest-1]) + "…"
}

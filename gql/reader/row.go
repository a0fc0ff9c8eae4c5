package reader

import (
	"fmt"
	"strconv"
	"strings"
)

// text is a column's value as people read it, empty for null.
func text(r Row, column string) string {
	switch v := r[column].(type) {
	case nil:
		return ""
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = fmt.Sprint(item)
		}
		return strings.Join(items, ", ")
	default:
		return fmt.Sprint(v)
	}
}

// number is a column's whole number, 0 for anything else.
func number(r Row, column string) int {
	n, _ := r[column].(int64)
	return int(n)
}

func fraction(r Row, column string) float64 {
	switch v := r[column].(type) {
	case float64:
		return v
	case int64:
		return float64(v)
	}
	return 0
}

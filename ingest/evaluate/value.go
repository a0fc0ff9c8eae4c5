package evaluate

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// text writes a value as the gold would.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

// each returns a property's value as a list: lists as they are, others alone.
func each(v any) []string {
	switch v := v.(type) {
	case nil:
		return nil
	case []string:
		return v
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, text(x))
		}
		return out
	}
	return []string{text(v)}
}

// among reports whether one of the values that are right equals v.
func among(right []any, v string) bool {
	return slices.ContainsFunc(right, func(r any) bool { return text(r) == v })
}

func writeProperties(b *strings.Builder, properties map[string][]any) {
	for i, k := range slices.Sorted(maps.Keys(properties)) {
		if i == 0 {
			b.WriteString(" {")
		} else {
			b.WriteString(", ")
		}
		var vs []string
		for _, v := range properties[k] {
			vs = append(vs, text(v))
		}
		b.WriteString(k + ": " + strings.Join(vs, "|"))
	}
	if len(properties) > 0 {
		b.WriteString("}")
	}
}

// words are the lower-case words and numbers of a name.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func slug(s string) string { return strings.Join(words(s), "-") }

// similarity of two names is the share of their words that they have in common
// (Jaccard), and 0 where both have numbers and not one of them is the same: the
// editions of a series differ in nothing else.
func similarity(a, b string) float64 {
	wa, wb := words(a), words(b)
	common, digits := 0, [3]int{}
	for _, w := range wa {
		in := slices.Contains(wb, w)
		if in {
			common++
		}
		if unicode.IsDigit([]rune(w)[0]) {
			digits[0]++
			if in {
				digits[2]++
			}
		}
	}
	for _, w := range wb {
		if unicode.IsDigit([]rune(w)[0]) {
			digits[1]++
		}
	}
	if common == 0 || digits[0] > 0 && digits[1] > 0 && digits[2] == 0 {
		return 0
	}
	return float64(common) / float64(len(wa)+len(wb)-common)
}

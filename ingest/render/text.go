package render

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"concord/graph"
)

// writeText writes a document sentence by sentence: the sentence, its mentions
// underlined, and below it each claim with the rule that found it, or a mark where an event was missed.
func writeText(w io.Writer, b graph.Bundle, missed func(passage string) bool) error {
	out := bufio.NewWriter(w)
	names := make(map[string]string, len(b.Entities))
	sums := map[string]string{} // by figure
	for _, e := range b.Entities {
		names[e.ID] = e.Name
		if parts, ok := e.Properties["parts"].(string); ok {
			sums[e.ID] = parts + map[any]string{true: ": adds up", false: ": does not add up"}[e.Properties["addsUp"]]
		}
	}
	claims := map[string][]graph.Claim{}
	for _, c := range b.Claims {
		claims[c.Passage] = append(claims[c.Passage], c)
	}
	fmt.Fprintf(out, "# %s\n", cmp.Or(b.Document.Title, b.Document.Path, b.Document.ID))
	section := ""
	for _, p := range b.Passages {
		if p.Section != section {
			section = p.Section
			fmt.Fprintf(out, "\n## %s\n", oneLine(section))
		}
		fmt.Fprintf(out, "\n%4d  %s\n", p.Ordinal, oneLine(p.Text))
		if marks := underline(p); strings.Contains(marks, "‾") {
			fmt.Fprintf(out, "      %s\n", strings.TrimRight(marks, " "))
		}
		here := claims[p.ID]
		if len(here) == 0 && missed != nil && missed(p.ID) {
			fmt.Fprintln(out, "      ! an event, and no claim")
		}
		slices.SortFunc(here, func(x, y graph.Claim) int {
			return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.Subject, y.Subject), cmp.Compare(x.ID, y.ID))
		})
		for _, c := range here {
			fmt.Fprintf(out, "      → %s\n", sentence(c, names))
			if parts := sums[c.Object]; parts != "" && c.Relation == graph.HasFigure {
				fmt.Fprintf(out, "        %s\n", parts)
			}
		}
	}
	return out.Flush()
}

// oneLine returns s with every kind of space as one blank, so that marks below it stay
// under their words: code point by code point.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\n', '\r', '\t', '\u00a0', '\u2028', '\u2029':
			return ' '
		}
		return r
	}, s)
}

// underline returns a line with a mark under each code point that a mention covers.
func underline(p graph.Passage) string {
	marks := []rune(strings.Repeat(" ", p.End-p.Start))
	for _, m := range p.Mentions {
		for i := max(m.Start, p.Start); i < min(m.End, p.End); i++ {
			marks[i-p.Start] = '‾'
		}
	}
	return string(marks)
}

// sentence puts a claim in a line: what it says, how, and by which rule.
func sentence(c graph.Claim, names map[string]string) string {
	name := func(id string) string { return cmp.Or(names[id], id) }
	var b strings.Builder
	b.WriteString(name(c.Subject))
	if c.Relation != "" {
		fmt.Fprintf(&b, " %s %s", c.Relation, name(c.Object))
	} else {
		fmt.Fprintf(&b, " · %s = %s", c.Property, valueText(c.Value))
	}
	if len(c.Properties) > 0 {
		fmt.Fprintf(&b, " %s", propertiesText(c.Properties))
	}
	for _, s := range []string{string(c.Polarity), string(c.Modality), string(c.Basis)} {
		if s != string(graph.Affirmed) && s != string(graph.Actual) && s != string(graph.Stated) {
			fmt.Fprintf(&b, ", %s", s)
		}
	}
	fmt.Fprintf(&b, "  [%s %.2f]", c.Rule, c.Confidence)
	return b.String()
}

// valueText returns a property's value: text as it is, everything else as JSON.
func valueText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	text, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(text)
}

// propertiesText returns properties as a JSON object with sorted keys; nothing for none.
func propertiesText(properties map[string]any) string {
	if len(properties) == 0 {
		return ""
	}
	return valueText(properties)
}

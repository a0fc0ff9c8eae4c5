package gazetteer

import (
	"slices"
	"strings"
)

// respellings are the ways in which writers spell the same name: each word sequence on
// the left may stand as each on its right.
var respellings = []struct {
	from string
	to   []string
}{
	{"&", []string{"and"}},
	{"St.", []string{"St", "Saint"}},
	{"Organization", []string{"Organisation"}},
	{"Defense", []string{"Defence"}},
	{"Defence", []string{"Defense"}},
	{"Center", []string{"Centre"}},
	{"Centre", []string{"Center"}},
	{"Cooperation", []string{"Co-operation"}},
	{"Stabilization", []string{"Stabilisation"}},
	{"Harbor", []string{"Harbour"}},
	{"Program", []string{"Programme"}},
	{"Programme", []string{"Program"}},
	{"United Nations", []string{"UN", "U.N."}},
	{"African Union", []string{"AU"}},
	{"European Union", []string{"EU"}},
	{"United States", []string{"US", "U.S."}},
	{"Democratic Republic of the Congo", []string{"Democratic Republic of Congo", "DR Congo", "DRC"}},
	{" in the ", []string{" in "}},
	{" for the ", []string{" for "}},
	{" of the ", []string{" of "}},
}

// spellings returns name in all its spellings, the given one first.
func spellings(name string) []string {
	all := []string{name}
	for _, r := range respellings {
		if name == r.from {
			continue
		}
		for _, s := range all {
			if !hasWord(s, r.from) {
				continue
			}
			for _, to := range r.to {
				if v := strings.Replace(s, r.from, to, 1); !slices.Contains(all, v) {
					all = append(all, v)
				}
			}
		}
	}
	return all
}

// hasWord reports whether words stand in s as whole words.
func hasWord(s, words string) bool {
	if strings.HasPrefix(words, " ") {
		return strings.Contains(s, words)
	}
	i := strings.Index(s, words)
	if i < 0 {
		return false
	}
	end := i + len(words)
	return (i == 0 || !wordByte[s[i-1]&0x7f]) && (end == len(s) || !wordByte[s[end]&0x7f])
}

package export

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"concord/graph"
)

//go:embed data/cow.tsv
var cowTable string

// cowCode is how the Correlates of War project names a state in the years from first to last.
type cowCode struct {
	code         int64
	abbreviation string
	first, last  int
}

// openYear ends the spell of a state that is a member today.
const openYear = 9999

var cowCodes = sync.OnceValue(func() map[string][]cowCode {
	codes, err := readCOW(cowTable)
	if err != nil {
		panic(err) // the table is embedded above, and tested
	}
	return codes
})

// cowOf returns the code of a country in a year, and whether it was a state of COW's in it.
func cowOf(iso3 string, year int) (cowCode, bool) {
	for _, c := range cowCodes()[iso3] {
		if year >= c.first && year <= c.last {
			return c, true
		}
	}
	return cowCode{}, false
}

// cowLast returns the code that a country has, or had last, and whether it ever had one.
func cowLast(iso3 string) (cowCode, bool) {
	spells := cowCodes()[iso3]
	if len(spells) == 0 {
		return cowCode{}, false
	}
	return spells[len(spells)-1], true
}

// readCOW reads data/cow.tsv, each country's spells in their order.
func readCOW(table string) (map[string][]cowCode, error) {
	codes := map[string][]cowCode{}
	headed := false
	for i, line := range strings.Split(table, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if !headed {
			headed = true
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			return nil, fmt.Errorf("cow.tsv:%d:1: has %d cells, not 5; separate them by tabs", i+1, len(cells))
		}
		c := cowCode{abbreviation: cells[2], last: openYear}
		var err error
		if c.code, err = strconv.ParseInt(cells[1], 10, 64); err != nil {
			return nil, fmt.Errorf("cow.tsv:%d:1: %q is no code; give a number", i+1, cells[1])
		}
		for j, year := range []*int{&c.first, &c.last} {
			if j == 1 && cells[4] == "" {
				continue
			}
			if *year, err = strconv.Atoi(cells[3+j]); err != nil {
				return nil, fmt.Errorf("cow.tsv:%d:1: %q is no year", i+1, cells[3+j])
			}
		}
		codes[cells[0]] = append(codes[cells[0]], c)
	}
	return codes, nil
}

// iso3Of returns the code in a country's ID, "" for any other.
func iso3Of(id string) string {
	if label, ok := graph.LabelOf(id); !ok || label != graph.Country {
		return ""
	}
	_, code, _ := strings.Cut(id, ":")
	return code
}

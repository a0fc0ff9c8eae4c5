package extract

import (
	"strconv"
	"strings"
)

var smallNumbers = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "score": 20,
}

var multipliers = map[string]float64{"hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9}

var ordinalWords = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
	"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "inaugural": 1,
}

// number is a number as written.
type number struct {
	value  float64
	vague  bool // "a score of", "a dozen"
	digits bool
}

// readNumber reads the number that starts at token i, in digits or words, and says
// where it ends (i when there is none).
func readNumber(toks []tok, i int) (number, int) {
	t := toks[i]
	var n number
	j := i
	switch {
	case t.kind == tNumber:
		v, err := strconv.ParseFloat(strings.ReplaceAll(t.text, ",", ""), 64)
		if err != nil || i+1 < len(toks) && !toks[i+1].spaced && (isOrdinalSuffix(toks[i+1].low) || toks[i+1].is("%")) {
			return n, i
		}
		n.value, n.digits, j = v, true, i+1
	case t.is("a") && i+2 < len(toks) && (toks[i+1].is("score") || toks[i+1].is("dozen")):
		n.value, n.vague, j = float64(smallNumbers[toks[i+1].low]), true, i+2
		if toks[j].is("of") {
			j++
		}
	case t.is("a") && i+1 < len(toks) && multipliers[toks[i+1].low] > 0:
		n.value, j = 1, i+1
	case smallNumbers[t.low] > 0:
		n.value, j = float64(smallNumbers[t.low]), i+1
		if n.value >= 20 && n.value < 100 && j+1 < len(toks) && toks[j].hyphen() && smallNumbers[toks[j+1].low] > 0 && smallNumbers[toks[j+1].low] < 10 {
			n.value += float64(smallNumbers[toks[j+1].low])
			j += 2
		} else if j < len(toks) && toks[j].is("dozen") {
			n.value *= 12
			j++
		}
	default:
		return n, i
	}
	for j < len(toks) && multipliers[toks[j].low] > 0 {
		n.value *= multipliers[toks[j].low]
		j++
		if j+1 < len(toks) && toks[j].is("and") && smallNumbers[toks[j+1].low] > 0 && n.value >= 100 {
			more, k := readNumber(toks, j+1)
			n.value, j = n.value+more.value, k
		}
	}
	return n, j
}

func isOrdinalSuffix(s string) bool { return s == "th" || s == "st" || s == "nd" || s == "rd" }

// readOrdinal reads "14th", "first", "twenty-first" at token i.
func readOrdinal(toks []tok, i int) (ordinal, end int) {
	t := toks[i]
	if t.kind == tNumber {
		if i+1 < len(toks) && !toks[i+1].spaced && isOrdinalSuffix(toks[i+1].low) {
			n, err := strconv.Atoi(t.text)
			if err == nil && n > 0 {
				return n, i + 2
			}
		}
		return 0, i
	}
	if n := ordinalWords[t.low]; n > 0 {
		return n, i + 1
	}
	if tens := smallNumbers[t.low]; tens >= 20 && tens < 100 && i+2 < len(toks) && toks[i+1].hyphen() {
		if n := ordinalWords[toks[i+2].low]; n > 0 && n < 10 {
			return tens + n, i + 3
		}
	}
	return 0, i
}

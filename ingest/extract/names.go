package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"concord/graph"
)

// findName looks for the phrase's name: in quotes or capitals before the head, or
// right after it ("exercise Cobra Gold 2018", "a drill dubbed “X”").
func (s *sentence) findName(np *nounPhrase) {
	if np.label == graph.Exercise {
		s.nameAfter(np)
	}
	if np.name != "" {
		np.nameB = max(np.nameB, np.nameA)
		return
	}
	head := &s.items[np.head]
	x := np.head
	if head.cap && !s.heading0(np) {
		for x > np.x && s.inTitle(x-1) {
			x--
		}
		if s.items[x].is(cConj) {
			x++
		}
		for x < np.head && s.items[x].k == iEnt && s.items[x].poss {
			x++
		}
		if x < np.head && !(np.label == graph.Exercise && s.titleCase() && s.describes(x, np.head)) {
			np.name, np.nameA, np.nameB = s.text(s.items[x].a, head.b), s.items[x].a, head.b
		}
		return
	}
	if np.label == graph.Exercise {
		s.nameBefore(np)
	} else if k := np.head - 1; np.label == graph.Meeting && k >= np.x && s.items[k].label() == graph.Place && np.kind == "summit" && !np.plural {
		np.name, np.nameA, np.nameB = s.text(s.items[k].a, head.b), s.items[k].a, head.b
	}
}

// describes reports whether items [x,y) only say what kind of exercise it is, as in the headline "Joint Naval Exercise".
func (s *sentence) describes(x, y int) bool {
	for ; x < y; x++ {
		if it := &s.items[x]; !it.is(cMod) && !it.is(cForce) && !it.is(cDomain) && !it.is(cTopic) && !it.is(cConj) && !it.country() && it.eventNoun() == nil && it.low != "military" {
			return false
		}
	}
	return true
}

// heading0 reports whether the head is the sentence's first word, whose capital says nothing.
func (s *sentence) heading0(np *nounPhrase) bool { return np.head == 0 }

// inTitle reports whether item x can be part of a name written in capitals.
func (s *sentence) inTitle(x int) bool {
	it := &s.items[x]
	switch {
	case it.k == iPunct || it.k == iDate || it.poss && it.k != iEnt || it.is(cDet) || it.is(cQuant):
		return false
	case it.k == iOrd:
		return true
	case it.k == iNum:
		return false
	case it.is(cConj), it.low == "of", it.low == "for":
		return x+1 < len(s.items) && s.items[x+1].cap
	}
	return it.cap || it.joined && x+1 < len(s.items) && s.items[x+1].cap
}

// nameBefore takes unknown capitalised words before a small head as the name: "the Sanaga exercise".
func (s *sentence) nameBefore(np *nounPhrase) {
	a, b := -1, -1
	for k := np.x; k < np.head; k++ {
		it := &s.items[k]
		if it.cap && (it.k == iWord || it.k == iLex && it.is(cVerb) || it.k == iDecoy) && k > 0 && !(it.is(cMod) || it.is(cTopic)) {
			if a < 0 {
				a = k
			}
			b = k
		} else if a >= 0 && b == k-1 && contains(nameParticles, it.low) && k+1 < np.head && s.items[k+1].cap && s.items[k+1].k == iWord {
			b = k // "the Croix du Sud exercise"
		} else if a >= 0 && (it.k == iNum && it.joined || it.k == iDate && it.joined) && b == k-1 {
			b = k
		} else if a >= 0 {
			break
		}
	}
	if a < 0 {
		return
	}
	np.name, np.nameA, np.nameB = s.text(s.items[a].a, s.items[b].b), s.items[a].a, s.items[b].b
}

// nameAfter reads a name that follows an exercise's head.
func (s *sentence) nameAfter(np *nounPhrase) {
	y := np.head + 1
	close := ""
	if y < len(s.items) && s.items[y].punct(",") {
		y++
	}
	switch {
	case y < len(s.items) && s.items[y].verb() != nil && s.items[y].value(cVerb) == "name":
		for y++; y < len(s.items) && (s.items[y].low == "as" || s.items[y].is(cDet) || s.items[y].low == "exercise"); y++ {
		}
	case y == np.head+2:
		return
	case y+2 < len(s.items) && s.items[y].punct("(") && (s.items[y+1].is(cSeries) || s.items[y+1].k == iName || s.toks[s.items[y+1].i].acronym() && s.items[y+1].k == iWord):
		y++
		close = ")"
	}
	if y >= len(s.items) {
		return
	}
	a, b, end := s.nameAt(y, np)
	if end == y {
		return
	}
	if close != "" && end < len(s.items) && s.items[end].punct(close) {
		end++
	}
	np.name, np.nameA, np.nameB, np.y = s.text(a, b), a, b, end
}

// nameAt reads an exercise's name at item y: quoted, of a known series, or in capitals.
func (s *sentence) nameAt(y int, np *nounPhrase) (a, b, end int) {
	it := &s.items[y]
	switch {
	case it.k == iName:
		end, _ := s.edition(y+1, 0)
		if it.low == "" {
			return 0, 0, y
		}
		return s.toks[it.i+1].start, s.toks[it.j-2].end, end
	case it.is(cSeries) && it.cap:
		np.series = strings.Join(strings.Fields(s.text(it.a, it.b)), " ")
		if d := it.value(cSeries); d != "-" && len(np.domains) == 0 {
			np.domains = strings.Split(d, ",")
		}
		end, b := s.edition(y+1, it.b)
		return it.a, b, end
	}
	z := y
	for z < len(s.items) && z < y+4 && s.items[z].cap && (s.items[z].k == iWord || s.items[z].k == iLex || s.items[z].k == iDecoy || s.items[z].k == iEnt && z+1 < len(s.items) && s.items[z+1].k == iWord && s.items[z+1].cap) && s.items[z].eventNoun() == nil {
		z++
		if z+1 < len(s.items) && contains(nameParticles, s.items[z].low) && s.items[z+1].cap && s.items[z+1].k == iWord {
			z++
		}
	}
	if z == y {
		return 0, 0, y
	}
	end, b = s.edition(z, s.items[z-1].b)
	return it.a, b, end
}

// nameParticles stand in lower case within the names of exercises: "Mlinzi wa Amani", "Cruzeiro do Sul".
const nameParticles = placeParticles + "wa ya za di "

// titleJoins says which prepositions can go on with a title, by label.
var titleJoins = map[graph.Label]string{
	graph.Meeting:   " on of for between against ",
	graph.Treaty:    " on of for between among against to in concerning regarding relating with ",
	graph.Mechanism: " on of for between ",
}

// title extends a name in capitals to the right: "Workshop on Disaster Relief by Armed Forces".
func (s *sentence) title(np *nounPhrase) {
	if np.head < 0 || !s.items[np.head].cap || np.label == graph.Exercise || np.label == graph.Exchange {
		return
	}
	y := np.head + 1
	between := false
	for y < len(s.items) {
		it := &s.items[y]
		next := y
		switch {
		case it.k == iPunct && it.low == ",":
			if next = s.titleComma(y); next == y {
				goto done
			}
		case it.k == iDate || it.k == iPunct || it.k == iNum && !it.joined:
			goto done
		case it.is(cDet) && y+1 < len(s.items) && s.items[y+1].cap && s.items[y-1].cap && s.items[y-1].is(cVerb):
			next = y + 1
		case it.is(cPrep) || it.is(cConj) && it.value(cConj) == "and" || it.low == "relating":
			if next = s.titleJoin(np, y, &between); next == y {
				goto done
			}
		case it.cap || it.joined:
			next = y + 1
		default:
			goto done
		}
		y = next
	}
done:
	if y == np.head+1 {
		return
	}
	if np.name == "" {
		np.nameA = s.items[np.head].a
	}
	for k := np.head + 1; k < y; k++ {
		if it := &s.items[k]; it.k == iEnt && it.label() == graph.Organization {
			np.orgs = append(np.orgs, it.ent)
		} else if it.country() && between && np.label == graph.Treaty {
			np.sides = append(np.sides, party{id: it.ent.Entity.ID, label: graph.Country, a: it.a, b: it.b})
		} else if it.is(cTopic) {
			np.topics = appendNew(np.topics, it.value(cTopic))
		}
	}
	np.nameB = s.items[y-1].b
	np.name = s.text(np.nameA, np.nameB)
	np.y = y
}

// titleJoin passes a small word inside a title, if capitals go on after it.
func (s *sentence) titleJoin(np *nounPhrase, y int, between *bool) int {
	it := &s.items[y]
	z := y + 1
	if it.is(cPrep) && it.low != "of" && !strings.Contains(titleJoins[np.label], " "+firstWord(it.low)+" ") && !(np.y > np.head+1 || y > np.head+2) {
		return y
	}
	for z < len(s.items) && (s.items[z].is(cDet) && s.items[z].low != "this" || s.items[z].low == "of" || s.items[z].low == "to" || s.items[z].is(cPrep) && z == y+1) {
		z++
	}
	if z >= len(s.items) || !s.items[z].cap || s.items[z].k == iDate {
		return y
	}
	if it.is(cConj) && np.label == graph.Treaty && s.items[z].label() == graph.Place && s.items[y-1].label() == graph.Place {
		return z
	}
	if it.is(cConj) && (z > y+1 && !*between || s.items[z].k == iEnt && !*between || s.startsPhrase(z)) {
		return y
	}
	word := firstWord(it.low)
	ent := s.items[z].k == iEnt
	if word == "between" || word == "among" {
		if (ent || s.items[z].is(cBody)) && !s.titleGoesOnAfterParties(z) {
			return y
		}
		*between = true
	} else if ent && word == "in" && np.label == graph.Treaty && (s.items[z].ent.Kind == "region" || s.items[z].ent.Kind == "sea" || s.items[z].ent.Kind == "waters") {
		return z
	} else if ent && (word == "in" || word == "at" || word == "with" || word == "by" || word == "to" || word == "under") {
		return y
	}
	if ent && s.items[z].label() == graph.Place && np.label == graph.Meeting {
		return y
	}
	if np.label == graph.Treaty && word == "of" && ent && !s.titleGoesOnAfterParties(z) && s.items[z].label() == graph.Country {
		return y
	}
	return z
}

// titleGoesOnAfterParties reports whether " on Capital" follows a list of parties in a title.
func (s *sentence) titleGoesOnAfterParties(z int) bool {
	for k := z; k+1 < len(s.items) && k < z+16; k++ {
		it := &s.items[k]
		if it.k == iPunct && it.low != "," || it.k == iDate || it.verb() != nil && !it.cap {
			return false
		}
		if k > z && (it.low == "on" || it.low == "for" || it.low == "concerning" || it.low == "regarding" || it.low == "about") {
			return s.items[k+1].cap || s.items[k+1].is(cDet) && k+2 < len(s.items) && s.items[k+2].cap
		}
	}
	return false
}

// startsPhrase reports whether a new event phrase starts at item z.
func (s *sentence) startsPhrase(z int) bool {
	for k := z; k < len(s.items) && k < z+6 && (s.items[k].cap || s.items[k].k == iOrd); k++ {
		if s.items[k].eventNoun() != nil && k > z {
			return true
		}
	}
	return false
}

// titleComma passes a comma inside a title: "Relations, Friendship and Cooperation".
func (s *sentence) titleComma(y int) int {
	for z := y + 1; z < len(s.items) && z < y+9; z++ {
		it := &s.items[z]
		switch {
		case it.is(cConj) && it.value(cConj) == "and":
			if z > y+1 && z+1 < len(s.items) && s.items[z+1].cap && s.items[z+1].k != iEnt {
				return y + 1
			}
			return y
		case it.punct(",") && z > y+1:
			if z+1 < len(s.items) && s.items[z+1].value(cConj) == "and" {
				continue
			}
		case !it.cap || it.k == iEnt || it.k == iDate:
			return y
		}
	}
	return y
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// tidy is a name as shown to people: white space in one form, no quotes around it.
func tidy(name string) string {
	if !singleSpaced(name) {
		name = strings.Join(strings.Fields(name), " ")
	}
	return strings.TrimRight(strings.Trim(name, `"“”„'‘’`), ",.") // “Peace Train,”
}

// singleSpaced reports whether the only white space in a name is one blank between words. Of a name with
// letters that are not ASCII it says no.
func singleSpaced(name string) bool {
	blank := true
	for i := range len(name) {
		c := name[i]
		if c == ' ' && blank || c < ' ' || c >= utf8.RuneSelf {
			return false
		}
		blank = c == ' '
	}
	return !blank
}

// capitalize makes the first letter a capital.
func capitalize(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

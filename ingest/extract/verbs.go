package extract

import "strings"

// verbGroup is a verb with its auxiliaries.
type verbGroup struct {
	class      string // of the main verb, "be" for a bare copula, "other"
	low        string
	passive    bool
	bare       bool // no auxiliary before it
	ing        bool
	infinitive bool
	neg        bool
	modality   string // "planned", "hypothetical" or ""
	x          int    // the main verb's item
}

// plannedVerbs make what follows "to" a plan.
const plannedVerbs = " agree plan intend decide expect hope promise pledge prepare propose schedule want aim seek vow commit offer "

// verbGroup reads a verb group that starts at item x, and says where it ends.
func (s *sentence) verbGroup(x int) (*verbGroup, int) {
	if it := &s.items[x]; len(it.lex) == 0 && it.low != "to" && it.low != "last" && !strings.HasSuffix(it.low, "ed") {
		return nil, x
	}
	v := &verbGroup{class: "other", bare: true}
	aux := ""
	y := x
	for y < len(s.items) {
		it := &s.items[y]
		switch {
		case it.is(cNeg):
			v.neg = true
		case it.is(cModal) && y == x && s.isSomewhere(y):
			v.class, v.low, v.x, v.bare = "be", "be", y, false
			return v, y + 1
		case it.is(cModal) && !(it.cap && y > 0):
			v.bare = false
			switch it.value(cModal) {
			case "will":
				v.modality = "planned"
			case "may":
				v.modality = "hypothetical"
			}
			aux = "modal"
		case it.is(cAux):
			v.bare = false
			aux = it.value(cAux)
			if aux == "be" && (it.low == "be" && v.modality == "") {
				v.infinitive = true
			}
		case it.low == "next" && aux == "modal" && s.verbSoon(y): // "will next take place"
		case it.k == iOrd && it.low == "first" && aux == "be" && s.verbSoon(y):
		case it.is(cAdv) && it.low != "respectively" && (y > x || s.verbSoon(y)):
		case it.k == iWord && y > x && (strings.HasSuffix(it.low, "ly") || it.low == "long") && y+1 < len(s.items) && (s.items[y+1].verb() != nil || strings.HasSuffix(s.items[y+1].low, "ed")):
		case it.low == "last" && y+1 < len(s.items) && s.items[y+1].verb() != nil && s.items[y+1].verb().form&fPast != 0:
		case it.low == "to" && aux == "" && y == x && s.verbFollows(y):
			v.infinitive = true
			aux = "to"
		case it.verb() != nil:
			if it.verb().form&fIng == 0 && y == x && it.is(cPrep) {
				return v, x
			}
			l := it.verb()
			if y == x && (l.form&fIng != 0 && s.modifiesNoun(x) || s.notVerb(x)) {
				return v, x
			}
			if aux == "be" && l.form&(fParticiple|fIng) == 0 {
				l = it.participle(l)
			}
			v.class, v.low, v.x = l.value, it.low, y
			v.ing = l.form&fIng != 0 && aux != "be"
			v.passive = l.form&fParticiple != 0 && aux == "be"
			if v.passive && v.low == "represented" && !s.byNext(y+1) {
				v.class, v.passive = "join", false // "were also represented"
			}
			return s.chain(v, y+1)
		case it.k == iWord && (aux == "modal" || aux == "to"):
			v.low, v.x = it.low, y
			return s.chain(v, y+1)
		case it.k == iWord && y > x && (aux == "be" || aux == "have") && strings.HasSuffix(it.low, "ed"):
			v.low, v.x, v.passive = it.low, y, aux == "be"
			return s.chain(v, y+1)
		case it.k == iWord && y == x && !it.cap && strings.HasSuffix(it.low, "ed") && len(it.low) > 4 && !it.joined && s.unknownPast(y):
			v.low, v.x = it.low, y
			return v, y + 1
		default:
			if aux == "be" && it.low == "present" && (y+1 == len(s.items) || s.items[y+1].k == iPunct || s.items[y+1].is(cPrep)) {
				v.class, v.low, v.x = "join", "present", y // "was also present"
				return v, y + 1
			}
			if aux == "be" {
				v.class, v.low, v.x = "be", "be", y
				return v, y
			}
			if aux == "have" || aux == "do" {
				v.class, v.low, v.x = "have", "have", y
				return v, y
			}
			return v, x
		}
		y++
	}
	if aux == "be" || aux == "have" {
		v.class = aux
		return v, y
	}
	return v, x
}

// byNext reports whether "by" stands at item y.
func (s *sentence) byNext(y int) bool { return y < len(s.items) && s.items[y].low == "by" }

// participle is the reading of the item as a verb's participle, or l if it has none.
func (it *item) participle(l *lexeme) *lexeme {
	for k := range it.lex {
		if it.lex[k].class == cVerb && it.lex[k].form&fParticiple != 0 {
			return &it.lex[k]
		}
	}
	return l
}

// verbSoon reports whether a verb follows the adverb at item y.
func (s *sentence) verbSoon(y int) bool {
	for z := y + 1; z < len(s.items) && z < y+3; z++ {
		if s.items[z].verb() != nil {
			return true
		}
		if !s.items[z].is(cAdv) {
			return false
		}
	}
	return false
}

// verbFollows reports whether a base form follows "to".
func (s *sentence) verbFollows(y int) bool {
	z := y + 1
	for z < len(s.items) && s.items[z].is(cAdv) {
		z++
	}
	return z < len(s.items) && s.items[z].verb() != nil && s.items[z].verb().form&fBase != 0
}

// unknownPast reports whether an unknown word in -ed is a verb: after a noun, before no noun it could modify.
func (s *sentence) unknownPast(y int) bool {
	if y == 0 {
		return false
	}
	prev := &s.items[y-1]
	if prev.is(cDet) || prev.is(cPrep) || prev.is(cMod) || prev.poss || prev.is(cConj) || prev.k == iOrd || prev.k == iNum {
		return false
	}
	return y+1 < len(s.items) && s.items[y+1].eventNoun() == nil
}

// chain follows "agreed to hold", "continued to send", "began hosting".
func (s *sentence) chain(v *verbGroup, y int) (*verbGroup, int) {
	z := y
	for z < len(s.items) && s.items[z].is(cAdv) && s.items[z].low != "respectively" {
		z++
	}
	if z < len(s.items) && s.items[z].low == "not" {
		z++
	}
	if z < len(s.items) && contains(" began begins start started continued continues ", v.low) {
		if l := s.items[z].verb(); l != nil && l.form&fIng != 0 {
			if l.value != "maintain" {
				v.class, v.low, v.x = l.value, s.items[z].low, z
			}
			return v, z + 1
		}
	}
	if z+1 >= len(s.items) || s.items[z].low != "to" {
		return v, y
	}
	for z++; z+1 < len(s.items) && s.items[z].is(cAdv); z++ {
	}
	next := &s.items[z]
	verb := next.lexeme(cVerb)
	be := next.low == "be"
	if be && z+1 < len(s.items) {
		next = &s.items[z+1]
		verb = next.lexeme(cVerb)
		if verb == nil || verb.form&fParticiple == 0 {
			return v, y
		}
		z++
	}
	if verb == nil || !be && verb.form&fBase == 0 {
		return v, y
	}
	lemma := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(v.low, "s"), "ed"), "e")
	switch {
	case v.class == "plan" || isPlanning(v.low):
		v.modality = "planned"
	case v.passive && contains(" asked requested ", v.low):
		v.modality = "planned"
	case v.class == "invite", v.class == "call":
		v.modality = "planned"
		return v, y
	case v.class == "decline":
		v.neg = !v.neg
	case v.class == "other" && strings.HasPrefix(v.low, "fail"):
		v.neg = !v.neg
	case v.class == "other" && (lemma == "help" || lemma == "us" || lemma == "meet" || lemma == "aim"):
		return v, y
	}
	v.class, v.low, v.x, v.passive = verb.value, next.low, z, be
	return v, z + 1
}

// modifiesNoun reports whether the -ing form at item x stands between a determiner or number
// and a noun, as in "the six remaining parties".
func (s *sentence) modifiesNoun(x int) bool {
	if x == 0 || x+1 >= len(s.items) {
		return false
	}
	prev, next := &s.items[x-1], &s.items[x+1]
	return (prev.is(cDet) || prev.is(cQuant) || prev.k == iNum) && (next.k == iWord && !next.cap || next.is(cNoun)) && next.verb() == nil && !next.is(cPrep) && !next.is(cAdv)
}

// isSomewhere reports whether "is to" at item y has a name behind it: "its largest deployment is to South Lebanon".
func (s *sentence) isSomewhere(y int) bool {
	return y+1 < len(s.items) && contains(" to ", s.lastWord(y)) && (s.items[y+1].k == iEnt || s.items[y+1].cap && s.items[y+1].verb() == nil) && contains(" is are was were ", firstWord(s.items[y].low))
}

// notVerb reports whether the verb form at item x is an adjective or a noun where it stands: "on integrated air policing",
// "those of the three African hosts".
func (s *sentence) notVerb(x int) bool {
	if x == 0 || x+1 >= len(s.items) {
		return false
	}
	it, prev, next := &s.items[x], &s.items[x-1], &s.items[x+1]
	if l := it.verb(); l.form&fParticiple != 0 && prev.k == iLex && contains(" on of for in with under ", prev.value(cPrep)) && prev.verb() == nil && (next.k == iWord || next.is(cTopic) || next.is(cDomain) || next.is(cNoun)) {
		return true
	}
	return it.low == "hosts" && x > 1 && (prev.k == iNum || (s.items[x-2].k == iNum || s.items[x-2].is(cDet)) && (prev.k == iWord && prev.cap || prev.k == iEnt && !prev.byName()))
}

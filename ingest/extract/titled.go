package extract

import (
	"concord/graph"
)

// Paragraphs and items that start with an exercise's name as their title: "Warrior IV. Joint exercise of the special
// forces of A and B at C."

// titleName is the end of the name that is the whole of the sentence, where the next one says what it names; else 0.
func (s *sentence) titleName() int {
	n := len(s.items)
	if s.heading || s.cellular || s.ordinal != s.st.blockAt || n < 2 || n > 7 || !s.items[n-1].punct(".") && !s.items[n-1].punct(":") {
		return 0
	}
	start := 0
	if e := s.items[0].eventNoun(); e != nil && e.label == string(graph.Exercise) && !e.plural && n > 2 {
		start = 1
	}
	for x := start; x < n-1; x++ {
		it := &s.items[x]
		if it.k == iNum && x > start || it.k == iDate && x > start && it.joined || it.punct("-") && x > start {
			continue
		}
		if !it.cap || it.k == iPunct || it.k == iOrd || it.country() || it.label() == graph.Organization || it.is(cForce) || it.is(cBody) || it.is(cTopic) || it.is(cDomain) || it.is(cNoun) || it.eventNoun() != nil {
			return 0
		}
	}
	edition := isRoman(s.text(s.items[n-2].a, s.items[n-2].b)) || s.items[n-2].k == iNum || s.items[n-2].k == iDate
	if !s.describedNext() && !(edition && s.st.speaksOfExercises()) {
		return 0
	}
	return n - 1
}

// describedNext reports whether the next sentence of the text starts with an exercise that has no name: "A joint
// exercise of…", "The 12th edition of the bilateral drill…".
func (s *sentence) describedNext() bool {
	text := s.st.text
	toks := tokenize(text, s.b, min(len(text), s.b+160))
	for i := 0; i < len(toks) && i < 12; i++ {
		if toks[i].newline && i > 0 {
			return false
		}
		found, _ := s.st.lex.match(toks, i)
		for _, l := range found {
			switch {
			case l.class == cEvent:
				if l.label != string(graph.Exercise) || l.plural {
					return false
				}
				if contains(editionNouns, toks[i].low) {
					continue
				}
				return i+1 >= len(toks) || !toks[i+1].cap()
			case l.class == cVerb && l.form&(fBase|fIng|fParticiple) == 0, l.class == cAux, l.class == cModal:
				return false
			case l.class == cPrep && toks[i].low != "of":
				return false
			}
		}
	}
	return false
}

// titled is the exercise that the title right before the sentence names, if the phrase starts the sentence.
func (s *sentence) titled(np *nounPhrase) *event {
	e := s.st.titledEvent
	if e == nil || np.label != graph.Exercise || np.plural || e.s.ordinal != s.ordinal-1 || np.x > 1 {
		return nil
	}
	return e
}

package extract

import "embed"

//go:embed data/*.txt
var data embed.FS

// class says what a word or phrase does in a sentence; the data files name them.
type class uint8

const (
	cNone class = iota
	cDet
	cQuant
	cNo
	cConj
	cRel
	cPrep
	cAdv
	cNeg
	cAux
	cModal
	cVerb
	cEvent
	cTopic
	cDomain
	cForce
	cBody
	cNoun
	cMod
	cRole
	cUnit
	cComparator
	cPron
	cSeries
	cFocus
	cColumn
	cList
	cShip // what stands before the names of a state's ships
)

var classNames = map[string]class{
	"det": cDet, "quant": cQuant, "no": cNo, "conj": cConj, "rel": cRel, "prep": cPrep, "adv": cAdv,
	"neg": cNeg, "aux": cAux, "modal": cModal, "verb": cVerb, "event": cEvent, "topic": cTopic,
	"domain": cDomain, "force": cForce, "body": cBody, "noun": cNoun, "mod": cMod, "role": cRole,
	"unit": cUnit, "comparator": cComparator, "pron": cPron, "series": cSeries, "focus": cFocus, "column": cColumn, "list": cList, "ship": cShip,
}

// verbForm says which forms of a verb a word can be.
type verbForm uint8

const (
	fBase verbForm = 1 << iota
	fThird
	fPast
	fParticiple
	fIng
)

// lexeme is one reading of a word or phrase.
type lexeme struct {
	class  class
	value  string
	label  string // of an event noun: the label of what it heads
	form   verbForm
	strong bool // an event noun that needs no modifier beside it
	plural bool
	cased  bool // only as written, capitals and all
	short  bool // an abbreviation, which only a name behind it makes an event noun
	forms  string
}

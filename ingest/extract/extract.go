// Package extract reads what a document says about security cooperation and writes it
// down as claims, each with the words that say so.
//
// It owns the grammar: tokens, dates, numbers, noun phrases, clauses and what hangs
// together over sentences. Words and phrases live in data files, names of countries
// and organizations in the gazetteer, files and sentences in package document. It
// expands no groups and infers nothing from reference knowledge. The stages are pure: the same
// document gives the same bundle, byte for byte.
package extract

import (
	"sync"

	"concord/graph"
	"concord/ingest/document"
	"concord/ingest/gazetteer"
)

// Extractor holds the words and names it reads with. It is safe for concurrent use.
type Extractor struct {
	gaz      *gazetteer.Gazetteer
	lex      *lexicon
	rooms    *sync.Pool         // of *[]*room, that documents were read in
	missions []*gazetteer.Entry // all known ones
}

// New reads the data files. Its errors name file and line, all of them.
func New(g *gazetteer.Gazetteer) (*Extractor, error) {
	lex, err := loadLexicon(data)
	if err != nil {
		return nil, err
	}
	x := &Extractor{gaz: g, lex: lex, rooms: &sync.Pool{New: func() any { return new([]*room) }}}
	for _, e := range g.Entries() {
		if e.Entity.Label == graph.Mission {
			x.missions = append(x.missions, e)
		}
	}
	return x, nil
}

// Extract returns what the document contributes to the graph: its passages with the
// entities they mention, the entities, and the claims. Offsets are code points.
func (x *Extractor) Extract(d *document.Document) graph.Bundle {
	return x.read(d, nil).out.bundle(d)
}

// read goes through the document once, from top to bottom.
func (x *Extractor) read(d *document.Document, trace func(*sentence, []clause)) *state {
	st := &state{
		trace: trace, lex: x.lex, words: words{lex: x.lex}, gaz: x.gaz, missionsKnown: x.missions, text: d.Text, cal: newCalendar(d.Published), out: newCollector(d, x.gaz),
		last: map[graph.Label]*event{}, byLabel: map[graph.Label][]*event{}, byName: map[string][]*event{}, defined: map[string]*gazetteer.Entry{}, acronyms: map[string]*event{},
		editions: editions{byRoot: map[string][]*event{}, starts: map[string]bool{}, byLineage: map[*event][]*event{}}, numbered: numbered{},
	}
	st.own = st.ownCountry(d.Publisher)
	st.topicCountry = st.own
	rooms := x.rooms.Get().(*[]*room)
	st.rooms = *rooms
	ordinal, section := 0, 0
	var header *table
	for b := range d.Blocks {
		block := &d.Blocks[b]
		if block.Kind == document.Heading {
			section++
		}
		st.section, st.cal.section = section, section
		if block.Kind != document.Row && block.Kind != document.HeaderRow {
			header = nil
		}
		st.blockAt = ordinal + 1
		matches := st.find(block.Span)
		for _, span := range block.Sentences {
			ordinal++
			st.reading = ordinal
			s := &sentence{st: st, ordinal: ordinal, section: section, heading: block.Kind == document.Heading, a: span.Start, b: span.End}
			st.tokens(s, span)
			s.matches = within(matches, span)
			st.out.passage(s, block)
			switch block.Kind {
			case document.HeaderRow:
				header = s.headerRow(block)
			case document.Row:
				s.row(block, header)
			case document.Item:
				s.listItem = true
				s.process()
			default:
				st.pending = nil
				s.process()
			}
			st.out.mentions(s)
			st.leave()
		}
	}
	*rooms, st.rooms = cleared(st.rooms), nil
	x.rooms.Put(rooms)
	st.finish()
	return st
}

// find returns the gazetteer's matches in a block, at the document's offsets.
func (st *state) find(span document.Span) []gazetteer.Match {
	matches := st.gaz.Find(st.text[span.Start:span.End])
	for i := range matches {
		matches[i].Start += span.Start
		matches[i].End += span.Start
	}
	return matches
}

func within(matches []gazetteer.Match, span document.Span) []gazetteer.Match {
	i := 0
	for i < len(matches) && matches[i].Start < span.Start {
		i++
	}
	j := i
	for j < len(matches) && matches[j].End <= span.End {
		j++
	}
	return matches[i:j]
}

// finish decides which events are told well enough to be kept, names them, and writes their claims.
func (st *state) finish() {
	for _, e := range st.events {
		e.takeSeries()
		for _, a := range e.args {
			if a.other != nil {
				a.other.concluded = true
			}
		}
	}
	for _, e := range st.events {
		if !e.worth() {
			e.dropped = true
		}
	}
	st.namesakes()
	for _, e := range st.events {
		if !e.dropped {
			st.ownSide(e)
			e.attributes()
			st.yetToCome(e)
			e.identify()
			st.numbered.add(e)
		}
	}
	for _, e := range st.events {
		if !e.dropped {
			st.out.event(e)
			e.args, e.np = nil, nil // they are claims now
		}
	}
	st.checkFigures()
	for k := range st.figures {
		st.figures[k].write(st.out)
	}
}

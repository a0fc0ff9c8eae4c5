package extract

import "concord/ingest/document"

// room is the memory in which a sentence is read: its tokens, items and phrases. What is
// read stays in the events and the claims, so the next sentence is read in the same room
// and a document needs few of them, however long it is.
type room struct {
	toks  []tok
	items []item
	ph    []phrase
}

// tokens gives a sentence a room, and the tokens of a span of the text.
func (st *state) tokens(s *sentence, span document.Span) {
	if n := len(st.rooms); n > 0 {
		s.room, st.rooms = st.rooms[n-1], st.rooms[:n-1]
	} else {
		s.room = &room{}
	}
	st.inside = append(st.inside, s)
	s.toks = appendTokens(s.room.toks[:0], st.text, span.Start, span.End)
	s.room.toks = s.toks
	st.words.lookUp(s.toks)
	closeQuotes(s.toks)
}

// closeQuotes puts the comma or point that stands inside the quotes around a name behind them, as if it were not
// American: “Peace Train,” a drill.
func closeQuotes(toks []tok) {
	for i := range toks {
		if toks[i].low != "\"" || i+1 < len(toks) && toks[i+1].spaced {
			continue
		}
		for j := i + 1; j+1 < len(toks) && j < i+8; j++ {
			if t := &toks[j]; j > i+1 && (t.is(",") || t.is(".")) && toks[j+1].low == "\"" {
				toks[j], toks[j+1] = toks[j+1], toks[j]
				break
			} else if !t.cap() && t.kind != tNumber && !t.hyphen() {
				break
			}
		}
	}
}

// lastTitle is the last of the sentences that can be a document's title. They are read again
// when the text begins, so they keep their rooms.
const lastTitle = 2

// leave takes the rooms of the sentences that were read.
func (st *state) leave() {
	for _, s := range st.inside {
		if s.ordinal <= lastTitle {
			continue
		}
		st.rooms = append(st.rooms, s.room)
		s.room, s.toks, s.items, s.ph, s.matches = nil, nil, nil, nil, nil
	}
	st.inside = st.inside[:0]
}

// most is how many tokens a room that is kept for another document may have.
const most = 4096

// cleared empties rooms for another document, so that they hold nothing of this one.
func cleared(rooms []*room) []*room {
	kept := rooms[:0]
	for _, r := range rooms {
		if cap(r.toks) > most {
			continue
		}
		clear(r.toks[:cap(r.toks)])
		clear(r.items[:cap(r.items)])
		clear(r.ph[:cap(r.ph)])
		kept = append(kept, r)
	}
	clear(rooms[len(kept):])
	return kept
}

package extract

import "concord/graph"

// meetingLine reads where a meeting or exercise was held in a line of a list that has no verb: "5th Caspian
// Summit: Aktau, 12 August 2018".
func (s *sentence) meetingLine() {
	if len(s.ph) < 3 || s.ph[0].k != pEvent || len(s.ph[0].ev) != 1 || s.ph[1].k != pMark || s.ph[1].word != ":" || s.hasVerb() {
		return
	}
	e := s.ph[0].ev[0]
	if e.label != graph.Meeting && e.label != graph.Exercise || e.plural {
		return
	}
	places, y := s.places(s.ph[2].x, "in")
	if y == s.ph[2].x || y < len(s.items) && !s.items[y].punct(",") && !s.items[y].punct(".") && !s.items[y].punct("(") {
		return
	}
	for z := y; z < len(s.items); z++ { // a date or nothing, so that it is no list of who was there
		if it := &s.items[z]; it.k != iDate && it.k != iPunct && !it.is(cPrep) {
			return
		}
	}
	for _, pl := range places[:1] {
		s.addPlace(e, pl, noVerb())
	}
}

package extract

import (
	"cmp"
	"strconv"
	"strings"

	"concord/graph"
)

// worth reports whether the text tells enough of the event to keep it.
func (e *event) worth() bool {
	if e.dropped || len(e.args) == 0 && !e.figured && e.label != graph.Treaty {
		return false
	}
	if e.s.heading && e.onlyFrom(e.s) && e.name == "" {
		return false
	}
	parties := len(e.related(graph.ParticipatedIn)) + len(e.related(graph.Attended)) + len(e.related(graph.PartyTo)) + len(e.related(graph.Signed)) + len(e.related(graph.Prepared))
	if e.name == "" && (e.plural || e.generic) {
		return false
	}
	switch e.label {
	case graph.Exercise:
		if e.name != "" {
			return parties > 0 || e.date != "" || len(e.related(graph.HeldIn)) > 0 || len(e.related(graph.Under)) > 0 || e.negated() || e.counted() > 0 || e.figured
		}
		if parties == 0 {
			return len(e.related(graph.Under)) > 0 && e.date != ""
		}
		return e.date != "" || len(e.related(graph.HeldIn)) > 0 || parties > 1 || e.negated()
	case graph.Meeting:
		if e.name != "" {
			return parties > 0 || e.date != "" || len(e.related(graph.HeldIn)) > 0 || e.concluded
		}
		if e.concluded && len(e.args) > 0 {
			return true
		}
		return parties > 1 || e.ordinal > 0 && e.date != "" && len(e.related(graph.HeldIn)) > 0 || parties > 0 && (e.date != "" || len(e.related(graph.HeldIn)) > 0) || e.date != "" && len(e.related(graph.Under)) > 0 && len(e.related(graph.HeldIn)) > 0
	case graph.Exchange:
		return parties > 1 || parties > 0 && e.date != ""
	case graph.Treaty:
		return e.treatyWorth(parties)
	case graph.Mechanism:
		return parties > 1 || parties > 0 && e.status != "" && (e.kind == "spokesperson_system" || e.name != "")
	}
	return true
}

func (e *event) negated() bool {
	for _, a := range e.args {
		if a.polarity == graph.Negated {
			return true
		}
	}
	return false
}

func (e *event) onlyFrom(s *sentence) bool {
	for _, a := range e.args {
		if a.s != s {
			return false
		}
	}
	return true
}

// identifyExercise makes the id: of the name with its year, else of who, what about and when.
func (e *event) identifyExercise() {
	if e.name != "" {
		e.name = withoutWords(e.name, "Exercise", "exercise")
		e.id = graph.NewID(graph.Exercise, e.edition())
		if e.ordinal > 0 && e.s.st.numbered.another(e) {
			e.id = graph.NewID(graph.Exercise, e.edition(), "no", strconv.Itoa(e.ordinal))
		}
		return
	}
	focus := e.topic()
	if focus == "" && len(e.domains) > 0 {
		focus = e.domains[0]
	}
	where := ""
	if e.date == "" {
		if places := e.related(graph.HeldIn); len(places) > 0 {
			where = slugOf(places[0])
		}
	}
	e.id = graph.NewID(graph.Exercise, e.who(), cmp.Or(focus, e.kind), where, e.date)
}

// edition is the exercise's name with its year, so that "Vostok", held in 2018, "Vostok-18"
// and "Vostok 2018" are one.
func (e *event) edition() string {
	name := strings.ReplaceAll(e.name, "’", "'")
	year := e.year()
	if yearIn(name) != "" || year == "" {
		return name
	}
	toks := tokenize(name, 0, len(name))
	if n := len(toks); n > 1 {
		last := toks[n-1]
		if last.kind == tNumber && len(last.text) == 2 {
			if last.text == year[2:] {
				return name[:last.start] + year
			}
			return name
		}
		if last.kind == tNumber || isRoman(last.text) {
			return name
		}
	}
	if e.series != "" || e.date != "" {
		return name + " " + year
	}
	return name
}

// withoutWords drops a word from the front or the back of a name, if something is left.
func withoutWords(name string, words ...string) string {
	for _, w := range words {
		if rest, ok := strings.CutPrefix(name, w+" "); ok {
			name = rest
		}
	}
	return name
}

// title is the name shown to people.
func (e *event) title(c *collector) string {
	if e.name != "" {
		if e.label == graph.Exercise && e.series == e.name && e.year() != "" {
			return e.name + " " + e.year()
		}
		return e.name
	}
	var noun string
	switch e.label {
	case graph.Exercise:
		noun = strings.TrimSpace(strings.ReplaceAll(e.topic(), "-", " ") + " " + e.kind)
		if e.topic() == "" && len(e.domains) > 0 {
			noun = map[string]string{"sea": "maritime", "land": "land", "air": "air", "cyber": "cyber", "space": "space"}[e.domains[0]] + " " + e.kind
		}
		if e.topic() == "counter-terrorism" {
			noun = "counter-terrorism " + e.kind
		}
	default:
		noun = strings.ReplaceAll(e.kind, "_", " ")
	}
	name := strings.TrimSpace(e.countryNames(e.s.st) + " " + noun)
	if e.ordinal > 0 {
		name += " no. " + strconv.Itoa(e.ordinal)
	}
	if e.date != "" {
		name += ", " + dateInWords(e.date)
	}
	return capitalize(name)
}

// separate makes one exercise for each partner of "bilateral exercises with the navies of
// 14 countries, including A and B".
func (s *sentence) separate(c *clause) {
	if c.verb.class != "hold" && c.verb.class != "join" || c.passive || len(c.subject.parties) != 1 {
		return
	}
	for _, e := range c.events {
		if e.label != graph.Exercise || !e.plural || e.lateral != "bilateral" || e.count > 0 || e.dropped {
			continue
		}
		for _, i := range c.post {
			p := &s.ph[i]
			if p.k != pParty || p.prep != "with" || len(p.list.parties) < 2 && p.list.total == 0 {
				continue
			}
			own := c.subject
			if own.parties[0].forces == nil && len(p.list.parties) > 0 {
				own.parties = append([]party(nil), own.parties...)
				own.parties[0].forces = p.list.parties[0].forces
			}
			for _, partner := range p.list.parties {
				one := e.clone()
				one.args = nil
				one.generic = false
				s.nounPhraseClaims(one, e.np, c)
				s.addParties(one, own, "participant", c, "participants.each")
				s.addParties(one, partyList{parties: []party{partner}}, "participant", c, "participants.each")
			}
			e.dropped = true
		}
	}
}

package evaluate

import (
	"maps"
	"slices"
	"strings"

	"concord/graph"
)

// describable are the labels whose own properties are counted.
var describable = []graph.Label{graph.Exercise, graph.Meeting, graph.Exchange, graph.Treaty, graph.Mechanism}

// statements are the property claims about one predicted entity's property, once for each value and form.
type statements []graph.Claim

// properties counts the property claims about events, treaties and mechanisms.
func (s *scorer) properties() {
	said := map[string]map[string]statements{} // predicted id -> property -> claims
	for _, c := range s.claims {
		if c.Property == "" || !slices.Contains(describable, s.label(c.Subject)) {
			continue
		}
		if said[c.Subject] == nil {
			said[c.Subject] = map[string]statements{}
		}
		known := said[c.Subject][c.Property]
		if !slices.ContainsFunc(known, func(k graph.Claim) bool {
			return slices.Equal(each(k.Value), each(c.Value)) && k.Modality == c.Modality && k.Polarity == c.Polarity
		}) {
			said[c.Subject][c.Property] = append(known, c)
		}
	}
	aligned := map[string]string{} // handle -> predicted id
	for id, ref := range s.to {
		if s.gold.Entity(ref) != nil {
			aligned[ref] = id
		}
	}
	for _, e := range s.gold.Entities {
		if e.Labels[0] == graph.Figure {
			continue
		}
		id := aligned[e.Handle]
		s.stated(e, id, said[id])
		delete(said, id)
	}
	s.unaligned(said)
}

// stated counts what is said of one entity of the gold.
func (s *scorer) stated(e *Entity, id string, said map[string]statements) {
	for _, name := range slices.Sorted(maps.Keys(e.Properties)) {
		right, claims := e.Properties[name], said[name]
		if len(claims) == 0 && id != "" && !slices.Contains(completeProperties, name) {
			claims = s.written(e, id, name)
		}
		if name == "domains" {
			s.domains(e, right, claims)
			continue
		}
		hits := func(c graph.Claim) bool {
			v := each(c.Value)
			return len(v) == 1 && among(right, v[0]) && e.Form.Accepts(c)
		}
		hit := slices.ContainsFunc(claims, hits)
		for _, c := range claims {
			if !hits(c) && !(hit && name == "date" && coarser(right, c)) {
				s.falseProperty(name, e.Handle, c)
			}
		}
		s.hitOrMiss(e, name, hit)
	}
	for _, name := range completeProperties {
		if _, ok := e.Properties[name]; !ok {
			for _, c := range said[name] {
				s.falseProperty(name, e.Handle, c)
			}
		}
	}
}

// coarser reports whether a claim gives the year or month of a date that is right, as
// the sentence it stands in may have no more; it does no harm beside the exact one.
func coarser(right []any, c graph.Claim) bool {
	return slices.ContainsFunc(right, func(r any) bool { return strings.HasPrefix(text(r), text(c.Value)+"-") })
}

// written is what the predicted entity itself carries, for properties of which no claim
// is asked; as it has no form of its own, it takes that of the gold.
func (s *scorer) written(e *Entity, id, name string) statements {
	v, ok := s.entity[id].Properties[name]
	if !ok {
		return nil
	}
	c := graph.Claim{Subject: id, Property: name, Value: v, Modality: e.Form.Modality, Polarity: e.Form.Polarity}
	if e.Form.NoEdge {
		c.Modality = graph.Planned
	}
	return statements{c}
}

func (s *scorer) hitOrMiss(e *Entity, name string, hit bool) {
	kind := "." + name
	switch {
	case hit:
		s.report.count(kind).True++
	case !e.Optional[name]:
		s.report.count(kind).Missed++
		what := e.Handle
		if len(e.Properties[name]) > 0 {
			what += kind + " = " + text(e.Properties[name][0])
		}
		s.report.miss(kind, s.gold.describe(e.Handle)+": "+what, e.Line, s.passage(Claim{Subjects: []string{e.Handle}, Objects: []string{e.Handle}}))
	}
}

// domains counts each of a set.
func (s *scorer) domains(e *Entity, right []any, claims statements) {
	var got []string
	for _, c := range claims {
		for _, v := range each(c.Value) {
			if !among(right, v) {
				s.falseProperty("domains", e.Handle, c)
			}
			got = append(got, v)
		}
	}
	for _, r := range right {
		s.hitOrMiss(e, "domains", slices.Contains(got, text(r)))
	}
}

// unaligned counts what is said of events that the gold lacks, unless their relations are right as far as they go.
func (s *scorer) unaligned(said map[string]map[string]statements) {
	for _, id := range slices.Sorted(maps.Keys(said)) {
		if s.real[id] && !s.wrong[id] {
			continue
		}
		for _, name := range completeProperties {
			for _, c := range said[id][name] {
				s.falseProperty(name, id, c)
			}
		}
	}
}

func (s *scorer) falseProperty(name, of string, c graph.Claim) {
	s.report.count("."+name).False++
	told := s.gold.describe(of) + "." + name + " = "
	for i, v := range each(c.Value) {
		if i > 0 {
			told += ", "
		}
		told += v
	}
	s.report.wrong("."+name, told+inForm(c), c)
}

// inForm says in which form a claim is made, if not as a fact.
func inForm(c graph.Claim) string {
	if c.Supports() {
		return ""
	}
	return " [" + Form{Modality: c.Modality, Polarity: c.Polarity}.String() + "]"
}

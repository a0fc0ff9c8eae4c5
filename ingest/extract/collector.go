package extract

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"concord/graph"
	"concord/ingest/document"
	"concord/ingest/gazetteer"
)

// collector gathers passages, entities and claims into a bundle.
type collector struct {
	gaz      *gazetteer.Gazetteer
	doc      string
	text     string
	offsets  *document.Offsets
	passages []graph.Passage
	entities map[string]*graph.Entity
	claims   []graph.Claim
	full     [][]graph.Claim               // those before, so that growing moves none
	told     map[[graph.FactSize]byte]bool // facts told in a passage, so that no passage tells one twice
	related  map[relation]bool
}

// relation is that a passage relates two entities so.
type relation struct {
	passage         int // its ordinal
	subject, object string
	kind            graph.RelationType
}

func newCollector(d *document.Document, g *gazetteer.Gazetteer) *collector {
	return &collector{
		gaz: g, doc: d.ID, text: d.Text, offsets: d.Offsets(),
		entities: map[string]*graph.Entity{}, told: map[[graph.FactSize]byte]bool{}, related: map[relation]bool{},
	}
}

func (c *collector) passage(s *sentence, block *document.Block) {
	c.passages = append(c.passages, graph.Passage{
		ID: c.doc + "#s" + strconv.Itoa(s.ordinal), Ordinal: s.ordinal, Section: block.Section, Text: c.text[s.a:s.b],
		Start: c.offsets.CodePoint(s.a), End: c.offsets.CodePoint(s.b),
	})
}

// mentions notes what the passage names, known entities first, then its events.
func (c *collector) mentions(s *sentence) {
	p := &c.passages[len(c.passages)-1]
	if n := len(s.matches); n > 0 {
		p.Mentions = make([]graph.Mention, 0, n)
	}
	for _, m := range s.matches {
		if m.Form == gazetteer.Decoy || m.Entry == nil || m.Entry.Entity.ID == "" {
			continue
		}
		c.use(m.Entry.Entity.ID)
		p.Mentions = append(p.Mentions, graph.Mention{Entity: m.Entry.Entity.ID, Surface: c.text[m.Start:m.End], Start: c.offsets.CodePoint(m.Start), End: c.offsets.CodePoint(m.End)})
	}
}

// mention adds a mention of an event to the passage it stands in. Where the words are empty
// (the event of a line that only a heading names) there is none.
func (c *collector) mention(ordinal int, id string, a, b int) {
	if a >= b {
		return
	}
	p := &c.passages[ordinal-1]
	m := graph.Mention{Entity: id, Surface: c.text[a:b], Start: c.offsets.CodePoint(a), End: c.offsets.CodePoint(b)}
	if m.Start < p.Start || m.End > p.End || slices.Contains(p.Mentions, m) {
		return
	}
	p.Mentions = append(p.Mentions, m)
}

// use makes a known entity part of the bundle.
func (c *collector) use(id string) {
	if c.entities[id] != nil {
		return
	}
	if e, ok := c.gaz.Entity(id); ok {
		e.Aliases = slices.Clone(e.Aliases)
		e.Properties = maps.Clone(e.Properties)
		c.entities[id] = &e
		return
	}
	if label, ok := graph.LabelOf(id); ok {
		name := strings.ReplaceAll(slugOf(id), "-", " ")
		c.entities[id] = &graph.Entity{ID: id, Label: label, Name: capitalize(name)}
	}
}

// entity makes an entity that the text introduces part of the bundle.
func (c *collector) entity(e graph.Entity) {
	if known, ok := c.gaz.Entity(e.ID); ok {
		e = known
	}
	if had := c.entities[e.ID]; had != nil {
		for k, v := range e.Properties {
			if _, ok := had.Properties[k]; !ok {
				if had.Properties == nil {
					had.Properties = map[string]any{}
				}
				had.Properties[k] = v
			}
		}
		return
	}
	e.Aliases = slices.Clone(e.Aliases)
	e.Properties = maps.Clone(e.Properties)
	c.entities[e.ID] = &e
}

// place makes a place part of the bundle, and says what it lies in where the sentence does.
func (c *collector) place(s *sentence, p placeRef) {
	if p.entity != nil {
		c.entity(*p.entity)
	}
	c.use(p.id)
	if label, _ := graph.LabelOf(p.id); label != graph.Place || p.within == "" || p.within == p.id {
		return
	}
	c.use(p.within)
	c.claim(graph.Claim{Subject: p.id, Relation: graph.LocatedIn, Object: p.within, Confidence: 0.95, Rule: "place.apposition"}, s, p.withinA, p.withinB)
}

// claim writes a claim whose words are text[a:b] of the sentence.
func (c *collector) claim(cl graph.Claim, s *sentence, a, b int) {
	a, b = max(a, s.a), min(b, s.b)
	if a >= b {
		a, b = s.a, s.b
	}
	for _, id := range []string{cl.Subject, cl.Object} {
		if id == "" {
			continue
		}
		c.use(id)
	}
	if cl.Relation != "" && !allowed(cl) || cl.Relation == graph.ContributedTo && c.hosts(cl.Object, cl.Subject) {
		return
	}
	cl.Document = c.doc
	cl.Passage = c.passages[s.ordinal-1].ID
	cl.Quote = c.text[a:b]
	cl.Start, cl.End = c.offsets.CodePoint(a), c.offsets.CodePoint(b)
	cl.Basis = cmp.Or(cl.Basis, graph.Stated)
	cl.Polarity = cmp.Or(cl.Polarity, graph.Affirmed)
	cl.Modality = cmp.Or(cl.Modality, graph.Actual)
	id, fact := cl.ComputeIDs()
	if c.told[fact] {
		return
	}
	c.told[fact] = true
	cl.ID = id
	if len(c.claims) == cap(c.claims) {
		c.full = append(c.full, c.claims)
		c.claims = make([]graph.Claim, 0, min(max(16, 2*cap(c.claims)), 1024))
	}
	c.claims = append(c.claims, cl)
	if cl.Relation != "" {
		c.related[relation{s.ordinal, cl.Subject, cl.Object, cl.Relation}] = true
	}
}

// hosts reports whether a mission is deployed in the country, which then sends it nobody.
func (c *collector) hosts(mission, country string) bool {
	e, ok := c.gaz.Entry(mission)
	if !ok {
		return false
	}
	return slices.ContainsFunc(e.In, func(id string) bool {
		place, ok := c.gaz.Entry(id)
		return id == country || ok && (place.Country == country || place.Parent == country)
	})
}

// tells reports whether a claim of the sentence already relates two entities so.
func (c *collector) tells(s *sentence, subject string, rel graph.RelationType, object string) bool {
	return c.related[relation{s.ordinal, subject, object, rel}]
}

// allowed reports whether the relation may join what the claim joins.
func allowed(cl graph.Claim) bool {
	rel, ok := graph.RelationOf(cl.Relation)
	if !ok || cl.Subject == cl.Object {
		return false
	}
	from, _ := graph.LabelOf(cl.Subject)
	to, _ := graph.LabelOf(cl.Object)
	return slices.Contains(rel.From, from) && slices.Contains(rel.To, to)
}

// event writes an event's entity and its claims.
func (c *collector) event(e *event) {
	props := map[string]any{}
	if e.kind != "" {
		props["kind"] = e.kind
	}
	set := func(k string, v any) { props[k] = v }
	if e.ordinal > 0 {
		set("ordinal", int64(e.ordinal))
	}
	if e.series != "" && e.label == graph.Exercise {
		set("series", e.series)
	}
	if e.date != "" {
		set("date", e.date)
	}
	if len(e.domains) > 0 {
		set("domains", e.domains)
	}
	if e.lateral != "" && e.label == graph.Exercise {
		set("laterality", e.lateral)
	}
	if e.status != "" {
		set("status", e.status)
	}
	for _, a := range e.args {
		if a.prop == "participantTotal" && a.polarity == graph.Affirmed && a.modality == graph.Actual {
			set("participantTotal", a.value)
		}
		if a.prop == "date" && a.value == e.date && a.props["dateText"] != nil {
			set("dateText", a.props["dateText"])
		}
	}
	aliases := slices.Clone(e.aliases)
	name := e.title(c)
	aliases = slices.DeleteFunc(aliases, func(a string) bool { return a == name })
	slices.Sort(aliases)
	if len(aliases) == 0 {
		aliases = nil
	}
	if had := c.entities[e.id]; had != nil {
		if had.Properties == nil {
			had.Properties = map[string]any{}
		}
		for k, v := range props {
			if _, ok := had.Properties[k]; !ok {
				had.Properties[k] = v
			}
		}
	} else {
		c.entities[e.id] = &graph.Entity{ID: e.id, Label: e.label, Name: name, Aliases: aliases, Properties: props}
	}
	c.mention(e.s.ordinal, e.id, e.a, e.b)
	c.eventClaims(e)
}

func (c *collector) eventClaims(e *event) {
	var domains []string
	for _, a := range e.args {
		if a.rel == graph.HeldIn && e.heldCloser(a.object) {
			continue
		}
		if a.other != nil && (a.other.dropped || a.other.id == "") {
			continue
		}
		from, to := a.a, a.b
		if a.s == e.s {
			from, to = min(from, e.a), max(to, e.b)
		}
		cl := graph.Claim{Confidence: a.conf, Rule: a.rule, Basis: a.basis, Polarity: a.polarity, Modality: a.modality}
		if e.cancelled && cl.Modality == graph.Actual && cl.Polarity == graph.Affirmed {
			cl.Modality = graph.Planned
		}
		switch {
		case a.prop == "domains":
			domains = appendNew(domains, a.value.(string))
			cl.Subject, cl.Property, cl.Value = e.id, a.prop, slices.Clone(domains)
		case a.prop != "":
			cl.Subject, cl.Property, cl.Value = e.id, a.prop, a.value
		default:
			cl.Relation, cl.Properties = a.rel, a.props
			cl.Subject, cl.Object = a.party, e.id
			if a.party == "" {
				cl.Subject, cl.Object = e.id, a.object
				if a.other != nil {
					cl.Object = a.other.id
				}
			}
		}
		c.claim(cl, a.s, from, to)
	}
	if e.kind != "" && len(e.args) > 0 {
		c.claim(graph.Claim{Subject: e.id, Property: "kind", Value: e.kind, Modality: e.modality(), Confidence: 0.9, Rule: "kind"}, e.s, e.a, e.b)
	}
}

// sorted are the claims by their IDs.
func (c *collector) sorted() []graph.Claim {
	full := append(c.full, c.claims)
	n := 0
	for _, claims := range full {
		n += len(claims)
	}
	if n == 0 {
		return nil
	}
	order := make([]*graph.Claim, 0, n)
	for _, claims := range full {
		for i := range claims {
			order = append(order, &claims[i])
		}
	}
	slices.SortFunc(order, func(x, y *graph.Claim) int { return cmp.Compare(x.ID, y.ID) })
	claims := make([]graph.Claim, n)
	for i, cl := range order {
		claims[i] = *cl
	}
	return claims
}

// bundle is all that was gathered, sorted.
func (c *collector) bundle(d *document.Document) graph.Bundle {
	c.told, c.related = nil, nil
	b := graph.Bundle{
		Document: graph.Document{ID: d.ID, Title: d.Title, Publisher: d.Publisher, Published: d.Published, Language: d.Language, URL: d.URL, Path: d.Path, Text: d.Text},
		Passages: c.passages,
	}
	for i := range b.Passages {
		slices.SortFunc(b.Passages[i].Mentions, func(m, n graph.Mention) int {
			return cmp.Or(cmp.Compare(m.Start, n.Start), cmp.Compare(m.End, n.End), cmp.Compare(m.Entity, n.Entity))
		})
	}
	for _, id := range slices.Sorted(maps.Keys(c.entities)) {
		e := *c.entities[id]
		slices.Sort(e.Aliases)
		b.Entities = append(b.Entities, e)
	}
	b.Claims = c.sorted()
	return b
}

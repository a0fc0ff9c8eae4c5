package store

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"go.uber.org/goleak"

	"concord/cypher"
	"concord/graph"
	"concord/graph/local/localtest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(localtest.Tests{M: m}) }

// open returns a store on an empty graph with its schema.
func open(t testing.TB) *Store {
	t.Helper()
	uri, username, password := localtest.Neo4j(t)
	return openAt(t, Config{URI: uri, Username: username, Password: password})
}

func openAt(t testing.TB, c Config) *Store {
	t.Helper()
	ctx := t.Context()
	s, err := Open(ctx, c)
	if err != nil {
		t.Fatalf("%v: %v", err, cause(err))
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	write(t, s, "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")
	if err := s.EnsureSchema(ctx); err != nil {
		t.Fatalf("%v: %v", err, cause(err))
	}
	return s
}

func cause(err error) error {
	if e, ok := err.(*Error); ok {
		return e.Cause
	}
	return nil
}

// write runs a statement that the store itself would never run.
func write(t testing.TB, s *Store, statement string) {
	t.Helper()
	session := s.session(t.Context(), neo4j.AccessModeWrite, nil)
	defer session.Close(t.Context())
	result, err := session.Run(t.Context(), statement, nil)
	if err == nil {
		_, err = result.Consume(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// document builds a bundle from sentences: say makes the passage and the claim at once.
type document struct {
	b    graph.Bundle
	text strings.Builder
}

func (d *document) entity(id, name string, properties map[string]any) {
	label, _ := graph.LabelOf(id)
	d.b.Entities = append(d.b.Entities, graph.Entity{ID: id, Label: label, Name: name, Properties: properties})
}

func (d *document) say(sentence string, c graph.Claim) {
	start := utf8.RuneCountInString(d.text.String())
	end := start + utf8.RuneCountInString(sentence)
	d.b.Passages = append(d.b.Passages, graph.Passage{
		Ordinal: len(d.b.Passages) + 1, Text: sentence, Start: start, End: end, Section: "Exercises",
		Mentions: []graph.Mention{{Entity: c.Subject, Surface: sentence, Start: start, End: end}},
	})
	c.Quote, c.Start, c.End = sentence, start, end
	if c.Basis == "" {
		c.Basis = graph.Stated
	}
	if c.Polarity == "" {
		c.Polarity = graph.Affirmed
	}
	if c.Modality == "" {
		c.Modality = graph.Actual
	}
	c.Confidence = 0.9
	d.b.Claims = append(d.b.Claims, c)
	d.text.WriteString(sentence + "\n")
}

func (d *document) bundle(title string) graph.Bundle {
	b := d.b
	text := title + d.text.String()
	n := utf8.RuneCountInString(title)
	b.Document = graph.Document{ID: graph.DocumentID(text), Title: title, Published: "2009-01", Language: "en", Text: text}
	for i := range b.Passages {
		p := &b.Passages[i]
		p.ID = graph.PassageID(b.Document.ID, p.Ordinal)
		p.Start, p.End = p.Start+n, p.End+n
		p.Mentions[0].Start, p.Mentions[0].End = p.Start, p.End
		c := &b.Claims[i]
		c.Document, c.Passage, c.Start, c.End = b.Document.ID, p.ID, p.Start, p.End
	}
	return b.Normalized()
}

type props = map[string]any

func first() graph.Bundle {
	var d document
	d.entity("country:CHN", "China", props{"iso3": "CHN"})
	d.entity("country:PAK", "Pakistan", props{"iso3": "PAK"})
	d.entity("organization:sco", "Shanghai Cooperation Organization", props{"acronym": "SCO", "kind": "igo"})
	d.entity("exercise:peace-2007", "Peace-2007", props{"kind": "exercise", "domains": []string{"sea"}, "participantTotal": 8})
	d.entity("place:arabian-sea", "Arabian Sea", props{"location": graph.Point{Latitude: 18, Longitude: 64}})
	d.entity("figure:f", "over 8 countries", props{"value": 8.0, "comparator": "gt"})
	d.say("China took part in Peace-2007.", graph.Claim{Subject: "country:CHN", Relation: graph.ParticipatedIn, Object: "exercise:peace-2007", Properties: props{"role": "participant", "forces": []string{"navy"}}})
	d.say("Pakistan hosted it.", graph.Claim{Subject: "country:PAK", Relation: graph.ParticipatedIn, Object: "exercise:peace-2007", Properties: props{"role": "host"}})
	d.say("It was in March 2007.", graph.Claim{Subject: "exercise:peace-2007", Property: "date", Value: "2007-03", Properties: props{"dateText": "March 2007"}})
	d.say("China is a member of the SCO.", graph.Claim{Subject: "country:CHN", Relation: graph.MemberOf, Object: "organization:sco", Properties: props{"status": "full", "since": "2001-06-15"}})
	d.say("Eight took part.", graph.Claim{Subject: "exercise:peace-2007", Property: "participantTotal", Value: int64(8)})
	d.say("On sea.", graph.Claim{Subject: "exercise:peace-2007", Property: "domains", Value: []string{"sea"}})
	d.say("It was in the Arabian Sea.", graph.Claim{Subject: "exercise:peace-2007", Relation: graph.HeldIn, Object: "place:arabian-sea"})
	d.say("Over eight.", graph.Claim{Subject: "exercise:peace-2007", Relation: graph.HasFigure, Object: "figure:f"})
	return d.bundle("First")
}

func second() graph.Bundle {
	var d document
	d.entity("country:CHN", "China", props{"iso3": "CHN"})
	d.entity("country:THA", "Thailand", nil)
	d.entity("exercise:peace-2007", "PEACE-07", nil)
	d.say("China observed PEACE-07.", graph.Claim{Subject: "country:CHN", Relation: graph.ParticipatedIn, Object: "exercise:peace-2007", Properties: props{"role": "observer"}})
	d.say("Thailand will join.", graph.Claim{Subject: "country:THA", Relation: graph.ParticipatedIn, Object: "exercise:peace-2007", Modality: graph.Planned})
	d.say("It was in 2007.", graph.Claim{Subject: "exercise:peace-2007", Property: "date", Value: "2007"})
	return d.bundle("Second")
}

func save(t testing.TB, s *Store, b graph.Bundle) Change {
	t.Helper()
	c, err := s.Save(t.Context(), b)
	if err != nil {
		t.Fatalf("%v: %v", err, cause(err))
	}
	return c
}

// contents returns every node and relationship, sorted: two graphs are the same if it is.
func contents(t testing.TB, s *Store) []string {
	t.Helper()
	var lines []string
	for _, q := range []string{
		`MATCH (n) WHERE NOT n:Lock RETURN labels(n)[0] AS l, n.id AS i, "" AS a, "" AS b, n {.*} AS p ORDER BY l, i`,
		`MATCH (a)-[r]->(b) RETURN type(r) AS l, coalesce(r.id, "") AS i, a.id AS a, b.id AS b, r {.*} AS p ORDER BY l, i, a, b, r.start, r.end`,
	} {
		r, err := s.Read(t.Context(), cypher.Statement{Text: q}, ReadOptions{})
		if err != nil {
			t.Fatalf("%v: %v", err, cause(err))
		}
		for _, row := range r.Rows {
			lines = append(lines, fmt.Sprint(row...))
		}
	}
	return lines
}

func same(t testing.TB, what string, got, want []string) {
	t.Helper()
	if reflect.DeepEqual(got, want) {
		return
	}
	t.Errorf("%s: the graph is another one", what)
	seen := map[string]bool{}
	for _, l := range want {
		seen[l] = true
	}
	for _, l := range got {
		if !seen[l] {
			t.Errorf("  more: %s", l)
		}
		delete(seen, l)
	}
	for l := range seen {
		t.Errorf("  less: %s", l)
	}
}

func verified(t testing.TB, s *Store) {
	t.Helper()
	found, err := s.Verify(t.Context())
	if err != nil {
		t.Fatalf("%v: %v", err, cause(err))
	}
	for _, v := range found {
		t.Error(v)
	}
}

func TestSaveAndRetract(t *testing.T) {
	s := open(t)
	empty := contents(t, s)
	a, b := first(), second()

	change := save(t, s, a)
	if n := change.Labels[graph.ClaimLabel]; n != (Count{New: 8}) {
		t.Errorf("claims: %+v", n)
	}
	if n := change.Relationships[graph.Hosted]; n != (Count{New: 1}) || len(change.Bookmarks) == 0 {
		t.Errorf("HOSTED: %+v, bookmarks %v", n, change.Bookmarks)
	}
	verified(t, s)
	onlyA := contents(t, s)

	again := save(t, s, a)
	if !again.None() || again.Labels[graph.ClaimLabel] != (Count{Unchanged: 8}) || again.Relationships[graph.ParticipatedIn] != (Count{Unchanged: 2}) {
		t.Errorf("saving again: %+v", again)
	}
	same(t, "saved twice", contents(t, s), onlyA)

	change = save(t, s, b)
	if n := change.Relationships[graph.ParticipatedIn]; n != (Count{Changed: 1}) {
		t.Errorf("PARTICIPATED_IN: %+v", n)
	}
	if n := change.Labels[graph.Country]; n != (Count{New: 1, Unchanged: 1}) {
		t.Errorf("countries: %+v", n)
	}
	verified(t, s)
	both := contents(t, s)

	change, err := s.Retract(t.Context(), "second")
	if err != nil {
		t.Fatal(err)
	}
	if n := change.Labels[graph.Country]; n != (Count{Unchanged: 1, Removed: 1}) {
		t.Errorf("countries after the removal: %+v", n)
	}
	same(t, "B removed from {A, B}", contents(t, s), onlyA)
	verified(t, s)

	save(t, s, b)
	if _, err := s.Retract(t.Context(), a.Document.ID[:16]); err != nil {
		t.Fatal(err)
	}
	save(t, s, a)
	same(t, "in another order", contents(t, s), both)
	for _, d := range []string{"First", "Second"} {
		if _, err := s.Retract(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "all removed", contents(t, s), empty)
	if _, err := s.Retract(t.Context(), "First"); CodeOf(err) != NotFound {
		t.Errorf("removing what is not there: %v", err)
	}
}

func TestStoredForm(t *testing.T) {
	s := open(t)
	save(t, s, first())
	save(t, s, second())
	r, err := s.Read(t.Context(), cypher.Statement{Text: `
MATCH (e:Exercise {id: "exercise:peace-2007"})
MATCH (c:Country {id: "country:CHN"})-[m:MEMBER_OF]->(o)
MATCH (c)-[p:PARTICIPATED_IN]->(e)-[:HELD_IN]->(place)
MATCH (d:Document)-[:HAS_PASSAGE]->(s:Passage)-[:SUPPORTS]->(k:Claim {property: "participantTotal"})-[:SUBJECT]->(e)
MATCH (d)-[x:DESCRIBES]->(place)
MATCH (f:Figure)
RETURN e {.*} AS exercise, m {.*} AS member, p {.disputed, .role, size: size(p.claims)} AS part, place.location AS location,
  k {.value, .property, .properties, .quote} AS claim, x {.*} AS describes, o.aliases AS aliases, s.section AS section, f.value AS value`}, ReadOptions{})
	if err != nil || len(r.Rows) != 1 {
		t.Fatalf("%v: %v, %d rows", err, cause(err), len(r.Rows))
	}
	got := map[string]any{}
	for i, c := range r.Columns {
		got[c] = r.Rows[0][i]
	}
	delete(got["member"].(map[string]any), "claims")
	want := map[string]any{
		"exercise": map[string]any{
			"id": "exercise:peace-2007", "name": "Peace-2007", "aliases": []any{"PEACE-07"}, "kind": "exercise", "domains": []any{"sea"},
			"participantTotal": int64(8), "date": "2007-03", "earliest": cypher.Date("2007-03-01"), "latest": cypher.Date("2007-03-31"),
			"datePrecision": "month", "dateText": "March 2007",
		},
		"member": map[string]any{
			"id": "country:CHN|MEMBER_OF|organization:sco|full|2001-06-15", "status": "full", "since": "2001-06-15",
			"validFrom": cypher.Date("2001-06-15"), "validTo": cypher.Date("9999-12-31"), "quote": "China is a member of the SCO.",
			"basis": "stated", "confidence": 0.9,
		},
		"part":      map[string]any{"disputed": true, "role": "observer", "size": int64(2)},
		"location":  cypher.Point{SRID: 4326, X: 64, Y: 18},
		"claim":     map[string]any{"value": "8", "property": "participantTotal", "properties": "{}", "quote": "Eight took part."},
		"describes": map[string]any{"name": "Arabian Sea", "aliases": []any{}, "properties": `{"location":{"latitude":18,"longitude":64}}`},
		"aliases":   []any{}, "section": "Exercises", "value": 8.0,
	}
	for k, w := range want {
		if !reflect.DeepEqual(got[k], w) {
			t.Errorf("%s is\n%#v, want\n%#v", k, got[k], w)
		}
	}
}

func TestSaveEdited(t *testing.T) {
	s := open(t)
	save(t, s, second())
	onlyB := contents(t, s)
	b := second()
	b.Claims = b.Claims[:1]
	b.Document.Title = "Renamed"
	b.Passages[0].Mentions = nil
	change := save(t, s, b)
	if n := change.Labels[graph.ClaimLabel]; n.Removed != 2 || n.Unchanged != 1 {
		t.Errorf("claims: %+v", n)
	}
	verified(t, s)
	save(t, s, second())
	same(t, "edited and back", contents(t, s), onlyB)
}

func TestSaveRefuses(t *testing.T) {
	s := open(t)
	empty := contents(t, s)
	b := first()
	b.Claims[0].Quote = "not there"
	b.Entities[0].Name = ""
	_, err := s.Save(t.Context(), b)
	if CodeOf(err) != Invalid {
		t.Errorf("a quote that is not in the text: %v", err)
	}
	same(t, "refused", contents(t, s), empty)
}

func TestDocumentsAndCounts(t *testing.T) {
	s := open(t)
	save(t, s, first())
	save(t, s, second())
	documents, err := s.Documents(t.Context())
	if err != nil || len(documents) != 2 || documents[0].Title != "First" || documents[0].Passages != 8 || documents[0].Claims != 8 || documents[0].Entities != 6 {
		t.Errorf("documents %+v, %v", documents, err)
	}
	counts, err := s.Counts(t.Context())
	if err != nil || counts.Labels[graph.Country] != 3 || counts.Relationships[graph.ParticipatedIn] != 2 || counts.Labels[graph.ClaimLabel] != 11 {
		t.Errorf("counts %+v, %v", counts, err)
	}
	info, err := s.ServerInfo(t.Context())
	if err != nil || !strings.HasPrefix(info.Version, "5.") || info.Edition == "" || info.Database == "" {
		t.Errorf("server %+v, %v", info, err)
	}
}

func TestVerifyFinds(t *testing.T) {
	for _, c := range []struct {
		damage string
		want   graph.Invariant
	}{
		{`MATCH (p:Passage) SET p.text = "x" + p.text`, graph.Wellformed},
		{`MATCH ()-[r:HOSTED]->() DELETE r`, graph.ClaimHasEdge},
		{`MATCH (a:Country {iso3: "PAK"}), (o:Organization) CREATE (a)-[:MEMBER_OF {id: "x", validFrom: date(), validTo: date()}]->(o)`, graph.EdgeHasClaims},
		{`MATCH (e:Exercise), (o:Organization) CREATE (e)-[:MEMBER_OF {id: "x", validFrom: date(), validTo: date()}]->(o)`, graph.EndpointsAllowed},
		{`MATCH ()-[r:MEMBER_OF]->() SET r.validTo = null`, graph.MembershipDated},
		{`MATCH (e:Exercise) SET e.kind = "training"`, graph.ViewIsOfClaims},
		{`MATCH ()-[r:PARTICIPATED_IN]->() SET r.role = "observer"`, graph.ViewIsOfClaims},
		{`CREATE (:Topic {id: "topic:x", name: "X", aliases: []})`, graph.EntityIsDescribed},
		{`MATCH (:Claim)-[r:OBJECT]->() DELETE r`, graph.EvidenceComplete},
		{`MATCH (:Passage)-[r:SUPPORTS]->() DELETE r`, graph.EvidenceComplete},
	} {
		t.Run(string(c.want), func(t *testing.T) {
			s := open(t)
			save(t, s, first())
			write(t, s, c.damage)
			found, err := s.Verify(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			hit := false
			for _, v := range found {
				hit = hit || v.Invariant == c.want && len(v.IDs) > 0
			}
			if !hit {
				t.Errorf("%s: found %v, want %s", c.damage, found, c.want)
			}
		})
	}
}

func TestReadyWaits(t *testing.T) {
	s := open(t)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if err := s.Ready(ctx); err != nil {
		t.Error(err)
	}
}

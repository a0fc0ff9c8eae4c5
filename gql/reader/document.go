package reader

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// source is a document as the lists and the head of its page show it.
type source struct {
	ID, Title, Publisher, Published, Language string
	URL                                       string // http or https, or empty
	Passages, Entities, Claims                int
}

func sourceOf(r Row) source {
	s := source{
		ID: text(r, "id"), Title: text(r, "title"), Publisher: text(r, "publisher"), Published: text(r, "published"),
		Language: text(r, "language"), Passages: number(r, "passages"), Entities: number(r, "entities"), Claims: number(r, "claims"),
	}
	if s.Title == "" {
		s.Title = s.ID
	}
	if u, err := url.Parse(text(r, "url")); err == nil && (u.Scheme == "https" || u.Scheme == "http") {
		s.URL = u.String()
	}
	return s
}

// reading is a document's page.
type reading struct {
	source
	Sentences []sentence
	Groups    []group   // what it names
	Sections  []section // its headings
}

type group struct {
	Label, Class string
	Entities     []named
}

type named struct {
	ID, Name     string
	Count, First int // how often it is named, and the first sentence that does
}

type section struct {
	Title string
	First int
}

func (s *site) document(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	params := map[string]any{"document": id}
	rows := map[string][]Row{}
	for _, query := range []string{"document", "document_passages", "document_mentions", "document_claims"} {
		found, err := s.Run(r.Context(), query, params)
		if err != nil {
			s.failed(w, err)
			return
		}
		if query == "document" && len(found) == 0 {
			s.fault(w, http.StatusNotFound, "No such document", "The graph has no document "+id+". It may have been replaced by a newer version of its text: look for it among the documents.")
			return
		}
		rows[query] = found
	}
	d := read(sourceOf(rows["document"][0]), rows["document_passages"], rows["document_mentions"], rows["document_claims"])
	s.show(w, http.StatusOK, "document", page{Title: d.Title, Section: "documents", Body: d})
}

// read puts a document's page together from its rows, which are in the order of the text.
func read(src source, passages, mentions, claims []Row) reading {
	d := reading{source: src}
	named := map[int][]mention{}
	for _, r := range mentions {
		n := number(r, "ordinal")
		named[n] = append(named[n], mention{number(r, "start"), number(r, "end"), text(r, "entity"), text(r, "name")})
	}
	claimed := map[int][]claim{}
	for _, r := range claims {
		n := number(r, "ordinal")
		claimed[n] = append(claimed[n], claimOf(r))
	}
	for _, r := range passages {
		d.Sentences = append(d.Sentences, sentence{
			Ordinal: number(r, "ordinal"), section: text(r, "section"), text: text(r, "text"), start: number(r, "start"), end: number(r, "end"),
		})
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		s.Claims = claimed[s.Ordinal]
		s.Segments = mark(*s, named[s.Ordinal], s.Claims)
		s.Break = i > 0 && s.start-d.Sentences[i-1].end > 1
		s.Heading = heads(d.Sentences, i)
		if s.Heading {
			d.Sections = append(d.Sections, section{s.text, s.Ordinal})
		}
	}
	d.Passages, d.Claims = len(passages), len(claims)
	d.Groups, d.Entities = groups(mentions)
	return d
}

// heads reports whether a sentence is the heading of what follows it.
func heads(all []sentence, i int) bool {
	title := strings.TrimSpace(all[i].text)
	return i+1 < len(all) && all[i+1].section == title && (all[i].section != title || i == 0 || all[i-1].section != title)
}

func claimOf(r Row) claim {
	id := text(r, "id")
	return claim{
		ID: id, Anchor: strings.Replace(id, ":", "-", 1),
		Subject: text(r, "subject"), SubjectName: text(r, "subjectName"), Relation: text(r, "relation"),
		Object: text(r, "object"), ObjectName: text(r, "objectName"), Property: text(r, "property"), Value: text(r, "value"),
		Basis: text(r, "basis"), Polarity: text(r, "polarity"), Modality: text(r, "modality"), Rule: text(r, "rule"),
		Confidence: fraction(r, "confidence"), start: number(r, "start"), end: number(r, "end"),
	}
}

// groups lists what is named by label, the most often named first, and counts it.
func groups(mentions []Row) ([]group, int) {
	entities := map[string]*named{}
	var order []*named
	for _, r := range mentions {
		id := text(r, "entity")
		e := entities[id]
		if e == nil {
			e = &named{ID: id, Name: text(r, "name"), First: number(r, "ordinal")}
			entities[id] = e
			order = append(order, e)
		}
		e.Count++
	}
	slices.SortStableFunc(order, func(a, b *named) int {
		return cmp.Or(cmp.Compare(rankOf(a.ID), rankOf(b.ID)), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	var all []group
	for _, e := range order {
		if label := labelOf(e.ID); len(all) == 0 || all[len(all)-1].Label != label {
			all = append(all, group{Label: label, Class: classOf(e.ID)})
		}
		last := &all[len(all)-1]
		last.Entities = append(last.Entities, *e)
	}
	return all, len(order)
}

package reader

import (
	"bytes"
	"cmp"
	"html/template"
	"net/http"
	"slices"

	"concord/cypher"
)

// The guide of Neo4j Browser (`:guide URL`): a start for who has never seen the graph, and
// chapters that it leads to, one for each topic of the research queries, and one about the
// schema.

// guide is the start or a chapter, as its template takes it.
type guide struct {
	Base     string // the address of these pages, without a slash at the end
	Chapter  chapter
	Chapters []chapter
	Slides   []slide
	Schema   chart
}

// chapter is a part of the guide by its name in addresses.
type chapter struct{ Name, Title, About string }

// slide is a few research queries; Number counts from 1.
type slide struct {
	Number, Of int
	Queries    []guided
}

type guided struct{ Question, Notice, Parameters, Statement string }

const queriesPerSlide = 4 // what a slide shows without much scrolling

// chapters are those of the topics (cypher.Topics), in their order, and the schema's.
var chapters = []chapter{
	{"exercises", "Exercises", "Who trained, where, when, and under whose name."},
	{"partners", "Partners", "One country and those it does things with."},
	{"networks", "Networks", "Chains, centres, bridges, and what falls apart without one country."},
	{"treaties", "Treaties and meetings", "What was signed, how far it came, and who sat at the table."},
	{"organizations", "Organizations", "Who belongs, since when, and who was missing."},
	{"peacekeeping", "Peacekeeping", "Troops, police and experts, by mission, role and day."},
	{"evidence", "Evidence", "One source or several, planned or denied, inferred or said."},
	{"documents", "Documents and names", "Find something by its name, and read what was read."},
	{schemaChapter, "The schema", "Labels, relationships, properties and indexes, and what they mean."},
}

const schemaChapter = "schema"

func (s *site) guide(w http.ResponseWriter, r *http.Request) {
	g := guide{Base: "http://" + r.Host, Chapters: chapters}
	if r.TLS != nil {
		g.Base = "https://" + r.Host
	}
	page := "start"
	if name := r.PathValue("chapter"); name != "" {
		i := slices.IndexFunc(chapters, func(c chapter) bool { return c.Name+".html" == name })
		if i < 0 {
			http.NotFound(w, r)
			return
		}
		g.Chapter, page = chapters[i], "chapter"
		if g.Chapter.Name == schemaChapter {
			page = schemaChapter
			if s.Schema != nil {
				g.Schema = draw(s.Schema)
			}
		}
	}
	var b bytes.Buffer
	all, err := s.research()
	if err == nil {
		g.Slides = slidesOf(all, g.Chapter.Name)
		err = s.guidePage.ExecuteTemplate(&b, page, g)
	}
	if err != nil {
		s.Logger.Error("guide", "error", err)
		http.Error(w, "the guide could not be made", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(b.Bytes())
}

// slidesOf returns the queries of a topic, the simplest first.
func slidesOf(all []research, topic string) []slide {
	level := func(q research) int { return slices.Index(cypher.Levels(), q.Level) }
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b research) int { return cmp.Compare(level(a), level(b)) })
	var queries []guided
	for _, q := range all {
		if q.Topic == topic && !q.Bound() {
			queries = append(queries, guided{q.Question, q.Notice, q.Commands(), q.Statement})
		}
	}
	var slides []slide
	of := (len(queries) + queriesPerSlide - 1) / queriesPerSlide
	for some := range slices.Chunk(queries, queriesPerSlide) {
		slides = append(slides, slide{len(slides) + 1, of, some})
	}
	return slides
}

// parseGuide reads the guide's templates: parts of a page, in the markup that Neo4j
// Browser gives a meaning (Neo4j Browser manual, "Custom guides"). What has data-exec is a
// command that a click runs.
func parseGuide() (*template.Template, error) {
	return template.New("guide").Funcs(template.FuncMap{"coded": coded}).ParseFS(templateFiles, "templates/guide.html")
}

package graph

import (
	"fmt"
	"slices"
)

// fields takes the fields of a JSON object one by one; what nobody took is a mistake.
type fields struct {
	object *jsonObject
	taken  []string
	report func(field, format string, args ...any)
}

func (f *fields) take(name string) (jsonValue, bool) {
	f.taken = append(f.taken, name)
	v, ok := f.object.fields[name]
	return v, ok && v.value != nil
}

func take[T any](f *fields, name, example string) (T, bool) {
	var zero T
	v, ok := f.take(name)
	if !ok {
		return zero, false
	}
	x, ok := v.value.(T)
	if !ok {
		f.report(name, "%s has a value of the wrong type; give %s", name, example)
	}
	return x, ok
}

func (f *fields) text(name string) string {
	s, _ := take[string](f, name, "a string in double quotes")
	return s
}

func (f *fields) textOr(name, otherwise string) string {
	if s := f.text(name); s != "" {
		return s
	}
	return otherwise
}

// count takes a number of code points or the like, or otherwise.
func (f *fields) count(name string, otherwise int) int {
	n, ok := take[int64](f, name, "a whole number")
	if !ok {
		return otherwise
	}
	if n < 0 || n > 1<<40 {
		f.report(name, "%s is %d; give a whole number from 0", name, n)
		return otherwise
	}
	return int(n)
}

func (f *fields) list(name string) []string {
	values, _ := take[[]jsonValue](f, name, `a list such as ["sea"]`)
	list := make([]string, 0, len(values))
	for _, v := range values {
		s, ok := v.value.(string)
		if !ok {
			f.report(name, "%s is a list of strings; put each in double quotes", name)
			continue
		}
		list = append(list, s)
	}
	return list
}

func (f *fields) properties() *fields {
	o, ok := take[*jsonObject](f, "properties", "an object, {…}")
	if !ok {
		o = &jsonObject{}
	}
	return &fields{object: o, report: f.report}
}

// rest reports the fields that nobody took: a misspelt one would be lost without a word.
func (f *fields) rest() {
	for _, k := range f.object.keys {
		if !slices.Contains(f.taken, k) {
			f.report(k, "has a field %q, which means nothing here; take it out, or mend its name", k)
		}
	}
}

// values takes all fields as the properties of an entity or a claim.
func (f *fields) values() map[string]any {
	m := map[string]any{}
	for _, k := range f.object.keys {
		if v, ok := f.take(k); ok {
			m[k] = f.property(k, v)
		}
	}
	return m
}

// property turns {"latitude", "longitude"} into a Point and leaves the rest to Check.
func (f *fields) property(name string, v jsonValue) any {
	o, ok := v.value.(*jsonObject)
	if !ok {
		return v.plain()
	}
	degrees := func(k string) (float64, bool) {
		switch x := o.fields[k].value.(type) {
		case int64:
			return float64(x), true
		case float64:
			return x, true
		}
		return 0, false
	}
	latitude, ok1 := degrees("latitude")
	longitude, ok2 := degrees("longitude")
	if !ok1 || !ok2 || len(o.keys) != 2 {
		f.report(name, `%s is an object; only a point is one, {"latitude":55.2,"longitude":61.4}`, name)
		return nil
	}
	return Point{Latitude: latitude, Longitude: longitude}
}

func (f *fields) document(id, name string) Document {
	d := Document{
		ID: id, Title: f.textOr("title", name), Publisher: f.text("publisher"), Published: f.text("published"),
		Language: f.text("language"), URL: f.text("url"), Text: f.text("text"),
	}
	if d.ID == "" && d.Text != "" {
		d.ID = DocumentID(d.Text)
	}
	return d
}

func (f *fields) passage(id, document string) Passage {
	ordinal, _ := ordinalOf(document, id)
	p := Passage{
		ID: id, Ordinal: f.count("ordinal", ordinal), Section: f.text("section"), Text: f.text("text"),
		Start: f.count("start", 0), End: f.count("end", 0),
	}
	mentions, _ := take[[]jsonValue](f, "mentions", "a list of objects")
	for _, v := range mentions {
		o, ok := v.value.(*jsonObject)
		if !ok {
			f.report("mentions", `a mention is an object, {"entity":…,"surface":…,"start":…,"end":…}`)
			continue
		}
		m := fields{object: o, report: func(_, format string, args ...any) {
			f.report("mentions", "%s", "a mention: "+fmt.Sprintf(format, args...))
		}}
		p.Mentions = append(p.Mentions, Mention{
			Entity: m.text("entity"), Surface: m.text("surface"), Start: m.count("start", 0), End: m.count("end", 0),
		})
		m.rest()
	}
	return p
}

// claim takes the fields of a claim. Start is -1 where it is not given.
func (f *fields) claim() Claim {
	c := Claim{
		ID: f.text("id"), Subject: f.text("subject"), Relation: RelationType(f.text("relation")), Object: f.text("object"),
		Property: f.text("property"), Document: f.text("document"), Passage: f.text("passage"), Quote: f.text("quote"),
		Start: f.count("start", -1), End: f.count("end", -1), Basis: Basis(f.textOr("basis", string(Stated))),
		Polarity: Polarity(f.textOr("polarity", string(Affirmed))), Modality: Modality(f.textOr("modality", string(Actual))),
		Rule: f.text("rule"), Confidence: 1, Verdict: Verdict(f.text("verdict")), Corrects: f.text("corrects"),
	}
	if v, ok := f.take("value"); ok {
		c.Value = f.property("value", v)
	}
	switch v, _ := f.take("confidence"); x := v.value.(type) {
	case nil:
	case int64:
		c.Confidence = float64(x)
	case float64:
		c.Confidence = x
	default:
		f.report("confidence", "confidence has a value of the wrong type; give a number from 0 to 1")
	}
	c.Properties = f.properties().values()
	return c
}

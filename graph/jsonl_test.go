package graph

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestJSONLRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bundles := drawBundles(t)
		var first, second bytes.Buffer
		if err := WriteJSONL(&first, bundles...); err != nil {
			t.Fatal(err)
		}
		read, err := ReadJSONL(bytes.NewReader(first.Bytes()), "claims.jsonl", "")
		if err != nil {
			t.Fatalf("%v\nin\n%s", err, &first)
		}
		if !reflect.DeepEqual(read, bundles) {
			t.Fatalf("read\n%#v\nwrote\n%#v", read, bundles)
		}
		if err := WriteJSONL(&second, read...); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatalf("wrote\n%s\nthen\n%s", &first, &second)
		}
	})
}

// line returns a JSON line with the quotes written as ' for reading's sake.
func line(s string, args ...any) string {
	return strings.ReplaceAll(fmt.Sprintf(s, args...), "'", `"`) + "\n"
}

const sampleText = "Peace-2007. China and Pakistan held the exercise in March 2007."

var sampleDocument = DocumentID(sampleText)

func sampleLines() []string {
	d := sampleDocument
	return []string{
		line(`{'type':'entity','id':'%s','label':'Document','name':'Report','aliases':[],'properties':{'title':'Report','text':'%s'}}`, d, sampleText),
		line(`{'type':'entity','id':'%s#s2','label':'Passage','name':'','aliases':[],'properties':{'ordinal':2,'text':'China and Pakistan held the exercise in March 2007.','start':12,'end':63,'mentions':[{'entity':'country:PAK','surface':'Pakistan','start':22,'end':30}]}}`, d),
		line(`{'type':'entity','id':'country:PAK','label':'Country','name':'Pakistan','aliases':[],'properties':{}}`),
		line(`{'type':'entity','id':'exercise:peace-2007','label':'Exercise','name':'Peace-2007','aliases':[],'properties':{'domains':['sea'],'kind':'exercise'}}`),
		line(`{'type':'claim','subject':'country:PAK','relation':'PARTICIPATED_IN','object':'exercise:peace-2007','properties':{'role':'participant'},'document':'%s','passage':'%s#s2','quote':'China and Pakistan held the exercise','start':12,'end':48,'basis':'stated','polarity':'affirmed','modality':'actual','confidence':0.97,'rule':'participants.held'}`, d, d),
		line(`{'type':'claim','subject':'exercise:peace-2007','property':'date','value':'2007-03','document':'%s','passage':'%s#s2','quote':'March 2007','start':52,'end':62}`, d, d),
	}
}

func TestReadJSONL(t *testing.T) {
	want, err := ReadJSONL(strings.NewReader(strings.Join(sampleLines(), "")), "x", "")
	if err != nil {
		t.Fatal(err)
	}
	b := want[0]
	if len(want) != 1 || len(b.Passages) != 1 || len(b.Entities) != 2 || len(b.Claims) != 2 || b.Document.Title != "Report" {
		t.Fatalf("read %+v", want)
	}
	for _, c := range b.Claims {
		if c.ID != c.ComputeID() || c.Property == "date" && (c.Basis != Stated || c.Confidence != 1 || c.Modality != Actual || c.Polarity != Affirmed) {
			t.Errorf("claim %+v", c)
		}
	}
	for name, edit := range map[string]func(lines []string) []string{
		"the lines in another order": func(l []string) []string { return []string{l[5], l[4], l[3], l[2], l[1], l[0]} },
		"blank lines, line ends of Windows, a byte order mark": func(l []string) []string {
			return []string{"\ufeff" + strings.ReplaceAll(strings.Join(l, "\n   \n"), "\n", "\r\n")}
		},
		"no end of line at the end": func(l []string) []string { return []string{strings.TrimSuffix(strings.Join(l, ""), "\n")} },
		"a line twice":              func(l []string) []string { return append(l, l[2], l[4]) },
		"no passage and no offsets": func(l []string) []string {
			l[5] = line(`{'type':'claim','subject':'exercise:peace-2007','property':'date','value':'2007-03','document':'%s','quote':'March 2007'}`, sampleDocument)
			return l
		},
		"no document, where there is but one": func(l []string) []string {
			l[5] = strings.Replace(l[5], `"document":"`+sampleDocument+`",`, "", 1)
			return l
		},
		"an id that is not the claim's": func(l []string) []string {
			l[5] = strings.Replace(l[5], `"type":"claim"`, `"type":"claim","id":"claim:mine"`, 1)
			return l
		},
	} {
		got, err := ReadJSONL(strings.NewReader(strings.Join(edit(sampleLines()), "")), "x", "")
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: read\n%+v, %v\nwant\n%+v", name, got, err, want)
		}
	}
}

func TestReadJSONLClaimsAlone(t *testing.T) {
	l := sampleLines()
	in := l[3] + l[4] + l[5]
	got, err := ReadJSONL(strings.NewReader(in), "x", "")
	if err != nil {
		t.Fatal(err)
	}
	b := got[0]
	if b.Document != (Document{ID: sampleDocument}) || len(b.Claims) != 2 || len(b.Entities) != 2 {
		t.Errorf("read %+v", b)
	}
	if p := b.Passages[0]; len(b.Passages) != 1 || p.Ordinal != 2 || p.Text != "China and Pakistan held the exercise […] March 2007" || p.Start != 12 || p.End != 62 {
		t.Errorf("passages %+v", b.Passages)
	}
	if e := b.Entities[0]; e.ID != "country:PAK" || e.Name != "" || e.Properties["iso3"] != "PAK" {
		t.Errorf("a country without a line: %+v", e)
	}
	var out bytes.Buffer
	if err := WriteJSONL(&out, got...); err != nil {
		t.Fatal(err)
	}
	again, err := ReadJSONL(&out, "x", "")
	if err != nil || !reflect.DeepEqual(again, got) {
		t.Errorf("read again %+v, %v", again, err)
	}
}

func TestReadJSONLRefuses(t *testing.T) {
	replace := func(n int, old, new string) func(l []string) {
		old, new = strings.ReplaceAll(old, "'", `"`), strings.ReplaceAll(new, "'", `"`)
		return func(l []string) {
			if !strings.Contains(l[n], old) {
				panic(old + " is not in " + l[n])
			}
			l[n] = strings.Replace(l[n], old, new, 1)
		}
	}
	for _, c := range []struct {
		edit func(l []string)
		want string
	}{
		{replace(4, "PARTICIPATED_IN", "JOINED"), `c.jsonl:5:52: there is no relation "JOINED"`},
		{replace(4, "PARTICIPATED_IN", "SIGNED"), `c.jsonl:5:70: SIGNED goes to Treaty, not to Exercise`},
		{replace(4, "'subject':'country:PAK'", "'subject':'exercise:peace-2007'"), `PARTICIPATED_IN goes from Country, Organization, CountryGroup, not from Exercise`},
		{replace(4, "'object':'exercise:peace-2007'", "'object':'exercise:war-2007'"), `no entity line describes its object "exercise:war-2007"; add one`},
		{replace(4, "'start':12,'end':48", "'start':13,'end':49"), `its passage has other words than "China and Pakistan held the exercise" from 13 to 49; quote it verbatim`},
		{replace(4, "'end':48", "'end':47"), `but its quote has 36 code points`},
		{replace(4, "held the exercise", "held an exercise!"), `quote it verbatim`},
		{replace(4, "#s2'", "#s3'"), `there is no passage`},
		{replace(4, "0.97", "1.5"), `has confidence 1.5; it runs from 0 to 1`},
		{replace(4, "0.97", "'high'"), `c.jsonl:5:442: confidence has a value of the wrong type; give a number from 0 to 1`},
		{replace(4, "stated", "said"), `there is no basis "said"; it is one of stated, implied, inferred, reference`},
		{replace(4, "'rule'", "'ruel'"), `has a field "ruel"`},
		{replace(4, "'confidence'", "'Confidence'"), `has a field "Confidence"`},
		{replace(4, "'role':'participant'", "'role':3"), `role is an integer, not text; give text such as "summit"`},
		{replace(4, "'role':'participant'", "'personnel':'many'"), `personnel is text, not an integer; give a whole number such as 8`},
		{replace(5, "2007-03", "March 2007"), `date "March 2007": "March 2007" is no year`},
		{replace(5, "'property':'date'", "'property':'date','relation':'UNDER'"), `has both a relation and a property`},
		{replace(5, "'quote':'March 2007'", "'quote':''"), `has no quote`},
		{replace(3, "Exercise", "Drill"), `there is no label "Drill"`},
		{replace(3, "'exercise:peace-2007'", "'peace-2007'"), `the id begins with "exercise:" and goes on with a slug`},
		{replace(3, "'sea'", "1"), `domains has a value that no property has; give a list such as ["sea"]`},
		{replace(3, "['sea']", "'sea'"), `domains is text, not a list of strings; give a list such as ["sea"]`},
		{replace(3, "'Peace-2007'", "''"), `has no name`},
		{replace(3, "'kind'", "'kind':'x','kind'"), `has "kind" twice; keep one`},
		{replace(3, "'kind'", "'kind of'"), `is no name of a property`},
		{replace(1, "'start':22,'end':30", "'start':23,'end':31"), `not "Pakistan"; quote it verbatim`},
		{replace(1, "country:PAK", "place:x"), `mentions "place:x", which no entity line describes`},
		{replace(0, "Peace-2007.", "Peace-2008."), `the text is not the one this id stands for`},
		{func(l []string) { l[2] = strings.TrimSpace(l[2]) + " {}\n" }, `goes on after its object`},
		{func(l []string) { l[2] = l[2][:40] + "\n" }, `c.jsonl:3:41: `},
		{func(l []string) { l[2] = "[1]\n" }, `c.jsonl:3:1: is no JSON object`},
		{func(l []string) { l[2] = "\xff\n" }, `c.jsonl:3:1: is not UTF-8`},
		{func(l []string) { l[2] = `{"type":"note"}` + "\n" }, `c.jsonl:3:9: there is no type "note"`},
		{func(l []string) { l[5] = l[5] + strings.Replace(l[4], "0.97", "0.5", 1) }, `makes the same claim with another confidence`},
		{func(l []string) { l[5] = l[5] + strings.Replace(l[3], "sea", "air", 1) }, `this id has two different descriptions`},
		{func(l []string) { l[5] = l[5] + l[0] }, `the document has a second line; keep one`},
	} {
		lines := sampleLines()
		c.edit(lines)
		bundles, err := ReadJSONL(strings.NewReader(strings.Join(lines, "")), "c.jsonl", "")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v\nwant %s", err, c.want)
		}
		if len(bundles) != 0 {
			t.Errorf("%s: %d bundles all the same", c.want, len(bundles))
		}
	}
}

// A mistake in one document leaves the others.
func TestReadJSONLKeepsTheRest(t *testing.T) {
	other := DocumentID("other")
	in := strings.Join(sampleLines(), "") +
		line(`{'type':'entity','id':'%s','label':'Document','name':'Other','properties':{'text':'other'}}`, other) +
		line(`{'type':'entity','id':'topic:x','label':'Topic','name':''}`) +
		line(`{'type':'entity','id':'topic:y y','label':'Topic','name':'Y'}`)
	got, err := ReadJSONL(strings.NewReader(in), "c.jsonl", "")
	if len(got) != 1 || got[0].Document.ID != sampleDocument {
		t.Errorf("read %+v", got)
	}
	if err == nil || strings.Count(err.Error(), "\n") != 1 || !strings.Contains(err.Error(), "c.jsonl:8:") || !strings.Contains(err.Error(), "c.jsonl:9:") {
		t.Errorf("reported %v", err)
	}
}

func FuzzReadJSONL(f *testing.F) {
	f.Add(strings.Join(sampleLines(), ""))
	f.Add(strings.Join(sampleLines()[3:], ""))
	f.Add(line(`{'type':'entity','id':'place:x','label':'Place','name':'X','properties':{'location':{'latitude':1,'longitude':-0.0}}}`))
	f.Fuzz(func(t *testing.T, in string) {
		bundles, err := ReadJSONL(strings.NewReader(in), "f", "")
		for _, b := range bundles {
			if err := b.Check(); err != nil {
				t.Fatalf("read a bundle that has mistakes: %v", err)
			}
		}
		if err != nil {
			return
		}
		var first, second bytes.Buffer
		if err := WriteJSONL(&first, bundles...); err != nil {
			t.Fatal(err)
		}
		again, err := ReadJSONL(bytes.NewReader(first.Bytes()), "f", "")
		if err != nil {
			t.Fatalf("does not read what it wrote: %v\n%s", err, &first)
		}
		if err := WriteJSONL(&second, again...); err != nil || first.String() != second.String() {
			t.Fatalf("wrote %s\nthen %s, %v", &first, &second, err)
		}
	})
}

func BenchmarkJSONL(b *testing.B) {
	bundle := tableBundle(2000)
	var out bytes.Buffer
	if err := WriteJSONL(&out, bundle); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(out.Len()))
	for b.Loop() {
		if _, err := ReadJSONL(bytes.NewReader(out.Bytes()), "x", ""); err != nil {
			b.Fatal(err)
		}
	}
}

// tableBundle is a table of n rows, one claim each.
func tableBundle(n int) Bundle {
	var text strings.Builder
	var b Bundle
	for i := range n {
		row := fmt.Sprintf("Exercise %d;China", i)
		b.Passages = append(b.Passages, Passage{Ordinal: i + 1, Text: row, Start: text.Len(), End: text.Len() + len(row)})
		text.WriteString(row + "\n")
	}
	b.Document = Document{ID: DocumentID(text.String()), Text: text.String()}
	b.Entities = []Entity{{ID: "country:CHN", Label: Country, Name: "China"}}
	for i := range b.Passages {
		p := &b.Passages[i]
		p.ID = PassageID(b.Document.ID, p.Ordinal)
		id := NewID(Exercise, fmt.Sprint(i))
		b.Entities = append(b.Entities, Entity{ID: id, Label: Exercise, Name: fmt.Sprintf("Exercise %d", i)})
		b.Claims = append(b.Claims, Claim{
			Subject: "country:CHN", Relation: ParticipatedIn, Object: id, Document: b.Document.ID, Passage: p.ID,
			Quote: p.Text, Start: p.Start, End: p.End, Basis: Stated, Polarity: Affirmed, Modality: Actual, Confidence: 1,
		})
	}
	return b.Normalized()
}

// TestNormalIsWrittenAsItIs: a bundle that is normal needs no copy, and one that is not is never taken for one.
func TestNormalIsWrittenAsItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drawBundle(t, 1)
		if n := b.Normalized(); !n.normal() {
			t.Errorf("not normal once it was Normalized: %+v", n)
		}
		if b.normal() && lines(t, b) != lines(t, b.Normalized()) {
			t.Errorf("taken for normal: %+v", b)
		}
	})
}

// lines are the lines that a bundle is written as, without a look at whether it is normal.
func lines(t *rapid.T, b Bundle) string {
	var text strings.Builder
	w := bufio.NewWriter(&text)
	if err := errors.Join(writeBundle(w, b), w.Flush()); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

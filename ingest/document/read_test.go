package document

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	utf16 "golang.org/x/text/encoding/unicode"
)

func TestDecode(t *testing.T) {
	const words = "China’s “Peace-2007” exercise in Côte d’Ivoire. China and 中华人民共和国."
	latin := "The café’s “guests” met in Côte d’Ivoire – and talked for a long while about cooperation."
	encode := func(s string, e interface {
		Bytes([]byte) ([]byte, error)
	},
	) []byte {
		b, err := e.Bytes([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	chinese := "中国人民解放军与俄罗斯举行联合军事演习。“和平使命－2007”"
	for name, test := range map[string]struct {
		data []byte
		want string
	}{
		"UTF-8":                     {[]byte(words), words},
		"UTF-8 with a mark":         {[]byte("\ufeff" + words), "\ufeff" + words},
		"UTF-16, little-endian":     {encode("\ufeff"+words, utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM).NewEncoder()), "\ufeff" + words},
		"UTF-16, big-endian":        {encode("\ufeff"+words, utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM).NewEncoder()), "\ufeff" + words},
		"UTF-16 without a mark":     {encode(latin, utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM).NewEncoder()), latin},
		"windows-1252":              {encode(latin, charmap.Windows1252.NewEncoder()), latin},
		"GB18030":                   {encode(chinese, simplifiedchinese.GB18030.NewEncoder()), chinese},
		"GB18030 in English":        {encode("The “Peace” exercise — held in May.", simplifiedchinese.GBK.NewEncoder()), "The “Peace” exercise — held in May."},
		"line ends of all kinds":    {[]byte("a\r\nb\rc\n"), "a\r\nb\rc\n"},
		"a form feed between pages": {[]byte("a\fb"), "a\fb"},
	} {
		got, err := decode(test.data)
		if err != nil || got != test.want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, test.want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	koi8, err := charmap.KOI8R.NewEncoder().Bytes([]byte("Россия и Китай провели совместные учения"))
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		data []byte
		want string
	}{
		"empty.txt":      {nil, "is empty"},
		"blank.txt":      {[]byte(" \n\t\n"), "is empty"},
		"binary.txt":     {[]byte("ab\x00\x01\x02cd"), "is "},
		"control.txt":    {[]byte("ab\x01cd"), "is no text"},
		"office.docx":    {[]byte("PK\x03\x04rest"), "save it as PDF"},
		"rich.rtf":       {[]byte(`{\rtf1 text}`), "rich text"},
		"cyrillic.txt":   {koi8, "convert it to UTF-8"},
		"broken16.txt":   {[]byte("\xff\xfea\x00\x00\xd8b\x00"), "convert it to UTF-8"},
		"broken.pdf":     {[]byte("%PDF-1.7 and no more"), "is no readable PDF"},
		"nothing.html":   {[]byte("<html><body><script>x</script></body></html>"), "has no readable text"},
		"nothing.md":     {[]byte("```\ncode\n```\n"), "has no readable text"},
		"badheader.txt":  {[]byte("---\ntitle: x\ncolour: red\n---\ntext"), "colour"},
		"badheader2.txt": {[]byte("---\ntitle: [\n---\ntext"), "write the keys title"},
	} {
		_, err := Read(name, test.data, Meta{})
		if err == nil || !strings.HasPrefix(err.Error(), name+": ") || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, err, test.want)
		}
	}
	if _, err := Read("a.txt", make([]byte, maxText+1), Meta{}); err == nil || !strings.Contains(err.Error(), "split it") {
		t.Errorf("too large: %v", err)
	}
	if _, err := Read("a.txt", []byte("text"), Meta{Date: "some day"}); err == nil || !strings.Contains(err.Error(), "EDTF") {
		t.Errorf("bad date: %v", err)
	}
}

func TestPageEncodings(t *testing.T) {
	const words = "Côte d’Ivoire held a “peace” exercise."
	latin, err := charmap.Windows1252.NewEncoder().Bytes([]byte(words))
	if err != nil {
		t.Fatal(err)
	}
	page := func(head string, words []byte) []byte {
		return slices.Concat([]byte("<html><head>"+head+"</head><body><p>"), words, []byte("</p></body></html>"))
	}
	for name, data := range map[string][]byte{
		"named":     page(`<meta charset="windows-1252">`, latin),
		"not named": page("", latin),
		"UTF-8":     page("", []byte(words)),
		"both":      page(`<meta charset="utf-8">`, []byte(words)),
		"wrong":     page(`<meta charset="utf-8">`, latin),
	} {
		d, err := Read("page.html", data, Meta{})
		if err != nil || d.Text != words {
			t.Errorf("%s: %+v, %v", name, d, err)
		}
	}
}

func TestMetaPrecedence(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(path, "---\ntitle: header\npublisher: header\ndate: January 20, 2009\n---\nShown Title\n\nText stands here.\n")
	write(path+".meta.yaml", "title: side\npublisher: side\nurl: https://example.org/\n")
	d, err := Open(path, Meta{Title: "flag", Language: "fr"})
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "flag" || d.Publisher != "side" || d.Published != "2009-01-20" || d.URL != "https://example.org/" || d.Language != "fr" {
		t.Errorf("%+v", d)
	}
	if d.Blocks[0].Kind != Heading || d.Text[d.Blocks[0].Span.Start:d.Blocks[0].Span.End] != "Shown Title" {
		t.Errorf("the header is a block: %+v", d.Blocks[0])
	}
	write(path+".meta.yaml", "titel: x\n")
	if _, err := Open(path, Meta{}); err == nil || !strings.Contains(err.Error(), "a.txt.meta.yaml") {
		t.Errorf("a bad side file: %v", err)
	}
	if _, err := Open(filepath.Join(dir, "none.txt"), Meta{}); err == nil || !strings.Contains(err.Error(), "does not exist: check the path") {
		t.Errorf("no file: %v", err)
	}
	if _, err := Open(dir, Meta{}); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("a folder: %v", err)
	}
	d, err = Read("b.txt", []byte("---\nno header\n---\n\nShown Title\n\nText stands here.\n"), Meta{})
	if err != nil || d.Language != "en" {
		t.Errorf("rules that are no header: %+v, %v", d, err)
	}
}

// Labelled lines before the text are a header when every one of them is known.
func TestLabelledHeader(t *testing.T) {
	for text, want := range map[string]Meta{
		"Title: A visit\nAuthor: A. Clerk\nPublisher: Ministry\nDate: 20 January 2009\n\nText.\n": {Title: "A visit", Publisher: "Ministry", Date: "2009-01-20"},
		"\ufeffDATE: 2009-01\r\nURL: https://example.org/a\r\n\r\nText.\n":                        {Date: "2009-01", URL: "https://example.org/a"},
		"Date: 20 January 2009\n\nText.\n":                                                        {Date: "2009-01-20"},
		"Title: alone\n\nText.\n":                                                                 {},
		"Title: A visit\nVenue: Manila\nDate: 20 January 2009\n\nText.\n":                         {},
		"Title: A visit\nDate: when the rains end\n\nText.\n":                                     {},
		"Date: 20 January 2009\nDate: 21 January 2009\n\nText.\n":                                 {},
		"Title: A visit\nDate: 20 January 2009\nText that follows at once.\n\n":                   {},
	} {
		for _, name := range []string{"a.txt", "a.md"} {
			d, err := Read(name, []byte(text), Meta{})
			if err != nil {
				t.Fatal(err)
			}
			first := d.Text[d.Blocks[0].Span.Start:d.Blocks[0].Span.End]
			if want == (Meta{}) {
				if d.Published != "" {
					t.Errorf("%s %q: the date %s", name, text, d.Published)
				}
				continue
			}
			if want.Title != "" && d.Title != want.Title || d.Publisher != want.Publisher || d.Published != want.Date || d.URL != want.URL || first != "Text." {
				t.Errorf("%s %q: %+v, first block %q", name, text, d, first)
			}
		}
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.md", "a.md.meta.yaml", "a.claims.yaml", ".hidden", "sub/c.txt", "sub/.d/e.txt"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	in := func(names ...string) []string {
		for i := range names {
			names[i] = filepath.Join(dir, names[i])
		}
		return names
	}
	for _, test := range []struct{ paths, patterns, want []string }{
		{[]string{dir}, nil, in("a.md", "b.txt", "sub/c.txt")},
		{[]string{dir}, []string{"*.txt"}, in("b.txt", "sub/c.txt")},
		{in("b.txt", "b.txt", "a.claims.yaml"), nil, in("a.claims.yaml", "b.txt")},
	} {
		got, err := Files(test.paths, test.patterns...)
		if err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%v %v: %v, %v, want %v", test.paths, test.patterns, got, err, test.want)
		}
	}
	got, err := Files(in("none", "b.txt", "nothing"))
	if len(got) != 1 || err == nil || !strings.Contains(err.Error(), "none: does not exist") || !strings.Contains(err.Error(), "nothing: does not exist") {
		t.Errorf("%v, %v, want the file and both errors", got, err)
	}
	if _, err := Files([]string{dir}, "["); err == nil {
		t.Error("a bad pattern is taken")
	}
}

func TestOffsets(t *testing.T) {
	text := strings.Repeat("añ中😀b", 200)
	o := NewOffsets(text)
	points := 0
	for at := range text {
		if got := o.CodePoint(at); got != points {
			t.Fatalf("byte %d is code point %d, want %d", at, got, points)
		}
		if got := o.Byte(points); got != at {
			t.Fatalf("code point %d is at byte %d, want %d", points, got, at)
		}
		points++
	}
	if o.CodePoint(len(text)) != utf8.RuneCountInString(text) || o.Byte(points) != len(text) {
		t.Error("the end is not the end")
	}
	if empty := NewOffsets(""); empty.CodePoint(0) != 0 || empty.Byte(0) != 0 {
		t.Error("an empty text has offsets")
	}
}

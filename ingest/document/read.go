package document

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Meta is what is known of a document besides its text. Empty fields are unknown.
//
// What the caller gives comes first, then the side file, then the header in the file
// itself (front matter, the meta elements of HTML), then what the text shows: its first
// heading is its title. Date is EDTF (ISO 8601-2), Language a BCP 47 tag.
type Meta struct {
	Title     string `yaml:"title"`
	Publisher string `yaml:"publisher"`
	Date      string `yaml:"date"`
	URL       string `yaml:"url"`
	Language  string `yaml:"language"`
}

// or returns m with its empty fields taken from other.
func (m Meta) or(other Meta) Meta {
	for _, f := range []struct {
		have *string
		want string
	}{
		{&m.Title, other.Title},
		{&m.Publisher, other.Publisher},
		{&m.Date, other.Date},
		{&m.URL, other.URL},
		{&m.Language, other.Language},
	} {
		if *f.have == "" {
			*f.have = strings.TrimSpace(f.want)
		}
	}
	return m
}

// maxBytes is the size of the largest PDF that is read, maxText that of the largest file of
// any other format: pictures make PDFs large, while a text of 32 MB has 5 million words.
const (
	maxBytes = 100 << 20
	maxText  = 32 << 20
)

// sideFile is what a side file's name has after the name of the file it belongs to.
const sideFile = ".meta.yaml"

// Open reads the file at path, and its side file (the same name and ".meta.yaml", with
// the keys title, publisher, date, url and language) if there is one.
func Open(path string, meta Meta) (*Document, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, readable(path, err)
	}
	if info.IsDir() {
		return nil, fmt.Errorf("%s: is a folder: name the files in it", path)
	}
	if info.Size() > maxBytes {
		return nil, tooLarge(path, info.Size(), maxBytes)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, readable(path, err)
	}
	side, err := readSideFile(path + sideFile)
	if err != nil {
		return nil, err
	}
	return Read(path, data, meta.or(side))
}

// Read reads a document from data, the bytes of the file at path, whose name and
// content tell its format: HTML, Markdown, PDF, or else plain text. Errors name the file,
// and what to do.
func Read(path string, data []byte, meta Meta) (*Document, error) {
	format, most := formatOf(path, data), maxText
	if format == formatPDF {
		most = maxBytes
	}
	if len(data) > most {
		return nil, tooLarge(path, int64(len(data)), most)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, fmt.Errorf("%s: is empty: give a file with text", path)
	}
	b := &builder{path: path}
	var header Meta
	var err error
	switch format {
	case formatPDF:
		header, err = b.pdf(data)
	case formatHTML:
		header, err = b.html(data)
	case formatMarkdown:
		header, err = b.markdown(data)
	case formatText:
		header, err = b.plain(data)
	case formatZip:
		err = errors.New("is an archive or an office document: save it as PDF, HTML or text")
	case formatRTF:
		err = errors.New("is rich text (RTF): save it as PDF, HTML or text")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return b.document(meta, header)
}

type format int

const (
	formatText format = iota
	formatMarkdown
	formatHTML
	formatPDF
	formatZip
	formatRTF
)

func formatOf(path string, data []byte) format {
	head := data[:min(len(data), 1024)]
	start := strings.ToLower(string(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")))
	switch {
	case bytes.Contains(head, []byte("%PDF-")):
		return formatPDF
	case strings.HasPrefix(start, "pk\x03\x04"):
		return formatZip
	case strings.HasPrefix(start, `{\rtf`):
		return formatRTF
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"):
		return formatHTML
	}
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pdf":
		return formatPDF
	case ".html", ".htm", ".xhtml":
		return formatHTML
	case ".md", ".markdown":
		return formatMarkdown
	}
	return formatText
}

// document puts together what a format's reader left in b.
func (b *builder) document(meta, header Meta) (*Document, error) {
	b.finish()
	if len(b.blocks) == 0 {
		return nil, fmt.Errorf("%s: has no readable text: if it is a scan, run text recognition (OCR) on it first", b.path)
	}
	given := meta.Date
	meta = meta.or(header)
	date, ok := edtf(meta.Date)
	if !ok && given != "" {
		return nil, fmt.Errorf("%s: %q is no date in EDTF: write 2009, 2009-01 or 2009-01-20", b.path, given)
	}
	meta = meta.or(Meta{Title: b.firstHeading(), Language: "en"})
	sum := sha256.Sum256([]byte(b.text))
	return &Document{
		ID: "doc:" + hex.EncodeToString(sum[:]), Path: b.path,
		Title: meta.Title, Publisher: meta.Publisher, Published: date, Language: meta.Language, URL: meta.URL,
		Text: b.text, Blocks: b.blocks,
	}, nil
}

func readSideFile(path string) (Meta, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return Meta{}, nil
	}
	if err != nil {
		return Meta{}, readable(path, err)
	}
	meta, err := parseMeta(data)
	if err != nil {
		return Meta{}, fmt.Errorf("%s: %w", path, err)
	}
	return meta, nil
}

// parseMeta reads YAML with the keys of Meta and no others.
func parseMeta(data []byte) (Meta, error) {
	var meta Meta
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&meta); err != nil && len(bytes.TrimSpace(data)) > 0 {
		return Meta{}, fmt.Errorf("%w: write the keys title, publisher, date, url and language, one a line", err)
	}
	return meta, nil
}

func tooLarge(path string, size int64, most int) error {
	return fmt.Errorf("%s: has %d MB, and %d MB are read at most: split it", path, size>>20, most>>20)
}

// readable turns an error of the file system into one that ends with a remedy.
func readable(path string, err error) error {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("%s: does not exist: check the path", path)
	case errors.Is(err, os.ErrPermission):
		return fmt.Errorf("%s: may not be read: change its permissions", path)
	}
	return fmt.Errorf("%s: %w: check the file", path, err)
}

package document

import (
	"bytes"
	"errors"
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	utf16 "golang.org/x/text/encoding/unicode"
)

// decode returns data as UTF-8. Encodings are told by a byte order mark (which stays,
// as U+FEFF), by being valid UTF-8, and else by how the bytes are spread; what cannot be told
// for sure is an error rather than garbage.
func decode(data []byte) (string, error) {
	enc, name := encodingOf(data)
	if name == "" {
		return "", errors.New("is in an encoding that cannot be told: convert it to UTF-8 (iconv -f ENCODING -t UTF-8)")
	}
	if enc != nil {
		decoded, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			return "", fmt.Errorf("looks like %s but is malformed (%w): convert it to UTF-8", name, err)
		}
		data = decoded
	}
	text := string(data)
	if !utf8.ValidString(text) || bytes.ContainsRune(data, utf8.RuneError) && enc != nil {
		return "", fmt.Errorf("looks like %s but is malformed: convert it to UTF-8", name)
	}
	if at := binaryAt(text); at >= 0 {
		return "", fmt.Errorf("is no text (control character at byte %d): save it as text, HTML or PDF", at)
	}
	return text, nil
}

// encodingOf returns the encoding of data and its name; nil for UTF-8, and no name when it cannot be told.
func encodingOf(data []byte) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM), "UTF-16"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM), "UTF-16"
	case utf8.Valid(data) && bytes.IndexByte(data, 0) < 0:
		return nil, "UTF-8"
	}
	if enc := withoutMark(data); enc != nil {
		return enc, "UTF-16"
	}
	s := measure(data)
	switch {
	case s.odd == 0 && s.pairs > 0 && s.chinese*10 >= s.pairs*9:
		return simplifiedchinese.GB18030, "GB18030"
	case s.undefined == 0 && s.high*10 <= len(data):
		return charmap.Windows1252, "windows-1252"
	}
	return nil, ""
}

// withoutMark tells UTF-16 without a byte order mark: Latin text has a zero in
// every other byte.
func withoutMark(data []byte) encoding.Encoding {
	var zero [2]int
	sample := data[:min(len(data), 4096)]
	for i, c := range sample {
		if c == 0 {
			zero[i%2]++
		}
	}
	half := len(sample) / 2
	switch {
	case len(data)%2 != 0 || half == 0:
		return nil
	case zero[0] > half*6/10 && zero[1] == 0:
		return utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)
	case zero[1] > half*6/10 && zero[0] == 0:
		return utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)
	}
	return nil
}

// spread says how the bytes above ASCII are spread.
type spread struct {
	high      int // all of them
	pairs     int // two at a time in runs of even length
	chinese   int // of the pairs, those that GB 2312 has
	odd       int // runs of odd length
	undefined int // those that windows-1252 does not define
}

func measure(data []byte) spread {
	var s spread
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		start := i
		for i < len(data) && data[i] >= utf8.RuneSelf {
			switch data[i] {
			case 0x81, 0x8d, 0x8f, 0x90, 0x9d:
				s.undefined++
			}
			i++
		}
		run := data[start:i]
		s.high += len(run)
		if len(run)%2 != 0 {
			s.odd++
			continue
		}
		s.pairs += len(run) / 2
		for j := 0; j < len(run); j += 2 {
			if run[j] >= 0xa1 && run[j] <= 0xf7 && run[j+1] >= 0xa1 && run[j+1] <= 0xfe {
				s.chinese++
			}
		}
	}
	return s
}

// binaryAt returns where text has a character that no text has, or -1.
func binaryAt(text string) int {
	for i, r := range text {
		if r < 0x20 && r != '\t' && r != '\n' && r != '\r' && r != '\f' && r != '\v' && r != 0x1a || r == 0x7f {
			return i
		}
		if r >= 0x80 && unicode.Is(unicode.Cs, r) {
			return i
		}
	}
	return -1
}

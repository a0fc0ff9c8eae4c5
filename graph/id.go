package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
)

// maxSlug bounds the slug of an ID in bytes; what is longer ends in a hash.
const maxSlug = 80

// hashTail is how many hexadecimal digits of a SHA-256 tell shortened slugs apart.
const hashTail = 10

// NewID returns the ID "label:slug" of an entity, the slug made of the parts that are
// not empty (Slug), joined by "-". A country's is its code in capital letters:
// NewID(Country, "chn") is "country:CHN". A group of countries has the prefix "group".
//
// The same parts give the same ID, always. Parts that differ in letter case, diacritics,
// punctuation or spacing alone give the same ID too: "Peace-2007" and "PEACE 2007" are
// one exercise.
func NewID(label Label, parts ...string) string {
	slug := Slug(parts...)
	if label == Country && len(slug) == 3 {
		slug = strings.ToUpper(slug)
	}
	return idPrefix(label) + ":" + slug
}

func idPrefix(label Label) string {
	switch label {
	case CountryGroup:
		return "group"
	case DocumentLabel:
		return "doc"
	}
	return strings.ToLower(string(label))
}

// LabelOf returns the label of the entity that has this ID, and whether its prefix is
// that of an entity label.
func LabelOf(id string) (Label, bool) {
	prefix, slug, ok := strings.Cut(id, ":")
	if !ok || slug == "" {
		return "", false
	}
	label, ok := labels[prefix]
	return label, ok
}

// labels are the entity labels by the prefixes of their IDs.
var labels = func() map[string]Label {
	byPrefix := map[string]Label{}
	for _, label := range EntityLabels {
		byPrefix[idPrefix(label)] = label
	}
	return byPrefix
}()

// Slug returns the parts in lowercase ASCII letters and digits with single dashes
// between words, at most 80 bytes: diacritics are folded (é is e), & is "and", and
// apostrophes vanish. A slug too long is cut at a word and ends in a hash of the whole.
// Letters that cannot be folded (of other scripts) leave a hash of the part in their
// place, so that two names never meet in one slug because of what was dropped.
func Slug(parts ...string) string {
	var words []string
	for _, part := range parts {
		slug, complete := slugOf(part)
		if slug != "" {
			words = append(words, slug)
		}
		if !complete {
			words = append(words, hash(strings.ToLower(part)))
		}
	}
	slug := strings.Join(words, "-")
	switch {
	case slug == "":
		return hash(strings.Join(parts, "\x00"))
	case len(slug) <= maxSlug:
		return slug
	}
	cut := slug[:maxSlug-hashTail-1]
	if i := strings.LastIndexByte(cut, '-'); i > maxSlug/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, "-") + "-" + hash(slug)
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])[:hashTail]
}

// slugOf returns the slug of one part, and whether every letter of it is there.
func slugOf(part string) (slug string, complete bool) {
	var b strings.Builder
	complete = true
	dash := false // a dash is due before the next letter
	write := func(s string) {
		if dash && b.Len() > 0 {
			b.WriteByte('-')
		}
		dash = false
		b.WriteString(s)
	}
	for _, r := range part {
		r = unicode.ToLower(r)
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			write(string(r))
		case r == '&':
			dash = true
			write("and")
			dash = true
		case r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' || r == '\u00ad' || unicode.Is(unicode.Mn, r):
			// Part of the word, and not written: People's is peoples.
		case folds[r] != "":
			write(folds[r])
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			complete = false
			dash = true
		default:
			dash = true
		}
	}
	return b.String(), complete
}

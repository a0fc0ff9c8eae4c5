package graph

import (
	"fmt"
	"math"
	"regexp"
	"slices"
)

// Kind is the kind of value that a property holds.
type Kind string

// The kinds of properties, and the Go type of their values.
const (
	KindString Kind = "text"            // string
	KindInt    Kind = "integer"         // int64
	KindFloat  Kind = "number"          // float64
	KindBool   Kind = "boolean"         // bool
	KindList   Kind = "list of strings" // []string
	KindDate   Kind = "date"            // string, in EDTF
	KindPoint  Kind = "point"           // Point
)

// Point is a place on the earth in degrees, WGS 84.
type Point struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// kinds gives the kind of every property that is not text. A name means the same on
// whatever node or relationship it stands.
var kinds = map[string]Kind{
	"ordinal": KindInt, "participantTotal": KindInt, "personnel": KindInt,
	"value": KindFloat, "valueMax": KindFloat,
	"addsUp":  KindBool,
	"domains": KindList, "forces": KindList, "aliases": KindList,
	"date": KindDate, "asOf": KindDate, "since": KindDate, "until": KindDate, "published": KindDate,
	"location": KindPoint,
}

// textual are the properties that are text whatever they look like.
var textual = []string{
	"name", "iso3", "iso2", "m49", "officialName", "region", "subregion", "acronym", "kind",
	"ofOrganization", "laterality", "series", "dateText", "title", "status", "measure",
	"comparator", "unit", "verbatim", "parts", "role", "representedBy", "action", "endpoint", "domain",
}

// derived are the properties that the view makes itself and never takes from a document.
var derived = []string{"earliest", "latest", "datePrecision", "validFrom", "validTo", "claims", "quote", "basis", "confidence", "disputed"}

// KindOf returns the kind of the property called name, and false where the model says
// nothing of it: then its value decides.
func KindOf(name string) (Kind, bool) {
	if k, ok := kinds[name]; ok {
		return k, true
	}
	return KindString, slices.Contains(textual, name)
}

var propertyName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,63}$`)

// checkPropertyName returns why name cannot be a property of an entity or a claim, or "".
func checkPropertyName(name string) (why string) {
	switch {
	case !propertyName.MatchString(name):
		return fmt.Sprintf("%q is no name of a property; use letters, digits and _", name)
	case name == "id":
		return `"id" is no property; an entity's id stands on its own line`
	}
	return ""
}

// normalValue returns v as the Go type that its kind has (see the kinds), or why it
// cannot be one. nil means absent.
func normalValue(name string, v any) (normal any, why string) {
	v = widen(v)
	if v == nil {
		return nil, ""
	}
	kind, ok := KindOf(name)
	if !ok {
		kind = kindOfValue(v)
	}
	switch x := v.(type) {
	case string:
		if kind == KindDate {
			if _, err := ParseDate(x); err != nil {
				return nil, err.Error()
			}
		}
		if kind == KindString || kind == KindDate {
			return x, ""
		}
	case int64:
		if kind == KindFloat {
			return float64(x), ""
		}
	case float64:
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return nil, name + " is not a finite number"
		}
		if kind == KindInt && x == math.Trunc(x) && math.Abs(x) < 1<<53 {
			return int64(x), ""
		}
	case Point:
		if math.Abs(x.Latitude) > 90 || math.Abs(x.Longitude) > 180 || x != x {
			return nil, name + " lies outside the globe; give degrees, latitude -90 to 90 and longitude -180 to 180"
		}
	}
	if got := kindOfValue(v); got != kind {
		if got == "" {
			return nil, fmt.Sprintf("%s has a value that no property has; give %s", name, example(kind))
		}
		return nil, fmt.Sprintf("%s is %s, not %s; give %s", name, got.noun(), kind.noun(), example(kind))
	}
	return v, ""
}

// noun returns k as it stands in a sentence.
func (k Kind) noun() string {
	switch k {
	case KindString:
		return "text"
	case KindInt:
		return "an integer"
	}
	return "a " + string(k)
}

// widen turns the numbers of Go into int64 and float64, and lists of any into lists of
// strings where that is what they hold.
func widen(v any) any {
	switch x := v.(type) {
	case int:
		return int64(x)
	case int32:
		return int64(x)
	case float32:
		return float64(x)
	case Date:
		return x.String()
	case []any:
		list := make([]string, len(x))
		for i, e := range x {
			s, ok := e.(string)
			if !ok {
				return v
			}
			list[i] = s
		}
		return list
	}
	return v
}

func kindOfValue(v any) Kind {
	switch v.(type) {
	case string:
		return KindString
	case int64:
		return KindInt
	case float64:
		return KindFloat
	case bool:
		return KindBool
	case []string:
		return KindList
	case Point:
		return KindPoint
	}
	return ""
}

func example(k Kind) string {
	switch k {
	case KindInt:
		return "a whole number such as 8"
	case KindFloat:
		return "a number such as 8.5"
	case KindBool:
		return "true or false"
	case KindList:
		return `a list such as ["sea"]`
	case KindDate:
		return "an EDTF date such as 2007-08"
	case KindPoint:
		return `a point such as {"latitude":55.2,"longitude":61.4}`
	default:
		return `text such as "summit"`
	}
}

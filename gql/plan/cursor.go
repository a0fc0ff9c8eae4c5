package plan

import (
	"encoding/base64"
	"strconv"
	"strings"
)

const cursorPrefix = "arrayconnection:"

// Cursor is the cursor of the edge at a place of the whole list, counted from 0, as
// graphql-relay writes it: the base64 of arrayconnection:N.
func Cursor(place int64) string {
	return base64.StdEncoding.EncodeToString([]byte(cursorPrefix + strconv.FormatInt(place, 10)))
}

// placeAfter is the place that follows a cursor; 0 for a text that is no cursor.
func placeAfter(cursor string) int64 {
	text, err := base64.StdEncoding.DecodeString(cursor)
	if err != nil {
		return 0
	}
	n, found := strings.CutPrefix(string(text), cursorPrefix)
	if !found {
		return 0
	}
	place, err := strconv.ParseInt(n, 10, 32)
	if err != nil || place < 0 {
		return 0
	}
	return place + 1
}

package cypher

// The temporal values of Cypher, as ISO 8601 text (Cypher manual, "Temporal values").
type (
	Date          string // 2007-08-09
	LocalTime     string // 12:50:35.556
	Time          string // 12:50:35.556+01:00
	LocalDateTime string // 2015-06-24T12:50:35.556
	DateTime      string // 2015-06-24T12:50:35.556+01:00 or …[Europe/London]
	Duration      string // P1Y2M10DT2H30M
)

// Point is a spatial value of Cypher. SRID is 4326 (WGS 84), 4979 (WGS 84 3D), 7203
// (Cartesian) or 9157 (Cartesian 3D); X is the longitude and Y the latitude in WGS 84.
// Z is meaningful for the three-dimensional ones only.
type Point struct {
	SRID    int
	X, Y, Z float64
}

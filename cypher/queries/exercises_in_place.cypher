// Which exercises were held in a place, or anywhere within it?
//
// level: simple
// topic: exercises
// parameters
//   place: String!  the name of a city, province, sea or country   "China"
// columns
//   exercise: Exercise!  the exercise, the earliest first
//   date: String         when, in EDTF (ISO 8601-2)
//   held: String!        the place the documents name
//   within: [String!]!   from that place outwards to the one asked for
// notice
//   The places between are a quantified path: a city lies in a province, the province in a country.
MATCH (where:Place|Country {name: $place})
MATCH path = (where)<-[:LOCATED_IN]-{0,4}(held:Place|Country)
MATCH (held)<-[:HELD_IN]-(exercise:Exercise)
WITH exercise, held, min(length(path)) AS steps, collect(path) AS paths
WITH exercise, held, [p IN paths WHERE length(p) = steps | [n IN reverse(nodes(p)) | n.name]][0] AS within
RETURN exercise, exercise.date AS date, held.name AS held, within
ORDER BY exercise.earliest, exercise.id, held

// Which exercises did two countries have together, and who else was there?
//
// level: intermediate
// topic: partners
// parameters
//   one: String!    a country's name or ISO 3166-1 alpha-3 code         "China"
//   other: String!  another country's name or ISO 3166-1 alpha-3 code   "Russia"
// columns
//   exercise: Exercise!  the exercise, the earliest first
//   date: String         when, in EDTF (ISO 8601-2)
//   others: [Country!]!  the other countries in it
// notice
//   No others does not mean bilateral: the documents may name only these two.
MATCH (a:Country)
WHERE a.name = $one OR a.iso3 = $one
MATCH (b:Country)
WHERE b.name = $other OR b.iso3 = $other
MATCH (a)-[:PARTICIPATED_IN]->(exercise:Exercise)<-[:PARTICIPATED_IN]-(b)
OPTIONAL MATCH (exercise)<-[:PARTICIPATED_IN]-(c:Country)
WHERE c <> a AND c <> b
WITH exercise, c ORDER BY c.name
RETURN exercise, exercise.date AS date, collect(DISTINCT c) AS others
ORDER BY exercise.earliest, exercise.id

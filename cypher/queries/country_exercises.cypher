// Which exercises did a country take part in, when, where and as what?
//
// level: simple
// topic: exercises
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "Kazakhstan"
// columns
//   exercise: Exercise!  the exercise, the earliest first
//   date: String         when, in EDTF (ISO 8601-2)
//   role: String         host, co_host, participant or observer
//   places: [String!]!   where it was held
// notice
//   An exercise without a date comes last: the documents do not say when it was, and nothing is guessed.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[p:PARTICIPATED_IN]->(exercise:Exercise)
OPTIONAL MATCH (exercise)-[:HELD_IN]->(place)
WITH exercise, p.role AS role, place ORDER BY place.name
WITH exercise, role, collect(DISTINCT place.name) AS places
RETURN exercise, exercise.date AS date, role, places
ORDER BY exercise.earliest, exercise.id

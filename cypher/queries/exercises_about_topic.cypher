// Which exercises were about a topic, and who held them?
//
// level: simple
// topic: exercises
// parameters
//   topic: String!  the topic's name   "Counter terrorism"
// columns
//   exercise: Exercise!     the exercise, the earliest first
//   date: String            when, in EDTF (ISO 8601-2)
//   countries: [String!]!   the countries that took part
// notice
//   The same two countries come back year after year: read the rows as a series.
MATCH (:Topic {name: $topic})<-[:HAS_TOPIC]-(exercise:Exercise)
OPTIONAL MATCH (exercise)<-[:PARTICIPATED_IN]-(c:Country)
WITH exercise, c ORDER BY c.name
RETURN exercise, exercise.date AS date, collect(DISTINCT c.name) AS countries
ORDER BY exercise.earliest, exercise.id

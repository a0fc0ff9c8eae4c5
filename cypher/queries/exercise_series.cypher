// Which editions of a series of exercises are known, and how did it grow?
//
// level: simple
// topic: exercises
// parameters
//   series: String!  the name of the series   "RIMPAC"
// columns
//   exercise: Exercise!     the edition, the earliest first
//   date: String            when, in EDTF (ISO 8601-2)
//   total: Int              the number of participants that a document gives
//   countries: [String!]!   the countries that documents name
// notice
//   The total is the document's own; the countries named are often only the newcomers.
MATCH (exercise:Exercise)
WHERE exercise.series = $series
OPTIONAL MATCH (exercise)<-[:PARTICIPATED_IN]-(c:Country)
WITH exercise, c ORDER BY c.name
RETURN exercise, exercise.date AS date, exercise.participantTotal AS total, collect(DISTINCT c.name) AS countries
ORDER BY exercise.earliest, exercise.id

// For which exercises do documents give a number of participants, and how many of them do they name?
//
// level: intermediate
// topic: exercises
// parameters
//   from: Date!  the first day of the period   "2007-01-01"
//   to: Date!    the last day of the period    "2012-12-31"
// columns
//   exercise: Exercise!  the exercise, the earliest first
//   total: Int!          the number of participants a document gives
//   named: [String!]!    the countries that documents name
//   unnamed: Int!        how many are left without a name
// notice
//   "Pakistan and six other countries": where names are missing, a count of partners is a lower bound.
MATCH (exercise:Exercise)
WHERE exercise.earliest <= date($to) AND exercise.latest >= date($from) AND exercise.participantTotal IS NOT NULL
OPTIONAL MATCH (exercise)<-[:PARTICIPATED_IN]-(c:Country)
WITH exercise, c ORDER BY c.name
WITH exercise, collect(DISTINCT c.name) AS named
RETURN exercise, exercise.participantTotal AS total, named, exercise.participantTotal - size(named) AS unnamed
ORDER BY exercise.earliest, exercise.id

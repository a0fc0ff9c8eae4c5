// Which exercises fall into a period?
//
// level: simple
// topic: exercises
// parameters
//   from: Date!  the first day of the period   "2007-01-01"
//   to: Date!    the last day of the period    "2007-08-31"
// columns
//   exercise: Exercise!  the exercise, the earliest first
//   date: String!        when, in EDTF (ISO 8601-2)
//   precision: String    how exact the date is
//   participants: Int!   how many parties the documents name
// notice
//   A date is a span of days: an exercise of "2007" may be in any part of the year, and is found by all of them.
MATCH (exercise:Exercise)
WHERE exercise.earliest <= date($to) AND exercise.latest >= date($from)
RETURN exercise, exercise.date AS date, exercise.datePrecision AS precision, COUNT { (exercise)<-[:PARTICIPATED_IN]-() } AS participants
ORDER BY exercise.earliest, exercise.latest, exercise.id

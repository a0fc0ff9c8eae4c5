// Which exercises were held within an organization's framework?
//
// level: simple
// topic: exercises
// parameters
//   organization: String!  the organization's acronym or name   "WPNS"
// columns
//   exercise: Exercise!     the exercise, the earliest first
//   date: String            when, in EDTF (ISO 8601-2)
//   places: [String!]!      where it was held
//   countries: [String!]!   the countries that took part
// notice
//   An exercise among an organization's members is not for that reason one of the organization's.
MATCH (o:Organization)
WHERE o.acronym = $organization OR o.name = $organization
MATCH (o)<-[:UNDER]-(exercise:Exercise)
RETURN exercise, exercise.date AS date,
  COLLECT { MATCH (exercise)-[:HELD_IN]->(p) RETURN DISTINCT p.name AS name ORDER BY name } AS places,
  COLLECT { MATCH (exercise)<-[:PARTICIPATED_IN]-(c:Country) RETURN DISTINCT c.name AS name ORDER BY name } AS countries
ORDER BY exercise.earliest, exercise.id

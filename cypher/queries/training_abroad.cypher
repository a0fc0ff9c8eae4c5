// Where does a country train: at home, at a partner's, or at sea?
//
// level: intermediate
// topic: exercises
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "China"
//   from: Date!       the first day of the period                     "2007-01-01"
//   to: Date!         the last day of the period                      "2008-12-31"
// columns
//   exercise: Exercise!   the exercise, the earliest first
//   place: String!        where it was held
//   territory: String     the country that the place lies in; null for the high seas
//   atHome: Boolean!      whether that is the country itself
// notice
//   One exercise can be in two countries at once, a row for each place.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[:PARTICIPATED_IN]->(exercise:Exercise)-[:HELD_IN]->(place)
WHERE exercise.earliest <= date($to) AND exercise.latest >= date($from)
OPTIONAL MATCH (place)-[:LOCATED_IN]->{0,4}(territory:Country)
WITH DISTINCT c, exercise, place, territory
RETURN exercise, place.name AS place, territory.name AS territory, coalesce(territory = c, false) AS atHome
ORDER BY exercise.earliest, exercise.id, place, territory

// How many exercises began in each year, and how many countries took part in them?
//
// level: intermediate
// topic: exercises
// parameters
//   from: Date!  the first day of the period   "2007-01-01"
//   to: Date!    the last day of the period    "2010-12-31"
// columns
//   year: Int!        the year
//   exercises: Int!   how many exercises began
//   countries: Int!   how many different countries are named in them
//   busiest: String   the country in most of them
// notice
//   The curve follows the documents read as much as the world: a year without documents looks peaceful.
MATCH (e:Exercise)
WHERE e.earliest >= date($from) AND e.earliest <= date($to)
OPTIONAL MATCH (c:Country)-[:PARTICIPATED_IN]->(e)
WITH e.earliest.year AS year, c, collect(DISTINCT e) AS per
ORDER BY size(per) DESC, c.name
WITH year, collect(c.name) AS names, collect(per) AS lists
UNWIND lists AS list
UNWIND list AS e
RETURN year, count(DISTINCT e) AS exercises, size(names) AS countries, names[0] AS busiest
ORDER BY year

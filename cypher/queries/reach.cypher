// Which countries does a country reach over partners of partners, and in how many steps?
//
// level: hard
// topic: networks
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code      "China"
//   from: Date!       the first day of the period                        "2007-01-01"
//   to: Date!         the last day of the period                         "2008-12-31"
// columns
//   steps: Int!             1 for a partner, 2 for a partner's partner, up to 4
//   countries: [String!]!   the countries reached in so many steps and not in fewer
// notice
//   A quantified path: the pattern in brackets, a joint exercise, is repeated until the next country is reached.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH path = ANY SHORTEST (c)
  (()-[:PARTICIPATED_IN]->(e:Exercise WHERE e.earliest <= date($to) AND e.latest >= date($from))<-[:PARTICIPATED_IN]-()){1,4}
  (other:Country)
WHERE other <> c
WITH length(path) / 2 AS steps, other.name AS name ORDER BY name
RETURN steps, collect(name) AS countries
ORDER BY steps

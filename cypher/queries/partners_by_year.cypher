// With which countries did a country train, year by year?
//
// level: intermediate
// topic: partners
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "China"
//   from: Date!       the first day of the period                     "2007-01-01"
//   to: Date!         the last day of the period                      "2008-12-31"
// columns
//   year: Int!              the year in which the exercise began
//   exercises: Int!         how many exercises
//   partners: [Country!]!   the other countries in them
// notice
//   A year with many exercises and the same few partners is another policy than one with many partners.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[:PARTICIPATED_IN]->(e:Exercise)
WHERE e.earliest <= date($to) AND e.latest >= date($from)
OPTIONAL MATCH (e)<-[:PARTICIPATED_IN]-(partner:Country)
WHERE partner <> c
WITH e.earliest.year AS year, e, partner ORDER BY partner.name
RETURN year, count(DISTINCT e) AS exercises, collect(DISTINCT partner) AS partners
ORDER BY year

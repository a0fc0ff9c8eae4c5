// Which countries have the most similar circle of partners to a country's?
//
// level: hard
// topic: networks
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "India"
//   from: Date!       the first day of the period                     "2007-01-01"
//   to: Date!         the last day of the period                      "2008-12-31"
//   limit: Int!       how many countries                              5
// columns
//   other: Country!          the other country
//   common: Int!             partners of both
//   all: Int!                partners of either
//   similarity: Float!       common by all (the Jaccard index), from 0 to 1
// notice
//   The two countries themselves do not count as each other's partners here; otherwise partners could never be equal.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[:PARTICIPATED_IN]->(e:Exercise)<-[:PARTICIPATED_IN]-(p:Country)
WHERE p <> c AND e.earliest <= date($to) AND e.latest >= date($from)
WITH c, collect(DISTINCT p) AS mine
UNWIND mine AS p
MATCH (p)-[:PARTICIPATED_IN]->(e:Exercise)<-[:PARTICIPATED_IN]-(other:Country)
WHERE other <> c AND other <> p AND e.earliest <= date($to) AND e.latest >= date($from)
WITH DISTINCT c, mine, other
MATCH (other)-[:PARTICIPATED_IN]->(e:Exercise)<-[:PARTICIPATED_IN]-(q:Country)
WHERE q <> other AND q <> c AND e.earliest <= date($to) AND e.latest >= date($from)
WITH other, [p IN mine WHERE p <> other] AS mine, collect(DISTINCT q) AS theirs
WITH other, size([q IN theirs WHERE q IN mine]) AS common, size(mine) AS m, size(theirs) AS t
WITH other, common, m + t - common AS all
WHERE common > 0
RETURN other, common, all, round(1.0 * common / all, 3) AS similarity
ORDER BY similarity DESC, common DESC, other.iso3
LIMIT $limit

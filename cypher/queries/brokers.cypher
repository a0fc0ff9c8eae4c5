// Which countries train with pairs of others that do not train with each other?
//
// level: hard
// topic: networks
// parameters
//   from: Date!   the first day of the period   "2007-01-01"
//   to: Date!     the last day of the period    "2008-12-31"
//   limit: Int!   how many countries            5
// columns
//   country: Country!   the country between
//   open: Int!          pairs of its partners that have no exercise together
//   pairs: Int!         all pairs of its partners
//   share: Float!       open by pairs, from 0 to 1
// notice
//   A share near 1 is a hub whose partners do not meet; 0 is a circle in which everybody trains with everybody.
MATCH (country:Country)-[:PARTICIPATED_IN]->(e:Exercise)<-[:PARTICIPATED_IN]-(partner:Country)
WHERE partner <> country AND e.earliest <= date($to) AND e.latest >= date($from)
WITH country, collect(DISTINCT partner) AS partners
WHERE size(partners) > 1
UNWIND partners AS a
UNWIND partners AS b
WITH country, a, b
WHERE a.iso3 < b.iso3
WITH country, EXISTS {
  MATCH (a)-[:PARTICIPATED_IN]->(x:Exercise)<-[:PARTICIPATED_IN]-(b)
  WHERE x.earliest <= date($to) AND x.latest >= date($from)
} AS closed
WITH country, count(*) AS pairs, count(CASE WHEN NOT closed THEN 1 END) AS open
RETURN country, open, pairs, round(1.0 * open / pairs, 3) AS share
ORDER BY open DESC, country.iso3
LIMIT $limit

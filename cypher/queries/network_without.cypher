// What is left of the exercise network when one country, and every exercise it took part in, is removed?
//
// level: hard
// topic: networks
// parameters
//   country: String!  the name or ISO 3166-1 alpha-3 code of the country to remove   "China"
//   from: Date!       the first day of the period                                    "2007-01-01"
//   to: Date!         the last day of the period                                     "2008-12-31"
// columns
//   one: Country!    a country
//   other: Country!  another, its code after the first one's
//   before: Int!     how many exercises both took part in
//   after: Int!      how many are left
// notice
//   Pairs with nothing left met only where the removed country was; the sum of the losses is its weight in the network.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (e:Exercise)
WHERE e.earliest <= date($to) AND e.latest >= date($from)
MATCH (one:Country)-[:PARTICIPATED_IN]->(e)<-[:PARTICIPATED_IN]-(other:Country)
WHERE one.iso3 < other.iso3 AND one <> c AND other <> c
WITH DISTINCT one, other, e, EXISTS { (c)-[:PARTICIPATED_IN]->(e) } AS gone
RETURN one, other, count(e) AS before, count(CASE WHEN NOT gone THEN e END) AS after
ORDER BY after DESC, before DESC, one.iso3, other.iso3

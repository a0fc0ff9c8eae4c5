// Which countries train together, and how often: the exercise network as weighted pairs?
//
// level: hard
// topic: networks
// parameters
//   from: Date!   the first day of the period                  "2007-01-01"
//   to: Date!     the last day of the period                   "2010-12-31"
//   least: Int!   in how many exercises together, at least     2
// columns
//   one: Country!           a country
//   other: Country!         another, its code after the first one's
//   exercises: Int!         how many exercises both took part in
//   names: [String!]!       their names, the earliest first
// notice
//   One large exercise makes all its participants partners of each other: 12 countries are 66 pairs at one stroke.
MATCH (e:Exercise)
WHERE e.earliest <= date($to) AND e.latest >= date($from)
MATCH (one:Country)-[:PARTICIPATED_IN]->(e)<-[:PARTICIPATED_IN]-(other:Country)
WHERE one.iso3 < other.iso3
WITH DISTINCT one, other, e ORDER BY e.earliest, e.id
WITH one, other, collect(e.name) AS names
WHERE size(names) >= $least
RETURN one, other, size(names) AS exercises, names
ORDER BY exercises DESC, one.iso3, other.iso3

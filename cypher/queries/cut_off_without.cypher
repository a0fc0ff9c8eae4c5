// Which partners of a country would train with nobody if it were not there?
//
// level: hard
// topic: networks
// parameters
//   country: String!  the name or ISO 3166-1 alpha-3 code of the country to remove   "China"
//   from: Date!       the first day of the period                                    "2007-01-01"
//   to: Date!         the last day of the period                                     "2008-12-31"
// columns
//   partner: Country!   a partner all of whose exercises are with the country
//   exercises: Int!     how many
//   names: [String!]!   their names, the earliest first
// notice
//   In a collection of documents about one country nearly everybody is cut off: the sources have a centre too.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[:PARTICIPATED_IN]->(e:Exercise)<-[:PARTICIPATED_IN]-(partner:Country)
WHERE partner <> c AND e.earliest <= date($to) AND e.latest >= date($from)
WITH DISTINCT c, partner, e ORDER BY e.earliest, e.id
WITH c, partner, collect(e) AS joint
WHERE NOT EXISTS {
  MATCH (partner)-[:PARTICIPATED_IN]->(x:Exercise)<-[:PARTICIPATED_IN]-(third:Country)
  WHERE third <> partner AND x.earliest <= date($to) AND x.latest >= date($from) AND NOT EXISTS { (c)-[:PARTICIPATED_IN]->(x) }
}
RETURN partner, size(joint) AS exercises, [e IN joint | e.name] AS names
ORDER BY exercises DESC, partner.name

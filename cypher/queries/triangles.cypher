// Which three countries trained two by two, but never all three together?
//
// level: hard
// topic: networks
// parameters
//   from: Date!  the first day of the period   "2007-01-01"
//   to: Date!    the last day of the period    "2014-12-31"
// columns
//   one: Country!        a country
//   two: Country!        a second
//   three: Country!      a third
//   exercises: [String!]!  an exercise of each pair
// notice
//   Three bilateral ties do not make a trilateral one.
MATCH (one:Country)-[:PARTICIPATED_IN]->(x:Exercise)<-[:PARTICIPATED_IN]-(two:Country)
WHERE one.iso3 < two.iso3 AND x.earliest <= date($to) AND x.latest >= date($from)
WITH one, two, x ORDER BY x.earliest, x.id
WITH one, two, collect(x.name)[0] AS first
MATCH (two)-[:PARTICIPATED_IN]->(y:Exercise)<-[:PARTICIPATED_IN]-(three:Country)
WHERE two.iso3 < three.iso3 AND y.earliest <= date($to) AND y.latest >= date($from)
WITH one, two, three, first, y ORDER BY y.earliest, y.id
WITH one, two, three, first, collect(y.name)[0] AS second
MATCH (one)-[:PARTICIPATED_IN]->(z:Exercise)<-[:PARTICIPATED_IN]-(three)
WHERE z.earliest <= date($to) AND z.latest >= date($from)
WITH one, two, three, first, second, z ORDER BY z.earliest, z.id
WITH one, two, three, first, second, collect(z.name)[0] AS third
WHERE NOT EXISTS {
  MATCH (one)-[:PARTICIPATED_IN]->(all:Exercise)<-[:PARTICIPATED_IN]-(two)
  WHERE all.earliest <= date($to) AND all.latest >= date($from) AND EXISTS { (three)-[:PARTICIPATED_IN]->(all) }
}
RETURN one, two, three, [first, second, third] AS exercises
ORDER BY one.iso3, two.iso3, three.iso3

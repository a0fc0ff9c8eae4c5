// With which countries did each of two countries train, and how often with each?
//
// level: intermediate
// topic: partners
// parameters
//   one: String!    a country's name or ISO 3166-1 alpha-3 code         "China"
//   other: String!  another country's name or ISO 3166-1 alpha-3 code   "United States"
// columns
//   partner: Country!  a country that trained with both
//   withOne: Int!      exercises with the first
//   withOther: Int!    exercises with the second
//   withBoth: Int!     exercises with both at once
// notice
//   Partners with nothing under withBoth sit between two circles that do not meet.
MATCH (a:Country)
WHERE a.name = $one OR a.iso3 = $one
MATCH (b:Country)
WHERE b.name = $other OR b.iso3 = $other
MATCH (a)-[:PARTICIPATED_IN]->(e:Exercise)<-[:PARTICIPATED_IN]-(partner:Country)
WHERE partner <> b
WITH a, b, partner, collect(DISTINCT e) AS first
MATCH (b)-[:PARTICIPATED_IN]->(e:Exercise)<-[:PARTICIPATED_IN]-(partner)
WHERE partner <> a
WITH partner, first, collect(DISTINCT e) AS second
RETURN partner, size(first) AS withOne, size(second) AS withOther, size([e IN first WHERE e IN second]) AS withBoth
ORDER BY withOne + withOther DESC, partner.name

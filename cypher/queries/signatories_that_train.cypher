// Which signatories of an instrument also train with each other, and how often?
//
// level: hard
// topic: treaties
// parameters
//   treaty: String!  the instrument's name   "Agreement on Confidence-Building in the Military Field in the Border Areas"
// columns
//   one: Country!         a signatory
//   other: Country!       another, its code after the first one's
//   exercises: Int!       how many exercises both took part in
//   first: String         the date of the first one, in EDTF (ISO 8601-2)
//   after: Int!           how many of them began after the instrument
// notice
//   Confidence first, exercises later: compare first with the date of the instrument.
MATCH (t:Treaty {name: $treaty})
MATCH (one:Country)-[:SIGNED]->(t)<-[:SIGNED]-(other:Country)
WHERE one.iso3 < other.iso3
WITH DISTINCT t, one, other
OPTIONAL MATCH (one)-[:PARTICIPATED_IN]->(e:Exercise)<-[:PARTICIPATED_IN]-(other)
WITH t, one, other, e ORDER BY e.earliest, e.id
WITH t, one, other, collect(DISTINCT e) AS joint
RETURN one, other, size(joint) AS exercises, joint[0].date AS first, size([e IN joint WHERE e.earliest > t.latest]) AS after
ORDER BY exercises DESC, one.iso3, other.iso3

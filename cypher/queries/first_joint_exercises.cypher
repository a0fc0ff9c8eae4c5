// When did a country first train with each of its partners?
//
// level: intermediate
// topic: partners
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "Thailand"
// columns
//   partner: Country!    the partner, the earliest first
//   exercise: Exercise!  the first exercise both took part in
//   date: String!        when, in EDTF (ISO 8601-2)
// notice
//   First among the exercises in these documents, which is not the same as first of all.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[:PARTICIPATED_IN]->(e:Exercise)<-[:PARTICIPATED_IN]-(partner:Country)
WHERE partner <> c AND e.earliest IS NOT NULL
WITH partner, e ORDER BY e.earliest, e.id
WITH partner, collect(e)[0] AS exercise
RETURN partner, exercise, exercise.date AS date
ORDER BY exercise.earliest, partner.name

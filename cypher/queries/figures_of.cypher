// Which numbers do documents give about something?
//
// level: simple
// topic: evidence
// parameters
//   name: String!  the name of a country, exercise, organization or mission   "RIMPAC 2018"
// columns
//   figure: Figure!     the number
//   measure: String     what is counted
//   comparator: String  eq, gt, gte, lt, lte or approx
//   value: Float        the number
//   unit: String        persons, countries, ships…
//   verbatim: String    the number as the document puts it
// notice
//   "About 25,000" and "more than 34,000" are kept as such: comparator says how the value is meant.
MATCH (n:Country|Exercise|Organization|Mission|Meeting|Treaty|CountryGroup {name: $name})-[:HAS_FIGURE]->(figure:Figure)
RETURN figure, figure.measure AS measure, figure.comparator AS comparator, figure.value AS value, figure.unit AS unit, figure.verbatim AS verbatim
ORDER BY value DESC, figure.id

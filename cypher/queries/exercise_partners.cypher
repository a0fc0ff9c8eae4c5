// Which countries joined exercises with a country, within an organization's framework if one is given?
//
// level: intermediate
// topic: partners
// parameters
//   country: String!  the country's name, an alias, or its ISO 3166-1 alpha-3 code   "China"
//   under: String     the organization's acronym or name; null for exercises of any kind   "SCO"
// columns
//   country: Country!       the partner
//   exercises: [Exercise!]! the exercises both took part in, the earliest first
// notice
//   The exercises are in the order of their dates, so that the first of each list is the first time.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country OR $country IN c.aliases
MATCH (c)-[:PARTICIPATED_IN]->(e:Exercise)
WHERE $under IS NULL OR EXISTS {
  MATCH (e)-[:UNDER]->(o:Organization)
  WHERE o.acronym = $under OR o.name = $under OR $under IN o.aliases
}
MATCH (e)<-[:PARTICIPATED_IN]-(country:Country)
WHERE country <> c
WITH country, e ORDER BY e.earliest, e.id
WITH country, collect(DISTINCT e) AS exercises
RETURN country, exercises
ORDER BY country.name

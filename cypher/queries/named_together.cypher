// Which countries are named in the same sentence as a country most often, and with which do they share nothing else?
//
// level: intermediate
// topic: partners
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "Thailand"
//   limit: Int!       how many                                        5
// columns
//   other: Country!    the other country
//   sentences: Int!    sentences, list items and table rows that name both
//   shared: Int!       exercises, meetings and instruments both have a part in
// notice
//   Many sentences and nothing shared point to what the rules did not read, or to rivals.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)<-[:MENTIONS]-(p:Passage)-[:MENTIONS]->(other:Country)
WHERE other <> c AND EXISTS { (d:Document)-[:HAS_PASSAGE]->(p) WHERE d.published IS NOT NULL }
WITH c, other, count(DISTINCT p) AS sentences
RETURN other, sentences, COUNT {
  MATCH (c)-[:PARTICIPATED_IN|ATTENDED|SIGNED]->(x)<-[:PARTICIPATED_IN|ATTENDED|SIGNED]-(other) RETURN DISTINCT x
} AS shared
ORDER BY sentences DESC, other.name
LIMIT $limit

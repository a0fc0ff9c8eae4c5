// What does the graph know of a country, and how much of each kind?
//
// level: simple
// topic: documents
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "China"
// columns
//   relation: String!  the type of the relationships
//   label: String!     the label of the nodes they lead to
//   nodes: Int!        how many different nodes
// notice
//   A country is at the centre of few kinds of relationship; each of them is one query further down this list.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[r]-(other)
WHERE NOT other:Claim AND NOT other:Passage AND NOT other:Document
RETURN type(r) AS relation, labels(other)[0] AS label, count(DISTINCT other) AS nodes
ORDER BY nodes DESC, relation, label

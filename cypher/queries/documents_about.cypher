// Which documents name a country most often, and how much do they claim about it?
//
// level: simple
// topic: documents
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "Mongolia"
// columns
//   document: Document!  the document
//   sentences: Int!      how many of its sentences name the country
//   claims: Int!         how many of its claims have the country as subject or object
// notice
//   A document that names a country often and claims little about it is worth reading yourself.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (document:Document)-[:HAS_PASSAGE]->(p:Passage)-[:MENTIONS]->(c)
WITH c, document, count(DISTINCT p) AS sentences
RETURN document, sentences, COUNT {
  MATCH (document)-[:HAS_PASSAGE]->()-[:SUPPORTS]->(claim:Claim)-[:SUBJECT|OBJECT]->(c) RETURN DISTINCT claim
} AS claims
ORDER BY sentences DESC, claims DESC, document.id

// What is only planned, or denied, of a country?
//
// level: intermediate
// topic: evidence
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "Brazil"
// columns
//   relation: String!    the type of the relationship claimed
//   object: Entity!      what it would lead to
//   polarity: String!    affirmed or negated
//   modality: String!    actual, planned or hypothetical
//   sentence: String!    the sentence that says so
//   document: Document!  the document
// notice
//   None of this is a relationship of the graph: it is kept as claims, so that silence and denial can be told apart.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)<-[:SUBJECT]-(claim:Claim)-[:OBJECT]->(object)
WHERE claim.polarity = 'negated' OR claim.modality <> 'actual'
MATCH (document:Document)-[:HAS_PASSAGE]->(p:Passage)-[:SUPPORTS]->(claim)
RETURN claim.relation AS relation, object, claim.polarity AS polarity, claim.modality AS modality, p.text AS sentence, document
ORDER BY relation, object.name, document.id, p.ordinal, claim.id

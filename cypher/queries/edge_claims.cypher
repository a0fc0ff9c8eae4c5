// On which sentences does a relationship between two things rest?
//
// level: intermediate
// topic: evidence
// parameters
//   subject: String!   the name of what the relationship starts at   "Pakistan"
//   relation: String!  the relationship's type                       "PARTICIPATED_IN"
//   object: String!    the name of what it leads to                  "Peace-2007"
// columns
//   claim: Claim!        a claim that supports it, the surest first
//   confidence: Float!   how sure the reading is, from 0 to 1
//   rule: String         the rule that found it
//   quote: String!       the words that say so, verbatim
//   sentence: String!    the sentence, heading, list item or table row they stand in
//   document: Document!  the document
// notice
//   Every relationship has at least one such row; this is the one step from an answer to its source.
MATCH (s:Country|Organization|CountryGroup|Exercise|Meeting|Exchange|Treaty|Mechanism|Mission|Place|Topic|Figure {name: $subject})
MATCH (o:Country|Organization|CountryGroup|Exercise|Meeting|Exchange|Treaty|Mechanism|Mission|Place|Topic|Figure {name: $object})
MATCH (s)-[r]->(o)
WHERE type(r) = $relation
UNWIND r.claims AS id
MATCH (document:Document)-[:HAS_PASSAGE]->(p:Passage)-[:SUPPORTS]->(claim:Claim {id: id})
RETURN DISTINCT claim, claim.confidence AS confidence, claim.rule AS rule, claim.quote AS quote, p.text AS sentence, document
ORDER BY confidence DESC, claim.id

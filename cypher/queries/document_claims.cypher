// What does a document claim, in which words, and how sure is the reading?
//
// level: simple
// topic: documents
// parameters
//   document: ID!        the document   "doc:1e1dd09704315e350949a5e357606def004e843088072ef721f99caf37ca111e"
// columns
//   ordinal: Int!        the place in the document of the sentence that says so
//   id: ID!              the claim
//   subject: ID!         what it is about
//   subjectName: String! its name
//   relation: String     the type of the relationship claimed; null for a property
//   object: ID           what the subject is related to; null for a property
//   objectName: String   its name
//   property: String     the name of the property claimed; null for a relationship
//   value: String        the property's value
//   start: Int!          where the words that say so start in the document's text, in Unicode code points
//   end: Int!            where they end there
//   basis: String!       stated, implied, inferred or reference
//   polarity: String!    affirmed or negated
//   modality: String!    actual, planned or hypothetical
//   confidence: Float!   how sure the reading is, from 0 to 1
//   rule: String         the rule that found it
MATCH (:Document {id: $document})-[:HAS_PASSAGE]->(p:Passage)-[:SUPPORTS]->(c:Claim)-[:SUBJECT]->(s)
OPTIONAL MATCH (c)-[:OBJECT]->(o)
RETURN p.ordinal AS ordinal, c.id AS id, s.id AS subject, s.name AS subjectName, c.relation AS relation, o.id AS object, o.name AS objectName,
  c.property AS property, c.value AS value, c.start AS start, c.end AS end, c.basis AS basis, c.polarity AS polarity, c.modality AS modality,
  c.confidence AS confidence, c.rule AS rule
ORDER BY p.ordinal, c.start, c.id

// What does a document say, sentence by sentence?
//
// level: simple
// topic: documents
// parameters
//   document: ID!    the document   "doc:1e1dd09704315e350949a5e357606def004e843088072ef721f99caf37ca111e"
// columns
//   ordinal: Int!    the sentence's place in the document, counted from 1
//   section: String  the heading it stands under
//   text: String!    its words, verbatim
//   start: Int!      where it starts in the document's text, in Unicode code points
//   end: Int!        where it ends there
MATCH (:Document {id: $document})-[:HAS_PASSAGE]->(p:Passage)
RETURN p.ordinal AS ordinal, p.section AS section, p.text AS text, p.start AS start, p.end AS end
ORDER BY p.ordinal

// What does a document name, and where?
//
// level: simple
// topic: documents
// parameters
//   document: ID!     the document   "doc:1e1dd09704315e350949a5e357606def004e843088072ef721f99caf37ca111e"
// columns
//   ordinal: Int!     the place in the document of the sentence that names it
//   start: Int!       where the name starts in the document's text, in Unicode code points
//   end: Int!         where it ends there
//   surface: String!  the words that name it, verbatim
//   entity: ID!       what is named
//   name: String!     the name shown to people
MATCH (:Document {id: $document})-[:HAS_PASSAGE]->(p:Passage)-[m:MENTIONS]->(e)
RETURN p.ordinal AS ordinal, m.start AS start, m.end AS end, m.surface AS surface, e.id AS entity, e.name AS name
ORDER BY m.start, m.end DESC, e.id

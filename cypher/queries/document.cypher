// What is known of one document, and how much was read from it?
//
// level: simple
// topic: documents
// parameters
//   document: ID!      the document   "doc:1e1dd09704315e350949a5e357606def004e843088072ef721f99caf37ca111e"
// columns
//   id: ID!            the document
//   title: String      its title
//   publisher: String  who published it
//   published: String  when, in EDTF (ISO 8601-2)
//   language: String   the language it is written in (BCP 47)
//   url: String        where it was published
MATCH (d:Document {id: $document})
RETURN d.id AS id, d.title AS title, d.publisher AS publisher, d.published AS published, d.language AS language, d.url AS url

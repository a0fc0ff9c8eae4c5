// What is known of one document, and how much was read from it?
//
// parameters
//   document: ID!      the document
// columns
//   id: ID!            the document
//   title: String      its title
//   publisher: String  who published it
//   published: String  when, in EDTF (ISO 8601-2)
//   language: String   the language it is written in (BCP 47)
//   url: String        where it was published
MATCH (d:Document {id: $document})
RETURN d.id AS id, d.title AS title, d.publisher AS publisher, d.published AS published, d.language AS language, d.url AS url

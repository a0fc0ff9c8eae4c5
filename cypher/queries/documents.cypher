// Which documents are there, and how much was read from each?
//
// level: simple
// topic: documents
// parameters
//   text: String   words that the title or the publisher contains; null for all documents   "defense"
//   skip: Int!     how many documents to leave out at the start                             0
//   limit: Int!    how many to return at most                                               100
// columns
//   id: ID!            the document
//   title: String      its title
//   publisher: String  who published it
//   published: String  when, in EDTF (ISO 8601-2)
//   language: String   the language it is written in (BCP 47)
//   url: String        where it was published
//   passages: Int!     how many sentences, headings, list items and table rows it has
//   entities: Int!     how many different things it names
//   claims: Int!       how many claims were read from it
// notice
//   Sources differ in yield: many sentences and few claims mean prose that says little of who did what.
MATCH (d:Document)
WHERE $text IS NULL
  OR toLower(coalesce(d.title, '')) CONTAINS toLower($text)
  OR toLower(coalesce(d.publisher, '')) CONTAINS toLower($text)
WITH d ORDER BY d.published IS NULL, d.published DESC, d.title, d.id SKIP $skip LIMIT $limit
RETURN d.id AS id, d.title AS title, d.publisher AS publisher, d.published AS published, d.language AS language, d.url AS url,
  COUNT { (d)-[:HAS_PASSAGE]->() } AS passages,
  COUNT { MATCH (d)-[:HAS_PASSAGE]->()-[:MENTIONS]->(e) RETURN DISTINCT e } AS entities,
  COUNT { (d)-[:HAS_PASSAGE]->()-[:SUPPORTS]->() } AS claims
ORDER BY d.published IS NULL, d.published DESC, d.title, d.id

// What is there whose name has these words, next to each other?
//
// level: simple
// topic: documents
// parameters
//   text: String!  the words   "Peace Mission"
//   limit: Int!    how many    10
// columns
//   entity: Entity!  what was found, the best match first
//   label: String!   its label
// notice
//   The index knows aliases and acronyms too. Quotation marks are dropped, so that no word is taken for a command of the index.
CALL db.index.fulltext.queryNodes('names', '"' + replace(replace($text, '\\', ' '), '"', ' ') + '"') YIELD node, score
RETURN node AS entity, labels(node)[0] AS label
ORDER BY score DESC, entity.id
LIMIT $limit

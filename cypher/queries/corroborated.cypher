// Which relationships of a type do several documents state independently of each other?
//
// level: intermediate
// topic: evidence
// parameters
//   relation: String!  the relationship's type            "PARTICIPATED_IN"
//   least: Int!        in how many documents, at least    3
// columns
//   subject: Entity!       what the relationship starts at
//   object: Entity!        what it leads to
//   documents: [String!]!  the titles of the documents
// notice
//   Three sources that agree are worth more than one that is sure.
MATCH (claim:Claim {relation: $relation, polarity: 'affirmed', modality: 'actual'})
WHERE claim.basis IN ['stated', 'implied']
MATCH (object)<-[:OBJECT]-(claim)-[:SUBJECT]->(subject)
MATCH (d:Document)-[:HAS_PASSAGE]->(:Passage)-[:SUPPORTS]->(claim)
WITH subject, object, d ORDER BY d.title
WITH subject, object, collect(DISTINCT d) AS documents
WHERE size(documents) >= $least
RETURN subject, object, [d IN documents | coalesce(d.title, d.id)] AS documents
ORDER BY object.id, subject.name

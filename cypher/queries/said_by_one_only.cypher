// Which relationships does one document state that another does not?
//
// level: hard
// topic: evidence
// parameters
//   one: String!       the title of a document            "China's security cooperation with other states, 2007-2008"
//   other: String!     the title of another document      "Beijing counts its partners"
//   relation: String   the type of the relationships; null for any   "SIGNED"
// columns
//   subject: Entity!   what the relationship starts at
//   relation: String!  the relationship's type
//   object: Entity!    what it leads to, named in both documents or not
//   known: Boolean!    whether the other document says anything of the object
//   quote: String!     the words of the first document, verbatim
// notice
//   Swap the two: what each leaves out says more about them than what they share.
MATCH (a:Document {title: $one})
MATCH (b:Document {title: $other})
MATCH (a)-[:HAS_PASSAGE]->(:Passage)-[:SUPPORTS]->(claim:Claim {polarity: 'affirmed', modality: 'actual'})
MATCH (object)<-[:OBJECT]-(claim)-[:SUBJECT]->(subject)
WHERE claim.basis IN ['stated', 'implied'] AND ($relation IS NULL OR claim.relation = $relation) AND NOT EXISTS {
  MATCH (subject)<-[:SUBJECT]-(same:Claim {document: b.id, relation: claim.relation, polarity: 'affirmed', modality: 'actual'})-[:OBJECT]->(object)
}
WITH b, subject, object, claim ORDER BY claim.confidence DESC, claim.start, claim.id
WITH b, subject, object, claim.relation AS relation, collect(claim)[0] AS claim
RETURN subject, relation, object, EXISTS { (object)<-[:SUBJECT|OBJECT]-(:Claim {document: b.id}) } AS known, claim.quote AS quote
ORDER BY relation, object.id, subject.name

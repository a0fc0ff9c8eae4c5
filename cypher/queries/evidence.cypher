// What is claimed about an entity, as the subject or the object of a claim?
//
// parameters
//   this: Entity!  the entity
// columns
//   claim: Claim!  a claim about it, in the order of their documents and sentences
MATCH (this)<-[:SUBJECT|OBJECT]-(claim:Claim)
RETURN DISTINCT claim
ORDER BY claim.document, claim.start, claim.id

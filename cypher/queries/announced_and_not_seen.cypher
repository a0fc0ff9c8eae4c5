// What was announced, and is nowhere said to have happened?
//
// level: hard
// topic: evidence
// parameters
//   label: String!  Exercise, Meeting, Treaty or Mechanism   "Exercise"
// columns
//   entity: Entity!      what was announced
//   claims: Int!         how many claims announce or deny something of it
//   sentence: String!    a sentence that does
//   document: Document!  its document
// notice
//   Cancelled, postponed, or only not reported: the sentence says which, the absence of a relationship does not.
MATCH (entity:Exercise|Meeting|Treaty|Mechanism)
WHERE labels(entity)[0] = $label AND NOT EXISTS { (entity)<-[:PARTICIPATED_IN|ATTENDED|SIGNED|PARTY_TO|HOSTED]-() }
  AND NOT EXISTS {
    (entity)<-[:SUBJECT]-(seen:Claim {polarity: 'affirmed', modality: 'actual'})
    WHERE seen.property IN ['date', 'participantTotal'] OR seen.relation = 'HELD_IN'
  }
MATCH (entity)<-[:SUBJECT|OBJECT]-(claim:Claim)
WHERE claim.modality <> 'actual' OR claim.polarity = 'negated'
MATCH (document:Document)-[:HAS_PASSAGE]->(p:Passage)-[:SUPPORTS]->(claim)
WITH entity, claim, p, document ORDER BY document.id, p.ordinal, claim.id
WITH entity, count(DISTINCT claim) AS claims, collect(p.text)[0] AS sentence, collect(document)[0] AS document
RETURN entity, claims, sentence, document
ORDER BY entity.id

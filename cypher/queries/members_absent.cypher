// Which full members of an organization at the time are not said to have taken part in an exercise?
//
// level: intermediate
// topic: organizations
// parameters
//   exercise: String!      the exercise's name                  "Peace Mission 2010"
//   organization: String!  the organization's acronym or name   "SCO"
// columns
//   country: Country!   a full member on the exercise's first possible day
//   denied: Boolean!    whether a document says that it did not take part
//   quote: String       the words that say so, verbatim
// notice
//   "Not stated" and "did not" are two things: denied tells them apart.
MATCH (o:Organization)
WHERE o.acronym = $organization OR o.name = $organization
MATCH (e:Exercise {name: $exercise})
MATCH (country:Country)-[m:MEMBER_OF {status: 'full'}]->(o)
WHERE m.validFrom <= e.earliest AND m.validTo >= e.earliest AND NOT EXISTS { (country)-[:PARTICIPATED_IN]->(e) }
WITH DISTINCT country, e
OPTIONAL MATCH (country)<-[:SUBJECT]-(claim:Claim {relation: 'PARTICIPATED_IN', polarity: 'negated'})-[:OBJECT]->(e)
WITH country, claim ORDER BY claim.confidence DESC, claim.id
WITH country, collect(claim) AS claims
RETURN country, size(claims) > 0 AS denied, claims[0].quote AS quote
ORDER BY denied DESC, country.name

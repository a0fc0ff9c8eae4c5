// Which full members of an organization on a day have not signed an instrument, as far as the documents say?
//
// level: intermediate
// topic: organizations
// parameters
//   treaty: String!        the instrument's name                "Comprehensive Nuclear-Test-Ban Treaty"
//   organization: String!  the organization's acronym or name   "SAARC"
//   day: Date!             the day of membership                "2021-12-31"
// columns
//   country: Country!  the member
//   denied: Boolean!   whether a document says that it has not signed
//   quote: String      the words that say so, verbatim
// notice
//   Only where denied is true does a document say so; for the others it says nothing.
MATCH (o:Organization)
WHERE o.acronym = $organization OR o.name = $organization
MATCH (t:Treaty {name: $treaty})
MATCH (country:Country)-[m:MEMBER_OF {status: 'full'}]->(o)
WHERE m.validFrom <= date($day) AND m.validTo >= date($day) AND NOT EXISTS { (country)-[:SIGNED]->(t) }
WITH DISTINCT country, t
OPTIONAL MATCH (country)<-[:SUBJECT]-(claim:Claim {relation: 'SIGNED', polarity: 'negated'})-[:OBJECT]->(t)
WITH country, claim ORDER BY claim.confidence DESC, claim.id
WITH country, collect(claim) AS claims
RETURN country, size(claims) > 0 AS denied, claims[0].quote AS quote
ORDER BY denied DESC, country.name

// Who are a country's closest partners, counting exercises, meetings and instruments it shares with them?
//
// level: intermediate
// topic: partners
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "Kazakhstan"
//   limit: Int!       how many partners                               10
// columns
//   partner: Country!  the partner
//   exercises: Int!    exercises both took part in
//   meetings: Int!     meetings both attended
//   treaties: Int!     instruments both signed
// notice
//   Neighbours who sign together need not train together.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[:PARTICIPATED_IN|ATTENDED|SIGNED]->(shared)<-[:PARTICIPATED_IN|ATTENDED|SIGNED]-(partner:Country)
WHERE partner <> c
WITH partner, collect(DISTINCT shared) AS all
RETURN partner, size([s IN all WHERE s:Exercise]) AS exercises, size([s IN all WHERE s:Meeting]) AS meetings, size([s IN all WHERE s:Treaty]) AS treaties
ORDER BY exercises + meetings + treaties DESC, exercises DESC, partner.name
LIMIT $limit

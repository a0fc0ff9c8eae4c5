// How many people does a country send in each role, over all missions, on one day?
//
// level: intermediate
// topic: peacekeeping
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code         "China"
//   asOf: String!     the day or month the numbers hold for, in EDTF        "2008-11-30"
// columns
//   role: String!        engineering, transport, medical, infantry, police…
//   personnel: Int!      how many people
//   missions: [String!]! the missions
// notice
//   What a country sends says what it wants to be seen as: engineers and doctors are not infantry.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[s:CONTRIBUTED_TO {asOf: $asOf}]->(m:Mission)
WHERE s.personnel IS NOT NULL
WITH s.role AS role, s.personnel AS personnel, coalesce(m.acronym, m.name) AS mission ORDER BY mission
RETURN role, sum(personnel) AS personnel, collect(mission) AS missions
ORDER BY personnel DESC, role

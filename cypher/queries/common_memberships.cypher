// In which organizations do two countries sit together on a day?
//
// level: intermediate
// topic: organizations
// parameters
//   one: String!    a country's name or ISO 3166-1 alpha-3 code         "India"
//   other: String!  another country's name or ISO 3166-1 alpha-3 code   "Pakistan"
//   day: Date!      the day                                             "2018-01-01"
// columns
//   organization: Organization!  the organization
//   statusOfOne: String          the status of the first
//   statusOfOther: String        the status of the second
// notice
//   Rivals often share more tables than allies do.
MATCH (a:Country)
WHERE a.name = $one OR a.iso3 = $one
MATCH (b:Country)
WHERE b.name = $other OR b.iso3 = $other
MATCH (a)-[m:MEMBER_OF]->(organization:Organization)<-[n:MEMBER_OF]-(b)
WHERE m.validFrom <= date($day) AND m.validTo >= date($day) AND n.validFrom <= date($day) AND n.validTo >= date($day)
RETURN organization, m.status AS statusOfOne, n.status AS statusOfOther
ORDER BY organization.name

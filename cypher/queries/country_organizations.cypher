// Which organizations does a country belong to on a day?
//
// level: simple
// topic: organizations
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "Singapore"
//   day: Date!        the day                                         "2008-06-30"
// columns
//   organization: Organization!  the organization
//   status: String               full, associate, observer, dialogue_partner or participant
//   since: String                since when, in EDTF (ISO 8601-2)
// notice
//   validFrom and validTo are always filled, so that a day is one comparison on each side.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[m:MEMBER_OF]->(organization:Organization)
WHERE m.validFrom <= date($day) AND m.validTo >= date($day)
RETURN organization, m.status AS status, m.since AS since
ORDER BY organization.name, status

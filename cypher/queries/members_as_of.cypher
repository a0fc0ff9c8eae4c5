// Who belonged to an organization on a day, with which status?
//
// level: intermediate
// topic: organizations
// parameters
//   organization: String!  the organization's acronym or name   "SCO"
//   day: Date!             the day                              "2007-08-16"
// columns
//   country: Country!  the member on that day
//   status: String     full, associate, observer, dialogue_partner or participant
//   since: String      since when, in EDTF (ISO 8601-2)
//   until: String      until when, in EDTF (ISO 8601-2)
// notice
//   Move the day past 2017-06-09 and two members more appear.
MATCH (o:Organization)
WHERE o.acronym = $organization OR o.name = $organization
MATCH (country:Country)-[m:MEMBER_OF]->(o)
WHERE m.validFrom <= date($day) AND m.validTo >= date($day)
RETURN country, m.status AS status, m.since AS since, m.until AS until
ORDER BY m.status = 'full' DESC, status, country.name

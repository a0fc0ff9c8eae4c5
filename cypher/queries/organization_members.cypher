// Who belongs to an organization, with which status, since when?
//
// level: simple
// topic: organizations
// parameters
//   organization: String!  the organization's acronym or name   "SCO"
// columns
//   country: Country!  the member
//   status: String     full, associate, observer, dialogue_partner or participant
//   since: String      since when, in EDTF (ISO 8601-2)
//   until: String      until when, in EDTF (ISO 8601-2)
//   basis: String!     stated in a document read, or reference knowledge
// notice
//   A country may have been an observer first: each status is a row of its own.
MATCH (o:Organization)
WHERE o.acronym = $organization OR o.name = $organization
MATCH (o)<-[m:MEMBER_OF]-(country:Country)
RETURN country, m.status AS status, m.since AS since, m.until AS until, m.basis AS basis
ORDER BY m.status = 'full' DESC, status, m.validFrom, country.name

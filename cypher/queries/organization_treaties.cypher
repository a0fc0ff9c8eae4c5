// Which instruments belong to an organization: made within its framework, or signed by its members as a group?
//
// level: simple
// topic: treaties
// parameters
//   organization: String!  the organization's acronym or name   "SCO"
// columns
//   treaty: Treaty!    the instrument
//   status: String     how far it has come
//   date: String       when, in EDTF (ISO 8601-2)
//   ways: [String!]!   how it belongs: under, or signed by the named group
// notice
//   A text that is only formulated or finalized has no signatories yet: where its sentence names no framework, it is missing here.
MATCH (o:Organization)
WHERE o.acronym = $organization OR o.name = $organization
CALL (o) {
  MATCH (o)<-[:UNDER]-(treaty:Treaty)
  RETURN treaty, 'under' AS way
  UNION
  MATCH (o)<-[:PART_OF]-(g:CountryGroup)-[s:SIGNED]->(treaty:Treaty)
  RETURN treaty, coalesce(s.action, 'signed') + ' by ' + g.name AS way
}
WITH treaty, way ORDER BY way
RETURN treaty, treaty.status AS status, treaty.date AS date, collect(DISTINCT way) AS ways
ORDER BY treaty.earliest, treaty.id

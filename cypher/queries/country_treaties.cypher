// Which instruments did a country itself sign, and when?
//
// level: simple
// topic: treaties
// parameters
//   country: String!  the country's name or ISO 3166-1 alpha-3 code   "Kazakhstan"
// columns
//   treaty: Treaty!   the instrument, the earliest first
//   action: String    signed, concluded, ratified, acceded or withdrew
//   date: String      when, in EDTF (ISO 8601-2)
//   basis: String!    stated, implied, inferred or reference
// notice
//   What only the group is said to have signed is not among these; ask organization_treaties for it.
MATCH (c:Country)
WHERE c.name = $country OR c.iso3 = $country
MATCH (c)-[s:SIGNED]->(treaty:Treaty)
RETURN treaty, s.action AS action, coalesce(s.date, treaty.date) AS date, s.basis AS basis
ORDER BY coalesce(s.earliest, treaty.earliest), treaty.id, action

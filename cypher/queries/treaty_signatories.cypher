// Who signed, ratified, acceded to or withdrew from an instrument, and when?
//
// level: simple
// topic: treaties
// parameters
//   treaty: String!  the instrument's name   "North Atlantic Treaty"
// columns
//   party: Party!   the country, organization or group
//   action: String  signed, concluded, ratified, acceded or withdrew
//   date: String    when, in EDTF (ISO 8601-2)
//   quote: String!  the best words that say so, verbatim
// notice
//   Who came later acceded; one party may have several rows, one for each thing it did.
MATCH (:Treaty {name: $treaty})<-[s:SIGNED]-(party)
RETURN party, s.action AS action, s.date AS date, s.quote AS quote
ORDER BY s.earliest, party.name, action

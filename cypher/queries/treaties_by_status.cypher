// Which treaties and other instruments of a period have come how far?
//
// level: simple
// topic: treaties
// parameters
//   status: String  proposed, drafted, finalized, adopted, signed, in_force…; null for any   "in_force"
//   from: Date!     the first day of the period in which they were concluded or signed       "1990-01-01"
//   to: Date!       the last day of that period                                              "2024-12-31"
// columns
//   treaty: Treaty!   the instrument, the earliest first
//   date: String!     when it was concluded or signed, in EDTF (ISO 8601-2)
//   status: String    how far it has come
//   kind: String      treaty, agreement, declaration…
//   signatories: Int! how many parties the documents name
// notice
//   Status is what the documents say last; a treaty that is only said to be signed may long be in force.
MATCH (treaty:Treaty)
WHERE treaty.earliest <= date($to) AND treaty.latest >= date($from) AND ($status IS NULL OR treaty.status = $status)
RETURN treaty, treaty.date AS date, treaty.status AS status, treaty.kind AS kind, COUNT { (treaty)<-[:SIGNED]-() } AS signatories
ORDER BY treaty.earliest, treaty.id

// Which meetings fall into a period, where, and within whose framework?
//
// level: simple
// topic: treaties
// parameters
//   from: Date!  the first day of the period   "2010-01-01"
//   to: Date!    the last day of the period    "2010-12-31"
// columns
//   meeting: Meeting!           the meeting, the earliest first
//   date: String!               when, in EDTF (ISO 8601-2)
//   kind: String                summit, ministerial, dialogue…
//   places: [String!]!          where it was held
//   organizations: [String!]!   within whose framework
// notice
//   A summit and a workshop are both meetings; kind keeps them apart.
MATCH (meeting:Meeting)
WHERE meeting.earliest <= date($to) AND meeting.latest >= date($from)
RETURN meeting, meeting.date AS date, meeting.kind AS kind,
  COLLECT { MATCH (meeting)-[:HELD_IN]->(p) RETURN DISTINCT p.name AS name ORDER BY name } AS places,
  COLLECT { MATCH (meeting)-[:UNDER]->(o) RETURN DISTINCT coalesce(o.acronym, o.name) AS name ORDER BY name } AS organizations
ORDER BY meeting.earliest, meeting.latest, meeting.id

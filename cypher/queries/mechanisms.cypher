// Which standing mechanisms of a kind are there, between whom?
//
// level: simple
// topic: treaties
// parameters
//   kind: String  hotline, liaison, patrol, consultation…; null for any   "hotline"
// columns
//   mechanism: Mechanism!  the mechanism
//   status: String         established, launched, planned…
//   date: String           since when, in EDTF (ISO 8601-2)
//   parties: [String!]!    its parties, with the body at each end where a document names one
// notice
//   A planned hotline has no parties yet: what is only planned makes claims, never relationships.
MATCH (mechanism:Mechanism)
WHERE $kind IS NULL OR mechanism.kind = $kind
RETURN mechanism, mechanism.status AS status, mechanism.date AS date,
  COLLECT { MATCH (mechanism)<-[p:PARTY_TO]-(c) RETURN c.name + coalesce(' (' + p.endpoint + ')', '') AS name ORDER BY name } AS parties
ORDER BY mechanism.earliest, mechanism.id
